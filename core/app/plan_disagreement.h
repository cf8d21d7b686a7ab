// Disagreements (两台设备不一致): parts of a draft that two devices edited without knowing of each
// other.
//
// Both sides stay until one is settled; the one shown follows a fixed rule, the same on every
// device: the later write, and for a discarded draft that it is kept. Settling is an ordinary
// command and can be undone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/app/command.h"
#include "core/app/select_input.h"

namespace xueshi::app {

enum class PlanPart : std::uint8_t {
    Run,  // its mark
    Name,
    FeeLimit,    // the hours limits agree
    HoursLimit,  // the fee limits agree
    Limits,      // neither agrees
    Priorities,
    Existence,  // one device discarded the draft, another went on with it
};

struct DisagreementSide {
    // By the part: mark, name, limits, priorities, or whether the draft is kept.
    std::variant<plan::PlanMark, std::string, plan::PlanLimits, plan::PlanPriorities, bool> value;
    bool is_this_device = false;
};

struct PlanDisagreement {
    PlanId plan_id;
    PlanPart part = PlanPart::Run;
    CourseRunId course_run_id;  // of PlanPart::Run
    std::string title;          // the run's, or the draft's name
    // At least two of different values: the one shown first, then by falling stamps. The order
    // never says more than earlier and later.
    std::vector<DisagreementSide> sides;
};

// Of one draft: its existence, then the runs by id, then the rest. Empty when the devices agree.
std::vector<PlanDisagreement> disagreements_of(const SelectInput& input,
                                               const plan::PlanDraft& draft);

// The command that makes the side the only one.
Command settling(const PlanDisagreement& disagreement, std::size_t side);

// How many there are in all drafts, and where to look first: the edited draft before the others.
struct DisagreementCount {
    std::size_t count = 0;
    PlanId plan_id;
};
DisagreementCount count_disagreements(const SelectInput& input);

}  // namespace xueshi::app
