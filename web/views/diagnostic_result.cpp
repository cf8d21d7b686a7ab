// The page of the newest result: scores, advice, what was taken before, and the recommended themes beside them.
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/paint.h"
#include "web/ui/scroll_region.h"
#include "web/views/diagnostic_parts.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ResultView;

constexpr float kPanel = 26.0f;
constexpr float kPanelFrom = 70.0f;  // em of the viewport
constexpr float kHistoryRow = 3.25f;

bool has_panel(const ui::Frame& frame) {
    return frame.form == ui::FormFactor::Desktop && frame.viewport.width >= frame.px(kPanelFrom);
}

const ResultView& newest(const DiagnosticScreen& view) { return view.projection.results.front(); }

std::string items_words(const locale::Locale& words, const ResultView& result) {
    if (result.items() == 0) return {};
    return words.format(Message::ResultItems, {std::to_string(result.items())});
}

std::string about(const DiagnosticScreen& view) {
    const locale::Locale& words = view.words();
    const ResultView& result = newest(view);
    std::string text = stage_and_subject(words, result.stage, result.subject);
    add_part(words, text, result_when(words, result));
    add_part(words, text, items_words(words, result));
    return text;
}

void turn_comparison(const DiagnosticScreen& view) {
    view.ui.compares = !view.ui.compares;
    view.frame().request_frame();
}

ui::ButtonLook compare_look(const DiagnosticScreen& view) {
    return {.label = view.words()(view.ui.compares ? Message::ResultAlone : Message::ResultCompare),
            .icon = ui::Icon::Columns};
}

void draw_header(const DiagnosticScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.frame();
    ui::Rect rest = rect;
    if (!frame.is_phone() && earlier_result(view.projection) != nullptr) {
        const ui::ButtonLook look = compare_look(view);
        const ui::Rect place = ui::take_right(rest, ui::button_width(frame, look), frame.px(kSpace3));
        if (ui::button(frame, "compare", ui::centred(place, place.width, ui::button_height(frame)), look)) {
            turn_comparison(view);
        }
    }
    const ui::PageHeader header = ui::page_header(
        frame, rest, {.title = view.words()(Message::ResultTitle), .note = view.screen.sample_chip()});
    if (frame.is_phone()) return;
    ui::draw_text(frame, header.rest, about(view), {.colour = frame.theme.ink_2});
}

// Phone: what the header has no room for.
void draw_about(const DiagnosticScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.frame();
    ui::take_top(rest,
                 ui::draw_paragraph(frame, rest, about(view), {.colour = frame.theme.ink_2}),
                 card_gap(frame));
    if (earlier_result(view.projection) == nullptr) return;
    const ui::Rect row = ui::take_top(rest, ui::button_height(frame), card_gap(frame));
    if (ui::button(frame, "compare", row, compare_look(view))) turn_comparison(view);
}

// All dimensions of level I are so near each other that none of them stands out.
bool has_even_scores(const ResultView& result) {
    constexpr double kNear = 0.08;
    if (result.levels.empty() || result.levels.front().dimensions.empty()) return true;
    double least = 1, most = 0;
    for (const app::DimensionView& each : result.levels.front().dimensions) {
        least = std::min(least, each.score.share);
        most = std::max(most, each.score.share);
    }
    return most - least < kNear;
}

