// Icons: strokes on a grid of 24, round caps and joins, one meaning each.
#pragma once

#include <cstdint>
#include <string_view>

#include "web/ui/paint.h"

namespace xueshi::ui {

enum class Icon : std::uint8_t {
    None,
    Home,
    Plan,
    Book,
    Pentagon,
    Flag,
    Clock,
    Person,
    Reviews,
    Organisation,
    Statistics,
    CloudCheck,
    CloudWait,
    Offline,
    Bell,
    Search,
    Lock,
    Eye,
    EyeOff,
    Key,
    Check,
    CheckCircle,
    Triangle,
    Cross,
    CrossCircle,
    Info,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    ArrowLeft,
    ArrowUp,
    ArrowDown,
    Plus,
    Minus,
    Dots,
    Grip,
    Pin,
    Screen,
    People,
    Swap,
    Undo,
    Redo,
    Columns,
    Calendar,
    Target,
    Yen,
    Pencil,
    Document,
    Download,
    Upload,
    LogOut,
    Copy,
    Trash,
    Sun,
    Moon,
    Globe,
    Filter,
    Building,
    Phone,
    Refresh,
    DirectionPad,
    OkButton,
    Count
};

// Drawings of state pages, 5.5 em wide.
enum class Drawing : std::uint8_t { Offline, Empty, Error, Refused, Disagreement };

// In the middle of `rect`, `size` CSS px square. `stroke_24` is the stroke's share of the grid.
void draw_icon(
    Frame& frame, const Rect& rect, Icon icon, float size, Colour colour, float stroke_24 = 1.75f);
void draw_drawing(Frame& frame, const Rect& rect, Drawing drawing, Colour colour);
// The product's mark: hours rising from a book, on its accent square.
void draw_mark(Frame& frame, const Rect& rect);

// Strokes a path in the notation of icon_paths.cpp into `rect` (square); for drawings of other
// modules. The text must last: its address tells it from others.
void draw_path(
    Frame& frame, const Rect& rect, std::string_view path, Colour colour, float thickness);

}  // namespace xueshi::ui
