#include "web/runtime/special_desk.h"

#include <string>
#include <utility>
#include <variant>

#include "core/base/alternatives.h"
#include "core/codec/special_json.h"
#include "web/runtime/late_events.h"

namespace xueshi::runtime {

void read_special_events(ClientState& state) {
    fold_unread(
        state.special_unread,
        [](std::string_view type, std::string_view payload) { return codec::decode_special_event(type, payload); },
        [&](const app::SpecialEvent& event, const Stamp& stamp) { app::apply(state.special, event, stamp); });
}

codec::EncodedIntent write_special_order(enrolment::RosterCommand command, std::string_view fresh_id) {
    with_alternative(command, [&](auto& order) {
        if constexpr (requires { order.substitution_id; }) {
            if (order.substitution_id.empty()) order.substitution_id = SubstitutionId{std::string(fresh_id)};
            if constexpr (requires { order.replacement_enrolment_id; }) {
                order.replacement_enrolment_id = EnrolmentId{std::string(fresh_id)};
            }
        } else if constexpr (requires { order.enrolment_id; }) {
            if (order.enrolment_id.empty()) order.enrolment_id = EnrolmentId{std::string(fresh_id)};
        }
    });
    return codec::encode_special_intent(command);
}

codec::EncodedIntent write_deputy_order(organisation::DeputyCommand command, std::string_view fresh_id) {
    if (auto* name = std::get_if<organisation::NameDeputy>(&command)) {
        name->deputation_id = DeputationId{std::string(fresh_id)};
    }
    return codec::encode_deputy_intent(command);
}

std::vector<enrolment::RosterCommand> waiting_special_orders(
    const std::vector<sync::Operation>& waiting) {
    return orders_among<enrolment::RosterCommand>(
        waiting, codec::kSpecialPrefix,
        [](std::string_view type, std::string_view payload) { return codec::decode_special_intent(type, payload); });
}

}  // namespace xueshi::runtime
