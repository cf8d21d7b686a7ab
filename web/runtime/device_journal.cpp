#include "web/runtime/device_journal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/app/decide.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

// What an operation says once it is moved to another stamp.
std::string moved_payload(const sync::Operation& operation, const Stamp& to) {
    if (operation.kind == sync::OperationKind::Intent) return operation.payload;
    Result<app::Event> event = codec::decode_event(operation.type, operation.payload);
    if (!event) return operation.payload;
    app::note_moved(*event, operation.stamp, to);
    return codec::encode_event(*event).payload;
}

}  // namespace

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

// ---- lanes and their owners

void DeviceJournal::open(ClientState& state, const AccountId& account, std::vector<HeldLane> lanes,
                         const std::vector<HeldHistory>& histories) {
    close();
    account_ = account;
    history_.open(account, histories);
    for (HeldLane& held : lanes) {
        const DeviceId device = held.outbox.device_id();
        for (const sync::Operation& operation : held.outbox.waiting()) witness(operation.stamp);
        Lane lane{.outbox = std::move(held.outbox), .has_hole = held.has_hole};
        lane.marks.resize(lane.outbox.waiting().size());
        if (tabs_.can_claim()) {
            lane.may_be_own = true;
        } else {
            lane.owner = Owner::Adopted;
            lane.is_whole = true;
        }
        lanes_.push_back(std::move(lane));
        claim(device, true);
    }
    apply_waiting(state);
    // What the reading found may be settled already by the tab that owns it.
    post_here();
}

void DeviceJournal::close() {
    for (const Lane& lane : lanes_) release(lane.outbox.device_id());
    account_ = {};
    lanes_.clear();
    history_.close();
    last_stamp_ = {};
}

void DeviceJournal::apply_waiting(ClientState& state) const {
    for (const Lane& lane : lanes_) {
        for (const Confirmed& confirmed : lane.confirmed) state.apply_waiting(confirmed.operation);
        for (const sync::Operation& operation : lane.outbox.waiting()) state.apply_waiting(operation);
    }
}

DeviceJournal::Lane* DeviceJournal::find_lane(const DeviceId& device) {
    for (Lane& lane : lanes_) {
        if (lane.outbox.device_id() == device) return &lane;
    }
    return nullptr;
}

const DeviceJournal::Lane* DeviceJournal::find_lane(const DeviceId& device) const {
    return const_cast<DeviceJournal*>(this)->find_lane(device);
}

DeviceId DeviceJournal::device_id() const {
    for (const Lane& lane : lanes_) {
        if (lane.owner == Owner::ThisTab) return lane.outbox.device_id();
    }
    return {};
}

DeviceJournal::Lane& DeviceJournal::own_lane() {
    for (Lane& lane : lanes_) {
        if (lane.owner == Owner::ThisTab) return lane;
    }
    const DeviceId device{random_id(entropy_)};
    lanes_.push_back({.outbox = sync::Outbox(device), .owner = Owner::ThisTab, .is_whole = true});
    claim(device, false);
    return lanes_.back();
}

// ---- recording

Stamp DeviceJournal::stamp_at(Instant now) {
    last_stamp_ = next_stamp(last_stamp_, now.utc_ms, own_lane().outbox.device_id().text);
    return last_stamp_;
}

void DeviceJournal::witness(const Stamp& stamp) {
    if (last_stamp_ < stamp) last_stamp_ = stamp;
}

void DeviceJournal::keep_operation(Lane& lane, const sync::Operation& operation) {
    memory_.put(operation_name(account_, lane.outbox.device_id(), operation.sequence),
                codec::encode_operation(operation));
    lane.marks.push_back(memory_.mark());
    post_operations(lane.outbox.device_id(), operation);
}

void DeviceJournal::append(sync::OperationKind kind, Stamp stamp, std::string type, std::string payload) {
    Lane& lane = own_lane();
    lane.outbox.append(kind, std::move(stamp), std::move(type), std::move(payload));
    keep_operation(lane, lane.outbox.waiting().back());
}

void DeviceJournal::record(ClientState& state, const std::vector<app::Event>& events, Instant now) {
    for (app::Event event : events) {
        const Stamp stamp = stamp_at(now);
        app::note_replaced(state.teacher, event, stamp.node);
        state.apply("me", {event, stamp, 0});
        codec::EncodedEvent encoded = codec::encode_event(event);
        append(sync::OperationKind::Event, stamp, std::move(encoded.type), std::move(encoded.payload));
    }
}

void DeviceJournal::record_intent(const app::Command& command, Instant now) {
    record_intent(codec::encode_intent(command), now);
}

