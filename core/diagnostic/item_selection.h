// Which item a run draws next.
#pragma once

#include <optional>

#include "core/diagnostic/adaptive_run.h"

namespace xueshi::diagnostic {

// Among the open items, with content targets those of the domain that lags most behind its share,
// the most informative one at the current estimate; or one of the best, drawn with the run's
// generator, which then moves on by one bounded draw. None when no item is left to draw.
std::optional<DrawnItem> draw_item(AdaptiveRun& run,
                                   const ItemBank& bank,
                                   const AdaptiveSettings& settings);

}  // namespace xueshi::diagnostic
