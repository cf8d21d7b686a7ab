// Parts of the desk of registered hours. Internal to its files.
#pragma once

#include <string>
#include <string_view>

#include "core/registration/pasted_hours.h"
#include "web/ui/chip.h"
#include "web/ui/field.h"
#include "web/views/card_pen.h"
#include "web/views/registers_view.h"

namespace xueshi::views {

struct Registers {
    const Screen& screen;
    const app::RegistersProjection& projection;
    RegistersUiState& ui;
    int shown = 0;        // app::RegisterTab
    ui::NodeId page = 0;  // takes the focus when what was pressed goes away

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
    const app::RegisterLine* current() const { return projection.find(ui.current); }
    // The tab stays, though nothing may be left in it.
    void order(registration::RegistrationCommand command) const {
        ui.shown = shown;
        screen.actions.put(RegistrationOrder{std::move(command)});
    }
    void set_evidence(std::vector<registration::Evidence> evidence) const {
        screen.actions.put(SetEvidence{std::move(evidence)});
    }
};

// registers_list.cpp: what may be entered, and the lines of the tab that is shown.
void draw_entry_buttons(const Registers& desk, ui::Rect& rest);
void draw_register_rows(const Registers& desk, const ui::Rect& rect);

// registers_detail.cpp: one registration, its history, and what the reader may do with it.
void draw_register_detail(const Registers& desk, const app::RegisterLine& line, const ui::Rect& rect);
// registers_dialogs.cpp: the reason for what is decided.
void draw_register_dialog(const Registers& desk);

// registers_entry.cpp: the page on which something is written.
void begin_entry(const Registers& desk, RegisterEntry entry, ledger::HourSource source);
void begin_change(const Registers& desk, RegisterEntry entry, const app::RegisterLine& line);
void end_entry(const Registers& desk);
void draw_register_entry(const Registers& desk, const ui::Rect& rect);
// registers_fields.cpp: the activity as it is typed.
registration::CommonActivity typed_activity(const RegistersUiState& ui);
void lay_activity_fields(CardPen& pen, const Registers& desk, bool is_required);
// Lays a field and takes what was typed.
void lay_field(CardPen& pen, std::string_view id, const ui::FieldLook& look, std::string& text);
// registers_preview.cpp: pasted rows before they are sent.
void draw_pasted_rows(const Registers& desk, const registration::PastedTable& table, const ui::Rect& rect);

// ---- words, registers_words.cpp
struct RegisterSign {
    std::string text;
    ui::Meaning meaning = ui::Meaning::Neutral;
};
RegisterSign register_sign(const Registers& desk, const app::RegisterLine& line);
// "林晓岚", "林晓岚等 24 人"
std::string people_words(const locale::Locale& words, const registration::Content& content);
std::string period_words(const locale::Locale& words, const registration::Activity& activity);
// "6 学时，计入 3"
std::string hours_words(const locale::Locale& words, const app::RegisterLine& line);
std::string_view move_words(const locale::Locale& words, registration::RegistrationMove move);
// What stands against a typed activity or a pasted row.
std::string problem_words(const locale::Locale& words, const Error& problem);

}  // namespace xueshi::views
