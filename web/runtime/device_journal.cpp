#include "web/runtime/device_journal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/app/decide.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

constexpr std::string_view kClaimPrefix = "xueshi-device-";
constexpr std::string_view kOperationsWord = "operations ";
constexpr std::string_view kSettledWord = "settled ";
constexpr std::string_view kHereWord = "here ";
constexpr std::string_view kWaitingWord = "waiting ";
constexpr std::size_t kMostHeard = 1'000;

std::string operation_name(const AccountId& account, const DeviceId& device, std::uint64_t sequence) {
    return identity_prefix(account, device) + "op/" + number_name(sequence);
}

// An event that waits, as the state takes it; nothing for intents and for what cannot be read.
void apply_operation(ClientState& state, const sync::Operation& operation) {
    if (operation.kind == sync::OperationKind::Intent) return;
    Result<app::Event> event = codec::decode_event(operation.type, operation.payload);
    if (event) state.apply("me", {*std::move(event), operation.stamp, 0});
}

// What an operation says once it is moved to another stamp.
std::string moved_payload(const sync::Operation& operation, const Stamp& to) {
    if (operation.kind == sync::OperationKind::Intent) return operation.payload;
    Result<app::Event> event = codec::decode_event(operation.type, operation.payload);
    if (!event) return operation.payload;
    app::note_moved(*event, operation.stamp, to);
    return codec::encode_event(*event).payload;
}

// The word a message between journals begins with; empty: it is another's.
std::string_view word_of(std::string_view message) {
    for (const std::string_view word : {kOperationsWord, kSettledWord, kWaitingWord, kHereWord}) {
        if (message.starts_with(word)) return word;
    }
    return {};
}

// The numbers behind a device's id.
std::vector<std::uint64_t> numbers_in(std::string_view content) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t space = content.find(' '); space != std::string_view::npos; space = content.find(' ')) {
        content.remove_prefix(space + 1);
        std::uint64_t number = 0;
        std::from_chars(content.data(), content.data() + content.size(), number);
        numbers.push_back(number);
    }
    return numbers;
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
    tabs_.post(std::string(kHereWord) + account_.text + "\n");
}

void DeviceJournal::close() {
    for (const Lane& lane : lanes_) release(lane.outbox.device_id());
    account_ = {};
    lanes_.clear();
    history_ = {};
    last_stamp_ = {};
}

