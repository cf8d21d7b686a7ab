#include "web/runtime/special_desk.h"

#include <string>
#include <utility>
#include <variant>

#include "core/base/alternatives.h"
#include "core/codec/special_json.h"

namespace xueshi::runtime {

[[gnu::noinline]] void read_special_events(ClientState& state) {
    for (const UnreadEvent& unread : std::exchange(state.special_unread, {})) {
        const auto event = codec::decode_special_event(unread.type, unread.payload);
        if (event) app::apply(state.special, *event, unread.stamp);
    }
}

[[gnu::noinline]] codec::EncodedIntent write_special_order(enrolment::RosterCommand command,
                                                           std::string_view fresh_id) {
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

[[gnu::noinline]] std::vector<enrolment::RosterCommand> waiting_special_orders(
    const std::vector<sync::Operation>& waiting) {
    std::vector<enrolment::RosterCommand> orders;
    for (const sync::Operation& operation : waiting) {
        if (operation.kind != sync::OperationKind::Intent || !operation.type.starts_with(codec::kSpecialPrefix)) continue;
        if (auto order = codec::decode_special_intent(operation.type, operation.payload)) {
            orders.push_back(*std::move(order));
        }
    }
    return orders;
}

}  // namespace xueshi::runtime
