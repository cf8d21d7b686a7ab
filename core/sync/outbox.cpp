#include "core/sync/outbox.h"

#include <algorithm>
#include <utility>

namespace xueshi::sync {

Outbox::Outbox(DeviceId device_id, std::uint64_t last_sequence)
    : device_id_(std::move(device_id)), last_sequence_(last_sequence) {}

std::uint64_t Outbox::append(OperationKind kind, Stamp stamp, std::string type, std::string payload) {
    ++last_sequence_;
    waiting_.push_back(
        Operation{last_sequence_, std::move(stamp), kind, std::move(type), std::move(payload)});
    return last_sequence_;
}

std::optional<PushRequest> Outbox::next_push() const {
    if (waiting_.empty()) return std::nullopt;
    const std::size_t count = std::min(waiting_.size(), kMaxOperationsPerPush);
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
