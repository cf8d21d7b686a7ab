#include "tests/server/support/server_fixture.h"

#include <algorithm>

#include <sodium.h>

#include "core/codec/rule_pack_json.h"
#include "server/authority/shipped_questions.h"

namespace xueshi::test {
namespace {

constexpr std::string_view kHost = "localhost:8080";
constexpr std::string_view kCookieName = "xueshi_session=";

const int kSodiumStarted = sodium_init();

}  // namespace

ServerFixture::ServerFixture() {
    restart();
    found_small_city(*store_);
}

void ServerFixture::stop() {
    application_.reset();
    certificates_.reset();
    operations_.reset();
    sign_in_.reset();
    clock_.reset();
    store_.reset();
}

void ServerFixture::restart() {
    ASSERT_GE(kSodiumStarted, 0);
    stop();
    store_ = std::make_unique<store::SqliteEventStore>(folder_.path());
    Instant latest;
    store_->read([&](store::StoreView& view) { latest.utc_ms = view.latest_domain_ms(); });
    domain_elapsed = {};
    clock_ = std::make_unique<authority::AuthorityClock>(authority::AuthorityClock::starting_at(
        Instant{kCityNowMs}, latest, [this] { return domain_elapsed; }));
    sign_in_ = std::make_unique<auth::SignIn>(
        *store_,
        auth::SignInOptions{
            .real_now_ms = [this] { return real_now_ms; }, .lifetimes = {}, .hashes_at_once = 2});
    operations_ =
        std::make_unique<authority::OperationRunner>(*store_, *clock_, codec::built_in_rules(), authority::shipped_questions());
    deputies_ = std::make_unique<authority::DeputyBook>();
    certificates_ = std::make_unique<certificates::CertificateOffice>(
        *store_, *clock_, certificates::KeyFiles(certificates::key_folder(folder_.path())), true);
    application_ = std::make_unique<http::Application>(http::Services{.event_store = *store_,
                                                                      .sign_in = *sign_in_,
                                                                      .operations = *operations_,
                                                                      .deputies = *deputies_,
                                                                      .clock = *clock_,
                                                                      .files = files_,
                                                                      .log = log_,
                                                                      .attachments = &attachments_,
                                                                      .certificates = certificates_.get(),
                                                                      .real_now_ms = [this] { return real_now_ms; }});
}

http::Request ServerFixture::request_of(const Browser& browser,
                                        const std::string& method,
                                        const std::string& target) {
    http::Request request;
    request.method = method;
    const std::string_view whole = target;
    const std::size_t question = std::min(whole.find('?'), whole.size());
    request.path = whole.substr(0, question);
    std::string_view query = whole.substr(std::min(question + 1, whole.size()));
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const std::size_t equals = pair.find('=');
        request.query.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    request.headers = {{"Host", std::string(kHost)}};
    if (!browser.cookie.empty()) request.headers.emplace_back("Cookie", browser.cookie);
    request.remote_address = "127.0.0.1";
    return request;
}

http::Response ServerFixture::get(const Browser& browser, const std::string& target) {
    return send(request_of(browser, "GET", target));
}

http::Request ServerFixture::push_request(const Browser& browser, const std::string& body) {
    http::Request request = request_of(browser, "POST", "/api/v1/push");
    request.headers.emplace_back("Origin", "http://localhost:8080");
    request.headers.emplace_back("Sec-Fetch-Site", "same-origin");
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("X-Xueshi-Csrf", browser.csrf);
    request.body = body;
    return request;
}

http::Response ServerFixture::post(const Browser& browser,
                                   const std::string& path,
                                   const std::string& body) {
    http::Request request = push_request(browser, body);
    request.path = path;
    return send(std::move(request));
}

http::Response ServerFixture::send(http::Request request) {
    return application_->answer(std::move(request));
}

http::Response ServerFixture::try_sign_in(const std::string& login, const std::string& password) {
    return post(
        {}, "/api/v1/session", R"({"login":")" + login + R"(","password":")" + password + R"("})");
}

Browser ServerFixture::sign_in(const std::string& login) {
    const http::Response response = try_sign_in(login, kPassword);
    EXPECT_EQ(response.status, 200) << response.body_text();
    const std::string_view set = response.header("Set-Cookie");
    EXPECT_TRUE(set.starts_with(kCookieName));
    return {std::string(set.substr(0, set.find(';'))), member_of(response, "csrf")};
}

std::string problem_code(const http::Response& response) {
    EXPECT_EQ(response.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(member_of(response, "status"), std::to_string(response.status));
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
    return member_of(response, "code");
}

std::string member_of(const http::Response& response, const std::string& name) {
    const auto document = codec::parse_json(response.body_text());
    if (!document) return {};
    const codec::JsonValue* member = document->find(name);
    return member == nullptr ? std::string() : member->text;
}

PushedOperation theme_event(int sequence, const std::string& theme) {
    PushedOperation operation;
    operation.sequence = sequence;
    operation.payload = R"({"theme":")" + theme + R"("})";
    return operation;
}

PushedOperation submission(int sequence,
                           const std::string& selection_id,
                           const std::string& run_id) {
    PushedOperation operation;
    operation.sequence = sequence;
    operation.kind = "intent";
    operation.type = "selection.submit";
    operation.payload =
        R"({"selection_id":")" + selection_id + R"(","course_run_ids":[")" + run_id + R"("]})";
    return operation;
}

std::string push_body(const std::string& device, const std::vector<PushedOperation>& operations) {
    std::string list;
    for (const PushedOperation& operation : operations) {
        if (!list.empty()) list += ',';
        list += R"({"sequence":)" + std::to_string(operation.sequence) + R"(,"stamp":")" +
                std::to_string(operation.stamp_ms) + "-" + std::to_string(operation.sequence) +
                "-" + device + R"(","kind":")" + operation.kind + R"(","type":")" + operation.type +
                R"(","payload":)" + operation.payload + "}";
    }
    return R"({"device":")" + device + R"(","operations":[)" + list + "]}";
}

}  // namespace xueshi::test
