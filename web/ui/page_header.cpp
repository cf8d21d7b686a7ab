#include "web/ui/page_header.h"

#include "web/ui/button.h"
#include "web/ui/chip.h"

namespace xueshi::ui {

using namespace metrics;

PageHeader page_header(Frame& frame, const Rect& rect, const PageHeaderLook& look) {
    PageHeader header;
    Rect rest = rect;
    if (!look.back_name.empty()) {
        const float side = button_height(frame);
        // The arrow, not its square, lines up with the text below.
        const Rect place{rest.x - frame.px(kSpace3), rest.y + (rest.height - side) / 2, side, side};
        header.wants_back = button(frame,
                                   "back",
                                   place,
                                   {.kind = ButtonKind::Quiet,
                                    .icon = Icon::ArrowLeft,
                                    .name = look.back_name,
                                    .route = look.back_route});
        take_left(rest, side - frame.px(kSpace3), frame.px(kSpace1));
    }
    if (!look.note.empty()) {
        const ChipLook note{.text = look.note, .is_note = true, .align = Align::Right};
        take_right(rest, chip(frame, rest, note), frame.px(kSpace3));
    }
    const float width =
        draw_text(frame,
                  rest,
                  look.title,
                  {.size = look.back_name.empty() ? TextSize::Title : TextSize::Head,
                   .weight = Weight::Bold,
                   .spoken = Spoken::Heading1});
    take_left(rest, width, frame.px(kSpace5));
    header.rest = rest;
    return header;
}

}  // namespace xueshi::ui
