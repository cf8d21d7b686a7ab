// The parts of the catalogue screen.
#pragma once

#include "web/ui/chip.h"
#include "web/views/catalogue_view.h"

namespace xueshi::views {

struct CatalogueScreen {
    const Screen& screen;
    const app::CatalogueProjection& catalogue;
    CatalogueUiState& ui;
    const CourseRunId& opened;
};

// --- filters: pills that wrap over the width, and the menu of the one that is open
// Answers how high they stand.
float draw_filter_pills(const CatalogueScreen& view, const ui::Rect& rect);
// Drawn last: it lies above everything.
void draw_filter_menu(const CatalogueScreen& view);
void clear_filters(CatalogueUiState& ui);

// --- the list, as a table or as rows of two lines
void draw_course_table(const CatalogueScreen& view, const ui::Rect& rect);
void draw_course_rows(const CatalogueScreen& view, const ui::Rect& rect);
void draw_nothing_found(const CatalogueScreen& view, const ui::Rect& rect);

// --- one run
void draw_course_panel(const CatalogueScreen& view, const ui::Rect& rect);
void draw_course_page(const CatalogueScreen& view);

// How a fit is shown: fitting is an offer, taken is a fact, the rest a reason.
struct FitLook {
    ui::Meaning meaning = ui::Meaning::Neutral;
    ui::Icon icon = ui::Icon::None;
    bool acts = false;  // adds or removes
};
FitLook look_of(app::RunFit fit);
// Adds the run to the draft or takes it out; makes a first draft where there is none.
void turn_run(const CatalogueScreen& view, const CourseRunId& run, app::RunFit fit);
void open_run(const CatalogueScreen& view, const CourseRunId& run);

}  // namespace xueshi::views
