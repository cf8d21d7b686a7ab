#include <gtest/gtest.h>

#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

class PushBody : public ServerFixture {
  protected:
    // The body is refused with the code, and nothing has changed.
    void expect_refused(const std::string& body, const std::string& code) {
        const http::Response response = post(li, "/api/v1/push", body);
        EXPECT_EQ(response.status, 400) << body.substr(0, 80);
        EXPECT_EQ(problem_code(response), code) << body.substr(0, 80);
        std::uint64_t head = 0;
        event_store().read([&](store::StoreView& view) { head = view.feed_head("teacher:t-li"); });
        EXPECT_EQ(head, 1u);
    }

    Browser li = sign_in("t-li");
    const std::string good = push_body(kDevice, {theme_event(1)});
};

TEST_F(PushBody, MustBeJson) {
    for (const std::string body :
         {"", "hello", "{", "[]", "null", "{}x", "\xFF\xFE", "{\"device\":\"\x01\"}"}) {
        expect_refused(body, "Malformed");
    }
}

TEST_F(PushBody, CutAtAnyByteIsRefused) {
    for (std::size_t length = 0; length < good.size(); ++length) {
        expect_refused(good.substr(0, length), "Malformed");
    }
}

TEST_F(PushBody, WithUnknownFieldsIsRefused) {
    expect_refused(R"({"extra":1,)" + good.substr(1), "UnknownField");
    std::string inside = good;
    inside.insert(inside.find("\"sequence\""), "\"more\":{},");
    expect_refused(inside, "UnknownField");
}

TEST_F(PushBody, WithAKeyTwiceIsRefused) {
    expect_refused(R"({"device":")" + kDevice + "\"," + good.substr(1), "Malformed");
}

TEST_F(PushBody, WithWrongTypesIsRefused) {
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string body = good;
        body.replace(body.find(from), from.size(), to);
        return body;
    };
    expect_refused(with("\"sequence\":1", "\"sequence\":\"1\""), "Malformed");
    expect_refused(with("\"kind\":\"event\"", "\"kind\":{}"), "Malformed");
    expect_refused(with("\"kind\":\"event\"", "\"kind\":\"order\""), "OutOfRange");
    expect_refused(with("\"sequence\":1", "\"sequence\":0"), "OutOfRange");
    expect_refused(with("\"payload\":{\"theme\":\"dark\"}", "\"payload\":[]"), "Malformed");
    expect_refused(with("\"" + kDevice + "\",\"op", "\"a b\",\"op"), "Malformed");
    expect_refused(R"({"device":")" + kDevice + R"(","operations":7})", "Malformed");
}

TEST_F(PushBody, WithNumbersBeyondSenseIsRefused) {
    for (const std::string number : {"1e999", "-1", "1.5", "9007199254740993000", "1E2"}) {
        std::string body = good;
        body.replace(body.find("\"sequence\":1"), 12, "\"sequence\":" + number);
        const http::Response response = post(li, "/api/v1/push", body);
        EXPECT_EQ(response.status, 400) << number;
    }
}

TEST_F(PushBody, OfHalfAMillionBracketsIsRefused) {
    expect_refused(std::string(500'000, '['), "Malformed");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    expect_refused(objects, "Malformed");
}

TEST_F(PushBody, WithBrokenTextIsRefused) {
    PushedOperation operation = theme_event(1);
    operation.payload = "{\"theme\":\"\xC0\xAF\"}";
    expect_refused(push_body(kDevice, {operation}), "Malformed");
    operation.payload = R"({"theme":"\ud800"})";
    expect_refused(push_body(kDevice, {operation}), "Malformed");
}

TEST_F(PushBody, WithNothingOrTooMuchIsRefused) {
    expect_refused(push_body(kDevice, {}), "OutOfRange");
    std::vector<PushedOperation> many;
    for (int sequence = 1; sequence <= 501; ++sequence) many.push_back(theme_event(sequence));
    expect_refused(push_body(kDevice, many), "OutOfRange");
    PushedOperation large = theme_event(1);
    large.payload = R"({"theme":")" + std::string(sync::kMaxPayloadBytes, 'x') + "\"}";
    expect_refused(push_body(kDevice, {large}), "OutOfRange");
}

TEST_F(PushBody, MustBeDeclaredAsJson) {
    http::Request request = push_request(li, good);
    std::erase_if(request.headers, [](const auto& field) { return field.first == "Content-Type"; });
    const http::Response missing = send(request);
    EXPECT_EQ(missing.status, 415);
    EXPECT_EQ(problem_code(missing), "UnsupportedMediaType");
    request.headers.emplace_back("Content-Type", "text/plain");
    EXPECT_EQ(problem_code(send(request)), "UnsupportedMediaType");
    request.headers.back().second = "application/json; charset=utf-8";
    EXPECT_EQ(send(request).status, 200);
}

TEST_F(PushBody, CannotForgeALogLine) {
    PushedOperation operation = theme_event(1);
    operation.type = R"(x\n{\"level\":\"error\",\"event\":\"forged\"})";
    post(li, "/api/v1/push", push_body(kDevice, {operation}));
    EXPECT_EQ(log_text().find("\n{\"level\""), std::string::npos);
    EXPECT_EQ(log_text().find("forged"), std::string::npos);
}

}  // namespace
}  // namespace xueshi::test
