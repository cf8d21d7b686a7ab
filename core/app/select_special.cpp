#include "core/app/select_special.h"

#include <algorithm>

#include "core/app/special_applicant.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using namespace enrolment;

// The one to show: a live application, else the last one that ended.
const Enrolment* own_enrolment(const ProjectRoster* roster, const TeacherId& teacher) {
    if (roster == nullptr || teacher.empty()) return nullptr;
    if (const Enrolment* live = roster->find_live(teacher)) return live;
    const Enrolment* last = nullptr;
    for (const auto& [id, enrolment] : roster->enrolments) {
        if (!enrolment.opened.is_written() || !(enrolment.applicant().teacher_id == teacher)) continue;
        if (last == nullptr || last->opened.stamp < enrolment.opened.stamp) last = &enrolment;
    }
    return last;
}

std::string last_reason(const Enrolment& enrolment) {
    for (auto move = enrolment.moves.rbegin(); move != enrolment.moves.rend(); ++move) {
        if (!move->second.reason.empty()) return move->second.reason;
    }
    return {};
}

int position_of(const SpecialState& state, const EnrolmentId& id) {
    const auto found = state.positions.find(id);
    return found == state.positions.end() ? 0 : found->second.value;
}

Standing standing_of(const SpecialState& state, const SpecialProject& project, const Enrolment& enrolment) {
    Standing standing;
    standing.enrolment_id = enrolment.opened.value.enrolment_id;
    standing.state = enrolment.state();
    standing.place = enrolment.place();
    if (standing.place == PlaceState::Waiting) standing.position = position_of(state, standing.enrolment_id);
    const std::size_t passed = enrolment.steps_passed();
    if (standing.state == EnrolmentState::InReview && passed < project.chain.steps.size()) {
        standing.next = project.chain.steps[passed];
    }
    standing.reason = last_reason(enrolment);
    return standing;
}

bool is_on_its_way(std::span<const RosterCommand> waiting, const ProjectId& project) {
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const RosterCommand& command) { return project_of(command) == project; });
}

ProjectGroup group_of(const SpecialInput& input, const SpecialProject& project, const ProjectLine& line) {
    if (line.own || line.is_on_its_way) return ProjectGroup::Own;
    if (!line.unmet.empty()) return ProjectGroup::NotForMe;
    if (project.mode == SignupMode::OrganiserPlaced) return ProjectGroup::Closed;
    if (!line.seats) return ProjectGroup::NotForMe;
    if (date_of(input.now) < project.chain.opens) return ProjectGroup::Later;
    return is_before_end_of(project.chain.sign_up_by, input.now) ? ProjectGroup::Open : ProjectGroup::Closed;
}

ProjectLine line_of(const SpecialInput& input, const SpecialProject& project) {
    ProjectLine line{.id = project.id,
                     .title = project.title,
                     .institution = project.institution_name,
                     .hours = {},
                     .mode = project.mode,
                     .sign_up_by = project.chain.sign_up_by,
                     .starts = project.starts,
                     .ends = project.ends,
                     .group = ProjectGroup::Open,
                     .seats = {},
                     .unmet = {},
                     .own = {},
                     .is_on_its_way = is_on_its_way(input.waiting, project.id)};
    if (const auto* run = input.shared.catalogue.find(project.course_run_id)) line.hours = run->hours;
    if (!input.teacher.profile.is_written()) return line;
    const Applicant applicant = applicant_of(input.teacher.profile.value);
    line.seats = seats_of(input.special, project.id, applicant.quota_unit_id);
    line.unmet = unmet_conditions(project.eligibility, applicant, date_of(input.now));
    const ProjectRoster* roster = input.special.find_roster(project.id);
    if (const Enrolment* own = own_enrolment(roster, applicant.teacher_id)) {
        line.own = standing_of(input.special, project, *own);
    }
    line.group = group_of(input, project, line);
    return line;
}

LocalizedText name_of(const SharedState& shared, const UnitId& unit) {
    const auto found = shared.units.find(unit);
    return found == shared.units.end() ? LocalizedText{} : found->second.value.name;
}

// ---- track

void say_done(TrackStep& step, StepState state, Instant at, const organisation::ActorNote& by,
              const std::string& note, const ReceiptId& receipt) {
    step.state = state;
    step.at = at;
    step.by = by;
    step.note = note;
    step.receipt = receipt.text;
}

