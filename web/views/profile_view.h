// Profile (我的): the data the city keeps, the dated self-check (R31), appearance, sync and
// log-out.
#pragma once

#include "core/app/select_profile.h"
#include "web/views/screen.h"

namespace xueshi::views {

void draw_profile(const Screen& screen, const app::ProfileProjection& profile);

}  // namespace xueshi::views
