// Somebody acts in another's post for some days (代审): the holder names a person of the same unit by their number, and
// both names stand under everything done in it [D].
//
// Server facts: written once each, so any order and repetition of them gives equal Deputations.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/earliest.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/organisation/post.h"

namespace xueshi::organisation {

struct DeputyNamed {
    DeputationId deputation_id;
    AccountId holder_id;
    std::string holder_name;
    AccountId deputy_id;
    std::string deputy_name;
    OrgRole role = OrgRole::Principal;
    UnitId unit_id;
    UnitId district_id;  // of a research department: as in Post
    CivilDate from;
    CivilDate until;  // inclusive
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const DeputyNamed&, const DeputyNamed&) = default;
};

struct DeputyDismissed {
    DeputationId deputation_id;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const DeputyDismissed&, const DeputyDismissed&) = default;
};

struct Deputation {
    Earliest<DeputyNamed> named;
    Earliest<DeputyDismissed> dismissed;

    // Not dismissed, and not over on that day.
    bool is_ahead(CivilDate day) const;
    bool is_on(CivilDate day) const;
    friend bool operator==(const Deputation&, const Deputation&) = default;
};

using Deputations = std::map<DeputationId, Deputation>;

void apply(Deputations& deputations, const DeputyNamed& event, const Stamp& stamp);
void apply(Deputations& deputations, const DeputyDismissed& event, const Stamp& stamp);

// The posts the account stands in for on that day.
std::vector<Post> deputy_posts(const Deputations& deputations, const AccountId& account, CivilDate day);

// ---- commands

struct NameDeputy {
    DeputationId deputation_id;  // chosen by the device, so that a repeat is the same command
    OrgRole role = OrgRole::Principal;
    std::string deputy_number;  // what the deputy logs in with
    CivilDate from;
    CivilDate until;
};
struct DismissDeputy {
    DeputationId deputation_id;
};
using DeputyCommand = std::variant<NameDeputy, DismissDeputy>;
using DeputyFact = std::variant<DeputyNamed, DeputyDismissed>;

// ---- decisions: pure; refusals change nothing

struct NamedPerson {
    AccountId account_id;
    std::string name;
    UnitId unit_id;
};

struct DeputyContext {
    Instant now;
    ReceiptId fresh_receipt_id;
    const Actor& actor;
    const Deputations& deputations;
    const NamedPerson* named = nullptr;  // whom the command's number belongs to; null: nobody
};

inline constexpr int kMostDeputyDays = 366;

inline constexpr ErrorCode kNotYourPost{"NotYourPost"};              // or held as a deputy oneself
inline constexpr ErrorCode kUnknownPerson{"UnknownPerson"};
inline constexpr ErrorCode kNotOfYourUnit{"NotOfYourUnit"};          // a deputy is of the holder's unit
inline constexpr ErrorCode kDeputyIsHolder{"DeputyIsHolder"};
inline constexpr ErrorCode kBadDeputyPeriod{"BadDeputyPeriod"};      // over, backwards, or longer than kMostDeputyDays
inline constexpr ErrorCode kDeputyNamedAlready{"DeputyNamedAlready"};  // for some of these days
inline constexpr ErrorCode kDeputationExists{"DeputationExists"};    // the id was used before
inline constexpr ErrorCode kUnknownDeputation{"UnknownDeputation"};  // or another's
inline constexpr ErrorCode kDeputationOver{"DeputationOver"};

Result<DeputyFact> decide(const DeputyContext& context, const DeputyCommand& command);

}  // namespace xueshi::organisation
