#include "web/runtime/server_link.h"

#include <algorithm>

#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/sync_json.h"

namespace xueshi::runtime {
namespace {

using ports::HttpRequest;
using ports::HttpResponse;
using views::SessionPhase;

constexpr std::size_t kPageLimit = 2000;
constexpr double kFirstRetryMs = 2'000;
constexpr double kLongestRetryMs = 60'000;

bool is_answered(const HttpResponse& response) {
    return response.outcome == HttpResponse::Outcome::Answered;
}

bool is_good(const HttpResponse& response) { return is_answered(response) && response.status / 100 == 2; }

}  // namespace

void ServerLink::send(Purpose purpose, HttpRequest request, std::string feed) {
    requests_.emplace(transport_.send(std::move(request)), Request{purpose, std::move(feed)});
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
    send(Purpose::Probe, {.method = "GET", .path = "/api/v1/session", .headers = {}, .body = {}});
}

void ServerLink::sign_in(const std::string& login, const std::string& password) {
    if (is_under_way(Purpose::SignIn)) return;
    phase_ = SessionPhase::SigningIn;
    sign_in_problem_.clear();
    send(Purpose::SignIn, {.method = "POST",
                           .path = "/api/v1/session",
                           .headers = {},
                           .body = codec::encode_sign_in({login, password})});
}

bool ServerLink::sign_out() {
    if (journal_.waiting() > 0) return false;
    if (!is_under_way(Purpose::SignOut)) send(Purpose::SignOut, change_request("DELETE", "/api/v1/session", {}));
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
    const bool is_waiting = phase_ == SessionPhase::Ready && journal_.waiting() > 0;
    return is_waiting && retry_at_ms_ > now_ms ? retry_at_ms_ - now_ms : 0;
}

void ServerLink::refresh() {
    retry_at_ms_ = 0;
    if (phase_ == SessionPhase::Unreachable || phase_ == SessionPhase::Starting) {
        phase_ = SessionPhase::Starting;
        probe_session();
    } else if (phase_ == SessionPhase::Ready || phase_ == SessionPhase::Loading) {
        pull_all();
        push_if_due(now_ms_);
    }
}

std::vector<LinkEvent> ServerLink::take_events() { return std::exchange(events_, {}); }

void ServerLink::update(double now_ms) {
    now_ms_ = now_ms;
    for (const HttpResponse& response : transport_.take_responses()) take(response, now_ms);
    push_if_due(now_ms);
}

void ServerLink::take(const HttpResponse& response, double now_ms) {
    const auto found = requests_.find(response.request);
    if (found == requests_.end()) return;
    const Request request = found->second;
    requests_.erase(found);

    is_reachable_ = is_answered(response);
    if (is_reachable_ && response.status < 500) {
        retry_after_ms_ = 0;
    } else {
        retry_after_ms_ = std::clamp(retry_after_ms_ * 2, kFirstRetryMs, kLongestRetryMs);
        retry_at_ms_ = now_ms + retry_after_ms_;
    }
    switch (request.purpose) {
        case Purpose::Probe: take_session(response, now_ms, false); break;
        case Purpose::SignIn: take_session(response, now_ms, true); break;
        case Purpose::SignOut:
            if (is_good(response) || ends_session(response)) {
                state_.forget_account();
                journal_.reset();
                progress_.clear();
                phase_ = SessionPhase::SignedOut;
            }
            break;
        case Purpose::Pull: take_page(request.feed, response); break;
        case Purpose::Push: take_push(response, now_ms); break;
    }
}

void ServerLink::take_session(const HttpResponse& response, double now_ms, bool is_sign_in) {
    if (!is_good(response)) {
        if (!is_sign_in) {
            phase_ = SessionPhase::Unreachable;
            return;
        }
        phase_ = SessionPhase::SignedOut;
        sign_in_problem_ =
            is_answered(response) ? codec::decode_problem(response.body, response.status).code : "Unreachable";
        return;
    }
    Result<codec::SessionDocument> session = codec::decode_session(response.body);
    if (!session) {
        phase_ = SessionPhase::Unreachable;
        return;
    }
    state_.session = *std::move(session);
    ++state_.revision;
    clock_.hear(state_.session.domain_now_ms, now_ms);
    if (!state_.session.account) {
        phase_ = SessionPhase::SignedOut;
        return;
    }
    phase_ = SessionPhase::Loading;
    progress_.clear();
    pull_all();
}

bool ServerLink::ends_session(const HttpResponse& response) {
    if (!is_answered(response) || response.status != 401) return false;
    state_.forget_account();
    progress_.clear();
    phase_ = SessionPhase::SignedOut;
    events_.push_back({LinkEvent::Kind::SessionEnded, "SessionExpired", {}});
    return true;
}

void ServerLink::pull_all() {
    for (const std::string& feed : state_.session.feeds) pull(feed);
}

void ServerLink::pull(const std::string& feed) {
    if (is_under_way(Purpose::Pull, feed)) return;
    const std::uint64_t after = state_.cursors[feed].sequence;
    progress_.try_emplace(feed, after, after + 1);
    send(Purpose::Pull,
         {.method = "GET",
          .path = "/api/v1/feeds/" + feed + "?after=" + std::to_string(after) +
                  "&limit=" + std::to_string(kPageLimit),
          .headers = {},
          .body = {}},
         feed);
}

void ServerLink::take_page(const std::string& feed, const HttpResponse& response) {
    if (ends_session(response)) return;
    if (!is_good(response)) {
        if (phase_ == SessionPhase::Loading) phase_ = SessionPhase::Unreachable;
        return;
    }
    const Result<sync::FeedPage> page = codec::decode_feed_page(response.body);
    if (!page) {
        events_.push_back({LinkEvent::Kind::Refused, std::string(page.error().code.name()), feed});
        return;
    }
    sync::FeedCursor& cursor = state_.cursors[feed];
    const sync::PageJoin join = sync::join_page(cursor, *page);
    if (join != sync::PageJoin::Continues) {
        // Another epoch or a gap: everything is pulled again from zero; applying twice is harmless.
        cursor = {};
        pull(feed);
        return;
    }
    for (const sync::Envelope& envelope : page->events) {
        Result<app::Event> event = codec::decode_event(envelope.type, envelope.payload);
        // An event this version cannot read is no reason to lose the others.
        if (!event) continue;
        journal_.witness(envelope.stamp);
        state_.apply(feed, {*std::move(event), envelope.stamp, envelope.sequence});
    }
    progress_[feed] = {page->next, page->head};
    if (page->next < page->head) {
        pull(feed);
        return;
    }
    const bool all_here = std::all_of(progress_.begin(), progress_.end(), [](const auto& entry) {
        return entry.second.first >= entry.second.second;
    });
    if (phase_ == SessionPhase::Loading && all_here) phase_ = SessionPhase::Ready;
}

void ServerLink::push_if_due(double now_ms) {
    if (phase_ != SessionPhase::Ready || now_ms < retry_at_ms_) return;
    if (journal_.waiting() == 0 || is_under_way(Purpose::Push)) return;
    const auto push = journal_.outbox()->next_push();
    send(Purpose::Push, change_request("POST", "/api/v1/push", codec::encode_push(*push)));
}

void ServerLink::take_push(const HttpResponse& response, double now_ms) {
    if (ends_session(response)) return;
    if (!is_answered(response) || response.status >= 500 || response.status == 429) return;
    if (!is_good(response)) {
        const codec::Problem problem = codec::decode_problem(response.body, response.status);
        events_.push_back({LinkEvent::Kind::Refused, problem.code, problem.subject});
        retry_at_ms_ = now_ms + kLongestRetryMs;
        return;
    }
    const Result<sync::PushAnswer> answer = codec::decode_push_answer(response.body);
    if (!answer) return;
    clock_.hear(answer->domain_now_ms, now_ms);
    for (const sync::OperationOutcome& outcome : answer->outcomes) take_outcome(outcome);
    journal_.settle(answer->outcomes);
    ++state_.revision;
    pull("me");
}

void ServerLink::take_outcome(const sync::OperationOutcome& outcome) {
    const sync::Operation* operation = journal_.find(outcome.sequence);
    if (operation == nullptr) return;
    if (!outcome.accepted) {
        events_.push_back({LinkEvent::Kind::Refused, outcome.code, outcome.subject});
        return;
    }
    if (operation->kind != sync::OperationKind::Intent) return;
    if (outcome.receipt.empty()) {
        events_.push_back({LinkEvent::Kind::SelectionWithdrawn, {}, {}});
        return;
    }
    Result<enrolment::SelectionReceipt> receipt = codec::decode_receipt(outcome.receipt);
    if (!receipt) return;
    events_.push_back({LinkEvent::Kind::SelectionConfirmed, {}, receipt->receipt_id.text});
    // The same fact comes again with the feed; applying it twice is harmless.
    state_.apply("me", {app::SelectionConfirmed{*std::move(receipt)}, {}, 0});
}

}  // namespace xueshi::runtime
