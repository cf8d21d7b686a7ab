#pragma once

#include "web/ports/library.h"

namespace xueshi::bridge {

class BrowserLibrary final : public ports::Library {
  public:
    void fetch(ports::DocumentName name) override;
    std::optional<ports::ArrivedDocument> take() override;
};

}  // namespace xueshi::bridge
