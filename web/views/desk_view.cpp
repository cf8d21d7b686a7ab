#include "web/views/desk_view.h"

#include <algorithm>
#include <array>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/filter.h"
#include "web/ui/menu.h"
#include "web/ui/page_header.h"
#include "web/ui/segmented.h"
#include "web/ui/state_page.h"
#include "web/views/desk_parts.h"
#include "web/views/registers_view.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;
using app::DeskProject;
using app::DeskProjection;

constexpr float kPanel = 21.5f;
constexpr float kTableFrom = 34.0f;  // em of the list; below it rows of two lines
constexpr float kPanelFrom = 58.0f;  // em of content; below it a person is a page
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;
constexpr std::array kTabNames = {Message::DeskTabDue,   Message::DeskTabInReview, Message::DeskTabWaiting,
                                  Message::DeskTabFinal, Message::DeskTabEnded,    Message::DeskTabReplacements};

const DeskProject& shown_project(const DeskProjection& projection, const DeskUiState& ui) {
    for (const DeskProject& project : projection.projects) {
        if (project.id == ui.project) return project;
    }
    return projection.projects.front();
}

std::size_t count_of(const DeskProject& project, int shown) {
    return shown == kReplacementsShown ? project.substitutions.size() : project.counts[static_cast<std::size_t>(shown)];
}

int first_shown(const DeskProject& project) {
    const bool has_replacement = !project.substitutions.empty() && project.substitutions.front().is_mine;
    return count_of(project, 0) == 0 && has_replacement ? kReplacementsShown : 0;
}

// Lines lie by tab.
std::span<const DeskLine> lines_of(const DeskProject& project, int shown) {
    if (shown == kReplacementsShown) return {};
    std::size_t from = 0;
    for (int tab = 0; tab < shown; ++tab) from += project.counts[static_cast<std::size_t>(tab)];
    return std::span(project.lines).subspan(from, project.counts[static_cast<std::size_t>(shown)]);
}

// What was chosen may be decided meanwhile, here or by somebody else.
void forget_decided(const Desk& desk) {
    if (desk.ui.chosen.empty()) return;
    std::set<EnrolmentId> still;
    for (const DeskLine& line : desk.lines) {
        if (can_choose(line) && desk.ui.chosen.contains(line.id())) still.insert(line.id());
    }
    desk.ui.chosen = std::move(still);
}

void show(const Desk& desk, int shown) {
    desk.ui.shown = shown;
    desk.ui.chosen.clear();
    desk.ui.current = {};
    desk.frame().request_frame();
}

// What has nobody in it is left out, but for what is due.
std::vector<int> tabs_of(const DeskProject& project, int shown) {
    std::vector<int> tabs;
    for (int tab = 0; tab <= kReplacementsShown; ++tab) {
        if (tab == 0 || tab == shown || count_of(project, tab) > 0) tabs.push_back(tab);
    }
    return tabs;
}

std::vector<std::string> labels_of(const Desk& desk, const std::vector<int>& tabs) {
    std::vector<std::string> labels;
    for (const int tab : tabs) {
        const std::string count = desk.words().number(static_cast<std::int64_t>(count_of(desk.project, tab)));
        labels.push_back(desk.words().format(Message::DeskTabCount, {desk.words()(kTabNames[static_cast<std::size_t>(tab)]), count}));
    }
    return labels;
}

// In the title's row where they fit; false when they do not.
bool draw_wide_tabs(const Desk& desk, const ui::Rect& room) {
    const std::vector<int> tabs = tabs_of(desk.project, desk.ui.shown);
    const std::vector<std::string> labels = labels_of(desk, tabs);
    std::vector<ui::Segment> segments;
    int selected = 0;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        segments.push_back({.label = labels[i]});
        if (tabs[i] == desk.ui.shown) selected = static_cast<int>(i);
    }
    ui::Frame& frame = desk.frame();
    const float width = ui::segmented_width(frame, segments);
    if (frame.is_phone() || width > room.width) return false;
    const int chosen = ui::segmented(frame, "tabs", ui::left_middle(room, width, ui::segmented_height(frame)), segments,
                                     {.name = desk.words()(Message::DeskTabs), .selected = selected});
    if (chosen >= 0) show(desk, tabs[static_cast<std::size_t>(chosen)]);
    return true;
}

