// The other tabs of this browser: what they tell each other, and which of them owns a thing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xueshi::ports {

struct ClaimAnswer {
    std::string name;
    bool is_granted = false;
};

class Tabs {
  public:
    virtual ~Tabs() = default;
    // False where the browser has no such notion; claims are then never answered.
    virtual bool can_claim() const = 0;
    // Asks to be the only tab that owns `name`, until the page ends. Answered at once, granted or not; with
    // `waits` a refused claim is answered again, granted, when the owner has ended (or was killed).
    virtual void claim(std::string_view name, bool waits) = 0;
    virtual std::vector<ClaimAnswer> take_claims() = 0;
    // Gives up a name this tab owns; whoever waits for it is granted it.
    virtual void release(std::string_view name) = 0;
    // A word that the page before in this tab left to this one, when it was reloaded; empty when it left none, as in a
    // new tab, or after it was killed.
    virtual std::string remembered() const = 0;
    // Leaves it to the next page.
    virtual void remember(std::string_view word) = 0;
    // To every other open tab; arrives there in the order posted, or never. Wakes its frame loop.
    virtual void post(std::string_view message) = 0;
    virtual std::vector<std::string> take_messages() = 0;
};

}  // namespace xueshi::ports
