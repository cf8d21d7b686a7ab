#include "web/runtime/device_journal.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

constexpr std::string_view kClaimPrefix = "xueshi-device-";
constexpr std::string_view kOperationsWord = "operations ";
constexpr std::string_view kSettledWord = "settled ";

// An event that waits, as the state takes it; nothing for intents and for what cannot be read.
void apply_operation(ClientState& state, const sync::Operation& operation) {
    if (operation.kind == sync::OperationKind::Intent) return;
    Result<app::Event> event = codec::decode_event(operation.type, operation.payload);
    if (event) state.apply("me", {*std::move(event), operation.stamp, 0});
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

void DeviceJournal::open(ClientState& state, const AccountId& account, std::vector<HeldLane> lanes) {
    close();
    account_ = account;
    for (HeldLane& held : lanes) {
        const DeviceId device = held.outbox.device_id();
        for (const sync::Operation& operation : held.outbox.waiting()) witness(operation.stamp);
        const Owner owner = tabs_.can_claim() ? Owner::OtherTab : Owner::Adopted;
        std::vector<std::uint64_t> marks(held.outbox.waiting().size());
        lanes_.push_back({std::move(held.outbox), owner, true, held.has_hole, std::move(held.history), std::move(marks)});
        claim(device, true);
    }
    apply_waiting(state);
}

void DeviceJournal::close() {
    account_ = {};
    lanes_.clear();
    history_ = {};
    last_stamp_ = {};
}

void DeviceJournal::apply_waiting(ClientState& state) const {
    for (const Lane& lane : lanes_) {
        for (const sync::Operation& operation : lane.outbox.waiting()) apply_operation(state, operation);
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

void DeviceJournal::claim(const DeviceId& device, bool waits) {
    if (tabs_.can_claim()) tabs_.claim(std::string(kClaimPrefix) + device.text, waits);
}

DeviceJournal::Lane& DeviceJournal::own_lane() {
    for (Lane& lane : lanes_) {
        if (lane.owner == Owner::ThisTab) return lane;
    }
    const DeviceId device{random_id(entropy_)};
    lanes_.push_back({sync::Outbox(device), Owner::ThisTab, true, false, {}, {}});
    claim(device, false);
    return lanes_.back();
}

void DeviceJournal::take_claim(const ports::ClaimAnswer& answer) {
    if (!answer.is_granted || !answer.name.starts_with(kClaimPrefix)) return;
    Lane* lane = find_lane(DeviceId{answer.name.substr(kClaimPrefix.size())});
    if (lane == nullptr || lane->owner != Owner::OtherTab) return;
    const bool has_own = std::any_of(lanes_.begin(), lanes_.end(),
                                     [](const Lane& each) { return each.owner == Owner::ThisTab; });
    if (has_own || !lane->is_whole || lane->has_hole) {
        lane->owner = Owner::Adopted;
        if (lane->outbox.empty()) forget_lane(lane->outbox.device_id());
    } else {
        lane->owner = Owner::ThisTab;
        history_ = std::move(lane->history);
    }
}

// Nothing of it waits any more. What the device may hold beyond what is known here stays for the next start.
void DeviceJournal::forget_lane(const DeviceId& device) {
    const Lane* lane = find_lane(device);
    if (lane->is_whole) memory_.remove(identity_prefix(account_, device));
    std::erase_if(lanes_, [&](const Lane& each) { return each.outbox.device_id() == device; });
}

std::vector<std::string> DeviceJournal::update(ClientState& state) {
    for (const ports::ClaimAnswer& answer : tabs_.take_claims()) take_claim(answer);
    std::vector<std::string> others;
    for (std::string& message : tabs_.take_messages()) {
        if (!take_message(state, message)) others.push_back(std::move(message));
    }
    for (Lane& lane : lanes_) {
        if (lane.owner == Owner::OtherTab || !lane.has_hole) continue;
        lane.has_hole = false;
        renew_identity(lane.outbox.device_id());
        break;  // the list of lanes has changed; the next update looks again
    }
    return others;
}

// "operations <account>\n<push document>" and "settled <account>\n<device> <sequence> …"
bool DeviceJournal::take_message(ClientState& state, std::string_view message) {
    const bool has_operations = message.starts_with(kOperationsWord);
    if (!has_operations && !message.starts_with(kSettledWord)) return false;
    const std::size_t end = message.find('\n');
    const std::size_t word = (has_operations ? kOperationsWord : kSettledWord).size();
    if (end == std::string_view::npos || account_.empty()) return true;
    if (message.substr(word, end - word) != account_.text) return true;
    std::string_view rest = message.substr(end + 1);
    if (has_operations) {
        const Result<sync::PushRequest> heard = codec::decode_push(rest);
        if (!heard) return true;
        Lane* lane = find_lane(heard->device_id);
        if (lane == nullptr) {
            lanes_.push_back({sync::Outbox(heard->device_id, heard->operations.front().sequence - 1), Owner::OtherTab,
                              false, false, {}, {}});
            lane = &lanes_.back();
            claim(heard->device_id, true);
        }
        for (const sync::Operation& operation : heard->operations) {
            if (operation.sequence != lane->outbox.last_sequence() + 1) continue;
            witness(operation.stamp);
            apply_operation(state, operation);
            lane->outbox.append(operation.kind, operation.stamp, operation.type, operation.payload);
            lane->marks.push_back(0);
        }
    } else {
        const std::size_t space = rest.find(' ');
        Lane* lane = find_lane(DeviceId{std::string(rest.substr(0, space))});
        std::vector<sync::OperationOutcome> settled;
        while (lane != nullptr && space != std::string_view::npos && !rest.empty()) {
            const std::string_view number = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), number.size() + 1));
            sync::OperationOutcome outcome;
            std::from_chars(number.data(), number.data() + number.size(), outcome.sequence);
            settled.push_back(std::move(outcome));
        }
        if (lane != nullptr) forget_settled(*lane, settled);
    }
    ++state.revision;
    return true;
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
    memory_.put(identity_prefix(account_, lane.outbox.device_id()) + "op/" + number_name(operation.sequence),
                codec::encode_operation(operation));
    lane.marks.push_back(memory_.mark());
    std::string message(kOperationsWord);
    message += account_.text;
    message += '\n';
    message += codec::encode_push({lane.outbox.device_id(), {operation}});
    tabs_.post(message);
}

