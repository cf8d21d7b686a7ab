// Who may do what to which object. One function, deny by default; every door asks it.
//
// It looks at the actor's roles and unit and at whose the object is. Whether the action makes sense
// now (deadlines, quotas) is for core to decide.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/organisation/post.h"
#include "server/store/records.h"

namespace xueshi::authority {

inline constexpr ErrorCode kForbidden{"Forbidden"};

enum class Action : std::uint8_t {
    ReadSharedFeed,    // catalogue, news: object is the feed's name
    ReadPersonalFeed,  // object is the account id whose feed it is
    ReadUnitFeed,      // object is the unit id
    PushFromDevice,    // object is the account id that owns the device
    PushOwnEvent,      // object is the account id whose feed receives the event
    DecideSelection,   // object is the account id of the teacher who selects
    TakeDiagnostic,    // object is the account id of the teacher who takes it
    AllocateHours,     // object is the account id of the teacher whose hours they are
    CertifyHours,      // likewise: has them certified
    EnrolInProject,    // object is the account id of the teacher who signs up, or withdraws
    HandInRecord,      // object is the actor's own account id; for which teacher is core's to say
    RegisterHours,     // likewise: enters, declares or reviews hours of others
    NameDeputy,        // object is the actor's own account id; for which post is core's to say
    UploadAttachment,  // object is the account id of who will own it; to what it may be attached is core's to say
    ReviewProject,     // object is the actor's own account id; for which people and projects is core's to say
};

// An account with the posts it stands in for today (core/organisation/deputation.h).
struct Person {
    const store::AccountRecord& account;  // must outlive this
    std::vector<organisation::Post> deputy_posts = {};

    Person(const store::AccountRecord& of) : account(of) {}  // nobody's deputy
    Person(const store::AccountRecord& of, std::vector<organisation::Post> posts)
        : account(of), deputy_posts(std::move(posts)) {}
};

// Of a decision's actor.
Person person_of(const store::AccountRecord& account, const organisation::Actor& actor);

bool authorize(const Person& actor, Action action, std::string_view object);

// A feed a device may name ("me", "catalogue", "news", "unit:<id>"), and where the store keeps it.
struct ResolvedFeed {
    std::string stored_name;
    bool is_shared = false;  // the same bytes for everyone who may read it
};

// kUnknownFeed: no such name; kForbidden: it exists in form but not for this actor.
Result<ResolvedFeed> resolve_feed(const Person& actor, std::string_view name);

// The names this actor may subscribe to, in the order a client should pull them.
std::vector<std::string> feeds_of(const Person& actor);

// The owner, and whoever may read the feed of a unit, or their own, that holds the fact which attaches it.
bool may_read_attachment(const Person& actor, const store::AttachmentRecord& attachment, const std::vector<std::string>& feeds);

std::string personal_feed(const AccountId& account_id);  // "teacher:<id>"
std::string unit_feed(const UnitId& unit_id);            // "unit:<id>"
inline constexpr std::string_view kCatalogueFeed = "catalogue";
inline constexpr std::string_view kNewsFeed = "news";
inline constexpr std::string_view kUnitsFeed = "units";  // the unit tree; kept, not served

}  // namespace xueshi::authority
