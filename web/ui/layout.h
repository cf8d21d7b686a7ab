// Cutting rectangles: the whole layout of the client is explicit, in CSS pixels. Pure.
#pragma once

#include <span>

#include "web/ui/semantics.h"

namespace xueshi::ui {

// Cuts a strip off `rest` and returns it; `gap` more is cut away between the strip and the rest.
// What is asked for beyond the rectangle is not given: sizes never become negative.
Rect take_top(Rect& rest, float height, float gap = 0);
Rect take_bottom(Rect& rest, float height, float gap = 0);
Rect take_left(Rect& rest, float width, float gap = 0);
Rect take_right(Rect& rest, float width, float gap = 0);

Rect inset(const Rect& rect, float x, float y);
inline Rect inset(const Rect& rect, float all) { return inset(rect, all, all); }
Rect expanded(const Rect& rect, float all);
Rect moved(const Rect& rect, float x, float y);

// A box of the given size in the middle of `rect`, or at its left or right, vertically in the
// middle.
Rect centred(const Rect& rect, float width, float height);
Rect left_middle(const Rect& rect, float width, float height);
Rect right_middle(const Rect& rect, float width, float height);

// The `index`-th of `count` equal columns.
Rect column_of(const Rect& rect, int index, int count, float gap);
// Columns by weight; `out` is as long as `weights`.
void split_columns(const Rect& rect,
                   std::span<const float> weights,
                   float gap,
                   std::span<Rect> out);

bool contains(const Rect& rect, float x, float y);
bool intersects(const Rect& one, const Rect& other);
Rect intersection(const Rect& one, const Rect& other);

}  // namespace xueshi::ui
