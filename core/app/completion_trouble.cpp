#include "core/app/completion_trouble.h"

#include <string_view>
#include <variant>

#include "core/plan/compose_problem.h"

namespace xueshi::app {
namespace {

using Demand = CompletionTrouble::Demand;
using DemandKind = CompletionTrouble::DemandKind;
using Way = CompletionTrouble::Way;

struct Situation {
    const rules::RulesOfYear& rules;
    const catalogue::Catalogue& catalogue;
    const plan::PlanDraft& draft;
    const DeciHours usual_max_hours;

    std::string title_of(const CourseRunId& id) const {
        const catalogue::CourseRun* run = catalogue.find(id);
        return run == nullptr ? id.text : run->title;
    }
    bool is_pinned(const CourseRunId& id) const { return draft.mark_of(id) == plan::PlanMark::Pinned; }
};

std::vector<CompletionTrouble::Shortfall> shortfalls_of(const plan::HoursByRequirement& missing,
                                                        const rules::RulesOfYear& rules) {
    std::vector<CompletionTrouble::Shortfall> shortfalls;
    for (const auto& [id, hours] : missing) {
        if (const rules::Requirement* requirement = rules.find_requirement(id)) {
            shortfalls.push_back({requirement->name, hours});
        }
    }
    return shortfalls;
}

Demand run_demand(const CourseRunId& id, const Situation& situation) {
    Demand demand{.kind = DemandKind::Run, .title = situation.title_of(id), .is_pinned = situation.is_pinned(id)};
    if (const catalogue::CourseRun* run = situation.catalogue.find(id)) {
        demand.hours = run->hours;
        demand.fee_fen = run->fee_fen;
    }
    return demand;
}

Demand demand_of(std::string_view name, const Situation& situation) {
    const plan::PlanLimits& limits = situation.draft.limits.value();
    if (name == plan::kMaxFeeDemand) {
        return {.kind = DemandKind::MaxFee, .fee_fen = limits.max_fee_fen.value_or(0)};
    }
    if (name == plan::kMaxHoursDemand) {
        return {.kind = DemandKind::MaxHours,
                .is_own = limits.max_hours.has_value(),
                .hours = limits.max_hours.value_or(situation.usual_max_hours)};
    }
    if (name.starts_with(plan::kPinPrefix)) {
        return run_demand(CourseRunId{std::string(name.substr(plan::kPinPrefix.size()))}, situation);
    }
    Demand demand;
    if (const rules::Requirement* requirement = situation.rules.find_requirement(name)) {
        demand.name = requirement->name;
        demand.source = requirement->source;
        demand.hours = requirement->minimum;
    }
    return demand;
}

Way way_of(const plan::WayOut& way, const Situation& situation) {
    const CourseRunId run{way.pin};
    return {.kind = way.kind,
            .max_fee_fen = way.max_fee,
            .max_hours = way.max_hours,
            .run = run,
            .title = way.pin.empty() ? std::string() : situation.title_of(run),
            .is_pinned = situation.is_pinned(run),
            .runs = plan::run_ids(way.plan.chosen),
            .fee_fen = way.plan.totals.fee,
            .missing = shortfalls_of(way.missing, situation.rules)};
}

}  // namespace

DeciHours CompletionTrouble::missing() const {
    DeciHours sum;
    for (const Shortfall& shortfall : shortfalls) sum += shortfall.missing;
    return sum;
}

std::optional<CompletionTrouble> completion_trouble(const plan::PlanningAdvice* advice,
                                                    const rules::RulesOfYear& rules,
                                                    const catalogue::Catalogue& catalogue,
                                                    const plan::PlanDraft& draft,
                                                    DeciHours usual_max_hours) {
    if (advice == nullptr) return std::nullopt;
    const auto* infeasible = std::get_if<plan::InfeasibleAnswer>(&advice->answer.verdict);
    if (infeasible == nullptr) return std::nullopt;
    const Situation situation{rules, catalogue, draft, usual_max_hours};
    CompletionTrouble trouble;
    for (const std::string& demand : infeasible->conflict) trouble.demands.push_back(demand_of(demand, situation));
    for (const plan::WayOut& way : advice->ways_out) trouble.ways.push_back(way_of(way, situation));
    if (infeasible->nearest) trouble.shortfalls = shortfalls_of(infeasible->nearest->missing, rules);
    return trouble;
}

}  // namespace xueshi::app
