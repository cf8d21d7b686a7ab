// The OpenAPI document and the router say the same: no route without a description, and none
// described that is not there; and what is described as a status is what comes.
#include <set>

#include <gtest/gtest.h>

#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

class OpenApi : public ServerFixture {
  protected:
    OpenApi() : document_(codec::parse_json(get({}, "/api/v1/openapi.json").body_text())) {}

    const codec::JsonValue* operation(const std::string& method, const std::string& path) const {
        const codec::JsonValue* paths = document_->find("paths");
        const codec::JsonValue* item = paths ? paths->find(path) : nullptr;
        return item ? item->find(method) : nullptr;
    }
    // Whether the operation's description names the status.
    bool names_status(const std::string& method, const std::string& path, int status) const {
        const codec::JsonValue* described = operation(method, path);
        const codec::JsonValue* responses = described ? described->find("responses") : nullptr;
        return responses != nullptr && responses->find(std::to_string(status)) != nullptr;
    }

    const Result<codec::JsonValue> document_;
};

std::string lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(c));
    return text;
}

void collect_references(const codec::JsonValue& value, std::set<std::string>& references) {
    for (const auto& member : value.members) {
        if (member.key == "$ref") references.insert(member.value.text);
        collect_references(member.value, references);
    }
    for (const codec::JsonValue& item : value.items) collect_references(item, references);
}

TEST_F(OpenApi, IsServedAsVersionThreePointOne) {
    ASSERT_TRUE(document_.ok());
    ASSERT_NE(document_->find("openapi"), nullptr);
    EXPECT_EQ(document_->find("openapi")->text, "3.1.0");
}

TEST_F(OpenApi, DescribesEveryRouteAndNoOther) {
    std::set<std::string> served;
    for (const http::Route& route : router().routes()) {
        served.insert(lower_case(route.method) + ' ' + route.pattern);
    }
    std::set<std::string> described;
    for (const auto& path : document_->find("paths")->members) {
        for (const auto& method : path.value.members)
            described.insert(method.key + ' ' + path.key);
    }
    EXPECT_EQ(described, served);
}

TEST_F(OpenApi, RefersOnlyToWhatItHolds) {
    std::set<std::string> references;
    collect_references(*document_, references);
    EXPECT_FALSE(references.empty());
    const codec::JsonValue* schemas = document_->find("components")->find("schemas");
    for (const std::string& reference : references) {
        const std::string prefix = "#/components/schemas/";
        ASSERT_TRUE(reference.starts_with(prefix)) << reference;
        EXPECT_NE(schemas->find(reference.substr(prefix.size())), nullptr) << reference;
    }
}

TEST_F(OpenApi, NamesTheStatusesThatCome) {
    const Browser li = sign_in("t-li");
    struct Call {
        std::string method, path, target, body;
        Browser browser;
    };
    const std::string feed = "/api/v1/feeds/{feed}";
    const std::vector<Call> calls = {
        {"get", "/api/v1/session", "/api/v1/session", "", {}},
        {"post", "/api/v1/session", "/api/v1/session", "{", {}},
        {"post", "/api/v1/session", "/api/v1/session", R"({"login":"x","password":"y"})", {}},
        {"delete", "/api/v1/session", "/api/v1/session", "", {li.cookie, "wrong"}},
        {"post", "/api/v1/push", "/api/v1/push", "", {}},
        {"post", "/api/v1/push", "/api/v1/push", "", {li.cookie, "wrong"}},
        {"post", "/api/v1/push", "/api/v1/push", "[]", li},
        {"post", "/api/v1/push", "/api/v1/push", push_body(kDevice, {theme_event(2)}), li},
        {"post", "/api/v1/push", "/api/v1/push", push_body(kDevice, {theme_event(1)}), li},
        {"post", "/api/v1/push", "/api/v1/push", push_body(kDevice, {theme_event(1, "light")}), li},
        {"get", feed, "/api/v1/feeds/me", "", li},
        {"get", feed, "/api/v1/feeds/me", "", {}},
        {"get", feed, "/api/v1/feeds/nothing", "", li},
        {"get", feed, "/api/v1/feeds/unit:school-2", "", li},
        {"get", feed, "/api/v1/feeds/me?after=99", "", li},
        {"get", feed, "/api/v1/feeds/me?after=x", "", li},
        {"post", "/api/v1/attachments", "/api/v1/attachments", "", {}},
        {"post", "/api/v1/attachments", "/api/v1/attachments", "", {li.cookie, "wrong"}},
        {"post", "/api/v1/attachments", "/api/v1/attachments", "{}", li},
        {"get", "/api/v1/attachments/{attachment}", "/api/v1/attachments/none", "", li},
        {"get", "/api/v1/attachments/{attachment}", "/api/v1/attachments/none", "", {}},
        {"get", "/api/v1/health", "/api/v1/health", "", {}},
        {"get", "/api/v1/openapi.json", "/api/v1/openapi.json", "", {}},
    };
    for (const Call& call : calls) {
        http::Request request = call.method == "get" ? request_of(call.browser, "GET", call.target)
                                                     : push_request(call.browser, call.body);
        if (call.method != "get") request.path = call.target;
        if (call.method == "delete") request.method = "DELETE";
        const int status = send(std::move(request)).status;
        EXPECT_TRUE(names_status(call.method, call.path, status))
            << call.method << ' ' << call.target << ' ' << status;
    }
}

}  // namespace
}  // namespace xueshi::test
