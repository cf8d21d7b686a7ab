// Which page of the diagnostic is shown, and its foot: what the frame around all pages asks. Part of Home's program.
#include "web/views/diagnostic_view.h"

namespace xueshi::views {

using namespace ui::metrics;

namespace {

constexpr float kQuestionFoot = 6.0f;
constexpr float kQuestionFootLow = 4.5f;  // without the hint below the buttons
constexpr float kLowPage = 30.0f;  // em of height

}  // namespace

DiagnosticPage diagnostic_page(const Status& status,
                               const app::DiagnosticProjection& projection,
                               const DiagnosticUiState& ui,
                               bool takes) {
    if (!status.has_role(organisation::OrgRole::Teacher)) return DiagnosticPage::NoDuty;
    if (!projection.has_questions) return status.has_questions_failed ? DiagnosticPage::Failed : DiagnosticPage::Coming;
    if (takes && projection.under_way) return DiagnosticPage::Question;
    if (ui.begins_anew) return DiagnosticPage::Begin;
    if (projection.under_way) return DiagnosticPage::UnderWay;
    return projection.results.empty() ? DiagnosticPage::Begin : DiagnosticPage::Result;
}

bool has_tabs(DiagnosticPage page) { return page != DiagnosticPage::Question; }

float diagnostic_foot(const ui::Frame& frame, DiagnosticPage page) {
    if (page == DiagnosticPage::Question) {
        const bool is_low = !frame.is_phone() || frame.viewport.height < frame.px(kLowPage);
        return frame.px(is_low ? kQuestionFootLow : kQuestionFoot);
    }
    return page == DiagnosticPage::Result ? frame.px(kSpace8 + 2 * kSpace3 - 0.125f) : 0;
}

}  // namespace xueshi::views
