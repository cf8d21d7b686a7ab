#include "web/runtime/account_keeper.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

// A feed pulled in many small pages is joined into few, so that opening it stays quick.
constexpr std::size_t kMostPages = 24;
constexpr std::size_t kJoinedEvents = 2'000;

// The catalogue is most of what is kept, and of its thousands of runs a teacher's own hours need a few.
constexpr std::string_view kLargeFeed = "catalogue";
// Of it, in one update: a frame on a slow phone.
constexpr std::size_t kEventsAtOnce = 60;

// The same write, whichever device identity it was pushed under.
bool is_same_write(const sync::Envelope& a, const sync::Envelope& b) {
    return a.stamp.wall_ms == b.stamp.wall_ms && a.stamp.counter == b.stamp.counter && a.type == b.type &&
           a.payload == b.payload;
}

}  // namespace

void AccountKeeper::start() {
    purpose_ = Purpose::Last;
    parts_.memory.read(std::string(kLastAccountName));
}

void AccountKeeper::open(const AccountId& account) {
    stop_folding();
    account_ = account;
    purpose_ = Purpose::Account;
    parts_.memory.put(std::string(kLastAccountName), account.text);
    parts_.memory.read(account_prefix(account));
}

void AccountKeeper::reopen() {
    if (purpose_ != Purpose::None) {
        // Opening folds anyway, and so does the end of a restore.
        wants_again_ = purpose_ == Purpose::Again;
        return;
    }
    purpose_ = Purpose::Again;
    parts_.memory.read(account_prefix(account_));
}

AccountKeeper::Opened AccountKeeper::update(double now_ms) {
    auto records = parts_.memory.take_read();
    if (!records || purpose_ == Purpose::None) {
        if (!is_folding_) return Opened::Nothing;
        fold_later(kEventsAtOnce);
        if (folded_ < later_.size()) return Opened::Nothing;
        stop_folding();
        ++parts_.state.revision;
        return Opened::Folded;
    }
    const Purpose purpose = std::exchange(purpose_, Purpose::None);
    switch (purpose) {
        case Purpose::Last: {
            const bool is_known = records->size() == 1 && !records->front().is_damaged &&
                                  is_valid_id_text(records->front().text);
            if (!is_known) return Opened::NoAccount;
            account_ = AccountId{records->front().text};
            purpose_ = Purpose::Account;
            parts_.memory.read(account_prefix(account_));
            return Opened::Nothing;
        }
        case Purpose::SetAside:
            set_aside(*records);
            return Opened::Folded;
        case Purpose::Again: {
            HeldAccount held = read_held_account(account_, *std::move(records));
            parts_.journal.rejoin(std::move(held.lanes));
            // Where the device keeps nothing there is nothing to fold from; the state stays as it is.
            if (!held.feeds.empty()) fold(std::move(held.feeds), Depth::Everything);
            if (std::exchange(wants_again_, false)) reopen();
            return Opened::Folded;
        }
        case Purpose::Account:
            return take_account(*std::move(records), now_ms);
        case Purpose::None:
            break;
    }
    return Opened::Nothing;
}

AccountKeeper::Opened AccountKeeper::take_account(std::vector<KeptRecord> records, double now_ms) {
    HeldAccount held = read_held_account(account_, std::move(records));
    for (const std::string& name : held.unreadable) parts_.memory.remove(name);
    ClientState& state = parts_.state;
    const bool is_named_by_server = state.session.account && state.session.account->id == account_;
    if (!is_named_by_server) {
        // Without a session document nothing says whose data this is: the server must.
        if (!held.session || !held.session->session.account) return Opened::NoAccount;
        state.session = held.session->session;
        parts_.clock.resume(held.session->session.domain_now_ms, held.session->wall_ms, parts_.calendar.wall_ms(), now_ms);
    } else {
        keep_session();
    }
    for (std::size_t i = 0; i < held.damaged.size(); ++i) {
        KeptRecord& record = held.damaged[i];
        const std::string prefix = name_of("damaged/");
        if (record.name.starts_with(prefix)) continue;
        parts_.memory.put(prefix + number_name(i), record.text);
        record.name = prefix + number_name(i);
    }
    damaged_ = std::move(held.damaged);
    news_ = std::move(held.news);
    next_news_ = 0;
    for (const HeldNewsItem& item : news_) {
        const std::string_view digits = std::string_view(item.name).substr(item.name.rfind('/') + 1);
        std::uint64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        next_news_ = std::max(next_news_, number + 1);
    }
    before_restore_ = std::move(held.before_restore);
    is_restoring_ = !before_restore_.empty();
    parts_.journal.open(state, account_, std::move(held.lanes));
    for (const auto& [feed, pages] : held.feeds) {
        if (pages.size() > kMostPages) join_small_pages(feed, pages);
    }
    const bool has_own = held.feeds.contains("me");
    fold(std::move(held.feeds), Depth::OwnFirst);
    return has_own ? Opened::Held : Opened::Empty;
}

