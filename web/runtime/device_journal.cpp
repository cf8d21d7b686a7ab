#include "web/runtime/device_journal.h"

#include <algorithm>
#include <array>

#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"

namespace xueshi::runtime {

std::string random_id(ports::Entropy& entropy) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::array<std::uint8_t, 16> bytes{};
    entropy.fill(bytes);
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

sync::Outbox& DeviceJournal::open_outbox() {
    if (!outbox_) outbox_.emplace(DeviceId{random_id(entropy_)});
    return *outbox_;
}

Stamp DeviceJournal::stamp_at(Instant now) {
    last_stamp_ = next_stamp(last_stamp_, now.utc_ms, open_outbox().device_id().text);
    return last_stamp_;
}

void DeviceJournal::record(ClientState& state, const std::vector<app::Event>& events, Instant now) {
    for (const app::Event& event : events) {
        const Stamp stamp = stamp_at(now);
        state.apply("me", {event, stamp, 0});
        codec::EncodedEvent encoded = codec::encode_event(event);
        open_outbox().append(sync::OperationKind::Event, stamp, std::move(encoded.type),
                             std::move(encoded.payload));
    }
}

void DeviceJournal::record_intent(const app::Command& command, Instant now) {
    const Stamp stamp = stamp_at(now);
    codec::EncodedIntent encoded = codec::encode_intent(command);
    open_outbox().append(sync::OperationKind::Intent, stamp, std::move(encoded.type),
                         std::move(encoded.payload));
}

void DeviceJournal::witness(const Stamp& stamp) {
    if (last_stamp_ < stamp) last_stamp_ = stamp;
}

bool DeviceJournal::has_waiting_intent() const {
    if (!outbox_) return false;
    const auto& waiting = outbox_->waiting();
    return std::any_of(waiting.begin(), waiting.end(), [](const sync::Operation& operation) {
        return operation.kind == sync::OperationKind::Intent;
    });
}

void DeviceJournal::settle(const std::vector<sync::OperationOutcome>& outcomes) {
    if (outbox_) outbox_->settle(outcomes);
}

const sync::Operation* DeviceJournal::find(std::uint64_t sequence) const {
    if (!outbox_) return nullptr;
    for (const sync::Operation& operation : outbox_->waiting()) {
        if (operation.sequence == sequence) return &operation;
    }
    return nullptr;
}

void DeviceJournal::reset() {
    outbox_.reset();
    last_stamp_ = {};
}

}  // namespace xueshi::runtime
