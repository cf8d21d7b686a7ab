// Real numbers as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xueshi::exchange {

// The fewest digits that name this double: "1.1", "-0.5". It must be finite.
std::string shortest_real(double value);

// A finite number and nothing else: "1.1", "+2", "1e-3". None for "1,1", "INF" or "2 points".
std::optional<double> parse_finite(std::string_view text);

}  // namespace xueshi::exchange
