#pragma once

#include "web/ports/input_plane.h"

namespace xueshi::bridge {

class BrowserPlane final : public ports::InputPlane {
  public:
    std::vector<ui::Input> take_inputs() override;
    void apply(std::span<const std::uint8_t> patch) override;
    Pointer pointer() const override;
};

}  // namespace xueshi::bridge
