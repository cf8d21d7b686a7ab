// The page about the diagnostic: what it is, how it is begun, or how the one under way goes on; and courses of an
// earlier phase that go on instead.
#include "web/ui/checks.h"
#include "web/ui/page_header.h"
#include "web/ui/radar_outline.h"
#include "web/ui/scroll_region.h"
#include "web/views/diagnostic_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using diagnostic::Equipment;
using diagnostic::TestMode;

constexpr float kTwoColumnsFrom = 54.0f;  // em of content
constexpr float kRightColumn = 26.0f;
constexpr float kOneColumn = 44.0f;
constexpr float kSign = 5.0f;
constexpr float kChoice = 3.5f;
constexpr int kItemsClassical = 25;  // of a level
constexpr ui::TextStyle kHead{.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2};

ui::TextStyle small(const DiagnosticPen& pen) {
    return {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2};
}

std::vector<Equipment> chosen_equipment(const DiagnosticUiState& ui) {
    std::vector<Equipment> equipment;
    for (std::size_t i = 0; i < ui.equipment.size(); ++i) {
        if (ui.equipment[i]) equipment.push_back(static_cast<Equipment>(i));
    }
    return equipment;
}

std::string time_words(const DiagnosticScreen& view) {
    const auto levels = static_cast<int>(diagnostic::levels_for(chosen_equipment(view.ui)).size());
    const int items = levels * (view.ui.mode == TestMode::Adaptive ? diagnostic::kUsualItems : kItemsClassical);
    return view.words().format(Message::DiagnosticFactTime, {std::to_string(items), std::to_string(minutes_of(items))});
}

void lay_intro(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const app::DiagnosticPush& push = view.projection.push;
    ui::Rect& rest = pen.rest;
    const float sign = frame.px(kSign + kSpace4);
    const bool has_sign = rest.width > frame.px(22);
    const ui::Rect top = rest;
    if (has_sign) {
        rest.x += sign;
        rest.width -= sign;
    }
    if (!push.subject.empty()) {
        pen.paragraph(stage_and_subject(words, push.stage, push.subject),
                      {.size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent},
                      kSpace1);
    }
    pen.paragraph(words(Message::DiagnosticIntro), kHead, kSpace1);
    pen.paragraph(words(Message::DiagnosticIntroText), {.colour = frame.theme.ink_2}, kSpace4);
    if (has_sign) {
        rest.x -= sign;
        rest.width += sign;
        if (pen.draws) {
            ui::radar_outline(
                frame, {top.x, top.y, frame.px(kSign), frame.px(kSign)}, "?", frame.theme.surface);
        }
        const float least = top.y + frame.px(kSign + kSpace4);
        if (rest.y < least) ui::take_top(rest, least - rest.y);
    }
    const std::string time = time_words(view);
    const std::pair<ui::Icon, std::string_view> facts[] = {
        {ui::Icon::Clock, time},
        {ui::Icon::Check, words(Message::DiagnosticFactNoRight)},
        {ui::Icon::Swap, words(Message::DiagnosticFactLeave)},
        {ui::Icon::Offline, words(Message::DiagnosticFactOffline)},
        {ui::Icon::Lock, words(Message::DiagnosticFactPrivate)},
    };
    for (const auto& [icon, text] : facts) pen.remark(icon, frame.theme.accent, text, {}, kSpace2);
    ui::take_top(rest, frame.px(kSpace1));
    if (push.kind == app::PushKind::None || push.kind == app::PushKind::CarryOver) {
        pen.paragraph(words(Message::DiagnosticOptional), small(pen));
    } else {
        pen.paragraph(words.format(Message::BasedOn, {words.of(push.source)}), small(pen));
    }
}

void begin(const DiagnosticScreen& view) {
    view.screen.actions.put(BeginDiagnostic{view.ui.mode, chosen_equipment(view.ui)});
    view.screen.actions.put(OpenRoute{std::string(kTakeRoute), false});
    view.ui.begins_anew = false;
}

