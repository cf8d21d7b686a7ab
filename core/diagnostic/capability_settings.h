// How the product runs a teacher's test of one level (domain.md section 4, proposal [D]).
//
// Ten to twenty items, ended early by a standard error of 0.35; the dimensions' shares are those of
// the standard's 25 indicators, 5, 6, 5, 4 and 5, which gives each at least two items; no item is
// shown to more than a quarter of those it is for. The same for both levels.
#pragma once

#include <cstdint>
#include <string>

#include "core/diagnostic/adaptive_settings.h"

namespace xueshi::diagnostic {

// Of the teachers an item is for, how many may be shown it: what the items' exposure values are
// calibrated to.
inline constexpr double kLargestExposure = 0.25;

// Stage and subject as in core/base/school_stage.h. The seed decides which items are closed to this
// teacher; it is stored with the answers, so that the run can be scored again.
AdaptiveSettings capability_settings(std::string stage, std::string subject, std::uint64_t seed);

}  // namespace xueshi::diagnostic
