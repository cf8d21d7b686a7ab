#include "web/views/diagnostic_view.h"

#include <algorithm>

#include "web/ui/page_header.h"
#include "web/ui/state_page.h"
#include "web/views/diagnostic_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kStateWidth = 28.0f;

ui::StatePageLook state_of(const DiagnosticScreen& view, DiagnosticPage page) {
    const locale::Locale& words = view.words();
    switch (page) {
        case DiagnosticPage::NoDuty:
            return {.drawing = ui::Drawing::Empty,
                    .title = words(Message::DiagnosticNoDuty),
                    .text = words(Message::DiagnosticNoDutyText),
                    .primary = words(Message::PlanPick)};
        case DiagnosticPage::Failed:
            return {.drawing = ui::Drawing::Offline,
                    .colour = view.frame().theme.wait,
                    .title = words(Message::DiagnosticFailed),
                    .text = words(Message::DiagnosticFailedText),
                    .safe = words(Message::DiagnosticFailedSafe),
                    .primary = words(Message::Retry)};
        default:
            return {.drawing = ui::Drawing::Empty,
                    .title = words(Message::DiagnosticComing),
                    .text = words(Message::DiagnosticComingText)};
    }
}

void draw_state(const DiagnosticScreen& view, DiagnosticPage page) {
    ui::Frame& frame = view.frame();
    const ui::PageLayout layout = lay_out_diagnostic(view, {});
    ui::page_header(frame,
                    layout.header,
                    {.title = view.words()(Message::DiagnosticTitle), .note = view.screen.sample_chip()});
    const ui::StatePageLook look = state_of(view, page);
    ui::Rect place = layout.content;
    place.width = std::min(place.width, frame.px(kStateWidth));
    place.height = ui::state_page_height(frame, place.width, look);
    if (ui::state_page(frame, "state", place, look) != ui::StatePageAction::Primary) return;
    if (page == DiagnosticPage::NoDuty) {
        view.screen.actions.put(OpenRoute{std::string(kCatalogueRoute), false});
    } else {
        view.screen.actions.put(RetrySync{});
    }
}

void draw_page(const DiagnosticScreen& view, DiagnosticPage page) {
    switch (page) {
        case DiagnosticPage::Question:
            return draw_question_page(view);
        case DiagnosticPage::Begin:
        case DiagnosticPage::UnderWay:
            return draw_begin_page(view);
        case DiagnosticPage::Result:
            return draw_result_page(view);
        default:
            return draw_state(view, page);
    }
}

}  // namespace

[[gnu::noinline]] void draw_diagnostic(const Screen& screen,
                                       const app::DiagnosticProjection& projection,
                                       DiagnosticUiState& ui,
                                       bool takes) {
    ui::Frame& frame = screen.frame;
    const DiagnosticPage page = diagnostic_page(screen.status, projection, ui, takes);
    const DiagnosticScreen view{screen, projection, ui, frame.id("diagnostic")};
    if (page != DiagnosticPage::Question) {
        ui.drawn_page.clear();
        ui.item.clear();
        ui.is_at_end = false;
    } else {
        return draw_page(view, page);
    }
    const ui::NodeScope main(
        frame, "diagnostic", ui::Role::Main, frame.viewport, screen.words(Message::DiagnosticTitle));
    draw_page(view, page);
}

}  // namespace xueshi::views
