// The server is killed with SIGKILL at any moment: what was confirmed is there after the restart,
// once, with the outcome it was confirmed with. XUESHI_KILL_ROUNDS and XUESHI_KILL_SEED make longer
// and repeated runs.
#include <map>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <signal.h>
#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/codec/rule_pack_json.h"
#include "core/codec/sync_json.h"
#include "server/authority/shipped_questions.h"
#include "server/authority/operation_runner.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

constexpr int kDevices = 8;
constexpr int kRoundsInMakeTest = 10;

long from_environment(const char* name, long otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atol(text);
}

std::string device_name(int number) { return std::string(31, 'd') + std::to_string(number); }

// Operation n of a device: mostly its own events, every fifth an intent (accepted once, then
// refused).
std::string body_of(int device, int sequence) {
    return push_body(
        device_name(device),
        {sequence % 5 == 0
             ? submission(sequence,
                          "s-" + std::to_string(device) + "-" + std::to_string(sequence),
                          "run-" + std::to_string(device + 1))
             : theme_event(sequence, sequence % 2 == 0 ? "dark" : "light")});
}

struct RunningServer {
    explicit RunningServer(const std::filesystem::path& folder)
        : event_store(folder),
          clock(authority::AuthorityClock::starting_at(Instant{kCityNowMs}, latest())),
          operations(event_store, clock, codec::built_in_rules(), authority::shipped_questions()) {
        event_store.read(
            [&](store::StoreView& view) { actor = *view.find_account(AccountId{"t-li"}); });
    }
    Instant latest() {
        Instant seen;
        event_store.read([&](store::StoreView& view) { seen.utc_ms = view.latest_domain_ms(); });
        return seen;
    }
    // The answer's outcome, without the time of answering; empty when refused.
    std::string outcome_of(int device, int sequence) {
        const auto push = codec::decode_push(body_of(device, sequence));
        auto answer = operations.run(actor, *push);
        if (!answer) return {};
        answer->domain_now_ms = 0;
        return codec::encode_push_answer(*answer);
    }

    store::SqliteEventStore event_store;
    authority::AuthorityClock clock;
    authority::OperationRunner operations;
    store::AccountRecord actor;
};

// The child: pushes from all devices at once, and reports each outcome after it was confirmed.
[[noreturn]] void serve_until_killed(const std::filesystem::path& folder,
                                     int report,
                                     const std::vector<int>& next_sequences) {
    RunningServer server(folder);
    std::vector<std::thread> threads;
    for (int device = 0; device < kDevices; ++device) {
        threads.emplace_back([&, device] {
            for (int sequence = next_sequences[static_cast<std::size_t>(device)];; ++sequence) {
                const std::string line = std::to_string(device) + ' ' + std::to_string(sequence) +
                                         ' ' + server.outcome_of(device, sequence) + '\n';
                // Shorter than PIPE_BUF: one write is one piece.
                if (::write(report, line.data(), line.size()) < 0) _exit(1);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    _exit(0);
}

using Confirmed = std::map<std::pair<int, int>, std::string>;  // (device, sequence) → outcome

void read_report(int report, Confirmed& confirmed) {
    std::string text;
    char buffer[65536];
    for (ssize_t got = 0; (got = ::read(report, buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(got));
    }
    for (std::size_t end = 0; (end = text.find('\n')) != std::string::npos;
         text.erase(0, end + 1)) {
        const std::size_t first = text.find(' ');
        const std::size_t second = text.find(' ', first + 1);
        const auto key = std::pair(std::stoi(text), std::stoi(text.substr(first + 1)));
        confirmed[key] = text.substr(second + 1, end - second - 1);
    }
}

void kill_once(const std::filesystem::path& folder, Confirmed& confirmed, std::mt19937& random) {
    std::vector<int> next(kDevices, 1);
    for (const auto& [key, outcome] : confirmed) {
        int& mine = next[static_cast<std::size_t>(key.first)];
        mine = std::max(mine, key.second + 1);
    }
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe_ends[0]);
        serve_until_killed(folder, pipe_ends[1], next);
    }
    ::close(pipe_ends[1]);
    std::thread killer([&, pause = std::uniform_int_distribution(1, 250)(random)] {
        std::this_thread::sleep_for(std::chrono::milliseconds(pause));
        ::kill(child, SIGKILL);
    });
    read_report(pipe_ends[0], confirmed);
    killer.join();
    ::close(pipe_ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

// Every confirmed outcome comes again when asked again, and the feed holds each operation once.
void expect_everything_is_there(const std::filesystem::path& folder, const Confirmed& confirmed) {
    RunningServer server(folder);
    for (const auto& [key, outcome] : confirmed) {
        ASSERT_EQ(server.outcome_of(key.first, key.second), outcome)
            << key.first << '/' << key.second;
    }
    std::map<std::pair<std::string, std::uint64_t>, int> seen;
    std::uint64_t last = 0;
    server.event_store.visit_events([&](std::string_view feed, const sync::Envelope& envelope) {
        if (feed != "teacher:t-li") return;
        ASSERT_EQ(envelope.sequence, ++last);
        if (!envelope.origin.is_server()) {
            ++seen[{envelope.origin.device_id.text, envelope.origin.sequence}];
        }
    });
    for (const auto& [operation, times] : seen) ASSERT_EQ(times, 1) << operation.second;
    for (const auto& [key, outcome] : confirmed) {
        if (key.second % 5 == 0) continue;
        ASSERT_EQ((seen[{device_name(key.first), static_cast<std::uint64_t>(key.second)}]), 1);
    }
}

TEST(KilledServer, HasEverythingItConfirmed) {
    ASSERT_GE(sodium_init(), 0);
    const long seed = from_environment("XUESHI_KILL_SEED", 20170310);
    const long rounds = from_environment("XUESHI_KILL_ROUNDS", kRoundsInMakeTest);
    SCOPED_TRACE("XUESHI_KILL_SEED=" + std::to_string(seed));
    std::mt19937 random(static_cast<unsigned>(seed));
    TemporaryFolder folder;
    {
        store::SqliteEventStore event_store(folder.path());
        found_small_city(event_store, kDevices);
    }
    Confirmed confirmed;
    for (long round = 0; round < rounds; ++round) {
        ASSERT_NO_FATAL_FAILURE(kill_once(folder.path(), confirmed, random));
        ASSERT_NO_FATAL_FAILURE(expect_everything_is_there(folder.path(), confirmed))
            << "round " << round;
    }
    EXPECT_GT(confirmed.size(), static_cast<std::size_t>(rounds))
        << "the load was too light to mean anything";
}

}  // namespace
}  // namespace xueshi::test
