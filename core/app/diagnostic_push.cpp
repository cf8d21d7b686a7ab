#include "core/app/diagnostic_push.h"

#include <algorithm>

namespace xueshi::app {
namespace {

const rules::Requirement* find_programme(const rules::RulesOfYear& rules) {
    const auto found = std::find_if(
        rules.requirements.begin(), rules.requirements.end(), [](const rules::Requirement& requirement) {
            return requirement.match.tag == diagnostic::kProgrammeTag;
        });
    return found == rules.requirements.end() ? nullptr : &*found;
}

std::vector<CarriedCourse> carried_courses(const TeacherState& teacher, AllocatedYear year) {
    std::vector<CarriedCourse> courses;
    for (const ledger::HourRecord& record : teacher.record_list()) {
        const bool goes_on = record.source == ledger::HourSource::CarriedOver &&
                             record.state == ledger::HourState::InProgress && record.allocated_year == year;
        if (goes_on) courses.push_back({record.title, record.remark, record.hours});
    }
    return courses;
}

}  // namespace

bool is_due(const TeacherState& teacher) {
    return teacher.profile.is_written() &&
           teacher.earlier_programme.value.standing != diagnostic::ProgrammeStanding::Completed;
}

DiagnosticPush diagnostic_push(const SelectInput& input) {
    DiagnosticPush push;
    const std::optional<YearAssessment> year = assess_year(input);
    const rules::Requirement* programme = year ? find_programme(year->rules) : nullptr;
    if (programme == nullptr) return push;

    const diagnostic::EarlierProgramme& earlier = input.teacher.earlier_programme.value;
    push.stage = input.teacher.profile.value.stage;
    push.subject = input.teacher.profile.value.subject;
    push.minimum = programme->minimum;
    push.source = programme->source;
    push.earlier_phase = earlier.phase_title;
    const plan::RequirementProgress* progress = year->assessment.find(programme->id);
    if (progress != nullptr) push.missing = missing_hours(progress->counted.total(), programme->minimum);

    push.carried = carried_courses(input.teacher, year->rules.year);
    const auto* under_way = diagnostic::find_under_way(input.teacher.diagnostics);
    const bool is_diagnosed = diagnostic::find_last_finished(input.teacher.diagnostics) != nullptr;
    if (under_way != nullptr) {
        push.kind = PushKind::GoOn;
        push.answered = under_way->second.responses.size();
    } else if (!push.carried.empty()) {
        push.kind = PushKind::CarryOver;
    } else if (push.missing.tenths == 0) {
        push.kind = PushKind::None;
    } else if (is_diagnosed || !earlier.scores.empty()) {
        push.kind = PushKind::Recommendation;
        push.is_from_earlier_phase = !is_diagnosed;
    } else {
        push.kind = PushKind::TakeTest;
    }
    return push;
}

}  // namespace xueshi::app
