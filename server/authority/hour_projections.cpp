#include "server/authority/hour_projections.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <utility>

#include "core/base/checksum.h"
#include "server/store/feed_reading.h"

namespace xueshi::authority {
namespace {

constexpr std::string_view kTeacherFeeds = "teacher:";

void fold(store::StoreView& view, const std::string& feed, std::uint64_t after, std::uint64_t head, ProjectedHours& hours) {
    store::read_until(view, feed, after, head, [&](const sync::Envelope& envelope) { apply(hours, envelope); });
}

}  // namespace

HourProjections::HourProjections(store::EventStore& event_store, std::filesystem::path folder)
    : event_store_(event_store), folder_(std::move(folder)), epoch_(event_store.epoch()) {
    std::filesystem::create_directories(folder_);
    event_store.visit_heads(kTeacherFeeds, [&](std::string_view feed, std::uint64_t head) {
        parts_[checksum_of(feed) % kProjectionParts].push_back({std::string(feed), head});
    });
}

std::filesystem::path HourProjections::path_of(std::size_t part) const {
    return folder_ / ("hours-" + std::to_string(part));
}

bool HourProjections::is_current(std::size_t part, const ProjectionFile& file) const {
    const std::vector<Feed>& feeds = parts_[part];
    return std::equal(feeds.begin(), feeds.end(), file.entries().begin(), file.entries().end(),
                      [](const Feed& feed, const ProjectionEntry& entry) {
                          return feed.name == entry.feed && feed.head == entry.head;
                      });
}

std::size_t HourProjections::bring_up(std::size_t part) {
    ProjectionFile before(path_of(part), epoch_);
    if (is_current(part, before)) return 0;
    std::size_t folded = 0;
    ProjectionWriter after(path_of(part));
    event_store_.read([&](store::StoreView& view) {
        auto entry = before.entries().begin();
        ProjectedHours hours;
        std::string bytes;
        for (const Feed& feed : parts_[part]) {
            while (entry != before.entries().end() && entry->feed < feed.name) ++entry;
            const bool is_there = entry != before.entries().end() && entry->feed == feed.name &&
                                  entry->head <= feed.head && before.read(*entry, bytes);
            if (!is_there || entry->head < feed.head) {
                const bool is_begun = is_there && decode_projection(bytes, hours);
                if (!is_begun) hours = {};
                fold(view, feed.name, is_begun ? entry->head : 0, feed.head, hours);
                bytes = encode_projection(hours);
                ++folded;
            }
            after.add(feed.name, feed.head, bytes);
        }
    });
    after.finish(epoch_);
    return folded;
}

void HourProjections::visit(std::size_t part, const std::function<void(const Teacher&)>& visitor) {
    ProjectionFile file(path_of(part), epoch_);
    ProjectedHours hours;
    std::string bytes;
    for (const ProjectionEntry& entry : file.entries()) {
        if (!file.read(entry, bytes) || !decode_projection(bytes, hours)) {
            hours = {};
            event_store_.read([&](store::StoreView& view) { fold(view, entry.feed, 0, entry.head, hours); });
        }
        if (hours.has_profile) visitor({entry.feed, entry.head, hours});
    }
}

void for_each_part(const std::function<void(std::size_t part)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t part = next++; part < kProjectionParts; part = next++) task(part);
    };
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kProjectionParts);
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
    work();
    for (std::future<void>& other : others) other.get();
}

}  // namespace xueshi::authority
