// What a device sends: one dense sequence of operations, each an event it decided itself or an intent it
// asks the server to decide. The payload is opaque here; core/codec gives it meaning.
//
// Identity is (device, sequence). The server executes an operation once: a repeat gets the stored outcome,
// a gap is refused, the same identity with another body is refused (a restored or cloned device).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/stamp.h"

namespace xueshi::sync {

enum class OperationKind : std::uint8_t { Event, Intent };

struct Operation {
    std::uint64_t sequence = 0;  // 1, 2, 3 … without gaps, per device
    Stamp stamp;                 // stamp.node is the device
    OperationKind kind = OperationKind::Event;
    std::string type;     // "plan.entry_changed", "selection.submit"
    std::string payload;  // JSON object bytes

    friend bool operator==(const Operation&, const Operation&) = default;
};

struct PushRequest {
    DeviceId device_id;
    std::vector<Operation> operations;  // 1 … kMaxOperationsPerPush, ascending
};

// What became of one operation. `receipt` is the JSON object of a decided intent's receipt, or empty.
struct OperationOutcome {
    std::uint64_t sequence = 0;
    bool accepted = false;
    std::string code;     // refusal code; empty when accepted
    std::string subject;  // what the refusal names
    std::string receipt;

    friend bool operator==(const OperationOutcome&, const OperationOutcome&) = default;
};

struct PushAnswer {
    std::vector<OperationOutcome> outcomes;
    std::int64_t domain_now_ms = 0;
};

// A month without a network is one push.
inline constexpr std::size_t kMaxOperationsPerPush = 500;
inline constexpr std::size_t kMaxPayloadBytes = 16 * 1024;
inline constexpr std::size_t kMaxPushBytes = 160 * 1024;  // of a whole push; a server takes somewhat more

inline constexpr ErrorCode kSequenceGap{"SequenceGap"};            // an earlier operation is missing
inline constexpr ErrorCode kOperationRewritten{"OperationRewritten"};  // same identity, another body
inline constexpr ErrorCode kDeviceOfAnother{"DeviceOfAnother"};    // the device id belongs to another account
inline constexpr ErrorCode kUnknownType{"UnknownType"};            // no such event or intent
inline constexpr ErrorCode kStampInFuture{"StampInFuture"};        // more than kMaxClockLeadMs ahead of the server

// How far a device's clock may lead the server's before its events are refused.
inline constexpr std::int64_t kMaxClockLeadMs = 5 * 60 * 1000;

}  // namespace xueshi::sync
