// Everything the client knows, folded from feeds and its own events; what projections are computed from.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/app/special_state.h"
#include "core/app/state.h"
#include "core/codec/session_json.h"
#include "core/ledger/hour_ledger.h"
#include "core/registration/registration.h"
#include "core/rules/rule_pack.h"
#include "core/sync/feed_cursor.h"
#include "core/sync/operation.h"

namespace xueshi::runtime {

// An event as it arrived: its part of the program may not be here yet.
struct UnreadEvent {
    std::string type;
    std::string payload;
    Stamp stamp;
};

struct ClientState {
    codec::SessionDocument session;
    app::TeacherState teacher;
    app::SharedState shared;
    app::UnitState unit;
    app::SpecialState special;              // of what was read
    std::vector<UnreadEvent> special_unread;  // read when a page shows it (runtime/special_desk.h)
    ledger::HourLedger ledger;               // likewise
    std::vector<UnreadEvent> ledger_unread;  // runtime/hours_desk.h
    registration::Registrations registers;     // likewise
    std::vector<UnreadEvent> registers_unread;  // runtime/register_desk.h
    rules::RuleBook rules;
    std::map<std::string, sync::FeedCursor> cursors;
    std::uint64_t revision = 0;  // counts changes of anything above

    // Puts an event where its feed belongs and counts the change.
    void apply(const std::string& feed, const app::StampedEvent& event);
    // An operation no server has answered yet; of an intent, and of what cannot be read, nothing.
    void apply_waiting(const sync::Operation& operation);

    // Forgets whatever belongs to an account; the rules stay.
    void forget_account();
};

}  // namespace xueshi::runtime
