// recorded_city <data folder> <records>: fills a city made by `xueshi demo` up until each teacher has so many hour
// records, spread over the years since 2012. For measurements, while no server runs.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "server/authority/authorize.h"
#include "server/authority/hour_recording.h"
#include "server/store/feed_reading.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi {
namespace {

constexpr std::size_t kFeedsPerCommit = 1'000;
constexpr int kFirstYear = 2012;
constexpr int kYears = 6;

std::vector<std::string> teacher_feeds(store::EventStore& event_store) {
    std::vector<std::string> feeds;
    event_store.visit_heads("teacher:", [&](std::string_view feed, std::uint64_t) { feeds.emplace_back(feed); });
    return feeds;
}

std::size_t records_in(store::StoreView& view, const std::string& feed) {
    std::size_t count = 0;
    store::read_since(view, feed, 0, [&](const sync::Envelope& envelope) { count += envelope.type == "hours.recorded" ? 1 : 0; });
    return count;
}

ledger::HourRecord record_at(std::size_t place) {
    ledger::HourRecord record;
    record.id = HourRecordId{"more-" + std::to_string(place)};
    record.title = "教师研修 " + std::to_string(place);
    record.category = place % 5 == 0 ? HourCategory::Public : HourCategory::Professional;
    record.hours = DeciHours{10 + static_cast<std::int64_t>(place % 4) * 5};
    record.state = ledger::HourState::Earned;
    record.source = ledger::HourSource::External;
    record.allocated_year = {kFirstYear + static_cast<int>(place) % kYears};
    record.remark = "示例基地";
    return record;
}

void fill(store::Transaction& transaction, authority::ServerStamps& stamps, const std::string& feed, std::size_t wanted) {
    const Instant now{transaction.latest_domain_ms()};
    for (std::size_t place = records_in(transaction, feed); place < wanted; ++place) {
        authority::record_hours(transaction, stamps, feed, {}, record_at(place), now);
    }
}

}  // namespace
}  // namespace xueshi

int main(int count, char** arguments) {
    using namespace xueshi;
    if (count != 3) return 2;
    const auto wanted = static_cast<std::size_t>(std::strtoul(arguments[2], nullptr, 10));
    try {
        store::SqliteEventStore event_store(arguments[1]);
        authority::ServerStamps stamps;
        const std::vector<std::string> feeds = teacher_feeds(event_store);
        for (std::size_t from = 0; from < feeds.size(); from += kFeedsPerCommit) {
            const Outcome done = event_store.write([&](store::Transaction& transaction) -> Outcome {
                for (std::size_t i = from; i < std::min(from + kFeedsPerCommit, feeds.size()); ++i) {
                    fill(transaction, stamps, feeds[i], wanted);
                }
                return Done{};
            });
            if (!done) return 1;
        }
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
