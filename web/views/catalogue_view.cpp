#include "web/views/catalogue_view.h"

#include "web/ui/button.h"
#include "web/ui/checks.h"
#include "web/ui/content_hash.h"
#include "web/ui/field.h"
#include "web/ui/page_header.h"
#include "web/ui/state_page.h"
#include "web/views/catalogue_parts.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kSearchWidth = 26.0f;
constexpr float kDetail = 19.0f;
constexpr float kTableFrom = 34.0f;  // em of content; below it rows of two lines

void draw_search(const CatalogueScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    std::string& typed = view.ui.question.typed;
    const auto& hits = view.ui.hits.hits();
    std::string_view understood;
    if (!typed.empty() && !hits.empty()) {
        switch (hits.front().kind) {
            case catalogue::MatchKind::Characters:
                break;
            case catalogue::MatchKind::Pinyin:
                understood = screen.words(Message::SearchByPinyin);
                break;
            case catalogue::MatchKind::Initials:
                understood = screen.words(Message::SearchByInitials);
                break;
            case catalogue::MatchKind::Misspelt:
                understood = screen.words(Message::SearchForgiven);
                break;
        }
    }
    const ui::FieldOutcome outcome =
        ui::field(screen.frame,
                  "search",
                  rect,
                  {.name = screen.words(Message::SearchName),
                   .value = typed,
                   .placeholder = screen.words(Message::SearchPlaceholder),
                   .note = screen.frame.is_phone() ? std::string_view{} : understood,
                   .role = ui::Role::SearchField,
                   .icon = ui::Icon::Search,
                   .action = typed.empty() ? ui::Icon::None : ui::Icon::Cross,
                   .action_name = screen.words(Message::SearchClear),
                   .max_length = 60});
    if (outcome.changed != nullptr) typed = *outcome.changed;
    if (outcome.is_action) typed.clear();
}

void draw_wide_header(const CatalogueScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::Rect rest = rect;
    if (view.catalogue.has_duty) {
        const std::string label =
            view.catalogue.draft_runs == 0
                ? std::string(screen.words(Message::MySelectionNone))
                : screen.words.format(
                      Message::MySelection,
                      {screen.words.number(static_cast<std::int64_t>(view.catalogue.draft_runs))});
        const ui::ButtonLook look{.label = label, .icon = ui::Icon::Plan, .route = kPlanRoute};
        const ui::Rect column =
            ui::take_right(rest, ui::button_width(frame, look), frame.px(kSpace4));
        ui::button(
            frame, "selection", ui::centred(column, column.width, ui::button_height(frame)), look);
    }
    // Its texts are numbered by themselves: what is put down again with its block is not counted.
    const ui::PageHeader header = [&] {
        const ui::IdScope scope(frame, "header");
        return ui::page_header(frame, rest, {.title = screen.words(Message::CatalogueTitle), .note = screen.sample_chip()});
    }();
    const float width = std::min(frame.px(kSearchWidth), header.rest.width);
    // In the middle of the page where there is room, as a place of its own.
    const float middle = rect.x + (rect.width - width) / 2;
    const float x = std::clamp(middle, header.rest.x, header.rest.right() - width);
    draw_search(
        view,
        {x, rect.y + (rect.height - frame.px(kFieldHeight)) / 2, width, frame.px(kFieldHeight)});
}

void draw_fitting_toggle(const CatalogueScreen& view, ui::Rect& row) {
    if (!view.catalogue.has_duty) return;
    ui::Frame& frame = view.screen.frame;
    const std::string_view label = view.screen.words(Message::FilterFits);
    const float width = ui::measure_text(frame, label) + frame.px(2.5f + kSpace2);
    const ui::Rect place = ui::take_right(row, width, frame.px(kSpace4));
    bool& is_on = view.ui.question.only_fitting;
    if (ui::toggle(frame,
                   "fitting",
                   {place.x, place.y, place.width, frame.px(kFilterHeight)},
                   is_on,
                   {.label = label})) {
        is_on = !is_on;
    }
}

void draw_list(const CatalogueScreen& view, const ui::Rect& rect) {
    if (view.catalogue.catalogue->runs().empty()) {
        ui::state_page(view.screen.frame,
                       "empty",
                       rect,
                       {.drawing = ui::Drawing::Empty,
                        .title = view.screen.words(Message::CatalogueEmptyTitle),
                        .text = view.screen.words(Message::CatalogueEmptyText)});
        return;
    }
    if (view.ui.hits.hits().empty()) return draw_nothing_found(view, rect);
    if (!view.screen.frame.is_phone() && rect.width >= view.screen.frame.px(kTableFrom)) {
        draw_course_table(view, rect);
    } else {
        draw_course_rows(view, rect);
    }
}

