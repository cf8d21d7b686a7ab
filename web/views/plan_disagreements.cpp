// Where two devices edited the draft without knowing of each other: one card each, a button per
// side.
#include <algorithm>

#include "web/ui/card.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::PlanDisagreement;

constexpr float kDrawing = 4.625f;
constexpr float kDrawingFrom = 34.0f;  // em of the card's inside; below it there is no drawing
constexpr ui::TextStyle kTitle{.size = ui::TextSize::Head,
                               .weight = ui::Weight::Bold,
                               .spoken = ui::Spoken::Heading2,
                               .keeps_two = true};

float drawing_width(const ui::Frame& frame, float width) {
    return width >= frame.px(kDrawingFrom) ? frame.px(kDrawing + kSpace4) : 0;
}

// Buttons from the left, in as many rows as they need: calls `place` with the side and its
// rectangle, answers the height.
template <class Place>
float lay_choices(const Screen& screen,
                  const PlanDisagreement& disagreement,
                  const ui::Rect& rect,
                  Place place) {
    const ui::Frame& frame = screen.frame;
    const float height = ui::button_height(frame);
    const float gap = frame.px(0.625f);
    float x = rect.x;
    float y = rect.y;
    for (std::size_t side = 0; side < disagreement.sides.size(); ++side) {
        const std::string label = screen.words.disagreement_choice(disagreement, side);
        const ui::ButtonLook look{
            .label = label,
            .kind = side == 0 ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary};
        const float width = std::min(ui::button_width(frame, look), rect.width);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += height + gap;
        }
        place(side, ui::Rect{x, y, width, height}, look);
        x += width + gap;
    }
    return y + height - rect.y;
}

// Draws the words and buttons from the top of `rect` when `draws`, and answers their height.
float words_of(const PlanScreen& view,
               const PlanDisagreement& disagreement,
               ui::Rect rect,
               bool draws) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const float top = rect.y;
    const auto paragraph =
        [&](std::string_view text, const ui::Rect& place, const ui::TextStyle& style) {
            return draws ? ui::draw_paragraph(frame, place, text, style)
                         : ui::measure_paragraph(frame, place.width, text, style);
        };
    if (draws) {
        ui::chip(frame,
                 {rect.x, rect.y, rect.width, frame.px(kChipHeight)},
                 {.text = screen.words(Message::DisagreementChip),
                  .meaning = ui::Meaning::Attention,
                  .icon = ui::Icon::Triangle});
    }
    rect.y += frame.px(kChipHeight + kSpace2);
    rect.y += paragraph(screen.words.disagreement_title(disagreement.part), rect, kTitle);
    rect.y += frame.px(kSpace1);
    rect.y +=
        paragraph(screen.words.disagreement(disagreement), rect, {.colour = frame.theme.ink_2});
    rect.y += frame.px(kSpace2);

    ui::Rect safe = rect;
    const ui::Rect sign = ui::take_left(safe, frame.px(kIconStatus), frame.px(kSpace1 * 1.5f));
    if (draws) {
        ui::draw_icon(frame,
                      {sign.x, sign.y, sign.width, ui::line_height(frame, ui::TextSize::Small)},
                      ui::Icon::CheckCircle,
                      frame.px(kIconStatus),
                      frame.theme.done);
    }
    rect.y +=
        paragraph(screen.words(Message::DisagreementSafe), safe, {.size = ui::TextSize::Small});
    rect.y += frame.px(kSpace4);

    rect.y += lay_choices(screen,
                          disagreement,
                          rect,
                          [&](std::size_t side, const ui::Rect& place, const ui::ButtonLook& look) {
                              if (!draws) return;
                              const ui::IdScope scope(frame, static_cast<std::uint64_t>(side));
                              if (!ui::button(frame, "choose", place, look)) return;
                              screen.actions.put(app::settling(disagreement, side));
                              frame.plane.request_focus(view.main);
                          });
    return rect.y - top;
}

void draw_disagreement(const PlanScreen& view,
                       const PlanDisagreement& disagreement,
                       ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    const float pad = ui::card_pad(frame);
    ui::Rect inner{rest.x + pad, rest.y + pad, rest.width - 2 * pad, frame.px(40)};
    const float left = drawing_width(frame, inner.width);
    ui::Rect words = inner;
    const ui::Rect drawing = ui::take_left(words, left);
    const float height = words_of(view, disagreement, words, false) + 2 * pad;
    const ui::Rect card = ui::take_top(rest, height, card_gap(frame));
    const ui::NodeScope group(frame,
                              "disagreement",
                              ui::Role::Group,
                              card,
                              view.screen.words.disagreement_title(disagreement.part));
    ui::card(frame, card);
    if (left > 0) {
        ui::draw_drawing(frame,
                         {drawing.x, drawing.y, frame.px(kDrawing), frame.px(kDrawing)},
                         ui::Drawing::Disagreement,
                         frame.theme.accent);
    }
    words_of(view, disagreement, words, true);
}

}  // namespace

void draw_disagreement_cards(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    for (const PlanDisagreement& disagreement : view.plan.disagreements) {
        const ui::IdScope part(frame, static_cast<std::uint64_t>(disagreement.part));
        const ui::IdScope run(frame, disagreement.course_run_id.text);
        draw_disagreement(view, disagreement, rest);
    }
}

}  // namespace xueshi::views
