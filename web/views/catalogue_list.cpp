// The list of the catalogue: a table where there is room, rows of two lines elsewhere. Only rows
// near what is seen are drawn and registered, so that 5,000 cost what twenty do.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/content_hash.h"
#include "web/ui/list_row.h"
#include "web/ui/row_window.h"
#include "web/ui/state_page.h"
#include "web/ui/table.h"
#include "web/views/catalogue_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using catalogue::CourseRun;

constexpr float kPhoneRow = 5.25f;
constexpr float kAllColumnsFrom = 46.0f;  // em; below it kind and time are left to the detail
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;

enum Column : int { kTheme, kCourse, kKind, kHours, kFee, kTime, kFit };

void draw_kind(const Screen& screen, ui::Rect cell, const CourseRun& run) {
    ui::Frame& frame = screen.frame;
    const catalogue::CourseKind kind = catalogue::kind_of(run);
    const std::string_view words = screen.words.kind(kind);
    frame.add_node(frame.next_id(), ui::Role::Cell, cell, {words, {}, {}});
    if (!frame.is_visible(cell)) return;
    ui::colour_mark(frame,
                    ui::take_left(cell, frame.px(0.5f), frame.px(0.375f)),
                    category_colour(frame.theme, kind));
    ui::draw_text(
        frame, cell, words, {.size = ui::TextSize::Small, .spoken = ui::Spoken::Decorative});
}

void draw_time(const Screen& screen, ui::Rect cell, const CourseRun& run) {
    ui::Frame& frame = screen.frame;
    const std::string when = screen.words.when(run.opens, run.closes, run.sessions);
    frame.add_node(
        frame.next_id(), ui::Role::Cell, cell, {when, screen.words.delivery(run.delivery), {}});
    if (!frame.is_visible(cell)) return;
    ui::draw_icon(frame,
                  ui::take_left(cell, frame.px(kIconStatus), frame.px(kSpace1)),
                  delivery_icon(run.delivery),
                  frame.px(kIconStatus),
                  frame.theme.ink_2);
    ui::draw_text(frame,
                  cell,
                  when,
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .spoken = ui::Spoken::Decorative});
}

void draw_theme(const Screen& screen, const ui::Rect& cell, const CourseRun& run) {
    ui::Frame& frame = screen.frame;
    frame.add_node(frame.next_id(), ui::Role::Cell, cell, {run.theme, {}, {}});
    if (run.theme.empty() || !frame.is_visible(cell)) return;
    ui::code_tag(frame, cell, run.theme, 2.25f, ui::Spoken::Decorative);
}

// The fit as words, and as a button where pressing it changes the draft.
void draw_fit(const CatalogueScreen& view, const ui::Rect& cell, const CourseRun& run) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const app::RunFit fit = view.catalogue.fit.of(run);
    const FitLook look = look_of(fit);
    const std::string_view words = screen.words.fit(fit);
    const bool acts = look.acts && view.catalogue.has_duty;
    float hover = 0;
    if (acts) {
        const Message name = fit == app::RunFit::InPlan ? Message::RemoveNamed : Message::AddNamed;
        const ui::Rect target =
            ui::centred(cell, cell.width + frame.px(kSpace2), frame.px(kButtonHeightSmall));
        const Pressable control =
            pressable(frame, "turn", target, screen.words.format(name, {run.title}));
        if (control.is_activated) turn_run(view, run.id, fit);
        hover = control.hover;
        if (hover > 0 && frame.is_visible(cell)) {
            ui::fill(frame,
                     ui::expanded(target, 0),
                     ui::faded(frame.theme.accent, 0.08f * hover),
                     frame.px(kRadiusControl));
        }
    }
    if (!view.catalogue.has_duty) return;
    if (!acts) frame.add_node(frame.next_id(), ui::Role::Cell, cell, {words, {}, {}});
    if (!frame.is_visible(cell)) return;
    ui::status(frame,
               cell,
               {.text = words,
                .meaning = look.meaning,
                .icon = look.icon,
                .spoken = ui::Spoken::Decorative});
}

// All that a row shows (ui/drawn_blocks.h).
ui::ContentHash row_content(const CatalogueScreen& view, const CourseRun& run) {
    ui::ContentHash hash;
    hash.add(view.ui.hits.version()).text(view.screen.words.tag()).add(view.catalogue.fit.of(run));
    return hash.add(run.id == view.opened).add(view.catalogue.has_duty);
}

