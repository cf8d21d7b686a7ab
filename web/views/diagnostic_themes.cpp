// Recommended themes: why each, how long at most, its courses; and what hands the chosen ones to the planner.
#include <algorithm>
#include <vector>

#include "web/ui/checks.h"
#include "web/ui/paint.h"
#include "web/views/diagnostic_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ThemeCourse;
using app::ThemeView;

constexpr float kCheck = 1.25f;
constexpr float kTag = 2.25f;
constexpr float kNarrowBelow = 21.0f;  // em inside the card
constexpr float kRowPad = 0.4375f;
constexpr float kRowLeast = 2.75f;
constexpr std::size_t kCoursesShown = 5;
constexpr ui::TextStyle kName{
    .spoken = ui::Spoken::Decorative, .keeps_two = true, .line_height_em = kRowLine1};

ui::TextStyle small(const ui::Frame& frame, ui::Spoken spoken = ui::Spoken::Text) {
    return {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .spoken = spoken};
}

std::string why_words(const locale::Locale& words, const ThemeView& theme) {
    if (theme.because.empty()) return std::string(theme.is_required ? words(Message::ThemeRequired) : std::string_view{});
    const app::ThemeReason& reason = theme.because.front();
    return words.format(reason.is_sure ? Message::ThemeGap : Message::ThemeGapLikely,
                        {words.of(reason.indicator), score_figure(reason.gap)});
}

std::string hours_words(const locale::Locale& words, const ThemeView& theme) {
    return words.format(Message::ThemeHours, {words.hours(theme.maximum_hours)});
}

std::string courses_words(const locale::Locale& words, const ThemeView& theme) {
    if (theme.courses.empty()) return std::string(words(Message::ThemeNoCourses));
    return words.format(Message::ThemeCourses, {std::to_string(theme.courses.size())});
}

// One theme's row: what chooses it at the left, what shows its courses at the right.
struct ThemeRow {
    DiagnosticPen& pen;
    const ThemeView& theme;
    bool is_narrow = false;
    std::string name, why, hours, courses;

    ThemeRow(DiagnosticPen& its_pen, const ThemeView& its_theme) : pen(its_pen), theme(its_theme) {
        const locale::Locale& words = pen.words();
        is_narrow = pen.rest.width < pen.frame().px(kNarrowBelow);
        name = words.of(theme.name);
        why = why_words(words, theme);
        hours = hours_words(words, theme);
        courses = courses_words(words, theme);
    }

    float right_width() const {
        const ui::Frame& frame = pen.frame();
        const float more = ui::measure_text(frame, courses, ui::TextSize::Small) + frame.px(kIconStatus + kSpace1);
        return std::max(more, is_narrow ? 0 : ui::measure_text(frame, hours, ui::TextSize::Small)) + 1;
    }
    float text_x() const {
        return pen.frame().px(kCheck + kSpace3 + (is_narrow ? 0 : kTag + kSpace3));
    }
    float text_width() const {
        return pen.rest.width - text_x() - right_width() - pen.frame().px(kSpace3);
    }
    float height() const {
        const ui::Frame& frame = pen.frame();
        float tall = ui::measure_paragraph(frame, text_width(), name, kName);
        if (!why.empty()) tall += ui::measure_paragraph(frame, text_width(), why, small(frame));
        if (is_narrow) tall += frame.px(kChipHeight);
        return std::max(tall + frame.px(2 * kRowPad), frame.px(kRowLeast));
    }
};

