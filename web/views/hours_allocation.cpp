// To which year the chosen record goes, and what that does to every year, before it is done.
#include <algorithm>
#include <utility>
#include <vector>

#include "web/ui/button.h"
#include "web/ui/checks.h"
#include "web/ui/list_row.h"
#include "web/views/button_row.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

const app::HourLine* chosen_line(const HoursPage& page) {
    return page.ui.record.empty() ? nullptr : page.projection.find(page.ui.record);
}

bool has_movable(const HoursPage& page) {
    const auto& lines = page.projection.lines;
    return std::any_of(lines.begin(), lines.end(), [](const app::HourLine& line) { return line.can_move; });
}

bool is_staged_to(const HoursPage& page, const app::YearOption& option) {
    if (page.ui.staged.empty()) return option.is_current;
    const auto& staged = page.ui.staged;
    return std::any_of(staged.begin(), staged.end(), [&](const ledger::YearMove& move) {
        return move.record_id == page.ui.record && move.year == option.year;
    });
}

// The years that are open, the latest first; those that are not say why, together where it is the same.
void lay_options(CardPen& pen, const HoursPage& page) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    std::vector<std::pair<std::string, std::string>> closed;  // a reason, and the years it stands against
    const auto& options = page.projection.options;
    for (auto option = options.rbegin(); option != options.rend(); ++option) {
        const std::string year = std::to_string(option->year.year);
        const std::string note = option_words(words, *option);
        if (option->barrier && !option->is_current) {
            const auto same = std::find_if(closed.begin(), closed.end(), [&](const auto& each) { return each.first == note; });
            if (same == closed.end()) {
                closed.emplace_back(note, year);
            } else {
                same->second += std::string(words(Message::ListSeparator)) + year;
            }
            continue;
        }
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(option->year.year));
        const ui::Rect place = pen.take(3.25f, kSpace2);
        if (pen.draws && ui::answer(frame, "year", place, is_staged_to(page, *option), {.label = year, .note = note})) {
            stage_year(page, *option);
        }
    }
    for (const auto& [reason, years] : closed) {
        pen.paragraph(words.format(Message::AllocationClosed, {years, reason}),
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}, kSpace1);
    }
}

void lay_effect(CardPen& pen, const app::YearEffect& effect) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const YearSign sign = result_sign(words, effect.passes_after, effect.missing_after);
    std::string year = std::to_string(effect.year.year);
    if (effect.is_cycle) year += words(Message::EffectCycle);
    const std::string change = words.format(Message::EffectChange, {words.hours(effect.before), words.hours(effect.after)});
    ui::Rect row = pen.take(kLineBody, kSpace2);
    if (!pen.draws) return;
    const ui::StatusLook look{.text = sign.text, .meaning = sign.meaning, .icon = sign.icon, .align = ui::Align::Right};
    ui::status(frame, ui::take_right(row, ui::status_width(frame, look), frame.px(kSpace2)), look);
    ui::draw_text(frame, ui::take_left(row, frame.px(5)), year);
    ui::draw_text(frame, row, change, {.weight = ui::Weight::Bold, .is_tabular = true});
}

