#include "web/views/plan_view.h"

#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/chip.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/segmented.h"
#include "web/ui/state_page.h"
#include "web/views/plan_parts.h"
#include "web/views/requirements_view.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kPanel = 21.5f;
constexpr float kPanelFrom =
    72.0f;  // em of viewport; below it the settings are a card of the column
constexpr std::size_t kMostSegments = 6;

bool has_panel(const ui::Frame& frame) {
    return !frame.is_phone() && frame.viewport.width >= frame.px(kPanelFrom);
}

// The drafts as segments where they fit, else the current one as a button that opens a menu of
// them.
void draw_drafts(const PlanScreen& view, const ui::Rect& rect) {
    const app::PlanProjection& plan = view.plan;
    if (plan.tabs.empty()) return;
    ui::Frame& frame = view.screen.frame;
    const std::string_view new_name = view.screen.words(Message::PlanNewName);
    std::array<ui::Segment, kMostSegments> segments;
    const bool may_fit = plan.tabs.size() < kMostSegments;
    std::size_t count = 0;
    int selected = -1;
    for (const app::PlanTab& tab : plan.tabs) {
        if (!may_fit) break;
        if (tab.id == plan.edited) selected = static_cast<int>(count);
        segments[count++] = {.label = tab.name,
                             .icon = tab.is_contested ? ui::Icon::Triangle : ui::Icon::None};
    }
    segments[count++] = {.name = new_name, .icon = ui::Icon::Plus};
    const std::span<const ui::Segment> shown(segments.data(), count);
    const float width = ui::segmented_width(frame, shown);
    const float height = ui::segmented_height(frame);
    if (may_fit && width <= rect.width) {
        const int chosen =
            ui::segmented(frame,
                          "drafts",
                          ui::left_middle(rect, width, height),
                          shown,
                          {.name = view.screen.words(Message::PlanTabs), .selected = selected});
        if (chosen < 0) return;
        const auto index = static_cast<std::size_t>(chosen);
        if (index < plan.tabs.size()) {
            view.screen.actions.put(EditPlan{plan.tabs[index].id});
        } else {
            create_plan(view);
        }
        return;
    }
    const ui::ButtonLook look{.label = plan.edited_name,
                              .icon = ui::Icon::ChevronDown,
                              .has_popup = true,
                              .is_expanded = view.ui.menu == PlanMenu::Drafts,
                              .description = view.screen.words(Message::PlanChoose)};
    const ui::Rect place =
        ui::left_middle(rect, std::min(rect.width, ui::button_width(frame, look)), height);
    if (ui::button(frame, "drafts", place, look)) open_menu(view, PlanMenu::Drafts, place);
}

// Icon buttons from the right end of `rest`: manage, redo, undo. On phones the last two are in the
// menu.
void draw_tools(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    const Status& status = view.screen.status;
    const float side = ui::button_height(frame);
    const auto tool = [&](std::string_view id, ui::Icon icon, std::string_view name, bool is_disabled) {
        const ui::Rect place = ui::take_right(rest, side, frame.px(kSpace2));
        const ui::Rect square = ui::centred(place, side, side);
        const bool is_pressed = ui::button(
            frame,
            id,
            square,
            {.kind = frame.is_phone() ? ui::ButtonKind::Quiet : ui::ButtonKind::Secondary,
             .icon = icon,
             .is_disabled = is_disabled,
             .name = name});
        if (is_pressed && icon == ui::Icon::Dots) open_menu(view, PlanMenu::Manage, square);
        return is_pressed;
    };
    // Where no draft is left, undo brings one back.
    const bool has_steps = frame.is_phone() && (status.can_undo || status.can_redo);
    if (!view.plan.edited.empty() || has_steps) tool("manage", ui::Icon::Dots, view.screen.words(Message::MoreActions), false);
    if (frame.is_phone()) return;
    if (tool("redo", ui::Icon::Redo, redo_words(view.screen), !status.can_redo))
        view.screen.actions.put(Redo{});
    if (tool("undo", ui::Icon::Undo, undo_words(view.screen), !status.can_undo))
        view.screen.actions.put(Undo{});
}

// Leads to the comparison; on phones as an icon beside the others.
void draw_compare_button(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    if (view.plan.edited.empty()) return;
    const std::string_view label = view.screen.words(Message::Compare);
    const ui::ButtonLook look{.label = frame.is_phone() ? std::string_view{} : label,
                              .kind = frame.is_phone() ? ui::ButtonKind::Quiet : ui::ButtonKind::Secondary,
                              .icon = ui::Icon::Columns,
                              .name = view.screen.words(Message::CompareTitle),
                              .route = kCompareRoute};
    const float height = ui::button_height(frame);
    const float width = frame.is_phone() ? height : ui::button_width(frame, look);
    const ui::Rect place = ui::take_right(rest, width, frame.px(kSpace2));
    ui::button(frame, "compare", ui::centred(place, width, height), look);
}

