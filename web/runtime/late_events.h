// What the pages of a later part of the program have in common: their events are kept as they arrived until one of them is
// opened, and their orders are found again among the operations that wait. What decodes and applies is handed on in
// lambdas, so that it stays in that part (docs/decisions/0015).
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/sync/operation.h"
#include "web/runtime/client_state.h"

namespace xueshi::runtime {

// Takes what was not read yet. An event this version does not know has no effect.
template <class Decode, class Apply>
void fold_unread(std::vector<UnreadEvent>& waiting, Decode decode, Apply apply) {
    for (const UnreadEvent& unread : std::exchange(waiting, {})) {
        const auto event = decode(unread.type, unread.payload);
        if (event) apply(*event, unread.stamp);
    }
}

// The orders whose types begin so, oldest first.
template <class Order, class Decode>
std::vector<Order> orders_among(const std::vector<sync::Operation>& waiting, std::string_view prefix, Decode decode) {
    std::vector<Order> orders;
    for (const sync::Operation& operation : waiting) {
        if (operation.kind != sync::OperationKind::Intent || !operation.type.starts_with(prefix)) continue;
        if (auto order = decode(operation.type, operation.payload)) orders.push_back(*std::move(order));
    }
    return orders;
}

}  // namespace xueshi::runtime
