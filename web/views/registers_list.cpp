// What may be entered, and what was, filed by where it stands.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/list_row.h"
#include "web/ui/row_window.h"
#include "web/ui/state_page.h"
#include "web/views/hour_words.h"
#include "web/views/registers_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RegisterLine;
using ledger::HourSource;

constexpr float kRow = 4.25f;
constexpr float kEmptyWidth = 26.0f;
constexpr float kEmptyHeight = 17.0f;

struct Offer {
    Message label;
    RegisterEntry entry;
    HourSource source;
};

std::vector<Offer> offers_of(const app::RegistersProjection& projection) {
    std::vector<Offer> offers;
    if (projection.entries.research) offers.push_back({Message::EnterResearch, RegisterEntry::Hours, HourSource::Research});
    if (projection.entries.district_based) {
        offers.push_back({Message::EnterDistrictBased, RegisterEntry::Hours, HourSource::DistrictBased});
    }
    const bool is_school = !projection.entries.declares_for.empty();
    if (is_school) offers.push_back({Message::EnterSchoolBased, RegisterEntry::Training, HourSource::SchoolBased});
    if (is_school || !projection.own_number.empty()) {
        offers.push_back({Message::EnterExternal, RegisterEntry::Record, HourSource::External});
    }
    return offers;
}

std::string about(const locale::Locale& words, const RegisterLine& line) {
    std::string text = people_words(words, line.content());
    add_part(words, text, source_words(words, line.opened().source));
    add_part(words, text, period_words(words, line.content().activity));
    add_part(words, text, hours_words(words, line));
    return text;
}

void draw_row(const Registers& desk, const RegisterLine& line, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, line.key.id.text + line.key.in.teacher_id.text + line.key.in.school_id.text);
    const std::string second = about(words, line);
    const RegisterSign sign = register_sign(desk, line);
    const std::string& title = line.content().activity.title;
    std::string name = title;
    add_part(words, name, second);
    add_part(words, name, sign.text);
    if (ui::list_row(frame, "registration", rect,
                     {.title = title,
                      .second = second,
                      .chip = {.text = sign.text, .meaning = sign.meaning},
                      .is_selected = desk.ui.current == line.key,
                      .pad_em = kSpace3,
                      .name = name})) {
        desk.ui.current = line.key;
        frame.request_frame();
    }
}

void draw_nothing(const Registers& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const bool is_done = !desk.projection.lines.empty();
    ui::state_page(frame, "nothing",
                   ui::centred(rect, std::min(rect.width, frame.px(kEmptyWidth)), std::min(rect.height, frame.px(kEmptyHeight))),
                   {.drawing = ui::Drawing::Empty,
                    .title = desk.words()(is_done ? Message::RegistersDone : Message::RegistersEmpty),
                    .text = desk.words()(is_done ? Message::RegistersDoneText : Message::RegistersEmptyText)});
}

// What was entered here and no server has answered yet.
void draw_waiting(const Registers& desk, ui::Rect& rest) {
    const auto& waiting = desk.projection.waiting;
    if (waiting.empty()) return;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const app::WaitingEntry& first = waiting.front();
    const std::string line =
        words.format(Message::RegistersWaitingLine, {first.title, first.who, words.hours_with_unit(first.hours)});
    const std::string text =
        words.format(Message::RegistersWaiting, {words.number(static_cast<std::int64_t>(waiting.size())), line});
    ui::status(frame, ui::take_top(rest, frame.px(kLineBody), frame.px(kSpace2)), {.text = text, .meaning = ui::Meaning::Wait});
}

}  // namespace

void draw_entry_buttons(const Registers& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const std::vector<Offer> offers = offers_of(desk.projection);
    const float gap = frame.px(kSpace2);
    ui::Rect row{};
    for (const Offer& offer : offers) {
        const ui::ButtonLook look{.label = desk.words()(offer.label),
                                  .kind = &offer == &offers.front() ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary,
                                  .icon = ui::Icon::Plus};
        const float width = ui::button_width(frame, look);
        if (row.width < width) row = ui::take_top(rest, ui::button_height(frame), gap);
        if (ui::button(frame, look.label, ui::take_left(row, width, gap), look)) begin_entry(desk, offer.entry, offer.source);
    }
    if (!offers.empty()) ui::take_top(rest, gap);
}

void draw_register_rows(const Registers& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    ui::Rect room = rect;
    draw_waiting(desk, room);
    const auto lines = desk.projection.of(static_cast<app::RegisterTab>(desk.shown));
    if (lines.empty()) return draw_nothing(desk, room);
    const float height = frame.px(kRow);
    const int count = static_cast<int>(lines.size());
    const float tall = height * static_cast<float>(count);
    ui::ScrollRegion region(frame, "rows", room, tall + frame.px(kEndSpace));
    const ui::NodeScope list(frame, "registrations", ui::Role::List, {0, 0, region.width(), tall}, desk.words()(Message::RegistersList));
    const ui::RowWindow rows(frame, region, list.id(), height, count);
    for (int i = rows.first(); i < rows.last(); ++i) {
        draw_row(desk, lines[static_cast<std::size_t>(i)], {0, height * static_cast<float>(i), region.width(), height});
    }
}

}  // namespace xueshi::views