void draw_narrow_tabs(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const std::vector<int> tabs = tabs_of(desk.project, desk.ui.shown);
    const std::vector<std::string> labels = labels_of(desk, tabs);
    const ui::NodeScope group(frame, "tabs", ui::Role::Group, rest, desk.words()(Message::DeskTabs));
    const float gap = frame.px(kSpace2);
    float x = rest.x, y = rest.y;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const ui::FilterLook look{.label = labels[i], .is_set = tabs[i] == desk.ui.shown, .is_plain = true};
        const float width = ui::filter_width(frame, look);
        if (x > rest.x && x + width > rest.right()) {
            x = rest.x;
            y += frame.px(kFilterHeight) + gap;
        }
        if (ui::filter(frame, labels[i], {x, y, width, frame.px(kFilterHeight)}, look)) show(desk, tabs[i]);
        x += width + gap;
    }
    ui::take_top(rest, y - rest.y + frame.px(kFilterHeight), frame.px(kSpace3));
}

void draw_project_menu(const Desk& desk, const ui::Rect& anchor) {
    const DeskProjection& projection = desk.projection;
    if (!desk.ui.has_project_menu) return;
    std::vector<std::string> notes;
    for (const DeskProject& project : projection.projects) {
        notes.push_back(project.due == 0 ? std::string{} : desk.words().format(Message::DeskDueShort, {desk.words().number(static_cast<std::int64_t>(project.due))}));
    }
    std::vector<ui::MenuItem> items;
    for (std::size_t i = 0; i < projection.projects.size(); ++i) {
        const DeskProject& project = projection.projects[i];
        items.push_back({.label = project.title, .note = notes[i], .is_selected = project.id == desk.project.id});
    }
    const int chosen = ui::menu(desk.frame(), "projects", items,
                                {.name = desk.words()(Message::DeskProjects),
                                 .close_name = desk.words()(Message::FilterClose),
                                 .anchor = anchor});
    if (chosen == ui::kMenuOpen) return;
    desk.ui.has_project_menu = false;
    if (chosen >= 0) {
        desk.ui.project = projection.projects[static_cast<std::size_t>(chosen)].id;
        desk.ui.edits_quota = false;
        show(desk, -1);
    }
    desk.frame().request_frame();
}

// The list, and the bar for what is decided below it.
void draw_list(const Desk& desk, const ui::Rect& rect, bool has_reason) {
    if (desk.ui.edits_quota && desk.project.can_set_quota) return draw_quota_editor(desk, rect);
    if (desk.ui.shown == kReplacementsShown) return draw_desk_replacements(desk, rect);
    ui::Frame& frame = desk.frame();
    ui::Rect list = rect;
    const bool has_bar = !decided_about(desk).empty() && (!has_reason || !desk.ui.chosen.empty());
    if (has_bar) {
        const float tall = desk_bar_height(desk, rect.width, has_reason);
        const ui::Rect bar = ui::take_bottom(list, tall, frame.px(kSpace3));
        draw_desk_bar(desk, bar, has_reason);
        desk.ui.bar_top = bar.y;
    }
    if (rect.width >= frame.px(kTableFrom)) {
        draw_desk_table(desk, list);
    } else {
        draw_desk_rows(desk, list);
    }
}

