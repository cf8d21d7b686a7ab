#include "web/views/diagnostic_view.h"

#include "web/ui/text.h"

namespace xueshi::views {

void draw_diagnostic(const Screen& screen,
                     const app::DiagnosticProjection& projection,
                     DiagnosticUiState&,
                     bool) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(
        frame, "diagnostic", ui::Role::Main, page.content, screen.words(Message::DiagnosticTitle));
    if (projection.has_questions) return;
    ui::draw_text(frame, page.content, screen.words(Message::Opening), {.colour = frame.theme.ink_2});
}

}  // namespace xueshi::views
