// The desk of hours registered for teachers (学时登记): research departments and district institutions enter hours, schools
// declare training and hand in records of recognised bases, districts and the Centre decide. A teacher sees what was
// registered for them, and hands in their own records.
#pragma once

#include <string>

#include "core/app/select_registers.h"
#include "web/views/screen.h"

namespace xueshi::views {

// What is being written.
enum class RegisterEntry : std::uint8_t {
    None,
    Hours,     // research or district-based hours, a teacher a row
    Training,  // a school's declaration
    Record,    // of a recognised base
    Again,     // what was sent back, corrected
    Correct,   // hours that are recorded
};

struct RegistersUiState {
    int shown = -1;  // app::RegisterTab, once it was chosen; -1: wherever something waits for the reader
    registration::RegistrationKey current;  // whose details are shown

    RegisterEntry entry = RegisterEntry::None;
    ledger::HourSource source = ledger::HourSource::Research;
    registration::RegistrationKey about;  // of Again and Correct
    // As typed; `teachers` is a table or numbers.
    std::string title, organiser, from, until, hours, teachers, reason;
    HourCategory category = HourCategory::Professional;
    bool is_tried = false;  // it was to be sent: what is missing is told

    enum class Dialog : std::uint8_t { None, Return, Refuse, Cancel, Withdraw };
    Dialog dialog = Dialog::None;
    std::string dialog_reason;
};

// The way to it from other pages: at the right end of `room` where it fits, else false; and as a button at the top of
// `rest`.
bool draw_registers_link(const Screen& screen, const ui::Rect& room);
void draw_registers_row(const Screen& screen, ui::Rect& rest);

void draw_registers(const Screen& screen, const app::RegistersProjection& projection, RegistersUiState& ui);

}  // namespace xueshi::views
