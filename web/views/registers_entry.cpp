// The page on which something is entered, handed in or corrected. Nothing of it is sent before it was seen.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/scroll_region.h"
#include "web/views/button_row.h"
#include "web/views/hour_words.h"
#include "web/views/kept_files.h"
#include "web/views/registers_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RegisterLine;
using ledger::HourSource;

constexpr std::int32_t kTableLength = 60'000;
constexpr std::int32_t kNumberLength = 40;
constexpr std::int32_t kReasonLength = 200;
constexpr float kWide = 52.0f;     // em from which the preview stands beside the form
constexpr float kPreview = 24.0f;  // em
constexpr float kPreviewBelow = 22.0f;

bool names_teachers(const RegistersUiState& ui) {
    return ui.entry == RegisterEntry::Training || (ui.entry == RegisterEntry::Again && ui.source == HourSource::SchoolBased);
}
bool has_evidence(const RegistersUiState& ui) {
    return ui.entry != RegisterEntry::Hours && ui.entry != RegisterEntry::Correct;
}
bool needs_evidence(const RegistersUiState& ui) { return has_evidence(ui) && ui.source == HourSource::External; }

Message title_of(const RegistersUiState& ui) {
    if (ui.entry == RegisterEntry::Correct) return Message::ActCorrect;
    if (ui.entry == RegisterEntry::Again) return Message::ActResubmit;
    switch (ui.source) {
        case HourSource::DistrictBased: return Message::EnterDistrictBased;
        case HourSource::SchoolBased: return Message::EnterSchoolBased;
        case HourSource::External: return Message::EnterExternal;
        default: return Message::EnterResearch;
    }
}

void clear(RegistersUiState& ui) {
    const int shown = ui.shown;
    ui = {};
    ui.shown = shown;
}

registration::PastedTable pasted(const Registers& desk) {
    return registration::read_pasted_hours(desk.ui.teachers, typed_activity(desk.ui), desk.ui.source, desk.projection.today,
                                           *desk.projection.rules);
}

// Whose number a record of a base is handed in under.
std::string record_number(const Registers& desk) {
    const std::string& own = desk.projection.own_number;
    return desk.projection.entries.declares_for.empty() ? own : desk.ui.teachers;
}

// The command as it stands; nothing as long as something is missing.
std::optional<registration::RegistrationCommand> command_of(const Registers& desk) {
    const RegistersUiState& ui = desk.ui;
    const auto activity = registration::activity_of(typed_activity(ui));
    if (!activity) return std::nullopt;
    const auto& evidence = desk.projection.evidence;
    if (needs_evidence(ui) && evidence.empty()) return std::nullopt;
    const std::vector<std::string> numbers =
        names_teachers(ui) ? registration::read_pasted_numbers(ui.teachers) : std::vector<std::string>{};
    if (names_teachers(ui) && numbers.empty()) return std::nullopt;
    switch (ui.entry) {
        case RegisterEntry::Training:
            return registration::DeclareTraining{{}, desk.projection.entries.declares_for.front(), *activity, numbers, evidence};
        case RegisterEntry::Record: {
            const std::vector<std::string> whose = registration::read_pasted_numbers(record_number(desk));
            if (whose.size() != 1) return std::nullopt;
            return registration::HandInRecord{{}, whose.front(), *activity, evidence};
        }
        case RegisterEntry::Again:
            return registration::ResubmitRegistration{ui.about.id, ui.about.in, *activity, numbers, evidence};
        case RegisterEntry::Correct:
            if (ui.reason.empty()) return std::nullopt;
            return registration::CorrectHours{ui.about.id, ui.about.in, *activity, ui.reason};
        case RegisterEntry::Hours:
        case RegisterEntry::None: break;
    }
    return std::nullopt;
}

void send(const Registers& desk, const registration::PastedTable& table) {
    for (const registration::PastedHours& row : table.rows) {
        desk.order(registration::RegisterHours{{}, desk.ui.source, row.number, row.activity});
    }
    end_entry(desk);
}

