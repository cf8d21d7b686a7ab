// The parts of the diagnostic's screens. Parts that take `rest` draw themselves at its top and cut off what they took,
// gap included.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "web/ui/card.h"
#include "web/ui/chip.h"
#include "web/views/card_pen.h"
#include "web/views/diagnostic_view.h"

namespace xueshi::views {

struct DiagnosticScreen {
    const Screen& screen;
    const app::DiagnosticProjection& projection;
    DiagnosticUiState& ui;
    ui::NodeId main = 0;  // takes the focus when what was pressed goes away

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
};

// A pen that knows the page it writes on.
struct DiagnosticPen : CardPen {
    const DiagnosticScreen& view;

    DiagnosticPen(const DiagnosticScreen& page, const CardPen& pen) : CardPen(pen), view(page) {}
    DiagnosticPen(const DiagnosticScreen& page, const ui::Rect& room, bool is_drawing)
        : CardPen{page.screen, room, is_drawing}, view(page) {}
};

template <class Lay>
void lay_card(const DiagnosticScreen& view, ui::Rect& rest, Lay&& lay, ui::CardKind kind = ui::CardKind::Plain) {
    lay_card(
        view.screen,
        rest,
        [&](CardPen& pen) {
            DiagnosticPen own(view, pen);
            lay(own);
            pen.rest = own.rest;
        },
        kind);
}

// --- words
std::string stage_and_subject(const locale::Locale& words, SchoolStage stage, std::string_view subject);
std::string_view level_title(const locale::Locale& words, diagnostic::CapabilityLevel level);
std::string_view level_name(const locale::Locale& words, diagnostic::CapabilityLevel level);
std::string_view mode_name(const locale::Locale& words, diagnostic::TestMode mode);
std::string_view band_words(const locale::Locale& words, const diagnostic::BandedScore& score);
ui::ChipLook band_chip(const locale::Locale& words, const diagnostic::BandedScore& score);
// "0.74": the score, and a difference of two, in hundredths.
std::string score_figure(double share);
// Of so many questions, rounded up.
int minutes_of(int questions);
// When a result was found, or of which phase it is.
std::string result_when(const locale::Locale& words, const app::ResultView& result);

// The page by its parts; on television, which has no title row, one is cut off the content.
ui::PageLayout lay_out_diagnostic(const DiagnosticScreen& view, const ui::PageWishes& wishes);

// --- pages
void draw_begin_page(const DiagnosticScreen& view);
void draw_question_page(const DiagnosticScreen& view);
void draw_result_page(const DiagnosticScreen& view);

// --- cards of the page about it
void draw_carry_card(const DiagnosticScreen& view, ui::Rect& rest);
void draw_under_way_card(const DiagnosticScreen& view, ui::Rect& rest);

// --- the result
void draw_scores_card(const DiagnosticScreen& view, ui::Rect& rest);
void draw_advice_card(const DiagnosticScreen& view, ui::Rect& rest);
void draw_history_card(const DiagnosticScreen& view, ui::Rect& rest);
// The result before the last, where both measured something.
const app::ResultView* earlier_result(const app::DiagnosticProjection& projection);

// --- recommended themes
bool is_chosen(const DiagnosticScreen& view, const app::ThemeView& theme);
void lay_themes(DiagnosticPen& pen);
// How many are chosen, whether that is enough, and the button that hands them over.
void draw_theme_actions(const DiagnosticScreen& view, const ui::Rect& row);
float theme_actions_height(const ui::Frame& frame);

}  // namespace xueshi::views
