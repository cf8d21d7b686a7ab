// The small values under the HTTP layer: headers, cookies, routes, clean text, log lines,
// compression.
#include <sstream>

#include <gtest/gtest.h>

#include "core/codec/strict_json.h"
#include "server/http/clean_text.h"
#include "server/http/compression.h"
#include "server/http/connection_pool.h"
#include "server/http/json_log.h"
#include "server/http/page_cache.h"
#include "server/http/router.h"
#include "server/http/security_headers.h"

namespace xueshi::http {
namespace {

TEST(RequestHeaders, AreFoundInAnyLetterCase) {
    Request request;
    request.headers = {{"content-TYPE", "a"}, {"Content-Type", "b"}};
    EXPECT_EQ(request.header("Content-Type"), "a");
    EXPECT_EQ(request.header("Absent"), "");
}

TEST(RequestCookies, AreReadByTheirWholeName) {
    Request request;
    request.headers = {{"Cookie", "other=1;  session=abc=def ; mysession=no; broken"}};
    EXPECT_EQ(request.cookie("session"), "abc=def");
    EXPECT_EQ(request.cookie("broken"), "");
    EXPECT_EQ(request.cookie("sess"), "");
}

TEST(AcceptEncoding, HoldsWhatItNamesUnlessItsWeightIsZero) {
    EXPECT_TRUE(accepts_encoding("gzip, br", "br"));
    EXPECT_TRUE(accepts_encoding("BR;q=0.1", "br"));
    EXPECT_FALSE(accepts_encoding("br;q=0", "br"));
    EXPECT_FALSE(accepts_encoding("br; q=0.000", "br"));
    EXPECT_FALSE(accepts_encoding("brotli", "br"));
    EXPECT_FALSE(accepts_encoding("", "br"));
}

TEST(Router, FindsLiteralPathsAndOneOpenSegment) {
    Router router;
    const auto handler = [](const Request&) { return Response{}; };
    router.add("GET", "/a", handler);
    router.add("POST", "/a", handler);
    router.add("GET", "/feeds/{feed}", handler);
    EXPECT_EQ(router.find("GET", "/a").route, &router.routes()[0]);
    EXPECT_EQ(router.find("HEAD", "/a").route, &router.routes()[0]);
    EXPECT_EQ(router.find("GET", "/feeds/unit:7").parameter, "unit:7");
    for (const std::string path : {"/feeds/", "/feeds", "/feeds/a/b", "/a/", "/A", ""}) {
        EXPECT_EQ(router.find("GET", path).route, nullptr) << path;
        EXPECT_EQ(router.find("GET", path).allowed, "") << path;
    }
    EXPECT_EQ(router.find("PUT", "/a").allowed, "GET, HEAD, POST");
}

TEST(CleanText, KeepsValidTextAndReplacesTheRest) {
    EXPECT_EQ(clean_text("学时 𠀀 ok"), "学时 𠀀 ok");
    EXPECT_EQ(clean_text("a\xFF"
                         "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(clean_text("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(clean_text("\xED\xA0\x80").find('\xED'), std::string::npos) << "a lone surrogate";
    EXPECT_EQ(clean_text("\xE5\xAD"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "cut short";
    EXPECT_EQ(clean_text(std::string(1000, 'x'), 10), std::string(10, 'x') + "…");
}

TEST(LogLine, StaysOneLineOfJsonWhateverItHolds) {
    std::ostringstream out;
    JsonLog log(out);
    const std::string hostile = "a\"}\n{\"level\":\"error\"\r\x01\xFF\x1b[31m";
    log.line(LogLevel::Info, "test", {{"text", hostile}, {"number", std::int64_t{7}}});
    const std::string text = out.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    const auto line = codec::parse_json(text.substr(0, text.size() - 1));
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->find("event")->text, "test");
    EXPECT_EQ(line->find("number")->text, "7");
}

TEST(LogTime, IsUtc) {
    EXPECT_EQ(utc_text(0), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(utc_text(1489107600123), "2017-03-10T01:00:00.123Z");
}

TEST(Compression, PrefersBrotli) {
    EXPECT_EQ(choose_coding("gzip, br"), ContentCoding::Brotli);
    EXPECT_EQ(choose_coding("gzip"), ContentCoding::Gzip);
    EXPECT_EQ(choose_coding("deflate"), ContentCoding::Identity);
    const std::string text(10'000, 'a');
    EXPECT_LT(compress(ContentCoding::Brotli, text, true).size(), 100u);
    EXPECT_LT(compress(ContentCoding::Gzip, text, false).size(), 100u);
}

TEST(PageCache, ForgetsTheLeastUsedBeyondItsBytes) {
    const auto body = [](std::size_t size) {
        return std::make_shared<const std::string>(size, 'x');
    };
    PageCache cache(100);
    cache.keep("a", body(40));
    cache.keep("b", body(40));
    EXPECT_NE(cache.find("a"), nullptr);
    cache.keep("c", body(40));
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_NE(cache.find("a"), nullptr);
    EXPECT_NE(cache.find("c"), nullptr);
    cache.keep("large", body(200));
    EXPECT_EQ(cache.find("large"), nullptr);
}

TEST(ConnectionPool, ServesAllItTookAndRefusesTheRest) {
    std::mutex gate;
    gate.lock();
    std::atomic<int> served{0};
    ConnectionPool pool(1, 2);
    const auto wait_and_count = [&] {
        const std::lock_guard wait(gate);
        ++served;
    };
    int taken = 0;
    for (int i = 0; i < 10; ++i) taken += pool.take(wait_and_count) ? 1 : 0;
    EXPECT_GE(taken, 2);
    EXPECT_LE(taken, 3);
    gate.unlock();
    pool.finish();
    EXPECT_EQ(served, taken);
    EXPECT_FALSE(pool.take(wait_and_count));
}

TEST(SecurityHeaders, AllowOurFilesOnlyAndNoInlineScript) {
    Response response;
    add_security_headers(response, true);
    const std::string policy(response.header("Content-Security-Policy"));
    EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
    EXPECT_EQ(policy.find("unsafe-inline"), std::string::npos);
    EXPECT_EQ(policy.find("'unsafe-eval'"), std::string::npos);
    EXPECT_FALSE(response.header("Strict-Transport-Security").empty());
    Response plain;
    add_security_headers(plain, false);
    EXPECT_TRUE(plain.header("Strict-Transport-Security").empty());
}

TEST(SecurityHeaders, GiveThePolicyToDocumentsAnswersAndScriptsOnly) {
    const auto policy_of = [](std::string_view type) {
        Response response;
        response.set_header("Content-Type", type);
        add_security_headers(response, false);
        EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff") << type;
        return std::string(response.header("Content-Security-Policy"));
    };
    for (const char* type : {"text/html; charset=utf-8", "application/json", "text/javascript; charset=utf-8", ""}) {
        EXPECT_TRUE(policy_of(type).starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")) << type;
    }
    for (const char* type : {"text/css; charset=utf-8", "application/wasm", "image/svg+xml"}) {
        EXPECT_TRUE(policy_of(type).empty()) << type;
    }
}

}  // namespace
}  // namespace xueshi::http
