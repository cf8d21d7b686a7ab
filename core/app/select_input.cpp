#include "core/app/select_input.h"

#include <algorithm>

namespace xueshi::app {

plan::PlanningSituation situation_of(const TeacherState& teacher,
                                     const SharedState& shared,
                                     const rules::RulesOfYear& rules,
                                     const std::vector<ledger::HourRecord>& records,
                                     Instant now) {
    return {.rules = rules,
            .teacher = teacher.profile.value,
            .records = records,
            .selections = teacher.selections,
            .catalogue = shared.catalogue,
            .now = now,
            .wanted_themes = teacher.wanted_themes.value};
}

const plan::PlanDraft* edited_draft(const SelectInput& input) {
    const auto found = input.teacher.plans.find(input.edited_plan);
    return found != input.teacher.plans.end() && found->second.exists() ? &found->second : nullptr;
}

bool YearAssessment::is_held(const CourseRunId& run) const {
    return std::binary_search(held.begin(), held.end(), run);
}

bool YearAssessment::is_chosen(const CourseRunId& run) const {
    return std::binary_search(chosen.begin(), chosen.end(), run);
}

plan::Assessment assess_with(const SelectInput& input,
                             const rules::RulesOfYear& rules,
                             const std::vector<CourseRunId>& chosen) {
    const std::vector<ledger::HourRecord> records = input.teacher.record_list();
    return plan::assess({.rules = rules,
                         .records = records,
                         .selections = input.teacher.selections,
                         .catalogue = input.shared.catalogue,
                         .chosen = chosen});
}

Result<rules::RulesOfYear> rules_for(const TeacherState& teacher,
                                     const rules::RuleBook& rules,
                                     AllocatedYear year) {
    auto of_year = rules.rules_of(year);
    if (of_year) diagnostic::release_from_programme(*of_year, teacher.earlier_programme.value);
    return of_year;
}

std::optional<YearAssessment> assess_year(const SelectInput& input) {
    if (!input.teacher.profile.is_written()) return std::nullopt;
    auto rules = rules_for(input.teacher, input.rules, AllocatedYear{date_of(input.now).year()});
    if (!rules) return std::nullopt;

    YearAssessment year{.rules = std::move(*rules), .chosen = {}, .held = {}, .assessment = {}};
    if (const plan::PlanDraft* draft = edited_draft(input)) year.chosen = draft->chosen();
    year.held =
        plan::held_run_ids(year.rules, input.teacher.record_list(), input.teacher.selections);
    year.assessment = assess_with(input, year.rules, year.chosen);
    return year;
}

std::vector<RequirementRow> requirement_rows(const YearAssessment& year) {
    std::vector<RequirementRow> rows;
    rows.reserve(year.rules.requirements.size());
    for (const rules::Requirement& requirement : year.rules.requirements) {
        const plan::RequirementProgress* progress = year.assessment.find(requirement.id);
        rows.push_back({.id = requirement.id,
                        .name = requirement.name,
                        .short_name = requirement.short_name,
                        .source = requirement.source,
                        .counted = progress == nullptr ? plan::HoursByState{} : progress->counted,
                        .minimum = requirement.minimum});
    }
    return rows;
}

}  // namespace xueshi::app