void lay_equipment(DiagnosticPen& pen) {
    DiagnosticUiState& ui = pen.view.ui;
    ui::Frame& frame = pen.frame();
    constexpr Message kNames[] = {Message::EquipmentInteractive, Message::EquipmentNetwork, Message::EquipmentMobile};
    pen.paragraph(pen.words()(Message::DiagnosticEquipment), {.weight = ui::Weight::Bold}, kSpace1);
    for (std::size_t i = 0; i < ui.equipment.size(); ++i) {
        const ui::Rect row = pen.take(kTouchTarget);
        if (!pen.draws) continue;
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(i));
        const ui::CheckState state = ui.equipment[i] ? ui::CheckState::On : ui::CheckState::Off;
        if (ui::checkbox(frame, "equipment", row, state, {.label = pen.words()(kNames[i])})) {
            ui.equipment[i] = !ui.equipment[i];
            frame.request_frame();
        }
    }
    pen.take(kSpace1);
    const bool has_both = diagnostic::levels_for(chosen_equipment(ui)).size() > 1;
    pen.remark(ui::Icon::Info,
               frame.theme.ink_2,
               pen.words()(has_both ? Message::DiagnosticBothLevels : Message::DiagnosticOneLevel),
               small(pen),
               kSpace5);
}

void lay_mode(DiagnosticPen& pen) {
    DiagnosticUiState& ui = pen.view.ui;
    ui::Frame& frame = pen.frame();
    pen.paragraph(pen.words()(Message::DiagnosticMode), {.weight = ui::Weight::Bold}, kSpace2);
    constexpr std::pair<TestMode, Message> kModes[] = {{TestMode::Adaptive, Message::ModeAdaptive},
                                                       {TestMode::Classical, Message::ModeClassical}};
    const auto lay_modes = [&] {
        for (const auto& [mode, message] : kModes) {
            const std::string_view text = pen.words()(message);
            const float height = ui::answer_height(frame, pen.rest.width, text, kChoice);
            const ui::Rect row = ui::take_top(pen.rest, height, frame.px(kSpace2));
            if (!pen.draws) continue;
            const ui::IdScope scope(frame, static_cast<std::uint64_t>(mode));
            if (ui::answer(frame, "mode", row, ui.mode == mode, {.label = text})) {
                ui.mode = mode;
                frame.request_frame();
            }
        }
    };
    if (!pen.draws) return lay_modes();
    const ui::NodeScope group(frame, "modes", ui::Role::Group, pen.rest, pen.words()(Message::DiagnosticMode));
    lay_modes();
}

void lay_settings(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    pen.paragraph(words(Message::DiagnosticBefore), kHead, kSpace3);
    lay_equipment(pen);
    lay_mode(pen);
    pen.take(kSpace2);
    const ui::Rect row = pen.take(kSpace8);
    if (pen.draws && ui::button(frame,
                                "begin",
                                row,
                                {.label = words(Message::DiagnosticBegin), .kind = ui::ButtonKind::Primary})) {
        begin(view);
    }
    if (!view.ui.begins_anew) return;
    const bool is_under_way = view.projection.under_way.has_value();
    pen.take(kSpace2);
    if (is_under_way) pen.paragraph(words(Message::UnderWayAgainNote), small(pen), kSpace2);
    const ui::Rect back = pen.take(kTouchTarget);
    const ui::ButtonLook look{.label = words(is_under_way ? Message::UnderWayBack : Message::DiagnosticKeepResult),
                              .kind = ui::ButtonKind::Quiet};
    if (pen.draws && ui::button(frame, "keep", back, look)) {
        view.ui.begins_anew = false;
        frame.plane.request_focus(view.main);
        frame.request_frame();
    }
}

void draw_columns(const DiagnosticScreen& view, ui::Rect& rest, bool begins) {
    if (!begins) {
        draw_under_way_card(view, rest);
        draw_history_card(view, rest);
        return;
    }
    ui::Frame& frame = view.frame();
    if (rest.width < frame.px(kTwoColumnsFrom)) {
        lay_card(view, rest, [](DiagnosticPen& pen) { lay_intro(pen); });
        lay_card(view, rest, [](DiagnosticPen& pen) { lay_settings(pen); });
        return;
    }
    ui::Rect left = rest;
    ui::Rect right = ui::take_right(left, frame.px(kRightColumn), frame.px(kGapCardsX));
    lay_card(view, left, [](DiagnosticPen& pen) { lay_intro(pen); });
    lay_card(view, right, [](DiagnosticPen& pen) { lay_settings(pen); });
    ui::take_top(rest, std::max(left.y, right.y) - rest.y);
}

