// The strokes of every icon as text; see icon_paths.cpp for the notation.
#pragma once

#include <string_view>

#include "web/ui/icons.h"

namespace xueshi::ui {

std::string_view icon_path(Icon icon);
std::string_view drawing_path(Drawing drawing);
std::string_view mark_path();

}  // namespace xueshi::ui
