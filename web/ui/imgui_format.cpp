// The formatting Dear ImGui asks its user for (imgui_config.h). What we use of it formats nothing a person
// sees, so the text is copied as it stands.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdarg>
#include <cstring>

int ImFormatStringV(char* buf, size_t buf_size, const char* fmt, va_list) {
    const size_t length = std::strlen(fmt);
    if (buf == nullptr || buf_size == 0) return static_cast<int>(length);
    const size_t kept = std::min(length, buf_size - 1);
    std::memcpy(buf, fmt, kept);
    buf[kept] = '\0';
    return static_cast<int>(kept);
}

int ImFormatString(char* buf, size_t buf_size, const char* fmt, ...) {
    va_list arguments;
    va_start(arguments, fmt);
    const int length = ImFormatStringV(buf, buf_size, fmt, arguments);
    va_end(arguments);
    return length;
}
