#include "core/app/plan_choices.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "core/base/sorting.h"
#include "core/plan/compose_problem.h"
#include "core/plan/fit.h"

namespace xueshi::app {
namespace {

using catalogue::CourseRun;

bool is_among(const std::vector<CourseRunId>& ascending, const CourseRunId& id) {
    return std::binary_search(ascending.begin(), ascending.end(), id);
}

class Chooser {
  public:
    Chooser(const SelectInput& input, const YearAssessment& year)
        : input_(input), year_(year), draft_(edited_draft(input)) {
        for (const CourseRunId& id : year.chosen) {
            if (!year.is_held(id)) chosen_.push_back(id);
        }
    }

    PlanFigures figures_of_draft() const {
        PlanFigures figures;
        for (const CourseRunId& id : chosen_) {
            const CourseRun* run = input_.shared.catalogue.find(id);
            if (run == nullptr) continue;
            figures.fee_fen += run->fee_fen;
            figures.hours += run->hours;
            figures.fit += plan::fit_of(*run, input_.teacher.profile.value, input_.teacher.wanted_themes.value);
            ++figures.count;
        }
        return figures;
    }

    PlanChoice choice_of(const plan::ProposedPlan& plan) const {
        PlanChoice choice;
        choice.figures = {plan.totals.fee, plan.totals.hours, plan.totals.fit, plan.chosen.size()};
        for (const auto& [id, hours] : plan.counted) {
            const rules::Requirement* requirement = year_.rules.find_requirement(id);
            if (requirement == nullptr) continue;
            choice.counted.push_back({requirement->short_name, hours, requirement->minimum});
        }
        const std::vector<CourseRunId> ids = plan::run_ids(plan.chosen);
        for (const CourseRunId& id : ids) {
            choice.runs.push_back(run_of(id));
            if (const CourseRun* run = input_.shared.catalogue.find(id)) choice.sessions += run->sessions.size();
            if (!is_among(chosen_, id)) choice.comes.push_back(choice.runs.back());
        }
        for (const CourseRunId& id : chosen_) {
            if (!is_among(ids, id)) choice.goes.push_back(run_of(id));
        }
        for (auto* runs : {&choice.runs, &choice.comes, &choice.goes}) sort_runs(*runs);
        return choice;
    }

    std::vector<PlanChoice> choices_of(const std::vector<plan::ProposedPlan>& plans) const {
        std::vector<PlanChoice> choices;
        for (const plan::ProposedPlan& plan : plans) choices.push_back(choice_of(plan));
        return choices;
    }

    static void sort_runs(std::vector<ChoiceRun>& runs) {
        sort_values(runs, [](const ChoiceRun& a, const ChoiceRun& b) {
            if (a.is_in_all != b.is_in_all) return b.is_in_all;
            return a.title != b.title ? a.title < b.title : a.id < b.id;
        });
    }

  private:
    ChoiceRun run_of(const CourseRunId& id) const {
        const CourseRun* run = input_.shared.catalogue.find(id);
        ChoiceRun choice;
        choice.id = id;
        choice.title = id.text;
        if (run == nullptr) return choice;
        return {.id = id,
                .title = run->title,
                .theme = run->theme,
                .hours = run->hours,
                .fee_fen = run->fee_fen,
                .opens = run->opens,
                .closes = run->closes,
                .sessions = run->sessions,
                .is_pinned = draft_ != nullptr && draft_->mark_of(id) == plan::PlanMark::Pinned};
    }

    const SelectInput& input_;
    const YearAssessment& year_;
    const plan::PlanDraft* draft_;
    std::vector<CourseRunId> chosen_;  // and not held, ascending
};

// Two runs of one course that are given at the same time for the same fee: no difference to whoever chooses.
bool looks_alike(const ChoiceRun& a, const ChoiceRun& b) {
    const auto shown = [](const ChoiceRun& run) {
        return std::tie(run.title, run.theme, run.hours, run.fee_fen, run.opens, run.closes, run.sessions);
    };
    return shown(a) == shown(b);
}

void mark_what_all_have(std::vector<PlanChoice>& compared) {
    if (compared.size() < 2) return;
    const auto has = [](const PlanChoice& choice, const ChoiceRun& wanted) {
        return std::any_of(choice.runs.begin(), choice.runs.end(),
                           [&](const ChoiceRun& run) { return looks_alike(run, wanted); });
    };
    for (PlanChoice& choice : compared) {
        for (ChoiceRun& run : choice.runs) {
            run.is_in_all = std::all_of(compared.begin(), compared.end(),
                                        [&](const PlanChoice& other) { return has(other, run); });
        }
    }
    for (PlanChoice& choice : compared) Chooser::sort_runs(choice.runs);
}

}  // namespace

std::vector<CourseRunId> PlanChoice::run_ids() const {
    std::vector<CourseRunId> ids;
    for (const ChoiceRun& run : runs) ids.push_back(run.id);
    sort_values(ids, [](const CourseRunId& a, const CourseRunId& b) { return a < b; });
    return ids;
}

PlanChoices select_choices(const SelectInput& input, const YearAssessment& year, const PlanProposals* proposals) {
    const Chooser chooser(input, year);
    PlanChoices choices;
    choices.draft = chooser.figures_of_draft();
    if (proposals == nullptr) return choices;
    choices.is_outdated = proposals->is_outdated;
    choices.is_searching = proposals->is_searching;
    choices.refusal = proposals->refusal;
    if (!proposals->advice) return choices;
    const auto& verdict = proposals->advice->answer.verdict;
    if (const auto* optimal = std::get_if<plan::OptimalAnswer>(&verdict)) {
        choices.compared.push_back(chooser.choice_of(optimal->best));
        for (const plan::ProposedPlan& plan : proposals->further) choices.compared.push_back(chooser.choice_of(plan));
        mark_what_all_have(choices.compared);
        choices.stops = chooser.choices_of(proposals->stops);
    }
    if (const auto* none = std::get_if<plan::InfeasibleAnswer>(&verdict); none != nullptr && none->nearest) {
        choices.nearest = chooser.choice_of(none->nearest->plan);
    }
    return choices;
}

}  // namespace xueshi::app