void AccountKeeper::fold(std::map<std::string, std::vector<HeldPage>> feeds, Depth depth) {
    stop_folding();
    ClientState& state = parts_.state;
    ++state.revision;
    state.teacher = {};
    state.shared = {};
    state.unit = {};
    state.cursors.clear();
    restored_.clear();
    for (const auto& [feed, pages] : feeds) {
        if (!pages.empty()) state.cursors[feed] = {pages.back().head.epoch, pages.back().head.next};
        if (feed == kLargeFeed) continue;
        for (const HeldPage& page : pages) {
            for (const std::string_view text : page.events) fold_event(feed, text);
        }
    }
    parts_.journal.apply_waiting(state);

    pages_ = std::move(feeds[std::string(kLargeFeed)]);
    const std::set<CourseRunId> own = state.teacher.mentioned_runs();
    for (const HeldPage& page : pages_) {
        for (const std::string_view text : page.events) {
            const bool is_own = own.contains(CourseRunId{std::string(codec::course_run_in(text))});
            if (is_own || depth == Depth::Everything) {
                fold_event(std::string(kLargeFeed), text);
            } else {
                later_.push_back(text);
            }
        }
    }
    is_folding_ = !later_.empty();
    if (!is_folding_) stop_folding();
}

void AccountKeeper::fold_event(const std::string& feed, std::string_view text) {
    const Result<sync::Envelope> envelope = codec::decode_envelope(text);
    if (!envelope) {
        // Another release kept it in a form this one does not read: the feed is pulled again.
        parts_.memory.remove(feed_prefix(account_, feed));
        parts_.state.cursors.erase(feed);
        return;
    }
    if (is_restoring_ && feed == "me") note_restored({*envelope});
    take_event(feed, *envelope);
}

void AccountKeeper::take_event(const std::string& feed, const sync::Envelope& envelope) {
    Result<app::Event> event = codec::decode_event(envelope.type, envelope.payload);
    // An event this version cannot read is no reason to lose the others.
    if (!event) return;
    parts_.journal.witness(envelope.stamp);
    parts_.state.apply(feed, {*std::move(event), envelope.stamp, envelope.sequence});
}

void AccountKeeper::fold_later(std::size_t events) {
    // What is on the screen does not change by what it does not show: it hears of everything at the end.
    const std::uint64_t revision = parts_.state.revision;
    const std::size_t end = folded_ + std::min(events, later_.size() - folded_);
    for (; folded_ < end; ++folded_) fold_event(std::string(kLargeFeed), later_[folded_]);
    parts_.state.revision = revision;
}

void AccountKeeper::finish_folding() {
    if (!is_folding_) return;
    fold_later(later_.size());
    ++parts_.state.revision;
}

void AccountKeeper::stop_folding() {
    is_folding_ = false;
    later_.clear();
    pages_.clear();
    folded_ = 0;
}

void AccountKeeper::join_small_pages(const std::string& feed, const std::vector<HeldPage>& pages) {
    parts_.memory.remove(feed_prefix(account_, feed));
    sync::FeedPage joined;
    std::uint64_t after = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        joined.feed = pages[i].head.feed;
        joined.epoch = pages[i].head.epoch;
        for (const std::string_view text : pages[i].events) {
            // One that does not read makes the folding that follows forget the feed.
            if (Result<sync::Envelope> envelope = codec::decode_envelope(text)) {
                joined.events.push_back(*std::move(envelope));
            }
        }
        joined.next = joined.head = pages[i].head.next;
        if (joined.events.size() < kJoinedEvents && i + 1 < pages.size()) continue;
        keep_page(feed, after, codec::encode_feed_page(joined));
        after = joined.next;
        joined = {};
    }
}

// ---- what the server says

void AccountKeeper::keep_session() {
    codec::HeldSession held{parts_.state.session, parts_.calendar.wall_ms()};
    parts_.memory.put(name_of("session"), codec::encode_held_session(held));
}

void AccountKeeper::keep_page(const std::string& feed, std::uint64_t after, const std::string& body) {
    parts_.memory.put(feed_prefix(account_, feed) + number_name(after + 1), body);
}

void AccountKeeper::forget() {
    if (account_.empty()) return;
    stop_folding();
    parts_.memory.remove(account_prefix(account_));
    parts_.memory.remove(std::string(kLastAccountName));
    account_ = {};
    news_.clear();
    damaged_.clear();
    before_restore_.clear();
    restored_.clear();
    is_restoring_ = false;
    parts_.journal.close();
}

