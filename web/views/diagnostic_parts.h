// The parts of the diagnostic's screens. Parts that take `rest` draw themselves at its top and cut off what they took,
// gap included.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "web/ui/card.h"
#include "web/ui/chip.h"
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

// Draws from the top of `rest` and cuts off what it took; only measures when it does not draw.
struct DiagnosticPen {
    const DiagnosticScreen& view;
    ui::Rect rest;
    bool draws = false;

    ui::Frame& frame() const { return view.screen.frame; }
    const locale::Locale& words() const { return view.screen.words; }
    ui::Rect take(float em, float gap_em = 0) {
        return ui::take_top(rest, frame().px(em), frame().px(gap_em));
    }
    // Wrapped text, `right_px` less wide than the rest.
    void paragraph(std::string_view text, const ui::TextStyle& style, float gap_em = 0, float right_px = 0);
    // An icon of the status size and text beside it.
    void remark(ui::Icon icon, ui::Colour colour, std::string_view text, const ui::TextStyle& style, float gap_em = 0);
};

// A card around what `lay` puts into it: called twice, to measure and to draw. A function is handed on in a lambda:
// what is called through a pointer would stay in the first part of the program (docs/decisions/0015).
template <class Lay>
void lay_card(const DiagnosticScreen& view, ui::Rect& rest, Lay&& lay, ui::CardKind kind = ui::CardKind::Plain) {
    ui::Frame& frame = view.screen.frame;
    const float pad = ui::card_pad(frame);
    DiagnosticPen measured{view, {0, 0, rest.width - 2 * pad, frame.px(1000)}};
    lay(measured);
    const ui::Rect place = ui::take_top(rest, measured.rest.y + 2 * pad, card_gap(frame));
    DiagnosticPen drawn{view, ui::card(frame, place, kind), true};
    lay(drawn);
}

// --- words
// One more part of a line of facts: " · " before it, unless it is the first.
void add_part(const locale::Locale& words, std::string& line, std::string_view part);
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
