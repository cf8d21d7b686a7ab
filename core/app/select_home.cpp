#include "core/app/select_home.h"

#include <algorithm>
#include <set>

#include "core/app/plan_disagreement.h"
#include "core/app/select_plan.h"
#include "core/app/select_profile.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using enrolment::PaymentState;
using organisation::OrgRole;

bool concerns(const rules::Milestone& milestone, std::span<const OrgRole> roles) {
    if (milestone.audience.empty()) return true;
    return std::any_of(roles.begin(), roles.end(), [&](OrgRole role) {
        const auto& audience = milestone.audience;
        return std::find(audience.begin(), audience.end(), organisation::role_name(role)) !=
               audience.end();
    });
}

bool administers_school(std::span<const OrgRole> roles) {
    return std::any_of(roles.begin(), roles.end(), [](OrgRole role) {
        return role == OrgRole::Principal || role == OrgRole::SchoolAdministrator;
    });
}

bool is_owed(const enrolment::CourseSelection& selection) {
    return selection.is_standing() && selection.receipt->fee_fen > 0 &&
           selection.payment.value == PaymentState::Unpaid;
}

void add_origin(StateOrigin& origin, const std::string& title, const std::string& remark) {
    if (origin.entries++ > 0) return;
    origin.title = title;
    origin.remark = remark;
}

std::array<StateOrigin, 4> origins_of(const SelectInput& input, const YearAssessment& year) {
    std::array<StateOrigin, 4> origins;
    for (const ledger::HourRecord& record : input.teacher.record_list()) {
        if (record.allocated_year != year.rules.year) continue;
        add_origin(origins[static_cast<std::size_t>(record.state)], record.title, record.remark);
    }
    StateOrigin& planned = origins[static_cast<std::size_t>(ledger::HourState::Planned)];
    std::set<CourseRunId> recorded;
    for (const auto& [id, record] : input.teacher.records) {
        recorded.insert(record.value.course_run_id);
    }
    const auto add_planned = [&](const CourseRunId& run_id) {
        const catalogue::CourseRun* run = input.shared.catalogue.find(run_id);
        if (run != nullptr && !recorded.contains(run_id)) add_origin(planned, run->title, {});
    };
    for (const CourseRunId& run_id : year.held) add_planned(run_id);
    for (const CourseRunId& run_id : year.chosen) {
        const auto& repeated = year.assessment.repeated_runs;
        const bool counts = std::find(repeated.begin(), repeated.end(), run_id) == repeated.end();
        if (counts && !year.is_held(run_id)) add_planned(run_id);
    }
    return origins;
}

std::vector<NewsRow> news_rows(const SelectInput& input) {
    std::vector<NewsRow> rows;
    for (const auto& [id, held] : input.shared.notices) {
        const NoticePost& post = held.value;
        if (held.is_written())
            rows.push_back({id, post.title, post.body, post.issuer, post.posted_on});
    }
    sort_values(rows, [](const NewsRow& a, const NewsRow& b) {
        return a.posted_on == b.posted_on ? a.id < b.id : b.posted_on < a.posted_on;
    });
    return rows;
}

UnitSummary summarise(const SelectInput& input) {
    UnitSummary summary;
    std::set<TeacherId> people;
    for (const auto& [id, selection] : input.unit.selections) {
        if (!selection.is_standing()) continue;
        ++summary.selections;
        people.insert(selection.receipt->teacher_id);
        summary.fee_fen += selection.receipt->fee_fen;
        if (is_owed(selection)) {
            ++summary.unpaid_selections;
            summary.unpaid_fen += selection.receipt->fee_fen;
        }
    }
    summary.people = people.size();
    const auto rules = input.rules.rules_of(AllocatedYear{date_of(input.now).year()});
    if (rules && !rules->phases.empty()) summary.payer_source = rules->phases.front().payer_source;
    return summary;
}

