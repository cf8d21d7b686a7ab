#include "web/runtime/held_account.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <utility>

#include "core/codec/sync_json.h"
#include "core/sync/feed_cursor.h"

namespace xueshi::runtime {
namespace {

constexpr std::size_t kNumberDigits = 12;

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// The part before the next '/', cut off `rest`.
std::string_view take_part(std::string_view& rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
    return part;
}

// The records of one identity and of one history, which may have the same id, until they are complete.
struct LaneParts {
    bool has_identity = false;  // or else no number of it is known, and none may be used again
    std::uint64_t last_sequence = 0;
    std::int64_t used_ms = 0;
    std::vector<sync::Operation> waiting;
    bool has_history = false;
    std::int64_t history_used_ms = 0;
    std::vector<codec::HeldStep> steps;
    std::uint64_t first_step = 0;
    // Where it is not known nothing was taken back: what can be undone matters more than what can be done again.
    std::uint64_t place = std::numeric_limits<std::uint64_t>::max();
    bool has_hole = false;
};

class AccountReader {
  public:
    explicit AccountReader(std::string epoch) : epoch_(std::move(epoch)) {}

    HeldAccount read(const AccountId& account, std::vector<KeptRecord> records) {
        const std::string prefix = account_prefix(account);
        // Which pages are of the present the session says, whose name comes after theirs.
        for (const KeptRecord& record : records) {
            if (record.name == prefix + "session") take_session(record);
        }
        for (KeptRecord& record : records) {
            std::string_view rest = record.name;
            if (!rest.starts_with(prefix)) continue;
            rest.remove_prefix(prefix.size());
            take(take_part(rest), rest, record);
        }
        finish_lanes();
        return std::move(held_);
    }

  private:
    void take(std::string_view kind, std::string_view rest, KeptRecord& record) {
        if (kind == "damaged") {
            held_.damaged.push_back(std::move(record));
        } else if (kind == "feed") {
            const std::string_view feed = take_part(rest);
            const std::string_view epoch = take_part(rest);
            if (epoch == epoch_) {
                take_page(feed, number_of(rest), record);
            } else if (feed == "me") {
                take_past(epoch, record);
            } else {
                held_.unreadable.push_back(record.name);
            }
        } else if (kind == "news") {
            take_value(codec::decode_held_news(record.text), record,
                       [&](codec::HeldNews news) { take_news({record.name, std::move(news)}); });
        } else if (kind == "d") {
            const std::string device(take_part(rest));
            take_lane_part(lanes_[device], take_part(rest), rest, record);
        }
    }

    // Names say what the news are of, not which came first.
    void take_news(HeldNewsItem item) {
        auto place = held_.news.end();
        while (place != held_.news.begin() && std::prev(place)->news.at_ms > item.news.at_ms) --place;
        held_.news.insert(place, std::move(item));
    }

    void take_session(const KeptRecord& record) {
        take_value(codec::decode_held_session(record.text), record, [&](codec::HeldSession session) {
            if (epoch_.empty()) epoch_ = session.session.epoch;
            held_.session = std::move(session);
        });
    }

    // False when the record cannot be read.
    template <class Value, class Take>
    bool take_value(Result<Value> value, const KeptRecord& record, Take take) {
        const bool is_whole = !record.is_damaged && value.ok();
        if (is_whole) {
            take(*std::move(value));
        } else {
            held_.unreadable.push_back(record.name);
        }
        return is_whole;
    }

    // Its events follow one another: that was seen to when it was pulled.
    void take_page(std::string_view feed, std::uint64_t first, KeptRecord& record) {
        std::vector<HeldPage>& pages = held_.feeds[std::string(feed)];
        auto text = std::make_unique<std::string>(std::move(record.text));
        take_value(codec::split_feed_page(*text), record, [&](codec::UnreadFeedPage page) {
            sync::FeedCursor& cursor = cursors_[std::string(feed)];
            // Behind a page that is missing nothing joins: it is pulled again.
            if (page.page.epoch == epoch_ && first <= cursor.sequence + 1) {
                cursor = {epoch_, std::max(cursor.sequence, page.page.next)};
                pages.push_back({std::move(text), std::move(page.page), std::move(page.events)});
            } else {
                held_.unreadable.push_back(record.name);
            }
        });
    }

    void take_past(std::string_view epoch, const KeptRecord& record) {
        take_value(codec::decode_feed_page(record.text), record, [&](sync::FeedPage page) {
            // By another name, as before names held the epoch, it is no past: the feed is pulled again.
            if (page.epoch != epoch) return held_.unreadable.push_back(record.name);
            std::move(page.events.begin(), page.events.end(), std::back_inserter(held_.past));
            held_.past_names.push_back(record.name);
        });
    }

