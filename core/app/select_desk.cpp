#include "core/app/select_desk.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/alternatives.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using namespace enrolment;

organisation::Actor reader_of(const SpecialInput& input) {
    return {{}, {}, {input.posts.begin(), input.posts.end()}};
}

bool holds_role(std::span<const organisation::Post> posts, organisation::OrgRole role) {
    return std::any_of(posts.begin(), posts.end(), [role](const auto& post) { return post.role == role; });
}

Instant came_at(const Enrolment& enrolment) {
    for (auto move = enrolment.moves.rbegin(); move != enrolment.moves.rend(); ++move) {
        const EnrolmentMove kind = move->second.move;
        if (kind == EnrolmentMove::Approved || kind == EnrolmentMove::Resubmitted) return move->second.at;
    }
    return enrolment.opened.value.at;
}

bool is_institution_of(const organisation::Actor& reader, const SpecialProject& project) {
    return std::any_of(reader.posts.begin(), reader.posts.end(), [&](const organisation::Post& post) {
        return post.role == organisation::OrgRole::Institution && post.unit_id == project.institution_id;
    });
}

bool can_be_marked(EnrolmentState state) {
    return state == EnrolmentState::Final || state == EnrolmentState::Attending ||
           state == EnrolmentState::Incomplete || state == EnrolmentState::NoShow;
}

// The applications and replacements that orders on their way are about. A scan leaves everything else possible.
std::set<std::string> ordered_ids(std::span<const RosterCommand> waiting) {
    std::set<std::string> ids;
    for (const RosterCommand& command : waiting) {
        if (std::holds_alternative<enrolment::AttachDocument>(command)) continue;
        with_alternative(command, [&](const auto& order) {
            if constexpr (requires { order.enrolment_id; }) ids.insert(order.enrolment_id.text);
            if constexpr (requires { order.substitution_id; }) ids.insert(order.substitution_id.text);
        });
    }
    return ids;
}

DeskTab tab_of(const DeskLine& line) {
    if (line.is_mine || line.is_on_its_way) return DeskTab::Due;
    if (line.place == PlaceState::Waiting) return DeskTab::Waiting;
    switch (line.state) {
        case EnrolmentState::InReview: return DeskTab::InReview;
        case EnrolmentState::Returned:
        case EnrolmentState::Refused:
        case EnrolmentState::Withdrawn:
        case EnrolmentState::Substituted: return DeskTab::Ended;
        default: return DeskTab::Final;
    }
}