bool draw_choice(const ThemeRow& row, const ui::Rect& rect, bool is_on) {
    ui::Frame& frame = row.pen.frame();
    const std::string separator(row.pen.words()(Message::ListSeparator));
    std::string name = row.theme.code + " " + row.name;
    for (const std::string* more : {&row.why, &row.hours}) {
        if (!more->empty()) name += separator + *more;
    }
    const ui::NodeId node = frame.id("choose");
    const ui::Interaction state = frame.interact(node);
    frame.add_node(node, ui::Role::Checkbox, rect, {name, {}, {}}, is_on ? unsigned{ui::kChecked} : 0u);
    ui::Rect rest = rect;
    ui::paint_check(frame,
                    ui::take_left(rest, frame.px(kCheck), frame.px(kSpace3)),
                    is_on ? ui::CheckState::On : ui::CheckState::Off,
                    false,
                    state.hover);
    if (!row.is_narrow) {
        ui::code_tag(
            frame, ui::take_left(rest, frame.px(kTag), frame.px(kSpace3)), row.theme.code, kTag, ui::Spoken::Decorative);
    }
    rest.width = row.text_width();
    rest.y += frame.px(kRowPad);
    if (row.is_narrow) {
        ui::Rect line = ui::take_top(rest, frame.px(kChipHeight));
        ui::code_tag(
            frame, ui::take_left(line, frame.px(kTag), frame.px(kSpace2)), row.theme.code, kTag, ui::Spoken::Decorative);
        ui::draw_text(frame, line, row.hours, small(frame, ui::Spoken::Decorative));
    }
    ui::take_top(rest, ui::draw_paragraph(frame, rest, row.name, kName));
    if (!row.why.empty()) ui::draw_paragraph(frame, rest, row.why, small(frame, ui::Spoken::Decorative));
    frame.show_focus(node, rect, frame.px(kRadiusTag));
    return state.is_activated;
}

// The row's right end: the longest it takes, and how many courses there are, which opens them.
bool draw_opener(const ThemeRow& row, const ui::Rect& rect, bool is_open) {
    ui::Frame& frame = row.pen.frame();
    const bool is_empty = row.theme.courses.empty();
    const float line = frame.px(kLineSmall);
    ui::Rect rest = ui::centred(rect, rect.width, row.is_narrow ? line : 2 * line);
    if (!row.is_narrow) {
        ui::TextStyle style = small(frame, ui::Spoken::Decorative);
        style.align = ui::Align::Right;
        ui::draw_text(frame, ui::take_top(rest, line), row.hours, style);
    }
    if (is_empty) {
        ui::TextStyle style{.size = ui::TextSize::Small, .colour = frame.theme.ink_3, .align = ui::Align::Right};
        ui::draw_text(frame, rest, row.courses, style);
        return false;
    }
    const std::string name = row.pen.words().format(Message::ThemeCoursesOf,
                                                    {row.theme.code, std::to_string(row.theme.courses.size())});
    const ui::NodeId node = frame.id("courses");
    const ui::Interaction state = frame.interact(node);
    frame.add_node(node,
                   ui::Role::Button,
                   frame.target(rect),
                   {name, {}, {}},
                   unsigned{ui::kExpandable} | (is_open ? unsigned{ui::kExpanded} : 0u));
    const ui::Colour ink = ui::mixed(frame.theme.accent, frame.theme.accent_hover, state.hover);
    const ui::Rect sign = ui::take_right(rest, frame.px(kIconStatus), frame.px(kSpace1));
    ui::draw_icon(
        frame, sign, is_open ? ui::Icon::ChevronUp : ui::Icon::ChevronDown, frame.px(kIconStatus), ink);
    ui::draw_text(frame,
                  rest,
                  row.courses,
                  {.size = ui::TextSize::Small,
                   .colour = ink,
                   .align = ui::Align::Right,
                   .spoken = ui::Spoken::Decorative});
    frame.show_focus(node, rect, frame.px(kRadiusTag));
    return state.is_activated;
}

void add_course(const DiagnosticScreen& view, const ThemeCourse& course) {
    if (view.screen.status.edited_plan.empty()) {
        view.screen.actions.put(CreatePlan{std::string(view.words()(Message::ThemesPlanName))});
    }
    view.screen.actions.put(app::Command{plan::MarkCourseRun{{}, course.run, plan::PlanMark::Chosen}});
}

