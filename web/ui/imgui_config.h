#pragma once

// Compile-time settings of Dear ImGui (its IMGUI_USER_CONFIG), the same natively and in the browser.
// What we do not use is left out: it would be downloaded by every phone.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS

// ImGui formats nothing but names of its own for debugging: web/ui/imgui_format.cpp keeps them plain, and the
// C library's printf with its floating point stays out of the download.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// Supplementary-plane Chinese characters occur in personal names.
#define IMGUI_USE_WCHAR32

// Instead of a TrueType reader ImGui links the font loader of this name, which web/ui/fonts.cpp
// provides: glyphs come from the browser's own fonts.
#define IMGUI_ENABLE_FREETYPE
