// A line of `xueshi export`: one stored event with the feed it stands in (docs/formats/storage.md).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/sync/envelope.h"

namespace xueshi::codec {

struct ExportedEvent {
    std::string feed;  // as stored: "catalogue", "teacher:<id>"
    sync::Envelope envelope;
};

// Without a line's end.
std::string encode_exported_event(std::string_view feed, const sync::Envelope& envelope);
Result<ExportedEvent> decode_exported_event(std::string_view line);

}  // namespace xueshi::codec