// Everything above the list: a block, for it stays as it is while the list is scrolled.
void draw_wide_head(const CatalogueScreen& view, const ui::PageLayout& page) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::ContentHash content;
    content.add(view.ui.hits.version()).add(view.ui.open_menu).add(view.catalogue.has_duty);
    content.add(view.catalogue.draft_runs).add(date_of(screen.status.now).days);
    content.text(screen.words(Message::CatalogueTitle)).text(screen.sample_chip());
    content.add(page.content.width);
    const ui::NodeId id = frame.id("head");
    if (frame.put_again(id, content.value(), page.header)) return;
    const ui::BlockScope block(frame, id, content.value(), page.header);
    draw_wide_header(view, page.header);
    ui::Rect row = page.content;
    draw_fitting_toggle(view, row);
    view.ui.filters_height = std::max(draw_filter_pills(view, row), frame.px(kFilterHeight));
}

void draw_wide(const CatalogueScreen& view) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const bool has_panel = !view.opened.empty();
    const ui::PageLayout page =
        ui::lay_out_page(frame.viewport, frame.em, frame.form, {.detail_em = 0});
    draw_wide_head(view, page);
    ui::Rect content = page.content;
    ui::take_top(content, view.ui.filters_height, frame.px(kGapCardsY));
    draw_device_note(screen, content, true);
    if (has_panel) {
        draw_course_panel(view, ui::take_right(content, frame.px(kDetail), frame.px(kGapCardsX)));
    }
    draw_list(view, content);
}

void draw_narrow(const CatalogueScreen& view) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::PageLayout page = lay_out_screen(screen, {});
    frame.add_node(frame.id("title"),
                   ui::Role::Heading,
                   page.header,
                   {screen.words(Message::CatalogueTitle), "1", {}});
    draw_search(view, ui::centred(page.header, page.header.width, frame.px(kFieldHeight)));
    ui::Rect content = page.content;
    draw_device_note(screen, content, true);
    ui::take_top(content, draw_filter_pills(view, content), frame.px(kSpace2));
    ui::Rect row = ui::take_top(content, frame.px(kChipHeight), frame.px(kSpace1));
    if (screen.status.is_sample) {
        const ui::ChipLook chip{
            .text = screen.sample_chip(), .is_note = true, .align = ui::Align::Right};
        ui::take_right(row, ui::chip(frame, row, chip), frame.px(kSpace2));
    }
    const std::string found = screen.words.format(
        view.ui.question.typed.empty() ? Message::FoundCount : Message::FoundSorted,
        {screen.words.number(static_cast<std::int64_t>(view.ui.hits.hits().size()))});
    frame.add_node(frame.id("found"), ui::Role::Status, row, {found, {}, {}});
    ui::draw_text(frame,
                  row,
                  found,
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .spoken = ui::Spoken::Decorative});
    draw_list(view, content);
}

}  // namespace

FitLook look_of(app::RunFit fit) {
    switch (fit) {
        case app::RunFit::Fits:
            return {ui::Meaning::Done, ui::Icon::Plus, true};
        case app::RunFit::InPlan:
            return {ui::Meaning::Accent, ui::Icon::Check, true};
        case app::RunFit::Held:
            return {ui::Meaning::Accent, ui::Icon::CheckCircle, false};
        case app::RunFit::CourseInPlan:
        case app::RunFit::Clashes:
        case app::RunFit::OverFee:
        case app::RunFit::OverHours:
            return {ui::Meaning::Attention, ui::Icon::None, false};
        default:
            return {ui::Meaning::Neutral, ui::Icon::Info, false};
    }
}

void turn_run(const CatalogueScreen& view, const CourseRunId& run, app::RunFit fit) {
    const Screen& screen = view.screen;
    if (view.catalogue.edited.empty()) {
        screen.actions.put(CreatePlan{std::string(screen.words(Message::PlanFirstName))});
    }
    const bool is_in_plan = fit == app::RunFit::InPlan;
    screen.actions.put(app::Command{
        plan::MarkCourseRun{{}, run, is_in_plan ? plan::PlanMark::None : plan::PlanMark::Chosen}});
}

void open_run(const CatalogueScreen& view, const CourseRunId& run) {
    view.ui.came_from_list = true;
    const bool replaces = !view.screen.frame.is_phone() && !view.opened.empty();
    view.screen.actions.put(OpenRoute{route_of_run(run), replaces});
}

void draw_catalogue(const Screen& screen,
                    const app::CatalogueProjection& catalogue,
                    CatalogueUiState& ui,
                    const CourseRunId& opened) {
    if (!ui.has_own_defaults && catalogue.has_duty) {
        ui.has_own_defaults = true;
        ui.question.filter.stage = catalogue.own_stage;
        ui.question.filter.subject = catalogue.own_subject;
    }
    ui.hits.refresh(catalogue, ui.question);
    const CatalogueScreen view{screen, catalogue, ui, opened};
    {
        const ui::NodeScope main(screen.frame,
                                 "catalogue",
                                 ui::Role::Main,
                                 screen.frame.viewport,
                                 screen.words(Message::CatalogueTitle));
        if (!screen.frame.is_phone()) {
            draw_wide(view);
        } else if (!opened.empty()) {
            draw_course_page(view);
        } else {
            draw_narrow(view);
        }
    }
    draw_filter_menu(view);
}

}  // namespace xueshi::views
