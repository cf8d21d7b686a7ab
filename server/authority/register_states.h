// Schools' registers the authority decides on, kept between pushes so that a feed is not folded again each time.
//
// Used by write jobs only, as RosterStates: one is taken out for a job and given back when the job is done; a job that
// was undone gives nothing back, and the next one folds the feed again.
#pragma once

#include <map>
#include <string>

#include "core/registration/registration.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

// What a school declared, as of one head of its register's feed.
struct FoldedRegister {
    registration::Registrations registrations;
    std::uint64_t head = 0;
};

std::string register_feed(const UnitId& school);  // "register:<id>"; kept, not served

class RegisterStates {
  public:
    explicit RegisterStates(std::size_t most = 400) : most_(most) {}

    FoldedRegister take(store::StoreView& view, const std::string& feed);
    // Folds what was appended to the feed since.
    static void catch_up(store::StoreView& view, const std::string& feed, FoldedRegister& folded);
    void give_back(std::map<std::string, FoldedRegister> taken);

  private:
    const std::size_t most_;
    std::map<std::string, FoldedRegister> kept_;
};

}  // namespace xueshi::authority
