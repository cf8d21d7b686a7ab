// What the server decided, as it is appended: without a device, which learns of its intent by the outcome.
#pragma once

#include <utility>

#include "core/codec/event_json.h"
#include "core/sync/envelope.h"

namespace xueshi::authority {

inline sync::Envelope envelope_of(codec::EncodedEvent encoded, const Stamp& stamp) {
    sync::Envelope envelope;
    envelope.stamp = stamp;
    envelope.type = std::move(encoded.type);
    envelope.payload = std::move(encoded.payload);
    return envelope;
}

}  // namespace xueshi::authority
