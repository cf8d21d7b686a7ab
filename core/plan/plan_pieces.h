// The answer to one problem piece by piece, so that whoever asked sees the best plan while the
// others are still being sought, and may lose interest in between.
//
// First the advice (the best plan, or why there is none and what helps), then each further plan,
// then the stops of the frontier: its ends, and always the middle of what is still open. Together
// the pieces say what `advise` says at once. Pure; each piece costs one question to the search, the
// first up to a handful.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <variant>
#include <vector>

#include "core/plan/budgeted_question.h"
#include "core/plan/frontier_ends.h"
#include "core/plan/way_out.h"

namespace xueshi::plan {

// The alternatives found by now, in their order.
struct FurtherPlans {
    std::vector<ProposedPlan> plans;
};

// The frontier's plans found by now, by rising value of its `by`.
struct FrontierStops {
    std::vector<ProposedPlan> plans;
};

struct PlanPiece {
    std::variant<PlanningAdvice, FurtherPlans, FrontierStops> content;
    bool is_last = false;  // nothing is left to be sought
};

class PlanPieces {
  public:
    // A problem that `validate` accepted.
    explicit PlanPieces(PlanningProblem problem);
    PlanPieces(const PlanPieces&) = delete;
    PlanPieces& operator=(const PlanPieces&) = delete;

    // The next piece; nothing after the last.
    std::optional<PlanPiece> next();

  private:
    using Rows = std::vector<Row>;
    // A plan that is best under every budget from `first` to `last` (indices of the frontier's
    // budgets).
    struct Stop {
        std::int64_t first = 0;
        std::int64_t last = 0;
        Rows rows;
    };
    // Budgets whose best plan is not known yet, both ends included.
    struct Gap {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    PlanningAdvice advise_first();
    void seek_alternative();
    void seek_ends();
    void seek_stop();
    void add_stop(std::int64_t budget_index, Rows rows);
    void open_gap(std::int64_t first, std::int64_t last);
    std::optional<Rows> best_within(std::int64_t budget_index);
    bool is_seeking_stops() const { return stops_.empty() ? wants_frontier_ : !gaps_.empty(); }
    FurtherPlans further_plans() const;
    FrontierStops frontier_stops() const;

    const PlanningProblem problem_;
    const OfferingTable table_;
    std::int64_t nodes_ = 0;

    bool is_begun_ = false;
    std::int64_t alternatives_left_ = 0;
    std::vector<Rows> series_;  // the best plan and the alternatives

    bool wants_frontier_ = false;
    std::optional<FrontierEnds> ends_;
    std::optional<BudgetedQuestion> budgeted_;
    std::vector<Stop> stops_;  // by rising budget
    std::deque<Gap> gaps_;
};

}  // namespace xueshi::plan
