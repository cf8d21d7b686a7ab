// Where the parts of a screen stand, by form: rail, content, detail panel, tab and action bars.
// Pure.
#pragma once

#include "web/ui/frame.h"

namespace xueshi::ui {

struct PageLayout {
    Rect navigation;  // rail, tab bar or top bar
    Rect header;      // title row
    Rect content;     // below the title row, left of the detail panel
    Rect detail;      // empty when there is none (on phones always: details are pages)
    Rect status_line;  // phone, on the tabs; empty when not asked for
    Rect action_bar;  // phone, above them; empty when not asked for
};

struct PageWishes {
    float detail_em = 0;          // width of the detail panel; 0: none
    bool has_action_bar = false;  // phone
    bool has_status_line = false;  // phone
    bool has_navigation = true;   // false: a full page (log-in, one question)
};

PageLayout lay_out_page(const Rect& viewport, float em, FormFactor form, const PageWishes& wishes);

}  // namespace xueshi::ui