void DeviceJournal::record_intent(codec::EncodedIntent encoded, Instant now) {
    append(sync::OperationKind::Intent, stamp_at(now), std::move(encoded.type), std::move(encoded.payload));
}

void DeviceJournal::record_again(ClientState& state, const sync::Operation& operation,
                                 std::optional<Instant> now) {
    Stamp stamp = now ? stamp_at(*now) : operation.stamp;
    stamp.node = own_lane().outbox.device_id().text;
    witness(stamp);
    std::string payload = moved_payload(operation, stamp);
    append(operation.kind, std::move(stamp), operation.type, std::move(payload));
    state.apply_waiting(own_lane().outbox.waiting().back());
}

// ---- undo

void DeviceJournal::record_step(ClientState& state, UndoHistory::Step step, Instant now) {
    record(state, step.done, now);
    if (step.inverse.empty()) return;
    history_.add(std::move(step), now);
}

const UndoHistory::Step* DeviceJournal::undo(ClientState& state, Instant now) {
    const UndoHistory::Step* step = history_.steps().undoable();
    if (step == nullptr) return nullptr;
    record(state, step->inverse, now);
    history_.step_back(now);
    return step;
}

const UndoHistory::Step* DeviceJournal::redo(ClientState& state, Instant now) {
    const UndoHistory::Step* step = history_.steps().redoable();
    if (step == nullptr) return nullptr;
    record(state, step->done, now);
    history_.step_forward(now);
    return step;
}

// ---- the server's side

std::optional<sync::PushRequest> DeviceJournal::next_push() const {
    for (const Lane& lane : lanes_) {
        if (lane.owner == Owner::OtherTab || !lane.is_whole || lane.has_hole || lane.outbox.empty()) continue;
        return lane.outbox.next_push();
    }
    return std::nullopt;
}

// The server answers operations from the first on.
void DeviceJournal::forget_settled(Lane& lane, const std::vector<sync::OperationOutcome>& outcomes) {
    const std::size_t before = lane.outbox.waiting().size();
    lane.outbox.settle(outcomes);
    lane.marks.erase(lane.marks.begin(),
                     lane.marks.begin() + static_cast<std::ptrdiff_t>(before - lane.outbox.waiting().size()));
}

void DeviceJournal::settle(const DeviceId& device, const std::vector<sync::OperationOutcome>& outcomes,
                           Instant now) {
    Lane* lane = find_lane(device);
    if (lane == nullptr) return;
    ++settle_mark_;
    std::vector<std::uint64_t> settled;
    for (const sync::OperationOutcome& outcome : outcomes) {
        settled.push_back(outcome.sequence);
        const sync::Operation* operation = find(device, outcome.sequence);
        if (operation != nullptr && outcome.accepted) {
            lane->confirmed.push_back({*operation, settle_mark_});
        } else {
            memory_.remove(operation_name(account_, device, outcome.sequence));
        }
    }
    post_settled(device, settled);
    forget_settled(*lane, outcomes);
    // The numbers must not be used again when the operations are gone.
    memory_.put(identity_prefix(account_, device) + "identity",
                codec::encode_held_identity({lane->outbox.last_sequence(), now.utc_ms}));
    forget_empty_lane(device);
}

void DeviceJournal::forget_confirmed(std::uint64_t mark) {
    std::vector<DeviceId> devices;
    for (Lane& lane : lanes_) {
        const DeviceId& device = lane.outbox.device_id();
        std::vector<std::uint64_t> gone;
        std::erase_if(lane.confirmed, [&](const Confirmed& confirmed) {
            if (confirmed.mark > mark) return false;
            memory_.remove(operation_name(account_, device, confirmed.operation.sequence));
            gone.push_back(confirmed.operation.sequence);
            return true;
        });
        // Once more: a tab that was opened in between has found them on the disk, waiting.
        if (!gone.empty()) post_settled(device, gone);
        devices.push_back(device);
    }
    for (const DeviceId& device : devices) forget_empty_lane(device);
}

std::vector<sync::Operation> DeviceJournal::take_confirmed() {
    std::vector<sync::Operation> taken;
    for (Lane& lane : lanes_) {
        for (Confirmed& confirmed : lane.confirmed) {
            memory_.remove(operation_name(account_, lane.outbox.device_id(), confirmed.operation.sequence));
            taken.push_back(std::move(confirmed.operation));
        }
        lane.confirmed.clear();
    }
    return taken;
}

const sync::Operation* DeviceJournal::find(const DeviceId& device, std::uint64_t sequence) const {
    const Lane* lane = find_lane(device);
    if (lane == nullptr) return nullptr;
    for (const sync::Operation& operation : lane->outbox.waiting()) {
        if (operation.sequence == sequence) return &operation;
    }
    return nullptr;
}

