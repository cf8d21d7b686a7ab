#include "web/ui/requirement_bar.h"

#include <algorithm>

#include "web/ui/paint.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

void draw_segment(Frame& frame, const Rect& rect, TickState state, float radius, unsigned corners) {
    const Theme& theme = frame.theme;
    const float round = corners == kNoCorners ? 0 : std::min(radius, rect.width / 2);
    if (state != TickState::Planned) {
        fill(frame, rect, tick_colour(theme, state), round, corners);
        return;
    }
    // Planned is hollow: a bar that is not there yet.
    fill(frame, rect, theme.surface, round, corners);
    outline(frame, rect, theme.hours_planned, frame.px(kStrokeCheck), round, corners);
}

unsigned corners_of(bool is_first, bool is_last) {
    if (is_first && is_last) return kAllCorners;
    return (is_first ? unsigned{kLeftCorners} : 0u) | (is_last ? unsigned{kRightCorners} : 0u);
}

// Figure and need on one baseline ("60.5" large, " / 42").
float draw_figure(Frame& frame,
                  const Rect& rect,
                  const RequirementLook& look,
                  TextSize amount,
                  TextSize need,
                  Weight weight,
                  Align align) {
    const TextRun runs[] = {{look.amount, amount, weight, frame.theme.ink},
                            {look.need, need, Weight::Regular, frame.theme.ink_2}};
    return draw_runs(frame, rect, runs, {}, align);
}

void draw_summary(Frame& frame, const Rect& rect, const RequirementLook& look) {
    const Theme& theme = frame.theme;
    Rect rest = rect;
    Rect head = take_top(rest, frame.px(kLineBody));
    const StatusLook status_look{.text = look.status_text,
                                 .meaning = look.status,
                                 .align = Align::Right,
                                 .spoken = Spoken::Decorative};
    const Rect figure = take_top(rest, frame.px(2.625f));
    if (look.has_status_below) {
        status(frame, figure, status_look);
    } else {
        take_right(head, status(frame, head, status_look), frame.px(kSpace1));
    }
    draw_text(frame, head, look.name, {.weight = Weight::Bold, .spoken = Spoken::Decorative});
    draw_figure(frame, figure, look, TextSize::Title, TextSize::Body, Weight::Regular, Align::Left);
    requirement_track(frame, take_top(rest, frame.px(1.375f)), look.track);
    take_top(rest, frame.px(kSpace1));
    draw_text(frame,
              take_top(rest, frame.px(kLineSmall)),
              look.note,
              {.size = TextSize::Small, .colour = theme.ink_2, .spoken = Spoken::Decorative});
}

void draw_home(Frame& frame, const Rect& rect, const RequirementLook& look) {
    Rect rest = rect;
    draw_text(frame,
              take_top(rest, frame.px(kLineSmall), frame.px(kSpace1 / 2)),
              look.name,
              {.size = TextSize::Small, .spoken = Spoken::Decorative});
    draw_figure(frame,
                take_top(rest, frame.px(1.625f)),
                look,
                TextSize::Head,
                TextSize::Small,
                Weight::Regular,
                Align::Left);
    requirement_track(frame, take_top(rest, frame.px(1.5f), frame.px(0.5f)), look.track);
    status(frame,
           take_top(rest, frame.px(kLineSmall)),
           {.text = look.status_text, .meaning = look.status, .spoken = Spoken::Decorative});
}

void draw_compact(Frame& frame, const Rect& rect, const RequirementLook& look) {
    Rect rest = rect;
    Rect head = take_top(rest, frame.px(kLineSmall));
    const Icon icon = meaning_icon(look.status);
    if (icon != Icon::None) {
        draw_icon(frame,
                  take_right(head, frame.px(kIconStatus), frame.px(kSpace1)),
                  icon,
                  frame.px(kIconStatus),
                  meaning_colour(frame.theme, look.status));
    }
    const float width = draw_figure(
        frame, head, look, TextSize::Small, TextSize::Small, Weight::Bold, Align::Right);
    take_right(head, width, frame.px(kSpace1));
    draw_text(frame, head, look.name, {.size = TextSize::Small, .spoken = Spoken::Decorative});
    requirement_track(frame, rest, look.track);
}

}  // namespace