    void take_lane_part(LaneParts& lane, std::string_view kind, std::string_view rest, KeptRecord& record) {
        lane.has_identity = lane.has_identity || kind == "identity" || kind == "op";
        lane.has_history = lane.has_history || kind == "step" || kind == "place";
        if (kind == "identity") {
            take_value(codec::decode_held_identity(record.text), record, [&](const codec::HeldIdentity& identity) {
                lane.last_sequence = std::max(lane.last_sequence, identity.last_sequence);
                lane.used_ms = std::max(lane.used_ms, identity.used_ms);
            });
        } else if (kind == "op") {
            take_operation(lane, number_of(rest), record);
        } else if (kind == "step") {
            take_step(lane, number_of(rest), record);
        } else if (kind == "place" && !record.is_damaged) {
            lane.place = number_of(record.text);
            const std::size_t space = record.text.find(' ');
            if (space == std::string::npos) return;  // of an earlier release
            lane.history_used_ms = static_cast<std::int64_t>(number_of(std::string_view(record.text).substr(space + 1)));
        }
    }

    void take_step(LaneParts& lane, std::uint64_t number, const KeptRecord& record) {
        // Steps before one that is lost cannot be reached any more.
        if (number != lane.first_step + lane.steps.size()) {
            lane.steps.clear();
            lane.first_step = number;
        }
        take_value(codec::decode_held_step(record.text), record,
                   [&](codec::HeldStep step) { lane.steps.push_back(std::move(step)); });
    }

    void take_operation(LaneParts& lane, std::uint64_t sequence, KeptRecord& record) {
        const bool is_whole =
            take_value(codec::decode_operation(record.text), record, [&](sync::Operation operation) {
                if (!lane.waiting.empty() && operation.sequence != lane.waiting.back().sequence + 1) {
                    lane.has_hole = true;
                }
                lane.used_ms = std::max(lane.used_ms, operation.stamp.wall_ms);
                lane.waiting.push_back(std::move(operation));
            });
        if (!is_whole) {
            lane.has_hole = true;
            held_.damaged.push_back({record.name, std::move(record.text), true});
        }
        lane.last_sequence = std::max(lane.last_sequence, sequence);
    }

    void take_history(HeldHistory history) {
        auto place = held_.histories.end();
        while (place != held_.histories.begin() && std::prev(place)->used_ms < history.used_ms) --place;
        held_.histories.insert(place, std::move(history));
    }

    void finish_lanes() {
        for (auto& [device, lane] : lanes_) {
            if (lane.has_history) {
                take_history({device, std::max(lane.used_ms, lane.history_used_ms),
                              UndoHistory(std::move(lane.steps), lane.first_step, lane.place)});
            }
            if (!lane.has_identity) continue;
            held_.lanes.push_back({sync::Outbox(DeviceId{device}, lane.last_sequence, std::move(lane.waiting)),
                                   lane.used_ms, lane.has_hole});
        }
        std::sort(held_.lanes.begin(), held_.lanes.end(),
                  [](const HeldLane& a, const HeldLane& b) { return a.used_ms > b.used_ms; });
    }

    std::string epoch_;
    HeldAccount held_;
    std::map<std::string, sync::FeedCursor> cursors_;
    std::map<std::string, LaneParts> lanes_;
};

}  // namespace

std::string account_prefix(const AccountId& account) { return "a/" + account.text + "/"; }

std::string identities_prefix(const AccountId& account) { return account_prefix(account) + "d/"; }

std::string identity_prefix(const AccountId& account, const DeviceId& device) {
    return identities_prefix(account) + device.text + "/";
}

std::string history_prefix(const AccountId& account, std::string_view history) {
    return identities_prefix(account) + std::string(history) + "/";
}

std::string operation_name(const AccountId& account, const DeviceId& device, std::uint64_t sequence) {
    return identity_prefix(account, device) + "op/" + number_name(sequence);
}

std::string feed_prefix(const AccountId& account, std::string_view feed, std::string_view epoch) {
    std::string prefix = account_prefix(account) + "feed/";
    for (const std::string_view part : {feed, epoch}) {
        prefix += part;
        prefix += '/';
    }
    return prefix;
}

std::string number_name(std::uint64_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < kNumberDigits) digits.insert(0, kNumberDigits - digits.size(), '0');
    return digits;
}

HeldAccount read_held_account(const AccountId& account, std::vector<KeptRecord> records, std::string epoch) {
    return AccountReader(std::move(epoch)).read(account, std::move(records));
}

}  // namespace xueshi::runtime
