#include "web/runtime/client_state.h"

#include <utility>
#include <variant>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/registration_json.h"
#include "core/codec/special_json.h"

namespace xueshi::runtime {

void ClientState::apply(const std::string& feed, const app::StampedEvent& event) {
    ++revision;
    if (const auto* unknown = std::get_if<app::UnknownEvent>(&event.event)) {
        const auto keep_in = [&](std::vector<UnreadEvent>& unread) {
            unread.push_back({unknown->type, unknown->payload, event.stamp});
        };
        if (unknown->type.starts_with(codec::kSpecialPrefix)) return keep_in(special_unread);
        if (unknown->type.starts_with(codec::kLedgerPrefix)) return keep_in(ledger_unread);
        if (unknown->type.starts_with(codec::kRegistrationPrefix)) return keep_in(registers_unread);
    }
    if (feed == "me") {
        app::apply(teacher, event);
    } else if (feed.starts_with("unit:")) {
        app::apply(unit, event);
    } else {
        app::apply(shared, event);
    }
}

void ClientState::apply_waiting(const sync::Operation& operation) {
    if (operation.kind == sync::OperationKind::Intent) return;
    Result<app::Event> event = codec::decode_event(operation.type, operation.payload);
    if (event) apply("me", {*std::move(event), operation.stamp, 0});
}

void ClientState::forget_account() {
    ++revision;
    const codec::SessionDocument public_facts{.domain_now_ms = session.domain_now_ms,
                                              .is_sample = session.is_sample,
                                              .account = {},
                                              .csrf = {},
                                              .feeds = {},
                                              .epoch = {}};
    session = public_facts;
    teacher = {};
    shared = {};
    unit = {};
    special = {};
    special_unread.clear();
    ledger = {};
    ledger_unread.clear();
    registers.clear();
    registers_unread.clear();
    cursors.clear();
}

}  // namespace xueshi::runtime
