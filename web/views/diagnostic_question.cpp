// The questions, one a page, and the last page, where all are answered.
//
// Which one is shown is told by its item: an answer changed on the way may change what follows, never what is shown.
#include <algorithm>

#include "web/ui/checks.h"
#include "web/ui/scroll_region.h"
#include "web/ui/step_progress.h"
#include "web/views/diagnostic_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kColumn = 44.0f;  // em, the widest a question's column gets
constexpr float kOptionPointer = 3.5f;
constexpr float kOptionTouch = 4.5f;
constexpr float kOptionGap = 0.625f;
constexpr float kLowPage = 30.0f;  // em of height

struct QuestionPage {
    const DiagnosticScreen& view;
    const app::UnderWayView& test;
    std::size_t index = 0;  // questions.size(): the last page

    bool is_last_page() const { return index >= test.questions.size(); }
    const app::QuestionView& question() const { return test.questions[index]; }
    // As many as can be told.
    std::size_t total() const {
        const bool waits = !test.questions.empty() && !test.questions.back().response;
        const std::size_t answered = test.questions.size() - (waits ? 1 : 0);
        return std::max(test.questions.size(), answered + static_cast<std::size_t>(std::max(0, test.likely_left)));
    }
    std::size_t left() const { return is_last_page() ? 0 : total() - index - 1; }
};

bool is_complete(const app::UnderWayView& test) { return test.likely_left == 0; }

std::size_t shown_index(const DiagnosticUiState& ui, const app::UnderWayView& test) {
    const auto& questions = test.questions;
    if (ui.is_at_end && is_complete(test)) return questions.size();
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (!ui.item.empty() && questions[i].item_id == ui.item) return i;
    }
    if (is_complete(test) || questions.empty()) return questions.size();
    return questions.size() - 1;
}

void turn_to(const QuestionPage& page, std::size_t index) {
    DiagnosticUiState& ui = page.view.ui;
    ui.is_at_end = index >= page.test.questions.size();
    ui.item = ui.is_at_end ? std::string() : page.test.questions[index].item_id;
    page.view.frame().request_frame();
}

struct SafetyWords {
    Message words;
    ui::Icon icon;
    ui::Meaning meaning;
};

SafetyWords safety_of(const SyncStatus& sync) {
    if (sync.trouble != DeviceTrouble::None && sync.unconfirmed > 0) {
        return {Message::AnswersUnsaved, ui::Icon::Triangle, ui::Meaning::Attention};
    }
    if (sync.unsaved > 0) return {Message::AnswersSaving, ui::Icon::CloudWait, ui::Meaning::Wait};
    if (!sync.is_reachable) return {Message::AnswersOffline, ui::Icon::Offline, ui::Meaning::Wait};
    if (sync.unconfirmed > 0) return {Message::AnswersHere, ui::Icon::CloudWait, ui::Meaning::Wait};
    return {Message::AnswersSafe, ui::Icon::CloudCheck, ui::Meaning::Done};
}

void draw_top(const QuestionPage& page, ui::Rect row) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const ui::LinkLook leave{.label = view.words()(Message::QuestionLeave),
                             .route = kDiagnosticRoute,
                             .size = ui::TextSize::Body,
                             .icon = ui::Icon::ChevronLeft};
    ui::link(frame, "leave", ui::take_left(row, ui::link_width(frame, leave), frame.px(kSpace3)), leave);
    const SafetyWords safety = safety_of(view.screen.status.sync);
    const std::string_view words = view.words()(safety.words);
    const ui::Colour colour =
        safety.meaning == ui::Meaning::Attention ? frame.theme.attn : frame.theme.ink_2;
    const float width = std::min(ui::measure_text(frame, words, ui::TextSize::Small) + 1,
                                 row.width - frame.px(kIconStatus + kSpace1));
    ui::draw_text(
        frame, ui::take_right(row, width, frame.px(kSpace1)), words, {.size = ui::TextSize::Small, .colour = colour});
    ui::draw_icon(frame, ui::take_right(row, frame.px(kIconStatus)), safety.icon, frame.px(kIconStatus), colour);
}

// "第 9 题 大约还有 8 题 … 约 5 分钟" and the segments.
void draw_progress(const QuestionPage& page, ui::Rect& rest) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const locale::Locale& words = view.words();
    const auto left = static_cast<int>(page.left());
    const auto count = static_cast<int>(page.total());
    ui::Rect row = ui::take_top(rest, frame.px(kLineBody), frame.px(kSpace1));
    if (!page.is_last_page()) {
        const std::string minutes = words.format(Message::QuestionMinutes, {std::to_string(minutes_of(left + 1))});
        const float width = ui::measure_text(frame, minutes, ui::TextSize::Small) + 1;
        ui::draw_text(frame,
                      ui::take_right(row, width, frame.px(kSpace2)),
                      minutes,
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
        const std::string number = words.format(Message::QuestionNumber, {std::to_string(page.index + 1)});
        ui::take_left(row, ui::draw_text(frame, row, number, {.weight = ui::Weight::Bold}), frame.px(kSpace4));
        const std::string more = words.format(Message::QuestionLeft, {std::to_string(left)});
        ui::draw_text(frame,
                      row,
                      left == 0 ? words(Message::QuestionLast) : std::string_view(more),
                      {.colour = frame.theme.ink_2});
    } else {
        const std::string all = words.format(Message::ResultItems, {std::to_string(page.test.answered)});
        ui::draw_text(frame, row, all, {.weight = ui::Weight::Bold});
    }
    const std::string value = std::to_string(page.test.answered) + " / " + std::to_string(count);
    ui::step_progress(frame,
                      ui::take_top(rest, frame.px(0.375f), frame.px(kSpace5)),
                      {.done = static_cast<int>(page.test.answered),
                       .in_hand = page.is_last_page() ? -1 : static_cast<int>(page.index),
                       .count = count,
                       .name = words(Message::QuestionProgress),
                       .value = value});
}

