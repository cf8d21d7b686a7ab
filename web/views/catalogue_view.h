// Catalogue (课程超市): search, filters, the list, and one run in detail.
#pragma once

#include "core/app/select_catalogue.h"
#include "web/views/catalogue_hits.h"
#include "web/views/screen.h"

namespace xueshi::views {

enum class FilterMenu : std::uint8_t { None, Stage, Subject, Kind, Theme, Delivery, Date, Fee };

struct CatalogueUiState {
    CatalogueQuestion question;
    bool has_own_defaults = false;  // the teacher's stage and subject were filled in once
    FilterMenu open_menu = FilterMenu::None;
    ui::Rect menu_anchor;             // of the open menu, on the canvas
    bool shows_more_filters = false;  // phone
    float filters_height = 0;         // of the pills above the table, as last drawn
    bool came_from_list = false;      // the detail was opened here: back returns
    CatalogueHits hits;
    // How many of the hits' titles have their glyphs, at this size in device pixels.
    struct Warmth {
        std::uint64_t hits = 0;  // CatalogueHits::version
        float size = 0;
        std::size_t titles = 0;
    } warmth;
    // Of the table, in em; no narrower than Chinese needs.
    struct ColumnWidths {
        std::uint64_t made_for = 0;
        float theme = 2.5f, time = 6.25f, fit = 5.0f;
    } widths;
};

// `opened` is the run of the route, or empty.
void draw_catalogue(const Screen& screen,
                    const app::CatalogueProjection& catalogue,
                    CatalogueUiState& ui,
                    const CourseRunId& opened);

}  // namespace xueshi::views