void lay_carried(DiagnosticPen& pen) {
    const app::DiagnosticPush& push = pen.view.projection.push;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    if (!push.earlier_phase.empty()) {
        pen.paragraph(words.format(Message::CarryOf, {push.earlier_phase}),
                      {.size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent},
                      kSpace1);
    }
    pen.paragraph(words(Message::CarryTitle), kHead, kSpace1);
    pen.paragraph(words(Message::CarryText), {.colour = frame.theme.ink_2}, kSpace3);
    for (const app::CarriedCourse& course : push.carried) {
        const std::string hours = words.hours_with_unit(course.hours);
        const float right = ui::measure_text(frame, hours, ui::TextSize::Small) + frame.px(kSpace3);
        const ui::Rect row{pen.rest.x, pen.rest.y, pen.rest.width, frame.px(kLineBody)};
        if (pen.draws) {
            ui::draw_text(
                frame,
                row,
                hours,
                {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Right});
        }
        pen.paragraph(course.title, {.hangs_opening = true}, 0, right);
        if (!course.remark.empty()) pen.paragraph(course.remark, small(pen), 0, right);
        pen.take(kSpace2);
    }
    pen.paragraph(words.format(Message::BasedOn, {words.of(push.source)}), small(pen));
}

void lay_under_way(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    const app::UnderWayView& test = *view.projection.under_way;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const app::DiagnosticPush& push = view.projection.push;
    std::string about = push.subject.empty() ? std::string() : stage_and_subject(words, push.stage, push.subject);
    add_part(words, about, words.format(Message::UnderWayBegun, {words.date(date_of(test.begun_at))}));
    add_part(words, about, mode_name(words, test.mode));
    pen.paragraph(about,
                  {.size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent},
                  kSpace1);
    pen.paragraph(words(Message::UnderWayTitle), kHead, kSpace1);
    const std::string answered = std::to_string(test.answered);
    pen.paragraph(test.likely_left == 0
                      ? words.format(Message::UnderWayComplete, {answered})
                      : words.format(Message::UnderWayText, {answered, std::to_string(test.likely_left)}),
                  {.colour = frame.theme.ink_2},
                  kSpace4);
    const ui::ButtonLook go_on{.label = words(Message::UnderWayGoOn),
                               .kind = ui::ButtonKind::Primary,
                               .route = kTakeRoute};
    const ui::ButtonLook again{.label = words(Message::UnderWayAgain)};
    const float height = ui::button_height(frame);
    if (pen.rest.width < frame.px(24)) {
        const ui::Rect first = ui::take_top(pen.rest, height, frame.px(kSpace2));
        const ui::Rect second = ui::take_top(pen.rest, height);
        if (!pen.draws) return;
        ui::button(frame, "go_on", first, go_on);
        view.ui.begins_anew = ui::button(frame, "again", second, again) || view.ui.begins_anew;
        return;
    }
    ui::Rect row = ui::take_top(pen.rest, height);
    if (!pen.draws) return;
    const float width = std::max(ui::button_width(frame, go_on), frame.px(8));
    ui::button(frame, "go_on", ui::take_left(row, width, frame.px(kSpace3)), go_on);
    if (ui::button(frame, "again", ui::take_left(row, ui::button_width(frame, again)), again)) {
        view.ui.begins_anew = true;
        frame.plane.request_focus(view.main);
        frame.request_frame();
    }
}

}  // namespace

void draw_carry_card(const DiagnosticScreen& view, ui::Rect& rest) {
    if (view.projection.push.carried.empty()) return;
    const ui::IdScope scope(view.frame(), "carry");
    lay_card(view, rest, [](DiagnosticPen& pen) { lay_carried(pen); });
}

void draw_under_way_card(const DiagnosticScreen& view, ui::Rect& rest) {
    const ui::IdScope scope(view.frame(), "under_way");
    lay_card(view, rest, [](DiagnosticPen& pen) { lay_under_way(pen); }, ui::CardKind::Push);
}

void draw_begin_page(const DiagnosticScreen& view) {
    ui::Frame& frame = view.frame();
    const ui::PageLayout layout = lay_out_diagnostic(view, {});
    ui::page_header(frame,
                    layout.header,
                    {.title = view.words()(Message::DiagnosticTitle), .note = view.screen.sample_chip()});
    ui::ScrollRegion region(frame, "begin", layout.content);
    ui::Rect rest{0, 0, region.width(), frame.px(400)};
    const bool begins = view.ui.begins_anew || !view.projection.under_way;
    if (!begins || rest.width < frame.px(kTwoColumnsFrom)) rest.width = std::min(rest.width, frame.px(kOneColumn));
    draw_carry_card(view, rest);
    draw_columns(view, rest, begins);
    region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
}

}  // namespace xueshi::views
