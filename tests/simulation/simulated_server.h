// The real server's application on a disk in memory: restarted, and set back to a backup, at will.
#pragma once

#include <memory>
#include <sstream>
#include <string>

#include "core/codec/event_json.h"
#include "core/codec/rule_pack_json.h"
#include "server/authority/shipped_questions.h"
#include "server/auth/session_token.h"
#include "server/http/application.h"
#include "tests/support/builders.h"
#include "tests/support/memory_event_store.h"
#include "web/ports/transport.h"

namespace xueshi::testing {

inline const std::string kToken(64, 'a');  // of the one session, which every device of the account shares

class SimulatedServer {
  public:
    SimulatedServer() {
        found();
        start();
    }

    // A new process on the same disk.
    void restart() { start(); }
    MemoryDisk backup() const { return *disk_; }
    // What the operator does after a disaster; every device notices the epoch.
    void restore(const MemoryDisk& backup) {
        *disk_ = backup;
        disk_->epoch = "epoch-" + std::to_string(++restores_ + 1);
        start();
    }
    void pass(std::int64_t ms) { elapsed_ms_ += ms; }

    ports::HttpResponse answer(ports::RequestId id, const ports::HttpRequest& asked) {
        http::Request request;
        request.method = asked.method;
        const std::size_t question = asked.path.find('?');
        request.path = asked.path.substr(0, question);
        std::string query = question == std::string::npos ? "" : asked.path.substr(question + 1);
        while (!query.empty()) {
            const std::string pair = query.substr(0, query.find('&'));
            query.erase(0, pair.size() + 1);
            request.query.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
        }
        request.headers = {{"Host", "localhost"},
                           {"Origin", "http://localhost"},
                           {"Sec-Fetch-Site", "same-origin"},
                           {"Content-Type", "application/json"},
                           {"Cookie", "xueshi_session=" + kToken}};
        for (const ports::HttpHeader& header : asked.headers) request.headers.emplace_back(header.name, header.value);
        request.body = asked.body;
        request.remote_address = "127.0.0.1";
        const http::Response response = application_->answer(std::move(request));
        ports::HttpResponse answered;
        answered.request = id;
        answered.outcome = ports::HttpResponse::Outcome::Answered;
        answered.status = response.status;
        answered.body = std::string(response.body_text());
        return answered;
    }

    const std::vector<sync::Envelope>& teacher_feed() const { return disk_->feeds["teacher:t1"]; }
    std::int64_t now_ms() const { return clock_->now().utc_ms; }

  private:
    void found() {
        store::AccountRecord account{AccountId{"t1"}, "t1", "林晓岚", {organisation::OrgRole::Teacher},
                                     UnitId{"school-1"}, "示例小学", ""};
        disk_->accounts[account.id] = account;
        const store::Digest hash = auth::hash_of_token(kToken);
        disk_->sessions[hash] = {hash, account.id, std::int64_t{1} << 60, std::int64_t{1} << 60};
        append("teacher:t1", app::ProfileRecorded{teacher_profile()});
        for (const char* id : {"R1", "R2", "R3", "R4"}) append("catalogue", app::CourseRunPublished{course_run(id)});
    }
    void append(const std::string& feed, const app::Event& event) {
        codec::EncodedEvent encoded = codec::encode_event(event);
        auto& events = disk_->feeds[feed];
        events.push_back({events.size() + 1, {}, Stamp{static_cast<std::int64_t>(events.size()) + 1, 0, "server"},
                          std::move(encoded.type), std::move(encoded.payload)});
    }
    void start() {
        application_.reset();
        store_ = std::make_unique<MemoryEventStore>(disk_);
        clock_ = std::make_unique<authority::AuthorityClock>(authority::AuthorityClock::starting_at(
            moment("2017-03-10T09:00"), {}, [this] { return std::chrono::milliseconds(elapsed_ms_); }));
        sign_in_ = std::make_unique<auth::SignIn>(
            *store_, auth::SignInOptions{.real_now_ms = [] { return std::int64_t{1}; }, .lifetimes = {}, .hashes_at_once = 1});
        operations_ = std::make_unique<authority::OperationRunner>(*store_, *clock_, codec::built_in_rules(), authority::shipped_questions());
        deputies_ = std::make_unique<authority::DeputyBook>();
        application_ = std::make_unique<http::Application>(http::Services{.event_store = *store_,
                                                                          .sign_in = *sign_in_,
                                                                          .operations = *operations_,
                                                                          .deputies = *deputies_,
                                                                          .clock = *clock_,
                                                                          .files = files_,
                                                                          .log = log_});
    }

    std::shared_ptr<MemoryDisk> disk_ = std::make_shared<MemoryDisk>();
    std::int64_t elapsed_ms_ = 0;
    int restores_ = 0;
    std::ostringstream log_text_;
    http::JsonLog log_{log_text_};
    http::StaticFiles files_;
    std::unique_ptr<MemoryEventStore> store_;
    std::unique_ptr<authority::AuthorityClock> clock_;
    std::unique_ptr<auth::SignIn> sign_in_;
    std::unique_ptr<authority::DeputyBook> deputies_;
    std::unique_ptr<authority::OperationRunner> operations_;
    std::unique_ptr<http::Application> application_;
};

}  // namespace xueshi::testing
