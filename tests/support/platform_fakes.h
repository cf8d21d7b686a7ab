// The platform without a browser: frames are run by the test, glyphs are grey boxes, nothing is
// painted.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "web/ports/clock.h"
#include "web/ports/display.h"
#include "web/ports/input_plane.h"
#include "web/ports/preferences.h"
#include "web/ui/fonts.h"

namespace xueshi::testing {

class ManualClock final : public ports::Clock {
  public:
    double monotonic_ms() const override { return now_ms; }
    std::int64_t wall_ms() const override { return 0; }
    double now_ms = 1000;
};

// Every character is a square of its size, half covered; digits and Latin are half as wide.
class BoxGlyphs final : public ui::GlyphRasterizer {
  public:
    ui::GlyphMetrics measure(std::uint32_t codepoint, float size_px, ui::Weight) override {
        ++measured;
        const float advance = codepoint < 0x2E80 ? size_px / 2 : size_px;
        if (codepoint == ' ') return {advance, 0, 0, 0, 0};
        return {advance,
                0,
                static_cast<std::int16_t>(-size_px * 0.88f),
                static_cast<std::uint16_t>(advance),
                static_cast<std::uint16_t>(size_px)};
    }
    void rasterize(std::span<const ui::GlyphRequest> requests,
                   std::vector<std::uint8_t>& coverage) override {
        batches.push_back(requests.size());
        std::size_t size = 0;
        for (const ui::GlyphRequest& request : requests) {
            size += static_cast<std::size_t>(request.metrics.width) * request.metrics.height;
        }
        coverage.assign(size, 128);
    }

    int measured = 0;
    std::vector<std::size_t> batches;  // glyphs per call
};

class FakeDisplay final : public ports::Display {
  public:
    FakeDisplay() {
        shown.width = 390;
        shown.height = 844;
    }
    const ports::DisplayState& state() const override { return shown; }
    void request_frame() override { ++requested; }
    void request_frame_in(double ms) override { requested_in.push_back(ms); }
    bool paint(ImDrawData&, std::uint32_t colour) override {
        ++painted;
        background = colour;
        return has_context;
    }

    ports::DisplayState shown;
    bool has_context = true;
    int requested = 0;
    std::vector<double> requested_in;
    int painted = 0;
    std::uint32_t background = 0;
};

class FakePlane final : public ports::InputPlane {
  public:
    std::vector<ui::Input> take_inputs() override { return std::exchange(inputs, {}); }
    void apply(std::span<const std::uint8_t> patch) override { patches.push_back(patch.size()); }
    Pointer pointer() const override { return {}; }

    void activate(ui::NodeId node) { inputs.push_back({ui::Input::Kind::Activate, node, {}, 0}); }

    std::vector<ui::Input> inputs;
    std::vector<std::size_t> patches;  // bytes per frame
};

class MemoryPreferences final : public ports::Preferences {
  public:
    std::optional<std::string> get(std::string_view key) const override {
        for (const auto& [name, value] : values_) {
            if (name == key) return value;
        }
        return std::nullopt;
    }
    void set(std::string_view key, std::string_view value) override {
        remove(key);
        values_.emplace_back(key, value);
    }
    void remove(std::string_view key) override {
        std::erase_if(values_, [key](const auto& entry) { return entry.first == key; });
    }

  private:
    std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace xueshi::testing
