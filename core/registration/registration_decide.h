// Who may register which hours for whom, and what follows (R19, R26, R28, R29; domain.md section 2, cases 2 to 4 and 9).
//
// Decided by the server inside the transaction that appends the facts and the records. Pure; a refusal changes nothing.
//
// Research hours: by a research department, the city's for everybody, a district's for its teachers. District-based
// training: by an institution below a district, for that district's teachers. Both count at once, and are corrected or
// cancelled by who registered them. School-based training: declared by the school, counted once the district (for
// affiliated units the Centre) approves. A recognised base's record: handed in by the teacher or the school with a
// scan, counted once somebody else of the school confirms it [D].
#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/enrolment/roster_decide.h"
#include "core/ledger/hour_ledger.h"
#include "core/registration/registered_hours.h"
#include "core/registration/registration.h"

namespace xueshi::registration {

// Ids are chosen by the device, so that a repeat is the same command.
struct RegisterHours {
    RegistrationId registration_id;
    ledger::HourSource source = ledger::HourSource::Research;  // or DistrictBased
    std::string teacher_number;
    Activity activity;
};
struct DeclareTraining {
    RegistrationId registration_id;
    UnitId school_id;
    Activity activity;
    std::vector<std::string> teacher_numbers;
    std::vector<Evidence> evidence;  // may be empty
};
struct HandInRecord {
    RegistrationId registration_id;
    std::string teacher_number;  // the teacher's own, or of one of the school's
    Activity activity;
    std::vector<Evidence> evidence;
};
// What was returned, corrected. Teachers are named again for school-based training, and for it alone.
struct ResubmitRegistration {
    RegistrationId registration_id;
    RegisterKey key;
    Activity activity;
    std::vector<std::string> teacher_numbers;
    std::vector<Evidence> evidence;
};
struct ReviewRegistration {
    RegistrationId registration_id;
    RegisterKey key;
    enrolment::Verdict verdict = enrolment::Verdict::Approve;
    std::string reason;
};
struct WithdrawRegistration {
    RegistrationId registration_id;
    RegisterKey key;
    std::string reason;  // may be empty
};
struct CorrectHours {
    RegistrationId registration_id;
    RegisterKey key;
    Activity activity;
    std::string reason;
};
struct CancelHours {
    RegistrationId registration_id;
    RegisterKey key;
    std::string reason;
};

using RegistrationCommand = std::variant<RegisterHours, DeclareTraining, HandInRecord, ResubmitRegistration,
                                         ReviewRegistration, WithdrawRegistration, CorrectHours, CancelHours>;

const RegistrationId& registration_of(const RegistrationCommand& command);
// The numbers of teachers the command names, as it names them.
std::vector<std::string> named_numbers(const RegistrationCommand& command);
const std::vector<Evidence>& evidence_of(const RegistrationCommand& command);

// A teacher the command concerns.
struct KnownTeacher {
    Participant participant;
    const std::vector<ledger::HourRecord>& records;  // all of them
    const ledger::HourLedger& ledger;
    const Registrations& registrations;  // of the teacher's own register
};

struct RegistrationContext {
    Instant now;
    ReceiptId fresh_receipt_id;
    const organisation::Actor& actor;
    std::string unit_name;                       // of the actor's unit, kept with what it registers
    const Registrations& registrations;          // of the register the command is about
    const std::vector<KnownTeacher>& teachers;   // whom the command names, and who stands in the registration it names
    const std::set<AttachmentId>& attachments;   // of the command's evidence, those the actor's account uploaded
    const catalogue::Catalogue& catalogue;
    const rules::RuleBook& rules;
};

inline constexpr std::size_t kMostParticipants = 300;
inline constexpr std::size_t kMostEvidence = 6;
inline constexpr std::size_t kMostTitleBytes = 200;
inline constexpr DeciHours kMostHours{1200};  // of one registration [D]

// Refusals, beside enrolment's kUnknownTeacher, kNotYourStep, kReasonRequired and kUnknownAttachment, ledger's
// kYearVerified and rules::kNoRulePack. The subject is the teacher's number where it is about one of them, else the
// registration, the field or the file. kOutOfRange names a field of the command.
inline constexpr ErrorCode kRegistrationExists{"RegistrationExists"};    // the register has that id already
inline constexpr ErrorCode kUnknownRegistration{"UnknownRegistration"};  // none of that id in that register
inline constexpr ErrorCode kActivityRegistered{"ActivityRegistered"};    // same title, a day in common, same teacher
inline constexpr ErrorCode kResearchCapReached{"ResearchCapReached"};    // nothing of it would count
inline constexpr ErrorCode kBadActivityDays{"BadActivityDays"};          // backwards, or of two years
inline constexpr ErrorCode kActivityNotOver{"ActivityNotOver"};          // hours exist from its last day on
inline constexpr ErrorCode kHoursBeyondDays{"HoursBeyondDays"};          // more than the rules' hours for so many days
inline constexpr ErrorCode kCategoryNotAllowed{"CategoryNotAllowed"};    // public subjects; of research hours any but professional
inline constexpr ErrorCode kNotOfYourSchool{"NotOfYourSchool"};
inline constexpr ErrorCode kNotForYourself{"NotForYourself"};  // own hours, or what one handed in oneself
inline constexpr ErrorCode kEvidenceRequired{"EvidenceRequired"};
inline constexpr ErrorCode kNotInReview{"NotInReview"};
inline constexpr ErrorCode kNotSentBack{"NotSentBack"};
inline constexpr ErrorCode kNotRecorded{"NotRecorded"};  // not in the ledger, or not any more

struct RegistrationDecision {
    RegistrationFact fact;
    std::vector<RegisteredHours> records;  // to be recorded with it, in the order of the participants
};

Result<RegistrationDecision> decide(const RegistrationContext& context, const RegistrationCommand& command);

}  // namespace xueshi::registration
