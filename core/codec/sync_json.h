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
Result<sync::Envelope> decode_envelope(std::string_view bytes);

std::string encode_feed_page(const sync::FeedPage& page);
Result<sync::FeedPage> decode_feed_page(std::string_view bytes);

// A page whose events are not read yet, for who wants few of thousands at once: where each lies in the bytes.
// An event is checked when it is read (decode_envelope), and may turn out to be none.
struct UnreadFeedPage {
    sync::FeedPage page;                   // without its events
    std::vector<std::string_view> events;  // views of the bytes given
};
Result<UnreadFeedPage> split_feed_page(std::string_view bytes);

// The course run an unread event is about; empty where none is named.
std::string_view course_run_in(std::string_view envelope);

}  // namespace xueshi::codec