void draw_options(const QuestionPage& page, ui::Rect& rest) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const app::QuestionView& question = page.question();
    const float least = frame.is_touch || frame.is_phone() ? kOptionTouch : kOptionPointer;
    float height = 0;
    for (const app::QuestionOption& option : question.options) {
        height += ui::answer_height(frame, rest.width, view.words().of(option.text), least) + frame.px(kOptionGap);
    }
    const ui::Rect all{rest.x, rest.y, rest.width, height};
    const ui::NodeScope group(frame, "options", ui::Role::Group, all, view.words()(Message::QuestionHint));
    for (const app::QuestionOption& option : question.options) {
        const std::string_view text = view.words().of(option.text);
        const bool is_chosen = question.response == option.credit;
        const ui::Rect place =
            ui::take_top(rest, ui::answer_height(frame, rest.width, text, least), frame.px(kOptionGap));
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(option.credit));
        if (!ui::answer(frame, "option", place, is_chosen, {.label = text}) || is_chosen) continue;
        view.ui.item = question.item_id;
        view.screen.actions.put(
            app::Command{diagnostic::AnswerItem{question.diagnostic_id, question.item_id, option.credit}});
    }
}

void draw_question(const QuestionPage& page, ui::Rect& rest) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const locale::Locale& words = view.words();
    const app::QuestionView& question = page.question();
    const app::DiagnosticPush& push = view.projection.push;
    ui::Rect line = ui::take_top(rest, frame.px(kChipHeight), frame.px(kSpace2));
    if (!view.screen.sample_chip().empty()) {
        const ui::ChipLook note{
            .text = view.screen.sample_chip(), .is_note = true, .align = ui::Align::Right};
        ui::take_right(line, ui::chip(frame, line, note), frame.px(kSpace3));
    }
    std::string about = push.subject.empty() ? std::string() : stage_and_subject(words, push.stage, push.subject);
    add_part(words, about, words.of(question.dimension));
    ui::draw_text(frame,
                  line,
                  about,
                  {.size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent});
    const float height = ui::draw_paragraph(frame,
                                            rest,
                                            words.of(question.text),
                                            {.size = ui::TextSize::Head,
                                             .weight = ui::Weight::Bold,
                                             .spoken = ui::Spoken::Heading1,
                                             .hangs_opening = true,
                                             .keeps_two = true});
    ui::take_top(rest, height, frame.px(kSpace5));
    draw_options(page, rest);
    const bool has_later = page.index + 1 < page.test.questions.size() && page.test.questions[page.index + 1].response;
    if (has_later) {
        ui::take_top(rest,
                     ui::draw_paragraph(frame,
                                        rest,
                                        words(Message::QuestionChange),
                                        {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                     frame.px(kSpace2));
    }
}

void draw_end(const QuestionPage& page, ui::Rect& rest) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const locale::Locale& words = view.words();
    const ui::Rect sign = ui::take_top(rest, frame.px(kSpace8), frame.px(kSpace2));
    ui::draw_icon(
        frame, {sign.x, sign.y, frame.px(2), sign.height}, ui::Icon::CheckCircle, frame.px(2.5f), frame.theme.done);
    DiagnosticPen pen{view, rest, true};
    pen.paragraph(words(Message::SummaryTitle),
                  {.size = ui::TextSize::Title, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading1},
                  kSpace2);
    pen.paragraph(words.format(Message::SummaryText, {std::to_string(page.test.answered)}), {}, kSpace3);
    pen.paragraph(
        words(Message::SummaryNote), {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}, kSpace3);
    rest = pen.rest;
}

void finish(const QuestionPage& page) {
    page.view.ui.compares = false;
    page.view.ui.begins_anew = false;
    page.view.ui.themes.clear();
    page.view.screen.actions.put(app::Command{diagnostic::FinishDiagnostic{page.test.id}});
    page.view.screen.actions.put(OpenRoute{std::string(kDiagnosticRoute), true});
}

ui::ButtonLook next_look(const QuestionPage& page) {
    const locale::Locale& words = page.view.words();
    if (page.is_last_page()) return {.label = words(Message::SummaryShow), .kind = ui::ButtonKind::Primary};
    const bool is_answered = page.question().response.has_value();
    const bool has_next = page.index + 1 < page.test.questions.size() || is_complete(page.test);
    return {.label = words(Message::QuestionNext),
            .kind = ui::ButtonKind::Primary,
            .is_disabled = !is_answered || !has_next,
            .description = is_answered ? std::string_view{} : words(Message::QuestionChoose)};
}

