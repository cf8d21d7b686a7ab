// What this device decides: stamps events, applies them, and keeps them for the server.
//
// One device identity per page load: made from the entropy port when the first operation is written. The
// stamps never go back behind anything the device has seen.
#pragma once

#include <optional>
#include <string>

#include "core/app/command.h"
#include "core/sync/outbox.h"
#include "web/ports/entropy.h"
#include "web/runtime/client_state.h"

namespace xueshi::runtime {

// 128 random bits as 32 hexadecimal digits.
std::string random_id(ports::Entropy& entropy);

class DeviceJournal {
  public:
    explicit DeviceJournal(ports::Entropy& entropy) : entropy_(entropy) {}

    // Stamps and applies the events, and puts them into the outbox.
    void record(ClientState& state, const std::vector<app::Event>& events, Instant now);
    // Puts a command for the server into the outbox; the state changes when it is decided.
    void record_intent(const app::Command& command, Instant now);
    // Later stamps will be after this one.
    void witness(const Stamp& stamp);

    const sync::Outbox* outbox() const { return outbox_ ? &*outbox_ : nullptr; }
    std::size_t waiting() const { return outbox_ ? outbox_->waiting().size() : 0; }
    bool has_waiting_intent() const;
    void settle(const std::vector<sync::OperationOutcome>& outcomes);
    // The operation of this sequence while it waits; null otherwise.
    const sync::Operation* find(std::uint64_t sequence) const;
    // A new identity, for a new account.
    void reset();

  private:
    Stamp stamp_at(Instant now);
    sync::Outbox& open_outbox();

    ports::Entropy& entropy_;
    std::optional<sync::Outbox> outbox_;
    Stamp last_stamp_;
};

}  // namespace xueshi::runtime
