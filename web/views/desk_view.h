// The reviewer's desk (审核): what waits for my decision, by when, within which quota. One list, decisions on many with
// one reason, by pointer and by keyboard.
#pragma once

#include <set>
#include <string>

#include "core/app/select_special.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct DeskUiState {
    std::set<EnrolmentId> chosen;
    EnrolmentId current;  // whose history is shown
    std::string reason;
    bool lacks_reason = false;
    EnrolmentId replaced;      // whose replacement is being asked for; empty: nobody's
    SubstitutionId declined;   // likewise: which replacement is being declined
    std::string number;        // of the replacement
    std::string dialog_reason;
};

void draw_desk(const Screen& screen, const app::DeskProjection& projection, DeskUiState& ui);

}  // namespace xueshi::views
