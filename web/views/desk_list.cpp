// The people of a tab: a table where there is room, rows of two lines elsewhere. Only rows near what is seen are drawn
// and registered.
#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/checks.h"
#include "web/ui/chip.h"
#include "web/ui/content_hash.h"
#include "web/ui/list_row.h"
#include "web/ui/row_window.h"
#include "web/ui/state_page.h"
#include "web/ui/table.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;

constexpr float kRow = 4.0f;
constexpr float kCheckColumn = 3.0f;
constexpr float kHead = 2.375f;
constexpr float kEmptyWidth = 24.0f;
constexpr float kEmptyHeight = 15.0f;

enum Column : int { kCheck, kName, kSchool, kSubject, kYears, kCame, kSign };

bool is_of_one_school(const Status& status) {
    return status.has_role(organisation::OrgRole::Principal) ||
           status.has_role(organisation::OrgRole::SchoolAdministrator);
}

// Where the line stands, as a sign: conditions for who waits for the reader, else the state.
StandingSign sign_of(const Desk& desk, const DeskLine& line) {
    const locale::Locale& words = desk.words();
    if (line.is_on_its_way) {
        return {std::string(words(desk.screen.status.sync.is_reachable ? Message::OnItsWay : Message::SentWhenOnline)),
                ui::Meaning::Wait};
    }
    if (line.is_mine && !line.unmet.empty()) return {unmet_words(words, line.unmet), ui::Meaning::Refused};
    if (line.is_mine) return {std::string(words(Message::ConditionsMet)), ui::Meaning::Done};
    return standing_sign(words, line.state, line.place, line.position, line.next ? &*line.next : nullptr);
}

void draw_choice(const Desk& desk, const DeskLine& line, const ui::Rect& cell) {
    if (!can_choose(line)) return;
    const bool is_chosen = desk.ui.chosen.contains(line.id());
    const std::string name = desk.words().format(Message::ChooseName, {line.applicant().name});
    const auto state = is_chosen ? ui::CheckState::On : ui::CheckState::Off;
    if (ui::checkbox(desk.frame(), "choose", cell, state, {.name = name})) choose(desk, line, !is_chosen);
}

// All that can be decided in this tab, at once.
void draw_choose_all(const Desk& desk, const ui::Rect& rect, bool has_label) {
    std::size_t open = 0, chosen = 0;
    for (const DeskLine& line : desk.lines) {
        if (!can_choose(line)) continue;
        ++open;
        chosen += desk.ui.chosen.contains(line.id()) ? 1 : 0;
    }
    if (open < 2) return;
    const ui::CheckState state = chosen == 0      ? ui::CheckState::Off
                                 : chosen == open ? ui::CheckState::On
                                                  : ui::CheckState::Mixed;
    const std::string label =
        desk.words().format(Message::ChooseAll, {desk.words().number(static_cast<std::int64_t>(open))});
    const ui::CheckLook look{.label = has_label ? std::string_view(label) : std::string_view{}, .name = label};
    if (!ui::checkbox(desk.frame(), "all", rect, state, look)) return;
    for (const DeskLine& line : desk.lines) {
        if (can_choose(line)) choose(desk, line, state != ui::CheckState::On);
    }
}

void open_person(const Desk& desk, const DeskLine& line) {
    desk.ui.current = line.id();
    desk.frame().request_frame();
}

void draw_table_row(const Desk& desk, ui::Table& table, int index) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const DeskLine& line = desk.lines[static_cast<std::size_t>(index)];
    const enrolment::Applicant& applicant = line.applicant();
    const bool is_current = desk.ui.current == line.id();
    const StandingSign sign = sign_of(desk, line);
    ui::ContentHash content;
    content.text(words.tag()).text(sign.text).add(is_current).add(desk.ui.chosen.contains(line.id()));
    content.add(can_choose(line)).add(line.came_at.utc_ms);
    const std::uint64_t key = ui::node_id(line.id().text);
    const bool must_take_focus = is_current && desk.ui.reveals_current;
    if (!must_take_focus && table.put_row(index, key, content.value())) return;
    std::string name = applicant.name;
    add_part(words, name, applicant.school_name);
    add_part(words, name, sign.text);
    ui::TableRow row(table, index, key,
                     {.name = name, .is_selected = is_current, .is_current = is_current, .content = content.value()});
    if (row.is_activated()) open_person(desk, line);
    if (must_take_focus) {
        frame.plane.request_focus(row.control());
        desk.ui.reveals_current = false;
    }
    draw_choice(desk, line, row.cell(kCheck));
    const ui::TextStyle quiet{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    row.text(kName, applicant.name, {.weight = is_current ? ui::Weight::Bold : ui::Weight::Regular});
    row.text(kSchool, applicant.school_name);
    row.text(kSubject, words.subject(applicant.subject), quiet);
    row.text(kYears, words.format(Message::Years, {std::to_string(line.teaching_years)}), {.is_tabular = true});
    row.text(kCame, words.short_date(date_of(line.came_at)), quiet);
    frame.add_node(frame.next_id(), ui::Role::Cell, row.cell(kSign), {sign.text, {}, {}});
    if (!row.is_visible()) return;
    ui::status(frame, row.cell(kSign), {.text = sign.text, .meaning = sign.meaning, .spoken = ui::Spoken::Decorative});
}