void DeviceJournal::append(sync::OperationKind kind, Stamp stamp, std::string type, std::string payload) {
    Lane& lane = own_lane();
    lane.outbox.append(kind, std::move(stamp), std::move(type), std::move(payload));
    keep_operation(lane, lane.outbox.waiting().back());
}

void DeviceJournal::record(ClientState& state, const std::vector<app::Event>& events, Instant now) {
    for (const app::Event& event : events) {
        const Stamp stamp = stamp_at(now);
        state.apply("me", {event, stamp, 0});
        codec::EncodedEvent encoded = codec::encode_event(event);
        append(sync::OperationKind::Event, stamp, std::move(encoded.type), std::move(encoded.payload));
    }
}

void DeviceJournal::record_intent(const app::Command& command, Instant now) {
    codec::EncodedIntent encoded = codec::encode_intent(command);
    append(sync::OperationKind::Intent, stamp_at(now), std::move(encoded.type), std::move(encoded.payload));
}

void DeviceJournal::record_again(ClientState& state, const sync::Operation& operation,
                                 std::optional<Instant> now) {
    Stamp stamp = now ? stamp_at(*now) : operation.stamp;
    stamp.node = own_lane().outbox.device_id().text;
    witness(stamp);
    append(operation.kind, std::move(stamp), operation.type, operation.payload);
    apply_operation(state, own_lane().outbox.waiting().back());
}

