// The capability standard as data: what is measured, and the course themes that answer it
// (domain.md 3.1 and 3.2; docs/formats/frameworks.md). A later standard is another document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/localized_text.h"
#include "core/base/result.h"
#include "core/diagnostic/capability.h"
#include "core/diagnostic/capability_bank.h"

namespace xueshi::diagnostic {

struct FrameworkDimension {
    Dimension dimension = Dimension::Literacy;
    LocalizedText name = {};
    LocalizedText source = {};
};

struct Indicator {
    std::string code;  // "I-4", "II-17", "C21"
    Dimension dimension = Dimension::Literacy;
    std::vector<CapabilityLevel> levels = {};  // one, or both for what both levels share
    LocalizedText name = {};
};

// What a school must have besides the simple multimedia room that every theme counts on.
enum class Equipment : std::uint8_t { Interactive, Network, Mobile };

enum class ThemeRow : std::uint8_t { Literacy, Comprehensive, Special, Growth };

struct CourseTheme {
    std::string code;  // "T1" … "T27"
    LocalizedText name = {};
    int series = 1;  // 1: level I, 2: level II, 3: growth
    ThemeRow row = ThemeRow::Literacy;
    std::vector<std::string> indicators = {};  // codes; a theme may answer none
    DeciHours maximum_hours = {};
    std::vector<Equipment> needs = {};  // one of these; none: nothing special
    LocalizedText source = {};
};

struct CapabilityFramework {
    std::string id;
    LocalizedText title = {};
    std::vector<FrameworkDimension> dimensions = {};
    std::vector<Indicator> indicators = {};
    LocalizedText indicator_source = {};
    std::vector<CourseTheme> themes = {};
};

std::string_view equipment_name(Equipment equipment);  // "interactive"
std::string_view theme_row_name(ThemeRow row);         // "comprehensive"

// Null when there is no such indicator or theme.
const Indicator* find_indicator(const CapabilityFramework& framework, std::string_view code);
const CourseTheme* find_theme(const CapabilityFramework& framework, std::string_view code);

// With the path of the field ("themes[3].indicators[1]") and the code in the detail: kMalformed for
// a code or dimension that is repeated or left out, kOutOfRange for an indicator of a theme that
// the framework does not have.
Outcome validate(const CapabilityFramework& framework);

// Whether the bank measures this framework: each indicator of an item is one of the bank's level
// and of the item's dimension. kOutOfRange with the path and the item's id.
Outcome validate(const CapabilityBank& bank, const CapabilityFramework& framework);

}  // namespace xueshi::diagnostic
