#pragma once

#include "web/ports/tabs.h"

namespace xueshi::bridge {

// Web Locks, a BroadcastChannel and the tab's own storage (shell/bridges/tabs.js).
class BrowserTabs final : public ports::Tabs {
  public:
    bool can_claim() const override;
    void claim(std::string_view name, bool waits) override;
    std::vector<ports::ClaimAnswer> take_claims() override;
    void release(std::string_view name) override;
    std::string remembered() const override;
    void remember(std::string_view word) override;
    void post(std::string_view message) override;
    std::vector<std::string> take_messages() override;
};

}  // namespace xueshi::bridge