void DeviceJournal::move_waiting(Lane from) {
    forget_records(from.outbox.device_id());
    // To the other tabs the old numbers are done with; the new ones follow.
    std::vector<std::uint64_t> moved;
    for (const sync::Operation& operation : from.outbox.waiting()) moved.push_back(operation.sequence);
    if (!moved.empty()) post_settled(from.outbox.device_id(), moved);
    const auto move = [this](const sync::Operation& operation) {
        Stamp stamp = operation.stamp;
        stamp.node = own_lane().outbox.device_id().text;
        std::string payload = moved_payload(operation, stamp);
        append(operation.kind, std::move(stamp), operation.type, std::move(payload));
    };
    // What was confirmed and has not come back with the feed may be lost with a restored server: it is sent again.
    for (const Confirmed& confirmed : from.confirmed) move(confirmed.operation);
    for (const sync::Operation& operation : from.outbox.waiting()) move(operation);
}

void DeviceJournal::renew_identity(const DeviceId& device) {
    const auto found = std::find_if(lanes_.begin(), lanes_.end(),
                                    [&](const Lane& lane) { return lane.outbox.device_id() == device; });
    if (found == lanes_.end()) return;
    release(device);
    Lane lane = std::move(*found);
    lanes_.erase(found);
    move_waiting(std::move(lane));
}

bool DeviceJournal::restamp_after(Instant latest, Instant now) {
    const auto is_ahead = [&](const sync::Operation& operation) { return operation.stamp.wall_ms > latest.utc_ms; };
    bool was_ahead = last_stamp_.wall_ms > latest.utc_ms;
    std::vector<Lane> renewed;
    for (auto lane = lanes_.begin(); lane != lanes_.end();) {
        const auto& waiting = lane->outbox.waiting();
        if (lane->owner != Owner::OtherTab && lane->is_whole && std::any_of(waiting.begin(), waiting.end(), is_ahead)) {
            release(lane->outbox.device_id());
            renewed.push_back(std::move(*lane));
            lane = lanes_.erase(lane);
        } else {
            ++lane;
        }
    }
    if (was_ahead || !renewed.empty()) last_stamp_ = {};
    for (Lane& lane : renewed) {
        std::vector<sync::Operation> waiting = lane.outbox.waiting();
        for (sync::Operation& operation : waiting) {
            if (is_ahead(operation)) {
                const Stamp fresh = stamp_at(now);
                operation.payload = moved_payload(operation, fresh);
                operation.stamp = fresh;
            }
            witness(operation.stamp);
        }
        lane.outbox = sync::Outbox(lane.outbox.device_id(), lane.outbox.last_sequence(), std::move(waiting));
        move_waiting(std::move(lane));
    }
    return was_ahead || !renewed.empty();
}

// ---- what waits

std::vector<sync::Operation> DeviceJournal::waiting_operations() const {
    std::vector<sync::Operation> all;
    for (const Lane& lane : lanes_) {
        all.insert(all.end(), lane.outbox.waiting().begin(), lane.outbox.waiting().end());
    }
    std::sort(all.begin(), all.end(),
              [](const sync::Operation& a, const sync::Operation& b) { return a.stamp < b.stamp; });
    return all;
}

std::size_t DeviceJournal::waiting() const {
    std::size_t count = 0;
    for (const Lane& lane : lanes_) count += lane.outbox.waiting().size();
    return count;
}

std::size_t DeviceJournal::unsaved() const {
    std::size_t count = 0;
    for (const Lane& lane : lanes_) {
        count += static_cast<std::size_t>(std::count_if(lane.marks.begin(), lane.marks.end(),
                                                        [&](std::uint64_t mark) { return !memory_.is_saved(mark); }));
    }
    return count;
}

std::optional<Instant> DeviceJournal::oldest() const {
    std::optional<Instant> oldest;
    for (const Lane& lane : lanes_) {
        for (const sync::Operation& operation : lane.outbox.waiting()) {
            if (!oldest || operation.stamp.wall_ms < oldest->utc_ms) oldest = Instant{operation.stamp.wall_ms};
        }
    }
    return oldest;
}

bool DeviceJournal::has_waiting_selection() const {
    return std::any_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) {
        const auto& waiting = lane.outbox.waiting();
        return std::any_of(waiting.begin(), waiting.end(), [](const sync::Operation& operation) {
            return operation.kind == sync::OperationKind::Intent && operation.type.starts_with("selection.");
        });
    });
}

}  // namespace xueshi::runtime
