#include "server/http/feed_handler.h"

#include <algorithm>
#include <utility>

#include "core/codec/strict_json.h"
#include "core/codec/sync_json.h"
#include "server/auth/session_token.h"
#include "server/authority/authorize.h"
#include "server/http/compression.h"
#include "server/http/problem.h"

namespace xueshi::http {
namespace {

constexpr std::size_t kDefaultLimit = 1000;
constexpr std::int64_t kMaxCursor = std::int64_t{1} << 52;
constexpr std::size_t kWorthCompressing = 1024;

struct PageQuery {
    std::uint64_t after = 0;
    std::size_t limit = kDefaultLimit;
};

// Each parameter once, whole numbers, nothing else.
Result<PageQuery> read_query(const Request& request) {
    PageQuery query;
    bool has_after = false;
    bool has_limit = false;
    for (const auto& [name, value] : request.query) {
        bool& is_seen = name == "after" ? has_after : has_limit;
        if (name != "after" && name != "limit") return make_error(kUnknownField, name);
        if (std::exchange(is_seen, true)) return make_error(kMalformed, name);
        const std::int64_t low = name == "after" ? 0 : 1;
        const auto number = codec::parse_whole_number(value, low, kMaxCursor);
        if (!number) return make_error(kOutOfRange, name);
        if (name == "after") {
            query.after = static_cast<std::uint64_t>(*number);
        } else {
            query.limit = std::min(static_cast<std::size_t>(*number), sync::kMaxEventsPerPage);
        }
    }
    return query;
}

// Names the page's content: within one epoch a feed only grows.
std::string page_key(const std::string& epoch,
                     const std::string& stored_feed,
                     const PageQuery& query,
                     std::uint64_t head) {
    return epoch + '/' + stored_feed + '/' + std::to_string(query.after) + '/' +
           std::to_string(query.limit) + '/' + std::to_string(head);
}

std::string etag_of(const std::string& key) {
    static constexpr char kHex[] = "0123456789abcdef";
    const store::Digest digest = auth::digest_of(key);
    std::string tag = "\"";
    for (std::size_t i = 0; i < 12; ++i) {
        tag += kHex[digest[i] >> 4];
        tag += kHex[digest[i] & 0xF];
    }
    return tag + '"';
}

std::string encode_page(std::string feed,
                        std::string epoch,
                        std::uint64_t after,
                        store::FeedSlice slice) {
    sync::FeedPage page;
    page.feed = std::move(feed);
    page.epoch = std::move(epoch);
    page.next = slice.events.empty() ? after : slice.events.back().sequence;
    page.head = slice.head;
    page.events = std::move(slice.events);
    return codec::encode_feed_page(page);
}

}  // namespace

Response FeedHandler::show(const Request& request) {
    const auto caller = guard_.caller_of(request);
    if (!caller) return problem(caller.error());
    const auto answered = [&](Response response) {
        response.account_id = caller->account.id.text;
        return response;
    };
    std::vector<organisation::Post> deputy_posts;
    services_.event_store.read([&](store::StoreView& view) {
        deputy_posts = services_.deputies.posts_of(view, caller->account.id, date_of(services_.clock.now()));
    });
    const auto feed = authority::resolve_feed({caller->account, std::move(deputy_posts)}, request.route_parameter);
    if (!feed) return answered(problem(feed.error()));
    const auto query = read_query(request);
    if (!query) return answered(problem(query.error()));

    std::uint64_t head = 0;
    services_.event_store.read(
        [&](store::StoreView& view) { head = view.feed_head(feed->stored_name); });
    if (query->after > head)
        return answered(problem(make_error(sync::kCursorFromTheFuture, "after")));

    const std::string epoch = services_.event_store.epoch();
    const std::string etag = etag_of(page_key(epoch, feed->stored_name, *query, head));
    Response response = json_response(200, {});
    response.set_header("ETag", etag);
    response.set_header("Vary", "Accept-Encoding");
    if (matches_etag(request.header("If-None-Match"), etag)) {
        response.status = 304;
        response.body = nullptr;
        return answered(std::move(response));
    }

    const ContentCoding coding = choose_coding(request.header("Accept-Encoding"));
    const std::string cache_key = std::string(coding_name(coding)) + etag;
    if (Body kept = feed->is_shared ? pages_.find(cache_key) : nullptr) {
        response.body = std::move(kept);
        if (coding != ContentCoding::Identity)
            response.set_header("Content-Encoding", coding_name(coding));
        return answered(std::move(response));
    }

    store::FeedSlice slice;
    services_.event_store.read([&](store::StoreView& view) {
        slice = view.read_feed(feed->stored_name, query->after, query->limit);
    });
    const bool is_same =
        slice.head == head;  // else the page grew meanwhile: right, but not what the tag says
    if (!is_same)
        response.set_header("ETag",
                            etag_of(page_key(epoch, feed->stored_name, *query, slice.head)));
    std::string bytes = encode_page(request.route_parameter, epoch, query->after, std::move(slice));
    if (coding == ContentCoding::Identity || bytes.size() < kWorthCompressing) {
        response.body = std::make_shared<const std::string>(std::move(bytes));
        return answered(std::move(response));
    }
    response.set_header("Content-Encoding", coding_name(coding));
    response.body = std::make_shared<const std::string>(compress(coding, bytes, feed->is_shared));
    if (feed->is_shared && is_same) pages_.keep(cache_key, response.body);
    return answered(std::move(response));
}

}  // namespace xueshi::http
