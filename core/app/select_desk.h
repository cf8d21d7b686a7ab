// What those who review, place and mark see of special training: each project with its applications, filed by where
// they stand, and the replacements asked for.
//
// Pure; made anew when the state changes. What is on its way to the server is shown as waiting and changes nothing.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/app/select_special.h"

namespace xueshi::app {

// Where a line of a desk is filed.
enum class DeskTab : std::uint8_t {
    Due,       // the step due is the reader's, or their decision is on its way
    InReview,  // another's step is due
    Waiting,   // on the waiting list
    Final,     // on the final list, and what attendance made of it
    Ended,     // returned, refused, withdrawn or handed on
};
inline constexpr std::size_t kDeskTabs = 5;

// One person's application on a reviewer's desk. Holds while the input's state stays as it is.
struct DeskLine {
    const enrolment::SpecialProject* project = nullptr;
    const enrolment::Enrolment* enrolment = nullptr;
    int teaching_years = 0;
    std::vector<enrolment::UnmetCondition> unmet;
    enrolment::EnrolmentState state = enrolment::EnrolmentState::InReview;
    enrolment::PlaceState place = enrolment::PlaceState::None;
    int position = 0;
    std::size_t step = 0;        // the step due
    std::optional<enrolment::ApprovalStage> next;  // whose it is, while it is in review
    Instant came_at;             // to the step it is at: the last approval, or the sign-up
    DeskTab tab = DeskTab::Due;
    bool is_mine = false;        // the step due is the reader's, and its place is there
    bool can_mark = false;       // attendance
    bool can_be_replaced = false;  // by the reader's school (R33)
    bool is_on_its_way = false;

    const EnrolmentId& id() const { return enrolment->opened.value.enrolment_id; }
    const enrolment::Applicant& applicant() const { return enrolment->applicant(); }
    friend bool operator==(const DeskLine&, const DeskLine&) = default;
};

// A scan of a stamped paper of a replacement.
struct DocumentLine {
    AttachmentId attachment_id;
    enrolment::DocumentKind kind = enrolment::DocumentKind::Withdrawal;
    std::string file_name;
    organisation::ActorNote by;
    Instant at;
};

// What was done about a replacement; the school's request is the first.
struct SubstitutionAct {
    enrolment::SubstitutionState led_to = enrolment::SubstitutionState::Requested;
    organisation::ActorNote by;
    Instant at;
    std::string reason;
};

// Somebody else in a participant's place, on its way over two desks.
// Holds while the input's state stays as it is.
struct SubstitutionLine {
    SubstitutionId substitution_id;
    ProjectId project_id;
    const enrolment::SpecialProject* project = nullptr;
    enrolment::Applicant leaving;
    enrolment::Applicant replacement;
    ReceiptId receipt_id;  // of the school's request
    int teaching_years = 0;
    std::string reason;
    enrolment::SubstitutionState state = enrolment::SubstitutionState::Requested;
    std::vector<SubstitutionAct> history;  // oldest first
    std::vector<DocumentLine> documents;   // likewise
    bool is_open = false;
    bool can_attach = false;
    bool is_mine = false;
    bool is_on_its_way = false;

    bool has(enrolment::DocumentKind kind) const;
};

// A row of a project's quota table, for those who set it.
struct QuotaLine {
    enrolment::QuotaRow row;  // places 0: the unit has none so far
    LocalizedText name;
    Seats seats;
};

// The plan to study away (R25) of a project that has one.
struct StudyAwayLine {
    enrolment::StudyAwayState state = enrolment::StudyAwayState::None;
    std::optional<enrolment::StudyAwayPlan> plan;  // handed in last
    CivilDate due;         // the last day in time
    bool is_late = false;  // it is over, and the Centre lets none in
    std::string reason;    // of the last move that had one
    organisation::ActorNote by;  // of the last move
    std::optional<Instant> at;
    bool can_submit = false;
    bool can_review = false;
    bool can_allow_late = false;
};

// Somebody acting in the reader's post, now or later.
struct DeputyLine {
    DeputationId deputation_id;
    std::string deputy_name;
    organisation::OrgRole role = organisation::OrgRole::Principal;
    CivilDate from;
    CivilDate until;
    bool is_on = false;

    friend bool operator==(const DeputyLine&, const DeputyLine&) = default;
};

// A project on a desk, with the lines the reader's posts let them see.
struct DeskProject {
    ProjectId id;
    std::string title;
    std::optional<enrolment::ApprovalStep> step;  // of the reader; none: only to look at
    bool is_closed = false;                       // the step's last day is over
    std::optional<Seats> seats;  // of the reader's unit, for those who take places
    std::array<std::size_t, kDeskTabs> counts{};  // of lines, by tab
    std::size_t due = 0;         // lines and substitutions that are the reader's to decide
    bool can_place = false;      // the reader puts participants in (R20)
    bool can_set_quota = false;
    std::vector<QuotaLine> quota;  // of all districts and affiliated units, ascending by unit, where it can be set
    std::optional<StudyAwayLine> study_away;  // for those who hand it in and decide on it
    std::vector<DeskLine> lines;  // by tab; waiting ones by position
    std::vector<SubstitutionLine> substitutions;
};

struct DeskProjection {
    bool has_desk = false;
    const SpecialState* special = nullptr;  // for receipts; holds while the state stays as it is
    std::vector<DeskProject> projects;  // those with something to decide first
    std::size_t due = 0;
    std::vector<organisation::OrgRole> own_roles;  // for which the reader can name a deputy
    std::vector<DeputyLine> deputies;
    std::vector<std::string> stands_in_for;  // names of holders
};

DeskProjection select_desk(const SpecialInput& input);

// Who has a desk: whoever takes a step of some chain, or stands in for somebody who does.
bool has_desk(std::span<const organisation::Post> posts);
bool has_desk(std::span<const organisation::OrgRole> roles);


}  // namespace xueshi::app
