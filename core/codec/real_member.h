// Reading of real numbers out of an object.
#pragma once

#include "core/codec/real_text.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {

// 0 for what is no number.
inline double real_of(const JsonValue& value) {
    return value.kind == JsonValue::Kind::Number ? parse_real(value.text) : 0;
}

// Required, a number of any size; 0 after a complaint.
inline double read_real(ObjectReader& object, std::string_view key) {
    const JsonValue* member = object.any(key);
    if (member == nullptr) {
        object.complain(kMalformed, object.path_of(key), "missing");
        return 0;
    }
    if (member->kind != JsonValue::Kind::Number) {
        object.complain(kMalformed, object.path_of(key), "expected a number");
    }
    return real_of(*member);
}

}  // namespace xueshi::codec
