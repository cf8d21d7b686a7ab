// The sync messages on the wire: push, its answer, and feed pages (docs/formats/wire.md). Payloads pass
// through byte for byte when written and as compact JSON when read.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/sync/envelope.h"
#include "core/sync/operation.h"

namespace xueshi::codec {

std::string encode_push(const sync::PushRequest& request);
// Refuses empty or too long pushes, sequences that do not ascend by one, stamps of another device and
// payloads over sync::kMaxPayloadBytes, each by field.
Result<sync::PushRequest> decode_push(std::string_view bytes);

std::string encode_push_answer(const sync::PushAnswer& answer);
Result<sync::PushAnswer> decode_push_answer(std::string_view bytes);

// One envelope as a JSON object; also a line of the export.
std::string encode_envelope(const sync::Envelope& envelope);

std::string encode_feed_page(const sync::FeedPage& page);
Result<sync::FeedPage> decode_feed_page(std::string_view bytes);

}  // namespace xueshi::codec