void lay_course(DiagnosticPen& pen, const ThemeCourse& course) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const ui::ButtonLook add{.label = words(Message::ThemeCourseAdd), .size = ui::ButtonSize::Small};
    const ui::ChipLook state{.text = words(course.is_held ? Message::ThemeCourseHeld : Message::ThemeCourseIn),
                             .meaning = ui::Meaning::Done,
                             .icon = ui::Icon::Check,
                             .align = ui::Align::Right};
    const bool is_offer = !course.is_held && !course.is_in_plan;
    const float right = (is_offer ? ui::button_width(frame, add) : ui::chip_width(frame, state)) + frame.px(kSpace3);
    const ui::TextStyle title{
        .size = ui::TextSize::Small, .hangs_opening = true, .keeps_two = true};
    const float text = ui::measure_paragraph(frame, pen.rest.width - right, course.title, title);
    const float height = std::max(text + frame.px(kLineSmall + kSpace2), frame.px(kTouchTarget));
    ui::Rect row = ui::take_top(pen.rest, height);
    if (!pen.draws) return;
    const ui::IdScope scope(frame, course.run.text);
    if (is_offer) {
        const std::string name = words.format(Message::AddNamed, {course.title});
        ui::ButtonLook look = add;
        look.name = name;
        const ui::Rect place = ui::right_middle(row, right - frame.px(kSpace3), frame.px(kButtonHeightSmall));
        if (ui::button(frame, "add", place, look)) add_course(pen.view, course);
    } else {
        ui::chip(frame, row, state);
    }
    ui::Rect words_place = row;
    words_place.width -= right;
    words_place.y += (height - text - frame.px(kLineSmall)) / 2;
    ui::take_top(words_place, ui::draw_paragraph(frame, words_place, course.title, title));
    words_place.height = frame.px(kLineSmall);
    ui::draw_text(frame,
                  words_place,
                  words.format(Message::ThemeCourseFacts, {words.hours(course.hours), words.price(course.fee_fen)}),
                  small(frame));
}

void lay_courses(DiagnosticPen& pen, const ThemeView& theme) {
    ui::Frame& frame = pen.frame();
    const float inset = frame.px(kCheck + kSpace3);
    pen.rest.x += inset;
    pen.rest.width -= inset;
    std::size_t shown = 0;
    for (const ThemeCourse& course : theme.courses) {
        if (shown++ == kCoursesShown) break;
        lay_course(pen, course);
    }
    if (theme.courses.size() > kCoursesShown) {
        const std::string more =
            pen.words().format(Message::ThemeCoursesMore, {std::to_string(theme.courses.size() - kCoursesShown)});
        const ui::LinkLook look{.label = more, .route = kCatalogueRoute, .has_chevron = true};
        const ui::Rect row = pen.take(kTouchTarget);
        if (pen.draws) ui::link(frame, "more", row, look);
    }
    pen.rest.x -= inset;
    pen.rest.width += inset;
}

void lay_theme(DiagnosticPen& pen, const ThemeView& theme, bool has_rule) {
    ui::Frame& frame = pen.frame();
    DiagnosticUiState& ui = pen.view.ui;
    const ThemeRow row(pen, theme);
    const ui::Rect place{pen.rest.x, pen.rest.y, pen.rest.width, row.height()};
    const bool is_open = ui.open_theme == theme.code;
    const ui::IdScope scope(frame, theme.code);
    if (pen.draws) {
        ui::Rect left = place;
        const ui::Rect right = ui::take_right(left, row.right_width(), frame.px(kSpace3));
        const bool is_on = is_chosen(pen.view, theme);
        if (draw_choice(row, left, is_on)) {
            ui.themes[theme.code] = !is_on;
            frame.request_frame();
        }
        if (draw_opener(row, right, is_open)) {
            ui.open_theme = is_open ? std::string() : theme.code;
            frame.request_frame();
        }
    }
    ui::take_top(pen.rest, place.height);
    if (is_open) lay_courses(pen, theme);
    if (has_rule && pen.draws) {
        ui::rule_horizontal(frame, pen.rest.x, pen.rest.right(), pen.rest.y, frame.theme.hairline);
    }
    pen.take(kStrokeHair);
}

enum class ThemeGroup : std::uint8_t { Required, Weak, Further };

ThemeGroup group_of(const ThemeView& theme) {
    if (theme.is_required) return ThemeGroup::Required;
    return theme.is_recommended ? ThemeGroup::Weak : ThemeGroup::Further;
}

