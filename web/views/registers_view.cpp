#include "web/views/registers_view.h"

#include <algorithm>
#include <array>

#include "web/ui/button.h"
#include "web/ui/filter.h"
#include "web/ui/page_header.h"
#include "web/ui/state_page.h"
#include "web/views/registers_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RegistersProjection;
using app::RegisterTab;

constexpr float kPanel = 22.0f;
constexpr float kPanelFrom = 52.0f;  // em of content; below it a registration is a page
constexpr float kEmptyWidth = 30.0f;
constexpr float kEmptyHeight = 19.0f;
constexpr std::array kTabNames = {Message::RegisterTabDue, Message::DeskTabInReview, Message::StateRecorded,
                                  Message::DeskTabEnded};

void show(const Registers& desk, int tab) {
    desk.ui.shown = tab;
    desk.ui.current = {};
    desk.frame().request_frame();
}

// What has nothing in it is left out, but for what is shown.
std::vector<int> tabs_of(const Registers& desk) {
    std::vector<int> tabs;
    for (int tab = 0; tab < static_cast<int>(app::kRegisterTabs); ++tab) {
        const bool has_lines = desk.projection.counts[static_cast<std::size_t>(tab)] > 0;
        if (has_lines || tab == desk.shown) tabs.push_back(tab);
    }
    return tabs;
}

std::string label_of(const Registers& desk, int tab) {
    const auto index = static_cast<std::size_t>(tab);
    const std::string count = desk.words().number(static_cast<std::int64_t>(desk.projection.counts[index]));
    return desk.words().format(Message::DeskTabCount, {desk.words()(kTabNames[index]), count});
}

void draw_tabs(const Registers& desk, ui::Rect& rest) {
    const std::vector<int> tabs = tabs_of(desk);
    if (desk.projection.lines.empty()) return;
    ui::Frame& frame = desk.frame();
    const float tall = frame.px(kFilterHeight);
    const ui::NodeScope group(frame, "tabs", ui::Role::Group, rest, desk.words()(Message::DeskTabs));
    float x = rest.x, y = rest.y;
    for (const int tab : tabs) {
        const std::string label = label_of(desk, tab);
        const ui::FilterLook look{.label = label, .is_set = tab == desk.shown, .is_plain = true};
        const float width = ui::filter_width(frame, look);
        if (x > rest.x && x + width > rest.right()) {
            x = rest.x;
            y += tall + frame.px(kSpace2);
        }
        if (ui::filter(frame, label, {x, y, width, tall}, look)) show(desk, tab);
        x += width + frame.px(kSpace2);
    }
    ui::take_top(rest, y - rest.y + tall, frame.px(kSpace3));
}

// Where something waits for the reader, else where there is something.
int first_shown(const RegistersProjection& projection) {
    constexpr std::array kOrder = {RegisterTab::Due, RegisterTab::InReview, RegisterTab::Recorded, RegisterTab::Ended};
    for (const RegisterTab tab : kOrder) {
        if (projection.counts[static_cast<std::size_t>(tab)] > 0) return static_cast<int>(tab);
    }
    return 0;
}

void draw_no_desk(const Screen& screen, const ui::Rect& room) {
    ui::Frame& frame = screen.frame;
    const ui::Rect place = ui::centred(room, std::min(room.width, frame.px(kEmptyWidth)), std::min(room.height, frame.px(kEmptyHeight)));
    const auto action = ui::state_page(frame, "empty", place,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = screen.words(Message::RegistersNoneTitle),
                                        .text = screen.words(Message::RegistersNoneText),
                                        .primary = screen.words(Message::ToHome)});
    if (action == ui::StatePageAction::Primary) screen.actions.put(OpenRoute{std::string(kHomeRoute), false});
}

// The way back from what is a page of its own; whether it was taken.
bool draw_back(const Registers& desk, ui::Rect& room) {
    ui::Frame& frame = desk.frame();
    const ui::ButtonLook back{.label = desk.words()(Message::RegistersBack), .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
    const ui::Rect row = ui::take_top(room, ui::button_height(frame), frame.px(kSpace2));
    return ui::button(frame, "back", {row.x, row.y, std::min(row.width, ui::button_width(frame, back)), row.height}, back);
}

void leave_detail(const Registers& desk) {
    desk.ui.current = {};
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

void draw_content(const Registers& desk, ui::Rect content) {
    ui::Frame& frame = desk.frame();
    ui::take_bottom(content, frame.px(kEndSpace) / 2);
    if (desk.ui.entry != RegisterEntry::None) {
        const bool goes_back = draw_back(desk, content);
        draw_register_entry(desk, content);
        if (goes_back) end_entry(desk);
        return;
    }
    const bool has_panel = content.width >= frame.px(kPanelFrom);
    const auto lines = desk.projection.of(static_cast<RegisterTab>(desk.shown));
    if (has_panel && desk.current() == nullptr && !lines.empty()) desk.ui.current = lines.front().key;
    const app::RegisterLine* line = desk.current();
    if (line != nullptr && !has_panel) {
        const bool goes_back = draw_back(desk, content);
        draw_register_detail(desk, *line, content);
        if (goes_back) leave_detail(desk);
        return;
    }
    draw_entry_buttons(desk, content);
    draw_tabs(desk, content);
    if (line != nullptr) {
        draw_register_detail(desk, *line, ui::take_right(content, frame.px(kPanel), frame.px(kGapCardsX)));
    }
    draw_register_rows(desk, content);
}

}  // namespace

bool draw_registers_link(const Screen& screen, const ui::Rect& room) {
    ui::Frame& frame = screen.frame;
    const ui::LinkLook look{.label = screen.words(Message::RegistersList), .route = kRegistersRoute, .has_chevron = true};
    const float width = ui::link_width(frame, look);
    if (width > room.width) return false;
    ui::link(frame, "registers", {room.right() - width, room.y, width, room.height}, look);
    return true;
}

void draw_registers_row(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const ui::Rect row = ui::take_top(rest, ui::button_height(frame), card_gap(frame));
    ui::button(frame, "registers", row, {.label = screen.words(Message::RegistersList), .icon = ui::Icon::Pencil, .route = kRegistersRoute});
}

[[gnu::noinline]] void draw_registers(const Screen& screen, const RegistersProjection& projection, RegistersUiState& ui) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(frame, "registers", ui::Role::Main, frame.viewport, screen.words(Message::RegistersTitle));
    ui::PageHeaderLook header{.title = screen.words(Message::RegistersTitle), .note = screen.sample_chip()};
    if (frame.is_phone() && !projection.own_number.empty()) {
        header.back_name = screen.words(Message::HoursTitle);
        header.back_route = kHoursRoute;
    }
    ui::page_header(frame, page.header, header);
    if (!projection.is_open) return draw_no_desk(screen, page.content);
    const Registers desk{screen, projection, ui, ui.shown < 0 ? first_shown(projection) : ui.shown, main.id()};
    draw_content(desk, page.content);
    draw_register_dialog(desk);
}

}  // namespace xueshi::views
