#include "web/runtime/register_desk.h"

#include <string>
#include <utility>

#include "core/base/alternatives.h"
#include "core/codec/registration_json.h"
#include "web/runtime/late_events.h"

namespace xueshi::runtime {

void read_registration_events(ClientState& state) {
    fold_unread(
        state.registers_unread,
        [](std::string_view type, std::string_view payload) { return codec::decode_registration_event(type, payload); },
        [&](const registration::RegistrationFact& fact, const Stamp& stamp) {
            registration::apply(state.registers, fact, stamp);
        });
}

codec::EncodedIntent write_registration_order(registration::RegistrationCommand command, std::string_view fresh_id) {
    with_alternative(command, [&](auto& order) {
        if (order.registration_id.empty()) order.registration_id = RegistrationId{std::string(fresh_id)};
    });
    return codec::encode_registration_intent(command);
}

std::vector<registration::RegistrationCommand> waiting_registration_orders(
    const std::vector<sync::Operation>& waiting) {
    return orders_among<registration::RegistrationCommand>(
        waiting, codec::kRegistrationPrefix,
        [](std::string_view type, std::string_view payload) { return codec::decode_registration_intent(type, payload); });
}

}  // namespace xueshi::runtime
