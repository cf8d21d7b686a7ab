// One question asked again and again, each time with another bound of its last limit.
//
// What does not depend on the bound is done once: reducing, weighing, dropping what is dominated.
// An offering that is dominated within one bound is so within every smaller one, for those that
// replace it are no heavier.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/best_plan_search.h"

namespace xueshi::plan {

class BudgetedQuestion {
  public:
    // The last limit's bound is the largest that will be asked. The table must outlive this.
    [[gnu::noinline]] BudgetedQuestion(const OfferingTable& table, PlanQuestion question);

    // The best plan within the bound; `known` is a plan that satisfies the question within it.
    [[gnu::noinline]] std::optional<std::vector<Row>> best_within(std::int64_t bound,
                                                const std::vector<Row>& known,
                                                std::int64_t& nodes);

  private:
    const OfferingTable& table_;
    PlanQuestion question_;
    std::optional<SearchModel> model_;  // none: every bound is a question of its own
    std::size_t limit_ = 0;             // the last limit, among the model's
    std::vector<SearchItem> all_items_;
    std::optional<SearchStart> start_;  // after the first answer
};

}  // namespace xueshi::plan
