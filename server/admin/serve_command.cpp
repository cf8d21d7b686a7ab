#include "server/admin/serve_command.h"

#include <iostream>
#include <optional>
#include <thread>

#include <sodium.h>

#include "core/codec/rule_pack_json.h"
#include "server/admin/sample_accounts.h"
#include "server/admin/stop_signals.h"
#include "server/embedded_texts.h"
#include "server/http/http_server.h"
#include "server/authority/shipped_questions.h"
#include "server/store/attachment_care.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kServe = {
    "serve",
    "Serves the browser client and its API from a data folder.",
    {
        {"--data", "DIR", "the data folder; made when missing", true},
        {"--web", "DIR", "the built browser client (build/web)"},
        {"--port", "N", "default 8080; 0 chooses a free one"},
        {"--host", "ADDRESS", "default 127.0.0.1; nginx stands in front of anything public"},
        {"--now", "TIME", "start the domain's clock here, e.g. 2017-03-10T09:00 (UTC+8)"},
        {"--secure-cookies", "", "the public address is HTTPS"},
        {"--behind-proxy", "", "take callers' addresses from the proxy's X-Forwarded-For"},
        {"--retire-offline", "", "have browsers delete what they keep of the client, and stop keeping it"},
    },
};

constexpr std::chrono::seconds kLongestStop{10};

authority::AuthorityClock make_clock(store::EventStore& event_store,
                                     const std::optional<LocalMinute>& start) {
    if (!start) return authority::AuthorityClock::real();
    Instant latest;
    event_store.read([&](store::StoreView& view) { latest.utc_ms = view.latest_domain_ms(); });
    return authority::AuthorityClock::starting_at(instant_of(*start), latest);
}

bool is_sample_city(store::EventStore& event_store) {
    std::optional<std::string> mark;
    event_store.read([&](store::StoreView& view) { mark = view.meta(store::kMetaSampleCity); });
    return mark == "1";
}

void announce(store::EventStore& event_store, const std::string& host, int port) {
    const std::string shown = host == "127.0.0.1" || host == "0.0.0.0" ? "localhost" : host;
    std::cout << "Xueshi is at http://" << shown << ':' << port << "/\n";
    std::optional<std::string> accounts;
    event_store.read(
        [&](store::StoreView& view) { accounts = view.meta(store::kMetaSampleAccounts); });
    if (accounts) std::cout << sample_accounts_text(*accounts);
    std::cout << std::flush;
}

// Serves until a signal comes, then finishes what has begun.
void serve_until_stopped(http::HttpServer& server, StopSignals& signals, http::JsonLog& log) {
    std::thread sockets([&] { server.run(); });
    const int signal = signals.wait();
    log.line(http::LogLevel::Info, "stopping", {{"signal", std::int64_t{signal}}});
    StopSignals::end_at_once_on_next(kLongestStop, kExitFailed);
    server.stop();
    sockets.join();
}

int serve(const CommandLine& line) {
    const auto port = line.whole("--port", 0, 65535, 8080);
    const auto start = parse_local_minute(line.text("--now"));
    if (!port || (line.has("--now") && !start)) {
        std::cerr << "xueshi serve: "
                  << (port ? "--now is not a time like 2017-03-10T09:00" : "--port is no port")
                  << ".\n";
        return kExitMisused;
    }
    StopSignals signals;
    http::JsonLog log(std::cerr);

    store::SqliteEventStore event_store(line.text("--data"));
    store::AttachmentFiles attachments(store::attachment_folder(line.text("--data")));
    const std::size_t orphans = store::remove_orphans(event_store, attachments, http::real_now_ms());
    if (orphans > 0) log.line(http::LogLevel::Info, "orphans_removed", {{"files", static_cast<std::int64_t>(orphans)}});
    const authority::AuthorityClock clock = make_clock(event_store, start);
    auth::SignIn sign_in(event_store,
                         {.real_now_ms = http::real_now_ms,
                          .lifetimes = {},
                          .hashes_at_once = std::thread::hardware_concurrency()});
    authority::OperationRunner operations(event_store, clock, codec::built_in_rules(), authority::shipped_questions());
    authority::DeputyBook deputies;
    const bool is_sample = is_sample_city(event_store);
    certificates::CertificateOffice certificates(
        event_store, clock, certificates::KeyFiles(certificates::key_folder(line.text("--data"))), is_sample);
    http::StaticFiles files = line.has("--web") ? http::StaticFiles(line.text("--web")) : http::StaticFiles();
    if (line.has("--retire-offline")) {
        files.replace("/service_worker.js", std::string(embedded_text("http/retiring_worker.js")));
    }

    http::Application application({.event_store = event_store,
                                   .sign_in = sign_in,
                                   .operations = operations,
                                   .deputies = deputies,
                                   .clock = clock,
                                   .files = files,
                                   .log = log,
                                   .attachments = &attachments,
                                   .certificates = &certificates,
                                   .is_secure = line.has("--secure-cookies"),
                                   .is_sample = is_sample,
                                   .behind_proxy = line.has("--behind-proxy")});
    http::HttpServer server(application);
    const std::string host = line.text("--host", "127.0.0.1");
    const int bound = server.bind(host, static_cast<int>(*port));
    if (bound == 0) {
        std::cerr << "xueshi serve: cannot listen on " << host << ':' << *port
                  << "; is another program using the port?\n";
        return kExitFailed;
    }
    log.line(http::LogLevel::Info,
             "started",
             {{"port", std::int64_t{bound}}, {"domain_now", http::utc_text(clock.now().utc_ms)}});
    announce(event_store, host, bound);
    serve_until_stopped(server, signals, log);
    log.line(http::LogLevel::Info, "stopped", {});
    return kExitDone;
}

}  // namespace

int run_serve(const Arguments& arguments) { return run_command(kServe, arguments, serve); }

}  // namespace xueshi::admin
