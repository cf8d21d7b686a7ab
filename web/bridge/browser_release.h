#pragma once

#include "web/ports/release.h"

namespace xueshi::bridge {

class BrowserRelease final : public ports::Release {
  public:
    ports::ReleaseState state() const override;
    void take() override;
    void install() override;
};

}  // namespace xueshi::bridge
