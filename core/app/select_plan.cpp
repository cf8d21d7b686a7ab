#include "core/app/select_plan.h"

#include <algorithm>
#include <variant>

#include "core/base/sorting.h"
#include "core/plan/compose_problem.h"

namespace xueshi::app {
namespace {

using catalogue::Admission;
using catalogue::CourseRun;

enrolment::SelectionContext selection_context(const SelectInput& input) {
    return {.now = input.now,
            .fresh_receipt_id = {},
            .teacher = input.teacher.profile.value,
            .selections = input.teacher.selections,
            .catalogue = input.shared.catalogue,
            .rules = input.rules};
}

// What the decision would say to these runs.
std::optional<Error> refusal_of(const SelectInput& input, std::vector<CourseRunId> run_ids) {
    const auto decided = enrolment::decide_submission(selection_context(input),
                                                      {SelectionId{"preview"}, std::move(run_ids)});
    return decided ? std::nullopt : std::optional(decided.error());
}

std::string title_of(const SelectInput& input, const CourseRunId& id) {
    const CourseRun* run = input.shared.catalogue.find(id);
    return run == nullptr ? id.text : run->title;
}

RunTrouble trouble_of_admission(Admission admission) {
    switch (admission) {
        case Admission::Selection:
            return RunTrouble::None;
        case Admission::SignUp:
            return RunTrouble::NeedsSignUp;
        case Admission::Organiser:
            return RunTrouble::OrganiserPlaces;
        case Admission::External:
            return RunTrouble::ExternalSignUp;
    }
    return RunTrouble::None;
}

RunTrouble trouble_of_refusal(ErrorCode code) {
    if (code == enrolment::kNotForThisTeacher) return RunTrouble::NotForTeacher;
    if (code == enrolment::kSelectionNotOpen) return RunTrouble::NotOpenYet;
    if (code == enrolment::kSelectionClosed || code == enrolment::kCourseRunOver)
        return RunTrouble::Closed;
    return RunTrouble::None;
}

// The run that takes this one's place: held before it, or chosen with a smaller id (as `assess`
// counts).
std::string rival_title(const SelectInput& input,
                        const YearAssessment& year,
                        const CourseRun& run) {
    for (const auto* ids : {&year.held, &year.chosen}) {
        for (const CourseRunId& id : *ids) {
            const CourseRun* other = input.shared.catalogue.find(id);
            if (other != nullptr && other->id != run.id && other->course_id == run.course_id) {
                return other->title;
            }
        }
    }
    return run.title;
}

void find_trouble(const SelectInput& input,
                  const YearAssessment& year,
                  const CourseRun& run,
                  PlannedRun& planned) {
    const auto& repeated = year.assessment.repeated_runs;
    if (std::find(repeated.begin(), repeated.end(), run.id) != repeated.end()) {
        planned.trouble = RunTrouble::CourseTwice;
        planned.other_title = rival_title(input, year, run);
        return;
    }
    for (const plan::RunClash& clash : year.assessment.clashes) {
        if (clash.first != run.id && clash.second != run.id) continue;
        planned.trouble = RunTrouble::Clash;
        planned.other_title = title_of(input, clash.first == run.id ? clash.second : clash.first);
        return;
    }
    planned.trouble = trouble_of_admission(run.admission);
    if (planned.trouble != RunTrouble::None) return;
    if (const auto refusal = refusal_of(input, {run.id})) {
        planned.trouble = trouble_of_refusal(refusal->code);
    }
}

bool is_contested(const plan::PlanDraft& draft, const CourseRunId& run) {
    const auto mark = draft.marks.find(run);
    return mark != draft.marks.end() && mark->second.is_contested();
}

PlannedRun planned_run(const SelectInput& input, const YearAssessment& year, const CourseRun& run) {
    const plan::PlanDraft* draft = edited_draft(input);
    PlannedRun planned{
        .id = run.id,
        .title = run.title,
        .theme = run.theme,
        .kind = catalogue::kind_of(run),
        .delivery = run.delivery,
        .hours = run.hours,
        .fee_fen = run.fee_fen,
        .opens = run.opens,
        .closes = run.closes,
        .sessions = run.sessions,
        .hold = RunHold::Draft,
        .is_pinned = draft != nullptr && draft->mark_of(run.id) == plan::PlanMark::Pinned,
        .is_contested = draft != nullptr && is_contested(*draft, run.id),
        .trouble = RunTrouble::None,
        .other_title = {}};
    if (!year.is_held(run.id)) {
        find_trouble(input, year, run, planned);
        return planned;
    }
    const bool is_selected =
        enrolment::find_selection_of(input.teacher.selections, run.id) != nullptr;
    planned.hold = is_selected ? RunHold::Selected : RunHold::Recorded;
    return planned;
}

// Runs held and planned, in the catalogue, each once.
std::vector<const CourseRun*> runs_of_year(const SelectInput& input, const YearAssessment& year) {
    std::vector<const CourseRun*> runs;
    const auto add = [&](const CourseRunId& id) {
        if (const CourseRun* run = input.shared.catalogue.find(id)) runs.push_back(run);
    };
    for (const CourseRunId& id : year.held) {
        const auto is_of_another_year = [&](const auto& entry) {
            const ledger::HourRecord& record = entry.second.value;
            return record.course_run_id == id && record.allocated_year != year.rules.year;
        };
        const auto& records = input.teacher.records;
        if (std::none_of(records.begin(), records.end(), is_of_another_year)) add(id);
    }
    for (const CourseRunId& id : year.chosen) {
        if (!year.is_held(id)) add(id);
    }
    return runs;
}

void add_groups(PlanProjection& plan, std::vector<PlannedRun> runs) {
    sort_values(runs, [](const PlannedRun& a, const PlannedRun& b) {
        const PlanGroupKind group_a = group_of(a.kind), group_b = group_of(b.kind);
        if (group_a != group_b) return group_a < group_b;
        return a.title != b.title ? a.title < b.title : a.id < b.id;
    });
    for (PlannedRun& run : runs) {
        const PlanGroupKind kind = group_of(run.kind);
        if (plan.groups.empty() || plan.groups.back().kind != kind) {
            plan.groups.push_back({.kind = kind, .hours = {}, .fee_fen = 0, .runs = {}});
        }
        PlanGroup& group = plan.groups.back();
        const bool counts =
            run.trouble != RunTrouble::CourseTwice && run.trouble != RunTrouble::NotInCatalogue;
        if (counts) group.hours += run.hours;
        if (counts) group.fee_fen += run.fee_fen;
        if (run.trouble != RunTrouble::None) ++plan.troubled_runs;
        group.runs.push_back(std::move(run));
    }
}

void add_runs(PlanProjection& plan, const SelectInput& input, const YearAssessment& year) {
    const std::vector<const CourseRun*> runs = runs_of_year(input, year);
    std::vector<PlannedRun> planned;
    planned.reserve(runs.size());
    std::vector<const CourseRun*> on_calendar;
    for (const CourseRun* run : runs) {
        planned.push_back(planned_run(input, year, *run));
        const PlannedRun& added = planned.back();
        if (added.trouble != RunTrouble::CourseTwice) on_calendar.push_back(run);
        if (added.hold != RunHold::Draft || added.trouble == RunTrouble::CourseTwice) continue;
        ++plan.draft_runs;
        plan.draft_hours += run->hours;
    }
    for (const CourseRunId& id : year.assessment.unknown_runs) {
        PlannedRun gone;
        gone.id = id;
        gone.title = id.text;
        gone.trouble = RunTrouble::NotInCatalogue;
        planned.push_back(std::move(gone));
    }
    plan.weeks = select_weeks(input, year, on_calendar);
    add_groups(plan, std::move(planned));
}

void add_selections(PlanProjection& plan, const SelectInput& input) {
    for (const auto& [id, selection] : input.teacher.selections) {
        if (!selection.is_standing()) continue;
        const enrolment::SelectionReceipt& receipt = *selection.receipt;
        SelectionCard card{.id = id,
                           .receipt_id = receipt.receipt_id,
                           .confirmed_at = receipt.confirmed_at,
                           .payment = selection.payment.value,
                           .hours = receipt.hours,
                           .fee_fen = receipt.fee_fen,
                           .titles = {},
                           .cannot_withdraw = {}};
        for (const CourseRunId& run : receipt.course_run_ids)
            card.titles.push_back(title_of(input, run));
        const auto withdrawal = enrolment::decide_withdrawal(selection_context(input), {id});
        if (!withdrawal) card.cannot_withdraw = withdrawal.error().code;
        plan.selections.push_back(std::move(card));
    }
    sort_values(plan.selections, [](const SelectionCard& a, const SelectionCard& b) {
        return a.confirmed_at == b.confirmed_at ? a.id < b.id : b.confirmed_at < a.confirmed_at;
    });
}

void add_submission(PlanProjection& plan, const SelectInput& input) {
    plan.submission = submission_of(input);
    for (const CourseRunId& id : plan.submission.run_ids) {
        plan.submission_titles.push_back(title_of(input, id));
    }
    plan.submission_refusal = refusal_of(input, plan.submission.run_ids);
    if (plan.submission_refusal && !plan.submission_refusal->subject.empty()) {
        plan.submission_refusal->subject =
            title_of(input, CourseRunId{plan.submission_refusal->subject});
    }
}

// What was pressed goes before what was proposed.
std::optional<CompletionTrouble> trouble_of(const SelectInput& input,
                                            const YearAssessment& year,
                                            const plan::PlanDraft& draft,
                                            const plan::PlanningAdvice* failed,
                                            const PlanProposals* proposals) {
    const bool is_pressed = failed != nullptr;
    if (!is_pressed && proposals != nullptr && proposals->advice) failed = &*proposals->advice;
    if (failed == nullptr || !std::holds_alternative<plan::InfeasibleAnswer>(failed->answer.verdict)) return std::nullopt;
    const std::vector<ledger::HourRecord> records = input.teacher.record_list();
    const plan::PlanningSituation situation =
        situation_of(input.teacher, input.shared, year.rules, records, input.now);
    const plan::Keep keep = is_pressed ? plan::Keep::ChosenAndPinned : plan::Keep::PinnedOnly;
    return completion_trouble(
        failed, year.rules, input.shared.catalogue, draft, plan::usual_max_hours(situation, draft, keep));
}

std::vector<PlanTab> tabs_of(const plan::PlanDrafts& drafts) {
    std::vector<const plan::PlanDraft*> existing;
    for (const auto& [id, draft] : drafts) {
        if (draft.exists()) existing.push_back(&draft);
    }
    sort_values(existing, [](const plan::PlanDraft* a, const plan::PlanDraft* b) {
        return a->name.stamp() < b->name.stamp();
    });
    std::vector<PlanTab> tabs;
    for (const plan::PlanDraft* draft : existing) {
        tabs.push_back({draft->id, draft->name.value(), draft->contested_parts() > 0});
    }
    return tabs;
}

}  // namespace

Submission submission_of(const SelectInput& input) {
    Submission submission;
    const std::optional<YearAssessment> year = assess_year(input);
    if (!year) return submission;
    for (const CourseRunId& id : year->chosen) {
        const CourseRun* run = input.shared.catalogue.find(id);
        if (run == nullptr || run->admission != Admission::Selection || year->is_held(id)) continue;
        submission.run_ids.push_back(id);
        submission.hours += run->hours;
        submission.fee_fen += run->fee_fen;
    }
    return submission;
}

PlanProjection select_plan(const SelectInput& input,
                           const plan::PlanningAdvice* failed,
                           const PlanProposals* proposals) {
    PlanProjection plan;
    plan.year = AllocatedYear{date_of(input.now).year()};
    plan.tabs = tabs_of(input.teacher.plans);
    plan.priorities = plan::default_priorities();
    if (const plan::PlanDraft* draft = edited_draft(input)) {
        plan.edited = draft->id;
        plan.edited_name = draft->name.value();
        plan.limits = draft->limits.value();
        plan.priorities = draft->priorities_or_default();
        plan.disagreements = disagreements_of(input, *draft);
        for (const CourseRunId& id : draft->marked(plan::PlanMark::Excluded)) {
            plan.excluded.push_back({id, title_of(input, id)});
        }
        sort_values(plan.excluded, [](const ExcludedRun& a, const ExcludedRun& b) {
            return a.title != b.title ? a.title < b.title : a.id < b.id;
        });
    }
    const std::optional<YearAssessment> year = assess_year(input);
    if (!year) return plan;

    plan.has_duty = true;
    plan.requirements = requirement_rows(*year);
    plan.is_complete = year->assessment.is_complete();
    plan.draft_fee_fen = year->assessment.planned_fee_fen;
    plan.credited_hours = assess_with(input, year->rules, {}).hours.total();
    add_runs(plan, input, *year);
    add_selections(plan, input);
    add_submission(plan, input);
    if (!year->rules.phases.empty()) {
        const rules::PhasePack& phase = year->rules.phases.front();
        plan.payer_source = phase.payer_source;
        if (date_of(input.now) < phase.selection_opens)
            plan.selection_opens = phase.selection_opens;
    }
    if (const plan::PlanDraft* draft = edited_draft(input)) {
        plan.choices = select_choices(input, *year, proposals);
        plan.trouble = trouble_of(input, *year, *draft, failed, proposals);
    }
    return plan;
}

}  // namespace xueshi::app
