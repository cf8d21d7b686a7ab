#include <gtest/gtest.h>

#include "core/codec/sync_json.h"
#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

class Feed : public ServerFixture {
  protected:
    static sync::FeedPage page_of(const http::Response& response) {
        EXPECT_EQ(response.status, 200) << response.body_text();
        const auto page = codec::decode_feed_page(response.body_text());
        EXPECT_TRUE(page.ok());
        return page ? *page : sync::FeedPage{};
    }
    http::Response get_with(const std::string& target,
                            const std::string& header,
                            const std::string& value) {
        http::Request request = request_of(li, "GET", target);
        request.headers.emplace_back(header, value);
        return send(std::move(request));
    }

    Browser li = sign_in("t-li");
};

TEST_F(Feed, ComesInPagesThatJoin) {
    const auto first = page_of(get(li, "/api/v1/feeds/catalogue?limit=2"));
    EXPECT_EQ(first.feed, "catalogue");
    EXPECT_EQ(first.events.size(), 2u);
    EXPECT_EQ(first.next, 2u);
    EXPECT_EQ(first.head, 3u);
    const auto second = page_of(get(li, "/api/v1/feeds/catalogue?after=2&limit=2"));
    EXPECT_EQ(second.events.size(), 1u);
    EXPECT_EQ(second.events.at(0).sequence, 3u);
    EXPECT_EQ(second.next, 3u);
    const auto last = page_of(get(li, "/api/v1/feeds/catalogue?after=3"));
    EXPECT_TRUE(last.events.empty());
    EXPECT_EQ(last.next, 3u);
    EXPECT_EQ(first.epoch, last.epoch);
}

TEST_F(Feed, ThatHoldsNothingYetIsAnEmptyPage) {
    const auto page = page_of(get(li, "/api/v1/feeds/news"));
    EXPECT_TRUE(page.events.empty());
    EXPECT_EQ(page.head, 0u);
}

TEST_F(Feed, RefusesACursorFromTheFuture) {
    const http::Response response = get(li, "/api/v1/feeds/catalogue?after=4");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(problem_code(response), "CursorFromTheFuture");
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/news?after=1")), "CursorFromTheFuture");
}

TEST_F(Feed, RefusesQueriesItDoesNotUnderstand) {
    for (const std::string query : {"after=-1",
                                    "after=x",
                                    "after=",
                                    "after=1.0",
                                    "after=99999999999999999999",
                                    "limit=0",
                                    "limit=-5",
                                    "limit=1e3"}) {
        const http::Response response = get(li, "/api/v1/feeds/catalogue?" + query);
        EXPECT_EQ(response.status, 400) << query;
        EXPECT_EQ(problem_code(response), "OutOfRange") << query;
    }
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/catalogue?before=1")), "UnknownField");
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/catalogue?after=0&after=1")), "Malformed");
}

TEST_F(Feed, OfOthersIsRefused) {
    const Browser zhao = sign_in("p-zhao");
    EXPECT_EQ(page_of(get(zhao, "/api/v1/feeds/unit:school-1")).head, 1u);
    for (const std::string feed : {"unit:school-2", "unit:no-such-unit"}) {
        const http::Response response = get(zhao, "/api/v1/feeds/" + feed);
        EXPECT_EQ(response.status, 403);
        EXPECT_EQ(problem_code(response), "Forbidden") << "whether a unit exists is not said";
    }
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/unit:school-1")), "Forbidden")
        << "a teacher, own school";
}

TEST_F(Feed, WithAnUnknownNameIsNotFound) {
    for (const std::string feed :
         {"everything", "teacher:t-wang", "teacher:t-li", "unit:", "unit:a b", "me "}) {
        const http::Response response = get(li, "/api/v1/feeds/" + feed);
        EXPECT_EQ(response.status, 404) << feed;
        EXPECT_EQ(problem_code(response), "UnknownFeed") << feed;
    }
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/a/b")), "NotFound");
    EXPECT_EQ(problem_code(get(li, "/api/v1/feeds/")), "NotFound");
}

TEST_F(Feed, CostsNoBodyWhenItHasNotGrown) {
    const std::string tag(get(li, "/api/v1/feeds/me").header("ETag"));
    ASSERT_FALSE(tag.empty());
    const http::Response same = get_with("/api/v1/feeds/me", "If-None-Match", tag);
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body_text().empty());
    post(li, "/api/v1/push", push_body(kDevice, {theme_event(1)}));
    EXPECT_EQ(get_with("/api/v1/feeds/me", "If-None-Match", tag).status, 200);
}

TEST_F(Feed, TagsOfTwoTeachersDiffer) {
    EXPECT_NE(get(li, "/api/v1/feeds/me").header("ETag"),
              get(sign_in("t-wang"), "/api/v1/feeds/me").header("ETag"));
}

TEST_F(Feed, IsCompressedAsTheBrowserLikes) {
    const std::string target = "/api/v1/feeds/catalogue";
    EXPECT_EQ(get_with(target, "Accept-Encoding", "gzip, br;q=0").header("Content-Encoding"),
              "gzip");
    const http::Response first = get_with(target, "Accept-Encoding", "gzip, deflate, br");
    EXPECT_EQ(first.header("Content-Encoding"), "br");
    EXPECT_LT(first.body_text().size(), get(li, target).body_text().size());
    const http::Response again = get_with(target, "Accept-Encoding", "br");
    EXPECT_EQ(again.body_text(), first.body_text()) << "the kept page";
    EXPECT_EQ(again.header("Content-Encoding"), "br");
    EXPECT_TRUE(get(li, target).header("Content-Encoding").empty());
}

TEST_F(Feed, KeepsNoPageInTheBrowsersCache) {
    EXPECT_EQ(get(li, "/api/v1/feeds/me").header("Cache-Control"), "no-store");
}

}  // namespace
}  // namespace xueshi::test
