#include <gtest/gtest.h>

#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

using SignIn = ServerFixture;
using Session = ServerFixture;
using CrossSite = ServerFixture;

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;

TEST_F(SignIn, GivesASessionThatScriptsCannotRead) {
    const http::Response response = try_sign_in("t-li", kPassword);
    EXPECT_EQ(response.status, 200);
    const std::string cookie(response.header("Set-Cookie"));
    EXPECT_NE(cookie.find("; HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("; SameSite=Strict"), std::string::npos);
    EXPECT_NE(cookie.find("; Path=/"), std::string::npos);
    EXPECT_NE(cookie.find("; Max-Age=604800"), std::string::npos);
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
    EXPECT_NE(response.body_text().find(R"("feeds":["me","catalogue","news"])"), std::string::npos);
}

TEST_F(SignIn, WithAWrongPasswordAnUnknownNameOrNoCredentialSaysTheSame) {
    const http::Response wrong = try_sign_in("t-li", "guess");
    const http::Response unknown = try_sign_in("nobody", kPassword);
    const http::Response mute = try_sign_in("t-mute", "");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(problem_code(wrong), "WrongCredentials");
    EXPECT_EQ(wrong.body_text(), unknown.body_text());
    EXPECT_EQ(wrong.body_text(), mute.body_text());
    EXPECT_TRUE(wrong.header("Set-Cookie").empty());
}

TEST_F(SignIn, IsSlowedDownAfterFiveFailuresForAWhile) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(try_sign_in("t-li", "guess").status, 401);
    const http::Response limited = try_sign_in("t-li", kPassword);
    EXPECT_EQ(limited.status, 429);
    EXPECT_EQ(problem_code(limited), "TooManyAttempts");
    EXPECT_EQ(limited.header("Retry-After"), "300");
    EXPECT_EQ(try_sign_in("t-wang", kPassword).status, 200) << "others go on";
    real_now_ms += 5 * kMinuteMs;
    EXPECT_EQ(try_sign_in("t-li", kPassword).status, 200);
}

TEST_F(SignIn, RefusesBodiesThatAreNotCredentials) {
    for (const std::string body :
         {"", "{", "[]", R"({"login":"a"})", R"({"login":1,"password":"b"})"}) {
        EXPECT_EQ(problem_code(post({}, "/api/v1/session", body)), "Malformed") << body;
    }
    EXPECT_EQ(
        problem_code(post({}, "/api/v1/session", R"({"login":"a","password":"b","admin":true})")),
        "UnknownField");
    EXPECT_EQ(problem_code(try_sign_in("t-li", std::string(300, 'x'))), "OutOfRange");
}

TEST_F(SignIn, EndsTheSessionTheBrowserHadBefore) {
    const Browser first = sign_in("t-li");
    http::Request again = push_request(first, R"({"login":"t-li","password":"correct horse"})");
    again.path = "/api/v1/session";
    EXPECT_EQ(send(again).status, 200);
    EXPECT_EQ(problem_code(get(first, "/api/v1/feeds/me")), "SessionExpired");
}

TEST_F(SignIn, WritesNoNamePasswordOrTokenIntoTheLog) {
    const Browser li = sign_in("t-li");
    try_sign_in("secret-name", "secret-password");
    get(li, "/api/v1/feeds/me");
    EXPECT_EQ(log_text().find(kPassword), std::string::npos);
    EXPECT_EQ(log_text().find("secret"), std::string::npos);
    EXPECT_EQ(log_text().find(li.cookie.substr(li.cookie.find('=') + 1)), std::string::npos);
    EXPECT_EQ(log_text().find(li.csrf), std::string::npos);
    EXPECT_NE(log_text().find(R"("account":"t-li")"), std::string::npos);
}

TEST_F(Session, IsAnsweredAlsoWhenThereIsNone) {
    const http::Response response = get({}, "/api/v1/session");
    EXPECT_EQ(response.status, 200);
    EXPECT_NE(response.body_text().find(R"("authenticated":false)"), std::string::npos);
    EXPECT_EQ(member_of(response, "domain_now_ms"), std::to_string(kCityNowMs));
}

TEST_F(Session, IsFoundAgainAfterARestart) {
    const Browser li = sign_in("t-li");
    restart();
    EXPECT_NE(get(li, "/api/v1/session").body_text().find(R"("authenticated":true)"),
              std::string::npos);
}

TEST_F(Session, EndsAfterAWorkingDayWithoutUse) {
    const Browser li = sign_in("t-li");
    real_now_ms += 7 * kHourMs;
    EXPECT_EQ(get(li, "/api/v1/feeds/me").status, 200);
    real_now_ms += 7 * kHourMs;
    EXPECT_EQ(get(li, "/api/v1/feeds/me").status, 200) << "use keeps it";
    real_now_ms += 8 * kHourMs;
    const http::Response expired = get(li, "/api/v1/feeds/me");
    EXPECT_EQ(expired.status, 401);
    EXPECT_EQ(problem_code(expired), "SessionExpired");
    EXPECT_NE(get(li, "/api/v1/session").header("Set-Cookie").find("Max-Age=0"), std::string::npos);
}

TEST_F(Session, ThatIsOverChangesNothingAnyMore) {
    const Browser li = sign_in("t-li");
    const std::string before(get(li, "/api/v1/feeds/me").body_text());
    real_now_ms += 8 * kHourMs;
    const http::Response late = post(li, "/api/v1/push", push_body(kDevice, {theme_event(1)}));
    EXPECT_EQ(late.status, 401);
    EXPECT_EQ(problem_code(late), "SessionExpired");
    EXPECT_EQ(get(sign_in("t-li"), "/api/v1/feeds/me").body_text(), before);
}

TEST_F(Session, EndsAfterAWeekWhateverHappens) {
    const Browser li = sign_in("t-li");
    for (int hour = 0; hour < 7 * 24; hour += 6) {
        EXPECT_EQ(get(li, "/api/v1/feeds/me").status, 200) << hour;
        real_now_ms += 6 * kHourMs;
    }
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/me")), "SessionExpired");
}

TEST_F(Session, DoesNotFollowTheDomainsClock) {
    const Browser li = sign_in("t-li");
    domain_elapsed = std::chrono::hours(24 * 365);
    EXPECT_EQ(get(li, "/api/v1/feeds/me").status, 200);
}

TEST_F(Session, MustBeThereForWhatIsProtected) {
    EXPECT_EQ(problem_code(get({}, "/api/v1/feeds/me")), "NotSignedIn");
    EXPECT_EQ(problem_code(post({}, "/api/v1/push", push_body(kDevice, {theme_event(1)}))),
              "NotSignedIn");
    EXPECT_EQ(problem_code(get({"xueshi_session=forged", ""}, "/api/v1/feeds/me")),
              "SessionExpired");
    EXPECT_EQ(problem_code(get({"xueshi_session=" + std::string(64, '0'), ""}, "/api/v1/feeds/me")),
              "SessionExpired");
}

TEST_F(Session, OpensNothingAfterSigningOut) {
    const Browser li = sign_in("t-li");
    http::Request out = push_request(li, "");
    out.method = "DELETE";
    out.path = "/api/v1/session";
    const http::Response response = send(out);
    EXPECT_EQ(response.status, 200);
    EXPECT_NE(response.header("Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/me")), "SessionExpired");
}

