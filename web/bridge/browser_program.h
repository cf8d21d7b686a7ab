#pragma once

#include "web/ports/program.h"

namespace xueshi::bridge {

class BrowserProgram final : public ports::Program {
  public:
    ports::SecondPart second_part() const override;
    void fetch_second_part() override;
};

}  // namespace xueshi::bridge