void lay_effects(CardPen& pen, const HoursPage& page) {
    const locale::Locale& words = pen.words();
    if (page.projection.refusal) {
        pen.remark(ui::Icon::Triangle, pen.frame().theme.attn, words.refusal(page.projection.refusal->name()), {}, kSpace3);
        return;
    }
    if (page.projection.effects.empty()) return;
    pen.take(kSpace2);
    pen.paragraph(words(Message::EffectTitle), {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading3}, kSpace2);
    for (const app::YearEffect& effect : page.projection.effects) lay_effect(pen, effect);
    const bool has_cycle = page.projection.cycle && page.projection.cycle_after &&
                           page.projection.cycle->years_passed != page.projection.cycle_after->years_passed;
    if (has_cycle) {
        const app::CycleStanding& before = *page.projection.cycle;
        const app::CycleStanding& after = *page.projection.cycle_after;
        pen.paragraph(words.format(Message::EffectOnCycle,
                                   {std::to_string(before.first.year), std::to_string(before.last.year),
                                    std::to_string(before.years_passed), std::to_string(after.years_passed)}),
                      {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace2);
    }
}

void lay_freezing(CardPen& pen, const HoursPage& page) {
    if (!page.projection.freezes_on) return;
    const locale::Locale& words = pen.words();
    pen.take(kSpace2);
    pen.remark(ui::Icon::Clock, pen.frame().theme.attn,
               words.format(Message::AllocationFreezes,
                            {words.date(*page.projection.freezes_on), std::to_string(page.projection.freezes.year)}),
               {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace3);
}

// The moves of a proposal, which are several.
void lay_moves(CardPen& pen, const HoursPage& page) {
    const locale::Locale& words = pen.words();
    if (page.ui.staged.empty()) {
        pen.paragraph(words(Message::BestAlready), {.colour = pen.frame().theme.ink_2}, kSpace3);
        return;
    }
    for (const ledger::YearMove& move : page.ui.staged) {
        const app::HourLine* line = page.projection.find(move.record_id);
        if (line == nullptr) continue;
        pen.paragraph(words.format(Message::BestMove,
                                   {line->record.title, words.hours(line->record.hours), std::to_string(move.year.year)}),
                      {}, kSpace1);
    }
    if (!page.ui.is_proven) {
        pen.paragraph(words(Message::BestUnproven), {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace1);
    }
}

void lay_head(CardPen& pen, const HoursPage& page, const app::HourLine* line) {
    const locale::Locale& words = pen.words();
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2};
    if (page.ui.is_proposal) {
        pen.paragraph(words(Message::BestTitle), {.size = ui::TextSize::Head, .weight = ui::Weight::Bold,
                                                  .spoken = ui::Spoken::Heading2}, kSpace2);
        return;
    }
    pen.paragraph(words(Message::AllocationTitle), small);
    if (line == nullptr) {
        pen.paragraph(words(has_movable(page) ? Message::AllocationHint : Message::AllocationHintNone), {}, kSpace3);
        return;
    }
    pen.paragraph(line->record.title, {.size = ui::TextSize::Head, .weight = ui::Weight::Bold,
                                       .spoken = ui::Spoken::Heading2});
    std::string about(category_words(words, line->record.category));
    add_part(words, about, words.hours_with_unit(line->record.hours));
    pen.paragraph(about, small, kSpace3);
}

void order(const HoursPage& page, std::vector<ledger::YearMove> moves) {
    page.screen.actions.put(AllocateYears{std::move(moves)});
    page.ui.clear();
    page.frame().request_frame();
}

void lay_orders(CardPen& pen, const HoursPage& page) {
    const locale::Locale& words = pen.words();
    pen.take(kSpace2);
    ButtonRow row{pen};
    const bool can_order = !page.ui.staged.empty() && !page.projection.refusal;
    if (can_order) {
        const std::string label = page.ui.staged.size() == 1
                                      ? words.format(Message::AllocateTo, {std::to_string(page.ui.staged[0].year.year)})
                                      : words.format(Message::AllocateMany, {std::to_string(page.ui.staged.size())});
        if (row.add("allocate", {.label = label, .kind = ui::ButtonKind::Primary})) return order(page, page.ui.staged);
    }
    if (has_movable(page) && !page.ui.is_proposal) {
        if (row.add("best", {.label = words(Message::BestFind), .icon = ui::Icon::Target})) {
            page.screen.actions.put(ProposeAllocation{});
            pen.frame().request_frame();
        }
    }
    if (!page.ui.staged.empty() || page.ui.is_proposal || !page.ui.record.empty()) {
        if (row.add("dismiss", {.label = words(Message::Cancel), .kind = ui::ButtonKind::Quiet})) {
            page.ui.clear();
            pen.frame().request_frame();
        }
    }
}

void lay_undo(CardPen& pen, const HoursPage& page) {
    if (page.projection.undo.empty() || !page.projection.allocated_at) return;
    const locale::Locale& words = pen.words();
    pen.take(kSpace3);
    pen.paragraph(words.format(Message::AllocatedAt, {words.date_time(*page.projection.allocated_at),
                                                      std::to_string(page.projection.undo.size())}),
                  {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2}, kSpace1);
    ButtonRow row{pen};
    if (row.add("take-back", {.label = words(Message::AllocationUndo), .size = ui::ButtonSize::Small, .icon = ui::Icon::Undo})) {
        order(page, page.projection.undo);
    }
}

}  // namespace

void stage_year(const HoursPage& page, const app::YearOption& option) {
    page.ui.is_proposal = false;
    page.ui.staged.clear();
    if (!option.is_current) page.ui.staged.push_back({page.ui.record, option.year});
    page.frame().request_frame();
}

void draw_allocation_card(const HoursPage& page, ui::Rect& rest) {
    const app::HourLine* line = chosen_line(page);
    const ui::IdScope scope(page.frame(), "allocation");
    lay_card(page.screen, rest, [&](CardPen& pen) {
        lay_head(pen, page, line);
        if (page.ui.is_proposal) {
            lay_moves(pen, page);
        } else if (line != nullptr) {
            lay_options(pen, page);
        }
        lay_effects(pen, page);
        lay_freezing(pen, page);
        lay_orders(pen, page);
        lay_undo(pen, page);
    });
}

}  // namespace xueshi::views
