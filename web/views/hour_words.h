// The kinds of credit hours and where they come from, in words and colours.
#pragma once

#include <array>
#include <string_view>

#include "core/base/hour_category.h"
#include "core/ledger/hour_record.h"
#include "web/locale/locale.h"
#include "web/ui/theme.h"

namespace xueshi::views {

inline constexpr std::array kHourCategoryOrder = {HourCategory::Public, HourCategory::Professional, HourCategory::Elective};

std::string_view category_words(const locale::Locale& words, HourCategory category);
std::string_view source_words(const locale::Locale& words, ledger::HourSource source);
ui::Colour hour_colour(const ui::Theme& theme, HourCategory category);

}  // namespace xueshi::views
