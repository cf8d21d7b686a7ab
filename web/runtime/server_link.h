// Everything between this client and its server: session, pulls of the feeds, pushes of the journal.
//
// Nothing here decides: answers are folded into the ClientState, kept on the device, or handed on as LinkEvents.
// At most one push and one pull per feed are under way. A push without an answer is sent again with the same
// operations; the server knows each by device and sequence. A session or a feed that was asked for in vain is asked
// for again, later after each failure in a row, and not while the device knows that it has no network.
//
// An account that the device holds is open at once, with or without a network; a session that has ended meanwhile
// asks for a new sign-in and takes nothing away.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/enrolment/course_selection.h"
#include "web/ports/transport.h"
#include "web/runtime/account_keeper.h"
#include "web/runtime/client_state.h"
#include "web/runtime/device_journal.h"
#include "web/runtime/domain_clock.h"
#include "web/views/status.h"

namespace xueshi::runtime {

// What happened that a person should hear of.
struct LinkEvent {
    enum class Kind : std::uint8_t {
        SelectionConfirmed,  // subject: receipt number
        SelectionWithdrawn,
        StepAccepted,        // of special training; subject: receipt number
        Refused,             // code, subject: the server refused an operation of type `about`
        SessionEnded,        // the session expired on the way
        SignedOut,
    } kind;
    std::string code;
    std::string subject;
    std::string about;
    std::string operation = {};  // which one: its device and sequence, as a record's name ends in
};

class ServerLink {
  public:
    ServerLink(ports::Transport& transport,
               ClientState& state,
               DeviceJournal& journal,
               AccountKeeper& keeper,
               DomainClock& clock)
        : transport_(transport), state_(state), journal_(journal), keeper_(keeper), clock_(clock) {}

    // Asks who is signed in; the answer leads to SignedOut, Loading or Unreachable, and leaves an account that is
    // open as it is.
    void probe_session();
    // What the keeper's update answered.
    void take_opened(AccountKeeper::Opened opened);
    void sign_in(const std::string& login, const std::string& password);
    // Ends the session on the server; refused locally (false) while work is unconfirmed.
    bool sign_out();
    // The account was signed out (here, or in another tab): nothing of it stays.
    void leave();

    // Takes the answers that arrived, then sends what is due. Not while the keeper reads.
    void update(double now_ms);
    // Whether the device believes that it has a network; without one nothing waits for a time. Call refresh when it
    // is back.
    void note_network(bool is_online) { is_online_ = is_online; }
    // Asks for something that concerns no feed, once and in the session's name. Its answer, good or bad, waits to be
    // taken; one at a time.
    ports::RequestId ask(std::string path, std::string body);
    struct Answer {
        ports::RequestId request = 0;
        int status = 0;  // 0: there was no answer
        std::string body;
    };
    // Its request is 0 where there is none.
    Answer take_answer() { return std::exchange(answer_, Answer{}); }
    // Tries again at once what failed, and looks for news.
    void refresh();

    views::SessionPhase phase() const { return phase_; }
    float loaded_share() const;
    const std::string& sign_in_problem() const { return sign_in_problem_; }
    bool is_reachable() const { return is_reachable_; }
    // The open account has no session any more: its edits wait for a new sign-in.
    bool needs_sign_in() const { return needs_sign_in_; }
    bool is_busy() const { return !requests_.empty(); }
    // Milliseconds until something is asked for or sent again; 0 when nothing waits for that.
    double retry_after(double now_ms) const;
    std::vector<LinkEvent> take_events();

  private:
    enum class Purpose : std::uint8_t { Probe, SignIn, SignOut, Pull, Push, Ask };
    struct Request {
        Purpose purpose;
        std::string feed;
        DeviceId device{};
        std::uint64_t after = 0;
        std::uint64_t settle_mark = 0;
        bool is_overtaken = false;  // a pull: a push was decided meanwhile, and its answer may not know of it
    };

    // When to try again: after twice as long with each failure in a row.
    struct Patience {
        double until_ms = 0;
        double length_ms = 0;
        void lengthen(double now_ms);
    };

    void send(Request purpose, ports::HttpRequest request);
    void take(const ports::HttpResponse& response, double now_ms);
    void note_answered_ask();
    bool want(const std::string& feed);
    bool wants_to_ask() const;
    void ask_again_if_due(double now_ms);
    void take_session(const ports::HttpResponse& response, double now_ms, bool is_sign_in);
    void take_no_session(double now_ms);
    void take_account(const codec::SessionDocument& session, double now_ms);
    bool is_open() const { return has_account() && is_whole_; }
    bool has_account() const { return state_.session.account.has_value(); }
    void hear(std::int64_t domain_now_ms, double now_ms);
    void take_head();
    void take_missing_page(const std::string& feed, const ports::HttpResponse& response);
    void take_page(const Request& request, const ports::HttpResponse& response);
    void take_push(const DeviceId& device, const ports::HttpResponse& response, double now_ms);
    void take_refused_push(const DeviceId& device, const codec::Problem& problem, double now_ms);
    bool is_confirmed(const sync::Operation& intent) const;
    void take_unknown_cursor(const std::string& feed);
    void restart(const std::string& epoch);
    void take_outcome(const DeviceId& device, const sync::OperationOutcome& outcome);
    // True when the answer ends the session. What the device holds stays.
    bool ends_session(const ports::HttpResponse& response);
    void pull_all();
    void pull(const std::string& feed);
    // Likewise, and once more when one is under way that was asked for before.
    void pull_after_push(const std::string& feed);
    void push_if_due(double now_ms);
    bool is_under_way(Purpose purpose, const std::string& feed = {}) const;
    ports::HttpRequest change_request(std::string method, std::string path, std::string body) const;

    ports::Transport& transport_;
    ClientState& state_;
    DeviceJournal& journal_;
    AccountKeeper& keeper_;
    DomainClock& clock_;
    views::SessionPhase phase_ = views::SessionPhase::Starting;
    std::map<ports::RequestId, Request> requests_;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> progress_;  // feed → taken, head
    std::string unknown_cursor_;  // the feed whose cursor the server did not know, last time
    std::vector<LinkEvent> events_;
    Answer answer_;
    std::string sign_in_problem_;
    bool is_reachable_ = true;
    bool needs_sign_in_ = false;
    bool is_whole_ = false;  // everything of the account was here at least once
    bool is_session_heard_ = false;  // from the server, since this page opened
    // Asked for in vain, to be asked for again.
    bool wants_session_ = false;
    std::vector<std::string> wanted_feeds_;
    bool is_online_ = true;
    Patience ask_patience_;  // of sessions and feeds
    Patience push_patience_;
    double now_ms_ = 0;
};

}  // namespace xueshi::runtime
