#include "web/views/desk_view.h"

#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/checks.h"
#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/paint.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/views/card_pen.h"
#include "web/views/route.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;
using app::DeskProject;
using app::DeskProjection;
using app::SubstitutionLine;

constexpr float kRow = 4.0f;
constexpr float kCheckColumn = 3.0f;
constexpr float kColumn = 56.0f;
constexpr float kWideBar = 44.0f;  // em: reason and buttons beside each other
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;
constexpr std::int32_t kReasonLength = 200;

struct Desk {
    const Screen& screen;
    const DeskProjection& projection;
    DeskUiState& ui;
    ui::NodeId page = 0;  // takes the focus when what was pressed goes away

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
};

bool is_of_one_school(const Status& status) {
    return status.has_role(organisation::OrgRole::Principal) ||
           status.has_role(organisation::OrgRole::SchoolAdministrator);
}

bool can_choose(const DeskLine& line) { return (line.is_mine || line.can_mark) && !line.is_on_its_way; }

// What was chosen may be decided meanwhile, here or by somebody else.
void forget_decided(const DeskProjection& projection, DeskUiState& ui) {
    std::set<EnrolmentId> still;
    for (const DeskProject& project : projection.projects) {
        for (const DeskLine& line : project.lines) {
            if (can_choose(line) && ui.chosen.contains(line.enrolment_id)) still.insert(line.enrolment_id);
        }
    }
    ui.chosen = std::move(still);
}

// ---- lists

std::string head_words(const Desk& desk, const DeskProject& project) {
    const locale::Locale& words = desk.words();
    std::string text;
    if (project.step) {
        const int days = days_until(desk.screen, project.step->deadline);
        add_part(words, text, words.format(Message::DeskDeadline, {words.date(project.step->deadline)}));
        add_part(words, text, project.is_closed ? std::string(words(Message::DeadlineOver)) : words.days_left(days));
    }
    if (project.seats) add_part(words, text, seats_words(words, *project.seats));
    return text;
}

ui::ChipLook chip_of(const Desk& desk, const DeskLine& line, std::string& text) {
    const locale::Locale& words = desk.words();
    if (line.is_on_its_way) {
        return {.text = words(desk.screen.status.sync.is_reachable ? Message::OnItsWay : Message::SentWhenOnline),
                .meaning = ui::Meaning::Wait};
    }
    if (line.is_mine && !line.unmet.empty()) {
        text = unmet_words(words, line.unmet);
        return {.text = text, .meaning = ui::Meaning::Refused};
    }
    if (line.is_mine) return {.text = words(Message::WaitsForYou), .meaning = ui::Meaning::Accent};
    const StandingSign sign = standing_sign(words, line.state, line.place, line.position, line.next ? &*line.next : nullptr);
    text = sign.text;
    return {.text = text, .meaning = sign.meaning};
}

void draw_history(const Desk& desk, const DeskLine& line, ui::Rect& rest, float left) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    for (const app::HistoryEntry& entry : line.history) {
        std::string text = words.date_time(entry.at);
        add_part(words, text, entry.stage ? stage_words(words, *entry.stage) : std::string_view{});
        add_part(words, text, history_words(words, entry));
        add_part(words, text, actor_words(words, entry.by));
        add_part(words, text, words.format(Message::StepReceipt, {entry.receipt}));
        if (!entry.reason.empty()) add_part(words, text, words.format(Message::Quoted, {entry.reason}));
        ui::Rect place = rest;
        place.x += left;
        place.width -= left;
        ui::take_top(rest,
                     ui::draw_paragraph(frame, place, text, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                     frame.px(kSpace1));
    }
    ui::take_top(rest, 0, frame.px(kSpace2));
}

void draw_replace_button(const Desk& desk, const DeskLine& line, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    ui::Rect row = ui::take_top(rest, ui::button_height(frame), frame.px(kSpace3));
    ui::take_left(row, frame.px(kCheckColumn));
    const ui::ButtonLook look{.label = desk.words()(Message::ReplaceButton), .icon = ui::Icon::Swap};
    if (!ui::button(frame, "replace", ui::take_left(row, ui::button_width(frame, look)), look)) return;
    desk.ui.replaced = line.enrolment_id;
    desk.ui.number.clear();
    desk.ui.dialog_reason.clear();
    frame.request_frame();
}

