// The cards of Home. Each draws itself at the top of `rest` and cuts off what it took, gap
// included.
#pragma once

#include "web/views/home_view.h"

namespace xueshi::views {

void draw_hours_card(const Screen& screen,
                     const app::HomeProjection& home,
                     HomeUiState& ui,
                     ui::Rect& rest);
void draw_account_card(const Screen& screen, ui::Rect& rest);
void draw_unit_card(const Screen& screen, const app::UnitSummary& unit, ui::Rect& rest);
// Nothing where nothing is pushed.
void draw_push_card(const Screen& screen,
                    const app::DiagnosticPush& push,
                    HomeUiState& ui,
                    ui::Rect& rest);
void draw_dates_card(const Screen& screen,
                     const app::HomeProjection& home,
                     HomeUiState& ui,
                     ui::Rect& rest);
void draw_tasks_card(const Screen& screen, const app::HomeProjection& home, ui::Rect& rest);
void draw_news_card(const Screen& screen,
                    const app::HomeProjection& home,
                    HomeUiState& ui,
                    ui::Rect& rest);

}  // namespace xueshi::views
