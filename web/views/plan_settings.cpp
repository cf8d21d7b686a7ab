// How the plan is filled: what matters more, under which limits, without which courses; and what there is to say
// about it.
#include <algorithm>
#include <array>
#include <vector>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/slider.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr std::size_t kPriorities = 4;
constexpr float kExcludedRow = 2.25f;

float chips_height(const ui::Frame& frame) {
    return frame.px(frame.is_phone() || frame.is_touch ? kTouchTarget : 2.0f);
}

// On phones priorities and limit are behind a link, so that the courses are not far below.
bool has_toggle(const PlanScreen& view) {
    return view.screen.frame.is_phone() && !view.plan.edited.empty();
}

void draw_priorities(const PlanScreen& view, ui::Rect& rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineSmall), frame.px(kSpace2)),
                  screen.words(Message::PlanPriorityLabel),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    std::array<std::string_view, kPriorities> labels;
    const std::size_t count = std::min(view.plan.priorities.size(), kPriorities);
    for (std::size_t i = 0; i < count; ++i)
        labels[i] = screen.words.priority(view.plan.priorities[i]);
    const ui::PriorityMove move =
        ui::priority_chips(frame,
                           "priorities",
                           ui::take_top(rest, chips_height(frame)),
                           std::span<const std::string_view>(labels.data(), count),
                           screen.words(Message::PlanPriorityHint));
    if (move.from < 0 || move.from == move.to) return;
    plan::PlanPriorities order = view.plan.priorities;
    const auto from = order.begin() + move.from, to = order.begin() + move.to;
    if (move.from < move.to) {
        std::rotate(from, from + 1, to + 1);
    } else {
        std::rotate(to, from, from + 1);
    }
    screen.actions.put(app::Command{plan::SetPlanPriorities{view.plan.edited, std::move(order)}});
}

// The empty plan offers the same in its own card.
bool has_completion(const PlanScreen& view) { return !is_empty(view.plan) && !view.plan.is_complete; }

void draw_completion(const PlanScreen& view, ui::Rect& rest) {
    if (!has_completion(view)) return;
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const std::string_view hint = screen.words(Message::PlanCompleteHint);
    if (ui::button(
            frame,
            "complete",
            ui::take_top(rest, ui::button_height(frame), frame.px(kSpace1)),
            {.label = screen.words(Message::PlanComplete), .kind = ui::ButtonKind::Primary, .description = hint})) {
        complete(view);
    }
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineSmall), frame.px(kSpace4)),
                  hint,
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .spoken = ui::Spoken::Decorative});
}

// ---- what is never proposed

float excluded_height(const PlanScreen& view) {
    if (view.plan.excluded.empty()) return 0;
    const auto rows = static_cast<float>(view.plan.excluded.size());
    return view.screen.frame.px(kLineSmall + kSpace1 + rows * kExcludedRow + kSpace3);
}

void draw_excluded(const PlanScreen& view, ui::Rect& rest) {
    if (view.plan.excluded.empty()) return;
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "excluded");
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineSmall), frame.px(kSpace1)),
                  screen.words(Message::ExcludedTitle),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    for (const app::ExcludedRun& run : view.plan.excluded) {
        ui::Rect row = ui::take_top(rest, frame.px(kExcludedRow));
        const std::string name = screen.words.format(Message::ExcludedAllowNamed, {run.title});
        const ui::ButtonLook look{.label = screen.words(Message::ExcludedAllow),
                                  .kind = ui::ButtonKind::Quiet,
                                  .size = ui::ButtonSize::Small,
                                  .name = name};
        const ui::Rect place = ui::take_right(row, ui::button_width(frame, look), frame.px(kSpace2));
        const ui::IdScope of_run(frame, run.id.text);
        if (ui::button(
                frame, "allow", ui::centred(place, place.width, ui::button_height(frame, look.size)), look)) {
            screen.actions.put(
                app::Command{plan::MarkCourseRun{view.plan.edited, run.id, plan::PlanMark::None}});
        }
        ui::draw_text(frame, row, run.title, {.size = ui::TextSize::Small, .hangs_opening = true});
    }
    ui::take_top(rest, frame.px(kSpace3));
}

// One thing to say about the plan.
struct Remark {
    ui::Icon icon = ui::Icon::Info;
    ui::Meaning meaning = ui::Meaning::Accent;
    std::string title;
    std::string second;

    ui::ExplanationLook look() const {
        return {.icon = icon, .meaning = meaning, .title = title, .second = second};
    }
};

std::string based_on(const Screen& screen, const LocalizedText& source) {
    return screen.words.format(Message::BasedOn, {screen.words.of(source)});
}

