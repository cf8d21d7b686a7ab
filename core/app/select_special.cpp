#include "core/app/select_special.h"

#include <algorithm>

#include "core/base/alternatives.h"
#include "core/app/special_applicant.h"
#include "core/app/special_posts.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using namespace enrolment;

const ProjectRoster* find_roster(const SpecialState& state, const ProjectId& id) {
    const auto found = state.rosters.find(id);
    return found == state.rosters.end() ? nullptr : &found->second;
}

std::optional<Seats> seats_of(const SpecialState& state, const ProjectId& id, const UnitId& unit) {
    const ProjectRoster* roster = find_roster(state, id);
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
    const ProjectRoster* roster = find_roster(input.special, project.id);
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

// ---- track and history

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

// ---- the desk

organisation::Actor reader_of(const SpecialInput& input) {
    return {{}, {}, posts_of(input.roles, input.unit_id, input.shared.units)};
}

bool holds_role(std::span<const organisation::OrgRole> roles, organisation::OrgRole role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::optional<Instant> last_approval(const Enrolment& enrolment) {
    for (auto move = enrolment.moves.rbegin(); move != enrolment.moves.rend(); ++move) {
        if (move->second.move == EnrolmentMove::Approved) return move->second.at;
    }
    return std::nullopt;
}

bool can_be_marked(EnrolmentState state) {
    return state == EnrolmentState::Final || state == EnrolmentState::Attending ||
           state == EnrolmentState::Incomplete || state == EnrolmentState::NoShow;
}

bool is_order_about(const RosterCommand& command, const EnrolmentId& id) {
    return with_alternative(command, [&](const auto& order) {
        if constexpr (requires { order.enrolment_id; }) return order.enrolment_id == id;
        return false;
    });
}

DeskLine desk_line(const SpecialInput& input, const SpecialProject& project, const Enrolment& enrolment,
                   const organisation::Actor& reader) {
    DeskLine line;
    line.enrolment_id = enrolment.opened.value.enrolment_id;
    line.project_id = project.id;
    line.applicant = enrolment.applicant();
    line.teaching_years = date_of(input.now).year() - line.applicant.teaching_since_year;
    line.unmet = unmet_conditions(project.eligibility, line.applicant, date_of(input.now));
    line.state = enrolment.state();
    line.place = enrolment.place();
    line.step = enrolment.steps_passed();
    line.passed_at = last_approval(enrolment);
    line.history = history_of(project, enrolment);
    line.is_on_its_way = std::any_of(input.waiting.begin(), input.waiting.end(), [&](const RosterCommand& command) {
        return is_order_about(command, line.enrolment_id);
    });
    const auto& steps = project.chain.steps;
    const bool is_in_review = line.state == EnrolmentState::InReview && line.step < steps.size();
    if (is_in_review) line.next = steps[line.step].stage;
    const bool is_due = is_in_review && is_before_end_of(steps[line.step].deadline, input.now);
    const bool has_its_place = line.step <= project.chain.place_step || line.place == PlaceState::Held;
    line.is_mine = is_due && has_its_place && !line.is_on_its_way &&
                   post_for(steps[line.step].stage, reader, line.applicant, project.institution_id) != nullptr;
    const bool is_institution = std::any_of(reader.posts.begin(), reader.posts.end(), [&](const auto& post) {
        return post.role == organisation::OrgRole::Institution && post.unit_id == project.institution_id;
    });
    line.can_mark = is_institution && can_be_marked(line.state) && project.starts <= date_of(input.now);
    return line;
}

bool is_of_school(const organisation::Actor& reader, const UnitId& school) {
    using organisation::OrgRole;
    return std::any_of(reader.posts.begin(), reader.posts.end(), [&](const organisation::Post& post) {
        const bool is_school = post.role == OrgRole::Principal || post.role == OrgRole::SchoolAdministrator;
        return is_school && post.unit_id == school;
    });
}

bool has_open_substitution(const ProjectRoster& roster, const EnrolmentId& leaving) {
    return std::any_of(roster.substitutions.begin(), roster.substitutions.end(), [&](const auto& entry) {
        return entry.second.requested.value.leaving_id == leaving && entry.second.is_open();
    });
}

bool can_be_replaced(const SpecialInput& input, const SpecialProject& project, const ProjectRoster& roster,
                     const Enrolment& enrolment, const organisation::Actor& reader) {
    const EnrolmentState state = enrolment.state();
    const bool is_on_list =
        state == EnrolmentState::Final || state == EnrolmentState::Attending || enrolment.has_left_final_list();
    return is_on_list && is_of_school(reader, enrolment.applicant().school_id) &&
           is_before_end_of(project.ends, input.now) &&
           !has_open_substitution(roster, enrolment.opened.value.enrolment_id);
}

bool is_order_about(const RosterCommand& command, const SubstitutionId& id) {
    return with_alternative(command, [&](const auto& order) {
        if constexpr (requires { order.substitution_id; }) return order.substitution_id == id;
        return false;
    });
}

std::vector<SubstitutionLine> substitution_lines(const SpecialInput& input, const SpecialProject& project,
                                                 const ProjectRoster& roster, const organisation::Actor& reader) {
    std::vector<SubstitutionLine> lines;
    for (const auto& [id, substitution] : roster.substitutions) {
        if (!substitution.requested.is_written()) continue;
        const SubstitutionRequested& requested = substitution.requested.value;
        const Enrolment* leaving = roster.find(requested.leaving_id);
        if (leaving == nullptr) continue;
        SubstitutionLine line;
        line.substitution_id = id;
        line.project_id = project.id;
        line.leaving = leaving->applicant().name;
        line.replacement = requested.replacement;
        line.teaching_years = date_of(input.now).year() - requested.replacement.teaching_since_year;
        line.reason = requested.reason;
        line.state = substitution.state();
        line.by = requested.by;
        line.at = requested.at;
        if (!substitution.moves.empty()) {
            const SubstitutionMoved& last = substitution.moves.rbegin()->second;
            line.by = last.by;
            line.at = last.at;
            if (last.move == SubstitutionMove::Refused) line.refusal = last.reason;
        }
        line.is_on_its_way =
            std::any_of(input.waiting.begin(), input.waiting.end(), [&](const RosterCommand& command) {
                return is_order_about(command, line.substitution_id);
            });
        const ApprovalStage stage = line.state == SubstitutionState::Requested ? ApprovalStage::District
                                                                               : ApprovalStage::Centre;
        line.is_mine = substitution.is_open() && !line.is_on_its_way &&
                       post_for(stage, reader, leaving->applicant(), project.institution_id) != nullptr;
        lines.push_back(std::move(line));
    }
    sort_values(lines, [](const SubstitutionLine& a, const SubstitutionLine& b) { return a.is_mine && !b.is_mine; });
    return lines;
}

// The step of the chain that one of the posts can ever take, whoever applies.
std::optional<ApprovalStep> step_of_reader(const SpecialProject& project, const SpecialInput& input) {
    using organisation::OrgRole;
    for (const ApprovalStep& step : project.chain.steps) {
        const auto has = [&](OrgRole role) { return holds_role(input.roles, role); };
        bool is_theirs = false;
        switch (step.stage) {
            case ApprovalStage::Principal: is_theirs = has(OrgRole::Principal); break;
            case ApprovalStage::School: is_theirs = has(OrgRole::SchoolAdministrator); break;
            case ApprovalStage::District: is_theirs = has(OrgRole::DistrictAdministrator) || has(OrgRole::Centre); break;
            case ApprovalStage::Research: is_theirs = has(OrgRole::ResearchDepartment); break;
            case ApprovalStage::Institution: is_theirs = has(OrgRole::Institution); break;
            case ApprovalStage::Centre: is_theirs = has(OrgRole::Centre); break;
        }
        if (is_theirs) return step;
    }
    return std::nullopt;
}

// A school sees a part of its district's list only, and no position on it.
std::map<EnrolmentId, int> positions_seen(const SpecialInput& input,
                                          const SpecialProject& project,
                                          const ProjectRoster& roster) {
    using organisation::OrgRole;
    const bool sees_all = holds_role(input.roles, OrgRole::DistrictAdministrator) ||
                          holds_role(input.roles, OrgRole::Institution) || holds_role(input.roles, OrgRole::Centre);
    if (!sees_all) return {};
    std::set<UnitId> units;
    for (const auto& [id, enrolment] : roster.enrolments) {
        if (enrolment.place() == PlaceState::Waiting) units.insert(enrolment.applicant().quota_unit_id);
    }
    return count(roster, project.id, units).positions;
}

int desk_order(const DeskLine& line) {
    if (line.is_mine) return 0;
    if (line.place == PlaceState::Waiting) return 2;
    return line.state == EnrolmentState::InReview ? 1 : 3;
}

bool has_something_due(const DeskProject& project) {
    return desk_order(project.lines.front()) == 0 ||
           (!project.substitutions.empty() && project.substitutions.front().is_mine);
}

}  // namespace

bool has_desk(std::span<const organisation::OrgRole> roles) {
    return std::any_of(roles.begin(), roles.end(),
                       [](organisation::OrgRole role) { return role != organisation::OrgRole::Teacher; });
}

[[gnu::noinline]] ProjectsProjection select_projects(const SpecialInput& input) {
    ProjectsProjection projection;
    projection.has_teacher = input.teacher.profile.is_written();
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
    const ProjectRoster* roster = find_roster(input.special, id);
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

[[gnu::noinline]] DeskProjection select_desk(const SpecialInput& input) {
    DeskProjection projection;
    projection.has_desk = has_desk(input.roles);
    if (!projection.has_desk) return projection;
    const organisation::Actor reader = reader_of(input);
    for (const auto& [id, published] : input.special.projects) {
        const SpecialProject& project = published.value;
        const ProjectRoster* roster = find_roster(input.special, id);
        if (roster == nullptr || roster->enrolments.empty()) continue;
        DeskProject desk{.id = id,
                         .title = project.title,
                         .step = step_of_reader(project, input),
                         .is_closed = false,
                         .seats = seats_of(input.special, id, input.unit_id),
                         .lines = {},
                         .substitutions = {}};
        const std::map<EnrolmentId, int> positions = positions_seen(input, project, *roster);
        desk.is_closed = desk.step && !is_before_end_of(desk.step->deadline, input.now);
        for (const auto& [enrolment_id, enrolment] : roster->enrolments) {
            if (!enrolment.opened.is_written()) continue;
            DeskLine line = desk_line(input, project, enrolment, reader);
            line.can_be_replaced = can_be_replaced(input, project, *roster, enrolment, reader);
            if (const auto found = positions.find(enrolment_id); found != positions.end()) {
                line.position = found->second;
            }
            projection.due += line.is_mine ? 1 : 0;
            desk.lines.push_back(std::move(line));
        }
        if (desk.lines.empty()) continue;
        desk.substitutions = substitution_lines(input, project, *roster, reader);
        for (const SubstitutionLine& line : desk.substitutions) projection.due += line.is_mine ? 1 : 0;
        sort_values(desk.lines, [](const DeskLine& a, const DeskLine& b) {
            if (desk_order(a) != desk_order(b)) return desk_order(a) < desk_order(b);
            return a.position < b.position;
        });
        projection.projects.push_back(std::move(desk));
    }
    sort_values(projection.projects, [](const DeskProject& a, const DeskProject& b) {
        return has_something_due(a) && !has_something_due(b);
    });
    return projection;
}

}  // namespace xueshi::app
