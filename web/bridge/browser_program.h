#pragma once

#include "web/ports/program.h"

namespace xueshi::bridge {

class BrowserProgram final : public ports::Program {
  public:
    ports::PartState state(ports::ProgramPart part) const override;
    void fetch(ports::ProgramPart part) override;
    std::optional<std::string> take_words() override;
};

}  // namespace xueshi::bridge