void lay_send(CardPen& pen, const Registers& desk, const registration::PastedTable& table) {
    const locale::Locale& words = pen.words();
    RegistersUiState& ui = desk.ui;
    ButtonRow row{pen};
    const auto number = [&](std::size_t count) { return words.number(static_cast<std::int64_t>(count)); };
    if (ui.entry == RegisterEntry::Hours) {
        const bool is_ready = !table.rows.empty() && table.problems() == 0;
        const std::string label = words.format(Message::EntrySend, {number(table.rows.size())});
        if (row.add("send", {.label = label, .kind = ui::ButtonKind::Primary, .is_disabled = !is_ready})) send(desk, table);
        return;
    }
    std::string label(words(ui.entry == RegisterEntry::Correct ? Message::EntryCorrect
                            : ui.entry == RegisterEntry::Again ? Message::EntryHandInAgain
                                                               : Message::EntryHandIn));
    if (ui.entry == RegisterEntry::Training) {
        label = words.format(Message::EntryDeclare, {number(registration::read_pasted_numbers(ui.teachers).size())});
    }
    if (!row.add("send", {.label = label, .kind = ui::ButtonKind::Primary})) return;
    pen.frame().request_frame();
    ui.is_tried = true;
    if (auto command = command_of(desk)) {
        desk.order(*std::move(command));
        end_entry(desk);
    }
}

void lay_evidence(CardPen& pen, const Registers& desk) {
    const locale::Locale& words = pen.words();
    ui::Frame& frame = pen.frame();
    const auto& evidence = desk.projection.evidence;
    pen.paragraph(words(Message::RegisterEvidence), {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3}, kSpace1);
    pen.paragraph(words.format(Message::EntryEvidenceHint, {std::to_string(registration::kMostEvidence)}),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}, kSpace2);
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        ui::Rect row = pen.take(kSpace6, kSpace1);
        const float side = ui::button_height(frame, ui::ButtonSize::Small);
        const ui::Rect drop = ui::take_right(row, side, frame.px(kSpace2));
        if (!pen.draws) continue;
        const ui::IdScope scope(frame, evidence[i].attachment_id.text);
        ui::draw_text(frame, row, evidence[i].file_name);
        const std::string name = words.format(Message::EntryDropEvidence, {evidence[i].file_name});
        if (ui::button(frame, "drop", ui::left_middle(drop, side, side),
                       {.kind = ui::ButtonKind::Quiet, .size = ui::ButtonSize::Small, .icon = ui::Icon::Cross, .name = name})) {
            auto rest = evidence;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            desk.set_evidence(std::move(rest));
            frame.request_frame();
        }
    }
    if (needs_evidence(desk.ui) && desk.ui.is_tried && evidence.empty()) {
        pen.remark(ui::Icon::Triangle, frame.theme.attn, words(Message::EntryEvidenceMissing), {}, kSpace1);
    }
    const auto& upload = pen.screen.status.upload;
    if (upload && upload->about.empty()) return lay_upload_progress(pen, *upload);
    if (evidence.size() >= registration::kMostEvidence) return;
    ButtonRow row{pen};
    if (row.add("add", {.label = words(Message::EntryAddEvidence), .size = ui::ButtonSize::Small, .icon = ui::Icon::Upload})) {
        desk.screen.actions.put(AddEvidence{});
        frame.request_frame();
    }
}

