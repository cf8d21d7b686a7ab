#pragma once

#include "web/ports/lifecycle.h"

namespace xueshi::bridge {

class BrowserLifecycle final : public ports::Lifecycle {
  public:
    bool visible() const override;
    bool online() const override;
};

}  // namespace xueshi::bridge