void draw_line(const Desk& desk, const DeskLine& line, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    DeskUiState& ui = desk.ui;
    const ui::IdScope scope(frame, line.enrolment_id.text);
    ui::Rect row = ui::take_top(rest, frame.px(kRow));
    const ui::Rect check = ui::take_left(row, frame.px(kCheckColumn));
    if (can_choose(line)) {
        const bool is_chosen = ui.chosen.contains(line.enrolment_id);
        const std::string name = desk.words().format(Message::ChooseName, {line.applicant.name});
        if (ui::checkbox(frame, "choose", check, is_chosen ? ui::CheckState::On : ui::CheckState::Off, {.name = name})) {
            if (is_chosen) {
                ui.chosen.erase(line.enrolment_id);
            } else {
                ui.chosen.insert(line.enrolment_id);
            }
            frame.request_frame();
        }
    }
    // A school knows its own name.
    std::string second = is_of_one_school(desk.screen.status) ? std::string{} : line.applicant.school_name;
    add_part(desk.words(), second, person_words(desk.words(), line.applicant, line.teaching_years));
    std::string chip_text;
    const ui::ChipLook chip = chip_of(desk, line, chip_text);
    std::string name = line.applicant.name;
    add_part(desk.words(), name, second);
    add_part(desk.words(), name, chip.text);
    const bool is_current = ui.current == line.enrolment_id;
    if (ui::list_row(frame, "person", row,
                     {.title = line.applicant.name,
                      .second = second,
                      .chip = chip,
                      .is_selected = is_current,
                      .has_rule = !is_current,
                      .name = name})) {
        ui.current = is_current ? EnrolmentId{} : line.enrolment_id;
        frame.request_frame();
    }
    if (!is_current) return;
    draw_history(desk, line, rest, frame.px(kCheckColumn));
    if (line.can_be_replaced) draw_replace_button(desk, line, rest);
}

// ---- replacements (R33)

std::string_view substitution_words(const locale::Locale& words, enrolment::SubstitutionState state) {
    switch (state) {
        case enrolment::SubstitutionState::Requested: return words(Message::DueDistrict);
        case enrolment::SubstitutionState::DistrictApproved: return words(Message::DueCentre);
        case enrolment::SubstitutionState::Confirmed: return words(Message::SubstitutionConfirmed);
        case enrolment::SubstitutionState::Refused: return words(Message::SubstitutionRefused);
    }
    return {};
}

void draw_substitution(const Desk& desk, const SubstitutionLine& line, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, line.substitution_id.text);
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    const std::string title = words.format(Message::SubstitutionLine, {line.leaving, line.replacement.name});
    ui::take_top(rest, ui::draw_paragraph(frame, rest, title), frame.px(kSpace1));
    std::string about = line.replacement.school_name;
    add_part(words, about, person_words(words, line.replacement, line.teaching_years));
    ui::take_top(rest, ui::draw_paragraph(frame, rest, about, small));
    std::string state(line.is_on_its_way ? words(Message::OnItsWay) : substitution_words(words, line.state));
    add_part(words, state, words.date_time(line.at));
    add_part(words, state, actor_words(words, line.by));
    add_part(words, state, words.format(Message::Quoted, {line.refusal.empty() ? line.reason : line.refusal}));
    ui::take_top(rest, ui::draw_paragraph(frame, rest, state, small), frame.px(kSpace3));
    if (!line.is_mine) return;
    ui::Rect row = ui::take_top(rest, ui::button_height(frame), frame.px(kSpace4));
    const ui::ButtonLook agree{.label = words(Message::SubstitutionAgree), .kind = ui::ButtonKind::Primary};
    const ui::ButtonLook decline{.label = words(Message::SubstitutionDecline), .kind = ui::ButtonKind::Danger};
    if (ui::button(frame, "agree", ui::take_left(row, ui::button_width(frame, agree), frame.px(kSpace2)), agree)) {
        desk.screen.actions.put(SpecialOrder{
            enrolment::ReviewSubstitution{line.substitution_id, line.project_id, true, {}}});
        frame.plane.request_focus(desk.page);
    }
    if (ui::button(frame, "decline", ui::take_left(row, ui::button_width(frame, decline)), decline)) {
        desk.ui.declined = line.substitution_id;
        desk.ui.dialog_reason.clear();
        frame.request_frame();
    }
}

