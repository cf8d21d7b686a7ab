// Home (个人中心): where the year stands, what is due, what waits.
#pragma once

#include "core/app/select_home.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct HomeUiState {
    bool shows_all_dates = false;
    bool shows_sources = false;  // phone: the requirements' paragraphs
    bool hides_sample_note = false;
    bool hides_push = false;  // the diagnostic was put off
    NoticeId open_notice;  // shown in a dialog
};

void draw_home(const Screen& screen, const app::HomeProjection& home, HomeUiState& ui);

}  // namespace xueshi::views
