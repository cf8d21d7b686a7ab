// One place and two thousand approvals at once, over HTTP against the real server: one holds the place, the others
// stand on the waiting list in the order in which the approvals committed. Again with the server killed by SIGKILL in
// the middle and started anew.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/app/special_state.h"
#include "core/codec/rule_pack_json.h"
#include "core/codec/sync_json.h"
#include "server/authority/shipped_questions.h"
#include "server/http/http_server.h"
#include "tests/server/support/crowded_desk.h"
#include "tests/server/support/raw_client.h"
#include "tests/server/support/special_city.h"

namespace xueshi::test {
namespace {

constexpr std::size_t kApplicants = 2'000;
constexpr std::size_t kClients = 16;
const std::string kOurPage =
    "Host: localhost:8080\r\nContent-Type: application/json\r\nOrigin: http://localhost:8080\r\n"
    "Sec-Fetch-Site: same-origin\r\n";

std::string device_name(std::size_t client) {
    std::string name = "race" + std::to_string(client);
    name.resize(32, 'r');
    return name;
}

// Serves the folder until the process is killed; tells its port first.
[[noreturn]] void serve(const std::filesystem::path& folder, int report) {
    store::SqliteEventStore event_store(folder);
    Instant latest;
    event_store.read([&](store::StoreView& view) { latest.utc_ms = view.latest_domain_ms(); });
    const auto clock = authority::AuthorityClock::starting_at(Instant{kCityNowMs}, latest);
    auth::SignIn sign_in(event_store, auth::SignInOptions{.real_now_ms = [] { return std::int64_t{1'800'000'000'000}; },
                                                          .lifetimes = {},
                                                          .hashes_at_once = 2});
    authority::OperationRunner operations(event_store, clock, codec::built_in_rules(), authority::shipped_questions());
    authority::DeputyBook deputies;
    http::StaticFiles files;
    std::ostringstream log_out;
    http::JsonLog log(log_out);
    http::Application application(http::Services{.event_store = event_store,
                                                 .sign_in = sign_in,
                                                 .operations = operations,
                                                 .deputies = deputies,
                                                 .clock = clock,
                                                 .files = files,
                                                 .log = log});
    http::HttpServer server(application);
    const int port = server.bind("127.0.0.1", 0);
    if (::write(report, &port, sizeof port) != sizeof port) _exit(1);
    server.run();
    _exit(0);
}

class PlacesRace : public ::testing::Test {
  protected:
    PlacesRace() {
        store::SqliteEventStore event_store(folder_.path());
        found_special_city(event_store, kApplicants, 1);
        bring_before_the_district(event_store, kApplicants);
    }
    ~PlacesRace() override { kill_server(); }

    // In a process of its own, made while this one has a single thread.
    void start_server() {
        int pipe_ends[2];
        ASSERT_EQ(::pipe(pipe_ends), 0);
        server_ = ::fork();
        if (server_ == 0) {
            ::close(pipe_ends[0]);
            serve(folder_.path(), pipe_ends[1]);
        }
        ::close(pipe_ends[1]);
        ASSERT_EQ(::read(pipe_ends[0], &port_, sizeof port_), static_cast<ssize_t>(sizeof port_));
        ::close(pipe_ends[0]);
    }
    void kill_server() {
        if (server_ <= 0) return;
        ::kill(server_, SIGKILL);
        ::waitpid(server_, nullptr, 0);
        server_ = 0;
    }

