// What this device decides: stamps events, applies them, keeps them for the server and on the device.
//
// Operations are numbered densely under a device identity, and an identity is written by one tab alone: the
// one that owns it (ports::Tabs). Every tab has an identity of its own and follows the others by their
// messages; what a closed or killed tab left is adopted and pushed by another, which never appends to it. What can be
// taken back does not go with it (kept_history.h).
// Applying is a join, so it does not matter in which order tabs learn of each other's events.
//
// Three words for an operation: applied (on screen), saved (the device memory answered), confirmed (the server
// did). What is confirmed stays on the device until the feed has brought it back: a server that is restored
// from a backup in between gets it again. Stamps never go back behind anything the device has seen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/command.h"
#include "core/codec/intent_json.h"
#include "core/sync/outbox.h"
#include "web/ports/entropy.h"
#include "web/ports/tabs.h"
#include "web/runtime/client_state.h"
#include "web/runtime/device_memory.h"
#include "web/runtime/held_account.h"
#include "web/runtime/kept_history.h"

namespace xueshi::runtime {

// 128 random bits as 32 hexadecimal digits.
std::string random_id(ports::Entropy& entropy);

class DeviceJournal {
  public:
    DeviceJournal(ports::Entropy& entropy, DeviceMemory& memory, ports::Tabs& tabs)
        : entropy_(entropy), memory_(memory), tabs_(tabs), history_(entropy, memory, tabs) {}

    // Takes up what the device holds of the account, and applies the events that wait.
    void open(ClientState& state, const AccountId& account, std::vector<HeldLane> lanes,
              const std::vector<HeldHistory>& histories);
    // Knows of no account any more; nothing on the device is touched.
    void close();
    // Takes the answers and messages of other tabs; answers the messages that are not about the journal. Once
    // an update.
    std::vector<std::string> update(ClientState& state);
    // An identity or a history has come to this tab, and what was read of it before may have been written on since: only what is
    // read from now on counts. Call begin_reading, read the account's identities, and hand them to rejoin.
    bool needs_reading() const;
    void begin_reading();
    // True when something that waited does not any more: the state must then be folded again. What waits besides
    // is for apply_waiting.
    bool rejoin(std::vector<HeldLane> lanes, std::vector<HeldHistory> histories);
    // Every waiting event once more, into a state that is folded anew.
    void apply_waiting(ClientState& state) const;

    // Stamps the events, says what each replaces, applies and keeps them. With a label they are a step that can be taken back.
    void record(ClientState& state, const std::vector<app::Event>& events, Instant now);
    void record_step(ClientState& state, UndoHistory::Step step, Instant now);
    // Records the inverse of the last step, or the next one again; null when there is none.
    const UndoHistory::Step* undo(ClientState& state, Instant now);
    const UndoHistory::Step* redo(ClientState& state, Instant now);
    const UndoHistory& history() const { return history_.steps(); }
    // Puts a command for the server into the outbox; the state changes when it is decided.
    void record_intent(const app::Command& command, Instant now);
    void record_intent(codec::EncodedIntent intent, Instant now);
    // An operation of another identity or time once more, as this device's own; an event keeps its place in
    // the order of events unless `now` is given.
    void record_again(ClientState& state, const sync::Operation& operation, std::optional<Instant> now);
    // Later stamps will be after this one.
    void witness(const Stamp& stamp);

    // The identity in this tab's stamps; empty before the first.
    DeviceId device_id() const;
    // What to send next: operations of one identity. Never of an identity that another tab owns.
    std::optional<sync::PushRequest> next_push() const;
    void settle(const DeviceId& device, const std::vector<sync::OperationOutcome>& outcomes, Instant now);
    // Counts what was settled. Once a pull that began at this mark has reached the feed's head, what was settled
    // before is in the feed.
    std::uint64_t settle_mark() const { return settle_mark_; }
    void forget_confirmed(std::uint64_t mark);
    // What was confirmed and has not come back, taken out of the journal.
    std::vector<sync::Operation> take_confirmed();
    // Null unless it waits.
    const sync::Operation* find(const DeviceId& device, std::uint64_t sequence) const;
    // Moves what waits under an identity to this tab's: the server will not take the old one's numbers.
    void renew_identity(const DeviceId& device);
    // Makes stamps later than `latest` anew, at `now` (the device's calendar ran ahead when they were made).
    // True when there was one: the state must then be folded again.
    bool restamp_after(Instant latest, Instant now);

    // ---- what waits, over all identities
    std::vector<sync::Operation> waiting_operations() const;  // by stamp
    std::size_t waiting() const;
    std::size_t unsaved() const;
    std::optional<Instant> oldest() const;
    bool has_waiting_selection() const;

  private:
    enum class Owner { ThisTab, Adopted, OtherTab };
    struct Confirmed {
        sync::Operation operation;
        std::uint64_t mark;
    };
    struct Lane {
        sync::Outbox outbox;
        Owner owner = Owner::OtherTab;
        bool is_whole = false;       // everything the device holds of it is here: not while another tab may write it
        bool is_being_read = false;  // since it is this tab's alone
        bool may_be_own = false;     // nobody had it when this tab began
        bool has_hole = false;       // cannot be pushed under its numbers
        std::vector<Confirmed> confirmed = {};
        std::vector<std::uint64_t> marks = {};  // of the memory, per waiting operation; 0: it came from there
    };

    Lane& own_lane();
    Lane* find_lane(const DeviceId& device);
    const Lane* find_lane(const DeviceId& device) const;
    void claim(const DeviceId& device, bool waits);
    void release(const DeviceId& device);
    void append(sync::OperationKind kind, Stamp stamp, std::string type, std::string payload);
    Stamp stamp_at(Instant now);
    void keep_operation(Lane& lane, const sync::Operation& operation);
    void forget_records(const DeviceId& device);
    void forget_empty_lane(const DeviceId& device);
    bool rejoin_lane(Lane& lane, const HeldLane& held);
    static void forget_settled(Lane& lane, const std::vector<sync::OperationOutcome>& outcomes);
    void move_waiting(Lane from);
    void take_claim(const ports::ClaimAnswer& answer);
    void take_message(ClientState& state, std::string_view message);
    void take_operations(ClientState& state, std::string_view push_document);
    void post_here();
    void post_lane(const Lane& lane);
    void post_settled(const DeviceId& device, const std::vector<std::uint64_t>& numbers);
    void post_operations(const DeviceId& device, const sync::Operation& operation);
    void post_numbers(std::string_view word, const DeviceId& device, const std::vector<std::uint64_t>& numbers);

    ports::Entropy& entropy_;
    DeviceMemory& memory_;
    ports::Tabs& tabs_;
    AccountId account_;
    std::vector<Lane> lanes_;
    KeptHistory history_;
    std::vector<std::string> heard_;  // messages that wait for the account to be read
    std::uint64_t settle_mark_ = 0;
    Stamp last_stamp_;
};

}  // namespace xueshi::runtime
