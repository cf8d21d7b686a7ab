// The radar's empty pentagon, the sign of the diagnostic; decorative.
#pragma once

#include <string_view>

#include "web/ui/text.h"

namespace xueshi::ui {

// In the middle of `rect`; `sign` (a question mark) stands in the centre.
void radar_outline(Frame& frame, const Rect& rect, std::string_view sign, Colour behind);

}  // namespace xueshi::ui
