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

// The number a record's name ends in.
std::uint64_t last_number_in(std::string_view name) {
    const std::string_view digits = name.substr(name.rfind('/') + 1);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

}  // namespace

void AccountKeeper::start() {
    purpose_ = Purpose::Last;
    parts_.memory.read(std::string(kLastAccountName));
}

void AccountKeeper::open(const AccountId& account) {
    stop_folding();
    account_ = account;
    is_lane_reading_failed_ = false;
    purpose_ = Purpose::Account;
    parts_.memory.put(std::string(kLastAccountName), account.text);
    parts_.memory.read(account_prefix(account));
}

void AccountKeeper::reopen() {
    if (purpose_ != Purpose::None) {
        // Opening folds anyway, and so does the end of a restore.
        wants_again_ = purpose_ == Purpose::Again || purpose_ == Purpose::Lanes;
        return;
    }
    purpose_ = Purpose::Again;
    parts_.journal.begin_reading();
    parts_.memory.read(account_prefix(account_));
}

void AccountKeeper::read_lanes() {
    if (purpose_ != Purpose::None || is_lane_reading_failed_) return;
    purpose_ = Purpose::Lanes;
    parts_.journal.begin_reading();
    parts_.memory.read(identities_prefix(account_));
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
            is_start_failed_ = parts_.memory.has_read_failed();
            const bool is_known = records->size() == 1 && !records->front().is_damaged &&
                                  is_valid_id_text(records->front().text);
            if (!is_known) return Opened::NoAccount;
            account_ = AccountId{records->front().text};
            purpose_ = Purpose::Account;
            parts_.memory.read(account_prefix(account_));
            return Opened::Nothing;
        }
        case Purpose::Past: {
            HeldAccount held = read_held_account(account_, *std::move(records), parts_.state.session.epoch);
            clear_up(held);
            take_past(held);
            return Opened::Folded;
        }
        case Purpose::Again:
            return take_again(*std::move(records));
        case Purpose::Lanes:
            return take_lanes(*std::move(records));
        case Purpose::Account:
            return take_account(*std::move(records), now_ms);
        case Purpose::None:
            break;
    }
    return Opened::Nothing;
}

AccountKeeper::Opened AccountKeeper::take_again(std::vector<KeptRecord> records) {
    if (!parts_.memory.has_read_failed()) {
        HeldAccount held = read_held_account(account_, std::move(records), parts_.state.session.epoch);
        clear_up(held);
        parts_.journal.rejoin(std::move(held.lanes), std::move(held.histories));
        // Where the device keeps nothing there is nothing to fold from; the state stays as it is.
        if (!held.feeds.empty()) fold(std::move(held.feeds), Depth::Everything);
    }
    if (std::exchange(wants_again_, false)) reopen();
    return Opened::Folded;
}

AccountKeeper::Opened AccountKeeper::take_lanes(std::vector<KeptRecord> records) {
    is_lane_reading_failed_ = parts_.memory.has_read_failed();
    bool must_fold = std::exchange(wants_again_, false);
    if (!is_lane_reading_failed_) {
        HeldAccount held = read_held_account(account_, std::move(records));
        std::move(damaged_.begin(), damaged_.end(), std::back_inserter(held.damaged));
        clear_up(held);
        must_fold = parts_.journal.rejoin(std::move(held.lanes), std::move(held.histories)) || must_fold;
        parts_.journal.apply_waiting(parts_.state);
        ++parts_.state.revision;
    }
    if (must_fold) reopen();
    return must_fold ? Opened::Nothing : Opened::Folded;
}

void AccountKeeper::retry() {
    is_lane_reading_failed_ = false;
    parts_.memory.retry();
    const bool is_open = parts_.state.session.account.has_value();
    if (std::exchange(is_start_failed_, false) && purpose_ == Purpose::None && !is_open) start();
}

