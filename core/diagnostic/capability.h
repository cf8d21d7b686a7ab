// The words of the IT capability standard that the diagnostic measures against (domain.md 3.1): its
// five dimensions, its two levels and the bands of a score. What the standard says in them is data
// (capability_framework.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xueshi::diagnostic {

enum class Dimension : std::uint8_t { Literacy, Planning, Organising, Assessment, Growth };

inline constexpr std::array kAllDimensions = {Dimension::Literacy,
                                              Dimension::Planning,
                                              Dimension::Organising,
                                              Dimension::Assessment,
                                              Dimension::Growth};

// I, the basic one, and II, for teachers whose students have network and devices. Two scales that
// are never mixed.
enum class CapabilityLevel : std::uint8_t { OptimiseTeaching, TransformLearning };

inline constexpr std::array kAllLevels = {CapabilityLevel::OptimiseTeaching,
                                          CapabilityLevel::TransformLearning};

// 待提高, 合格, 优秀.
enum class Band : std::uint8_t { ToImprove, Qualified, Excellent };

std::string_view dimension_name(Dimension dimension);  // "literacy"
std::optional<Dimension> parse_dimension(std::string_view name);

std::string_view level_name(CapabilityLevel level);  // "I", "II"
std::optional<CapabilityLevel> parse_level(std::string_view name);

std::string_view band_name(Band band);  // "to_improve"

}  // namespace xueshi::diagnostic
