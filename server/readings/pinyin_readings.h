// Pinyin readings of the characters that texts use, for the catalogue feed: a browser needs about a
// thousand characters for its search and never gets the whole table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"

namespace xueshi::readings {

// The readings of every character in the texts that has any, by code point. Pure; the table is made
// at build time from Unicode's Unihan data (how readings are chosen: unihan_readings.awk).
std::vector<catalogue::CharacterReadings> readings_for(std::span<const std::string_view> texts);

}  // namespace xueshi::readings