// Back at the left, on at the right; answers the room between them.
ui::Rect draw_buttons(const QuestionPage& page, ui::Rect row) {
    ui::Frame& frame = page.view.frame();
    const ui::ButtonLook back{.label = page.view.words()(Message::QuestionBack), .is_disabled = page.index == 0};
    const float back_width = std::min(std::max(ui::button_width(frame, back), row.width / 3), frame.px(8));
    if (ui::button(frame, "previous", ui::take_left(row, back_width, frame.px(kSpace3)), back)) {
        turn_to(page, page.index - 1);
    }
    const float next_width = frame.is_phone() ? std::min(row.width, frame.px(24)) : frame.px(14);
    const ui::Rect next = ui::take_right(row, next_width, frame.px(kSpace3));
    if (ui::button(frame, page.is_last_page() ? "finish" : "next", next, next_look(page))) {
        page.is_last_page() ? finish(page) : turn_to(page, page.index + 1);
    }
    return row;
}

// On phones across the page's edge, with the hint below the buttons; elsewhere a row with the hint in it.
void draw_foot(const QuestionPage& page, const ui::Rect& rect) {
    const DiagnosticScreen& view = page.view;
    ui::Frame& frame = view.frame();
    const bool is_low = frame.viewport.height < frame.px(kLowPage);
    if (frame.is_phone()) {
        ui::fill(frame, {frame.viewport.x, rect.y, frame.viewport.width, rect.height}, frame.theme.surface);
        ui::rule_horizontal(frame, frame.viewport.x, frame.viewport.right(), rect.y, frame.theme.hairline);
    } else {
        ui::rule_horizontal(frame, rect.x, rect.right(), rect.y, frame.theme.hairline);
    }
    ui::Rect rest = rect;
    ui::take_top(rest, frame.px(kSpace3));
    const ui::Rect between = draw_buttons(page, ui::take_top(rest, frame.px(kSpace8), frame.px(kSpace2)));
    if (page.is_last_page() || (frame.is_phone() && is_low)) return;
    ui::draw_text(frame,
                  frame.is_phone() ? ui::take_top(rest, frame.px(kLineSmall)) : between,
                  view.words()(Message::QuestionHint),
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .align = ui::Align::Centre,
                   .spoken = ui::Spoken::Decorative});
}

// One column in the middle, from the top of the page to the foot.
struct Places {
    ui::Rect top, body, foot;
};

Places places_of(const DiagnosticScreen& view) {
    ui::Frame& frame = view.frame();
    const ui::PageLayout layout = lay_out_screen(view.screen, {.has_navigation = !frame.is_phone()});
    ui::Rect column = layout.content;
    if (!frame.is_television()) {
        column.height += column.y - layout.header.y;
        column.y = layout.header.y;
    }
    if (frame.form == ui::FormFactor::Desktop) ui::take_bottom(column, frame.px(kSpace3));
    column.width = std::min(column.width, frame.px(kColumn));
    column.x += (layout.content.width - column.width) / 2;
    Places places;
    const float foot = diagnostic_foot(frame, DiagnosticPage::Question);
    places.foot = ui::take_bottom(column, foot);
    places.top = ui::take_top(column, frame.px(kTouchTarget), frame.px(kSpace2));
    places.body = column;
    return places;
}

}  // namespace

void draw_question_page(const DiagnosticScreen& view) {
    ui::Frame& frame = view.frame();
    const app::UnderWayView& test = *view.projection.under_way;
    const QuestionPage page{view, test, shown_index(view.ui, test)};
    const std::string name =
        page.is_last_page()
            ? std::string(view.words()(Message::SummaryTitle))
            : view.words().format(Message::QuestionPage,
                                  {std::to_string(page.index + 1), view.words().of(page.question().text)});
    const std::string key = page.is_last_page() ? test.id.text : page.question().item_id;
    // A page of its own: what had the focus on the last one is gone, and the new one is read out by its name.
    const ui::IdScope scope(frame, key);
    const ui::NodeScope main(frame, "question", ui::Role::Main, frame.viewport, name);
    if (view.ui.drawn_page != key) {
        view.ui.drawn_page = key;
        frame.plane.request_focus(main.id());
        if (!page.is_last_page()) {
            frame.plane.announce(page.left() == 0
                                     ? std::string(view.words()(Message::QuestionLast))
                                     : view.words().format(Message::QuestionLeft, {std::to_string(page.left())}));
        }
    }
    const Places places = places_of(view);
    draw_top(page, places.top);
    {
        ui::ScrollRegion region(frame, "page", places.body);
        ui::Rect rest{0, 0, region.width(), frame.px(400)};
        draw_progress(page, rest);
        if (page.is_last_page()) {
            draw_end(page, rest);
        } else {
            draw_question(page, rest);
        }
        region.end_at(rest.y + frame.px(kSpace2));
    }
    draw_foot(page, places.foot);
}

}  // namespace xueshi::views
