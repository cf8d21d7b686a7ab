#include "web/runtime/server_link.h"

#include <algorithm>

#include "core/codec/intent_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/registration_json.h"
#include "core/codec/special_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

using ports::HttpRequest;
using ports::HttpResponse;
using views::SessionPhase;

constexpr std::size_t kPageLimit = 2000;
constexpr double kFirstRetryMs = 2'000;
constexpr double kLongestRetryMs = 60'000;
constexpr std::string_view kCsrfRejectedName = "CsrfRejected";  // of the server's session guard

bool is_answered(const HttpResponse& response) {
    return response.outcome == HttpResponse::Outcome::Answered;
}

bool is_good(const HttpResponse& response) { return is_answered(response) && response.status / 100 == 2; }

// The same request may be answered another time.
bool may_pass(const HttpResponse& response) {
    return !is_answered(response) || response.status >= 500 || response.status == 429;
}

// Orders that are decided for others too: in special training, and about hours registered for teachers.
bool concerns_units(std::string_view type) {
    return type.starts_with(codec::kSpecialPrefix) || type.starts_with(codec::kRegistrationPrefix);
}

}  // namespace

void ServerLink::send(Request purpose, HttpRequest request) {
    requests_.emplace(transport_.send(std::move(request)), std::move(purpose));
}

HttpRequest ServerLink::change_request(std::string method, std::string path, std::string body) const {
    HttpRequest request{.method = std::move(method), .path = std::move(path), .headers = {}, .body = std::move(body)};
    request.headers.push_back({"x-xueshi-csrf", state_.session.csrf});
    return request;
}

bool ServerLink::is_under_way(Purpose purpose, const std::string& feed) const {
    return std::any_of(requests_.begin(), requests_.end(), [&](const auto& entry) {
        return entry.second.purpose == purpose && entry.second.feed == feed;
    });
}

void ServerLink::probe_session() {
    if (is_under_way(Purpose::Probe)) return;
    send({Purpose::Probe, {}}, {.method = "GET", .path = "/api/v1/session", .headers = {}, .body = {}});
}

void ServerLink::sign_in(const std::string& login, const std::string& password) {
    if (is_under_way(Purpose::SignIn)) return;
    phase_ = SessionPhase::SigningIn;
    sign_in_problem_.clear();
    send({Purpose::SignIn, {}},
         {.method = "POST", .path = "/api/v1/session", .headers = {}, .body = codec::encode_sign_in({login, password})});
}

ports::RequestId ServerLink::ask(std::string path, std::string body) {
    const ports::RequestId id = transport_.send(change_request("POST", std::move(path), std::move(body)));
    requests_.emplace(id, Request{Purpose::Ask, {}});
    return id;
}

void ServerLink::leave() {
    keeper_.forget();
    state_.forget_account();
    progress_.clear();
    needs_sign_in_ = false;
    is_whole_ = false;
    wants_session_ = false;
    wanted_feeds_.clear();
    phase_ = SessionPhase::SignedOut;
}

bool ServerLink::sign_out() {
    if (journal_.waiting() > 0) return false;
    if (!is_under_way(Purpose::SignOut)) send({Purpose::SignOut, {}}, change_request("DELETE", "/api/v1/session", {}));
    return true;
}

float ServerLink::loaded_share() const {
    double taken = 0;
    double head = 0;
    for (const auto& [feed, progress] : progress_) {
        taken += static_cast<double>(progress.first);
        head += static_cast<double>(progress.second);
    }
    return head > 0 ? static_cast<float>(taken / head) : 0.0f;
}

double ServerLink::retry_after(double now_ms) const {
    if (!is_online_) return 0;
    const bool has_work = phase_ == SessionPhase::Ready && !needs_sign_in_ && journal_.waiting() > 0;
    const double ask = wants_to_ask() ? std::max(ask_patience_.until_ms - now_ms, 0.0) : 0;
    const double push = has_work ? std::max(push_patience_.until_ms - now_ms, 0.0) : 0;
    return ask > 0 && push > 0 ? std::min(ask, push) : std::max(ask, push);
}

