// Rosters of special projects the authority decides on, kept between pushes so that a project's feed is not folded
// again each time.
//
// Used by write jobs only. A roster is taken out for a job and given back when the job is done; one that was undone
// gives nothing back, and the next job folds the feed again.
#pragma once

#include <map>
#include <string>

#include "core/app/special_state.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

// One project's part of special training as of one head of its feed.
struct FoldedRoster {
    app::SpecialState state;
    std::uint64_t head = 0;
};

std::string project_feed(const ProjectId& project);  // "project:<id>"; kept, not served

class RosterStates {
  public:
    FoldedRoster take(store::StoreView& view, const std::string& feed);
    // Folds what was appended to the feed since.
    static void catch_up(store::StoreView& view, const std::string& feed, FoldedRoster& folded);
    void give_back(std::map<std::string, FoldedRoster> taken);

  private:
    std::map<std::string, FoldedRoster> kept_;
};

}  // namespace xueshi::authority