TEST_F(CrossSite, ChangesWithoutTheProofAreRefused) {
    Browser li = sign_in("t-li");
    const std::string body = push_body(kDevice, {theme_event(1)});
    for (const std::string& proof : {std::string(), std::string(32, '0'), li.csrf + "0"}) {
        const http::Response response = post({li.cookie, proof}, "/api/v1/push", body);
        EXPECT_EQ(response.status, 403);
        EXPECT_EQ(problem_code(response), "CsrfRejected");
    }
    const Browser wang = sign_in("t-wang");
    EXPECT_EQ(problem_code(post({li.cookie, wang.csrf}, "/api/v1/push", body)), "CsrfRejected");
    EXPECT_EQ(post(li, "/api/v1/push", body).status, 200);
}

TEST_F(CrossSite, ChangesFromAnotherOriginAreRefused) {
    const Browser li = sign_in("t-li");
    for (const std::string origin : {"http://evil.example",
                                     "null",
                                     "http://localhost:8081",
                                     "http://localhost:8080.evil.example"}) {
        http::Request request = push_request(li, push_body(kDevice, {theme_event(1)}));
        request.headers[2].second = origin;
        ASSERT_EQ(request.headers[2].first, "Origin");
        EXPECT_EQ(problem_code(send(request)), "CsrfRejected") << origin;
    }
    for (const std::string site : {"cross-site", "same-site", "none"}) {
        http::Request request = push_request(li, push_body(kDevice, {theme_event(1)}));
        request.headers[3].second = site;
        ASSERT_EQ(request.headers[3].first, "Sec-Fetch-Site");
        EXPECT_EQ(problem_code(send(request)), "CsrfRejected") << site;
    }
}

TEST_F(CrossSite, SignInFromAnotherOriginIsRefused) {
    http::Request request = push_request({}, R"({"login":"t-li","password":"correct horse"})");
    request.path = "/api/v1/session";
    request.headers[1].second = "http://evil.example";
    ASSERT_EQ(request.headers[1].first, "Origin");
    EXPECT_EQ(problem_code(send(request)), "CsrfRejected");
}

TEST_F(CrossSite, SignOutWithoutTheProofIsRefused) {
    const Browser li = sign_in("t-li");
    http::Request out = push_request({li.cookie, ""}, "");
    out.method = "DELETE";
    out.path = "/api/v1/session";
    EXPECT_EQ(problem_code(send(out)), "CsrfRejected");
    EXPECT_EQ(get(li, "/api/v1/feeds/me").status, 200);
}

}  // namespace
}  // namespace xueshi::test
