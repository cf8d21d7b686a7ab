// What a teacher sees of special training: the projects, and one project with the application's track. The reviewer's
// desk is select_desk.h.
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
    AccountId account_id;
    std::span<const organisation::Post> posts;  // the account's own and those it stands in for
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
    const SpecialState* special = nullptr;  // for receipts; holds while the state stays as it is
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

ProjectsProjection select_projects(const SpecialInput& input);
ProjectProjection select_project(const SpecialInput& input, const ProjectId& id);
// What happened to an application, oldest first.
std::vector<HistoryEntry> history_of(const enrolment::SpecialProject& project, const enrolment::Enrolment& enrolment);

// Places of that district or affiliated unit; none when it has none, or the project no table.
std::optional<Seats> seats_of(const SpecialState& state, const ProjectId& project, const UnitId& unit);

}  // namespace xueshi::app
