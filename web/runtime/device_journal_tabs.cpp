// The journal beside those of other tabs: which identities are this tab's, and what tabs tell each other.
#include <algorithm>
#include <charconv>
#include <utility>

#include "core/codec/sync_json.h"
#include "web/runtime/device_journal.h"

namespace xueshi::runtime {
namespace {

constexpr std::string_view kClaimPrefix = "xueshi-device-";
constexpr std::string_view kOperationsWord = "operations ";
constexpr std::string_view kSettledWord = "settled ";
constexpr std::string_view kHereWord = "here ";
constexpr std::string_view kWaitingWord = "waiting ";
constexpr std::size_t kMostHeard = 1'000;

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

// ---- identities

void DeviceJournal::claim(const DeviceId& device, bool waits) {
    if (tabs_.can_claim()) tabs_.claim(std::string(kClaimPrefix) + device.text, waits);
}

void DeviceJournal::release(const DeviceId& device) {
    const Lane* lane = find_lane(device);
    if (tabs_.can_claim() && lane->owner != Owner::OtherTab) tabs_.release(std::string(kClaimPrefix) + device.text);
}

void DeviceJournal::take_claim(const ports::ClaimAnswer& answer) {
    history_.take_claim(answer);
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
    return history_.needs_reading() ||
           std::any_of(lanes_.begin(), lanes_.end(),
                       [](const Lane& lane) { return lane.owner == Owner::Adopted && !lane.is_whole; });
}

void DeviceJournal::begin_reading() {
    history_.begin_reading();
    for (Lane& lane : lanes_) lane.is_being_read = lane.owner == Owner::Adopted && !lane.is_whole;
}

bool DeviceJournal::rejoin(std::vector<HeldLane> held, std::vector<HeldHistory> histories) {
    history_.rejoin(std::move(histories));
    bool is_less = false;
    std::vector<DeviceId> rejoined;
    for (Lane& lane : lanes_) {
        if (!std::exchange(lane.is_being_read, false)) continue;
        lane.is_whole = true;
        rejoined.push_back(lane.outbox.device_id());
        const auto found = std::find_if(held.begin(), held.end(), [&](const HeldLane& each) {
            return each.outbox.device_id() == lane.outbox.device_id();
        });
        const bool is_on_disk = found != held.end();
        is_less = rejoin_lane(lane, is_on_disk ? *found : HeldLane{sync::Outbox(lane.outbox.device_id())}) || is_less;
        if (is_on_disk && lane.may_be_own && !lane.has_hole && device_id().empty()) lane.owner = Owner::ThisTab;
    }
    for (const DeviceId& device : rejoined) forget_empty_lane(device);
    return is_less;
}

// What lies on the disk, and what was told and never reached it. True when something is gone: it is settled.
bool DeviceJournal::rejoin_lane(Lane& lane, const HeldLane& held) {
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

void DeviceJournal::forget_records(const DeviceId& device) {
    memory_.remove(identity_prefix(account_, device) + "op/");
    memory_.remove(identity_prefix(account_, device) + "identity");
}

// An adopted lane in which nothing waits any more.
void DeviceJournal::forget_empty_lane(const DeviceId& device) {
    const Lane* lane = find_lane(device);
    const bool is_done = lane->owner == Owner::Adopted && lane->is_whole && lane->outbox.empty() && lane->confirmed.empty();
    if (!is_done) return;
    forget_records(device);
    release(device);
    std::erase_if(lanes_, [&](const Lane& each) { return each.outbox.device_id() == device; });
}

// ---- messages

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
        state.apply_waiting(operation);
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

void DeviceJournal::post_operations(const DeviceId& device, const sync::Operation& operation) {
    std::string message(kOperationsWord);
    message += account_.text;
    message += '\n';
    message += codec::encode_push({device, {operation}});
    tabs_.post(message);
}

void DeviceJournal::post_settled(const DeviceId& device, const std::vector<std::uint64_t>& numbers) {
    post_numbers(kSettledWord, device, numbers);
}

void DeviceJournal::post_here() { tabs_.post(std::string(kHereWord) + account_.text + "\n"); }

}  // namespace xueshi::runtime
