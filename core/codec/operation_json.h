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

}  // namespace xueshi::codec
