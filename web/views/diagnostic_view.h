// The diagnostic (诊断测评, R15): what it is and what it found, and its questions, one a page.
#pragma once

#include <cstddef>
#include <optional>

#include "core/app/select_diagnostic.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct DiagnosticUiState {};

// `takes`: the questions; else the page about the diagnostic. Where there is nothing to take, the page about it.
void draw_diagnostic(const Screen& screen,
                     const app::DiagnosticProjection& projection,
                     DiagnosticUiState& ui,
                     bool takes);

}  // namespace xueshi::views
