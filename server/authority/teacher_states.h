// Folded states the authority decides on, kept between pushes so that a feed is not folded again
// each time.
//
// Used by write jobs only, which run one after another. A state is offered for keeping when its job
// is done and is used again only from the feed head it was folded to, catching up with what was
// appended since; a job that was undone has offered nothing, and after a failed commit the store
// takes no more jobs.
#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "core/app/state.h"
#include "core/ledger/hour_ledger.h"
#include "core/registration/registration.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

// One teacher's state as of one head of their feed.
struct FoldedTeacher {
    app::TeacherState state;
    ledger::HourLedger ledger;
    registration::Registrations registrations;
    std::uint64_t head = 0;
};

class TeacherStates {
  public:
    explicit TeacherStates(std::size_t most = 2000) : most_(most) {}

    // The state as of the feed's head in this transaction; a copy to work on.
    FoldedTeacher load(store::StoreView& view, const std::string& feed);
    // Folds what was appended to the feed since.
    static void catch_up(store::StoreView& view, const std::string& feed, FoldedTeacher& folded);
    void keep(const std::string& feed, FoldedTeacher folded);

  private:
    struct Kept {
        std::string feed;
        FoldedTeacher folded;
    };
    const std::size_t most_;
    std::list<Kept> by_use_;  // most recently used first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_feed_;
};

// The catalogue, the news and the unit tree, folded from their feeds.
class SharedStates {
  public:
    const app::SharedState& load(store::StoreView& view);
    // As it was loaded last.
    const app::SharedState& state() const { return state_; }

  private:
    void catch_up(store::StoreView& view, std::string_view feed, std::uint64_t& head);

    app::SharedState state_;
    std::uint64_t catalogue_head_ = 0;
    std::uint64_t news_head_ = 0;
    std::uint64_t units_head_ = 0;
};

}  // namespace xueshi::authority