void lay_advice(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    pen.paragraph(words(Message::AdviceTitle),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2},
                  kSpace1);
    if (view.projection.advice) {
        const app::DiagnosticAdvice& advice = *view.projection.advice;
        const bool is_even = has_even_scores(newest(view));
        pen.paragraph(words.format(is_even ? Message::AdviceEven : Message::AdviceWeakest, {words.of(advice.weakest)}),
                      {.weight = ui::Weight::Bold});
        std::string text;
        const auto say = [&](std::string_view sentence) {
            // Sentences of other scripts stand apart by a space.
            if (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80) text += ' ';
            text += sentence;
        };
        if (!advice.is_weakest_sure) say(words(Message::AdviceUnsure));
        if (!is_even) {
            say(words.format(Message::AdviceStrongest, {words.of(advice.strongest)}));
        }
        say(words(Message::AdviceNext));
        if (advice.is_level_two_left_out && newest(view).has_interval) say(words(Message::AdviceOneLevel));
        pen.paragraph(text, {}, kSpace3);
    }
    const ResultView& result = newest(view);
    const std::string earlier = words.format(Message::ResultEarlier, {result.phase_title});
    pen.remark(ui::Icon::Info,
               frame.theme.ink_2,
               result.has_interval ? words(Message::ResultPriors) : std::string_view(earlier),
               {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

void lay_history_row(DiagnosticPen& pen, const ResultView& result, bool is_now) {
    const ui::Rect row = pen.take(kHistoryRow);
    if (!pen.draws) return;
    const locale::Locale& words = pen.words();
    std::string second = stage_and_subject(words, result.stage, result.subject);
    if (!result.id.empty()) add_part(words, second, mode_name(words, result.mode));
    add_part(words, second, items_words(words, result));
    ui::list_row(pen.frame(),
                 "result",
                 row,
                 {.title = result_when(words, result),
                  .second = second,
                  .chip = {.text = is_now ? words(Message::HistoryNow) : std::string_view{}},
                  .has_rule = false,
                  .is_static = true});
}

void lay_history(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const bool may_begin = !view.projection.under_way;
    ui::Rect head = pen.take(kLineHead, kSpace1);
    if (pen.draws) {
        const std::string_view again = may_begin ? pen.words()(Message::HistoryAgain) : std::string_view{};
        if (ui::card_head(
                frame, "again", head, {.title = pen.words()(Message::HistoryTitle), .link = {.label = again}})) {
            view.ui.begins_anew = true;
            frame.plane.request_focus(view.main);
            frame.request_frame();
        }
    }
    std::uint64_t index = 0;
    for (const ResultView& result : view.projection.results) {
        const ui::IdScope scope(frame, index);
        lay_history_row(pen, result, index++ == 0 && view.projection.results.size() > 1);
    }
}

void draw_panel(const DiagnosticScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.frame();
    const ui::NodeScope group(
        frame, "themes", ui::Role::Group, rect, view.words()(Message::ThemesTitle));
    ui::card(frame, rect);
    ui::Rect rest = ui::inset(rect, frame.px(kStrokeHair));
    const float pad = ui::card_pad(frame);
    if (!view.projection.themes.empty()) {
        const ui::Rect foot = ui::take_bottom(rest, theme_actions_height(frame) + 2 * frame.px(kSpace4));
        ui::rule_horizontal(frame, foot.x, foot.right(), foot.y, frame.theme.hairline);
        draw_theme_actions(view, ui::inset(foot, pad, frame.px(kSpace4)));
    }
    ui::ScrollRegion region(frame, "panel", rest);
    DiagnosticPen pen{view, {pad, pad, region.width() - 2 * pad, frame.px(1000)}, true};
    lay_themes(pen);
    region.end_at(pen.rest.y + frame.px(kSpace2));
}

void draw_themes_card(const DiagnosticScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.frame();
    const ui::IdScope scope(frame, "themes");
    lay_card(view, rest, [&](DiagnosticPen& pen) {
        lay_themes(pen);
        if (frame.is_phone() || view.projection.themes.empty()) return;
        pen.take(kSpace3);
        const ui::Rect row = ui::take_top(pen.rest, theme_actions_height(frame));
        if (pen.draws) draw_theme_actions(view, row);
    });
}

void draw_action_bar(const DiagnosticScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.frame();
    ui::fill(frame, {frame.viewport.x, rect.y, frame.viewport.width, rect.height}, frame.theme.surface);
    ui::rule_horizontal(frame, frame.viewport.x, frame.viewport.right(), rect.y, frame.theme.hairline);
    const ui::Rect row = ui::inset(rect, frame.px(kSpace4), 0);
    draw_theme_actions(view, ui::centred(row, row.width, theme_actions_height(frame)));
}

}  // namespace

void draw_advice_card(const DiagnosticScreen& view, ui::Rect& rest) {
    const ui::IdScope scope(view.frame(), "advice");
    lay_card(view, rest, [](DiagnosticPen& pen) { lay_advice(pen); });
}

void draw_history_card(const DiagnosticScreen& view, ui::Rect& rest) {
    if (view.projection.results.empty()) return;
    const ui::IdScope scope(view.frame(), "history");
    lay_card(view, rest, [](DiagnosticPen& pen) { lay_history(pen); });
}

void draw_result_page(const DiagnosticScreen& view) {
    ui::Frame& frame = view.frame();
    const bool is_phone = frame.is_phone();
    const bool has_list = has_panel(frame);
    const ui::PageLayout page = lay_out_diagnostic(
        view, {.detail_em = has_list ? kPanel : 0, .has_action_bar = is_phone});
    draw_header(view, page.header);
    {
        ui::ScrollRegion region(frame, "result", page.content);
        ui::Rect rest{0, 0, region.width(), frame.px(1000)};
        draw_device_note(view.screen, rest, true);
        if (is_phone) draw_about(view, rest);
        draw_carry_card(view, rest);
        draw_scores_card(view, rest);
        draw_advice_card(view, rest);
        if (!has_list) draw_themes_card(view, rest);
        draw_history_card(view, rest);
        region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
    }
    if (has_list) draw_panel(view, page.detail);
    if (is_phone) draw_action_bar(view, page.action_bar);
}

}  // namespace xueshi::views
