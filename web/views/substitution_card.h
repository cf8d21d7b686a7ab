// A replacement asked for (R33) as a card of the desk: who goes for whom, where it stands, its papers, and for whoever
// decides next the decision.
#pragma once

#include "web/views/desk_parts.h"

namespace xueshi::views {

// At the top of `rest`, which loses what it took.
void draw_substitution(const Desk& desk, ui::Rect& rest, const app::SubstitutionLine& line);

}  // namespace xueshi::views