void lay_group(DiagnosticPen& pen, ThemeGroup group) {
    constexpr Message kNames[] = {Message::ThemesRequired, Message::ThemesWeak, Message::ThemesFurther};
    std::vector<const ThemeView*> themes;
    for (const ThemeView& theme : pen.view.projection.themes) {
        if (group_of(theme) == group) themes.push_back(&theme);
    }
    if (themes.empty()) return;
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    ui::TextStyle head = small(frame, ui::Spoken::Heading3);
    pen.take(kSpace2);
    pen.paragraph(words(kNames[static_cast<std::size_t>(group)]), head);
    const auto lay_rows = [&] {
        for (const ThemeView* theme : themes) lay_theme(pen, *theme, theme != themes.back());
    };
    if (pen.draws) {
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(group));
        const ui::NodeScope rows(
            frame, "group", ui::Role::Group, pen.rest, words(kNames[static_cast<std::size_t>(group)]));
        lay_rows();
    } else {
        lay_rows();
    }
    if (group == ThemeGroup::Required) {
        pen.paragraph(
            words.format(Message::BasedOn, {words.of(pen.view.projection.required_source)}), small(frame), kSpace2);
    }
}

struct Chosen {
    std::vector<std::string> codes;
    DeciHours hours;
};

Chosen chosen_themes(const DiagnosticScreen& view) {
    Chosen chosen;
    for (const ThemeView& theme : view.projection.themes) {
        if (!is_chosen(view, theme)) continue;
        chosen.codes.push_back(theme.code);
        chosen.hours += theme.maximum_hours;
    }
    return chosen;
}

}  // namespace

bool is_chosen(const DiagnosticScreen& view, const ThemeView& theme) {
    const auto found = view.ui.themes.find(theme.code);
    return found != view.ui.themes.end() ? found->second : theme.is_required || theme.is_recommended;
}

void lay_themes(DiagnosticPen& pen) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const auto& themes = pen.view.projection.themes;
    const auto recommended = std::count_if(
        themes.begin(), themes.end(), [](const ThemeView& theme) { return theme.is_required || theme.is_recommended; });
    const std::string count = words.format(Message::ThemesCount, {std::to_string(recommended)});
    ui::Rect head = pen.take(kLineHead);
    if (pen.draws) {
        ui::card_head(frame,
                      "head",
                      head,
                      {.title = words(Message::ThemesTitle), .note = themes.empty() ? std::string_view{} : count});
    }
    if (themes.empty()) {
        pen.take(kSpace2);
        pen.remark(ui::Icon::CheckCircle, frame.theme.done, words(Message::ThemesNone), {}, kSpace2);
        return;
    }
    for (const ThemeGroup group : {ThemeGroup::Weak, ThemeGroup::Required, ThemeGroup::Further}) lay_group(pen, group);
}

float theme_actions_height(const ui::Frame& frame) { return frame.px(kSpace8 - kSpace1); }

void draw_theme_actions(const DiagnosticScreen& view, const ui::Rect& row) {
    ui::Frame& frame = view.frame();
    const locale::Locale& words = view.words();
    const Chosen chosen = chosen_themes(view);
    const ui::ButtonLook plan{.label = words(Message::ThemesPlan),
                              .kind = ui::ButtonKind::Primary,
                              .icon = frame.is_phone() ? ui::Icon::None : ui::Icon::Plan,
                              .is_disabled = chosen.codes.empty()};
    ui::Rect rest = row;
    const float width = std::min(ui::button_width(frame, plan), row.width * 0.54f);
    const ui::Rect place = ui::take_right(rest, width, frame.px(kSpace3));
    if (ui::button(frame, "plan", ui::centred(place, width, ui::button_height(frame)), plan)) {
        view.screen.actions.put(OpenRoute{std::string(kPlanRoute), false});
        view.screen.actions.put(PlanWithThemes{chosen.codes, std::string(words(Message::ThemesPlanName))});
    }
    ui::Rect text = ui::left_middle(rest, rest.width, frame.px(kLineBody + kLineSmall));
    const DeciHours needed = view.projection.programme_hours;
    ui::draw_text(frame,
                  ui::take_top(text, frame.px(kLineBody)),
                  words.format(Message::ThemesChosen, {std::to_string(chosen.codes.size())}));
    const bool is_enough = chosen.hours >= needed;
    const std::string enough = is_enough ? words.format(Message::ThemesEnough, {words.hours(needed)})
                                         : words.format(Message::ThemesShort,
                                                        {words.hours(chosen.hours),
                                                         words.hours(needed),
                                                         words.hours(needed - chosen.hours)});
    ui::draw_text(frame,
                  ui::take_top(text, frame.px(kLineSmall)),
                  enough,
                  {.size = ui::TextSize::Small, .colour = is_enough ? frame.theme.ink_2 : frame.theme.attn});
}

}  // namespace xueshi::views
