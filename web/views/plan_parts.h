// The parts of the plan screen. Parts that take `rest` draw themselves at its top and cut off what
// they took, gap included.
#pragma once

#include <optional>
#include <string_view>

#include "web/ui/button.h"
#include "web/ui/chip.h"
#include "web/views/plan_view.h"

namespace xueshi::views {

struct PlanScreen {
    const Screen& screen;
    const app::PlanProjection& plan;
    PlanUiState& ui;
    ui::NodeId main = 0;  // takes the focus when what was pressed goes away
};

// --- the draft as a whole
void draw_requirements_card(const PlanScreen& view, ui::Rect& rest);
void draw_disagreement_cards(const PlanScreen& view, ui::Rect& rest);
// Why the planner found nothing, and each way out as a card with the button that takes it.
void draw_trouble_cards(const PlanScreen& view, ui::Rect& rest);
void draw_groups_card(const PlanScreen& view, ui::Rect& rest);
void draw_empty_plan(const PlanScreen& view, ui::Rect& rest);
void draw_receipts_card(const PlanScreen& view, ui::Rect& rest);
void draw_weeks_card(const PlanScreen& view, ui::Rect& rest);

// --- how it is planned; without a card of its own
float settings_height(const PlanScreen& view, float width);
void draw_settings(const PlanScreen& view, const ui::Rect& rect);
// The slider over proven plans, and the figures of the one in hand.
float trade_height(const PlanScreen& view);
void draw_trade(const PlanScreen& view, const ui::Rect& rect);
// Fee, fit, new hours and courses, side by side.
void draw_plan_figures(const Screen& screen, const ui::Rect& row, const app::PlanFigures& figures);
// The planner's proposal beside the draft, or the nearest plan where nothing fits.
float proposal_height(const PlanScreen& view, float width);
void draw_proposal(const PlanScreen& view, const ui::Rect& rect);
// What there is to say about it, as sentences with their sources.
float verdict_height(const PlanScreen& view, float width);
void draw_verdict(const PlanScreen& view, const ui::Rect& rect);

// --- instead of it: up to three plans side by side
void draw_comparison(const PlanScreen& view);

// --- what lies above the page; drawn last
void draw_plan_menus(const PlanScreen& view);
void draw_plan_dialogs(const PlanScreen& view);

// The typed limits follow the draft that is edited.
void follow_limits(const PlanScreen& view);
float limits_height(const PlanScreen& view, float width);
void draw_limits(const PlanScreen& view, const ui::Rect& rect);

// --- actions
void open_menu(const PlanScreen& view, PlanMenu menu, const ui::Rect& anchor);
// Nothing chosen and nothing submitted yet.
bool is_empty(const app::PlanProjection& plan);
// Fills the draft; makes a first one where there is none.
void complete(const PlanScreen& view);
void create_plan(const PlanScreen& view);
void take_choice(const PlanScreen& view, const app::PlanChoice& choice);
// The button that submits, with the reason where it cannot be pressed.
ui::ButtonLook submit_look(const PlanScreen& view, std::string& reason);
void press_submit(const PlanScreen& view);

ui::Colour group_colour(const ui::Theme& theme, app::PlanGroupKind group);

// "180", "180.5", "180.50" as fen; nothing when it is no such number.
std::optional<std::int64_t> parse_yuan(std::string_view text);

}  // namespace xueshi::views