void ServerLink::refresh() {
    // Should the first request on a network that is just back fail, the next is soon, however long the network was away.
    ask_patience_ = {};
    push_patience_ = {};
    if (phase_ == SessionPhase::Unreachable || phase_ == SessionPhase::Starting) {
        phase_ = SessionPhase::Starting;
        probe_session();
    } else if (phase_ == SessionPhase::Ready || phase_ == SessionPhase::Loading) {
        // Another tab may have signed in meanwhile; and a page that opened without a network has not asked yet.
        if (needs_sign_in_ || !is_session_heard_) return probe_session();
        pull_all();
        push_if_due(now_ms_);
    }
}

std::vector<LinkEvent> ServerLink::take_events() { return std::exchange(events_, {}); }

void ServerLink::update(double now_ms) {
    now_ms_ = now_ms;
    for (const HttpResponse& response : transport_.take_responses()) take(response, now_ms);
    ask_again_if_due(now_ms);
    push_if_due(now_ms);
}

void ServerLink::Patience::lengthen(double now_ms) {
    // What fails together counts once.
    if (now_ms < until_ms) return;
    length_ms = std::clamp(length_ms * 2, kFirstRetryMs, kLongestRetryMs);
    until_ms = now_ms + length_ms;
}

// While something else still fails, its next failure is not the first again.
void ServerLink::note_answered_ask() {
    if (!wants_to_ask()) ask_patience_.length_ms = 0;
}

// False when it was wanted already.
bool ServerLink::want(const std::string& feed) {
    if (std::find(wanted_feeds_.begin(), wanted_feeds_.end(), feed) != wanted_feeds_.end()) return false;
    wanted_feeds_.push_back(feed);
    return true;
}

bool ServerLink::wants_to_ask() const { return wants_session_ || (!wanted_feeds_.empty() && !needs_sign_in_); }

void ServerLink::ask_again_if_due(double now_ms) {
    if (!is_online_ || !wants_to_ask() || now_ms < ask_patience_.until_ms || is_under_way(Purpose::SignIn)) return;
    if (wants_session_) return probe_session();
    for (const std::string& feed : wanted_feeds_) pull(feed);
}

void ServerLink::take(const HttpResponse& response, double now_ms) {
    const auto found = requests_.find(response.request);
    if (found == requests_.end()) return;
    const Request request = found->second;
    requests_.erase(found);

    is_reachable_ = is_answered(response);
    switch (request.purpose) {
        case Purpose::Probe: take_session(response, now_ms, false); break;
        case Purpose::SignIn: take_session(response, now_ms, true); break;
        case Purpose::SignOut:
            if (is_good(response) || (is_reachable_ && response.status == 401)) {
                leave();
                events_.push_back({LinkEvent::Kind::SignedOut, {}, {}, {}});
            } else {
                events_.push_back({LinkEvent::Kind::Refused, "SignOutUnreachable", {}, {}});
            }
            break;
        case Purpose::Pull: take_page(request, response); break;
        case Purpose::Push: take_push(request.device, response, now_ms); break;
        case Purpose::Ask:
            ends_session(response);
            answer_.request = response.request;
            answer_.status = is_reachable_ ? response.status : 0;
            answer_.body = response.body;
            break;
    }
}

void ServerLink::take_session(const HttpResponse& response, double now_ms, bool is_sign_in) {
    // Whatever goes wrong, an account that is open stays open.
    if (!is_good(response)) {
        if (!is_sign_in) return take_no_session(now_ms);
        phase_ = is_open() ? SessionPhase::Ready : SessionPhase::SignedOut;
        sign_in_problem_ =
            is_answered(response) ? codec::decode_problem(response.body, response.status).code : "Unreachable";
        return;
    }
    const Result<codec::SessionDocument> session = codec::decode_session(response.body);
    if (!session) return take_no_session(now_ms);
    wants_session_ = false;
    if (session->account) return take_account(*session, now_ms);
    hear(session->domain_now_ms, now_ms);
    note_answered_ask();
    if (is_open()) {
        needs_sign_in_ = true;
        return;
    }
    state_.forget_account();
    wanted_feeds_.clear();
    state_.session = *session;
    phase_ = SessionPhase::SignedOut;
}