// All that can be decided, at once.
void draw_choose_all(const Desk& desk, const DeskProject& project, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    DeskUiState& ui = desk.ui;
    std::vector<EnrolmentId> open;
    for (const DeskLine& line : project.lines) {
        if (can_choose(line)) open.push_back(line.enrolment_id);
    }
    if (open.size() < 2) return;
    const auto chosen = static_cast<std::size_t>(
        std::count_if(open.begin(), open.end(), [&](const EnrolmentId& id) { return ui.chosen.contains(id); }));
    const ui::CheckState state = chosen == 0             ? ui::CheckState::Off
                                 : chosen == open.size() ? ui::CheckState::On
                                                         : ui::CheckState::Mixed;
    const std::string label =
        desk.words().format(Message::ChooseAll, {desk.words().number(static_cast<std::int64_t>(open.size()))});
    if (ui::checkbox(frame, "all", ui::take_top(rest, frame.px(kTouchTarget)), state, {.label = label})) {
        for (const EnrolmentId& id : open) {
            if (state == ui::CheckState::On) {
                ui.chosen.erase(id);
            } else {
                ui.chosen.insert(id);
            }
        }
        frame.request_frame();
    }
}

void draw_desk_project(const Desk& desk, const DeskProject& project, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const ui::IdScope scope(frame, project.id.text);
    const float from = rest.y;
    const float pad = ui::card_pad(frame);
    // The card goes below what is drawn: its height is that of the last frame until this one is done.
    const ui::NodeId id = frame.id("card");
    const float learnt = frame.learnt_height(id);
    ui::card(frame, {rest.x, from, rest.width, std::max(learnt, 2 * pad)});
    ui::Rect inner = ui::inset({rest.x, from, rest.width, frame.px(4'000)}, pad, pad);
    ui::take_top(inner,
                 ui::draw_paragraph(frame, inner, project.title,
                                    {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}),
                 frame.px(kSpace1));
    const std::string about = head_words(desk, project);
    if (!about.empty()) {
        ui::take_top(inner,
                     ui::draw_paragraph(frame, inner, about, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                     frame.px(kSpace2));
    }
    draw_choose_all(desk, project, inner);
    for (const DeskLine& line : project.lines) draw_line(desk, line, inner);
    if (!project.substitutions.empty()) {
        ui::take_top(inner, 0, frame.px(kSpace3));
        ui::draw_text(frame, ui::take_top(inner, frame.px(kLineBody), frame.px(kSpace2)),
                      desk.words()(Message::SubstitutionsTitle),
                      {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3});
    }
    for (const SubstitutionLine& line : project.substitutions) draw_substitution(desk, line, inner);
    const float tall = inner.y + pad - from;
    frame.learn_height(id, tall);
    ui::take_top(rest, tall, card_gap(frame));
}

// ---- decisions

struct Chosen {
    std::vector<const DeskLine*> reviews;
    std::vector<const DeskLine*> marks;
};

Chosen chosen_lines(const Desk& desk) {
    Chosen chosen;
    for (const DeskProject& project : desk.projection.projects) {
        for (const DeskLine& line : project.lines) {
            if (!desk.ui.chosen.contains(line.enrolment_id)) continue;
            (line.is_mine ? chosen.reviews : chosen.marks).push_back(&line);
        }
    }
    return chosen;
}

void finish(const Desk& desk) {
    desk.ui.chosen.clear();
    desk.ui.reason.clear();
    desk.ui.lacks_reason = false;
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

// One order a row, so that each has its own result; one reason for all of them.
void review(const Desk& desk, const std::vector<const DeskLine*>& lines, enrolment::Verdict verdict) {
    const bool needs_reason = verdict != enrolment::Verdict::Approve;
    if (needs_reason && desk.ui.reason.find_first_not_of(" \t\n") == std::string::npos) {
        desk.ui.lacks_reason = true;
        return desk.frame().request_frame();
    }
    for (const DeskLine* line : lines) {
        desk.screen.actions.put(SpecialOrder{enrolment::ReviewEnrolment{
            line->enrolment_id, line->project_id, line->step, verdict, desk.ui.reason}});
    }
    finish(desk);
}

void mark(const Desk& desk, const std::vector<const DeskLine*>& lines, enrolment::AttendanceMark attendance) {
    for (const DeskLine* line : lines) {
        desk.screen.actions.put(SpecialOrder{
            enrolment::MarkAttendance{line->enrolment_id, line->project_id, attendance, desk.ui.reason}});
    }
    finish(desk);
}

struct Choice {
    std::string_view id;
    Message label;
    ui::ButtonKind kind;
    ui::Icon icon;
};

// Answers the index of the one pressed, or -1.
int draw_choices(const Desk& desk, ui::Rect row, std::span<const Choice> choices, bool fills) {
    ui::Frame& frame = desk.frame();
    int pressed = -1;
    for (std::size_t i = choices.size(); i > 0; --i) {
        const Choice& choice = choices[i - 1];
        const ui::ButtonLook look{.label = desk.words()(choice.label), .kind = choice.kind, .icon = choice.icon};
        const ui::Rect place =
            fills ? ui::column_of(row, static_cast<int>(i) - 1, static_cast<int>(choices.size()), frame.px(kSpace2))
                  : ui::take_right(row, ui::button_width(frame, look), frame.px(kSpace2));
        if (ui::button(frame, choice.id, place, look)) pressed = static_cast<int>(i) - 1;
    }
    return pressed;
}

ui::FieldLook reason_field(const Desk& desk) {
    return {.label = desk.words()(Message::DeskReason),
            .value = desk.ui.reason,
            .placeholder = desk.words()(Message::DeskReasonHint),
            .error = desk.ui.lacks_reason ? desk.words()(Message::DeskReasonMissing) : std::string_view{},
            .max_length = kReasonLength};
}

float bar_height(const Desk& desk, float width) {
    const ui::Frame& frame = desk.frame();
    const float inner = width - 2 * frame.px(kSpace4);
    return 2 * frame.px(kSpace3) + frame.px(kLineBody + kSpace2) + ui::field_height(frame, inner, reason_field(desk)) +
           frame.px(kSpace3) + ui::button_height(frame);
}

void draw_bar(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const Chosen chosen = chosen_lines(desk);
    const ui::NodeScope bar(frame, "bar", ui::Role::Group, rect, words(Message::DeskBar));
    ui::floating(frame, rect, frame.theme.surface);
    ui::Rect inner = ui::inset(rect, frame.px(kSpace4), frame.px(kSpace3));
    const auto count = static_cast<std::int64_t>(desk.ui.chosen.size());
    ui::draw_text(frame, ui::take_top(inner, frame.px(kLineBody), frame.px(kSpace2)),
                  words.format(Message::DeskChosen, {words.number(count)}), {.weight = ui::Weight::Bold});
    const ui::FieldLook look = reason_field(desk);
    const ui::FieldOutcome outcome =
        ui::field(frame, "reason", ui::take_top(inner, ui::field_height(frame, inner.width, look), frame.px(kSpace3)), look);
    if (outcome.changed != nullptr) {
        desk.ui.reason = *outcome.changed;
        desk.ui.lacks_reason = false;
        frame.request_frame();
    }
    const bool fills = inner.width < frame.px(kWideBar);
    const ui::Rect row = ui::take_top(inner, ui::button_height(frame));
    if (!chosen.reviews.empty()) {
        const Choice choices[] = {{"return", Message::DeskReturn, ui::ButtonKind::Secondary, ui::Icon::Undo},
                                  {"refuse", Message::DeskRefuse, ui::ButtonKind::Danger, ui::Icon::Cross},
                                  {"approve", Message::DeskApprove, ui::ButtonKind::Primary, ui::Icon::Check}};
        constexpr enrolment::Verdict kVerdicts[] = {enrolment::Verdict::Return, enrolment::Verdict::Refuse,
                                                    enrolment::Verdict::Approve};
        const int pressed = draw_choices(desk, row, choices, fills);
        if (pressed >= 0) review(desk, chosen.reviews, kVerdicts[pressed]);
        return;
    }
    const Choice choices[] = {{"no_show", Message::MarkNoShow, ui::ButtonKind::Danger, ui::Icon::None},
                              {"incomplete", Message::MarkIncomplete, ui::ButtonKind::Secondary, ui::Icon::None},
                              {"attending", Message::MarkAttending, ui::ButtonKind::Secondary, ui::Icon::None},
                              {"completed", Message::MarkCompleted, ui::ButtonKind::Primary, ui::Icon::None}};
    constexpr enrolment::AttendanceMark kMarks[] = {
        enrolment::AttendanceMark::NoShow, enrolment::AttendanceMark::Incomplete, enrolment::AttendanceMark::Attending,
        enrolment::AttendanceMark::Completed};
    const int pressed = draw_choices(desk, row, choices, fills);
    if (pressed >= 0) mark(desk, chosen.marks, kMarks[pressed]);
}

// ---- what is asked for in a dialog

// Draws a field at the top of `rest` and takes what was typed.
void draw_field(ui::Frame& frame, std::string_view id, ui::Rect& rest, const ui::FieldLook& look, std::string& text) {
    const float tall = ui::field_height(frame, rest.width, look);
    const ui::FieldOutcome outcome = ui::field(frame, id, ui::take_top(rest, tall, frame.px(kSpace3)), look);
    if (outcome.changed == nullptr) return;
    text = *outcome.changed;
    frame.request_frame();
}

constexpr float kDialogFields = 10.0f;  // em: two of them
constexpr float kDialogField = 5.0f;

const DeskLine* find_line(const DeskProjection& projection, const EnrolmentId& id) {
    for (const DeskProject& project : projection.projects) {
        for (const DeskLine& line : project.lines) {
            if (line.enrolment_id == id) return &line;
        }
    }
    return nullptr;
}

void draw_replacement_dialog(const Desk& desk) {
    const DeskLine* line = find_line(desk.projection, desk.ui.replaced);
    if (line == nullptr || !line->can_be_replaced) return;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const std::string title = words.format(Message::ReplaceTitle, {line->applicant.name});
    ui::Dialog dialog(frame, "replacement",
                      {.title = title,
                       .text = words(Message::ReplaceText),
                       .content_em = kDialogFields,
                       .confirm = words(Message::ReplaceConfirm),
                       .cancel = words(Message::Cancel),
                       .is_confirm_disabled = desk.ui.number.empty() || desk.ui.dialog_reason.empty()});
    ui::Rect rest = dialog.content();
    draw_field(frame, "number", rest,
               {.label = words(Message::ReplaceNumber), .value = desk.ui.number, .is_required = true, .max_length = 40},
               desk.ui.number);
    draw_field(frame, "reason", rest,
               {.label = words(Message::ReplaceReason), .value = desk.ui.dialog_reason, .is_required = true,
                .max_length = kReasonLength},
               desk.ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        desk.screen.actions.put(SpecialOrder{enrolment::RequestSubstitution{
            {}, line->project_id, line->enrolment_id, desk.ui.number, {}, desk.ui.dialog_reason}});
        frame.plane.request_focus(desk.page);
    }
    if (dialog.choice() != ui::DialogChoice::None) desk.ui.replaced = {};
}

void draw_decline_dialog(const Desk& desk) {
    const SubstitutionLine* line = nullptr;
    for (const DeskProject& project : desk.projection.projects) {
        for (const SubstitutionLine& each : project.substitutions) {
            if (each.substitution_id == desk.ui.declined && each.is_mine) line = &each;
        }
    }
    if (line == nullptr) return;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    ui::Dialog dialog(frame, "decline",
                      {.title = words(Message::SubstitutionDeclineTitle),
                       .content_em = kDialogField,
                       .confirm = words(Message::SubstitutionDeclineConfirm),
                       .cancel = words(Message::Cancel),
                       .confirm_kind = ui::ButtonKind::Danger,
                       .is_confirm_disabled = desk.ui.dialog_reason.empty()});
    ui::Rect rest = dialog.content();
    draw_field(frame, "reason", rest,
               {.label = words(Message::DeskReasonHint), .value = desk.ui.dialog_reason, .is_required = true,
                .max_length = kReasonLength},
               desk.ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        desk.screen.actions.put(SpecialOrder{enrolment::ReviewSubstitution{
            line->substitution_id, line->project_id, false, desk.ui.dialog_reason}});
        frame.plane.request_focus(desk.page);
    }
    if (dialog.choice() != ui::DialogChoice::None) desk.ui.declined = {};
}

void draw_nothing(const Desk& desk, const ui::Rect& room) {
    ui::Frame& frame = desk.frame();
    const ui::Rect place = ui::centred(room, std::min(room.width, frame.px(kEmptyWidth)),
                                       std::min(room.height, frame.px(kEmptyHeight)));
    const auto action = ui::state_page(frame, "empty", place,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = desk.words()(Message::DeskEmpty),
                                        .text = desk.words()(Message::DeskEmptyText),
                                        .primary = desk.words()(Message::ToHome)});
    if (action == ui::StatePageAction::Primary) desk.screen.actions.put(OpenRoute{std::string(kHomeRoute), false});
}

void draw_page(const Desk& desk) {
    const Screen& screen = desk.screen;
    const DeskProjection& projection = desk.projection;
    DeskUiState& ui = desk.ui;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(frame, "desk", ui::Role::Main, frame.viewport, words(Message::DeskTitle));
    const ui::PageHeader header =
        ui::page_header(frame, page.header, {.title = words(Message::DeskTitle), .note = screen.sample_chip()});
    if (projection.projects.empty()) return draw_nothing(desk, page.content);
    if (!frame.is_phone()) {
        const std::string due =
            words.format(Message::DeskDue, {words.number(static_cast<std::int64_t>(projection.due))});
        ui::draw_text(frame, header.rest, due, {.colour = frame.theme.ink_2});
    }
    ui::Rect content = page.content;
    const float width = std::min(content.width, frame.px(kColumn));
    const bool has_bar = !ui.chosen.empty();
    const float bar = has_bar ? bar_height(desk, width) + 2 * frame.px(kSpace3) : 0;
    ui::Rect bar_room = content;
    bar_room.y = content.bottom() - bar;
    content.height -= bar;
    {
        ui::ScrollRegion region(frame, "scroll", content);
        ui::Rect rest{0, 0, std::min(region.width(), frame.px(kColumn)), frame.px(40'000)};
        for (const DeskProject& project : projection.projects) draw_desk_project(desk, project, rest);
        region.end_at(rest.y + frame.px(kEndSpace));
    }
    if (has_bar) {
        draw_bar(desk, {bar_room.x, bar_room.y + frame.px(kSpace3), width, bar - 2 * frame.px(kSpace3)});
    }
}

}  // namespace

[[gnu::noinline]] void draw_desk(const Screen& screen, const DeskProjection& projection, DeskUiState& ui) {
    const Desk desk{screen, projection, ui, screen.frame.id("desk")};
    forget_decided(projection, ui);
    draw_page(desk);
    if (!ui.replaced.empty()) draw_replacement_dialog(desk);
    if (!ui.declined.empty()) draw_decline_dialog(desk);
}

}  // namespace xueshi::views
