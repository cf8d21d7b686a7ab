#include "core/diagnostic/capability_framework.h"

#include <algorithm>
#include <cstddef>

namespace xueshi::diagnostic {
namespace {

std::string path_of(std::string_view list, std::size_t at, std::string_view field) {
    return std::string(list) + "[" + std::to_string(at) + "]" + std::string(field);
}

template <class Element>
const Element* find_code(const std::vector<Element>& elements, std::string_view code) {
    const auto found = std::find_if(
        elements.begin(), elements.end(), [&](const Element& each) { return each.code == code; });
    return found == elements.end() ? nullptr : &*found;
}

// Empty and repeated codes.
template <class Element>
Outcome validate_codes(const std::vector<Element>& elements, std::string_view list) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string& code = elements[i].code;
        if (!code.empty() && find_code(elements, code) == &elements[i]) continue;
        return make_error(
            kMalformed, path_of(list, i, ".code"), "\"" + code + "\" is empty or repeated");
    }
    return Done{};
}

Outcome validate_dimensions(const CapabilityFramework& framework) {
    for (const Dimension dimension : kAllDimensions) {
        const auto count = std::count_if(
            framework.dimensions.begin(),
            framework.dimensions.end(),
            [&](const FrameworkDimension& each) { return each.dimension == dimension; });
        if (count == 1) continue;
        return make_error(kMalformed,
                          "dimensions",
                          "expected \"" + std::string(dimension_name(dimension)) + "\" once");
    }
    return Done{};
}

Outcome validate_theme(const CapabilityFramework& framework, std::size_t place) {
    const auto& codes = framework.themes[place].indicators;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string path = path_of("themes", place, path_of(".indicators", i, ""));
        if (find_indicator(framework, codes[i]) == nullptr)
            return make_error(kOutOfRange, path, "there is no indicator \"" + codes[i] + "\"");
        const auto before = codes.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(codes.begin(), before, codes[i]) != before)
            return make_error(kMalformed, path, "\"" + codes[i] + "\" is repeated");
    }
    return Done{};
}

}  // namespace

std::string_view equipment_name(Equipment equipment) {
    switch (equipment) {
        case Equipment::Interactive:
            return "interactive";
        case Equipment::Network:
            return "network";
        case Equipment::Mobile:
            return "mobile";
    }
    return "";
}

std::string_view theme_row_name(ThemeRow row) {
    switch (row) {
        case ThemeRow::Literacy:
            return "literacy";
        case ThemeRow::Comprehensive:
            return "comprehensive";
        case ThemeRow::Special:
            return "special";
        case ThemeRow::Growth:
            return "growth";
    }
    return "";
}

const Indicator* find_indicator(const CapabilityFramework& framework, std::string_view code) {
    return find_code(framework.indicators, code);
}

const CourseTheme* find_theme(const CapabilityFramework& framework, std::string_view code) {
    return find_code(framework.themes, code);
}

Outcome validate(const CapabilityFramework& framework) {
    if (auto outcome = validate_dimensions(framework); !outcome) return outcome;
    if (auto outcome = validate_codes(framework.indicators, "indicators"); !outcome) return outcome;
    if (auto outcome = validate_codes(framework.themes, "themes"); !outcome) return outcome;
    for (std::size_t i = 0; i < framework.themes.size(); ++i) {
        if (auto outcome = validate_theme(framework, i); !outcome) return outcome;
    }
    return Done{};
}

Outcome validate(const CapabilityBank& bank, const CapabilityFramework& framework) {
    for (std::size_t i = 0; i < bank.contents.size(); ++i) {
        const ItemContent& content = bank.contents[i];
        for (std::size_t k = 0; k < content.indicators.size(); ++k) {
            const Indicator* indicator = find_indicator(framework, content.indicators[k]);
            const bool fits =
                indicator != nullptr && indicator->dimension == content.dimension &&
                std::find(indicator->levels.begin(), indicator->levels.end(), bank.level) !=
                    indicator->levels.end();
            if (fits) continue;
            return make_error(kOutOfRange,
                              path_of("items", i, path_of(".indicators", k, "")),
                              "no indicator of this level and dimension (item \"" +
                                  bank.measured.items[i].id + "\")");
        }
    }
    return Done{};
}

}  // namespace xueshi::diagnostic