// The dates of the chain, with what an application has passed of them since it was handed in last.
std::vector<TrackStep> track_of(const SpecialInput& input, const SpecialProject& project, const Enrolment* own) {
    std::vector<TrackStep> track(1 + project.chain.steps.size());
    track[0].deadline = project.chain.sign_up_by;
    for (std::size_t step = 0; step < project.chain.steps.size(); ++step) {
        track[1 + step].stage = project.chain.steps[step].stage;
        track[1 + step].deadline = project.chain.steps[step].deadline;
    }
    if (own == nullptr || own->opened.value.origin != EnrolmentOrigin::SignedUp) return track;
    const EnrolmentOpened& opened = own->opened.value;
    say_done(track[0], StepState::Done, opened.at, opened.by, {}, opened.receipt_id);
    for (const auto& [stamp, moved] : own->moves) {
        if (moved.move == EnrolmentMove::Resubmitted) {
            for (std::size_t step = 1; step < track.size(); ++step) {
                track[step] = {.stage = track[step].stage, .deadline = track[step].deadline, .at = {}, .by = {}, .note = {}, .receipt = {}};
            }
            say_done(track[0], StepState::Done, moved.at, moved.by, {}, moved.receipt_id);
        }
        if (moved.step + 1 >= track.size()) continue;
        if (moved.move == EnrolmentMove::Approved) {
            say_done(track[1 + moved.step], StepState::Done, moved.at, moved.by, moved.reason, moved.receipt_id);
        }
        if (moved.move == EnrolmentMove::Returned || moved.move == EnrolmentMove::Refused) {
            say_done(track[1 + moved.step], StepState::Stopped, moved.at, moved.by, moved.reason, moved.receipt_id);
        }
    }
    const std::size_t passed = own->steps_passed();
    if (own->state() == EnrolmentState::InReview && passed + 1 < track.size()) {
        TrackStep& due = track[1 + passed];
        due.state = StepState::Due;
        due.is_overdue = !is_before_end_of(due.deadline, input.now);
    }
    return track;
}

}  // namespace

std::optional<Seats> seats_of(const SpecialState& state, const ProjectId& id, const UnitId& unit) {
    const ProjectRoster* roster = state.find_roster(id);
    const QuotaRow* row = roster == nullptr ? nullptr : find_row(roster->quota.value, unit);
    if (row == nullptr) return std::nullopt;
    Seats seats{row->places, 0, 0};
    const auto project = state.seats.find(id);
    if (project == state.seats.end()) return seats;
    if (const auto noted = project->second.find(unit); noted != project->second.end()) {
        seats.held = noted->second.value.held;
        seats.waiting = noted->second.value.waiting;
    }
    return seats;
}

std::vector<HistoryEntry> history_of(const SpecialProject& project, const Enrolment& enrolment) {
    const EnrolmentOpened& opened = enrolment.opened.value;
    std::vector<HistoryEntry> history = {
        {std::nullopt, opened.origin, std::nullopt, opened.at, opened.by, {}, opened.receipt_id.text}};
    for (const auto& [stamp, moved] : enrolment.moves) {
        HistoryEntry entry{moved.move, opened.origin, std::nullopt, moved.at, moved.by, moved.reason,
                           moved.receipt_id.text};
        const bool is_review = moved.move == EnrolmentMove::Approved || moved.move == EnrolmentMove::Returned ||
                               moved.move == EnrolmentMove::Refused;
        if (is_review && moved.step < project.chain.steps.size()) entry.stage = project.chain.steps[moved.step].stage;
        history.push_back(std::move(entry));
    }
    return history;
}

[[gnu::noinline]] ProjectsProjection select_projects(const SpecialInput& input) {
    ProjectsProjection projection;
    projection.has_teacher = input.teacher.profile.is_written();
    projection.special = &input.special;
    for (const auto& [id, project] : input.special.projects) {
        projection.lines.push_back(line_of(input, project.value));
    }
    sort_values(projection.lines, [](const ProjectLine& a, const ProjectLine& b) { return a.group < b.group; });
    return projection;
}

[[gnu::noinline]] ProjectProjection select_project(const SpecialInput& input, const ProjectId& id) {
    ProjectProjection projection;
    const SpecialProject* project = input.special.find_project(id);
    if (project == nullptr) return projection;
    projection.is_known = true;
    projection.line = line_of(input, *project);
    projection.brief = project->brief;
    projection.contact = project->contact;
    projection.conditions = project->eligibility;
    projection.has_study_away = project->has_study_away;
    const ProjectLine& line = projection.line;
    const ProjectRoster* roster = input.special.find_roster(id);
    const Enrolment* own = nullptr;
    if (input.teacher.profile.is_written()) {
        const Applicant applicant = applicant_of(input.teacher.profile.value);
        projection.unit_name = name_of(input.shared, applicant.quota_unit_id);
        own = own_enrolment(roster, applicant.teacher_id);
    }
    projection.track = track_of(input, *project, own);
    if (line.is_on_its_way) return projection;
    const bool is_live = own != nullptr && own->is_live();
    const bool is_window = project->mode == SignupMode::Online && date_of(input.now) >= project->chain.opens &&
                           is_before_end_of(project->chain.sign_up_by, input.now);
    projection.can_sign_up =
        projection.line.seats.has_value() && !is_live && is_window && line.unmet.empty();
    if (!is_live) return projection;
    const EnrolmentState state = own->state();
    projection.can_hand_in_again = state == EnrolmentState::Returned && is_window;
    projection.withdrawal_needs_reason = state == EnrolmentState::Final || state == EnrolmentState::Attending;
    projection.can_withdraw = projection.withdrawal_needs_reason || state == EnrolmentState::InReview ||
                              state == EnrolmentState::Returned;
    return projection;
}

}  // namespace xueshi::app
