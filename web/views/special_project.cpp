#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/paint.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/ui/step_progress.h"
#include "web/views/card_pen.h"
#include "web/views/route.h"
#include "web/views/special_view.h"
#include "web/views/special_conditions.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ProjectProjection;
using app::StepState;
using app::TrackStep;

constexpr float kColumn = 44.0f;
constexpr float kDisc = 1.625f;       // of a step
constexpr std::size_t kMostSeatsDrawn = 24;
constexpr float kReasonLines = 3;

ui::TextStyle small(const CardPen& pen) {
    return {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2};
}

// ---- what it is

void lay_facts(CardPen& pen, const ProjectProjection& project) {
    const locale::Locale& words = pen.words();
    const app::ProjectLine& line = project.line;
    pen.paragraph(line.title,
                  {.size = ui::TextSize::Title, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2, .keeps_two = true},
                  kSpace2);
    const std::string hours = words.hours_with_unit(line.hours);
    const std::string_view signs[] = {
        words(line.mode == enrolment::SignupMode::Online ? Message::NeedsSignUp : Message::PlacedByOrganiser), hours,
        project.has_study_away ? words(Message::HasStudyAway) : std::string_view{}};
    ui::Rect row = pen.take(kChipHeight, kSpace3);
    if (pen.draws) {
        for (const std::string_view sign : signs) {
            if (sign.empty()) continue;
            const ui::ChipLook look{.text = sign};
            ui::chip(pen.frame(), ui::take_left(row, ui::chip_width(pen.frame(), look), pen.frame().px(kSpace2)), look);
        }
    }
    pen.paragraph(project.brief, {}, kSpace3);
    pen.remark(ui::Icon::Building, pen.frame().theme.ink_2, line.institution, {}, kSpace1);
    pen.remark(ui::Icon::Calendar, pen.frame().theme.ink_2,
               words.format(Message::ProjectDays, {words.date(line.starts), words.date(line.ends)}), {}, kSpace1);
    pen.remark(ui::Icon::Phone, pen.frame().theme.ink_2, project.contact, {});
}

// ---- where the application is

// A segment for each place: taken, mine, free.
void lay_seats(CardPen& pen, const ProjectProjection& project) {
    if (!project.line.seats) return;
    const app::Seats& seats = *project.line.seats;
    const locale::Locale& words = pen.words();
    const std::string text = words.format(Message::SeatsOf, {words.of(project.unit_name), seats_words(words, seats)});
    pen.paragraph(text, small(pen), kSpace2);
    if (seats.places == 0 || static_cast<std::size_t>(seats.places) > kMostSeatsDrawn) return;
    const bool has_place = project.line.own && project.line.own->place == enrolment::PlaceState::Held;
    const ui::Rect bar = pen.take(kSpace3, kSpace2);
    if (!pen.draws) return;
    ui::step_progress(pen.frame(), bar,
                      {.done = has_place ? seats.held - 1 : seats.held,
                       .in_hand = has_place ? seats.held - 1 : -1,
                       .count = seats.places,
                       .name = words(Message::SeatsName),
                       .value = text});
}

