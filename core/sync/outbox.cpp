#include "core/sync/outbox.h"

#include <algorithm>
#include <utility>

namespace xueshi::sync {

Outbox::Outbox(DeviceId device_id, std::uint64_t last_sequence)
    : device_id_(std::move(device_id)), last_sequence_(last_sequence) {}

Outbox::Outbox(DeviceId device_id, std::uint64_t last_sequence, std::vector<Operation> waiting)
    : device_id_(std::move(device_id)), last_sequence_(last_sequence), waiting_(std::move(waiting)) {}

std::uint64_t Outbox::append(OperationKind kind, Stamp stamp, std::string type, std::string payload) {
    ++last_sequence_;
    waiting_.push_back(
        Operation{last_sequence_, std::move(stamp), kind, std::move(type), std::move(payload)});
    return last_sequence_;
}

std::optional<PushRequest> Outbox::next_push() const {
    if (waiting_.empty()) return std::nullopt;
    // What an operation costs on the wire beside its type, payload and stamp's node.
    constexpr std::size_t kFrame = 120;
    std::size_t count = 0;
    std::size_t bytes = 0;
    while (count < std::min(waiting_.size(), kMaxOperationsPerPush)) {
        const Operation& next = waiting_[count];
        bytes += kFrame + next.type.size() + next.payload.size() + next.stamp.node.size();
        if (count > 0 && bytes > kMaxPushBytes) break;
        ++count;
    }
    return PushRequest{device_id_,
                       {waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count)}};
}

void Outbox::settle(const std::vector<OperationOutcome>& outcomes) {
    std::erase_if(waiting_, [&](const Operation& operation) {
        return std::any_of(outcomes.begin(), outcomes.end(), [&](const OperationOutcome& outcome) {
            return outcome.sequence == operation.sequence;
        });
    });
}

}  // namespace xueshi::sync
