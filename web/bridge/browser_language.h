#pragma once

#include "web/ports/page_language.h"

namespace xueshi::bridge {

class BrowserLanguage final : public ports::PageLanguage {
  public:
    std::string tag() const override;
    void set_tag(std::string_view tag) override;
    void fetch_words(std::string_view tag) override;
    std::optional<std::string> take_words() override;
};

}  // namespace xueshi::bridge