void draw_header(const PlanScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.screen.frame;
    ui::Rect rest = rect;
    if (!frame.is_phone()) {
        std::string reason;
        const ui::ButtonLook look = submit_look(view, reason);
        const ui::Rect place =
            ui::take_right(rest, ui::button_width(frame, look), frame.px(kSpace2));
        if (ui::button(
                frame, "submit", ui::centred(place, place.width, ui::button_height(frame)), look)) {
            press_submit(view);
        }
    }
    draw_compare_button(view, rest);
    draw_tools(view, rest);
    const ui::PageHeader header = ui::page_header(
        frame,
        rest,
        {.title = view.screen.words(Message::PlanTitle), .note = view.screen.sample_chip()});
    if (!frame.is_phone()) draw_drafts(view, header.rest);
}

// A part of the panel as a card of the column, where there is no panel: what is inside of the card.
ui::Rect take_part_card(const PlanScreen& view, ui::Rect& rest, float content) {
    ui::Frame& frame = view.screen.frame;
    return ui::card(frame, ui::take_top(rest, content + 2 * ui::card_pad(frame), card_gap(frame)));
}

// Called by their names, not through pointers: so they stay in the part of the program that draws them (decision 0015).
void draw_settings_card(const PlanScreen& view, ui::Rect& rest) {
    const ui::IdScope scope(view.screen.frame, "settings");
    const float width = rest.width - 2 * ui::card_pad(view.screen.frame);
    draw_settings(view, take_part_card(view, rest, settings_height(view, width)));
}

void draw_verdict_card(const PlanScreen& view, ui::Rect& rest) {
    const ui::IdScope scope(view.screen.frame, "verdict");
    const float width = rest.width - 2 * ui::card_pad(view.screen.frame);
    draw_verdict(view, take_part_card(view, rest, verdict_height(view, width)));
}

void draw_panel(const PlanScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.screen.frame;
    ui::card(frame, rect);
    const float pad = ui::card_pad(frame);
    ui::ScrollRegion region(frame,
                            "panel",
                            ui::inset(rect, frame.px(kStrokeHair)),
                            0,
                            view.screen.words(Message::PlanSettings));
    ui::Rect rest{pad, pad, region.width() - 2 * pad, frame.px(200)};
    draw_settings(view, ui::take_top(rest, settings_height(view, rest.width)));
    ui::card_rule(frame, rest);
    const float lower = verdict_height(view, rest.width);
    draw_verdict(view, ui::take_top(rest, lower));
    region.end_at(rest.y + pad);
}

void draw_column(const PlanScreen& view, ui::Rect& rest, bool shows_settings) {
    draw_disagreement_cards(view, rest);
    draw_trouble_cards(view, rest);
    draw_requirements_card(view, rest);
    draw_receipts_card(view, rest);
    if (is_empty(view.plan)) draw_empty_plan(view, rest);
    // One below the other, the courses come first: what has been chosen is what one looks for.
    if (!view.plan.groups.empty()) draw_groups_card(view, rest);
    if (shows_settings && !view.plan.edited.empty()) draw_settings_card(view, rest);
    draw_weeks_card(view, rest);
    if (shows_settings) draw_verdict_card(view, rest);
}

