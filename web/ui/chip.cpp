#include "web/ui/chip.h"

#include <algorithm>

namespace xueshi::ui {
namespace {

using namespace metrics;

float start_x(const Rect& rect, float width, Align align) {
    if (align == Align::Right) return rect.right() - width;
    return align == Align::Centre ? rect.x + (rect.width - width) / 2 : rect.x;
}

Icon status_icon(const StatusLook& look) {
    return look.icon == Icon::None ? meaning_icon(look.meaning) : look.icon;
}

}  // namespace

Colour meaning_colour(const Theme& theme, Meaning meaning) {
    switch (meaning) {
        case Meaning::Neutral:
            return theme.ink_2;
        case Meaning::Accent:
            return theme.accent;
        case Meaning::Done:
            return theme.done;
        case Meaning::Wait:
            return theme.wait;
        case Meaning::Attention:
            return theme.attn;
        case Meaning::Refused:
            return theme.refuse;
    }
    return theme.ink;
}

Colour meaning_tint(const Theme& theme, Meaning meaning) {
    switch (meaning) {
        case Meaning::Neutral:
            return theme.sunken;
        case Meaning::Accent:
            return theme.accent_tint;
        case Meaning::Done:
            return theme.done_tint;
        case Meaning::Wait:
            return theme.wait_tint;
        case Meaning::Attention:
            return theme.attn_tint;
        case Meaning::Refused:
            return theme.refuse_tint;
    }
    return theme.sunken;
}

Icon meaning_icon(Meaning meaning) {
    switch (meaning) {
        case Meaning::Done:
            return Icon::CheckCircle;
        case Meaning::Wait:
            return Icon::Clock;
        case Meaning::Attention:
            return Icon::Triangle;
        case Meaning::Refused:
            return Icon::CrossCircle;
        default:
            return Icon::None;
    }
}

float chip_width(const Frame& frame, const ChipLook& look) {
    const float icon = look.icon == Icon::None ? 0 : frame.px(kIconChip + kSpace1);
    return measure_text(frame, look.text, TextSize::Small) + icon + frame.px(2 * kSpace2);
}

float chip(Frame& frame, const Rect& rect, const ChipLook& look) {
    const float width = chip_width(frame, look);
    const float height = frame.px(kChipHeight);
    const Rect body{
        start_x(rect, width, look.align), rect.y + (rect.height - height) / 2, width, height};
    const float radius = frame.px(kRadiusChip);
    const Colour ink = meaning_colour(frame.theme, look.meaning);
    if (look.is_note) {
        outline(frame, body, frame.theme.hairline, frame.px(kStrokeHair), radius);
    } else {
        fill(frame, body, meaning_tint(frame.theme, look.meaning), radius);
        if (frame.theme.outlines_tints) outline(frame, body, ink, frame.px(kStrokeHair), radius);
    }
    Rect rest = inset(body, frame.px(kSpace2), 0);
    if (look.icon != Icon::None) {
        draw_icon(frame,
                  take_left(rest, frame.px(kIconChip), frame.px(kSpace1)),
                  look.icon,
                  frame.px(kIconChip),
                  ink);
    }
    draw_text(
        frame, rest, look.text, {.size = TextSize::Small, .colour = ink, .spoken = look.spoken});
    return width;
}

float status_width(const Frame& frame, const StatusLook& look) {
    const float icon = status_icon(look) == Icon::None ? 0 : frame.px(kIconStatus + kSpace1);
    return measure_text(frame, look.text, TextSize::Small, look.weight) + icon;
}

float status(Frame& frame, const Rect& rect, const StatusLook& look) {
    const float width = std::min(status_width(frame, look), rect.width);
    const Colour ink = meaning_colour(frame.theme, look.meaning);
    Rect rest{start_x(rect, width, look.align), rect.y, width, rect.height};
    if (status_icon(look) != Icon::None) {
        draw_icon(frame,
                  take_left(rest, frame.px(kIconStatus), frame.px(kSpace1)),
                  status_icon(look),
                  frame.px(kIconStatus),
                  ink);
    }
    draw_text(
        frame,
        rest,
        look.text,
        {.size = TextSize::Small, .weight = look.weight, .colour = ink, .spoken = look.spoken});
    return width;
}

float code_tag(
    Frame& frame, const Rect& rect, std::string_view code, float least_em, Spoken spoken) {
    const float width =
        std::max(frame.px(least_em), measure_text(frame, code, TextSize::Small) + frame.px(0.5f));
    const Rect body = left_middle(rect, width, frame.px(1.25f));
    fill(frame, body, frame.theme.accent_tint, frame.px(kRadiusTag));
    if (frame.theme.outlines_tints) {
        outline(frame, body, frame.theme.control, frame.px(kStrokeHair), frame.px(kRadiusTag));
    }
    draw_text(frame,
              body,
              code,
              {.size = TextSize::Small,
               .colour = frame.theme.accent,
               .align = Align::Centre,
               .spoken = spoken});
    return width;
}

void badge(Frame& frame, float x, float y, std::string_view count) {
    const float height = frame.px(1.0f);
    const float width = std::max(
        height, measure_text(frame, count, TextSize::Badge, Weight::Bold) + frame.px(kSpace2));
    const Rect body{x - width / 2, y - height / 2, width, height};
    fill(frame, body, frame.theme.refuse, height / 2);
    draw_text(frame,
              body,
              count,
              {.size = TextSize::Badge,
               .weight = Weight::Bold,
               .colour = frame.theme.surface,
               .align = Align::Centre,
               .spoken = Spoken::Decorative});
}

void colour_mark(Frame& frame, const Rect& rect, Colour colour) {
    const float size = frame.px(0.5f);
    fill(frame, left_middle(rect, size, size), colour, frame.px(0.125f));
}

void avatar(Frame& frame, const Rect& rect, std::string_view letters) {
    fill(frame, rect, frame.theme.accent_tint_2, rect.width / 2);
    draw_text(frame,
              rect,
              letters,
              {.size = TextSize::Small,
               .weight = Weight::Bold,
               .colour = frame.theme.accent,
               .align = Align::Centre,
               .spoken = Spoken::Decorative});
}

}  // namespace xueshi::ui
