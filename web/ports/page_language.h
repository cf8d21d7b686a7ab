// The language of the page, and the words of languages that are not part of the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xueshi::ports {

class PageLanguage {
  public:
    virtual ~PageLanguage() = default;
    // What the page is in, as `lang` has it: at the start the person's choice on this device, else what the
    // browser asks for.
    virtual std::string tag() const = 0;
    // Tells browser and screen readers in which language everything is from now on.
    virtual void set_tag(std::string_view tag) = 0;
    // Fetches the words of a language; asked again, it tries again.
    virtual void fetch_words(std::string_view tag) = 0;
    // The file that arrived since the last call, empty when it could not be had; an arrival wakes the frame
    // loop.
    virtual std::optional<std::string> take_words() = 0;
};

}  // namespace xueshi::ports
