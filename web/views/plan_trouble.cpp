// Why the planner found nothing: the conditions that exclude each other, and the ways out, each with the
// button that takes it (mock-up plan-infeasible).
#include <algorithm>
#include <cmath>

#include "web/ui/card.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using Trouble = app::CompletionTrouble;

constexpr float kWideFrom = 34.0f;  // em: below it tiles stand one below the other
constexpr int kTileColumns = 3;
constexpr float kTilePad = 0.75f;
constexpr float kWayTile = 2.5f;   // the square around a way's icon
constexpr ui::TextStyle kTileTitle{.weight = ui::Weight::Bold, .max_lines = 2};
constexpr ui::TextStyle kHead{
    .size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2};

bool is_wide(const ui::Frame& frame, float width) { return width >= frame.px(kWideFrom); }

ui::TextStyle note_style(const ui::Frame& frame) {
    return {.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
}

struct Words {
    ui::Icon icon = ui::Icon::None;
    std::string title, note;
};

Words words_of(const Screen& screen, const Trouble::Demand& demand) {
    const locale::Locale& words = screen.words;
    switch (demand.kind) {
        case Trouble::DemandKind::MaxFee:
            return {ui::Icon::Yen,
                    words.format(Message::DemandFee, {words.money(demand.fee_fen)}),
                    std::string(words(Message::DemandOwn))};
        case Trouble::DemandKind::MaxHours:
            return {ui::Icon::Clock,
                    words.format(Message::DemandHours, {words.hours(demand.hours)}),
                    std::string(words(demand.is_own ? Message::DemandOwn : Message::DemandUsual))};
        case Trouble::DemandKind::Run:
            return {demand.is_pinned ? ui::Icon::Pin : ui::Icon::Book,
                    words.format(demand.is_pinned ? Message::DemandPinned : Message::DemandChosen,
                                 {demand.title}),
                    words.format(Message::DemandRunNote,
                                 {words.hours(demand.hours), words.price(demand.fee_fen)})};
        case Trouble::DemandKind::Requirement:
            break;
    }
    return {ui::Icon::Target,
            words.format(Message::DemandRequirement, {words.of(demand.name), words.hours(demand.hours)}),
            words.format(Message::BasedOn, {words.of(demand.source)})};
}

std::string missing_words(const Screen& screen, const std::vector<Trouble::Shortfall>& shortfalls) {
    const locale::Locale& words = screen.words;
    std::string lines;
    for (const Trouble::Shortfall& each : shortfalls) {
        if (!lines.empty()) lines += '\n';
        lines += words.format(Message::PlanTroubleMissing, {words.of(each.name), words.hours(each.missing)});
    }
    return lines;
}

Words words_of(const PlanScreen& view, const Trouble::Way& way, const Trouble& trouble) {
    const Screen& screen = view.screen;
    const locale::Locale& words = screen.words;
    switch (way.kind) {
        case plan::WayOutKind::RaiseMaxFee:
            return {ui::Icon::Yen,
                    words.format(Message::WayFee, {words.money(way.max_fee_fen)}),
                    words.format(Message::WayFeeNote,
                                 {words.money(way.max_fee_fen - view.plan.limits.max_fee_fen.value_or(0))})};
        case plan::WayOutKind::RaiseMaxHours: {
            DeciHours limit;
            for (const Trouble::Demand& demand : trouble.demands) {
                if (demand.kind == Trouble::DemandKind::MaxHours) limit = demand.hours;
            }
            return {ui::Icon::Clock,
                    words.format(Message::WayHours, {words.hours(way.max_hours)}),
                    words.format(Message::WayHoursNote, {words.hours(way.max_hours - limit)})};
        }
        case plan::WayOutKind::DropPin:
            return {way.is_pinned ? ui::Icon::Pin : ui::Icon::Trash,
                    words.format(way.is_pinned ? Message::WayUnpin : Message::WayRemove, {way.title}),
                    std::string(words(Message::WayRunNote))};
        case plan::WayOutKind::TakeNearest:
            break;
    }
    return {ui::Icon::Calendar, std::string(words(Message::WayNearest)), missing_words(screen, way.missing)};
}

std::string title_of(const Screen& screen, const Trouble& trouble) {
    const locale::Locale& words = screen.words;
    const std::size_t count = trouble.demands.size();
    std::string title = count > 1 ? words.format(Message::PlanTroubleMany, {std::to_string(count)})
                                  : std::string(words(Message::PlanTroubleOne));
    const DeciHours missing = trouble.missing();
    if (missing.tenths == 0) return title;
    return words.format(Message::PlanTroubleNamed, {title, words.hours(missing)});
}

std::string text_of(const Screen& screen, const Trouble& trouble) {
    std::string text;
    if (trouble.demands.size() > 1) text = screen.words(Message::PlanTroubleText);
    text += screen.words(Message::PlanTroubleSafe);
    return text;
}

// ---- the conditions

float tile_text_width(const ui::Frame& frame, float width) {
    return width - frame.px(2 * kTilePad + kIconButton + kSpace2);
}

float tile_height(const Screen& screen, const Trouble::Demand& demand, float width) {
    const ui::Frame& frame = screen.frame;
    const Words words = words_of(screen, demand);
    const float room = tile_text_width(frame, width);
    return ui::measure_paragraph(frame, room, words.title, kTileTitle) +
           ui::measure_paragraph(frame, room, words.note, note_style(frame)) + frame.px(2 * kTilePad);
}

void draw_tile(const Screen& screen, const Trouble::Demand& demand, const ui::Rect& rect) {
    ui::Frame& frame = screen.frame;
    const Words words = words_of(screen, demand);
    ui::box(frame, rect, frame.theme.surface, frame.theme.attn, frame.px(kStrokeHair), frame.px(kRadiusControl));
    ui::Rect inner = ui::inset(rect, frame.px(kTilePad));
    ui::Rect sign = ui::take_left(inner, frame.px(kIconButton), frame.px(kSpace2));
    ui::draw_icon(frame, ui::take_top(sign, frame.px(kLineBody)), words.icon, frame.px(kIconButton), frame.theme.attn);
    ui::take_top(inner, ui::draw_paragraph(frame, inner, words.title, kTileTitle));
    ui::draw_paragraph(frame, inner, words.note, note_style(frame));
}

// Rows of tiles of one height; answers their height, and draws them when `draws`.
float lay_tiles(const Screen& screen, const Trouble& trouble, ui::Rect rect, bool draws) {
    const ui::Frame& frame = screen.frame;
    const int count = static_cast<int>(trouble.demands.size());
    const int columns = is_wide(frame, rect.width) ? std::min(count, kTileColumns) : 1;
    const float top = rect.y;
    for (int first = 0; first < count; first += columns) {
        const int last = std::min(count, first + columns);
        const auto each = [&](auto&& act) {
            for (int i = first; i < last; ++i) {
                const ui::Rect column = ui::column_of(rect, i - first, columns, frame.px(kSpace2));
                act(trouble.demands[static_cast<std::size_t>(i)], column);
            }
        };
        float height = 0;
        each([&](const Trouble::Demand& demand, const ui::Rect& column) {
            height = std::max(height, tile_height(screen, demand, column.width));
        });
        if (draws) {
            each([&](const Trouble::Demand& demand, const ui::Rect& column) {
                draw_tile(screen, demand, {column.x, rect.y, column.width, height});
            });
        }
        rect.y += height + (last < count ? frame.px(kSpace2) : 0);
    }
    return rect.y - top;
}

void draw_conflict(const PlanScreen& view, const Trouble& trouble, ui::Rect& rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const std::string title = title_of(screen, trouble);
    const std::string text = text_of(screen, trouble);
    const float pad = ui::card_pad(frame);
    const float width = rest.width - 2 * pad;
    const float room = width - frame.px(kIconButton + kSpace3);
    const float head = ui::measure_paragraph(frame, room, title, kHead) + frame.px(kSpace1) +
                       ui::measure_paragraph(frame, room, text) + frame.px(kSpace4);
    const float tiles = lay_tiles(screen, trouble, {0, 0, width, 0}, false);
    ui::Rect inner = ui::card(
        frame, ui::take_top(rest, head + tiles + 2 * pad, card_gap(frame)), ui::CardKind::Attention);
    ui::Rect words = ui::take_top(inner, head);
    ui::Rect sign = ui::take_left(words, frame.px(kIconButton), frame.px(kSpace3));
    ui::draw_icon(
        frame, ui::take_top(sign, frame.px(kLineHead)), ui::Icon::Triangle, frame.px(kIconButton), frame.theme.attn);
    ui::take_top(words, ui::draw_paragraph(frame, words, title, kHead), frame.px(kSpace1));
    ui::draw_paragraph(frame, words, text, {.colour = frame.theme.ink_2});
    lay_tiles(screen, trouble, inner, true);
}

// ---- the ways out

void take(const PlanScreen& view, const Trouble::Way& way) {
    TakeProposal action{view.plan.edited, view.plan.limits, {}, way.runs, way.missing.empty()};
    if (way.kind == plan::WayOutKind::RaiseMaxFee) action.limits.max_fee_fen = way.max_fee_fen;
    if (way.kind == plan::WayOutKind::RaiseMaxHours) action.limits.max_hours = way.max_hours;
    if (way.is_pinned) action.unpinned = way.run;
    view.screen.actions.put(std::move(action));
    view.screen.frame.plane.request_focus(view.main);
}

struct WayLayout {
    ui::ButtonLook button;
    float button_width = 0;
    float result_width = 0;  // beside the text, where it is wide
    float text_width = 0;
    bool is_wide = false;
};

WayLayout lay_out_way(const Screen& screen, float width, std::string_view result, bool is_first) {
    const ui::Frame& frame = screen.frame;
    WayLayout layout;
    layout.button = {.label = screen.words(Message::WayTake),
                     .kind = is_first ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary};
    layout.button_width = ui::button_width(frame, layout.button);
    layout.is_wide = is_wide(frame, width);
    layout.text_width = width - layout.button_width - frame.px(kSpace3);
    layout.result_width = std::ceil(ui::measure_text(frame, result));
    if (layout.is_wide) layout.text_width -= layout.result_width + frame.px(kSpace3 + kWayTile + kSpace3);
    return layout;
}

std::string result_of(const Screen& screen, const Trouble::Way& way) {
    return screen.words.format(Message::WayResult,
                               {screen.words.money(way.fee_fen), screen.words.courses(way.runs.size())});
}

void draw_way(const PlanScreen& view, const Trouble& trouble, const Trouble::Way& way, ui::Rect& rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const Words words = words_of(view, way, trouble);
    const std::string result = result_of(screen, way);
    const bool is_first = &way == trouble.ways.data();
    const float pad = ui::card_pad(frame);
    WayLayout layout = lay_out_way(screen, rest.width - 2 * pad, result, is_first);
    const ui::TextStyle title_style{.weight = ui::Weight::Bold};
    float tall = ui::measure_paragraph(frame, layout.text_width, words.title, title_style) +
                 ui::measure_paragraph(frame, layout.text_width, words.note, note_style(frame));
    if (!layout.is_wide) tall += frame.px(kLineSmall);
    const float height = std::max(tall, ui::button_height(frame));
    ui::Rect row = ui::card(frame,
                            ui::take_top(rest, height + 2 * pad, card_gap(frame)),
                            is_first ? ui::CardKind::Best : ui::CardKind::Plain);

    const std::string name = screen.words.format(Message::WayTakeNamed, {words.title});
    layout.button.name = name;
    const ui::Rect end = ui::take_right(row, layout.button_width, frame.px(kSpace3));
    if (ui::button(frame, "take", ui::centred(end, end.width, ui::button_height(frame)), layout.button)) {
        take(view, way);
    }
    if (layout.is_wide) {
        const ui::Rect square = ui::take_left(row, frame.px(kWayTile), frame.px(kSpace3));
        const ui::Rect tile = ui::centred(square, square.width, square.width);
        ui::fill(frame, tile, frame.theme.accent_tint, frame.px(kRadiusControl));
        ui::draw_icon(frame, tile, words.icon, frame.px(kIconButton), frame.theme.accent);
        const ui::Rect column = ui::take_right(row, layout.result_width, frame.px(kSpace3));
        ui::draw_text(frame, column, result, {.align = ui::Align::Right});
    }
    ui::Rect text = ui::left_middle(row, row.width, tall);
    ui::take_top(text, ui::draw_paragraph(frame, text, words.title, title_style));
    ui::take_top(text, ui::draw_paragraph(frame, text, words.note, note_style(frame)));
    if (!layout.is_wide) {
        ui::draw_text(frame, ui::take_top(text, frame.px(kLineSmall)), result, {.size = ui::TextSize::Small});
    }
}

void draw_ways_head(const Screen& screen, const Trouble& trouble, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const std::size_t count = trouble.ways.size();
    const std::string title = count > 1
                                  ? screen.words.format(Message::WaysTitle, {std::to_string(count)})
                                  : std::string(screen.words(Message::WaysOne));
    ui::take_top(rest, ui::draw_paragraph(frame, rest, title, kHead));
    const ui::TextStyle style = note_style(frame);
    ui::take_top(rest, ui::draw_paragraph(frame, rest, screen.words(Message::WaysNote), style), frame.px(kSpace3));
}

}  // namespace

void draw_trouble_cards(const PlanScreen& view, ui::Rect& rest) {
    if (!view.plan.trouble) return;
    const Trouble& trouble = *view.plan.trouble;
    const ui::IdScope scope(view.screen.frame, "trouble");
    draw_conflict(view, trouble, rest);
    if (trouble.ways.empty()) return;
    draw_ways_head(view.screen, trouble, rest);
    for (std::size_t i = 0; i < trouble.ways.size(); ++i) {
        const ui::IdScope way(view.screen.frame, static_cast<std::uint64_t>(i));
        draw_way(view, trouble, trouble.ways[i], rest);
    }
}

}  // namespace xueshi::views
