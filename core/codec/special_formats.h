// Small shared pieces of special training's documents. Internal to core/codec.
#pragma once

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/codec/special_names.h"

namespace xueshi::codec {

void write_quota_table(JsonWriter& json, const enrolment::QuotaTable& table);
enrolment::QuotaTable read_quota_table(ObjectReader& object);

inline std::size_t read_step(ObjectReader& object) {
    return static_cast<std::size_t>(
        object.whole("step", 0, static_cast<std::int64_t>(enrolment::kMostApprovalSteps) - 1));
}

// Reads each object of an array; what is wrong within one is said by its own path.
template <class Element, class Read>
std::vector<Element> read_objects(ObjectReader& object, std::string_view key, std::size_t most, Read read) {
    std::vector<Element> elements;
    const auto& items = object.array(key);
    if (items.size() > most) object.complain(kOutOfRange, object.path_of(key), "too many");
    for (std::size_t i = 0; i < items.size() && i < most; ++i) {
        ObjectReader element(items[i], object.path_of(key, i));
        elements.push_back(read(element));
        if (const Outcome outcome = element.finish(); !outcome) {
            object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
    return elements;
}

}  // namespace xueshi::codec
