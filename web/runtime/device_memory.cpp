#include "web/runtime/device_memory.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/checksum.h"

namespace xueshi::runtime {
namespace {

constexpr std::size_t kSealDigits = 16;

std::string digits_of(std::uint64_t sum) {
    std::string digits(kSealDigits, '0');
    for (std::size_t i = kSealDigits; i-- > 0; sum >>= 4) digits[i] = "0123456789abcdef"[sum & 15];
    return digits;
}

bool is_covered(const std::string& removal, const std::string& name) {
    return removal.back() == '/' ? name.starts_with(removal) : name == removal;
}

// What `later` does after `first`, as one batch.
void join(ports::StoreBatch& first, ports::StoreBatch later) {
    for (std::string& removal : later.removals) {
        std::erase_if(first.puts, [&](const ports::StoreRecord& put) { return is_covered(removal, put.name); });
        first.removals.push_back(std::move(removal));
    }
    for (ports::StoreRecord& put : later.puts) {
        std::erase_if(first.puts, [&](const ports::StoreRecord& before) { return before.name == put.name; });
        first.puts.push_back(std::move(put));
    }
}

}  // namespace

std::string seal(std::string_view text) {
    std::string value = digits_of(checksum_of(text));
    value += text;
    return value;
}

std::optional<std::string_view> unseal(std::string_view value) {
    if (value.size() < kSealDigits) return std::nullopt;
    const std::string_view text = value.substr(kSealDigits);
    if (!value.starts_with(digits_of(checksum_of(text)))) return std::nullopt;
    return text;
}

void DeviceMemory::put(std::string name, std::string_view text) {
    ++put_count_;
    join(gathering_, {{}, {{std::move(name), seal(text)}}});
}

void DeviceMemory::remove(std::string name) {
    ++put_count_;
    join(gathering_, {{std::move(name)}, {}});
}

void DeviceMemory::send() {
    // What failed is tried again with the next thing put, or when asked to.
    const bool must_wait = has_failed_ && put_count_ == sent_count_;
    if (writing_ != 0 || must_wait || gathering_.empty()) return;
    has_failed_ = false;
    under_way_ = std::exchange(gathering_, {});
    sent_count_ = put_count_;
    writing_ = store_.write(under_way_);
}

void DeviceMemory::retry() {
    has_failed_ = false;
    send();
}

void DeviceMemory::read(std::string prefix) {
    read_.reset();
    prefix_ = std::move(prefix);
    reading_ = store_.read(prefix_);
}

std::optional<std::vector<KeptRecord>> DeviceMemory::take_read() { return std::exchange(read_, std::nullopt); }

// What was put and is not on the disk yet counts as read: so the device remembers, for as long as the page
// lives, even where the browser keeps nothing.
void DeviceMemory::take_records(std::vector<ports::StoreRecord> records) {
    ports::StoreBatch read{{}, std::move(records)};
    join(read, under_way_);
    join(read, gathering_);
    std::sort(read.puts.begin(), read.puts.end(),
              [](const ports::StoreRecord& a, const ports::StoreRecord& b) { return a.name < b.name; });
    read_.emplace();
    for (ports::StoreRecord& record : read.puts) {
        if (!record.name.starts_with(prefix_)) continue;
        const auto text = unseal(record.value);
        if (text) {
            read_->push_back({std::move(record.name), std::string(*text), false});
        } else {
            read_->push_back({std::move(record.name), std::move(record.value), true});
        }
    }
}

void DeviceMemory::update() {
    for (ports::StoreAnswer& answer : store_.take_answers()) {
        if (answer.request == writing_) {
            writing_ = 0;
            write_problem_ = answer.problem;
            has_failed_ = answer.problem != ports::StoreProblem::None;
            if (has_failed_) {
                join(under_way_, std::exchange(gathering_, {}));
                gathering_ = std::exchange(under_way_, {});
            } else {
                saved_count_ = sent_count_;
                read_problem_ = ports::StoreProblem::None;
                under_way_ = {};
            }
        } else if (answer.request == reading_) {
            reading_ = 0;
            read_problem_ = answer.problem;
            has_read_failed_ = answer.problem == ports::StoreProblem::Failed;
            take_records(std::move(answer.records));
        }
    }
    send();
}

}  // namespace xueshi::runtime
