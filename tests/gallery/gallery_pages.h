// Pages of the gallery: the mock-ups' content, hard-coded sample data, drawn with the real widgets.
#pragma once

#include "web/ui/frame.h"

namespace xueshi::gallery {

// What the gallery's controls change.
struct GalleryState {
    bool is_on = true;
    bool shows_menu = false;
    bool shows_dialog = false;
    bool shows_toast = true;
    int segment = 0;
    int stop = 3;
    int answer = 1;
    int row = 2;
};

void draw_home(ui::Frame& frame, GalleryState& state);
void draw_plan(ui::Frame& frame, GalleryState& state);
void draw_catalogue(ui::Frame& frame, GalleryState& state);
void draw_controls(ui::Frame& frame, GalleryState& state);
void draw_states(ui::Frame& frame, GalleryState& state);
void draw_login(ui::Frame& frame, GalleryState& state);

void draw_navigation(ui::Frame& frame, const ui::Rect& rect, int selected);

}  // namespace xueshi::gallery
