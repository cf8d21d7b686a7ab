// Special training for a teacher (专项培训): which projects are open to me, how many seats are left, and where my
// application is.
#pragma once

#include "core/app/select_special.h"
#include "web/views/receipt_lookup.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct SpecialUiState {
    bool asks_withdrawal = false;
    std::string reason;
    ReceiptLookupState receipt;
};

void draw_projects(const Screen& screen, const app::ProjectsProjection& projection, SpecialUiState& ui);
void draw_project(const Screen& screen, const app::ProjectProjection& projection, SpecialUiState& ui);

}  // namespace xueshi::views
