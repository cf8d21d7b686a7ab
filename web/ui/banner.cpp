#include "web/ui/banner.h"

#include <algorithm>

#include "web/ui/button.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr TextStyle kTitle{.weight = Weight::Bold};

struct Parts {
    float icon, title, action;
    float room;  // for title and sentence in one line
    bool is_one_line;
    float title_height, sentence_height;  // when the sentence stands below the title
};

float action_width(const Frame& frame, const BannerLook& look) {
    return look.action.empty() ? 0 : measure_text(frame, look.action, TextSize::Body, Weight::Bold);
}

Parts measure(const Frame& frame, float width, const BannerLook& look) {
    Parts parts{};
    parts.icon = frame.px(kIconButton);
    parts.title = measure_text(frame, look.title, TextSize::Body, Weight::Bold);
    parts.action = action_width(frame, look);
    parts.room = width - frame.px(2 * kSpace4 + kSpace3) - parts.icon -
                 (parts.action > 0 ? parts.action + frame.px(kSpace4) : 0);
    const float sentence =
        look.sentence.empty() ? 0 : measure_text(frame, look.sentence) + frame.px(kSpace4);
    parts.is_one_line = parts.title + sentence <= parts.room;
    if (!parts.is_one_line) {
        parts.title_height = measure_paragraph(frame, parts.room, look.title, kTitle);
        parts.sentence_height =
            measure_paragraph(frame, parts.room, look.sentence, {.size = TextSize::Small});
    }
    return parts;
}

}  // namespace

float banner_height(const Frame& frame, float width, const BannerLook& look) {
    const Parts parts = measure(frame, width, look);
    if (parts.is_one_line) return frame.px(kBannerHeight);
    return std::max(frame.px(kBannerHeight),
                    frame.px(2 * kSpace3) + parts.title_height + parts.sentence_height);
}

bool banner(Frame& frame, std::string_view id, const Rect& rect, const BannerLook& look) {
    const Theme& theme = frame.theme;
    const Parts parts = measure(frame, rect.width, look);
    const Colour ink = meaning_colour(theme, look.meaning);
    const float radius = frame.px(0.625f);
    fill(frame, rect, meaning_tint(theme, look.meaning), radius);
    if (theme.outlines_tints) outline(frame, rect, ink, frame.px(kStrokeHair), radius);

    Rect rest = inset(rect, frame.px(kSpace4), 0);
    bool is_activated = false;
    if (parts.action > 0) {
        const Rect place = take_right(rest, parts.action, frame.px(kSpace4));
        is_activated = link(frame,
                            id,
                            place,
                            {.label = look.action, .size = TextSize::Body, .weight = Weight::Bold});
    }
    const Icon sign = look.icon == Icon::None ? meaning_icon(look.meaning) : look.icon;
    if (parts.is_one_line) {
        draw_icon(
            frame, take_left(rest, parts.icon, frame.px(kSpace3)), sign, frame.px(1.125f), ink);
        draw_text(frame,
                  take_left(rest, parts.title, frame.px(kSpace4)),
                  look.title,
                  {.weight = Weight::Bold});
        draw_text(frame, rest, look.sentence, {.colour = theme.ink_2});
        return is_activated;
    }
    rest = inset(rest, 0, frame.px(kSpace3));
    const Rect icon_column = take_left(rest, parts.icon, frame.px(kSpace3));
    draw_icon(frame,
              {icon_column.x, rest.y, parts.icon, frame.px(kLineBody)},
              sign,
              frame.px(1.125f),
              ink);
    take_top(rest, draw_paragraph(frame, rest, look.title, kTitle));
    draw_paragraph(frame, rest, look.sentence, {.size = TextSize::Small, .colour = theme.ink_2});
    return is_activated;
}

}  // namespace xueshi::ui
