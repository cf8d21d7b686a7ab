// Reading of the domain's own small values out of an object: ids, dates, hours, enums.
#pragma once

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/localized_text.h"
#include "core/codec/enum_names.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {

inline constexpr std::int64_t kMaxDeciHours = 100'000;           // 10,000 hours
inline constexpr std::int64_t kMaxFeeFen = 100'000'000'000;      // a milliard yuan
inline constexpr std::int64_t kMaxInstantMs = 32'503'680'000'000;  // the year 3000

template <class Kind>
Id<Kind> read_id(ObjectReader& object, std::string_view key) {
    std::string text = object.text(key);
    if (!is_valid_id_text(text)) object.complain(kMalformed, object.path_of(key), "not an id");
    return Id<Kind>{std::move(text)};
}

// Absent or empty: no id.
template <class Kind>
Id<Kind> read_id_or_none(ObjectReader& object, std::string_view key) {
    return object.has(key) ? read_id<Kind>(object, key) : Id<Kind>{};
}

template <class Kind>
std::vector<Id<Kind>> read_ids(ObjectReader& object, std::string_view key, std::size_t most) {
    std::vector<Id<Kind>> ids;
    const auto& items = object.array(key);
    if (items.size() > most) object.complain(kOutOfRange, object.path_of(key), "too many");
    for (std::size_t i = 0; i < items.size() && ids.size() < most; ++i) {
        if (items[i].kind != JsonValue::Kind::String || !is_valid_id_text(items[i].text)) {
            object.complain(kMalformed, object.path_of(key, i), "not an id");
        }
        ids.push_back(Id<Kind>{items[i].text});
    }
    return ids;
}

template <class Enum>
Enum read_enum(ObjectReader& object, std::string_view key) {
    const auto value = parse_enum<Enum>(object.text(key));
    if (!value) object.complain(kOutOfRange, object.path_of(key), "not one of the known names");
    return value.value_or(Enum{});
}

template <class Enum>
Enum read_enum_or(ObjectReader& object, std::string_view key, Enum otherwise) {
    return object.has(key) ? read_enum<Enum>(object, key) : otherwise;
}

inline SchoolStage read_stage(ObjectReader& object, std::string_view key) {
    const auto stage = parse_stage(object.text(key));
    if (!stage) object.complain(kOutOfRange, object.path_of(key), "not a stage");
    return stage.value_or(SchoolStage::Primary);
}

inline DeciHours read_deci_hours(ObjectReader& object, std::string_view key) {
    return {object.whole(key, 0, kMaxDeciHours)};
}

inline Instant read_instant(ObjectReader& object, std::string_view key) {
    return {object.whole(key, 0, kMaxInstantMs)};
}

inline CivilDate read_date(ObjectReader& object, std::string_view key) {
    const auto date = parse_date(object.text(key));
    if (!date) object.complain(kMalformed, object.path_of(key), "expected a date such as 2017-03-08");
    return date.value_or(CivilDate{});
}

inline AllocatedYear read_year(ObjectReader& object, std::string_view key) {
    return {static_cast<std::int32_t>(object.whole(key, 1900, 2999))};
}

// {"zh": "…", "en": "…"}, both required.
inline LocalizedText read_localized(ObjectReader& object, std::string_view key) {
    const JsonValue* member = object.object(key);
    if (member == nullptr) return {};
    ObjectReader inner(*member, object.path_of(key));
    LocalizedText text;
    text.zh = inner.text("zh");
    text.en = inner.text("en");
    if (const Outcome outcome = inner.finish(); !outcome) {
        object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
    return text;
}

inline std::vector<std::string> read_texts(ObjectReader& object, std::string_view key) {
    std::vector<std::string> texts;
    const auto& items = object.array_or_empty(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != JsonValue::Kind::String) {
            object.complain(kMalformed, object.path_of(key, i), "expected a text");
        }
        texts.push_back(items[i].text);
    }
    return texts;
}

// They must be there, if only as an empty list.
inline std::vector<std::string> read_required_texts(ObjectReader& object, std::string_view key) {
    if (!object.has(key)) object.array(key);  // complains
    return read_texts(object, key);
}

// Absent: none.
inline std::vector<SchoolStage> read_stages(ObjectReader& object, std::string_view key) {
    std::vector<SchoolStage> stages;
    const std::vector<std::string> names = read_texts(object, key);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto stage = parse_stage(names[i]);
        if (!stage) object.complain(kOutOfRange, object.path_of(key, i), "not a stage");
        stages.push_back(stage.value_or(SchoolStage::Primary));
    }
    return stages;
}

}  // namespace xueshi::codec