void draw_table_row(const CatalogueScreen& view,
                    ui::Table& table,
                    int index,
                    bool has_all_columns) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const CourseRun& run = *view.ui.hits.hits()[static_cast<std::size_t>(index)].run;
    const bool is_selected = run.id == view.opened;
    const std::uint64_t content = row_content(view, run).add(has_all_columns).value();
    const std::uint64_t key = ui::node_id(run.id.text);
    if (table.put_row(index, key, content)) return;
    ui::TableRow row(
        table, index, key, {.name = run.title, .is_selected = is_selected, .content = content});
    if (row.is_activated()) open_run(view, run.id);
    draw_theme(screen, row.cell(kTheme), run);
    row.text(kCourse,
             run.title,
             {.weight = is_selected ? ui::Weight::Bold : ui::Weight::Regular,
              .hangs_opening = true,
              .hits = row.is_visible() ? view.ui.hits.highlights(run)
                                       : std::span<const ui::ByteRange>{}});
    int column = kKind;
    if (has_all_columns) draw_kind(screen, row.cell(column++), run);
    row.text(column++, screen.words.hours(run.hours), {.is_tabular = true});
    row.text(column++,
             screen.words.price(run.fee_fen),
             {.colour = frame.theme.ink_2, .is_tabular = true});
    if (has_all_columns) draw_time(screen, row.cell(column++), run);
    draw_fit(view, row.cell(column), run);
}

// What fits a phone's line of `room` px: where, how much, at what price, and the days of what is
// taught at set times.
std::string second_line(const Screen& screen, const CourseRun& run, float room) {
    const locale::Locale& words = screen.words;
    const std::string_view dot = words(Message::Separator);
    const bool is_it = run.it_part != catalogue::ItPart::None;
    std::string line(is_it ? words(Message::KindItShort) : words.kind(catalogue::kind_of(run)));
    if (!run.theme.empty()) (line += ' ') += run.theme;
    (line += dot) += words.hours_with_unit(run.hours);
    (line += dot) += words.price(run.fee_fen);
    std::string longer = line;
    (longer += dot) += words.delivery(run.delivery);
    if (!run.sessions.empty()) (longer += ' ') += words.when(run.opens, run.closes, run.sessions);
    const bool fits = ui::measure_text(screen.frame, longer, ui::TextSize::Small) <= room;
    return fits || !run.sessions.empty() ? longer : line;
}

void draw_row_action(const CatalogueScreen& view, const ui::Rect& place, const CourseRun& run) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    if (!view.catalogue.has_duty) return;
    const app::RunFit fit = view.catalogue.fit.of(run);
    const FitLook look = look_of(fit);
    if (fit == app::RunFit::Fits) {
        const float side = ui::button_height(frame);
        const std::string name = screen.words.format(Message::AddNamed, {run.title});
        if (ui::button(frame,
                       "turn",
                       ui::right_middle(place, side, side),
                       {.icon = ui::Icon::Plus, .name = name})) {
            turn_run(view, run.id, fit);
        }
        return;
    }
    if (look.acts) {
        const Pressable control =
            pressable(frame,
                      "turn",
                      ui::right_middle(place, place.width, frame.px(kTouchTarget)),
                      screen.words.format(Message::RemoveNamed, {run.title}));
        if (control.is_activated) turn_run(view, run.id, fit);
    }
    ui::status(frame,
               place,
               {.text = screen.words.fit(fit),
                .meaning = look.meaning,
                .icon = look.icon,
                .align = ui::Align::Right,
                .spoken = look.acts ? ui::Spoken::Decorative : ui::Spoken::Text});
}

