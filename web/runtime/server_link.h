// Everything between this client and its server: session, pulls of the feeds, pushes of the journal.
//
// Nothing here decides: answers are folded into the ClientState or handed on as LinkEvents. At most one push
// and one pull per feed are under way. A push without an answer is sent again with the same operations; the
// server knows each by device and sequence.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/enrolment/course_selection.h"
#include "web/ports/transport.h"
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
        Refused,             // code, subject: the server refused an operation
        SessionEnded,        // the session expired on the way
    } kind;
    std::string code;
    std::string subject;
};

class ServerLink {
  public:
    ServerLink(ports::Transport& transport, ClientState& state, DeviceJournal& journal, DomainClock& clock)
        : transport_(transport), state_(state), journal_(journal), clock_(clock) {}

    // Asks who is signed in; the answer leads to SignedOut, Loading or Unreachable.
    void probe_session();
    void sign_in(const std::string& login, const std::string& password);
    // Ends the session on the server; refused locally (false) while work is unconfirmed.
    bool sign_out();

    // Takes the answers that arrived, then sends what is due.
    void update(double now_ms);
    // Tries again at once what failed, and looks for news.
    void refresh();

    views::SessionPhase phase() const { return phase_; }
    float loaded_share() const;
    const std::string& sign_in_problem() const { return sign_in_problem_; }
    bool is_reachable() const { return is_reachable_; }
    bool is_busy() const { return !requests_.empty(); }
    // Milliseconds until unanswered work is sent again; 0 when nothing waits for that.
    double retry_after(double now_ms) const;
    std::vector<LinkEvent> take_events();

  private:
    enum class Purpose : std::uint8_t { Probe, SignIn, SignOut, Pull, Push };
    struct Request {
        Purpose purpose;
        std::string feed;
    };

    void send(Purpose purpose, ports::HttpRequest request, std::string feed = {});
    void take(const ports::HttpResponse& response, double now_ms);
    void take_session(const ports::HttpResponse& response, double now_ms, bool is_sign_in);
    void take_page(const std::string& feed, const ports::HttpResponse& response);
    void take_push(const ports::HttpResponse& response, double now_ms);
    void take_outcome(const sync::OperationOutcome& outcome);
    // True when the answer ends the session; then everything of the account is forgotten.
    bool ends_session(const ports::HttpResponse& response);
    void pull_all();
    void pull(const std::string& feed);
    void push_if_due(double now_ms);
    bool is_under_way(Purpose purpose, const std::string& feed = {}) const;
    ports::HttpRequest change_request(std::string method, std::string path, std::string body) const;

    ports::Transport& transport_;
    ClientState& state_;
    DeviceJournal& journal_;
    DomainClock& clock_;
    views::SessionPhase phase_ = views::SessionPhase::Starting;
    std::map<ports::RequestId, Request> requests_;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> progress_;  // feed → taken, head
    std::vector<LinkEvent> events_;
    std::string sign_in_problem_;
    bool is_reachable_ = true;
    double retry_at_ms_ = 0;
    double retry_after_ms_ = 0;
    double now_ms_ = 0;
};

}  // namespace xueshi::runtime
