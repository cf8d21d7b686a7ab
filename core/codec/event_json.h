// Events as stored and sent: a type name and a JSON object. The contract is docs/formats/events.md; golden
// files in tests/golden hold every version to it.
//
// Reading is strict within a known type (unknown fields are refused by name) and tolerant of unknown types:
// they become UnknownEvent, are kept and relayed, and have no effect.
#pragma once

#include <string>
#include <string_view>

#include "core/app/event.h"
#include "core/base/result.h"

namespace xueshi::codec {

struct EncodedEvent {
    std::string type;     // "plan.mark_changed"
    std::string payload;  // compact JSON object
};

EncodedEvent encode_event(const app::Event& event);

// kMalformed, kUnknownField or kOutOfRange, each naming the field.
Result<app::Event> decode_event(std::string_view type, std::string_view payload);

bool is_known_event_type(std::string_view type);

}  // namespace xueshi::codec