// Nothing is known of the session: it is asked for again.
void ServerLink::take_no_session(double now_ms) {
    phase_ = is_open() ? SessionPhase::Ready : SessionPhase::Unreachable;
    wants_session_ = true;
    ask_patience_.lengthen(now_ms);
}

void ServerLink::take_account(const codec::SessionDocument& session, double now_ms) {
    const bool is_same = has_account() && state_.session.account->id == session.account->id;
    needs_sign_in_ = false;
    is_session_heard_ = true;
    if (!is_same) {
        state_.forget_account();
        unknown_cursor_.clear();
        wanted_feeds_.clear();
        // What is on its way was asked for another account.
        std::erase_if(requests_, [](const auto& entry) {
            return entry.second.purpose == Purpose::Pull || entry.second.purpose == Purpose::Push;
        });
    }
    const bool is_restored = is_same && state_.session.epoch != session.epoch;
    state_.session = session;
    ++state_.revision;
    progress_.clear();
    hear(session.domain_now_ms, now_ms);
    if (is_restored) {
        phase_ = is_open() ? SessionPhase::Ready : SessionPhase::Loading;
        restart(session.epoch);
    } else if (is_same) {
        keeper_.keep_session();
        phase_ = is_open() ? SessionPhase::Ready : SessionPhase::Loading;
        pull_all();
    } else {
        phase_ = SessionPhase::Loading;
        is_whole_ = false;
        keeper_.open(session.account->id);
    }
}

void ServerLink::take_opened(AccountKeeper::Opened opened) {
    using Opened = AccountKeeper::Opened;
    if (opened == Opened::Held || opened == Opened::Empty) {
        // Without a word of the server yet (phase Starting), an account that was never read whole is no use.
        if (opened == Opened::Held) {
            phase_ = SessionPhase::Ready;
            is_whole_ = true;
        }
        if (phase_ == SessionPhase::Starting || is_under_way(Purpose::Probe) || wants_session_) return;
        pull_all();
    } else if (opened == Opened::Folded && is_session_heard_ && !needs_sign_in_) {
        pull_all();
    }
}

// The server's time is the domain's. What was stamped by a calendar that ran ahead is stamped anew, or the
// server would refuse it.
void ServerLink::hear(std::int64_t domain_now_ms, double now_ms) {
    clock_.hear(domain_now_ms, now_ms);
    if (journal_.restamp_after({domain_now_ms + sync::kMaxClockLeadMs}, {domain_now_ms})) keeper_.reopen();
}

bool ServerLink::ends_session(const HttpResponse& response) {
    if (!is_answered(response) || response.status != 401) return false;
    if (!needs_sign_in_) events_.push_back({LinkEvent::Kind::SessionEnded, "SessionExpired", {}, {}});
    needs_sign_in_ = true;
    if (phase_ == SessionPhase::Loading) phase_ = SessionPhase::SignedOut;
    return true;
}

void ServerLink::pull_all() {
    for (const std::string& feed : state_.session.feeds) pull(feed);
}

void ServerLink::pull(const std::string& feed) {
    if (is_under_way(Purpose::Pull, feed) || keeper_.is_reading()) return;
    const std::uint64_t after = state_.cursors[feed].sequence;
    progress_.try_emplace(feed, after, after + 1);
    send({Purpose::Pull, feed, {}, after, journal_.settle_mark()},
         {.method = "GET",
          .path = "/api/v1/feeds/" + feed + "?after=" + std::to_string(after) +
                  "&limit=" + std::to_string(kPageLimit),
          .headers = {},
          .body = {}});
}

void ServerLink::pull_after_push(const std::string& feed) {
    for (auto& [id, request] : requests_) {
        if (request.purpose == Purpose::Pull && request.feed == feed) request.is_overtaken = true;
    }
    pull(feed);
}