void lay_standing(CardPen& pen, const ProjectProjection& project) {
    const locale::Locale& words = pen.words();
    const ui::Frame& frame = pen.frame();
    const app::ProjectLine& line = project.line;
    if (line.is_on_its_way) {
        pen.remark(ui::Icon::Clock, frame.theme.accent,
                   words(pen.screen.status.sync.is_reachable ? Message::OnItsWayText : Message::SentWhenOnlineText),
                   {.weight = ui::Weight::Bold}, kSpace2);
        lay_seats(pen, project);
        return;
    }
    if (!line.own) {
        pen.paragraph(words(project.can_sign_up ? Message::SignUpNow : Message::SignUpNotNow),
                      {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace1);
        if (!line.unmet.empty()) {
            pen.remark(ui::Icon::CrossCircle, frame.theme.refuse, unmet_words(words, line.unmet), {}, kSpace2);
        }
        lay_seats(pen, project);
        return;
    }
    const app::Standing& own = *line.own;
    const enrolment::ApprovalStage* next = own.next ? &own.next->stage : nullptr;
    const StandingSign sign = standing_sign(words, own.state, own.place, own.position, next);
    const bool is_timed = own.next.has_value();
    const int days = is_timed ? days_until(pen.screen, own.next->deadline) : 0;
    const std::string left = !is_timed ? std::string{} : days < 0 ? std::string(words(Message::DeadlineOver)) : words.days_left(days);
    const float right = left.empty() ? 0 : ui::measure_text(frame, left, ui::TextSize::Small) + frame.px(kSpace3);
    if (pen.draws && !left.empty()) {
        ui::draw_text(pen.frame(), {pen.rest.x, pen.rest.y, pen.rest.width, frame.px(kLineHead)}, left,
                      {.size = ui::TextSize::Small, .weight = ui::Weight::Bold, .colour = frame.theme.accent,
                       .align = ui::Align::Right});
    }
    pen.paragraph(sign.text,
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace1, right);
    if (own.place == enrolment::PlaceState::Waiting) pen.paragraph(words(Message::WaitingText), {}, kSpace2);
    if (own.state == enrolment::EnrolmentState::Returned) {
        pen.paragraph(words(project.can_hand_in_again ? Message::ReturnedText : Message::ReturnedTooLate), {}, kSpace2);
    }
    if (!own.reason.empty() && own.state != enrolment::EnrolmentState::InReview) {
        pen.paragraph(words.format(Message::ReasonGiven, {own.reason}), {.hangs_opening = true}, kSpace2);
    }
    lay_seats(pen, project);
}

// ---- the dated steps

void draw_disc(const CardPen& pen, const ui::Rect& place, const TrackStep& step, std::size_t number) {
    ui::Frame& frame = pen.frame();
    const ui::Point centre{place.x + place.width / 2, place.y + place.width / 2};
    const float radius = place.width / 2;
    const ui::Rect inside{place.x, place.y, place.width, place.width};
    switch (step.state) {
        case StepState::Done:
            ui::disc(frame, centre, radius, frame.theme.done);
            ui::draw_icon(frame, inside, ui::Icon::Check, frame.px(kIconStatus), frame.theme.surface);
            return;
        case StepState::Stopped:
            ui::disc(frame, centre, radius, frame.theme.refuse);
            ui::draw_icon(frame, inside, ui::Icon::Cross, frame.px(kIconStatus), frame.theme.surface);
            return;
        case StepState::Due:
            ui::circle(frame, centre, radius - frame.px(kStrokeSelected) / 2, frame.theme.accent, frame.px(kStrokeSelected));
            ui::disc(frame, centre, radius / 2, frame.theme.accent);
            return;
        case StepState::Later:
            ui::circle(frame, centre, radius - frame.px(kStrokeCheck) / 2, frame.theme.ink_3, frame.px(kStrokeCheck));
            ui::draw_text(frame, inside, std::to_string(number),
                          {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Centre,
                           .spoken = ui::Spoken::Decorative});
            return;
    }
}

std::string step_text(const CardPen& pen, const TrackStep& step) {
    const locale::Locale& words = pen.words();
    std::string text;
    if (step.state == StepState::Done || step.state == StepState::Stopped) {
        add_part(words, text, words.date_time(step.at));
        if (step.stage) add_part(words, text, actor_words(words, step.by));
        if (!step.receipt.empty()) add_part(words, text, words.format(Message::StepReceipt, {step.receipt}));
    } else if (step.is_overdue) {
        text = words(Message::StepOverdue);
    } else if (step.state == StepState::Due) {
        text = words(Message::StepDue);
    }
    return text;
}

void lay_step(CardPen& pen, const TrackStep& step, std::size_t number, bool is_last) {
    const locale::Locale& words = pen.words();
    ui::Frame& frame = pen.frame();
    const float top = pen.rest.y;
    const float left = frame.px(kDisc + kSpace3);
    const std::string day = words.format(Message::StepBy, {words.short_date(step.deadline)});
    if (pen.draws) {
        ui::draw_text(frame, {pen.rest.x, top, pen.rest.width, frame.px(kDisc)}, day,
                      {.size = ui::TextSize::Small,
                       .weight = step.state == StepState::Due ? ui::Weight::Bold : ui::Weight::Regular,
                       .colour = step.state == StepState::Due ? frame.theme.accent : frame.theme.ink_2,
                       .align = ui::Align::Right});
        ui::draw_text(frame, {pen.rest.x + left, top, pen.rest.width - left - frame.px(6), frame.px(kDisc)},
                      step.stage ? stage_words(words, *step.stage) : words(Message::StageTeacher),
                      {.weight = step.state == StepState::Later ? ui::Weight::Regular : ui::Weight::Bold,
                       .spoken = ui::Spoken::Heading3});
    }
    pen.take(kDisc, kSpace1);
    pen.rest.x += left;
    pen.rest.width -= left;
    const std::string text = step_text(pen, step);
    if (!text.empty()) pen.paragraph(text, small(pen), kSpace1);
    if (!step.note.empty()) pen.paragraph(words.format(Message::Quoted, {step.note}), {.hangs_opening = true}, kSpace1);
    pen.rest.x -= left;
    pen.rest.width += left;
    pen.take(is_last ? 0 : kSpace4);
    if (!pen.draws) return;
    const float middle = pen.rest.x + frame.px(kDisc) / 2;
    if (!is_last) {
        ui::rule_vertical(frame, middle, top + frame.px(kDisc), pen.rest.y,
                          step.state == StepState::Done ? frame.theme.done : frame.theme.hairline,
                          frame.px(kStrokeSelected));
    }
    draw_disc(pen, {pen.rest.x, top, frame.px(kDisc), frame.px(kDisc)}, step, number);
}

void lay_track(CardPen& pen, const ProjectProjection& project) {
    pen.paragraph(pen.words()(Message::TrackTitle),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace3);
    for (std::size_t step = 0; step < project.track.size(); ++step) {
        lay_step(pen, project.track[step], step + 1, step + 1 == project.track.size());
    }
}

// ---- actions

void put(const Screen& screen, enrolment::RosterCommand command) {
    screen.actions.put(SpecialOrder{std::move(command)});
}

// What was pressed goes away with the answer: the focus goes to the page.
void lay_actions(CardPen& pen, const ProjectProjection& project, SpecialUiState& ui, ui::NodeId page) {
    const locale::Locale& words = pen.words();
    const app::ProjectLine& line = project.line;
    const auto offer = [&](std::string_view id, Message label, ui::ButtonKind kind) {
        const ui::Rect row = ui::take_top(pen.rest, ui::button_height(pen.frame(), ui::ButtonSize::Large),
                                          pen.frame().px(kSpace2));
        return pen.draws &&
               ui::button(pen.frame(), id, row, {.label = words(label), .kind = kind, .size = ui::ButtonSize::Large});
    };
    if (project.can_sign_up && offer("sign_up", Message::SignUpButton, ui::ButtonKind::Primary)) {
        put(pen.screen, enrolment::SignUp{{}, line.id});
        pen.frame().plane.request_focus(page);
    }
    if (project.can_hand_in_again && offer("again", Message::HandInAgain, ui::ButtonKind::Primary)) {
        put(pen.screen, enrolment::ResubmitEnrolment{line.own->enrolment_id, line.id});
        pen.frame().plane.request_focus(page);
    }
    if (project.can_withdraw && offer("withdraw", Message::LeaveButton, ui::ButtonKind::Danger)) {
        ui.asks_withdrawal = true;
        ui.reason.clear();
        pen.frame().request_frame();
    }
}

void draw_withdrawal(const Screen& screen, const ProjectProjection& project, SpecialUiState& ui, ui::NodeId page) {
    if (!ui.asks_withdrawal || !project.can_withdraw) return;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const bool needs_reason = project.withdrawal_needs_reason;
    const ui::FieldLook look{.label = words(needs_reason ? Message::LeaveReason : Message::LeaveReasonOptional),
                             .value = ui.reason,
                             .role = ui::Role::TextArea,
                             .is_required = needs_reason,
                             .max_length = 200,
                             .lines = kReasonLines};
    const float tall = ui::field_height(frame, frame.px(24), look) / frame.em;
    ui::Dialog dialog(frame, "withdrawal",
                      {.title = words(Message::LeaveTitle),
                       .text = words(needs_reason ? Message::LeaveFinalText : Message::LeaveText),
                       .content_em = tall,
                       .confirm = words(Message::LeaveConfirm),
                       .cancel = words(Message::LeaveKeep),
                       .confirm_kind = ui::ButtonKind::Danger,
                       .is_confirm_disabled = needs_reason && ui.reason.empty()});
    const ui::FieldOutcome outcome = ui::field(frame, "reason", dialog.content(), look);
    if (outcome.changed != nullptr) {
        ui.reason = *outcome.changed;
        frame.request_frame();
    }
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        put(screen, enrolment::WithdrawEnrolment{project.line.own->enrolment_id, project.line.id, ui.reason});
        frame.plane.request_focus(page);
    }
    if (dialog.choice() != ui::DialogChoice::None) ui.asks_withdrawal = false;
}

}  // namespace

