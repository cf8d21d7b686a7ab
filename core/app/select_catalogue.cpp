#include "core/app/select_catalogue.h"

#include <algorithm>

namespace xueshi::app {
namespace {

using catalogue::CourseRun;

// With the run when the draft lacks it, without it when the draft has it.
std::vector<CourseRunId> with_run_turned(const std::vector<CourseRunId>& chosen,
                                         const CourseRunId& id) {
    std::vector<CourseRunId> turned = chosen;
    const auto place = std::lower_bound(turned.begin(), turned.end(), id);
    if (place != turned.end() && *place == id) {
        turned.erase(place);
    } else {
        turned.insert(place, id);
    }
    return turned;
}

RunDetail detail_of(const SelectInput& input,
                    const YearAssessment& year,
                    const PlanFit& fit,
                    const CourseRun& run) {
    RunDetail detail{.run = run, .fit = fit.of(run), .rival_title = {}};
    if (const CourseRun* rival = input.shared.catalogue.find(fit.rival_of(run))) {
        detail.rival_title = rival->title;
    }
    if (const plan::PlanDraft* draft = edited_draft(input)) {
        detail.is_pinned = draft->mark_of(run.id) == plan::PlanMark::Pinned;
        detail.max_fee_fen = draft->limits.value().max_fee_fen;
    }
    detail.fee_before_fen = year.assessment.planned_fee_fen;
    detail.fee_after_fen = detail.fee_before_fen;
    if (detail.fit == RunFit::Held) return detail;

    // Shown is always "without → with", whether the run is in the draft or not.
    plan::Assessment other = assess_with(input, year.rules, with_run_turned(year.chosen, run.id));
    const bool is_in_plan = detail.fit == RunFit::InPlan;
    const plan::Assessment& without = is_in_plan ? other : year.assessment;
    const plan::Assessment& with = is_in_plan ? year.assessment : other;
    detail.fee_before_fen = without.planned_fee_fen;
    detail.fee_after_fen = with.planned_fee_fen;
    const std::vector<std::string> tags = run.tags();
    detail.is_needless = true;
    for (const rules::Requirement& requirement : year.rules.requirements) {
        if (!requirement.match.holds(run.category, tags)) continue;
        const plan::RequirementProgress* before = without.find(requirement.id);
        const plan::RequirementProgress* after = with.find(requirement.id);
        if (before == nullptr || after == nullptr) continue;
        detail.changes.push_back({requirement.short_name,
                                  before->counted.total(),
                                  after->counted.total(),
                                  requirement.minimum,
                                  requirement.source});
        if (!before->is_met()) detail.is_needless = false;
    }
    return detail;
}

// "T2" before "T10".
bool is_earlier_theme(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

CatalogueProjection select_catalogue(const SelectInput& input,
                                     const CourseRunId& opened,
                                     std::uint64_t revision) {
    CatalogueProjection projection;
    projection.catalogue = &input.shared.catalogue;
    projection.revision = revision;
    for (const CourseRun* run : input.shared.catalogue.runs()) {
        if (run->theme.empty()) continue;
        auto& themes = projection.themes;
        const auto place =
            std::lower_bound(themes.begin(), themes.end(), run->theme, is_earlier_theme);
        if (place == themes.end() || *place != run->theme) themes.insert(place, run->theme);
    }
    const CourseRun* run = opened.empty() ? nullptr : input.shared.catalogue.find(opened);
    const std::optional<YearAssessment> year = assess_year(input);
    if (!year) {
        if (run != nullptr) projection.detail = RunDetail{.run = *run, .rival_title = {}};
        return projection;
    }
    projection.has_duty = true;
    projection.own_stage = input.teacher.profile.value.stage;
    projection.own_subject = input.teacher.profile.value.subject;
    projection.fit = PlanFit(input, *year);
    if (const plan::PlanDraft* draft = edited_draft(input)) projection.edited = draft->id;
    for (const CourseRunId& id : year->chosen) {
        if (!year->is_held(id)) ++projection.draft_runs;
    }
    if (run != nullptr) projection.detail = detail_of(input, *year, projection.fit, *run);
    return projection;
}

}  // namespace xueshi::app
