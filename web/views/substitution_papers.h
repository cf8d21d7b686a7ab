// The two stamped papers of a replacement (R33) on its card: printed to be stamped, uploaded as scans, read by whoever
// decides.
#pragma once

#include "core/app/select_desk.h"
#include "web/views/card_pen.h"

namespace xueshi::views {

void lay_substitution_papers(CardPen& pen, const app::SubstitutionLine& line);

}  // namespace xueshi::views