void ServerLink::take_page(const Request& request, const HttpResponse& response) {
    const std::string& feed = request.feed;
    if (ends_session(response)) return;
    if (!is_good(response)) return take_missing_page(feed, response);
    if (unknown_cursor_ == feed) unknown_cursor_.clear();
    const Result<sync::FeedPage> page = codec::decode_feed_page(response.body);
    if (!page) {
        // Said once, not with every repetition.
        if (want(feed)) events_.push_back({LinkEvent::Kind::Refused, std::string(page.error().code.name()), feed, {}});
        return ask_patience_.lengthen(now_ms_);
    }
    std::erase(wanted_feeds_, feed);
    note_answered_ask();
    if (page->epoch != state_.session.epoch) return restart(page->epoch);
    sync::FeedCursor& cursor = state_.cursors[feed];
    const bool is_first_of_epoch = cursor.epoch != page->epoch;
    switch (sync::join_page(cursor, *page)) {
        case sync::PageJoin::Continues: break;
        case sync::PageJoin::NewEpoch:
        case sync::PageJoin::Gap:
            // Everything is pulled again from zero; applying twice is harmless.
            cursor = {};
            return pull(feed);
    }
    if (!page->events.empty() || is_first_of_epoch) keeper_.keep_page(feed, page->epoch, request.after, response.body);
    if (keeper_.is_restoring() && feed == "me") keeper_.note_restored(page->events);
    for (const sync::Envelope& envelope : page->events) keeper_.take_event(feed, envelope);
    progress_[feed] = {page->next, page->head};
    if (page->next < page->head) return pull(feed);
    if (feed == "me") {
        if (keeper_.is_restoring()) {
            keeper_.finish_restore(clock_.now(now_ms_));
        } else {
            journal_.forget_confirmed(request.settle_mark);
        }
    }
    take_head();
    if (request.is_overtaken) pull(feed);
}

void ServerLink::take_missing_page(const std::string& feed, const HttpResponse& response) {
    std::erase(wanted_feeds_, feed);
    if (is_answered(response) && response.status == 422) return take_unknown_cursor(feed);
    // Without it there is nothing to show: then from the beginning, whatever the reason.
    const bool is_needed = phase_ == SessionPhase::Loading;
    if (!is_needed && !may_pass(response)) return;
    want(feed);
    ask_patience_.lengthen(now_ms_);
    if (!is_needed) return;
    phase_ = SessionPhase::Unreachable;
    wants_session_ = true;
}

// The device knows more of a feed than the server: the session document will say why. Where it says nothing new, a
// tab that had not heard of a restore wrote its page beside those of the others: then the past is put aside here, too.
void ServerLink::take_unknown_cursor(const std::string& feed) {
    if (unknown_cursor_ != feed) {
        unknown_cursor_ = feed;
        return probe_session();
    }
    unknown_cursor_.clear();
    restart(state_.session.epoch);
}

// The server was restored: its feeds are not the ones the device knows. All are pulled anew; `me` when what the
// device has of it is set aside.
void ServerLink::restart(const std::string& epoch) {
    state_.session.epoch = epoch;
    state_.cursors.clear();
    progress_.clear();
    keeper_.keep_session();
    keeper_.begin_restore();
}

void ServerLink::take_head() {
    const auto& feeds = state_.session.feeds;
    const bool all_here = std::all_of(feeds.begin(), feeds.end(), [this](const std::string& feed) {
        const auto found = progress_.find(feed);
        return found != progress_.end() && found->second.first >= found->second.second;
    });
    if (!all_here) return;
    is_whole_ = true;
    if (phase_ == SessionPhase::Loading) phase_ = SessionPhase::Ready;
}

void ServerLink::push_if_due(double now_ms) {
    if (phase_ != SessionPhase::Ready || needs_sign_in_ || !is_session_heard_ || now_ms < push_patience_.until_ms) return;
    if (keeper_.is_restoring() || is_under_way(Purpose::Push)) return;
    const auto push = journal_.next_push();
    if (!push) return;
    send({Purpose::Push, {}, push->device_id}, change_request("POST", "/api/v1/push", codec::encode_push(*push)));
}

