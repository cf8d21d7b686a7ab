// What a teacher's results are asked for by others (R24, R30, R31), each with what stands against it.
#include "web/ui/chip.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::PromotionWindow;
using app::YearResult;

struct ResultSign {
    std::string text;
    ui::Meaning meaning = ui::Meaning::Neutral;
};

ResultSign result_of(const locale::Locale& words, const YearResult& result) {
    const std::string year = std::to_string(result.year.year);
    const std::string missing = words.hours(result.missing);
    if (result.is_verified) {
        return result.passes ? ResultSign{words.format(Message::UseYearVerified, {year}), ui::Meaning::Done}
                             : ResultSign{words.format(Message::UseYearFailed, {year}), ui::Meaning::Refused};
    }
    if (result.passes) return {words.format(Message::UseYearEnough, {year}), ui::Meaning::Wait};
    const Message message = result.is_over ? Message::UseYearShort : Message::UseYearRunning;
    return {words.format(message, {year, missing}), ui::Meaning::Attention};
}

void lay_result(CardPen& pen, const ResultSign& sign) {
    const ui::Rect row = pen.take(kLineBody, 0);
    if (pen.draws) ui::status(pen.frame(), row, {.text = sign.text, .meaning = sign.meaning});
}

ui::TextStyle small(const CardPen& pen) { return {.size = ui::TextSize::Small, .colour = pen.screen.frame.theme.ink_2}; }

void lay_heading(CardPen& pen, Message message) {
    pen.take(kSpace3);
    pen.paragraph(pen.words()(message), {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3}, kSpace1);
}

// The years that have enough are told in one word.
void lay_window(CardPen& pen, const PromotionWindow& window) {
    const locale::Locale& words = pen.words();
    const Message when = window.is_after_june ? Message::UsePromotionAfter : Message::UsePromotionBy;
    pen.paragraph(words.format(when, {std::to_string(window.years.front().year.year), std::to_string(window.years.back().year.year)}), {});
    if (window.passes()) lay_result(pen, {std::string(words(Message::UseCyclePassed)), ui::Meaning::Done});
    for (const YearResult& year : window.years) {
        if (!year.passes) lay_result(pen, result_of(words, year));
    }
    pen.paragraph(words.format(Message::UseCycleTotal, {words.hours(window.counted), words.hours(window.minimum)}), small(pen), kSpace2);
}

void lay_uses(CardPen& pen, const app::HourUses& uses) {
    const locale::Locale& words = pen.words();
    pen.paragraph(words(Message::UsesTitle), {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    if (uses.allowance) {
        lay_heading(pen, Message::UseAllowance);
        lay_result(pen, result_of(words, uses.allowance->year_before));
        pen.paragraph(words(Message::UseAllowanceText), small(pen));
    }
    if (!uses.promotion.empty()) lay_heading(pen, Message::UsePromotion);
    for (const PromotionWindow& window : uses.promotion) lay_window(pen, window);
    if (uses.registration.empty()) return;
    lay_heading(pen, Message::UseRegistration);
    for (const YearResult& year : uses.registration) lay_result(pen, result_of(words, year));
    pen.paragraph(words(Message::UseRegistrationText), small(pen));
}

}  // namespace

void draw_uses_card(const HoursPage& page, ui::Rect& rest) {
    const ui::IdScope scope(page.frame(), "uses");
    lay_card(page.screen, rest, [&](CardPen& pen) { lay_uses(pen, page.projection.uses); });
}

}  // namespace xueshi::views
