// One registration: what it is, whom it is for, what happened to it, and what the reader may do with it.
#include "web/ui/button.h"
#include "web/ui/scroll_region.h"
#include "web/views/button_row.h"
#include "web/views/hour_words.h"
#include "web/views/kept_files.h"
#include "web/views/registers_parts.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RegisterLine;
using ledger::HourSource;
using Dialog = RegistersUiState::Dialog;

constexpr float kLabel = 5.5f;
constexpr std::size_t kMostNames = 60;  // what is above is told as a number

ui::TextStyle small(const CardPen& pen) { return {.size = ui::TextSize::Small, .colour = pen.screen.frame.theme.ink_2}; }

void lay_heading(CardPen& pen, std::string_view text) {
    pen.take(kSpace3);
    pen.paragraph(text, {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3}, kSpace1);
}

// A label at the left, what it says at the right.
void lay_fact(CardPen& pen, Message label, std::string_view value) {
    if (value.empty()) return;
    const ui::Frame& frame = pen.frame();
    if (pen.draws) {
        ui::draw_text(pen.frame(), {pen.rest.x, pen.rest.y, frame.px(kLabel), frame.px(kLineBody)}, pen.words()(label), small(pen));
    }
    pen.rest.x += frame.px(kLabel);
    pen.rest.width -= frame.px(kLabel);
    pen.paragraph(value, {}, kSpace1);
    pen.rest.x -= frame.px(kLabel);
    pen.rest.width += frame.px(kLabel);
}

void lay_facts(CardPen& pen, const RegisterLine& line) {
    const locale::Locale& words = pen.words();
    const registration::Activity& activity = line.content().activity;
    lay_fact(pen, Message::RegisterFactPeriod, period_words(words, activity));
    const bool is_of_one = line.content().participants.size() == 1;
    lay_fact(pen, is_of_one ? Message::ColumnHours : Message::RegisterFactHours, hours_words(words, line));
    std::string category(category_words(words, activity.category));
    lay_fact(pen, Message::RegisterFactCategory, category);
    lay_fact(pen, Message::RegisterFactUnit, line.opened().unit_name);
    lay_fact(pen, Message::RegisterFactOrganiser, activity.organiser);
    if (!line.is_cut() || !line.research_cap) return;
    pen.remark(ui::Icon::Info, pen.frame().theme.attn,
               words.format(Message::RegisterCountedWhy, {words.hours(*line.research_cap)}), small(pen), kSpace1);
}

void lay_people(CardPen& pen, const RegisterLine& line) {
    const auto& people = line.content().participants;
    const locale::Locale& words = pen.words();
    lay_heading(pen, words.format(Message::RegisterPeople, {words.number(static_cast<std::int64_t>(people.size()))}));
    for (std::size_t i = 0; i < std::min(people.size(), kMostNames); ++i) {
        std::string text = people[i].name;
        add_part(words, text, people[i].number);
        if (line.opened().source != HourSource::SchoolBased) add_part(words, text, people[i].school_name);
        pen.paragraph(text, small(pen));
    }
    if (people.size() > kMostNames) pen.paragraph("…", small(pen));
}

void lay_evidence(CardPen& pen, const RegisterLine& line) {
    if (line.content().evidence.empty()) return;
    lay_heading(pen, pen.words()(Message::RegisterEvidence));
    for (const registration::Evidence& each : line.content().evidence) {
        lay_kept_file(pen, each.attachment_id, each.file_name, {});
    }
}

void lay_act(CardPen& pen, Instant at, std::string_view what, const organisation::ActorNote& by, std::string_view reason,
             std::string_view receipt) {
    const locale::Locale& words = pen.words();
    std::string text(words.date_time(at));
    add_part(words, text, what);
    add_part(words, text, actor_words(words, by));
    if (!reason.empty()) add_part(words, text, words.format(Message::Quoted, {std::string(reason)}));
    add_part(words, text, words.format(Message::StepReceipt, {std::string(receipt)}));
    pen.paragraph(text, small(pen), kSpace1);
}

void lay_history(CardPen& pen, const RegisterLine& line) {
    const locale::Locale& words = pen.words();
    lay_heading(pen, words(Message::RegisterHistory));
    const registration::RegistrationOpened& opened = line.opened();
    const bool is_recorded = opened.state == registration::RegistrationState::Recorded;
    lay_act(pen, opened.at, words(is_recorded ? Message::RegisterMoveRegistered : Message::RegisterMoveHandedIn), opened.by, {},
            opened.receipt_id.text);
    for (const auto& [stamp, move] : line.registration->moves) {
        lay_act(pen, move.at, move_words(words, move.move), move.by, move.reason, move.receipt_id.text);
    }
}

void open_dialog(const Registers& desk, Dialog dialog) {
    desk.ui.dialog = dialog;
    desk.ui.dialog_reason.clear();
    desk.frame().request_frame();
}

void lay_acts(CardPen& pen, const Registers& desk, const RegisterLine& line) {
    if (!line.acts.any() || line.is_on_its_way) return;
    const locale::Locale& words = pen.words();
    pen.take(kSpace3);
    ButtonRow row{pen};
    const auto offer = [&](bool is_open, Message label, ui::ButtonKind kind) {
        return is_open && row.add(words(label), {.label = words(label), .kind = kind});
    };
    if (offer(line.acts.review, Message::DeskApprove, ui::ButtonKind::Primary)) {
        desk.order(registration::ReviewRegistration{line.key.id, line.key.in, enrolment::Verdict::Approve, {}});
        pen.frame().plane.request_focus(desk.page);
    }
    if (offer(line.acts.review, Message::DeskReturn, ui::ButtonKind::Secondary)) open_dialog(desk, Dialog::Return);
    if (offer(line.acts.review, Message::DeskRefuse, ui::ButtonKind::Danger)) open_dialog(desk, Dialog::Refuse);
    if (offer(line.acts.resubmit, Message::ActResubmit, ui::ButtonKind::Primary)) begin_change(desk, RegisterEntry::Again, line);
    if (offer(line.acts.correct, Message::ActCorrect, ui::ButtonKind::Secondary)) begin_change(desk, RegisterEntry::Correct, line);
    if (offer(line.acts.cancel, Message::ActCancelHours, ui::ButtonKind::Danger)) open_dialog(desk, Dialog::Cancel);
    if (offer(line.acts.withdraw, Message::Withdraw, ui::ButtonKind::Secondary)) open_dialog(desk, Dialog::Withdraw);
}

void lay_detail(CardPen& pen, const Registers& desk, const RegisterLine& line) {
    const locale::Locale& words = pen.words();
    const registration::Content& content = line.content();
    pen.paragraph(content.activity.title, {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    std::string about(source_words(words, line.opened().source));
    add_part(words, about, register_sign(desk, line).text);
    pen.paragraph(about, small(pen), kSpace2);
    lay_facts(pen, line);
    lay_people(pen, line);
    lay_evidence(pen, line);
    lay_history(pen, line);
    lay_acts(pen, desk, line);
}

}  // namespace

void draw_register_detail(const Registers& desk, const RegisterLine& line, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const ui::IdScope scope(frame, line.key.id.text + line.key.in.teacher_id.text + line.key.in.school_id.text);
    const ui::NodeScope group(frame, "detail", ui::Role::Group, rect, line.content().activity.title);
    ui::ScrollRegion region(frame, "about", rect);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    lay_card(desk.screen, rest, [&](CardPen& pen) { lay_detail(pen, desk, line); });
    region.end_at(rest.y + frame.px(kEndSpace));
}

}  // namespace xueshi::views