void draw_list_row(const CatalogueScreen& view, const ui::Rect& rect, int index) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const CourseRun& run = *view.ui.hits.hits()[static_cast<std::size_t>(index)].run;
    const ui::IdScope scope(frame, std::uint64_t{ui::node_id(run.id.text)});
    ui::Node item;
    item.id = frame.id("item");
    const std::uint64_t content = row_content(view, run).add(index).add(rect.width).value();
    if (frame.put_again(item.id, content, rect)) return;
    const ui::BlockScope block(frame, item.id, content, rect);
    item.role = ui::Role::ListItem;
    item.rect = rect;
    item.row_index = index + 1;
    frame.plane.open(std::move(item));
    // A button takes less room than words.
    const app::RunFit fit = view.catalogue.fit.of(run);
    const FitLook look = look_of(fit);
    const ui::StatusLook status{
        .text = screen.words.fit(fit), .meaning = look.meaning, .icon = look.icon};
    const float action_em = fit == app::RunFit::Fits
                                ? kTouchTarget
                                : std::max(5.0f, ui::status_width(frame, status) / frame.em);
    const float right_em = view.catalogue.has_duty ? action_em + kSpace2 : 0;
    const float mark_em = kSpace3 + kSpace1;
    const std::string second = second_line(screen, run, rect.width - frame.px(right_em + mark_em));
    const bool is_seen = frame.is_visible(rect);
    if (ui::list_row(
            frame,
            "open",
            rect,
            {.title = run.title,
             .second = second,
             .mark = category_colour(frame.theme, catalogue::kind_of(run)),
             .hits = is_seen ? view.ui.hits.highlights(run) : std::span<const ui::ByteRange>{},
             .is_selected = run.id == view.opened,
             .right_em = right_em})) {
        open_run(view, run.id);
    }
    ui::Rect action = rect;
    draw_row_action(view, ui::take_right(action, frame.px(action_em)), run);
    frame.plane.close();
}

// Columns as wide as the language's words want. Measured when the language or the size of type is another.
const CatalogueUiState::ColumnWidths& column_widths(const CatalogueScreen& view) {
    const ui::Frame& frame = view.screen.frame;
    const locale::Locale& words = view.screen.words;
    CatalogueUiState::ColumnWidths& widths = view.ui.widths;
    const std::uint64_t made_for =
        ui::ContentHash().text(words.tag()).add(frame.em).add(frame.device_pixel).value();
    if (widths.made_for == made_for) return widths;
    widths = {.made_for = made_for};
    const auto grow = [&](float& width_em, float needed) {
        width_em = std::max(width_em, needed / frame.em + 0.125f);
    };
    grow(widths.theme, ui::measure_text(frame, words(Message::ColumnTheme), ui::TextSize::Small));
    const CivilDate wide = make_date(2017, 5, 28).value_or(CivilDate{});
    grow(
        widths.time,
        frame.px(kIconStatus + kSpace1) +
            ui::measure_text(frame, words.short_range(wide, {wide.days + 1}), ui::TextSize::Small));
    for (int i = 0; i <= static_cast<int>(app::RunFit::Fits); ++i) {
        const auto fit = static_cast<app::RunFit>(i);
        const FitLook look = look_of(fit);
        grow(widths.fit,
             ui::status_width(
                 frame, {.text = words.fit(fit), .meaning = look.meaning, .icon = look.icon}));
    }
    return widths;
}

// The glyphs of all titles, a few a frame while the list rests: scrolling has no time to make them.
void warm_titles(const CatalogueScreen& view) {
    constexpr int kGlyphs = 24;
    constexpr std::size_t kTitles = 400;
    ui::Frame& frame = view.screen.frame;
    CatalogueUiState::Warmth& warmth = view.ui.warmth;
    const float size = ui::type_size(frame, ui::TextSize::Body) / frame.device_pixel;
    if (warmth.hits != view.ui.hits.version() || warmth.size != size) {
        warmth = {.hits = view.ui.hits.version(), .size = size};
    }
    const auto hits = view.ui.hits.hits();
    const std::size_t end = std::min(hits.size(), warmth.titles + kTitles);
    for (int made = 0; warmth.titles < end && made < kGlyphs; ++warmth.titles) {
        made += ui::warm_text(frame, hits[warmth.titles].run->title, ui::TextSize::Body);
    }
    if (warmth.titles < hits.size()) frame.request_frame();
}

}  // namespace

