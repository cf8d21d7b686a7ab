#include "web/ui/text.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "web/ui/paint.h"

namespace xueshi::ui {
namespace {

constexpr std::string_view kEllipsis = "…";
// By how much an opening quote or bracket at the start of a title stands out.
constexpr float kHang = 0.45f;

ImFontBaked* baked_font(const Frame& frame, float size, Weight weight) {
    ImFont* font = weight == Weight::Bold ? frame.fonts.bold : frame.fonts.regular;
    return font->GetFontBaked(size);  // at the density set for this frame
}

CharacterWidths widths_of(ImFontBaked* baked) {
    return {baked, [](const void* context, char32_t character) {
                // ImGui loads what is not yet known, hence the cast.
                auto* font = static_cast<ImFontBaked*>(const_cast<void*>(context));
                return font->GetCharAdvance(static_cast<ImWchar>(character));
            }};
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

float widest_digit(ImFontBaked* baked) {
    float widest = 0;
    for (ImWchar digit = '0'; digit <= '9'; ++digit) {
        widest = std::max(widest, baked->GetCharAdvance(digit));
    }
    return widest;
}

float hang_of(std::string_view text, const TextStyle& style, float size) {
    if (!style.hangs_opening || text.empty()) return 0;
    std::size_t at = 0;
    const char32_t first = next_character(text, at);
    return first > 0xff && is_opening(first) ? kHang * size : 0;
}

Role role_of(Spoken spoken) { return spoken == Spoken::Text ? Role::Text : Role::Heading; }

void add_text_node(Frame& frame, const Rect& rect, std::string_view text, Spoken spoken) {
    if (spoken == Spoken::Decorative || text.empty()) return;
    const char level = static_cast<char>('1' + (static_cast<int>(spoken) - 1));
    const std::string_view value =
        spoken == Spoken::Text ? std::string_view{} : std::string_view(&level, 1);
    frame.add_node(frame.next_id(), role_of(spoken), rect, {text, value, {}});
}

float aligned(const Rect& rect, float width, Align align) {
    if (align == Align::Centre) return rect.x + (rect.width - width) / 2;
    return align == Align::Right ? rect.right() - width : rect.x;
}

float own_line_height(const Frame& frame, const TextStyle& style) {
    return style.line_height_em > 0 ? frame.px(style.line_height_em)
                                    : line_height(frame, style.size);
}

// One line with its search hits marked behind it. `offset` is where the line starts in the whole
// text.
void paint_with_hits(Frame& frame,
                     float x,
                     float top,
                     std::string_view line,
                     std::size_t offset,
                     float size,
                     const TextStyle& style,
                     Colour colour) {
    ImFontBaked* baked = baked_font(frame, size, style.weight);
    std::size_t at = 0;
    for (const ByteRange& hit : style.hits) {
        const std::size_t begin =
            std::clamp<std::size_t>(hit.begin, offset, offset + line.size()) - offset;
        const std::size_t end =
            std::clamp<std::size_t>(hit.end, offset, offset + line.size()) - offset;
        if (begin >= end || begin < at) continue;
        x += paint_line(frame, x, top, line.substr(at, begin - at), size, style.weight, colour);
        const std::string_view marked = line.substr(begin, end - begin);
        const float width = line_width(marked, widths_of(baked));
        const float grown = size * 0.19f;
        fill(frame,
             {x, top - grown, width, size + 2 * grown},
             frame.theme.hit,
             frame.px(metrics::kRadiusSegment));
        paint_line(frame, x, top, marked, size, style.weight, frame.theme.hit_ink);
        x += width;
        at = end;
    }
    paint_line(frame, x, top, line.substr(at), size, style.weight, colour, style.is_tabular);
}

}  // namespace

float type_size(const Frame& frame, TextSize size) {
    float em = metrics::kTypeBody;
    switch (size) {
        case TextSize::Body:
            break;
        case TextSize::Small:
            em = metrics::kTypeSmall;
            break;
        case TextSize::Head:
            em = metrics::kTypeHead;
            break;
        case TextSize::Title:
            em = metrics::kTypeTitle;
            break;
        case TextSize::Figure:
            em = metrics::kTypeFigure;
            break;
        case TextSize::FigureDial:
            em = frame.is_phone() ? metrics::kTypeFigureDialPhone : metrics::kTypeFigureDial;
            break;
        case TextSize::Badge:
            em = metrics::kTypeBadge;
            break;
    }
    return std::floor(frame.px(em) + 0.5f);
}

float line_height(const Frame& frame, TextSize size) {
    switch (size) {
        case TextSize::Body:
            return frame.px(metrics::kLineBody);
        case TextSize::Small:
            return frame.px(metrics::kLineSmall);
        case TextSize::Head:
            return frame.px(metrics::kLineHead);
        case TextSize::Title:
            return frame.px(metrics::kTypeTitle * 1.3f);
        case TextSize::Badge:
            return frame.px(1.0f);
        default:
            return type_size(frame, size) * 1.15f;
    }
}

float measure_text(const Frame& frame, std::string_view text, TextSize size, Weight weight) {
    return line_width(text, widths_of(baked_font(frame, type_size(frame, size), weight)));
}

int warm_text(const Frame& frame, std::string_view text, TextSize size, Weight weight) {
    ImFontBaked* baked = baked_font(frame, type_size(frame, size), weight);
    int made = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = static_cast<ImWchar>(next_character(text, at));
        if (baked->IsGlyphLoaded(character)) continue;
        baked->FindGlyph(character);
        ++made;
    }
    return made;
}

float paint_line(Frame& frame,
                 float x,
                 float top,
                 std::string_view text,
                 float size,
                 Weight weight,
                 Colour colour,
                 bool is_tabular) {
    if (text.empty()) return 0;
    ImFontBaked* baked = baked_font(frame, size, weight);
    // Loading a glyph may move the atlas to another texture, so all are loaded before any is
    // painted.
    int visible = 0;
    for (std::size_t at = 0; at < text.size();) {
        visible += baked->FindGlyph(static_cast<ImWchar>(next_character(text, at)))->Visible != 0;
    }
    const float digit_width = is_tabular ? widest_digit(baked) : 0;
    const float y = frame.snapped(top + frame.origin_y());
    float pen = x + frame.origin_x();
    ImDrawList* draw = frame.draw;
    if (visible > 0) draw->PrimReserve(visible * 6, visible * 4);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        const ImFontGlyph& glyph = *baked->FindGlyph(static_cast<ImWchar>(character));
        const bool is_cell = is_tabular && is_digit(character);
        if (glyph.Visible) {
            const float left =
                frame.snapped(pen + (is_cell ? (digit_width - glyph.AdvanceX) / 2 : 0));
            draw->PrimRectUV({left + glyph.X0, y + glyph.Y0},
                             {left + glyph.X1, y + glyph.Y1},
                             {glyph.U0, glyph.V0},
                             {glyph.U1, glyph.V1},
                             colour);
        }
        pen += is_cell ? digit_width : glyph.AdvanceX;
    }
    return pen - x - frame.origin_x();
}

