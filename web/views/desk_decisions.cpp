// Decisions on one or many: one order a row, so that each has a result of its own, and one reason for all of them.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/views/desk_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;
using enrolment::AttendanceMark;
using enrolment::Verdict;

constexpr float kWideBar = 36.0f;  // em: who and the buttons beside each other
constexpr std::int32_t kReasonLength = 200;
constexpr float kReasonLines = 2.5f;

// The next person who waits is the current one; whoever was decided about is not chosen any more.
void finish(const Desk& desk, const std::vector<const DeskLine*>& decided) {
    DeskUiState& ui = desk.ui;
    const auto is_decided = [&](const DeskLine& line) {
        return std::find(decided.begin(), decided.end(), &line) != decided.end();
    };
    const int from = std::max(desk.current(), 0);
    const int count = static_cast<int>(desk.lines.size());
    for (int step = 1; step <= count; ++step) {
        const DeskLine& line = desk.lines[static_cast<std::size_t>((from + step) % count)];
        if (!can_choose(line) || is_decided(line)) continue;
        ui.current = line.id();
        ui.reveals_current = true;
        break;
    }
    ui.chosen.clear();
    ui.reason.clear();
    ui.lacks_reason = false;
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

void review(const Desk& desk, const std::vector<const DeskLine*>& lines, Verdict verdict) {
    const bool needs_reason = verdict != Verdict::Approve;
    if (needs_reason && desk.ui.reason.find_first_not_of(" \t\n") == std::string::npos) {
        desk.ui.lacks_reason = true;
        return desk.frame().request_frame();
    }
    for (const DeskLine* line : lines) {
        desk.screen.actions.put(SpecialOrder{
            enrolment::ReviewEnrolment{line->id(), line->project->id, line->step, verdict, desk.ui.reason}});
    }
    finish(desk, lines);
}

void mark(const Desk& desk, const std::vector<const DeskLine*>& lines, AttendanceMark attendance) {
    for (const DeskLine* line : lines) {
        desk.screen.actions.put(
            SpecialOrder{enrolment::MarkAttendance{line->id(), line->project->id, attendance, desk.ui.reason}});
    }
    finish(desk, lines);
}

struct Choice {
    std::string_view id;
    Message label;
    ui::ButtonKind kind;
    ui::Icon icon;
    std::string_view key = {};
};

// Answers the index of the one pressed, or -1.
int draw_choices(const Desk& desk, ui::Rect row, std::span<const Choice> choices, bool fills) {
    ui::Frame& frame = desk.frame();
    int pressed = -1;
    for (std::size_t i = choices.size(); i > 0; --i) {
        const Choice& choice = choices[i - 1];
        const ui::ButtonLook look{.label = desk.words()(choice.label), .kind = choice.kind, .icon = choice.icon, .key = choice.key};
        const ui::Rect place =
            fills ? ui::column_of(row, static_cast<int>(i) - 1, static_cast<int>(choices.size()), frame.px(kSpace2))
                  : ui::take_right(row, ui::button_width(frame, look), frame.px(kSpace2));
        if (ui::button(frame, choice.id, place, look)) pressed = static_cast<int>(i) - 1;
    }
    return pressed;
}

void draw_verdicts(const Desk& desk, const ui::Rect& row, const std::vector<const DeskLine*>& lines, bool fills) {
    constexpr Choice kChoices[] = {{"return", Message::DeskReturn, ui::ButtonKind::Secondary, ui::Icon::Undo, "R"},
                                   {"refuse", Message::DeskRefuse, ui::ButtonKind::Danger, ui::Icon::Cross, "X"},
                                   {"approve", Message::DeskApprove, ui::ButtonKind::Primary, ui::Icon::Check, "A"}};
    constexpr Verdict kVerdicts[] = {Verdict::Return, Verdict::Refuse, Verdict::Approve};
    const int pressed = draw_choices(desk, row, kChoices, fills);
    if (pressed >= 0) review(desk, lines, kVerdicts[pressed]);
}

void draw_marks(const Desk& desk, const ui::Rect& row, const std::vector<const DeskLine*>& lines, bool fills) {
    constexpr Choice kChoices[] = {{"no_show", Message::MarkNoShow, ui::ButtonKind::Danger, ui::Icon::None},
                                   {"incomplete", Message::MarkIncomplete, ui::ButtonKind::Secondary, ui::Icon::None},
                                   {"attending", Message::MarkAttending, ui::ButtonKind::Secondary, ui::Icon::None},
                                   {"completed", Message::MarkCompleted, ui::ButtonKind::Primary, ui::Icon::None}};
    constexpr AttendanceMark kMarks[] = {AttendanceMark::NoShow, AttendanceMark::Incomplete, AttendanceMark::Attending,
                                         AttendanceMark::Completed};
    const int pressed = draw_choices(desk, row, kChoices, fills);
    if (pressed >= 0) mark(desk, lines, kMarks[pressed]);
}

}  // namespace