void lay_teachers(CardPen& pen, const Registers& desk) {
    const locale::Locale& words = pen.words();
    RegistersUiState& ui = desk.ui;
    const bool is_missing = ui.is_tried && ui.teachers.empty();
    const std::string_view error = is_missing ? words(Message::EntryMissing) : std::string_view{};
    if (ui.entry == RegisterEntry::Hours) {
        pen.paragraph(words(Message::EntryPasteText), {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace1);
        lay_field(pen, "table",
                  {.label = words(Message::EntryPaste), .value = ui.teachers, .placeholder = words(Message::EntryPasteHint),
                   .role = ui::Role::TextArea, .is_required = true, .max_length = kTableLength, .lines = 7},
                  ui.teachers);
    } else if (names_teachers(ui)) {
        lay_field(pen, "numbers",
                  {.label = words(Message::EntryNumbers), .value = ui.teachers, .placeholder = words(Message::EntryNumbersHint),
                   .error = error, .role = ui::Role::TextArea, .is_required = true, .max_length = kTableLength, .lines = 4},
                  ui.teachers);
    } else if (ui.entry == RegisterEntry::Record && !desk.projection.entries.declares_for.empty()) {
        lay_field(pen, "number",
                  {.label = words(Message::EntryNumber), .value = ui.teachers, .error = error, .is_required = true,
                   .max_length = kNumberLength},
                  ui.teachers);
    }
}

void lay_reason(CardPen& pen, const Registers& desk) {
    if (desk.ui.entry != RegisterEntry::Correct) return;
    const locale::Locale& words = pen.words();
    const bool is_missing = desk.ui.is_tried && desk.ui.reason.empty();
    lay_field(pen, "correction",
              {.label = words(Message::EntryReason), .value = desk.ui.reason,
               .error = is_missing ? words(Message::EntryMissing) : std::string_view{}, .is_required = true,
               .max_length = kReasonLength},
              desk.ui.reason);
}

void lay_form(CardPen& pen, const Registers& desk, const registration::PastedTable& table) {
    const locale::Locale& words = pen.words();
    const bool is_table = desk.ui.entry == RegisterEntry::Hours;
    pen.paragraph(words(title_of(desk.ui)), {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace2);
    if (desk.ui.source == HourSource::Research && desk.projection.research_cap) {
        pen.remark(ui::Icon::Info, pen.frame().theme.accent,
                   words.format(Message::EntryResearchCap, {words.hours(*desk.projection.research_cap)}),
                   {.size = ui::TextSize::Small}, kSpace3);
    }
    if (is_table) pen.paragraph(words(Message::EntryCommon), {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3}, kSpace2);
    lay_activity_fields(pen, desk, !is_table);
    lay_teachers(pen, desk);
    lay_reason(pen, desk);
    if (has_evidence(desk.ui)) {
        lay_evidence(pen, desk);
        pen.take(kSpace3);
    }
    lay_send(pen, desk, table);
}

}  // namespace

void begin_entry(const Registers& desk, RegisterEntry entry, HourSource source) {
    clear(desk.ui);
    desk.ui.entry = entry;
    desk.ui.source = source;
    desk.screen.actions.put(SetEvidence{});
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

void begin_change(const Registers& desk, RegisterEntry entry, const RegisterLine& line) {
    const registration::Content& content = line.content();
    const registration::Activity& activity = content.activity;
    RegistersUiState& ui = desk.ui;
    const registration::RegistrationKey key = line.key;
    clear(ui);
    ui.entry = entry;
    ui.source = line.opened().source;
    ui.about = key;
    ui.title = activity.title;
    ui.organiser = activity.organiser;
    ui.from = format_date(activity.from);
    ui.until = format_date(activity.until);
    ui.hours = format_hours(activity.hours);
    ui.category = activity.category;
    if (ui.source == HourSource::SchoolBased) {
        for (const registration::Participant& each : content.participants) ui.teachers += each.number + '\n';
    }
    desk.set_evidence(content.evidence);
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

void end_entry(const Registers& desk) {
    const registration::RegistrationKey about = desk.ui.about;
    const bool is_new = desk.ui.entry != RegisterEntry::Again && desk.ui.entry != RegisterEntry::Correct;
    clear(desk.ui);
    if (is_new) {
        desk.ui.shown = -1;  // where it will stand
    } else {
        desk.ui.current = about;
    }
    desk.screen.actions.put(SetEvidence{});
    desk.frame().plane.request_focus(desk.page);
    desk.frame().request_frame();
}

void draw_register_entry(const Registers& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const bool is_table = desk.ui.entry == RegisterEntry::Hours;
    const registration::PastedTable table = is_table ? pasted(desk) : registration::PastedTable{};
    ui::Rect room = rect;
    const bool is_beside = is_table && rect.width >= frame.px(kWide);
    if (is_beside) draw_pasted_rows(desk, table, ui::take_right(room, frame.px(kPreview), frame.px(kGapCardsX)));
    ui::ScrollRegion region(frame, "entry", room);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    lay_card(desk.screen, rest, [&](CardPen& pen) { lay_form(pen, desk, table); });
    if (is_table && !is_beside && !table.rows.empty()) {
        draw_pasted_rows(desk, table, ui::take_top(rest, frame.px(kPreviewBelow), frame.px(kSpace3)));
    }
    region.end_at(rest.y + frame.px(kEndSpace));
}

}  // namespace xueshi::views
