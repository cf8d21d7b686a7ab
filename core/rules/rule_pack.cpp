#include "core/rules/rule_pack.h"

#include <algorithm>

namespace xueshi::rules {

bool HourMatch::holds(HourCategory of, const std::vector<std::string>& tags) const {
    if (category && *category != of) return false;
    return tag.empty() || std::find(tags.begin(), tags.end(), tag) != tags.end();
}

const Requirement* RulesOfYear::find_requirement(std::string_view id) const {
    for (const Requirement& requirement : requirements) {
        if (requirement.id == id) return &requirement;
    }
    return nullptr;
}

DeciHours RulesOfYear::total_minimum() const {
    const Requirement* total = find_requirement("total");
    return total == nullptr ? DeciHours{} : total->minimum;
}

Result<const AnnualPack*> RuleBook::annual_pack_of(AllocatedYear year) const {
    for (const AnnualPack& pack : annual_) {
        if (pack.covers(year)) return &pack;
    }
    return make_error(kNoRulePack, std::to_string(year.year), "no rule pack covers this year");
}

const PhasePack* RuleBook::find_phase(std::string_view id) const {
    for (const PhasePack& phase : phases_) {
        if (phase.id == id) return &phase;
    }
    return nullptr;
}

Result<RulesOfYear> RuleBook::rules_of(AllocatedYear year) const {
    const Result<const AnnualPack*> found = annual_pack_of(year);
    if (!found) return found.error();
    const AnnualPack* annual = *found;
    RulesOfYear rules{.year = year,
                      .annual_pack_id = annual->id,
                      .hours_per_day = annual->hours_per_day,
                      .requirements = annual->requirements,
                      .caps = annual->caps,
                      .phases = {}};
    for (const PhasePack& phase : phases_) {
        if (phase.year != year) continue;
        const auto total = std::find_if(rules.requirements.begin(), rules.requirements.end(),
                                        [](const Requirement& each) { return each.id == "total"; });
        rules.requirements.insert(total, phase.requirements.begin(), phase.requirements.end());
        rules.phases.push_back(phase);
    }
    return rules;
}

}  // namespace xueshi::rules
