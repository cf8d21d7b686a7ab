#include "core/plan/way_out.h"

#include <algorithm>

#include "core/plan/plan_question.h"
#include "core/plan/solve.h"

namespace xueshi::plan {
namespace {

// Of a plan that exists under no lower limit: the limited measure first, then the objective. That is the order
// under the raised limit, too, for every plan under it has the same value.
std::vector<ObjectiveKey> led_by(Measure measure, const std::vector<ObjectiveKey>& objective) {
    std::vector<ObjectiveKey> keys{{measure, false}};
    std::copy_if(objective.begin(), objective.end(), std::back_inserter(keys), [measure](ObjectiveKey key) {
        return key.measure != measure;
    });
    return keys;
}

class Adviser {
  public:
    Adviser(const PlanningProblem& problem, PlanningAdvice& advice)
        : table_(make_offering_table(problem)), problem_(problem), advice_(advice) {}

    void raise_fee() {
        if (const auto plan = best_without_limit(Measure::Fee)) {
            advice_.ways_out.push_back({WayOutKind::RaiseMaxFee, plan->totals.fee, {}, {}, *plan, {}});
        }
    }

    void raise_hours() {
        if (const auto plan = best_without_limit(Measure::Hours)) {
            advice_.ways_out.push_back({WayOutKind::RaiseMaxHours, 0, plan->totals.hours, {}, *plan, {}});
        }
    }

    void drop_pin(const std::string& id) {
        const auto pin = std::find(problem_.pinned.begin(), problem_.pinned.end(), id);
        PlanQuestion question = question_of(table_);
        question.pin_holds[static_cast<std::size_t>(pin - problem_.pinned.begin())] = 0;
        if (const auto plan = ask(question)) {
            advice_.ways_out.push_back({WayOutKind::DropPin, 0, {}, id, *plan, {}});
        }
    }

  private:
    std::optional<ProposedPlan> best_without_limit(Measure measure) {
        PlanQuestion question = question_of(table_);
        std::erase_if(question.limits, [measure](const KeyLimit& limit) { return limit.key.measure == measure; });
        question.objective = led_by(measure, problem_.objective);
        return ask(question);
    }

    std::optional<ProposedPlan> ask(const PlanQuestion& question) {
        const auto rows = best_plan(table_, question, advice_.answer.nodes);
        if (!rows) return std::nullopt;
        return describe_plan(table_, *rows);
    }

    const OfferingTable table_;
    const PlanningProblem& problem_;
    PlanningAdvice& advice_;
};

}  // namespace

PlanningAdvice advise(const PlanningProblem& problem) {
    PlanningAdvice advice{solve(problem), {}};
    const auto* infeasible = std::get_if<InfeasibleAnswer>(&advice.answer.verdict);
    if (infeasible == nullptr) return advice;

    const auto is_blamed = [infeasible](std::string_view demand) {
        return std::find(infeasible->conflict.begin(), infeasible->conflict.end(), demand) !=
               infeasible->conflict.end();
    };
    Adviser adviser(problem, advice);
    if (is_blamed(kMaxFeeDemand)) adviser.raise_fee();
    if (is_blamed(kMaxHoursDemand)) adviser.raise_hours();
    std::size_t tried = 0;
    for (const std::string& demand : infeasible->conflict) {
        if (!demand.starts_with(kPinPrefix) || tried == kMostPinsTried) continue;
        adviser.drop_pin(demand.substr(kPinPrefix.size()));
        ++tried;
    }
    if (infeasible->nearest) {
        advice.ways_out.push_back(
            {WayOutKind::TakeNearest, 0, {}, {}, infeasible->nearest->plan, infeasible->nearest->missing});
    }
    return advice;
}

}  // namespace xueshi::plan