[[gnu::noinline]] void draw_project(const Screen& screen, const ProjectProjection& project, SpecialUiState& ui) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeId page_node = frame.id("project");
    {
        const ui::NodeScope main(frame, "project", ui::Role::Main, frame.viewport, words(Message::SpecialTitle));
        ui::page_header(frame, page.header,
                        {.title = words(Message::SpecialTitle),
                         .note = screen.sample_chip(),
                         .back_name = words(Message::BackToProjects),
                         .back_route = kSpecialRoute});
        if (!project.is_known) {
            ui::draw_paragraph(frame, page.content, words(Message::ProjectUnknown));
            return;
        }
        ui::ScrollRegion region(frame, "scroll", page.content);
        ui::Rect rest{0, 0, std::min(region.width(), frame.px(kColumn)), frame.px(2'000)};
        const bool is_online = project.line.mode == enrolment::SignupMode::Online;
        lay_card(screen, rest, [&](CardPen& pen) { lay_facts(pen, project); });
        if (is_online || project.line.own) {
            lay_card(screen, rest, [&](CardPen& pen) { lay_standing(pen, project); }, ui::CardKind::Push);
        }
        if (project.can_sign_up || project.can_withdraw || project.can_hand_in_again) {
            CardPen measured{screen, {0, 0, rest.width, frame.px(100)}};
            lay_actions(measured, project, ui, page_node);
            CardPen drawn{screen, ui::take_top(rest, measured.rest.y, frame.px(kSpace2)), true};
            lay_actions(drawn, project, ui, page_node);
        }
        if (is_online) lay_card(screen, rest, [&](CardPen& pen) { lay_track(pen, project); });
        lay_card(screen, rest, [&](CardPen& pen) { lay_conditions(pen, project.conditions, project.line.unmet); });
        region.end_at(rest.y + frame.px(kEndSpace));
    }
    draw_withdrawal(screen, project, ui, page_node);
}

}  // namespace xueshi::views