// What cannot be read goes; of operations, the bytes stay on the device until the person has seen to them.
void AccountKeeper::clear_up(HeldAccount& held) {
    for (const std::string& name : held.unreadable) parts_.memory.remove(name);
    const std::string prefix = name_of("damaged/");
    std::uint64_t next = 0;
    for (const KeptRecord& record : held.damaged) {
        if (record.name.starts_with(prefix)) next = std::max(next, last_number_in(record.name) + 1);
    }
    for (KeptRecord& record : held.damaged) {
        if (record.name.starts_with(prefix)) continue;
        record.name = prefix + number_name(next++);
        parts_.memory.put(record.name, record.text);
    }
    damaged_ = std::move(held.damaged);
}

void AccountKeeper::take_past(HeldAccount& held) {
    past_ = std::move(held.past);
    past_names_ = std::move(held.past_names);
}

AccountKeeper::Opened AccountKeeper::take_account(std::vector<KeptRecord> records, double now_ms) {
    ClientState& state = parts_.state;
    const bool is_named_by_server = state.session.account && state.session.account->id == account_;
    HeldAccount held = read_held_account(account_, std::move(records), is_named_by_server ? state.session.epoch : "");
    if (!is_named_by_server) {
        // Without a session document nothing says whose data this is: the server must.
        is_start_failed_ = parts_.memory.has_read_failed();
        if (!held.session || !held.session->session.account) return Opened::NoAccount;
        state.session = held.session->session;
        parts_.clock.resume(held.session->session.domain_now_ms, held.session->wall_ms, parts_.calendar.wall_ms(), now_ms);
    } else {
        keep_session();
    }
    clear_up(held);
    news_ = std::move(held.news);
    take_past(held);
    is_restoring_ = !past_names_.empty();
    parts_.journal.open(state, account_, std::move(held.lanes), held.histories);
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
        parts_.memory.remove(feed_prefix(account_, feed, parts_.state.cursors[feed].epoch));
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
    parts_.memory.remove(feed_prefix(account_, feed, pages.front().head.epoch));
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
        keep_page(feed, joined.epoch, after, codec::encode_feed_page(joined));
        after = joined.next;
        joined = {};
    }
}

// ---- what the server says

void AccountKeeper::keep_session() {
    codec::HeldSession held{parts_.state.session, parts_.calendar.wall_ms()};
    parts_.memory.put(name_of("session"), codec::encode_held_session(held));
}

void AccountKeeper::keep_page(const std::string& feed, const std::string& epoch, std::uint64_t after,
                              const std::string& body) {
    parts_.memory.put(feed_prefix(account_, feed, epoch) + number_name(after + 1), body);
}

void AccountKeeper::forget() {
    if (account_.empty()) return;
    stop_folding();
    parts_.memory.remove(account_prefix(account_));
    parts_.memory.remove(std::string(kLastAccountName));
    account_ = {};
    news_.clear();
    damaged_.clear();
    past_.clear();
    past_names_.clear();
    restored_.clear();
    is_restoring_ = false;
    parts_.journal.close();
}

// ---- a restored server

void AccountKeeper::begin_restore() {
    stop_folding();
    is_restoring_ = true;
    restored_.clear();
    purpose_ = Purpose::Past;
    parts_.memory.read(account_prefix(account_));
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
        past_.push_back({0, {DeviceId{operation.stamp.node}, operation.sequence}, operation.stamp, operation.type,
                         operation.payload});
    }
    for (const sync::Envelope& old : past_) {
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
                const std::string& receipt = lost->receipt.receipt_id.text;
                tell("receipt/" + receipt, {"receipt.lost", receipt, {}, now.utc_ms});
            }
        }
    }
    // Every tab says how much of its own it recorded again; one that recorded nothing has no identity, perhaps.
    tell("restored/" + parts_.state.session.epoch + "-" + parts_.journal.device_id().text,
         {"server.restored", std::to_string(recorded), {}, now.utc_ms});
    for (const std::string& name : past_names_) parts_.memory.remove(name);
    past_.clear();
    past_names_.clear();
    restored_.clear();
    reopen();
    return recorded;
}

// ---- news

void AccountKeeper::tell(std::string_view of, codec::HeldNews news) {
    if (account_.empty()) return;
    std::string name = name_of("news/") + std::string(of);
    parts_.memory.put(name, codec::encode_held_news(news));
    std::erase_if(news_, [&](const HeldNewsItem& item) { return item.name == name; });
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
