#include "web/runtime/hours_desk.h"

#include <utility>

#include "core/codec/ledger_json.h"

namespace xueshi::runtime {

[[gnu::noinline]] void read_ledger_events(ClientState& state) {
    for (const UnreadEvent& unread : std::exchange(state.ledger_unread, {})) {
        const auto fact = codec::decode_ledger_event(unread.type, unread.payload);
        if (fact) ledger::apply(state.ledger, *fact, unread.stamp);
    }
}

[[gnu::noinline]] codec::EncodedIntent write_allocation(std::vector<ledger::YearMove> moves) {
    return codec::encode_ledger_intent({std::move(moves)});
}

[[gnu::noinline]] std::vector<allocation::AllocateHours> waiting_allocations(const std::vector<sync::Operation>& waiting) {
    std::vector<allocation::AllocateHours> orders;
    for (const sync::Operation& operation : waiting) {
        if (operation.kind != sync::OperationKind::Intent || !operation.type.starts_with(codec::kLedgerPrefix)) continue;
        if (auto order = codec::decode_ledger_intent(operation.type, operation.payload)) orders.push_back(*std::move(order));
    }
    return orders;
}

}  // namespace xueshi::runtime
