#include "core/diagnostic/earlier_programme.h"

namespace xueshi::diagnostic {

void release_from_programme(rules::RulesOfYear& rules, const EarlierProgramme& earlier) {
    if (earlier.standing != ProgrammeStanding::Completed) return;
    std::erase_if(rules.requirements, [](const rules::Requirement& requirement) {
        return requirement.match.tag == kProgrammeTag;
    });
}

}  // namespace xueshi::diagnostic
