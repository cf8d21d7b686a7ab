// What the device holds of one account: names of its records, and reading them back at the start.
//
//     last                                    id of the account that was used last
//     a/<account>/session                     the last session document
//     a/<account>/feed/<feed>/<epoch>/<first> a feed's page, as it was pulled
//     a/<account>/d/<device>/identity         how far a device identity has counted
//     a/<account>/d/<device>/op/<sequence>    an operation no server has answered
//     a/<account>/d/<history>/step/<number>   a step that can be taken back
//     a/<account>/d/<history>/place           how many of the steps are done, and when the last was done or undone
//     a/<account>/news/<of what>              what the person must hear of; formerly numbered
//     a/<account>/damaged/<number>            bytes of an operation that could not be read, as they lay there
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/codec/device_json.h"
#include "core/sync/envelope.h"
#include "core/sync/outbox.h"
#include "web/runtime/device_memory.h"
#include "web/runtime/undo_history.h"

namespace xueshi::runtime {

inline constexpr std::string_view kLastAccountName = "last";
std::string account_prefix(const AccountId& account);  // "a/<account>/"
std::string identities_prefix(const AccountId& account);  // of all of them
std::string identity_prefix(const AccountId& account, const DeviceId& device);
std::string history_prefix(const AccountId& account, std::string_view history);
std::string operation_name(const AccountId& account, const DeviceId& device, std::uint64_t sequence);
std::string feed_prefix(const AccountId& account, std::string_view feed, std::string_view epoch);
// Twelve digits, so that names ascend as numbers do.
std::string number_name(std::uint64_t number);

struct HeldLane {
    sync::Outbox outbox;
    std::int64_t used_ms = 0;
    bool has_hole = false;  // an operation was damaged: what comes after it cannot be pushed as it is
};

// Steps that can be taken back. Its id is its own; earlier releases kept it beside an identity, under that one's.
struct HeldHistory {
    std::string id;
    std::int64_t used_ms = 0;
    UndoHistory history;
};

struct HeldNewsItem {
    std::string name;
    codec::HeldNews news;
};

// A page of a feed, its events still as text: most of a large catalogue can wait.
struct HeldPage {
    std::unique_ptr<std::string> text;  // what `events` are views of
    sync::FeedPage head;                // without events
    std::vector<std::string_view> events;
};

struct HeldAccount {
    std::optional<codec::HeldSession> session;
    std::map<std::string, std::vector<HeldPage>> feeds;  // pages that join, from the first
    // Of `me`, under the epochs before; and the names of those pages. A tab that has not heard of a restore may write
    // such a page late, so each epoch has names of its own.
    std::vector<sync::Envelope> past;
    std::vector<std::string> past_names;
    std::vector<HeldLane> lanes;          // the one used last first
    std::vector<HeldHistory> histories;  // likewise
    std::vector<HeldNewsItem> news;  // oldest first
    std::vector<KeptRecord> damaged;      // operations that could not be read, now and in earlier visits
    std::vector<std::string> unreadable;  // names of records to be forgotten or moved
};

// The feeds are those of `epoch`; empty: of the session held.
HeldAccount read_held_account(const AccountId& account, std::vector<KeptRecord> records, std::string epoch = {});

}  // namespace xueshi::runtime
