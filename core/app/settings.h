// What a person set for the interface; theirs alone, decided on the device and synced.
#pragma once

#include <cstdint>

namespace xueshi::app {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

}  // namespace xueshi::app