void DeviceJournal::apply_waiting(ClientState& state) const {
    for (const Lane& lane : lanes_) {
        for (const Confirmed& confirmed : lane.confirmed) apply_operation(state, confirmed.operation);
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

void DeviceJournal::release(const DeviceId& device) {
    const Lane* lane = find_lane(device);
    if (tabs_.can_claim() && lane->owner != Owner::OtherTab) tabs_.release(std::string(kClaimPrefix) + device.text);
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

void DeviceJournal::take_claim(const ports::ClaimAnswer& answer) {
    if (!answer.name.starts_with(kClaimPrefix)) return;
    Lane* lane = find_lane(DeviceId{answer.name.substr(kClaimPrefix.size())});
    if (lane == nullptr || lane->owner != Owner::OtherTab) return;
    if (answer.is_granted) {
        // What was read of it before, its last owner may have written on since.
        lane->owner = Owner::Adopted;
        lane->is_whole = false;
        lane->is_being_read = false;
    } else {
        lane->may_be_own = false;
    }
}

bool DeviceJournal::needs_reading() const {
    return std::any_of(lanes_.begin(), lanes_.end(),
                       [](const Lane& lane) { return lane.owner == Owner::Adopted && !lane.is_whole; });
}

void DeviceJournal::begin_reading() {
    for (Lane& lane : lanes_) lane.is_being_read = lane.owner == Owner::Adopted && !lane.is_whole;
}

bool DeviceJournal::rejoin(std::vector<HeldLane> held) {
    bool is_less = false;
    std::vector<DeviceId> rejoined;
    for (Lane& lane : lanes_) {
        if (!std::exchange(lane.is_being_read, false)) continue;
        lane.is_whole = true;
        rejoined.push_back(lane.outbox.device_id());
        const auto found = std::find_if(held.begin(), held.end(), [&](const HeldLane& each) {
            return each.outbox.device_id() == lane.outbox.device_id();
        });
        if (found == held.end()) continue;
        is_less = rejoin_lane(lane, *found) || is_less;
        if (lane.may_be_own && !lane.has_hole && device_id().empty()) {
            lane.owner = Owner::ThisTab;
            history_ = std::move(found->history);
        }
    }
    for (const DeviceId& device : rejoined) forget_empty_lane(device);
    return is_less;
}

// What lies on the disk, and what was told and never reached it. True when something is gone: it is settled.
bool DeviceJournal::rejoin_lane(Lane& lane, HeldLane& held) {
    const DeviceId device = lane.outbox.device_id();
    std::vector<sync::Operation> waiting = held.outbox.waiting();
    std::vector<std::uint64_t> marks(waiting.size());
    std::size_t kept = 0;
    for (const sync::Operation& told : lane.outbox.waiting()) {
        const auto same = [&](const sync::Operation& each) { return each.sequence == told.sequence; };
        if (told.sequence > held.outbox.last_sequence()) {
            memory_.put(operation_name(account_, device, told.sequence), codec::encode_operation(told));
            marks.push_back(memory_.mark());
            waiting.push_back(told);
            ++kept;
        } else if (std::any_of(held.outbox.waiting().begin(), held.outbox.waiting().end(), same)) {
            ++kept;
        }
    }
    const bool is_less = kept < lane.outbox.waiting().size();
    lane.has_hole = lane.has_hole || held.has_hole;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        witness(waiting[i].stamp);
        if (i > 0 && waiting[i].sequence != waiting[i - 1].sequence + 1) lane.has_hole = true;
    }
    const std::uint64_t last = std::max(held.outbox.last_sequence(), lane.outbox.last_sequence());
    lane.outbox = sync::Outbox(device, last, std::move(waiting));
    lane.marks = std::move(marks);
    return is_less;
}

// An adopted lane in which nothing waits any more.
void DeviceJournal::forget_empty_lane(const DeviceId& device) {
    const Lane* lane = find_lane(device);
    const bool is_done = lane->owner == Owner::Adopted && lane->is_whole && lane->outbox.empty() && lane->confirmed.empty();
    if (!is_done) return;
    memory_.remove(identity_prefix(account_, device));
    release(device);
    std::erase_if(lanes_, [&](const Lane& each) { return each.outbox.device_id() == device; });
}

std::vector<std::string> DeviceJournal::update(ClientState& state) {
    std::vector<std::string> others;
    // What is heard while the account is being read may be about what the reading finds: it waits.
    for (std::string& message : tabs_.take_messages()) heard_.push_back(std::move(message));
    for (std::string& message : std::exchange(heard_, {})) {
        if (word_of(message).empty()) {
            others.push_back(std::move(message));
        } else if (!account_.empty()) {
            take_message(state, message);
        } else if (heard_.size() < kMostHeard) {
            heard_.push_back(std::move(message));
        }
    }
    // After the last words of a tab that has ended.
    for (const ports::ClaimAnswer& answer : tabs_.take_claims()) take_claim(answer);
    for (Lane& lane : lanes_) {
        if (lane.owner == Owner::OtherTab || !lane.is_whole || !lane.has_hole) continue;
        lane.has_hole = false;
        renew_identity(lane.outbox.device_id());
        break;  // the list of lanes has changed; the next update looks again
    }
    return others;
}

// "<word> <account>\n<content>": operations (a push document), settled or waiting (a device and sequences), here
// (a tab has read what the device holds).
void DeviceJournal::take_message(ClientState& state, std::string_view message) {
    const std::string_view word = word_of(message);
    const std::size_t end = message.find('\n');
    if (end == std::string_view::npos || message.substr(word.size(), end - word.size()) != account_.text) return;
    const std::string_view content = message.substr(end + 1);
    if (word == kOperationsWord) return take_operations(state, content);
    if (word == kHereWord) {
        for (const Lane& lane : lanes_) {
            if (lane.owner != Owner::OtherTab && lane.is_whole) post_lane(lane);
        }
        return;
    }
    Lane* lane = find_lane(DeviceId{std::string(content.substr(0, content.find(' ')))});
    if (lane == nullptr) return;
    const std::vector<std::uint64_t> told = numbers_in(content);
    std::vector<sync::OperationOutcome> settled;
    for (const sync::Operation& operation : lane->outbox.waiting()) {
        const bool is_told = std::find(told.begin(), told.end(), operation.sequence) != told.end();
        if (is_told == (word == kSettledWord)) settled.push_back({operation.sequence, true, {}, {}, {}});
    }
    if (lane->owner != Owner::OtherTab) return;
    forget_settled(*lane, settled);
    ++state.revision;
}

void DeviceJournal::take_operations(ClientState& state, std::string_view push_document) {
    const Result<sync::PushRequest> heard = codec::decode_push(push_document);
    if (!heard) return;
    Lane* lane = find_lane(heard->device_id);
    if (lane == nullptr) {
        lanes_.push_back({.outbox = sync::Outbox(heard->device_id, heard->operations.front().sequence - 1)});
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
    ++state.revision;
}

// All that waits in it, for a tab that has just been opened.
void DeviceJournal::post_lane(const Lane& lane) {
    for (const sync::Operation& operation : lane.outbox.waiting()) {
        post_operations(lane.outbox.device_id(), operation);
    }
    std::vector<std::uint64_t> waiting;
    for (const sync::Operation& operation : lane.outbox.waiting()) waiting.push_back(operation.sequence);
    post_numbers(kWaitingWord, lane.outbox.device_id(), waiting);
}

void DeviceJournal::post_numbers(std::string_view word, const DeviceId& device,
                                 const std::vector<std::uint64_t>& numbers) {
    std::string message(word);
    message += account_.text;
    message += '\n';
    message += device.text;
    for (const std::uint64_t number : numbers) {
        message += ' ';
        message += std::to_string(number);
    }
    tabs_.post(message);
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

void DeviceJournal::post_operations(const DeviceId& device, const sync::Operation& operation) {
    std::string message(kOperationsWord);
    message += account_.text;
    message += '\n';
    message += codec::encode_push({device, {operation}});
    tabs_.post(message);
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
    codec::EncodedIntent encoded = codec::encode_intent(command);
    append(sync::OperationKind::Intent, stamp_at(now), std::move(encoded.type), std::move(encoded.payload));
}

void DeviceJournal::record_again(ClientState& state, const sync::Operation& operation,
                                 std::optional<Instant> now) {
    Stamp stamp = now ? stamp_at(*now) : operation.stamp;
    stamp.node = own_lane().outbox.device_id().text;
    witness(stamp);
    std::string payload = moved_payload(operation, stamp);
    append(operation.kind, std::move(stamp), operation.type, std::move(payload));
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
    post_numbers(kSettledWord, device, settled);
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
        if (!gone.empty()) post_numbers(kSettledWord, device, gone);
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
    memory_.remove(identity_prefix(account_, from.outbox.device_id()));
    // To the other tabs the old numbers are done with; the new ones follow.
    std::vector<std::uint64_t> moved;
    for (const sync::Operation& operation : from.outbox.waiting()) moved.push_back(operation.sequence);
    if (!moved.empty()) post_numbers(kSettledWord, from.outbox.device_id(), moved);
    const auto move = [this](const sync::Operation& operation) {
        Stamp stamp = operation.stamp;
        stamp.node = own_lane().outbox.device_id().text;
        std::string payload = moved_payload(operation, stamp);
        append(operation.kind, std::move(stamp), operation.type, std::move(payload));
    };
    // What was confirmed and has not come back with the feed may be lost with a restored server: it is sent again.
    for (const Confirmed& confirmed : from.confirmed) move(confirmed.operation);
    for (const sync::Operation& operation : from.outbox.waiting()) move(operation);
    if (from.owner == Owner::ThisTab && !history_.steps().empty()) keep_history(0);
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

bool DeviceJournal::has_waiting_intent() const {
    return std::any_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) {
        const auto& waiting = lane.outbox.waiting();
        return std::any_of(waiting.begin(), waiting.end(), [](const sync::Operation& operation) {
            return operation.kind == sync::OperationKind::Intent;
        });
    });
}

}  // namespace xueshi::runtime