bool fits_beside_status(const Frame& frame, float width, const RequirementLook& look) {
    return measure_text(frame, look.name, TextSize::Body, Weight::Bold) + frame.px(kSpace1) +
               status_width(frame, {.text = look.status_text, .meaning = look.status}) <=
           width;
}

BarSegments bar_segments(const DialShares& shares, int minimum) {
    struct Part {
        TickState state;
        int amount;
    };
    const Part parts[] = {{TickState::Verified, shares.verified},
                          {TickState::Earned, shares.earned},
                          {TickState::InProgress, shares.in_progress},
                          {TickState::Planned, shares.planned}};
    BarSegments result;
    int before = 0;
    const float scale = minimum > 0 ? kMinimumMarkShare / static_cast<float>(minimum) : 0;
    for (const Part& part : parts) {
        if (part.amount <= 0) continue;
        const auto place = [&](int amount) {
            if (minimum <= 0) return 1.0f;
            return std::min(1.0f, scale * static_cast<float>(amount));
        };
        const float begin = minimum <= 0 && before == 0 ? 0.0f : place(before);
        const float end = place(before + part.amount);
        before += part.amount;
        if (end <= begin) continue;
        result.items[static_cast<std::size_t>(result.count++)] = {part.state, begin, end};
        result.end = end;
    }
    return result;
}

void requirement_track(Frame& frame, const Rect& rect, const TrackLook& look) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.next_id();
    if (!look.name.empty()) frame.add_node(node, Role::Meter, rect, {look.name, look.value, {}});
    const float height = frame.snapped(frame.px(look.height_em));
    const Rect track = left_middle(rect, rect.width, height);
    const float radius = std::min(frame.px(0.375f), height / 2);
    fill(frame, track, theme.sunken, radius);
    if (theme.outlines_tints) outline(frame, track, theme.control, frame.px(kStrokeHair), radius);

    const BarSegments segments = bar_segments(look.shares, look.minimum);
    const float gap = std::max(frame.device_pixel, frame.px(kStrokeHair));
    for (int i = 0; i < segments.count; ++i) {
        const BarSegment& segment = segments.items[static_cast<std::size_t>(i)];
        const bool is_last = i + 1 == segments.count;
        const NodeId moving = node_id("end", node) + static_cast<NodeId>(segment.state);
        const float end = frame.follow(moving, segment.end);
        const float begin = track.x + track.width * segment.begin;
        const float width = track.x + track.width * end - begin - (is_last ? 0 : gap);
        if (width <= 0) continue;
        draw_segment(frame,
                     {begin, track.y, width, height},
                     segment.state,
                     radius,
                     corners_of(i == 0, is_last));
    }
    const float mark = track.x + track.width * kMinimumMarkShare;
    if (look.shows_shortfall && look.minimum > 0 && segments.end < kMinimumMarkShare) {
        const float from = track.x + track.width * segments.end;
        hatch(frame,
              {from, track.y, mark - from, height},
              theme.attn,
              frame.px(0.375f),
              frame.px(kStrokeCheck));
    }
    if (look.minimum > 0) {
        const float overhang = frame.px(kMarkOverhang);
        const float width = frame.px(kMarkWidth);
        fill(
            frame, {mark - width / 2, track.y - overhang, width, height + 2 * overhang}, theme.ink);
    }
}

void requirement_bar(Frame& frame,
                     std::string_view id,
                     const Rect& rect,
                     const RequirementLook& look) {
    // One node tells it all: "专业课 60.5 / 42, 够了". The parts are decorative.
    const NodeId node = frame.id(id);
    std::string value(look.amount);
    value += look.need;
    frame.add_node(node, Role::Meter, rect, {look.name, value, look.status_text});
    const IdScope scope(frame, id);
    switch (look.form) {
        case RequirementForm::Summary:
            draw_summary(frame, rect, look);
            break;
        case RequirementForm::Home:
            draw_home(frame, rect, look);
            break;
        case RequirementForm::Compact:
            draw_compact(frame, rect, look);
            break;
    }
}

}  // namespace xueshi::ui
