// The device's operations that the server has not answered yet, in order, with dense sequences.
//
// Pure value: who sends and when is the runtime's business. A batch that was sent stays until its outcomes
// come; sending it again is harmless because the server knows each (device, sequence).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sync/operation.h"

namespace xueshi::sync {

class Outbox {
  public:
    explicit Outbox(DeviceId device_id, std::uint64_t last_sequence = 0);
    // As it was kept: `waiting` ascending by one, the last of it not beyond `last_sequence`.
    Outbox(DeviceId device_id, std::uint64_t last_sequence, std::vector<Operation> waiting);

    // Appends and returns the operation's sequence.
    std::uint64_t append(OperationKind kind, Stamp stamp, std::string type, std::string payload);

    const DeviceId& device_id() const { return device_id_; }
    std::uint64_t last_sequence() const { return last_sequence_; }
    const std::vector<Operation>& waiting() const { return waiting_; }
    bool empty() const { return waiting_.empty(); }

    // The first operations, at most kMaxOperationsPerPush and, beyond the first, about kMaxPushBytes. Nothing
    // to send: nullopt.
    std::optional<PushRequest> next_push() const;

    // Forgets what was answered; outcomes for other sequences are ignored.
    void settle(const std::vector<OperationOutcome>& outcomes);

  private:
    DeviceId device_id_;
    std::uint64_t last_sequence_;
    std::vector<Operation> waiting_;
};

}  // namespace xueshi::sync
