// The limits under which a plan is filled: what it may cost, and how many new hours it may hold.
#include <array>

#include "web/ui/field.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kLabelHeight = kLineBody + 0.375f;  // above a field's box

enum class Limit : std::uint8_t { Fee, Hours };
constexpr std::array kLimits = {Limit::Fee, Limit::Hours};

struct LimitWords {
    std::string_view id;
    std::string_view set_id;
    std::string_view clear_id;
    ui::Icon icon;
    Message label, set_named, placeholder, none, clear, error;
};

LimitWords words_of(Limit limit) {
    if (limit == Limit::Fee) {
        return {"fee",
                "set_fee",
                "clear_fee",
                ui::Icon::Yen,
                Message::PlanFeeLimit,
                Message::PlanFeeLimitSetNamed,
                Message::PlanFeeLimitPlaceholder,
                Message::PlanFeeLimitNone,
                Message::PlanFeeLimitClear,
                Message::PlanFeeLimitError};
    }
    return {"hours",
            "set_hours",
            "clear_hours",
            ui::Icon::Clock,
            Message::PlanHoursLimit,
            Message::PlanHoursLimitSetNamed,
            Message::PlanHoursLimitPlaceholder,
            Message::PlanHoursLimitNone,
            Message::PlanHoursLimitClear,
            Message::PlanHoursLimitError};
}

TypedLimit& typed(const PlanScreen& view, Limit limit) {
    return limit == Limit::Fee ? view.ui.fee : view.ui.hours;
}

bool is_set(const PlanScreen& view, Limit limit) {
    const plan::PlanLimits& limits = view.plan.limits;
    return limit == Limit::Fee ? limits.max_fee_fen.has_value() : limits.max_hours.has_value();
}

ui::FieldLook look_of(const PlanScreen& view, Limit limit) {
    const locale::Locale& words = view.screen.words;
    const LimitWords own = words_of(limit);
    const TypedLimit& input = typed(view, limit);
    return {.label = words(own.label),
            .value = input.text,
            .placeholder = words(own.placeholder),
            .error = input.is_wrong ? words(own.error) : std::string_view{},
            .icon = own.icon,
            .submits_on_enter = true,
            .keyboard = ui::Keyboard::Decimal,
            .max_length = 10};
}

std::string state_of(const PlanScreen& view, Limit limit) {
    const locale::Locale& words = view.screen.words;
    const plan::PlanLimits& limits = view.plan.limits;
    if (!is_set(view, limit)) return std::string(words(words_of(limit).none));
    if (limit == Limit::Fee)
        return words.format(Message::PlanFeeLimitIs, {words.money(*limits.max_fee_fen)});
    return words.format(Message::PlanHoursLimitIs, {words.hours(*limits.max_hours)});
}

std::string yuan_of(std::int64_t fen) {
    std::string text = std::to_string(fen / 100);
    if (fen % 100 != 0) {
        text += '.';
        text += static_cast<char>('0' + fen % 100 / 10);
        text += static_cast<char>('0' + fen % 10);
    }
    return text;
}

void set_limits(const PlanScreen& view, const plan::PlanLimits& limits) {
    if (limits == view.plan.limits) return;
    view.screen.actions.put(app::Command{plan::SetPlanLimits{view.plan.edited, limits}});
}

void clear_limit(const PlanScreen& view, Limit limit) {
    typed(view, limit) = {};
    plan::PlanLimits limits = view.plan.limits;
    if (limit == Limit::Fee) limits.max_fee_fen.reset();
    if (limit == Limit::Hours) limits.max_hours.reset();
    set_limits(view, limits);
}

void apply_typed(const PlanScreen& view, Limit limit) {
    TypedLimit& input = typed(view, limit);
    if (input.text.empty()) return clear_limit(view, limit);
    plan::PlanLimits limits = view.plan.limits;
    if (limit == Limit::Fee) {
        const std::optional<std::int64_t> fen = parse_yuan(input.text);
        input.is_wrong = !fen;
        if (fen) limits.max_fee_fen = fen;
    } else {
        const std::optional<DeciHours> hours = parse_hours(input.text);
        input.is_wrong = !hours;
        if (hours) limits.max_hours = hours;
    }
    set_limits(view, limits);
}

float button_width(const PlanScreen& view) {
    return ui::button_width(view.screen.frame, {.label = view.screen.words(Message::PlanLimitSet)});
}

float field_width(const PlanScreen& view, float width) {
    return width - button_width(view) - view.screen.frame.px(kSpace2);
}

float limit_height(const PlanScreen& view, Limit limit, float width) {
    const ui::Frame& frame = view.screen.frame;
    return ui::field_height(frame, field_width(view, width), look_of(view, limit)) +
           frame.px(kSpace1 + kLineSmall);
}

void draw_limit(const PlanScreen& view, Limit limit, ui::Rect rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const LimitWords own = words_of(limit);
    const ui::FieldLook look = look_of(view, limit);
    const float width = field_width(view, rest.width);
    const ui::Rect row =
        ui::take_top(rest, ui::field_height(frame, width, look), frame.px(kSpace1));
    const ui::FieldOutcome outcome =
        ui::field(frame, own.id, {row.x, row.y, width, row.height}, look);
    if (outcome.changed != nullptr) typed(view, limit) = {*outcome.changed, false};

    const ui::ButtonLook apply{.label = screen.words(Message::PlanLimitSet),
                               .name = screen.words(own.set_named)};
    const float button = button_width(view);
    const ui::Rect place{
        row.right() - button, row.y + frame.px(kLabelHeight), button, frame.px(kFieldHeight)};
    const bool is_pressed = ui::button(frame, own.set_id, place, apply);
    if (outcome.is_submitted || is_pressed) apply_typed(view, limit);

    ui::Rect line = ui::take_top(rest, frame.px(kLineSmall));
    if (is_set(view, limit)) {
        const ui::LinkLook clear{.label = screen.words(own.clear), .align = ui::Align::Right};
        const ui::Rect link = ui::take_right(line, ui::link_width(frame, clear), frame.px(kSpace2));
        if (ui::link(frame, own.clear_id, link, clear)) clear_limit(view, limit);
    }
    ui::draw_text(frame,
                  line,
                  state_of(view, limit),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

}  // namespace

void follow_limits(const PlanScreen& view) {
    PlanUiState& ui = view.ui;
    const plan::PlanLimits& limits = view.plan.limits;
    const bool is_other = ui.limits_plan != view.plan.edited;
    if (is_other || ui.limits.max_fee_fen != limits.max_fee_fen) {
        ui.fee = {};
        if (limits.max_fee_fen) ui.fee.text = yuan_of(*limits.max_fee_fen);
    }
    if (is_other || ui.limits.max_hours != limits.max_hours) {
        ui.hours = {};
        if (limits.max_hours) ui.hours.text = view.screen.words.hours(*limits.max_hours);
    }
    ui.limits_plan = view.plan.edited;
    ui.limits = limits;
}

float limits_height(const PlanScreen& view, float width) {
    float height = view.screen.frame.px(kSpace3);
    for (const Limit limit : kLimits) height += limit_height(view, limit, width);
    return height;
}

void draw_limits(const PlanScreen& view, const ui::Rect& rect) {
    ui::Rect rest = rect;
    for (const Limit limit : kLimits) {
        draw_limit(view,
                   limit,
                   ui::take_top(
                       rest, limit_height(view, limit, rect.width), view.screen.frame.px(kSpace3)));
    }
}

}  // namespace xueshi::views