void ServerLink::take_push(const DeviceId& device, const HttpResponse& response, double now_ms) {
    if (ends_session(response)) return;
    if (may_pass(response)) return push_patience_.lengthen(now_ms);
    if (!is_good(response)) return take_refused_push(device, codec::decode_problem(response.body, response.status), now_ms);
    const Result<sync::PushAnswer> answer = codec::decode_push_answer(response.body);
    if (!answer) return push_patience_.lengthen(now_ms);
    push_patience_.length_ms = 0;
    clock_.hear(answer->domain_now_ms, now_ms);
    const bool concerns_others = std::any_of(
        answer->outcomes.begin(), answer->outcomes.end(), [&](const sync::OperationOutcome& outcome) {
            const sync::Operation* operation = journal_.find(device, outcome.sequence);
            return operation != nullptr && concerns_units(operation->type);
        });
    for (const sync::OperationOutcome& outcome : answer->outcomes) take_outcome(device, outcome);
    journal_.settle(device, answer->outcomes, clock_.now(now_ms));
    // Only now: what is stamped anew changes its number.
    hear(answer->domain_now_ms, now_ms);
    ++state_.revision;
    // What is decided so stands in the feeds of units and in the catalogue too.
    pull_after_push("me");
    if (!concerns_others) return;
    for (const std::string& feed : state_.session.feeds) {
        if (feed != "me") pull_after_push(feed);
    }
}

// A whole push is refused for its numbers or its session, never for what its operations say.
void ServerLink::take_refused_push(const DeviceId& device, const codec::Problem& problem, double now_ms) {
    // The device's memory or the server's was set back, or the device was cloned: the numbers are spent, the
    // operations are not.
    for (const ErrorCode code : {sync::kOperationRewritten, sync::kSequenceGap, sync::kDeviceOfAnother}) {
        if (problem.code == code.name()) return journal_.renew_identity(device);
    }
    push_patience_.until_ms = now_ms + kLongestRetryMs;
    // Another tab has signed in anew: its session document carries the proof this one lacks.
    if (problem.code == kCsrfRejectedName) return probe_session();
    events_.push_back({LinkEvent::Kind::Refused, problem.code, problem.subject, {}});
}

bool ServerLink::is_confirmed(const sync::Operation& intent) const {
    const auto command = codec::decode_intent(intent.type, intent.payload);
    const auto* submission = command ? std::get_if<enrolment::SubmitSelection>(&*command) : nullptr;
    return submission != nullptr && state_.teacher.selections.contains(submission->selection_id);
}

void ServerLink::take_outcome(const DeviceId& device, const sync::OperationOutcome& outcome) {
    const sync::Operation* operation = journal_.find(device, outcome.sequence);
    if (operation == nullptr) return;
    if (!outcome.accepted) {
        if (outcome.code == sync::kStampInFuture.name()) {
            const sync::Operation again = *operation;
            journal_.record_again(state_, again, clock_.now(now_ms_));
            keeper_.reopen();
            return;
        }
        // Sent once more after a server was restored, which had it all the same.
        if (outcome.code == enrolment::kSelectionExists.name() && is_confirmed(*operation)) return;
        events_.push_back({LinkEvent::Kind::Refused, outcome.code, outcome.subject, operation->type,
                           device.text + "/" + number_name(outcome.sequence)});
        return;
    }
    if (operation->kind != sync::OperationKind::Intent) return;
    if (concerns_units(operation->type) || operation->type.starts_with(codec::kLedgerPrefix)) {
        const auto step = codec::decode_step_receipt(outcome.receipt);
        if (step) events_.push_back({LinkEvent::Kind::StepAccepted, {}, step->receipt_id.text, {}});
        return;
    }
    if (outcome.receipt.empty()) {
        events_.push_back({LinkEvent::Kind::SelectionWithdrawn, {}, {}, {}});
        return;
    }
    Result<enrolment::SelectionReceipt> receipt = codec::decode_receipt(outcome.receipt);
    if (!receipt) return;
    events_.push_back({LinkEvent::Kind::SelectionConfirmed, {}, receipt->receipt_id.text, {}});
    // The same fact comes again with the feed; applying it twice is harmless.
    state_.apply("me", {app::SelectionConfirmed{*std::move(receipt)}, {}, 0});
}

}  // namespace xueshi::runtime
