#include "web/runtime/register_desk.h"

#include <string>
#include <utility>

#include "core/base/alternatives.h"
#include "core/codec/registration_json.h"

namespace xueshi::runtime {

[[gnu::noinline]] void read_registration_events(ClientState& state) {
    for (const UnreadEvent& unread : std::exchange(state.registers_unread, {})) {
        const auto fact = codec::decode_registration_event(unread.type, unread.payload);
        if (fact) registration::apply(state.registers, *fact, unread.stamp);
    }
}

[[gnu::noinline]] codec::EncodedIntent write_registration_order(registration::RegistrationCommand command,
                                                                std::string_view fresh_id) {
    with_alternative(command, [&](auto& order) {
        if (order.registration_id.empty()) order.registration_id = RegistrationId{std::string(fresh_id)};
    });
    return codec::encode_registration_intent(command);
}

[[gnu::noinline]] std::vector<registration::RegistrationCommand> waiting_registration_orders(
    const std::vector<sync::Operation>& waiting) {
    std::vector<registration::RegistrationCommand> orders;
    for (const sync::Operation& operation : waiting) {
        const bool is_one = operation.kind == sync::OperationKind::Intent &&
                            operation.type.starts_with(codec::kRegistrationPrefix);
        if (!is_one) continue;
        if (auto order = codec::decode_registration_intent(operation.type, operation.payload)) {
            orders.push_back(*std::move(order));
        }
    }
    return orders;
}

}  // namespace xueshi::runtime