float draw_text(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style) {
    add_text_node(frame, rect, text, style.spoken);
    if (text.empty()) return 0;
    const float size = type_size(frame, style.size);
    ImFontBaked* baked = baked_font(frame, size, style.weight);
    const CharacterWidths widths = widths_of(baked);
    const float hang = hang_of(text, style, size);
    const float room = rect.width + hang;

    float width = line_width(text, widths);
    if (style.is_tabular) {
        const float cell = widest_digit(baked);
        for (const char c : text) {
            if (c >= '0' && c <= '9')
                width += cell - baked->GetCharAdvance(static_cast<ImWchar>(c));
        }
    }
    std::string_view shown = text;
    float ellipsis = 0;
    if (width > room + 0.5f) {
        ellipsis = line_width(kEllipsis, widths);
        shown = text.substr(0, fitting_bytes(text, room, ellipsis, widths));
        width = line_width(shown, widths) + ellipsis;
    }
    if (!frame.is_visible(rect)) return std::min(width, room);

    const Colour colour = style.colour != 0 ? style.colour : frame.theme.ink;
    const float x = aligned(rect, width, style.align) - hang;
    const float top = rect.y + (rect.height - size) / 2;
    paint_with_hits(frame, x, top, shown, 0, size, style, colour);
    if (ellipsis > 0) {
        paint_line(frame, x + width - ellipsis, top, kEllipsis, size, style.weight, colour);
    }
    return std::min(width, room);
}

