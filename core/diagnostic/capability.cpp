#include "core/diagnostic/capability.h"

#include <cstddef>

namespace xueshi::diagnostic {
namespace {

constexpr std::array<std::string_view, 5> kDimensionNames = {
    "literacy", "planning", "organising", "assessment", "growth"};
constexpr std::array<std::string_view, 2> kLevelNames = {"I", "II"};
constexpr std::array<std::string_view, 3> kBandNames = {"to_improve", "qualified", "excellent"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view dimension_name(Dimension dimension) {
    return kDimensionNames[static_cast<std::size_t>(dimension)];
}

std::optional<Dimension> parse_dimension(std::string_view name) {
    return find_name<Dimension>(kDimensionNames, name);
}

std::string_view level_name(CapabilityLevel level) {
    return kLevelNames[static_cast<std::size_t>(level)];
}

std::optional<CapabilityLevel> parse_level(std::string_view name) {
    return find_name<CapabilityLevel>(kLevelNames, name);
}

std::string_view band_name(Band band) { return kBandNames[static_cast<std::size_t>(band)]; }

}  // namespace xueshi::diagnostic
