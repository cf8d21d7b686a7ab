// Every colour of the interface. Fields carry the names of the design tokens; nothing else in the
// client writes a colour down.
//
// Neutrals are warm paper, the accent is azurite. Colour is spent on meaning and on hours: a
// meaning (done, wait, attn, refuse) always comes with an icon and a word as well. Category colours
// (cat_*) and meaning colours never stand for each other.
#pragma once

#include "web/ui/colour.h"

namespace xueshi::ui {

struct Theme {
    Colour canvas;         // page, rail
    Colour surface;        // cards, fields, tab bar, panels
    Colour surface_hover;  // hovered row, secondary button, card link
    Colour surface_press;
    Colour sunken;    // bar tracks, segmented control, neutral chip, disabled fill
    Colour hairline;  // card outline, row rule (decorative)
    Colour control;   // outline of fields, buttons, check boxes; unselected slider stops
    Colour ink;       // text, minimum marks, total line
    Colour ink_2;     // secondary text, icons at rest
    Colour ink_3;     // placeholder, disabled text, chevrons

    Colour accent;  // primary fill, links, selected icon and text
    Colour accent_hover;
    Colour accent_press;
    Colour accent_tint;    // selected row, code tag, push card
    Colour accent_tint_2;  // selected rail item, avatar, television focus fill
    Colour on_accent;
    Colour focus;  // focus ring

    Colour done;
    Colour done_tint;
    Colour wait;
    Colour wait_tint;
    Colour attn;
    Colour attn_tint;
    Colour refuse;
    Colour refuse_tint;

    Colour cat_public;
    Colour cat_pro;
    Colour cat_elect;
    Colour cat_it;

    Colour hours_verified;
    Colour hours_earned;
    Colour hours_progress;
    Colour hours_planned;  // always thin or hollow
    Colour hours_missing;  // not arranged (dot)

    Colour heat_1;  // lowest step
    Colour heat_2;
    Colour heat_3;
    Colour heat_4;
    Colour heat_5;
    Colour heat_ink;       // text on steps 1–3
    Colour heat_ink_dark;  // text on steps 4–5

    Colour seg_on;  // selected segment, switch thumb when on
    Colour hit;     // search hit fill
    Colour hit_ink;

    Colour inverse;  // toast
    Colour on_inverse;
    Colour inverse_done;
    Colour inverse_action;
    Colour inverse_attn;

    Colour scrim;   // behind dialogs, translucent
    Colour shadow;  // opaque colour; its alpha is given per shadow

    bool outlines_tints =
        false;  // forced colours: a tint is told by a 1 px outline, not by its fill
};

// The system's palette under `forced-colors: active`, as the browser resolves the CSS system
// colours.
struct SystemColours {
    Colour canvas, canvas_text, highlight, highlight_text, gray_text;
};

const Theme& light_theme();
const Theme& dark_theme();
Theme forced_theme(const SystemColours& system);

}  // namespace xueshi::ui
