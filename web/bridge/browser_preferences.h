#pragma once

#include "web/ports/preferences.h"

namespace xueshi::bridge {

class BrowserPreferences final : public ports::Preferences {
  public:
    std::optional<std::string> get(std::string_view key) const override;
    void set(std::string_view key, std::string_view value) override;
    void remove(std::string_view key) override;
};

}  // namespace xueshi::bridge
