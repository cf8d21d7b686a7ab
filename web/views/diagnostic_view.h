// The diagnostic (诊断测评, R15): what it is and what it found, and its questions, one a page.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "core/app/select_diagnostic.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct DiagnosticUiState {
    // What the next one is begun with, by diagnostic::Equipment.
    std::array<bool, 3> equipment = {};
    diagnostic::TestMode mode = diagnostic::TestMode::Adaptive;
    bool begins_anew = false;  // the page about it, though one is under way or there is a result

    // The question shown; empty: the one that waits, or the last page.
    std::string item;
    bool is_at_end = false;
    std::string drawn_page;  // whose heading had the focus last

    bool compares = false;                // the last result with the one before
    std::map<std::string, bool> themes;   // turned on or off by hand, by code
    std::string open_theme;               // whose courses are shown
};

enum class DiagnosticPage : std::uint8_t { NoDuty, Coming, Failed, Begin, UnderWay, Result, Question };

// Which of its pages is shown. `takes`: the questions, where there are any to answer.
DiagnosticPage diagnostic_page(const Status& status,
                               const app::DiagnosticProjection& projection,
                               const DiagnosticUiState& ui,
                               bool takes);

// Phone: what stands at the foot of that page, CSS px above the tabs, or above the edge where there are none.
bool has_tabs(DiagnosticPage page);
float diagnostic_foot(const ui::Frame& frame, DiagnosticPage page);

// `takes`: the questions; else the page about the diagnostic. Where there is nothing to take, the page about it.
// A door of the part `questions` (web/program_parts.txt).
void draw_diagnostic(const Screen& screen,
                     const app::DiagnosticProjection& projection,
                     DiagnosticUiState& ui,
                     bool takes);

}  // namespace xueshi::views
