#pragma once

#include "web/ports/printer.h"

namespace xueshi::bridge {

class BrowserPrinter final : public ports::Printer {
  public:
    void print(std::string_view page) override;
    bool take_failure() override;
};

}  // namespace xueshi::bridge