std::vector<HomeTask> tasks_of(const SelectInput& input, const HomeProjection& home) {
    std::vector<HomeTask> tasks;
    if (!home.has_duty) return tasks;
    if (const DisagreementCount disagreements = count_disagreements(input); disagreements.count > 0) {
        tasks.push_back({.kind = HomeTaskKind::SettleDisagreements,
                         .count = disagreements.count,
                         .plan_id = disagreements.plan_id});
    }
    const ProfileConfirmation confirmation = confirmation_of(input.teacher);
    if (confirmation == ProfileConfirmation::Never) tasks.push_back({HomeTaskKind::ConfirmProfile});
    if (confirmation == ProfileConfirmation::Outdated) {
        tasks.push_back({HomeTaskKind::ReconfirmProfile});
    }
    if (home.to_arrange.tenths > 0) {
        tasks.push_back({.kind = HomeTaskKind::ArrangeHours, .count = 0, .hours = home.to_arrange});
    }
    const Submission submission = submission_of(input);
    if (!submission.run_ids.empty()) {
        tasks.push_back({HomeTaskKind::SubmitPlan,
                         submission.run_ids.size(),
                         submission.hours,
                         submission.fee_fen});
    }
    HomeTask payment{.kind = HomeTaskKind::AwaitPayment};
    for (const auto& [id, selection] : input.teacher.selections) {
        if (!is_owed(selection)) continue;
        ++payment.count;
        payment.fee_fen += selection.receipt->fee_fen;
    }
    if (payment.count > 0) tasks.push_back(payment);
    return tasks;
}

}  // namespace

std::vector<MilestoneRow> milestone_rows(const SelectInput& input) {
    std::vector<MilestoneRow> rows;
    const CivilDate today = date_of(input.now);
    const auto rules = input.rules.rules_of(AllocatedYear{today.year()});
    if (!rules) return rows;
    for (const rules::PhasePack& phase : rules->phases) {
        for (const rules::Milestone& milestone : phase.milestones) {
            if (!concerns(milestone, input.roles)) continue;
            rows.push_back({.id = milestone.id,
                            .date = milestone.date,
                            .days_left = milestone.date.days - today.days,
                            .title = milestone.title,
                            .note = milestone.note,
                            .source = milestone.source,
                            .is_deadline = milestone.is_deadline});
        }
    }
    sort_values(rows, [](const MilestoneRow& a, const MilestoneRow& b) {
        return a.date == b.date ? a.id < b.id : a.date < b.date;
    });
    return rows;
}

HomeProjection select_home(const SelectInput& input) {
    HomeProjection home;
    home.year = AllocatedYear{date_of(input.now).year()};
    home.milestones = milestone_rows(input);
    home.news = news_rows(input);
    if (const std::optional<YearAssessment> year = assess_year(input)) {
        home.has_duty = true;
        home.hours = year->assessment.hours;
        home.needed = year->rules.total_minimum();
        home.hours_per_day = year->rules.hours_per_day;
        home.to_arrange = plan::least_missing_hours(year->rules, year->assessment);
        home.not_counted = year->assessment.not_counted;
        home.origins = origins_of(input, *year);
        home.requirements = requirement_rows(*year);
    }
    home.tasks = tasks_of(input, home);
    home.push = diagnostic_push(input);
    if (administers_school(input.roles)) home.unit = summarise(input);
    return home;
}

void add_special_tasks(HomeProjection& home, const SpecialNews& news) {
    std::vector<HomeTask> tasks;
    if (news.due > 0) {
        HomeTask task{.kind = HomeTaskKind::DecideApplications, .count = news.due};
        task.by = news.due_by;
        tasks.push_back(std::move(task));
    }
    for (const ApplicationNews& application : news.applications) {
        HomeTask task{.kind = application.hand_in_by ? HomeTaskKind::HandInAgain : HomeTaskKind::ApplicationMoved};
        task.project_id = application.project_id;
        task.subject = application.title;
        task.by = application.hand_in_by;
        tasks.push_back(std::move(task));
    }
    home.tasks.insert(home.tasks.begin(), tasks.begin(), tasks.end());
}

void add_register_task(HomeProjection& home, std::size_t due) {
    if (due > 0) home.tasks.insert(home.tasks.begin(), {.kind = HomeTaskKind::DecideRegistrations, .count = due});
}

}  // namespace xueshi::app