float draw_paragraph(Frame& frame,
                     const Rect& rect,
                     std::string_view text,
                     const TextStyle& style) {
    const float size = type_size(frame, style.size);
    const float pitch = own_line_height(frame, style);
    const float hang = hang_of(text, style, size);
    const CharacterWidths widths = widths_of(baked_font(frame, size, style.weight));
    static std::vector<TextLine> lines;  // reused: one paragraph is laid out at a time
    lines.clear();
    wrap_lines(text, {rect.width, style.max_lines, style.keeps_two}, widths, lines);
    const float height = pitch * static_cast<float>(lines.size());
    add_text_node(frame, {rect.x, rect.y, rect.width, height}, text, style.spoken);

    TextStyle line_style = style;
    line_style.spoken = Spoken::Decorative;
    line_style.hangs_opening = false;
    const Colour colour = style.colour != 0 ? style.colour : frame.theme.ink;
    float y = rect.y;
    for (std::size_t i = 0; i < lines.size(); ++i, y += pitch) {
        const TextLine& line = lines[i];
        const Rect row{rect.x, y, rect.width, pitch};
        if (!frame.is_visible(row)) continue;
        const std::string_view shown = text.substr(line.begin, line.end - line.begin);
        if (line.width > rect.width + 0.5f) {
            line_style.hits = {};
            draw_text(frame, row, shown, line_style);
            continue;
        }
        const float x = aligned(row, line.width, style.align) - (i == 0 ? hang : 0);
        paint_with_hits(frame, x, y + (pitch - size) / 2, shown, line.begin, size, style, colour);
    }
    return height;
}

float measure_paragraph(const Frame& frame,
                        float width,
                        std::string_view text,
                        const TextStyle& style) {
    const CharacterWidths widths =
        widths_of(baked_font(frame, type_size(frame, style.size), style.weight));
    std::vector<TextLine> lines;
    wrap_lines(text, {width, style.max_lines, style.keeps_two}, widths, lines);
    return own_line_height(frame, style) * static_cast<float>(lines.size());
}

float measure_runs(const Frame& frame, std::span<const TextRun> runs) {
    float width = 0;
    for (const TextRun& run : runs) width += measure_text(frame, run.text, run.size, run.weight);
    return width;
}

float draw_runs(Frame& frame,
                const Rect& rect,
                std::span<const TextRun> runs,
                std::string_view spoken,
                Align align) {
    add_text_node(frame, rect, spoken, Spoken::Text);
    const float width = measure_runs(frame, runs);
    if (!frame.is_visible(rect)) return width;
    // The largest run stands in the middle; the others share its baseline.
    float ascent = 0, largest = 0;
    for (const TextRun& run : runs) {
        const float size = type_size(frame, run.size);
        if (size <= largest) continue;
        largest = size;
        ascent = baked_font(frame, size, run.weight)->Ascent;
    }
    const float baseline = rect.y + (rect.height - largest) / 2 + ascent;
    float x = aligned(rect, width, align);
    for (const TextRun& run : runs) {
        const float size = type_size(frame, run.size);
        const Colour colour = run.colour != 0 ? run.colour : frame.theme.ink;
        const float top = baseline - baked_font(frame, size, run.weight)->Ascent;
        x += paint_line(frame, x, top, run.text, size, run.weight, colour);
    }
    return width;
}

}  // namespace xueshi::ui