// A person alone on the page, with the way back and the decisions.
void draw_person_page(const Desk& desk, ui::Rect room, const DeskLine& line) {
    ui::Frame& frame = desk.frame();
    const ui::ButtonLook back{.label = desk.words()(Message::DeskBack), .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
    const ui::Rect row = ui::take_top(room, ui::button_height(frame), frame.px(kSpace2));
    const bool goes_back = ui::button(frame, "back", {row.x, row.y, ui::button_width(frame, back), row.height}, back);
    if (can_choose(line)) {
        const float tall = desk_bar_height(desk, room.width, true);
        const ui::Rect bar = ui::take_bottom(room, tall, frame.px(kSpace3));
        draw_desk_bar(desk, bar, true);
        desk.ui.bar_top = bar.y;
    }
    draw_desk_person(desk, line, room, false);
    if (!goes_back) return;
    desk.ui.current = {};
    frame.plane.request_focus(desk.page);
    frame.request_frame();
}

void draw_nothing(const Screen& screen, const ui::Rect& room) {
    ui::Frame& frame = screen.frame;
    const ui::Rect place = ui::centred(room, std::min(room.width, frame.px(kEmptyWidth)),
                                       std::min(room.height, frame.px(kEmptyHeight)));
    const auto action = ui::state_page(frame, "empty", place,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = screen.words(Message::DeskEmpty),
                                        .text = screen.words(Message::DeskEmptyText),
                                        .primary = screen.words(Message::ToHome)});
    if (action == ui::StatePageAction::Primary) screen.actions.put(OpenRoute{std::string(kHomeRoute), false});
}

void draw_content(const Desk& desk, ui::Rect content, bool has_tabs) {
    ui::Frame& frame = desk.frame();
    const bool has_panel = content.width >= frame.px(kPanelFrom);
    const bool lists_people = desk.ui.shown != kReplacementsShown && !desk.ui.edits_quota;
    ui::take_bottom(content, frame.px(kEndSpace));
    // Where there is room somebody is always open.
    if (has_panel && lists_people && desk.current() < 0 && !desk.lines.empty()) desk.ui.current = desk.lines.front().id();
    const int current = desk.current();
    const DeskLine* line = current < 0 ? nullptr : &desk.lines[static_cast<std::size_t>(current)];
    if (has_panel && lists_people && line != nullptr) {
        draw_desk_person(desk, *line, ui::take_right(content, frame.px(kPanel), frame.px(kGapCardsX)), true);
    } else if (!has_panel && lists_people && line != nullptr) {
        return draw_person_page(desk, content, *line);
    }
    draw_desk_head(desk, content);
    if (!has_tabs) draw_narrow_tabs(desk, content);
    draw_list(desk, content, !has_panel);
}

}  // namespace

int Desk::current() const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].id() == ui.current) return static_cast<int>(i);
    }
    return -1;
}

void move_current(const Desk& desk, int step) {
    const int next = desk.current() + step;
    if (next < 0 || next >= static_cast<int>(desk.lines.size())) return;
    desk.ui.current = desk.lines[static_cast<std::size_t>(next)].id();
    desk.ui.reveals_current = true;
    desk.frame().request_frame();
}

[[gnu::noinline]] void draw_desk(const Screen& screen, const DeskProjection& projection, DeskUiState& ui) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(frame, "desk", ui::Role::Main, frame.viewport, screen.words(Message::DeskTitle));
    const std::string_view title = screen.words(frame.is_phone() ? Message::DeskTitle : Message::DeskTitleShort);
    const ui::PageHeader header = ui::page_header(frame, page.header, {.title = title, .note = screen.sample_chip()});
    ui.bar_top = 0;
    ui::Rect content = page.content;
    // Whoever has a desk has no tab for it on a phone.
    if (frame.is_phone() && ui.current.empty()) draw_registers_row(screen, content);
    if (projection.projects.empty()) return draw_nothing(screen, content);
    const DeskProject& project = shown_project(projection, ui);
    if (ui.shown < 0) ui.shown = first_shown(project);
    if (ui.shown == kReplacementsShown && project.substitutions.empty()) ui.shown = 0;
    const Desk desk{screen, projection, project, lines_of(project, ui.shown), ui, main.id()};
    forget_decided(desk);
    const bool has_tabs = draw_wide_tabs(desk, header.rest);
    draw_content(desk, content, has_tabs);
    const float top = content.y + ui::card_pad(frame) / 2 + frame.px(2.25f);
    draw_project_menu(desk, {page.content.x, top, frame.px(20), 0});
    draw_desk_dialog(desk);
    draw_receipt_dialog(screen, *projection.special, ui.receipt);
}

}  // namespace xueshi::views