std::vector<Remark> remarks_of(const PlanScreen& view) {
    const Screen& screen = view.screen;
    const locale::Locale& words = screen.words;
    const app::PlanProjection& plan = view.plan;
    std::vector<Remark> remarks;
    for (const app::RequirementRow& row : plan.requirements) {
        if (row.is_met()) continue;
        remarks.push_back(
            {ui::Icon::Target,
             ui::Meaning::Attention,
             words.format(Message::WhyMissing, {words.of(row.name), words.hours(row.missing())}),
             based_on(screen, row.source)});
    }
    if (plan.is_complete) {
        remarks.push_back({ui::Icon::CheckCircle,
                           ui::Meaning::Done,
                           std::string(words(Message::WhyComplete)),
                           std::string(words(Message::WhyCompleteNote))});
        // More than a part needs counts to the whole and to nothing else.
        for (const app::RequirementRow& row : plan.requirements) {
            const DeciHours total = row.counted.total();
            if (row.id == "total" || total <= row.minimum) continue;
            remarks.push_back({ui::Icon::Info,
                               ui::Meaning::Accent,
                               words.format(Message::WhySurplus,
                                            {words.of(row.name), words.hours(total - row.minimum)}),
                               based_on(screen, row.source)});
            break;
        }
    }
    if (plan.troubled_runs > 0) {
        remarks.push_back({ui::Icon::Triangle,
                           ui::Meaning::Attention,
                           words.format(Message::WhyTrouble, {std::to_string(plan.troubled_runs)}),
                           std::string(words(Message::WhyTroubleNote))});
    }
    std::string reason;
    submit_look(view, reason);
    if (!reason.empty() && !plan.submission.run_ids.empty()) {
        remarks.push_back({ui::Icon::Clock,
                           ui::Meaning::Wait,
                           std::string(words(Message::SubmitRefused)),
                           reason});
    }
    if (!words.of(plan.payer_source).empty()) {
        remarks.push_back({ui::Icon::Yen,
                           ui::Meaning::Accent,
                           std::string(words(Message::WhyPayer)),
                           based_on(screen, plan.payer_source)});
    }
    return remarks;
}

// Cuts the parts of the settings off `rest` one after the other; without `draws` they are only measured.
void lay_settings(const PlanScreen& view, ui::Rect& rest, bool draws) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const auto part = [&](float height, float gap_em, auto&& draw) {
        ui::Rect place = ui::take_top(rest, height, frame.px(gap_em));
        if (draws) draw(place);
    };
    part(frame.px(kLineHead), kSpace2, [&](ui::Rect& place) {
        ui::card_head(frame, "settings", place, {.title = words(Message::PlanSettings)});
    });
    part(trade_height(view), kSpace3, [&](const ui::Rect& place) { draw_trade(view, place); });
    const bool is_open = view.ui.shows_settings;
    if (has_toggle(view)) {
        part(frame.px(kLineSmall), kSpace4, [&](const ui::Rect& place) {
            if (ui::link(frame,
                         "wishes",
                         place,
                         {.label = words(is_open ? Message::PlanSettingsHide : Message::PlanSettingsShow),
                          .icon = is_open ? ui::Icon::ChevronUp : ui::Icon::ChevronDown})) {
                view.ui.shows_settings = !is_open;
                frame.request_frame();
            }
        });
    }
    if (!view.plan.edited.empty() && (!frame.is_phone() || is_open)) {
        part(frame.px(kLineSmall + kSpace2) + chips_height(frame), kSpace4, [&](ui::Rect& place) {
            draw_priorities(view, place);
        });
        part(limits_height(view, rest.width), kSpace4, [&](const ui::Rect& place) { draw_limits(view, place); });
        part(excluded_height(view), 0, [&](ui::Rect& place) { draw_excluded(view, place); });
    }
    const float completion = ui::button_height(frame) + frame.px(kSpace1 + kLineSmall);
    if (has_completion(view)) {
        part(completion, kSpace4, [&](ui::Rect& place) { draw_completion(view, place); });
    }
    if (!view.plan.edited.empty()) {
        part(proposal_height(view, rest.width), 0, [&](const ui::Rect& place) { draw_proposal(view, place); });
    }
}

}  // namespace

float settings_height(const PlanScreen& view, float width) {
    follow_limits(view);
    ui::Rect rest{0, 0, width, view.screen.frame.px(400)};
    lay_settings(view, rest, false);
    return rest.y;
}

void draw_settings(const PlanScreen& view, const ui::Rect& rect) {
    ui::Rect rest = rect;
    lay_settings(view, rest, true);
}

float verdict_height(const PlanScreen& view, float width) {
    const ui::Frame& frame = view.screen.frame;
    float height = frame.px(kLineHead);
    for (const Remark& remark : remarks_of(view)) {
        height += frame.px(kSpace3) + ui::explanation_height(frame, width, remark.look());
    }
    return height;
}

void draw_verdict(const PlanScreen& view, const ui::Rect& rect) {
    ui::Frame& frame = view.screen.frame;
    ui::Rect rest = rect;
    ui::card_head(frame, "verdict", rest, {.title = view.screen.words(Message::WhyTitle)});
    for (const Remark& remark : remarks_of(view)) {
        ui::take_top(rest, frame.px(kSpace3));
        rest.y += ui::explanation(frame, rest, remark.look());
    }
}

}  // namespace xueshi::views
