// One search of a priced model: ceilings raised from below, with a division of the problem in
// reserve. best_plan.cpp tells the steps.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "core/plan/branch_search.h"
#include "core/plan/exclusion_book.h"
#include "core/plan/label_search.h"
#include "core/plan/plan_core.h"

namespace xueshi::plan {

// What one answer leaves to the next question, which differs from it in the room of a limit and in
// the items too heavy for it: the clashes it learned, and where to begin pricing.
struct SearchStart {
    std::vector<Exclusion> exclusions;
    KnownExclusions known;  // the same, with the items they hold
    PricingStart pricing;
};

class BestPlanSearch {
  public:
    BestPlanSearch(const OfferingTable& table,
                   SearchModel model,
                   std::int64_t& nodes,
                   const SearchStart* start = nullptr);

    SearchStart start_for_next() const { return {book_.all(), book_.known(), priced_.start_for_next()}; }

    // Some plan satisfies everything at this cost, though perhaps a far dearer one than the best.
    void limit_to(std::int64_t cost) { top_ = std::min(top_, cost); }
    const SearchModel& model() const { return model_; }
    bool knows_a_plan() const { return best_known_.has_value(); }
    bool is_impossible() const { return priced_.is_impossible(); }
    // Of the same question with other needs.
    std::vector<NeedsBound> bounds_by_needs() const { return priced_.bounds_by_needs(top_); }

    // Ceilings raised from below, while that is cheap. Whether it settled the question; `answer`
    // says how.
    bool climb_briefly();
    std::optional<std::vector<Row>> answer() const { return answer_; }

    // Tries to find some plan quickly.
    [[gnu::noinline]] void guess();
    // Until it is settled.
    std::optional<std::vector<Row>> run();

  private:
    static constexpr std::size_t kFirstCore = 28;  // items
    static constexpr std::int64_t kNothingSearched = std::numeric_limits<std::int64_t>::min();

    // Repeats while the plans found break exclusions not known before.
    void try_narrow(std::int64_t ceiling, std::size_t width);
    // Keeps the best plan that breaks nothing, learns from those before it. True when something was
    // learned.
    bool take_news(const std::vector<FinishedPlan>& plans);
    // Raises the ceiling until something is found, then that is the optimum, or everything was
    // searched. False when one search uses more nodes than `patience` or all more than `most`.
    [[gnu::noinline]] bool climb(std::int64_t patience, std::int64_t most);
    // When the search within the ceiling takes too long. Whether that settled the question.
    [[gnu::noinline]] bool settle_by_division(std::int64_t patience);
    // Makes the best plan found within the ceiling known. Whether the search was a proof.
    bool branch(TieRule rule, std::int64_t patience, std::int64_t ceiling);
    // The smallest ids among the plans of the best cost, by depth. Whether it found them.
    bool first_by_ids();
    // More items in the core, but the gap grows by a limited factor, for gaps differ by the weights
    // of the keys and work grows with the gap: by much while searching is cheap, by little when it
    // is not.
    std::int64_t raised(std::int64_t ceiling, std::int64_t nodes_spent);
    // Plans of the whole model within the ceiling, known exclusions kept.
    [[gnu::noinline]] LabelOutcome search(std::int64_t ceiling,
                        const SearchEffort& effort,
                        CoreOrder order = CoreOrder::LargestGapFirst);
    std::vector<Row> with_pins(std::vector<Row> rows) const;

    const OfferingTable& table_;
    SearchModel model_;
    std::int64_t& nodes_;
    std::int64_t top_;  // the dearest any plan can be
    ExclusionBook book_;
    PricedModel priced_;
    std::optional<FinishedPlan> best_known_;
    std::size_t wanted_ = kFirstCore;
    std::int64_t ceiling_ = kNothingSearched;  // no plan costs less than what was searched up to it
    std::optional<std::vector<Row>> answer_;
};

// Has the search answer the question it was made for. `all_items` are the model's before what is
// dominated was dropped: plans known from elsewhere may hold any of them.
std::optional<std::vector<Row>> answer_question(const OfferingTable& table,
                                                BestPlanSearch& search,
                                                const PlanQuestion& question,
                                                const std::vector<SearchItem>& all_items,
                                                std::int64_t& nodes);

// Whether the question is one that best_plan settles in two: the count, then the rest. The most offerings are not
// sought so where a plan is known: prices promise far more than limits allow, and to refute that promise is dear.
bool counts_first(const PlanQuestion& question, bool knows_a_plan);

}  // namespace xueshi::plan
