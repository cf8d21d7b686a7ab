#include "web/runtime/hours_desk.h"

#include <utility>

#include "core/codec/ledger_json.h"
#include "web/runtime/late_events.h"

namespace xueshi::runtime {

void read_ledger_events(ClientState& state) {
    fold_unread(
        state.ledger_unread,
        [](std::string_view type, std::string_view payload) { return codec::decode_ledger_event(type, payload); },
        [&](const ledger::LedgerFact& fact, const Stamp& stamp) { ledger::apply(state.ledger, fact, stamp); });
}

codec::EncodedIntent write_allocation(std::vector<ledger::YearMove> moves) {
    return codec::encode_ledger_intent({std::move(moves)});
}

std::vector<allocation::AllocateHours> waiting_allocations(const std::vector<sync::Operation>& waiting) {
    return orders_among<allocation::AllocateHours>(
        waiting, codec::kLedgerPrefix,
        [](std::string_view type, std::string_view payload) { return codec::decode_ledger_intent(type, payload); });
}

}  // namespace xueshi::runtime
