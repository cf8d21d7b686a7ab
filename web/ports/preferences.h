// Small settings of this device (theme, language), kept beside the account's data and never synced.
// Where the browser forbids storage (private mode), what was set lasts until the page is closed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xueshi::ports {

class Preferences {
  public:
    virtual ~Preferences() = default;
    virtual std::optional<std::string> get(std::string_view key) const = 0;
    virtual void set(std::string_view key, std::string_view value) = 0;
    virtual void remove(std::string_view key) = 0;
};

}  // namespace xueshi::ports