// ---- a restored server

void AccountKeeper::begin_restore() {
    stop_folding();
    is_restoring_ = true;
    restored_.clear();
    purpose_ = Purpose::SetAside;
    // With what another tab has set aside and not finished with.
    parts_.memory.read(account_prefix(account_));
}

void AccountKeeper::set_aside(const std::vector<KeptRecord>& records) {
    const std::string feeds = name_of("feed/");
    const std::string own = feed_prefix(account_, "me");
    const std::string aside = name_of("before_restore/");
    const std::string& epoch = parts_.state.session.epoch;
    before_restore_.clear();
    for (const KeptRecord& record : records) {
        const bool is_of_feed = record.name.starts_with(feeds);
        if (record.is_damaged || (!is_of_feed && !record.name.starts_with(aside))) continue;
        auto page = codec::decode_feed_page(record.text);
        // Another tab may have begun to pull the new feeds: that is no past.
        if (!page || page->epoch == epoch) continue;
        if (is_of_feed) parts_.memory.remove(record.name);
        const bool is_own = record.name.starts_with(own);
        if (is_of_feed && !is_own) continue;
        if (is_own) parts_.memory.put(aside + page->epoch + "/" + record.name.substr(own.size()), record.text);
        std::move(page->events.begin(), page->events.end(), std::back_inserter(before_restore_));
    }
}

void AccountKeeper::note_restored(const std::vector<sync::Envelope>& events) {
    restored_.insert(restored_.end(), events.begin(), events.end());
}

std::size_t AccountKeeper::finish_restore(Instant now) {
    is_restoring_ = false;
    const auto is_kept = [this](const sync::Envelope& lost) {
        return std::any_of(restored_.begin(), restored_.end(),
                           [&](const sync::Envelope& kept) { return is_same_write(lost, kept); });
    };
    // An intent whose decision the restored server still has.
    const auto is_decided = [this](const sync::Envelope& old) {
        const auto command = codec::decode_intent(old.type, old.payload);
        const auto* submission = command ? std::get_if<enrolment::SubmitSelection>(&*command) : nullptr;
        if (submission == nullptr) return command.ok();
        return std::any_of(restored_.begin(), restored_.end(), [&](const sync::Envelope& kept) {
            const auto event = codec::decode_event(kept.type, kept.payload);
            const auto* confirmed = event ? std::get_if<app::SelectionConfirmed>(&*event) : nullptr;
            return confirmed != nullptr && confirmed->receipt.selection_id == submission->selection_id;
        });
    };
    std::size_t recorded = 0;
    // Confirmed under the old epoch, and not yet seen in its feed.
    for (const sync::Operation& operation : parts_.journal.take_confirmed()) {
        before_restore_.push_back({0, {DeviceId{operation.stamp.node}, operation.sequence}, operation.stamp,
                                   operation.type, operation.payload});
    }
    for (const sync::Envelope& old : before_restore_) {
        if (is_kept(old)) continue;
        if (!old.origin.is_server()) {
            const bool is_event = codec::is_known_event_type(old.type);
            if (!is_event && is_decided(old)) continue;
            parts_.journal.record_again(
                parts_.state,
                {0, old.stamp, is_event ? sync::OperationKind::Event : sync::OperationKind::Intent, old.type, old.payload},
                std::nullopt);
            ++recorded;
        } else if (const auto event = codec::decode_event(old.type, old.payload)) {
            if (const auto* lost = std::get_if<app::SelectionConfirmed>(&*event)) {
                tell({"receipt.lost", lost->receipt.receipt_id.text, {}, now.utc_ms});
            }
        }
    }
    tell({"server.restored", std::to_string(recorded), {}, now.utc_ms});
    parts_.memory.remove(name_of("before_restore/"));
    before_restore_.clear();
    restored_.clear();
    reopen();
    return recorded;
}

// ---- news

void AccountKeeper::tell(codec::HeldNews news) {
    if (account_.empty()) return;
    std::string name = name_of("news/") + number_name(next_news_++);
    parts_.memory.put(name, codec::encode_held_news(news));
    news_.push_back({std::move(name), std::move(news)});
}

void AccountKeeper::dismiss_news(const std::string& name) {
    parts_.memory.remove(name);
    std::erase_if(news_, [&](const HeldNewsItem& item) { return item.name == name; });
}

void AccountKeeper::dismiss_damaged() {
    parts_.memory.remove(name_of("damaged/"));
    damaged_.clear();
}

}  // namespace xueshi::runtime