// ---- undo

void DeviceJournal::record_step(ClientState& state, UndoHistory::Step step, Instant now) {
    record(state, step.done, now);
    if (step.inverse.empty()) return;
    const std::string prefix = identity_prefix(account_, own_lane().outbox.device_id()) + "step/";
    for (std::uint64_t redone = history_.place(); redone < history_.first() + history_.steps().size(); ++redone) {
        memory_.remove(prefix + number_name(redone));
    }
    history_.add(std::move(step));
    keep_history(history_.steps().size() - 1);
}

void DeviceJournal::keep_history(std::size_t from) {
    const std::string prefix = identity_prefix(account_, own_lane().outbox.device_id()) + "step/";
    for (std::size_t i = from; i < history_.steps().size(); ++i) {
        memory_.put(prefix + number_name(history_.first() + i), codec::encode_held_step(history_.steps()[i]));
    }
    keep_place();
}

void DeviceJournal::keep_place() {
    memory_.put(identity_prefix(account_, own_lane().outbox.device_id()) + "place",
                std::to_string(history_.place()));
}

const UndoHistory::Step* DeviceJournal::undo(ClientState& state, Instant now) {
    const UndoHistory::Step* step = history_.undoable();
    if (step == nullptr) return nullptr;
    record(state, step->inverse, now);
    history_.step_back();
    keep_place();
    return step;
}

const UndoHistory::Step* DeviceJournal::redo(ClientState& state, Instant now) {
    const UndoHistory::Step* step = history_.redoable();
    if (step == nullptr) return nullptr;
    record(state, step->done, now);
    history_.step_forward();
    keep_place();
    return step;
}

// ---- the server's side

std::optional<sync::PushRequest> DeviceJournal::next_push() const {
    for (const Lane& lane : lanes_) {
        if (lane.owner == Owner::OtherTab || lane.has_hole || lane.outbox.empty()) continue;
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
    std::string message(kSettledWord);
    message += account_.text;
    message += '\n';
    message += device.text;
    for (const sync::OperationOutcome& outcome : outcomes) {
        memory_.remove(identity_prefix(account_, device) + "op/" + number_name(outcome.sequence));
        message += ' ';
        message += std::to_string(outcome.sequence);
    }
    tabs_.post(message);
    forget_settled(*lane, outcomes);
    // The numbers must not be used again when the operations are gone.
    memory_.put(identity_prefix(account_, device) + "identity",
                codec::encode_held_identity({lane->outbox.last_sequence(), now.utc_ms}));
    if (lane->owner == Owner::Adopted && lane->outbox.empty()) forget_lane(device);
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
    memory_.remove(identity_prefix(account_, from.outbox.device_id()));
    for (const sync::Operation& operation : from.outbox.waiting()) {
        Stamp stamp = operation.stamp;
        stamp.node = own_lane().outbox.device_id().text;
        append(operation.kind, std::move(stamp), operation.type, operation.payload);
    }
    if (from.owner == Owner::ThisTab && !history_.steps().empty()) keep_history(0);
}

void DeviceJournal::renew_identity(const DeviceId& device) {
    const auto found = std::find_if(lanes_.begin(), lanes_.end(),
                                    [&](const Lane& lane) { return lane.outbox.device_id() == device; });
    if (found == lanes_.end()) return;
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
        if (lane->owner != Owner::OtherTab && std::any_of(waiting.begin(), waiting.end(), is_ahead)) {
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
            if (is_ahead(operation)) operation.stamp = stamp_at(now);
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

bool DeviceJournal::has_waiting_intent() const {
    return std::any_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) {
        const auto& waiting = lane.outbox.waiting();
        return std::any_of(waiting.begin(), waiting.end(), [](const sync::Operation& operation) {
            return operation.kind == sync::OperationKind::Intent;
        });
    });
}

}  // namespace xueshi::runtime
