// Who stands in for whom, for doors that only read: the session document and the feeds. Decisions fold the feed inside
// their own transaction (roster_runner.h).
#pragma once

#include <mutex>
#include <string_view>
#include <vector>

#include "core/organisation/post.h"
#include "server/authority/roster_states.h"

namespace xueshi::authority {

inline constexpr std::string_view kDeputiesFeed = "deputies";  // all deputations; kept, not served

// May be asked from any thread.
class DeputyBook {
  public:
    // The posts the account stands in for on that day, as of the view.
    std::vector<organisation::Post> posts_of(store::StoreView& view, const AccountId& account, CivilDate day);

  private:
    std::mutex mutex_;
    FoldedRoster folded_;
};

}  // namespace xueshi::authority