DeskLine desk_line(const SpecialInput& input, const SpecialProject& project, const Enrolment& enrolment,
                   const organisation::Actor& reader, const std::set<std::string>& ordered) {
    DeskLine line;
    line.project = &project;
    line.enrolment = &enrolment;
    const CivilDate today = date_of(input.now);
    line.teaching_years = today.year() - line.applicant().teaching_since_year;
    line.unmet = unmet_conditions(project.eligibility, line.applicant(), today);
    line.state = enrolment.state();
    line.place = enrolment.place();
    line.step = enrolment.steps_passed();
    line.came_at = came_at(enrolment);
    line.is_on_its_way = ordered.contains(line.id().text);
    const auto& steps = project.chain.steps;
    const bool is_in_review = line.state == EnrolmentState::InReview && line.step < steps.size();
    if (is_in_review) line.next = steps[line.step].stage;
    const bool is_due = is_in_review && is_before_end_of(steps[line.step].deadline, input.now);
    const bool has_its_place = line.step <= project.chain.place_step || line.place == PlaceState::Held;
    line.is_mine = is_due && has_its_place && !line.is_on_its_way &&
                   post_for(steps[line.step].stage, reader, line.applicant(), project.institution_id) != nullptr;
    line.can_mark = is_institution_of(reader, project) && can_be_marked(line.state) && project.starts <= today;
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

SubstitutionState state_after(SubstitutionMove move) {
    switch (move) {
        case SubstitutionMove::DistrictApproved: return SubstitutionState::DistrictApproved;
        case SubstitutionMove::Confirmed: return SubstitutionState::Confirmed;
        case SubstitutionMove::Refused: return SubstitutionState::Refused;
    }
    return SubstitutionState::Requested;
}

std::vector<SubstitutionLine> substitution_lines(const SpecialInput& input, const SpecialProject& project,
                                                 const ProjectRoster& roster, const organisation::Actor& reader,
                                                 const std::set<std::string>& ordered) {
    std::vector<SubstitutionLine> lines;
    for (const auto& [id, substitution] : roster.substitutions) {
        if (!substitution.requested.is_written()) continue;
        const SubstitutionRequested& requested = substitution.requested.value;
        const Enrolment* leaving = roster.find(requested.leaving_id);
        if (leaving == nullptr) continue;
        SubstitutionLine line;
        line.substitution_id = id;
        line.project_id = project.id;
        line.project = &project;
        line.receipt_id = requested.receipt_id;
        line.leaving = leaving->applicant();
        line.replacement = requested.replacement;
        line.teaching_years = date_of(input.now).year() - requested.replacement.teaching_since_year;
        line.reason = requested.reason;
        line.state = substitution.state();
        line.history.push_back({SubstitutionState::Requested, requested.by, requested.at, requested.reason});
        for (const auto& [stamp, moved] : substitution.moves) {
            line.history.push_back({state_after(moved.move), moved.by, moved.at, moved.reason});
        }
        for (const auto& [stamp, document] : substitution.documents) {
            line.documents.push_back(
                {document.attachment_id, document.kind, document.file_name, document.by, document.at});
        }
        line.is_open = substitution.is_open();
        line.can_attach = line.is_open && line.documents.size() < enrolment::kMostDocuments &&
                          post_of_stamping(reader, leaving->applicant(), project.institution_id) != nullptr;
        line.is_on_its_way = ordered.contains(id.text);
        const ApprovalStage stage = line.state == SubstitutionState::Requested ? ApprovalStage::District
                                                                               : ApprovalStage::Centre;
        line.is_mine = line.is_open && !line.is_on_its_way &&
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
        const auto has = [&](OrgRole role) { return holds_role(input.posts, role); };
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
    const bool sees_all = holds_role(input.posts, OrgRole::DistrictAdministrator) ||
                          holds_role(input.posts, OrgRole::Institution) || holds_role(input.posts, OrgRole::Centre);
    if (!sees_all) return {};
    std::set<UnitId> units;
    for (const auto& [id, enrolment] : roster.enrolments) {
        if (enrolment.place() == PlaceState::Waiting) units.insert(enrolment.applicant().quota_unit_id);
    }
    return count(roster, project.id, units).positions;
}

// Of the first post that has places of its own.
std::optional<Seats> seats_of_reader(const SpecialInput& input, const ProjectId& project) {
    for (const organisation::Post& post : input.posts) {
        if (const auto seats = seats_of(input.special, project, post.unit_id)) return seats;
    }
    return std::nullopt;
}

// All units that may have places, those of the table among them.
std::vector<QuotaLine> quota_lines(const SpecialInput& input, const SpecialProject& project, const ProjectRoster& roster) {
    using organisation::OrgKind;
    std::map<UnitId, QuotaLine> lines;
    for (const auto& [id, unit] : input.shared.units) {
        const OrgKind kind = unit.value.kind;
        if (kind == OrgKind::District || kind == OrgKind::AffiliatedUnit) lines[id] = {{id, 0, {}}, unit.value.name, {}};
    }
    for (const QuotaRow& row : roster.quota.value) {
        QuotaLine& line = lines[row.unit_id];
        line.row = row;
        if (line.name.zh.empty()) line.name = {row.unit_id.text, row.unit_id.text};
        line.seats = seats_of(input.special, project.id, row.unit_id).value_or(Seats{});
    }
    std::vector<QuotaLine> table;
    for (auto& [id, line] : lines) table.push_back(std::move(line));
    return table;
}

std::optional<StudyAwayLine> study_away_line(const SpecialInput& input, const SpecialProject& project,
                                             const ProjectRoster& roster, const organisation::Actor& reader) {
    const bool is_institution = is_institution_of(reader, project);
    const bool is_centre = holds_role(input.posts, organisation::OrgRole::Centre);
    if (!project.has_study_away || (!is_institution && !is_centre)) return std::nullopt;
    const StudyAway& away = roster.study_away;
    StudyAwayLine line;
    line.state = away.state();
    if (const StudyAwayPlan* plan = away.plan()) line.plan = *plan;
    line.due = study_away_due(project.starts);
    const bool is_over = !is_before_end_of(line.due, input.now);
    line.is_late = is_over && !away.is_late_allowed();
    for (const auto& [stamp, moved] : away.moves) {
        line.by = moved.by;
        line.at = moved.at;
        if (!moved.reason.empty()) line.reason = moved.reason;
    }
    const bool is_open = line.state != StudyAwayState::Approved && is_before_end_of(project.ends, input.now);
    line.can_submit = is_institution && is_open && !line.is_late;
    line.can_review = is_centre && line.state == StudyAwayState::Submitted;
    line.can_allow_late = is_centre && line.is_late && line.state != StudyAwayState::Approved;
    return line;
}

DeskProject desk_project(const SpecialInput& input, const SpecialProject& project, const ProjectRoster& roster,
                         const organisation::Actor& reader, const std::set<std::string>& ordered) {
    DeskProject desk;
    desk.id = project.id;
    desk.title = project.title;
    desk.step = step_of_reader(project, input);
    desk.is_closed = desk.step && !is_before_end_of(desk.step->deadline, input.now);
    desk.seats = seats_of_reader(input, project.id);
    const bool is_placed = project.mode == SignupMode::OrganiserPlaced;
    desk.can_place = is_placed && is_institution_of(reader, project) && is_before_end_of(project.ends, input.now);
    desk.can_set_quota = !is_placed && holds_role(input.posts, organisation::OrgRole::Centre);
    desk.study_away = study_away_line(input, project, roster, reader);
    if (desk.study_away && desk.study_away->can_review) ++desk.due;
    if (desk.can_set_quota) desk.quota = quota_lines(input, project, roster);
    const std::map<EnrolmentId, int> positions = positions_seen(input, project, roster);
    for (const auto& [id, enrolment] : roster.enrolments) {
        if (!enrolment.opened.is_written()) continue;
        DeskLine line = desk_line(input, project, enrolment, reader, ordered);
        line.can_be_replaced = can_be_replaced(input, project, roster, enrolment, reader);
        if (const auto found = positions.find(id); found != positions.end()) line.position = found->second;
        line.tab = tab_of(line);
        ++desk.counts[static_cast<std::size_t>(line.tab)];
        desk.due += line.is_mine ? 1 : 0;
        desk.lines.push_back(std::move(line));
    }
    desk.substitutions = substitution_lines(input, project, roster, reader, ordered);
    for (const SubstitutionLine& line : desk.substitutions) desk.due += line.is_mine ? 1 : 0;
    sort_values(desk.lines, [](const DeskLine& a, const DeskLine& b) {
        if (a.tab != b.tab) return a.tab < b.tab;
        if (a.position != b.position) return a.position < b.position;
        return a.came_at < b.came_at;
    });
    return desk;
}

}  // namespace

bool has_desk(std::span<const organisation::OrgRole> roles) {
    return std::any_of(roles.begin(), roles.end(),
                       [](organisation::OrgRole role) { return role != organisation::OrgRole::Teacher; });
}

bool has_desk(std::span<const organisation::Post> posts) {
    return std::any_of(posts.begin(), posts.end(),
                       [](const organisation::Post& post) { return post.role != organisation::OrgRole::Teacher; });
}

bool SubstitutionLine::has(enrolment::DocumentKind kind) const {
    return std::any_of(documents.begin(), documents.end(),
                       [kind](const DocumentLine& document) { return document.kind == kind; });
}

[[gnu::noinline]] DeskProjection select_desk(const SpecialInput& input) {
    DeskProjection projection;
    projection.has_desk = has_desk(input.posts);
    if (!projection.has_desk) return projection;
    projection.special = &input.special;
    const organisation::Actor reader = reader_of(input);
    const std::set<std::string> ordered = ordered_ids(input.waiting);
    const ProjectRoster none;
    for (const auto& [id, published] : input.special.projects) {
        const ProjectRoster* roster = input.special.find_roster(id);
        DeskProject desk = desk_project(input, published.value, roster == nullptr ? none : *roster, reader, ordered);
        if (desk.lines.empty() && !desk.can_place && !desk.can_set_quota && !desk.study_away) continue;
        projection.due += desk.due;
        projection.projects.push_back(std::move(desk));
    }
    for (const organisation::Post& post : input.posts) {
        if (!post.deputy_for.empty()) projection.stands_in_for.push_back(post.deputy_for);
        const bool is_own = post.deputy_for.empty() && post.role != organisation::OrgRole::Teacher;
        if (is_own) projection.own_roles.push_back(post.role);
    }
    const CivilDate today = date_of(input.now);
    for (const auto& [id, deputation] : input.special.deputations) {
        const organisation::DeputyNamed& named = deputation.named.value;
        if (!deputation.is_ahead(today) || !(named.holder_id == input.account_id)) continue;
        projection.deputies.push_back({id, named.deputy_name, named.role, named.from, named.until, deputation.is_on(today)});
    }
    sort_values(projection.projects, [](const DeskProject& a, const DeskProject& b) {
        if ((a.due > 0) != (b.due > 0)) return a.due > 0;
        return !a.lines.empty() && b.lines.empty();
    });
    return projection;
}

}  // namespace xueshi::app
