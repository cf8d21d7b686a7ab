// Hours that somebody registers for a teacher beside the city's courses: research hours (R28), district-based (R26) and
// school-based training (R29), and records of a recognised base with scanned evidence (R19).
//
// What happened is kept move by move and never rewritten; where a registration stands is its last move. Server facts,
// each with a stamp of its own: any order and repetition of the same facts gives equal Registrations (decision 0003).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/earliest.h"
#include "core/base/ids.h"
#include "core/ledger/hour_record.h"
#include "core/organisation/post.h"

namespace xueshi::registration {

// The register a registration stands in: a school's for school-based training, else the teacher's own. One is empty.
struct RegisterKey {
    TeacherId teacher_id;
    UnitId school_id;

    friend bool operator==(const RegisterKey&, const RegisterKey&) = default;
};

// Ids are chosen by devices: two registers may have the same one, and mean two registrations.
struct RegistrationKey {
    RegisterKey in;
    RegistrationId id;

    friend bool operator==(const RegistrationKey&, const RegistrationKey&) = default;
    friend bool operator<(const RegistrationKey& a, const RegistrationKey& b) {
        return std::tie(a.in.teacher_id, a.in.school_id, a.id) < std::tie(b.in.teacher_id, b.in.school_id, b.id);
    }
};

// Whom hours are registered for, as the city knew them when it was written.
struct Participant {
    TeacherId teacher_id;
    std::string number;  // what they log in with
    std::string name;
    UnitId school_id;
    std::string school_name;
    UnitId district_id;  // empty: of a directly affiliated unit, for which the Centre acts

    friend bool operator==(const Participant&, const Participant&) = default;
};

struct Activity {
    std::string title;
    std::string organiser;  // who held it; of an external record the recognised base, elsewhere it may be empty
    CivilDate from;
    CivilDate until;  // inclusive, of the same year, which is the year the hours count in
    DeciHours hours;  // of each participant
    HourCategory category = HourCategory::Professional;

    AllocatedYear year() const { return {until.year()}; }
    friend bool operator==(const Activity&, const Activity&) = default;
};

// An uploaded scan, with the name the person's device had for it.
struct Evidence {
    AttachmentId attachment_id;
    std::string file_name;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Content {
    Activity activity;
    std::vector<Participant> participants;  // of school-based training up to kMostParticipants, elsewhere one
    std::vector<Evidence> evidence;

    friend bool operator==(const Content&, const Content&) = default;
};

enum class RegistrationState : std::uint8_t {
    InReview,
    Returned,  // for correction; may be handed in again
    Refused,
    Withdrawn,
    Recorded,   // its hours are in the ledger
    Cancelled,  // they were, and count nothing any more
};

enum class RegistrationMove : std::uint8_t { Approved, Returned, Refused, Resubmitted, Withdrawn, Corrected, Cancelled };

struct RegistrationOpened {
    RegistrationId registration_id;
    ledger::HourSource source = ledger::HourSource::Research;  // Research, DistrictBased, SchoolBased or External
    UnitId unit_id;                                            // whose it is: the department's, institution's or school's
    std::string unit_name;
    Content content;
    RegistrationState state = RegistrationState::InReview;  // or Recorded, where nobody else reviews it
    std::optional<DeciHours> counted;  // of research hours: how many of them the year counts
    AccountId by_account;
    organisation::ActorNote by;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const RegistrationOpened&, const RegistrationOpened&) = default;
};

struct RegistrationMoved {
    RegistrationId registration_id;
    RegisterKey in;
    RegistrationMove move = RegistrationMove::Approved;
    RegistrationState state = RegistrationState::Recorded;  // from now on
    std::optional<Content> content;                         // of Resubmitted and Corrected: in the old one's place
    std::optional<DeciHours> counted;                       // likewise
    AccountId by_account;
    organisation::ActorNote by;
    std::string reason;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const RegistrationMoved&, const RegistrationMoved&) = default;
};

using RegistrationFact = std::variant<RegistrationOpened, RegistrationMoved>;

struct Registration {
    Earliest<RegistrationOpened> opened;
    std::map<Stamp, RegistrationMoved> moves;

    RegistrationState state() const;
    const Content& content() const;          // as handed in or corrected last
    const AccountId& handed_in_by() const;   // whose account did that
    std::string last_reason() const;         // of the last move
    // Its hours count, or may soon: the same activity cannot be registered beside it.
    bool is_live() const;
    friend bool operator==(const Registration&, const Registration&) = default;
};

using Registrations = std::map<RegistrationKey, Registration>;

// Total, idempotent and indifferent to order.
void apply(Registrations& registrations, const RegistrationFact& fact, const Stamp& stamp);

// A fact about many as one of them is told it: without the others, and without papers that name them. Whoever a
// correction of the list leaves out is told of a list without anybody.
RegistrationFact as_told_to(RegistrationFact fact, const TeacherId& teacher);

// Whom a fact concerns: those it names, and those who stood in the registration before it; each once.
std::vector<Participant> concerned_by(const RegistrationFact& fact, const Registration* before);

// The opening, where a corrected list names a teacher who has not been told of it; it is told with its own stamp.
const RegistrationOpened* opening_untold(const Registration* before, const TeacherId& teacher);

RegistrationKey key_of(const RegistrationOpened& opened);
RegistrationKey key_of(const RegistrationFact& fact);

}  // namespace xueshi::registration