void draw_course_table(const CatalogueScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::card(frame, rect);
    const int count = static_cast<int>(view.ui.hits.hits().size());
    const std::string found = screen.words.format(
        view.ui.question.typed.empty() ? Message::FoundCount : Message::FoundSorted,
        {screen.words.number(count)});
    frame.add_node(frame.id("found"),
                   ui::Role::Status,
                   {rect.x, rect.y, rect.width, frame.px(2.375f)},
                   {found, {}, {}});
    std::string course(screen.words(Message::ColumnCourse));
    (course += "  ") += found;
    const bool has_all = rect.width >= frame.px(kAllColumnsFrom);
    const CatalogueUiState::ColumnWidths& widths = column_widths(view);
    const ui::TableColumn theme{.title = screen.words(Message::ColumnTheme),
                                .width_em = widths.theme};
    const ui::TableColumn title{.title = course};
    const ui::TableColumn kind{.title = screen.words(Message::ColumnKind), .width_em = 6.75f};
    const ui::TableColumn hours{
        .title = screen.words(Message::ColumnHours), .width_em = 2.5f, .align = ui::Align::Right};
    const ui::TableColumn fee{
        .title = screen.words(Message::ColumnFee), .width_em = 3.5f, .align = ui::Align::Right};
    const ui::TableColumn time{.title = screen.words(Message::ColumnTime), .width_em = widths.time};
    const ui::TableColumn fit{.title = screen.words(Message::ColumnFit), .width_em = widths.fit};
    const ui::TableColumn all[] = {theme, title, kind, hours, fee, time, fit};
    const ui::TableColumn few[] = {theme, title, hours, fee, fit};
    const std::span<const ui::TableColumn> columns =
        has_all ? std::span<const ui::TableColumn>(all) : std::span<const ui::TableColumn>(few);
    const ui::Rect inside = ui::inset(rect, frame.px(kStrokeHair));
    ui::Table table(frame,
                    "courses",
                    inside,
                    columns,
                    {.name = screen.words(Message::CatalogueName), .row_count = count});
    if (view.ui.hits.take_changed_question()) table.scroll_to(0);
    for (int i = table.first(); i < table.last(); ++i) draw_table_row(view, table, i, has_all);
    if (!table.is_scrolling()) warm_titles(view);
}

void draw_course_rows(const CatalogueScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.screen.frame;
    const int count = static_cast<int>(view.ui.hits.hits().size());
    const float height = frame.px(kPhoneRow);
    ui::ScrollRegion region(frame,
                            "courses",
                            rect,
                            height * static_cast<float>(count),
                            view.screen.words(Message::CatalogueName));
    if (view.ui.hits.take_changed_question()) frame.plane.set_scroll_offset(region.id(), 0);
    const ui::NodeScope list(frame,
                             "list",
                             ui::Role::List,
                             {0, 0, region.width(), height * static_cast<float>(count)},
                             view.screen.words(Message::CatalogueName));
    const ui::RowWindow rows(frame, region, list.id(), height, count);
    for (int i = rows.first(); i < rows.last(); ++i) {
        draw_list_row(view, {0, height * static_cast<float>(i), region.width(), height}, i);
    }
    if (!rows.is_scrolling()) warm_titles(view);
}

void draw_nothing_found(const CatalogueScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    CatalogueQuestion& question = view.ui.question;
    const bool is_filtered = question.filter.active_count() > 0 || question.only_fitting;
    const ui::Rect place{rect.x,
                         rect.y,
                         std::min(rect.width, frame.px(kEmptyWidth)),
                         std::min(rect.height, frame.px(kEmptyHeight))};
    const auto action =
        ui::state_page(frame,
                       "nothing",
                       place,
                       {.drawing = ui::Drawing::Empty,
                        .title = screen.words(Message::NothingFoundTitle),
                        .text = screen.words(Message::NothingFoundText),
                        .safe = view.catalogue.has_duty ? screen.words(Message::NothingFoundSafe)
                                                        : std::string_view{},
                        .primary = screen.words(is_filtered ? Message::NothingFoundClear
                                                            : Message::NothingFoundClearSearch),
                        .secondary = is_filtered && !question.typed.empty()
                                         ? screen.words(Message::NothingFoundClearSearch)
                                         : std::string_view{}});
    if (action == ui::StatePageAction::None) return;
    if (is_filtered && action == ui::StatePageAction::Primary) {
        clear_filters(view.ui);
    } else {
        question.typed.clear();
    }
}

}  // namespace xueshi::views
