// Operations and the parts they share with envelopes. Internal to core/codec.
#pragma once

#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {

inline constexpr std::int64_t kMaxSequence = std::int64_t{1} << 52;

std::uint64_t read_sequence(ObjectReader& object, std::string_view key, std::int64_t low);
Stamp read_stamp(ObjectReader& object, std::string_view key);
std::string read_type(ObjectReader& object);
std::string read_payload(ObjectReader& object);

sync::Operation read_operation(ObjectReader& object);
void write_operation(JsonWriter& json, const sync::Operation& operation);

// Reads each item of `key` with `read`, complaints by index; stops at the first bad item.
template <class Item, class Read>
std::vector<Item> read_objects(ObjectReader& object, std::string_view key, std::size_t most, Read read) {
    std::vector<Item> list;
    const auto& items = object.array(key);
    if (items.size() > most) object.complain(kOutOfRange, object.path_of(key), "too many");
    for (std::size_t i = 0; i < items.size() && object.is_good(); ++i) {
        ObjectReader inner(items[i], object.path_of(key, i));
        list.push_back(read(inner));
        if (const Outcome outcome = inner.finish(); !outcome) {
            object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
        }
    }
    return list;
}

}  // namespace xueshi::codec
