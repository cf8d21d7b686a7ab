#include "core/rules/automatic_verification.h"

#include <string>

namespace xueshi::rules {

const Milestone* automatic_verification_of(AllocatedYear year, const RuleBook& rules) {
    const std::string id = "verification-" + std::to_string(year.year);
    for (const PhasePack& phase : rules.phases()) {
        for (const Milestone& milestone : phase.milestones) {
            if (milestone.id == id) return &milestone;
        }
    }
    return nullptr;
}

}  // namespace xueshi::rules
