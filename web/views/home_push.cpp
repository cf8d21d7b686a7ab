// What the platform puts before a teacher of the IT programme (R15–R17): to be tested, to go on, what is recommended,
// or which courses go on.
#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/radar_outline.h"
#include "web/views/home_cards.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::PushKind;

constexpr float kSignWide = 6.25f;
constexpr float kSignPhone = 4.25f;
constexpr std::size_t kCarriedShown = 3;

struct PushWords {
    std::string eyebrow;
    std::string_view title;
    std::string text;
    std::string_view action;
    std::string_view route = kDiagnosticRoute;
    bool may_wait = false;  // it can be put off
};

PushWords words_of(const Screen& screen, const app::DiagnosticPush& push) {
    const locale::Locale& words = screen.words;
    const std::string missing = words.hours(push.missing);
    switch (push.kind) {
        case PushKind::TakeTest: {
            const std::string about =
                words.format(Message::StageAndSubject, {words.stage(push.stage), words.subject(push.subject)});
            return {std::string(words(Message::PushEyebrow)),
                    words(Message::PushTake),
                    words.format(screen.frame.is_phone() ? Message::PushTakeShort : Message::PushTakeText, {about}),
                    words(Message::PushBegin),
                    kDiagnosticRoute,
                    true};
        }
        case PushKind::GoOn:
            return {{},
                    words(Message::PushGoOn),
                    words.format(Message::PushGoOnText, {std::to_string(push.answered)}),
                    words(Message::PushGoOnAct),
                    kTakeRoute};
        case PushKind::Recommendation:
            return {{},
                    words(Message::PushAdvice),
                    push.is_from_earlier_phase
                        ? words.format(Message::PushAdviceEarlier, {push.earlier_phase, missing})
                        : words.format(Message::PushAdviceText, {missing}),
                    words(Message::PushAdviceAct)};
        case PushKind::CarryOver:
            return {push.earlier_phase,
                    words(Message::PushCarry),
                    std::string(words(Message::PushCarryText)),
                    words(Message::PushCarryAct)};
        case PushKind::None:
            break;
    }
    return {};
}

std::vector<std::string> carried_lines(const Screen& screen, const app::DiagnosticPush& push) {
    std::vector<std::string> lines;
    if (push.kind != PushKind::CarryOver) return lines;
    for (const app::CarriedCourse& course : push.carried) {
        if (lines.size() == kCarriedShown) {
            lines.push_back(screen.words.format(Message::PushCarryMore,
                                                {std::to_string(push.carried.size() - kCarriedShown)}));
            break;
        }
        lines.push_back(
            screen.words.format(Message::PushCarryRow, {course.title, screen.words.hours(course.hours)}));
    }
    return lines;
}

void draw_buttons(const Screen& screen, const PushWords& push, HomeUiState& ui, ui::Rect row) {
    ui::Frame& frame = screen.frame;
    const ui::ButtonLook act{.label = push.action, .kind = ui::ButtonKind::Primary, .route = push.route};
    const ui::ButtonLook later{.label = screen.words(Message::PushLater), .kind = ui::ButtonKind::Quiet};
    const float later_width = push.may_wait ? ui::button_width(frame, later) : 0;
    float width = ui::button_width(frame, act);
    if (frame.is_phone()) width = row.width - later_width - (push.may_wait ? frame.px(kSpace2) : 0);
    ui::button(frame, "act", ui::take_left(row, width, frame.px(kSpace2)), act);
    if (push.may_wait && ui::button(frame, "later", ui::take_left(row, later_width), later)) ui.hides_push = true;
}

}  // namespace

void draw_push_card(const Screen& screen, const app::DiagnosticPush& push, HomeUiState& ui, ui::Rect& rest) {
    if (push.kind == PushKind::None || (push.kind == PushKind::TakeTest && ui.hides_push)) return;
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "push");
    const PushWords words = words_of(screen, push);
    const std::vector<std::string> lines = carried_lines(screen, push);
    const bool is_phone = frame.is_phone();
    const bool has_sign = push.kind != PushKind::CarryOver;
    const float sign = frame.px(is_phone ? kSignPhone : kSignWide);
    const float indent = has_sign ? sign + frame.px(is_phone ? kSpace4 : kSpace7) : 0;
    const float pad = ui::card_pad(frame);
    const float width = rest.width - 2 * pad - indent;
    const ui::TextStyle eyebrow{
        .size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent};
    const ui::TextStyle title{.size = is_phone ? ui::TextSize::Body : ui::TextSize::Head,
                              .weight = ui::Weight::Bold,
                              .spoken = ui::Spoken::Heading2};
    const ui::TextStyle text{.size = is_phone ? ui::TextSize::Small : ui::TextSize::Body,
                             .colour = frame.theme.ink_2};
    const ui::TextStyle line{.hangs_opening = true};

    float words_tall = ui::measure_paragraph(frame, width, words.title, title) +
                       ui::measure_paragraph(frame, width, words.text, text);
    if (!words.eyebrow.empty()) words_tall += frame.px(kLineSmall);
    for (const std::string& each : lines) words_tall += ui::measure_paragraph(frame, width, each, line);
    if (!lines.empty()) words_tall += frame.px(kSpace2);
    const float buttons = ui::button_height(frame);
    const float gap = frame.px(kSpace3);
    // On phones the button takes the whole width, below the drawing.
    const float inner_tall = is_phone ? std::max(words_tall, has_sign ? sign : 0.0f) + gap + buttons
                                      : std::max(words_tall + gap + buttons, has_sign ? sign : 0.0f);
    ui::Rect inner = ui::card(
        frame, ui::take_top(rest, inner_tall + 2 * pad, card_gap(frame)), ui::CardKind::Push);

    ui::Rect whole = inner;
    if (has_sign) {
        ui::Rect place = ui::take_left(inner, sign, indent - sign);
        if (is_phone) place.height = std::max(words_tall, sign);
        const bool asks = push.kind == PushKind::TakeTest || push.kind == PushKind::GoOn;
        ui::radar_outline(frame, ui::centred(place, sign, sign), asks ? "?" : "", frame.theme.accent_tint);
    }
    const float room = is_phone ? std::max(words_tall, has_sign ? sign : 0.0f) : inner_tall - gap - buttons;
    inner.y += is_phone ? (room - words_tall) / 2 : (inner_tall - words_tall - gap - buttons) / 2;
    if (!words.eyebrow.empty()) ui::draw_text(frame, ui::take_top(inner, frame.px(kLineSmall)), words.eyebrow, eyebrow);
    ui::take_top(inner, ui::draw_paragraph(frame, inner, words.title, title));
    if (!lines.empty()) ui::take_top(inner, frame.px(kSpace2));
    for (const std::string& each : lines) ui::take_top(inner, ui::draw_paragraph(frame, inner, each, line));
    ui::take_top(inner, ui::draw_paragraph(frame, inner, words.text, text), gap);
    ui::Rect row = is_phone ? ui::Rect{whole.x, whole.bottom() - buttons, whole.width, buttons}
                            : ui::take_top(inner, buttons);
    row.height = buttons;
    draw_buttons(screen, words, ui, row);
}

}  // namespace xueshi::views