// Phone: the state of the draft in words, and the one thing to do next.
void draw_action_bar(const PlanScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::fill(
        frame, {frame.viewport.x, rect.y, frame.viewport.width, rect.height}, frame.theme.surface);
    ui::rule_horizontal(
        frame, frame.viewport.x, frame.viewport.right(), rect.y, frame.theme.hairline);
    ui::Rect row = ui::inset(rect, frame.px(kSpace4), 0);
    const float height = frame.px(kSpace8);
    const ui::Rect place = ui::take_right(row, row.width * 0.54f, frame.px(kSpace3));
    const ui::Rect place_mid = ui::centred(place, place.width, height);
    const bool wants_completion = !view.plan.is_complete && !screen.status.is_submitting;
    if (wants_completion) {
        if (ui::button(
                frame,
                "complete",
                place_mid,
                {.label = screen.words(Message::PlanComplete), .kind = ui::ButtonKind::Primary})) {
            complete(view);
        }
    } else {
        std::string reason;
        if (ui::button(frame, "submit", place_mid, submit_look(view, reason))) press_submit(view);
    }
    ui::Rect text = ui::left_middle(row, row.width, frame.px(2 * kLineSmall));
    const auto missing =
        std::count_if(view.plan.requirements.begin(),
                      view.plan.requirements.end(),
                      [](const app::RequirementRow& each) { return !each.is_met(); });
    const std::string count = screen.words.format(Message::SomeMissing, {std::to_string(missing)});
    const bool is_enough = missing == 0;
    ui::status(frame,
               ui::take_top(text, frame.px(kLineSmall)),
               {.text = is_enough ? screen.words(Message::AllEnough) : std::string_view(count),
                .meaning = is_enough ? ui::Meaning::Done : ui::Meaning::Attention});
    const bool is_all_sent = view.plan.submission.run_ids.empty() && !view.plan.selections.empty();
    ui::draw_text(frame,
                  text,
                  screen.words(is_empty(view.plan) ? Message::PlanEmptyTitle
                               : is_all_sent       ? Message::AllSubmitted
                                                   : Message::DraftNotSubmitted),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

void draw_no_duty(const PlanScreen& view) {
    const Screen& screen = view.screen;
    const ui::PageLayout page = lay_out_screen(screen, {});
    ui::page_header(screen.frame,
                    page.header,
                    {.title = screen.words(Message::PlanTitle), .note = screen.sample_chip()});
    ui::Rect place = page.content;
    place.width = std::min(place.width, screen.frame.px(28));
    place.height = std::min(place.height, screen.frame.px(18));
    const auto action = ui::state_page(screen.frame,
                                       "no_duty",
                                       place,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = screen.words(Message::PlanNoDutyTitle),
                                        .text = screen.words(Message::PlanNoDutyText),
                                        .primary = screen.words(Message::PlanPick)});
    if (action == ui::StatePageAction::Primary) {
        screen.actions.put(OpenRoute{std::string(kCatalogueRoute), false});
    }
}

void draw_page(const PlanScreen& view) {
    ui::Frame& frame = view.screen.frame;
    const bool is_phone = frame.is_phone();
    const ui::PageLayout page = lay_out_screen(
        view.screen, {.detail_em = has_panel(frame) ? kPanel : 0, .has_action_bar = is_phone});
    draw_header(view, page.header);
    {
        ui::ScrollRegion region(frame, "column", page.content);
        ui::Rect rest{0, 0, region.width(), frame.px(600)};
        if (is_phone && view.plan.tabs.size() > 1) {
            draw_drafts(view, ui::take_top(rest, ui::segmented_height(frame), card_gap(frame)));
        }
        draw_device_note(view.screen, rest, true);
        draw_column(view, rest, !has_panel(frame));
        region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
    }
    if (has_panel(frame)) draw_panel(view, page.detail);
    if (is_phone) draw_action_bar(view, page.action_bar);
}

}  // namespace

void draw_requirements_card(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    const bool is_phone = frame.is_phone();
    const float width = rest.width - 2 * ui::card_pad(frame);
    const RequirementBarsLook look{
        .form = is_phone ? ui::RequirementForm::Compact : ui::RequirementForm::Summary,
        .columns = width >= frame.px(36) ? 4
                   : is_phone ? compact_columns(view.screen, width, view.plan.requirements)
                              : 2,
        .shows_sources = !is_phone,
        .uses_short_names = is_phone};
    const float bars = requirement_bars_height(view.screen, width, view.plan.requirements, look);
    const float sources =
        is_phone ? requirement_sources_height(
                       view.screen, width, view.plan.requirements, view.ui.shows_sources) +
                       frame.px(kSpace3)
                 : 0;
    const float height = bars + sources + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    draw_requirement_bars(view.screen, ui::take_top(inner, bars), view.plan.requirements, look);
    if (!is_phone) return;
    ui::take_top(inner, frame.px(kSpace3));
    draw_requirement_sources(view.screen, inner, view.plan.requirements, view.ui.shows_sources);
}

void draw_plan(const Screen& screen, const app::PlanProjection& plan, PlanUiState& ui) {
    const PlanScreen view{screen, plan, ui, screen.frame.id("plan")};
    {
        const ui::NodeScope main(screen.frame,
                                 "plan",
                                 ui::Role::Main,
                                 screen.frame.viewport,
                                 screen.words(Message::PlanTitle));
        if (!plan.has_duty) return draw_no_duty(view);
        if (parse_route(screen.status.path).compares) return draw_comparison(view);
        draw_page(view);
    }
    draw_plan_menus(view);
    draw_plan_dialogs(view);
}

}  // namespace xueshi::views