bool can_choose(const DeskLine& line) { return (line.is_mine || line.can_mark) && !line.is_on_its_way; }

std::vector<const DeskLine*> decided_about(const Desk& desk) {
    std::vector<const DeskLine*> lines;
    if (!desk.ui.chosen.empty()) {
        for (const DeskLine& line : desk.lines) {
            if (desk.ui.chosen.contains(line.id()) && can_choose(line)) lines.push_back(&line);
        }
    }
    if (!lines.empty()) return lines;
    const int current = desk.current();
    if (current >= 0 && can_choose(desk.lines[static_cast<std::size_t>(current)])) {
        lines.push_back(&desk.lines[static_cast<std::size_t>(current)]);
    }
    return lines;
}

void choose(const Desk& desk, const DeskLine& line, bool is_chosen) {
    if (is_chosen) {
        desk.ui.chosen.insert(line.id());
    } else {
        desk.ui.chosen.erase(line.id());
    }
    desk.frame().request_frame();
}

ui::FieldLook desk_reason_field(const Desk& desk, bool is_area) {
    return {.label = desk.words()(Message::DeskReason),
            .value = desk.ui.reason,
            .placeholder = desk.words()(Message::DeskReasonHint),
            .error = desk.ui.lacks_reason ? desk.words()(Message::DeskReasonMissing) : std::string_view{},
            .role = is_area ? ui::Role::TextArea : ui::Role::Field,
            .max_length = kReasonLength,
            .lines = kReasonLines};
}

void draw_desk_reason(const Desk& desk, const ui::Rect& rect, const ui::FieldLook& look) {
    const ui::FieldOutcome outcome = ui::field(desk.frame(), "reason", rect, look);
    if (outcome.changed == nullptr) return;
    desk.ui.reason = *outcome.changed;
    desk.ui.lacks_reason = false;
    desk.frame().request_frame();
}

float desk_bar_height(const Desk& desk, float width, bool has_reason) {
    const ui::Frame& frame = desk.frame();
    const float inner = width - 2 * frame.px(kSpace4);
    float tall = 2 * frame.px(kSpace3) + ui::button_height(frame);
    if (inner < frame.px(kWideBar)) tall += frame.px(kLineBody + kSpace2);
    if (has_reason) tall += ui::field_height(frame, inner, desk_reason_field(desk, false)) + frame.px(kSpace3);
    return tall;
}

void draw_desk_bar(const Desk& desk, const ui::Rect& rect, bool has_reason) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const std::vector<const DeskLine*> lines = decided_about(desk);
    const bool are_chosen = !desk.ui.chosen.empty();
    const ui::NodeScope bar(frame, "bar", ui::Role::Group, rect, words(Message::DeskBar));
    ui::floating(frame, rect, frame.theme.surface);
    ui::Rect inner = ui::inset(rect, frame.px(kSpace4), frame.px(kSpace3));
    const auto count = static_cast<std::int64_t>(lines.size());
    std::string who = are_chosen ? words.format(Message::DeskChosen, {words.number(count)}) : lines.front()->applicant().name;
    const bool are_met = std::all_of(lines.begin(), lines.end(), [](const DeskLine* line) { return line->unmet.empty(); });
    const bool fills = inner.width < frame.px(kWideBar);
    ui::Rect label = inner;
    if (fills) label = ui::take_top(inner, frame.px(kLineBody), frame.px(kSpace2));
    if (has_reason) {
        const ui::FieldLook look = desk_reason_field(desk, false);
        const ui::Rect place = ui::take_top(inner, ui::field_height(frame, inner.width, look), frame.px(kSpace3));
        draw_desk_reason(desk, place, look);
        if (!fills) label = inner;
    }
    const ui::Rect row = ui::take_top(inner, ui::button_height(frame));
    if (!fills) label.height = row.height;
    const float wide = ui::measure_text(frame, who, ui::TextSize::Body, ui::Weight::Bold);
    ui::draw_text(frame, ui::take_left(label, std::min(wide + 1, label.width), frame.px(kSpace3)), who, {.weight = ui::Weight::Bold});
    const bool is_review = lines.front()->is_mine;
    if (is_review && are_chosen && !fills) {
        const std::string_view note = words(are_met ? Message::DeskAllMet : Message::DeskSomeUnmet);
        ui::draw_text(frame, {label.x, label.y, frame.px(9), label.height}, note,
                      {.size = ui::TextSize::Small, .colour = are_met ? frame.theme.ink_2 : frame.theme.refuse});
    }
    if (is_review) {
        draw_verdicts(desk, row, lines, fills);
    } else {
        draw_marks(desk, row, lines, fills);
    }
}

}  // namespace xueshi::views
