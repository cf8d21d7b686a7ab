#pragma once

#include "web/ports/navigation.h"

namespace xueshi::bridge {

// Routes are the path and query of the page's own address.
class BrowserNavigation final : public ports::Navigation {
  public:
    const std::string& route() const override;
    void push(std::string_view route) override;
    void replace(std::string_view route) override;
    void back() override;
    void set_title(std::string_view title) override;

  private:
    mutable std::string route_;
    std::string title_;
};

}  // namespace xueshi::bridge
