// Reading of xueshi.capability.framework/1 (declared in capability_json.h).
#include <array>
#include <utility>

#include "core/codec/capability_json.h"
#include "core/codec/domain_reader.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using diagnostic::CapabilityFramework;
using diagnostic::CapabilityLevel;
using diagnostic::CourseTheme;
using diagnostic::Dimension;
using diagnostic::Equipment;
using diagnostic::FrameworkDimension;
using diagnostic::Indicator;
using diagnostic::ThemeRow;

constexpr std::string_view kFrameworkSchema = "xueshi.capability.framework/1";
constexpr std::int64_t kMostSeries = 9;
constexpr std::int64_t kMostHours = 1000;

constexpr std::array kAllEquipment = {
    Equipment::Interactive, Equipment::Network, Equipment::Mobile};
constexpr std::array kAllRows = {
    ThemeRow::Literacy, ThemeRow::Comprehensive, ThemeRow::Special, ThemeRow::Growth};

// The value whose name stands there; the first one after a complaint.
template <class Values, class Name>
auto named(ObjectReader& object,
           const std::string& path,
           std::string_view text,
           const Values& values,
           Name name) {
    for (const auto value : values) {
        if (name(value) == text) return value;
    }
    object.complain(kOutOfRange, path, "\"" + std::string(text) + "\" is not a known name");
    return values.front();
}

Dimension read_dimension(ObjectReader& object, std::string_view key) {
    return named(object,
                 object.path_of(key),
                 object.text(key),
                 diagnostic::kAllDimensions,
                 diagnostic::dimension_name);
}

// A list of names, each once.
template <class Values, class Name>
auto read_names(ObjectReader& object, std::string_view key, const Values& values, Name name) {
    std::vector<typename Values::value_type> found;
    const std::vector<std::string> texts = read_texts(object, key);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string path = object.path_of(key, i);
        const auto value = named(object, path, texts[i], values, name);
        for (const auto before : found) {
            if (before == value) object.complain(kMalformed, path, "given twice");
        }
        found.push_back(value);
    }
    if (object.has(key) && found.empty())
        object.complain(kMalformed, object.path_of(key), "expected at least one name");
    return found;
}

FrameworkDimension read_framework_dimension(ObjectReader& object) {
    FrameworkDimension dimension;
    dimension.dimension = read_dimension(object, "id");
    dimension.name = read_localized(object, "name");
    dimension.source = read_localized(object, "source");
    return dimension;
}

Indicator read_indicator(ObjectReader& object) {
    Indicator indicator;
    indicator.code = object.text("code");
    indicator.dimension = read_dimension(object, "dimension");
    indicator.levels = read_names(object, "levels", diagnostic::kAllLevels, diagnostic::level_name);
    if (indicator.levels.empty())
        object.complain(kMalformed, object.path_of("levels"), "expected at least one level");
    indicator.name = read_localized(object, "name");
    return indicator;
}

CourseTheme read_theme(ObjectReader& object) {
    CourseTheme theme;
    theme.code = object.text("code");
    theme.name = read_localized(object, "name");
    theme.series = static_cast<int>(object.whole("series", 1, kMostSeries));
    theme.row = named(
        object, object.path_of("row"), object.text("row"), kAllRows, diagnostic::theme_row_name);
    (void)object.array("indicators");
    theme.indicators = read_texts(object, "indicators");
    theme.maximum_hours = whole_hours(object.whole("maximum_hours", 1, kMostHours));
    theme.needs = read_names(object, "needs", kAllEquipment, diagnostic::equipment_name);
    theme.source = read_localized(object, "source");
    return theme;
}

// Reads each object of a list; the first complaint goes to the document.
template <class Element>
std::vector<Element> read_list(ObjectReader& document,
                               std::string_view key,
                               Element (*read)(ObjectReader&)) {
    std::vector<Element> elements;
    const auto& values = document.array(key);
    for (std::size_t i = 0; i < values.size() && document.is_good(); ++i) {
        ObjectReader object(values[i], document.path_of(key, i));
        elements.push_back(read(object));
        if (auto outcome = object.finish(); !outcome) {
            document.complain(
                outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
    return elements;
}

}  // namespace

Result<CapabilityFramework> read_capability_framework(std::string_view bytes) {
    auto json = parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    if (document.text("schema") != kFrameworkSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kFrameworkSchema));
    }
    CapabilityFramework framework;
    framework.id = document.text("id");
    framework.title = read_localized(document, "title");
    framework.dimensions = read_list(document, "dimensions", read_framework_dimension);
    framework.indicators = read_list(document, "indicators", read_indicator);
    framework.indicator_source = read_localized(document, "indicator_source");
    framework.themes = read_list(document, "themes", read_theme);
    if (auto outcome = document.finish(); !outcome) return outcome.error();
    if (auto outcome = diagnostic::validate(framework); !outcome) return outcome.error();
    return framework;
}

}  // namespace xueshi::codec
