// Statistics (统计) for who administers a school or a district: how far its teachers are with the diagnostic, in rates
// with their denominators named (R15, R18, R27).
#pragma once

#include "core/app/select_participation.h"
#include "web/views/screen.h"

namespace xueshi::views {

// A door of the part `screens` (web/program_parts.txt).
void draw_statistics(const Screen& screen, const app::ParticipationProjection& projection);

}  // namespace xueshi::views
