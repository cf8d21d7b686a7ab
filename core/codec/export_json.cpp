#include "core/codec/export_json.h"

#include "core/codec/json_writer.h"
#include "core/codec/sync_json.h"

namespace xueshi::codec {

std::string encode_exported_event(std::string_view feed, const sync::Envelope& envelope) {
    JsonWriter json;
    json.object([&] {
        json.member("feed", feed);
        json.member_raw("event", encode_envelope(envelope));
    });
    return json.take();
}

// The event's own JSON is read a second time, by its own reader: a line is short.
Result<ExportedEvent> decode_exported_event(std::string_view line) {
    const Result<JsonValue> document = parse_json(line, "event");
    if (!document) return document.error();
    ObjectReader object(*document, {});
    ExportedEvent exported;
    exported.feed = object.text("feed");
    const JsonValue* event = object.object("event");
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    Result<sync::Envelope> envelope = decode_envelope(event->text);
    if (!envelope) return envelope.error();
    exported.envelope = *std::move(envelope);
    return exported;
}

}  // namespace xueshi::codec
