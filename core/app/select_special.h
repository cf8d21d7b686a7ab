// What the screens of special training show: projects, one project with the application's track, and the review desk.
//
// Pure; made anew when the state changes. What is on its way to the server is shown as waiting and changes nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/app/special_state.h"
#include "core/app/state.h"
#include "core/enrolment/roster_decide.h"

namespace xueshi::app {

struct SpecialInput {
    Instant now;
    const TeacherState& teacher;
    const SharedState& shared;
    const SpecialState& special;
    std::span<const organisation::OrgRole> roles;
    UnitId unit_id;  // the account's
    // Orders the server has not answered yet, oldest first.
    std::span<const enrolment::RosterCommand> waiting;
};

// Of one district or affiliated unit in one project.
struct Seats {
    int places = 0;
    int held = 0;
    int waiting = 0;

    int left() const { return places > held ? places - held : 0; }
    friend bool operator==(const Seats&, const Seats&) = default;
};

// Where an application stands.
struct Standing {
    EnrolmentId enrolment_id;
    enrolment::EnrolmentState state = enrolment::EnrolmentState::InReview;
    enrolment::PlaceState place = enrolment::PlaceState::None;
    int position = 0;                        // on the waiting list; 0 on none
    std::optional<enrolment::ApprovalStep> next;  // whose step is due, while it is in review
    std::string reason;                      // of the last move that had one
};

// In the order of the list's groups.
enum class ProjectGroup : std::uint8_t { Own, Open, Later, Closed, NotForMe };

struct ProjectLine {
    ProjectId id;
    std::string title;
    std::string institution;
    DeciHours hours;
    enrolment::SignupMode mode = enrolment::SignupMode::Online;
    CivilDate sign_up_by;
    CivilDate starts;
    CivilDate ends;
    ProjectGroup group = ProjectGroup::Open;
    std::optional<Seats> seats;  // of the teacher's own unit; none when it has no places or the project no table
    std::vector<enrolment::UnmetCondition> unmet;
    std::optional<Standing> own;
    bool is_on_its_way = false;  // an order about it waits for the server
};

struct ProjectsProjection {
    bool has_teacher = false;
    std::vector<ProjectLine> lines;  // by group, then by the project's number
};

enum class StepState : std::uint8_t { Done, Due, Later, Stopped };

// The teacher's sign-up, then the steps of the chain.
struct TrackStep {
    std::optional<enrolment::ApprovalStage> stage;  // none: the teacher's own
    CivilDate deadline;
    StepState state = StepState::Later;
    bool is_overdue = false;  // due, and its last day is over
    Instant at;               // of Done and Stopped
    organisation::ActorNote by;
    std::string note;         // what the reviewer wrote
    std::string receipt;
};

struct HistoryEntry {
    std::optional<enrolment::EnrolmentMove> move;  // none: it was opened
    enrolment::EnrolmentOrigin origin = enrolment::EnrolmentOrigin::SignedUp;
    std::optional<enrolment::ApprovalStage> stage;
    Instant at;
    organisation::ActorNote by;
    std::string reason;
    std::string receipt;
};

struct ProjectProjection {
    bool is_known = false;
    ProjectLine line;
    std::string brief;
    std::string contact;
    LocalizedText unit_name;  // whose places they are
    enrolment::EligibilityRule conditions;
    bool has_study_away = false;
    std::vector<TrackStep> track;  // without an application: the dates alone
    bool can_sign_up = false;
    bool can_hand_in_again = false;
    bool can_withdraw = false;
    bool withdrawal_needs_reason = false;
};

// One person's application on a reviewer's desk.
struct DeskLine {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    enrolment::Applicant applicant;
    int teaching_years = 0;
    std::vector<enrolment::UnmetCondition> unmet;
    enrolment::EnrolmentState state = enrolment::EnrolmentState::InReview;
    enrolment::PlaceState place = enrolment::PlaceState::None;
    int position = 0;
    std::size_t step = 0;        // the step due
    std::optional<enrolment::ApprovalStage> next;  // whose it is, while it is in review
    std::optional<Instant> passed_at;  // of the step before
    std::vector<HistoryEntry> history;
    bool is_mine = false;        // the step due is the reader's, and its place is there
    bool can_mark = false;       // attendance
    bool can_be_replaced = false;  // by the reader's school (R33)
    bool is_on_its_way = false;
};

// Somebody else in a participant's place, on its way over two desks.
struct SubstitutionLine {
    SubstitutionId substitution_id;
    ProjectId project_id;
    std::string leaving;  // name
    enrolment::Applicant replacement;
    int teaching_years = 0;
    std::string reason;
    std::string refusal;  // why, where it was refused
    enrolment::SubstitutionState state = enrolment::SubstitutionState::Requested;
    organisation::ActorNote by;  // who moved it last
    Instant at;
    bool is_mine = false;
    bool is_on_its_way = false;
};

// A project on a desk, with the lines the reader's posts let them see.
struct DeskProject {
    ProjectId id;
    std::string title;
    std::optional<enrolment::ApprovalStep> step;  // of the reader; none: only to look at
    bool is_closed = false;                       // the step's last day is over
    std::optional<Seats> seats;  // of the reader's unit, for those who take places
    std::vector<DeskLine> lines;
    std::vector<SubstitutionLine> substitutions;
};

struct DeskProjection {
    bool has_desk = false;
    std::vector<DeskProject> projects;  // those with something to decide first
    std::size_t due = 0;                // lines and substitutions that are the reader's to decide
};

ProjectsProjection select_projects(const SpecialInput& input);
ProjectProjection select_project(const SpecialInput& input, const ProjectId& id);
DeskProjection select_desk(const SpecialInput& input);

// Who has a desk: whoever takes a step of some chain.
bool has_desk(std::span<const organisation::OrgRole> roles);

}  // namespace xueshi::app
