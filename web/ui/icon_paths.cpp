#include "web/ui/icon_paths.h"

#include <array>

// Notation, on a grid of 24, y downwards, angles in degrees clockwise from the right:
//   M x y               starts a line            L x y               goes on to there
//   C x y x y x y       goes on as a cubic       a cx cy r from to   goes on along an arc
//   A cx cy r from to   starts with an arc       Z                   closes
//   O cx cy r           circle                   R x y w h r         rounded rectangle
//   D cx cy r           dot, filled              H cx cy r           upper half disc, filled
namespace xueshi::ui {
namespace {

struct Entry {
    Icon icon;
    std::string_view path;
};

constexpr std::string_view kCloud =
    "M7.2 18.5C4.6 18.5 2.8 16.7 2.8 14.5C2.8 12.3 4.4 10.7 6.5 10.4C7 7.5 9.3 5.6 12.2 5.6"
    "C15 5.6 17.2 7.4 17.8 10C19.9 10.4 21.2 12.1 21.2 14.2C21.2 16.7 19.4 18.5 17 18.5Z";

constexpr Entry kIcons[] = {
    {Icon::Home,
     "M3.5 11.2L12 3.8L20.5 11.2M5.8 9.4L5.8 20L18.2 20L18.2 9.4M9.8 20L9.8 14.2L14.2 14.2L14.2 "
     "20"},
    {Icon::Plan,
     "R3.5 5 17 15.5 2.6M3.5 10L20.5 10M8 2.8L8 6.8M16 2.8L16 6.8M8.4 14.8L11 17.3L15.8 12.8"},
    {Icon::Book,
     "M12 6.4C9.2 4.6 6.2 4.2 3.3 4.4L3.3 18.4C6.2 18.2 9.2 18.6 12 20.4C14.8 18.6 17.8 18.2 20.7 "
     "18.4"
     "L20.7 4.4C17.8 4.2 14.8 4.6 12 6.4L12 20.4"},
    {Icon::Pentagon,
     "M12 3L20.8 9.4L17.4 19.8L6.6 19.8L3.2 9.4ZM12 8L16 11L14.5 15.7L9.5 15.7L8 11Z"},
    {Icon::Flag, "M5.5 3L5.5 21.2M5.5 4.2L19 4.2L15.6 8.9L19 13.6L5.5 13.6"},
    {Icon::Clock, "O12 12 9M12 6.8L12 12L15.4 13.9"},
    {Icon::Person, "O12 8 4.1M4.2 20.5C4.2 16.6 7.6 14.6 12 14.6C16.4 14.6 19.8 16.6 19.8 20.5"},
    {Icon::Reviews, "R3.8 3.8 16.4 16.4 2.8M8 12.2L11 15.2L16.2 9.4"},
    {Icon::Organisation,
     "R9.2 3.2 5.6 4.8 1R3 16 5.6 4.8 1R15.4 16 5.6 4.8 1M12 8L12 12M5.8 16L5.8 12L18.2 12L18.2 "
     "16"},
    {Icon::Statistics, "M3.5 20.5L20.5 20.5M6.5 16.5L6.5 11.5M12 16.5L12 4.5M17.5 16.5L17.5 8.5"},
    {Icon::CloudCheck, ""},  // cloud and check, joined below
    {Icon::CloudWait, ""},
    {Icon::Offline,
     "A12 18.6 4.6 228 312A12 18.6 8.8 226 314A12 18.6 13 228 312D12 18.4 1.3M4.2 3.6L19.8 20.4"},
    {Icon::Bell,
     "M6.2 17L6.2 10.4C6.2 6.8 8.8 4.2 12 4.2C15.2 4.2 17.8 6.8 17.8 10.4L17.8 17M4.2 17L19.8 17"
     "M10.2 20.2L13.8 20.2"},
    {Icon::Search, "O10.8 10.8 6.8M15.8 15.8L20.6 20.6"},
    {Icon::Lock, "R5 10.4 14 10.2 1.8M8 10.4L8 7.6a12 7.6 4 180 360L16 10.4"},
    {Icon::Eye,
     "M2.6 12C4.8 8.2 8.2 6 12 6C15.8 6 19.2 8.2 21.4 12C19.2 15.8 15.8 18 12 18C8.2 18 4.8 15.8 "
     "2.6 12Z"
     "O12 12 2.8"},
    {Icon::EyeOff,
     "M2.6 12C4.8 8.2 8.2 6 12 6C15.8 6 19.2 8.2 21.4 12C19.2 15.8 15.8 18 12 18C8.2 18 4.8 15.8 "
     "2.6 12Z"
     "O12 12 2.8M4.6 3.8L19.4 20.2"},
    {Icon::Key, "O7.8 16 4.3M10.9 12.9L19.8 4M16 7.8L19 10.8"},
    {Icon::Check, "M4.6 12.6L9.8 17.8L19.4 7"},
    {Icon::CheckCircle, "O12 12 9M8 12.3L10.9 15.2L16 9.6"},
    {Icon::Triangle, "M12 4L21 19.8L3 19.8ZM12 9.8L12 14D12 16.9 1.05"},
    {Icon::Cross, "M5.6 5.6L18.4 18.4M18.4 5.6L5.6 18.4"},
    {Icon::CrossCircle, "O12 12 9M9 9L15 15M15 9L9 15"},
    {Icon::Info, "O12 12 9M12 11.2L12 16.4D12 7.8 1.1"},
    {Icon::ChevronLeft, "M14.8 5.6L8.4 12L14.8 18.4"},
    {Icon::ChevronRight, "M9.2 5.6L15.6 12L9.2 18.4"},
    {Icon::ChevronUp, "M5.6 14.8L12 8.4L18.4 14.8"},
    {Icon::ChevronDown, "M5.6 9.2L12 15.6L18.4 9.2"},
    {Icon::ArrowLeft, "M20 12L4.2 12M10.6 5.6L4.2 12L10.6 18.4"},
    {Icon::ArrowUp, "M12 20L12 4.6M6.4 10.2L12 4.6L17.6 10.2"},
    {Icon::ArrowDown, "M12 4L12 19.4M6.4 13.8L12 19.4L17.6 13.8"},
    {Icon::Plus, "M12 4.6L12 19.4M4.6 12L19.4 12"},
    {Icon::Minus, "M4.6 12L19.4 12"},
    {Icon::Dots, "D5.2 12 1.4D12 12 1.4D18.8 12 1.4"},
    {Icon::Grip, "D9 6 1.3D15 6 1.3D9 12 1.3D15 12 1.3D9 18 1.3D15 18 1.3"},
    {Icon::Pin, "M8 3.6L16 3.6M9.4 3.6L9.4 9.8L6.6 14L17.4 14L14.6 9.8L14.6 3.6M12 14L12 20.8"},
    {Icon::Screen, "R3 4.4 18 12.4 2M12 16.8L12 20.4M8.6 20.4L15.4 20.4"},
    {Icon::People,
     "O9 8 3.4M2.8 19.6C2.8 16 5.4 14 9 14C12.6 14 15.2 16 15.2 19.6M15.4 4.8C17.2 5 18.4 6.3 18.4 "
     "8"
     "C18.4 9.7 17.2 11 15.4 11.2M17.6 14.3C19.9 15 21.2 16.9 21.2 19.6"},
    {Icon::Swap, "M4 8.6L20 8.6M16 4.8L20 8.6M20 15.4L4 15.4M8 19.2L4 15.4"},
    {Icon::Undo, "M8.6 4.6L4.2 9L8.6 13.4M4.2 9L14.6 9a14.6 14 5 -90 90L9 19"},
    {Icon::Redo, "M15.4 4.6L19.8 9L15.4 13.4M19.8 9L9.4 9a9.4 14 5 270 90L15 19"},
    {Icon::Columns, "R4 4.6 6.4 14.8 1.4R13.6 4.6 6.4 14.8 1.4"},
    {Icon::Calendar, "R3.5 5 17 15.5 2.6M3.5 10L20.5 10M8 2.8L8 6.8M16 2.8L16 6.8"},
    {Icon::Target, "O12 12 9O12 12 5.2O12 12 1.5"},
    {Icon::Yen, "O12 12 9M8.6 7.4L12 11.8L15.4 7.4M12 11.8L12 17M9 12.6L15 12.6M9 15L15 15"},
    {Icon::Pencil,
     "M4.2 19.8L5.2 15.4L15.6 5C16.6 4 18 4 19 5C20 6 20 7.4 19 8.4L8.6 18.8ZM13.6 7L17 10.4"},
    {Icon::Document,
     "M14 3.4L6 3.4L6 20.6L18 20.6L18 7.4ZM14 3.4L14 7.4L18 7.4M9.2 12L14.8 12M9.2 16L14.8 16"},
    {Icon::Download, "M12 3.8L12 15.4M7.4 10.8L12 15.4L16.6 10.8M4.4 20L19.6 20"},
    {Icon::Upload, "M12 15.6L12 4M7.4 8.6L12 4L16.6 8.6M4.4 20L19.6 20"},
    {Icon::LogOut,
     "M10.4 4.2L4.4 4.2L4.4 19.8L10.4 19.8M9.6 12L20.4 12M16.2 7.8L20.4 12L16.2 16.2"},
    {Icon::Copy,
     "R8.4 8.4 12 12 2M15.6 8.4L15.6 5.4C15.6 4.3 14.9 3.6 13.8 3.6L5.4 3.6"
     "C4.3 3.6 3.6 4.3 3.6 5.4L3.6 13.8C3.6 14.9 4.3 15.6 5.4 15.6L8.4 15.6"},
    {Icon::Trash, "M4 6.6L20 6.6M9 6.6L9 3.8L15 3.8L15 6.6M6.2 6.6L7.2 20.2L16.8 20.2L17.8 6.6"},
    {Icon::Sun,
     "O12 12 4M12 2.8L12 4.8M12 19.2L12 21.2M2.8 12L4.8 12M19.2 12L21.2 12M5.5 5.5L6.9 6.9"
     "M17.1 17.1L18.5 18.5M18.5 5.5L17.1 6.9M6.9 17.1L5.5 18.5"},
    {Icon::Moon,
     "M20 14.4C18.9 14.9 17.7 15.1 16.5 15.1C12.1 15.1 8.8 11.9 8.8 7.6C8.8 6.4 9.1 5.2 9.6 4.2"
     "C6.2 5.2 3.8 8.3 3.8 12C3.8 16.6 7.5 20.2 12.1 20.2C15.7 20.2 18.8 17.8 20 14.4Z"},
    {Icon::Globe, "O12 12 9M3 12L21 12M12 3C7.8 7.8 7.8 16.2 12 21C16.2 16.2 16.2 7.8 12 3Z"},
    {Icon::Filter, "M3.8 5L20.2 5L14 12.6L14 19.4L10 17.2L10 12.6Z"},
    {Icon::Building,
     "R5 3.4 14 17.2 1.4M9 7.8L10 7.8M14 7.8L15 7.8M9 12L10 12M14 12L15 12"
     "M10 20.6L10 16.4L14 16.4L14 20.6"},
    {Icon::Phone, "R6.8 2.8 10.4 18.4 2.2M11 17.8L13 17.8"},
    {Icon::Refresh, "A12 12 8.2 20 320M18.6 2.8L18.6 7L14.4 7"},
    {Icon::DirectionPad,
     "M12 3L12 21M3 12L21 12M9.6 5.4L12 3L14.4 5.4M9.6 18.6L12 21L14.4 18.6"
     "M5.4 9.6L3 12L5.4 14.4M18.6 9.6L21 12L18.6 14.4"},
    {Icon::OkButton, "O12 12 9O12 12 2.6"},
};

constexpr auto kByIcon = [] {
    std::array<std::string_view, static_cast<std::size_t>(Icon::Count)> paths{};
    for (const Entry& entry : kIcons) paths[static_cast<std::size_t>(entry.icon)] = entry.path;
    return paths;
}();

// Drawings stand on a grid of 24 as well, stroked thinner.
constexpr std::string_view kDrawings[] = {
    // Offline: a cloud crossed out, two lines of what is still kept.
    "M5.4 14.6C3.2 14.2 2 12.6 2 10.7C2 8.6 3.6 7 5.6 6.8C6.2 4.2 8.4 2.4 11.2 2.4C14 2.4 16.2 4.2 "
    "16.8 6.8"
    "C19 7 20.6 8.6 20.6 10.7C20.6 13 18.9 14.6 16.6 14.6M4.4 3.4L18.4 19.4M8 17L15 17M9.6 19.8L13 "
    "19.8",
    // Empty: an open book.
    "M11.4 5.6C9 4.2 6 3.9 2.6 4L2.6 17.2C6 17.1 9 17.4 11.4 19C13.8 17.4 16.8 17.1 20.2 17.2L20.2 "
    "4"
    "C16.8 3.9 13.8 4.2 11.4 5.6L11.4 19M5.4 8.2L8.8 8.2M5.4 11.2L8.2 11.2M14 8.2L17.4 8.2M14.6 "
    "11.2L17.4 11.2",
    // Error: a sheet torn across.
    "M13.6 2.2L4 2.2L4 21L18.2 21L18.2 6.8ZM13.6 2.2L13.6 6.8L18.2 6.8"
    "M4 14.4L6.2 12.2L9.4 14.6L12.4 12.4L15.2 14.6L18.2 12.6",
    // Refused: seats taken, one drawn in dashes.
    "R2.4 6.6 4 8.6 1.2R7.6 6.6 4 8.6 1.2R12.8 6.6 4 8.6 1.2M18 8.6L18 7.4M19 6.6L20.4 6.6M22 "
    "7.6L22 8.8"
    "M22 10.8L22 12M22 14L21.4 15.2M20 15.2L18.8 15.2M18 14L18 12.8M18 11.4L18 10.4M2.4 17.8L22 "
    "17.8",
    // Disagreement: two sheets.
    "M8.4 16.2L4 16.2C2.8 16.2 2 15.4 2 14.2L2 4.4C2 3.2 2.8 2.4 4 2.4L11.6 2.4C12.8 2.4 13.6 3.2 "
    "13.6 4.4"
    "L13.6 5.6R8.6 5.8 11.8 14.6 1.8M11.4 10.2L17.6 10.2M11.4 13L17.6 13M11.4 15.8L14.8 15.8",
};

constexpr std::string_view kMark =
    "H12 13.2 2.8M12 7.6L12 5.3M15.3 8.7L16.7 6.8M17.3 11.5L19.5 10.7M8.7 8.7L7.3 6.8M6.7 11.5L4.5 "
    "10.7"
    "M4.8 15.8C7.2 14.6 9.8 15 12 17.2C14.2 15 16.8 14.6 19.2 15.8";

}  // namespace

std::string_view icon_path(Icon icon) {
    if (icon == Icon::CloudCheck || icon == Icon::CloudWait) return kCloud;
    return kByIcon[static_cast<std::size_t>(icon)];
}

std::string_view drawing_path(Drawing drawing) {
    return kDrawings[static_cast<std::size_t>(drawing)];
}

std::string_view mark_path() { return kMark; }

}  // namespace xueshi::ui
