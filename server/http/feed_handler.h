// GET /api/v1/feeds/{feed}?after=N&limit=M: one page of a feed.
//
// Pages of feeds everyone shares are compressed once and kept, so that thousands of first visits
// cost one compression of the catalogue. A page has an ETag: asking again for what has not grown
// costs no body.
#pragma once

#include "server/http/page_cache.h"
#include "server/http/services.h"
#include "server/http/session_guard.h"

namespace xueshi::http {

class FeedHandler {
  public:
    FeedHandler(const Services& services, const SessionGuard& guard)
        : services_(services), guard_(guard) {}

    Response show(const Request& request);

  private:
    const Services& services_;
    const SessionGuard& guard_;
    PageCache pages_;
};

}  // namespace xueshi::http
