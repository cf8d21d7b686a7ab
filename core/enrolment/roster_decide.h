// What may happen to a project's roster: commands, who may give them, and the facts they lead to (R20, R21, R25, R32, R33).
//
// Pure: decided by the server inside the transaction that counts the places, and by the same function in a device's
// forecast. A refusal changes nothing. Every rule about who acts looks at the actor's posts and the applicant's units.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/enrolment/project_roster.h"
#include "core/enrolment/special_project.h"

namespace xueshi::enrolment {

// ---- commands; their ids are chosen by the device, so that a repeat is the same command ----

struct SignUp {
    EnrolmentId enrolment_id;
    ProjectId project_id;
};
// Hands in again what was returned; it begins at the first step.
struct ResubmitEnrolment {
    EnrolmentId enrolment_id;
    ProjectId project_id;
};
struct WithdrawEnrolment {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    std::string reason;
};

enum class Verdict : std::uint8_t { Approve, Return, Refuse };

struct ReviewEnrolment {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    std::size_t step = 0;  // the step the reviewer saw due
    Verdict verdict = Verdict::Approve;
    std::string reason;  // of a return or refusal: required
};

enum class AttendanceMark : std::uint8_t { Attending, Completed, Incomplete, NoShow };

struct MarkAttendance {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    AttendanceMark mark = AttendanceMark::Attending;
    std::string reason;  // of NoShow and Incomplete, optional
};

struct SetQuota {
    ProjectId project_id;
    QuotaTable table;
};

// Others are named by the number everybody knows them by (教师编号).
struct PlaceParticipant {
    EnrolmentId enrolment_id;
    ProjectId project_id;
    std::string teacher_number;
};

struct RequestSubstitution {
    SubstitutionId substitution_id;
    ProjectId project_id;
    EnrolmentId leaving_id;
    std::string replacement_number;
    EnrolmentId replacement_enrolment_id;
    std::string reason;  // required
};
struct ReviewSubstitution {
    SubstitutionId substitution_id;
    ProjectId project_id;
    bool is_approved = false;
    std::string reason;  // of a refusal: required
};

// A scan of a stamped paper, uploaded before by the same person; by the school or the district of the one leaving.
struct AttachDocument {
    SubstitutionId substitution_id;
    ProjectId project_id;
    AttachmentId attachment_id;
    DocumentKind kind = DocumentKind::Withdrawal;
    std::string file_name;
};

// The institution, two weeks before the training starts (R25).
struct SubmitStudyAway {
    ProjectId project_id;
    StudyAwayPlan plan;
};
// The Centre.
struct ReviewStudyAway {
    ProjectId project_id;
    bool is_approved = false;
    std::string reason;  // of a refusal: required
};
// The Centre lets a plan in that comes too late.
struct AllowLateStudyAway {
    ProjectId project_id;
    std::string reason;  // required
};

using RosterCommand = std::variant<SignUp, ResubmitEnrolment, WithdrawEnrolment, ReviewEnrolment, MarkAttendance,
                                   SetQuota, PlaceParticipant, RequestSubstitution, ReviewSubstitution,
                                   SubmitStudyAway, ReviewStudyAway, AllowLateStudyAway, AttachDocument>;

const ProjectId& project_of(const RosterCommand& command);
// The number of whom a command names beside its actor: the participant or the replacement; null when nobody.
const std::string* named_teacher(const RosterCommand& command);
// The file a command speaks of; null when of none.
const AttachmentId* named_attachment(const RosterCommand& command);
// In which the actor may hand in a scan of a paper about the one leaving: whoever stamps it, that is their school, its
// district, and the Centre for directly affiliated units. Null: in none.
const organisation::Post* post_of_stamping(const organisation::Actor& actor, const Applicant& leaving,
                                           const UnitId& institution_id);

// ---- decisions ----

struct RosterContext {
    Instant now;
    ReceiptId fresh_receipt_id;
    const SpecialProject& project;
    const ProjectRoster& roster;
    const organisation::Actor& actor;
    // The actor as a teacher for SignUp, the teacher of that number for PlaceParticipant and RequestSubstitution; null
    // when there is none.
    const Applicant* applicant = nullptr;
    // The file AttachDocument speaks of was uploaded by the actor's account.
    bool has_attachment = false;
};

inline constexpr std::size_t kMostReasonBytes = 600;
inline constexpr std::size_t kMostNumberBytes = 64;
inline constexpr std::size_t kMostFileNameBytes = 200;
inline constexpr std::size_t kMostDocuments = 12;  // of one substitution

// Shown beside a scan, and the name it is saved under: one line, no folders, at most kMostFileNameBytes.
bool is_file_name(std::string_view name);

// Refusals. The subject is the enrolment, substitution or unit they are about.
inline constexpr ErrorCode kUnknownProject{"UnknownProject"};
inline constexpr ErrorCode kUnknownTeacher{"UnknownTeacher"};
inline constexpr ErrorCode kUnknownEnrolment{"UnknownEnrolment"};
inline constexpr ErrorCode kUnknownSubstitution{"UnknownSubstitution"};
inline constexpr ErrorCode kEnrolmentExists{"EnrolmentExists"};  // the id was used before
inline constexpr ErrorCode kAlreadyEnrolled{"AlreadyEnrolled"};  // the teacher stands on this project's lists already
inline constexpr ErrorCode kNotByOnlineSignUp{"NotByOnlineSignUp"};  // the organiser places participants
inline constexpr ErrorCode kSignUpByTeachers{"SignUpByTeachers"};    // the organiser places nobody here
inline constexpr ErrorCode kSignUpNotOpen{"SignUpNotOpen"};
inline constexpr ErrorCode kDeadlinePassed{"DeadlinePassed"};
inline constexpr ErrorCode kNotEligible{"NotEligible"};      // subject: the first condition not met
inline constexpr ErrorCode kNotYourStep{"NotYourStep"};      // no post of the actor may do this for this applicant
inline constexpr ErrorCode kStepNotDue{"StepNotDue"};        // another step is due, or none any more
inline constexpr ErrorCode kOnWaitingList{"OnWaitingList"};  // steps after the place need the place
inline constexpr ErrorCode kReasonRequired{"ReasonRequired"};
inline constexpr ErrorCode kNotReturned{"NotReturned"};
inline constexpr ErrorCode kNotOnFinalList{"NotOnFinalList"};
inline constexpr ErrorCode kProjectNotBegun{"ProjectNotBegun"};
inline constexpr ErrorCode kAlreadyEnded{"AlreadyEnded"};  // withdrawn, refused, handed on or completed: nothing follows
inline constexpr ErrorCode kNoSuchQuota{"NoSuchQuota"};    // the applicant's unit has no places in this project
inline constexpr ErrorCode kQuotaBelowHeld{"QuotaBelowHeld"};  // more places are held than the table would have
inline constexpr ErrorCode kNoPlaceLeft{"NoPlaceLeft"};        // the place of who left has gone to the waiting list
inline constexpr ErrorCode kOtherQuotaUnit{"OtherQuotaUnit"};  // the place stays with its district or affiliated unit
inline constexpr ErrorCode kNoStudyAway{"NoStudyAway"};        // the project has no placement away
inline constexpr ErrorCode kStudyAwayLate{"StudyAwayLate"};    // less than two weeks before the start
inline constexpr ErrorCode kBadStudyAwayDates{"BadStudyAwayDates"};  // backwards, or outside of the training
inline constexpr ErrorCode kUnknownAttachment{"UnknownAttachment"};  // the actor uploaded no such file
inline constexpr ErrorCode kDocumentAttached{"DocumentAttached"};    // the same file as the same paper
inline constexpr ErrorCode kTooManyDocuments{"TooManyDocuments"};
inline constexpr ErrorCode kSubstitutionOpen{"SubstitutionOpen"};  // another one for this participant is under way

// The facts in the order in which they take place: the command's own first, then the promotions it makes room for.
Result<std::vector<RosterFact>> decide(const RosterContext& context, const RosterCommand& command);

}  // namespace xueshi::enrolment