    Browser sign_in(const std::string& login) {
        RawClient connection(port_);
        const std::string body = R"({"login":")" + login + R"(","password":")" + std::string(kPassword) + R"("})";
        connection.send("POST /api/v1/session HTTP/1.1\r\n" + kOurPage +
                        "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        const std::string answer = connection.read_answer();
        EXPECT_EQ(status_of_answer(answer), 200) << answer;
        const std::size_t cookie = answer.find("xueshi_session=");
        const std::string csrf_key = "\"csrf\":\"";
        const std::size_t csrf = answer.find(csrf_key) + csrf_key.size();
        return {answer.substr(cookie, answer.find(';', cookie) - cookie), answer.substr(csrf, answer.find('"', csrf) - csrf)};
    }

    // Every teacher has signed up and the principal has approved: pushes of many operations at once.
    // Approves its share of the applicants one after the other; stops when the server is gone.
    void approve(const Browser& browser, std::size_t client, std::atomic<std::size_t>& answered) {
        RawClient connection(port_);
        for (std::size_t i = 0; client + i * kClients < kApplicants; ++i) {
            const std::string body = push_body(
                device_name(client), {special_intent(static_cast<int>(i) + 1, review(client + i * kClients, 1))});
            connection.send("POST /api/v1/push HTTP/1.1\r\n" + kOurPage + "Cookie: " + browser.cookie + "\r\nX-Xueshi-Csrf: " + browser.csrf +
                            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
            if (status_of_answer(connection.read_answer()) != 200) return;
            ++answered;
        }
    }

    std::size_t approve_all(const Browser& browser) {
        std::atomic<std::size_t> answered = 0;
        std::vector<std::thread> clients;
        for (std::size_t client = 0; client < kClients; ++client) {
            clients.emplace_back([&, client] { approve(browser, client, answered); });
        }
        for (std::thread& client : clients) client.join();
        return answered;
    }

    void expect_one_holder_and_the_others_in_order() {
        kill_server();
        store::SqliteEventStore event_store(folder_.path());
        app::SpecialState state;
        std::vector<std::string> committed;  // enrolments, as their approvals by the district were appended
        event_store.read([&](store::StoreView& view) {
            for (std::uint64_t at = 0, head = view.feed_head("project:P1"); at < head;) {
                const auto slice = view.read_feed("project:P1", at, 1'000);
                for (const sync::Envelope& envelope : slice.events) {
                    const auto event = codec::decode_special_event(envelope.type, envelope.payload);
                    app::apply(state, *event, envelope.stamp);
                    const auto* moved = std::get_if<enrolment::EnrolmentMoved>(&*event);
                    if (moved != nullptr && moved->step == 1) committed.push_back(moved->enrolment_id.text);
                    at = envelope.sequence;
                }
            }
        });
        ASSERT_EQ(committed.size(), kApplicants) << "each approval once";
        const enrolment::ProjectRoster& roster = state.rosters.at(ProjectId{"P1"});
        const UnitId district{"s-district"};
        ASSERT_EQ(enrolment::places_held(roster, district).at(UnitId{"s-school"}), 1);
        EXPECT_EQ(roster.enrolments.at(EnrolmentId{committed[0]}).place(), enrolment::PlaceState::Held);
        const auto list = enrolment::waiting_list(roster, district);
        ASSERT_EQ(list.size(), kApplicants - 1);
        for (std::size_t i = 0; i < list.size(); ++i) ASSERT_EQ(list[i].enrolment_id.text, committed[i + 1]) << i;
    }

    TemporaryFolder folder_;
    pid_t server_ = 0;
    int port_ = 0;
};

TEST_F(PlacesRace, TwoThousandApprovalsAtOnceGiveOnePlaceAndAnOrderedWaitingList) {
    start_server();
    EXPECT_EQ(approve_all(sign_in(kDistrict)), kApplicants);
    expect_one_holder_and_the_others_in_order();
}

// What was answered stands, what was not is sent again under the same numbers and has its effect once.
TEST_F(PlacesRace, AServerKilledInTheMiddleLosesAndDoublesNothing) {
    start_server();
    const Browser browser = sign_in(kDistrict);
    std::thread killer([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        ::kill(server_, SIGKILL);
    });
    const std::size_t before = approve_all(browser);
    killer.join();
    EXPECT_LT(before, kApplicants) << "killed too late to show anything";
    kill_server();
    start_server();
    EXPECT_EQ(approve_all(sign_in(kDistrict)), kApplicants) << "repeats are answered as they were";
    expect_one_holder_and_the_others_in_order();
}

}  // namespace
}  // namespace xueshi::test