void draw_list_row(const Desk& desk, const DeskLine& line, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, line.id().text);
    ui::Rect row = rect;
    draw_choice(desk, line, ui::take_left(row, frame.px(kCheckColumn)));
    const enrolment::Applicant& applicant = line.applicant();
    // A school knows its own name.
    std::string second = is_of_one_school(desk.screen.status) ? std::string{} : applicant.school_name;
    add_part(words, second, person_words(words, applicant, line.teaching_years));
    const StandingSign sign = sign_of(desk, line);
    std::string name = applicant.name;
    add_part(words, name, second);
    add_part(words, name, sign.text);
    if (ui::list_row(frame, "person", row,
                     {.title = applicant.name,
                      .second = second,
                      .chip = {.text = sign.text, .meaning = sign.meaning},
                      .is_selected = desk.ui.current == line.id(),
                      .name = name})) {
        open_person(desk, line);
    }
}

void draw_nobody(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const bool is_due = desk.ui.shown == static_cast<int>(app::DeskTab::Due);
    ui::state_page(frame, "nobody",
                   ui::centred(rect, std::min(rect.width, frame.px(kEmptyWidth)), std::min(rect.height, frame.px(kEmptyHeight))),
                   {.drawing = ui::Drawing::Empty,
                    .title = desk.words()(is_due ? Message::DeskAllDone : Message::DeskNobodyHere),
                    .text = desk.words()(is_due ? Message::DeskAllDoneText : Message::DeskNobodyHereText)});
}

}  // namespace

void draw_desk_table(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    if (desk.lines.empty()) return draw_nobody(desk, rect);
    ui::card(frame, rect);
    const bool is_due = desk.ui.shown == static_cast<int>(app::DeskTab::Due);
    const ui::TableColumn columns[] = {
        {.width_em = kCheckColumn - 1},
        {.title = words(Message::ColumnName), .weight = 0.7f},
        {.title = words(Message::ColumnSchool), .weight = 1.4f},
        {.title = words(Message::ColumnSubject), .width_em = 4.5f},
        {.title = words(Message::ColumnYears), .width_em = 3.75f, .align = ui::Align::Right},
        {.title = words(Message::ColumnCame), .width_em = 3.75f},
        {.title = words(is_due ? Message::ConditionsTitle : Message::ColumnStanding), .width_em = 9.0f}};
    const ui::Rect inside = ui::inset(rect, frame.px(kStrokeHair));
    {
        ui::Table table(frame, "people", inside, columns,
                        {.name = words(Message::DeskPeople), .row_count = static_cast<int>(desk.lines.size())});
        if (desk.ui.reveals_current && desk.current() >= 0) table.scroll_to(desk.current());
        for (int i = table.first(); i < table.last(); ++i) draw_table_row(desk, table, i);
    }
    draw_choose_all(desk, {inside.x + frame.px(kSpace4), inside.y, frame.px(kCheckColumn - 1), frame.px(kHead)}, false);
}

void draw_desk_rows(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    if (desk.lines.empty()) return draw_nobody(desk, rect);
    ui::Rect room = rect;
    if (std::count_if(desk.lines.begin(), desk.lines.end(), [](const DeskLine& line) { return can_choose(line); }) >= 2) {
        draw_choose_all(desk, ui::take_top(room, frame.px(kTouchTarget)), true);
    }
    const float height = frame.px(kRow);
    const int count = static_cast<int>(desk.lines.size());
    const float tall = height * static_cast<float>(count);
    ui::ScrollRegion region(frame, "rows", room, tall + frame.px(kEndSpace));
    const ui::NodeScope list(frame, "people", ui::Role::List, {0, 0, region.width(), tall}, desk.words()(Message::DeskPeople));
    const ui::RowWindow rows(frame, region, list.id(), height, count);
    for (int i = rows.first(); i < rows.last(); ++i) {
        const ui::Rect place{0, height * static_cast<float>(i), region.width(), height};
        draw_list_row(desk, desk.lines[static_cast<std::size_t>(i)], place);
    }
    desk.ui.reveals_current = false;
}

}  // namespace xueshi::views
