// The year's requirements as bars, each with what is missing and the paragraph it comes from.
#pragma once

#include <span>

#include "core/app/select_input.h"
#include "web/ui/requirement_bar.h"
#include "web/views/screen.h"

namespace xueshi::views {

ui::DialShares shares_of(const plan::HoursByState& hours);

struct RequirementBarsLook {
    ui::RequirementForm form = ui::RequirementForm::Summary;
    int columns = 4;
    bool shows_sources = true;  // under each bar; else they are listed by requirement_sources
    bool uses_short_names = false;
    bool says_arranged = false;  // 安排好了 (home) instead of 够了
};

// Of the Compact form: two where every name has room beside its figure, else one.
int compact_columns(const Screen& screen, float width, std::span<const app::RequirementRow> rows);

// How high the bars stand over `width`, and the bars themselves.
float requirement_bars_height(const Screen& screen,
                              float width,
                              std::span<const app::RequirementRow> rows,
                              const RequirementBarsLook& look);
void draw_requirement_bars(const Screen& screen,
                           const ui::Rect& rect,
                           std::span<const app::RequirementRow> rows,
                           const RequirementBarsLook& look);

// Sources as a list behind a link that opens it: phones, where bars are too narrow for sentences.
float requirement_sources_height(const Screen& screen,
                                 float width,
                                 std::span<const app::RequirementRow> rows,
                                 bool is_open);
void draw_requirement_sources(const Screen& screen,
                              const ui::Rect& rect,
                              std::span<const app::RequirementRow> rows,
                              bool& is_open);

}  // namespace xueshi::views
