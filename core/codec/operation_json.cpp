#include "core/codec/operation_json.h"

#include "core/codec/domain_reader.h"

namespace xueshi::codec {

constexpr std::size_t kMaxTypeBytes = 64;

std::uint64_t read_sequence(ObjectReader& object, std::string_view key, std::int64_t low) {
    return static_cast<std::uint64_t>(object.whole(key, low, kMaxSequence));
}

Stamp read_stamp(ObjectReader& object, std::string_view key) {
    const auto stamp = parse_stamp(object.text(key));
    if (!stamp) object.complain(kMalformed, object.path_of(key), "not a stamp");
    return stamp.value_or(Stamp{});
}

std::string read_type(ObjectReader& object) {
    std::string type = object.text("type");
    if (type.empty() || type.size() > kMaxTypeBytes) {
        object.complain(kMalformed, object.path_of("type"), "1 to 64 bytes");
    }
    return type;
}

std::string read_payload(ObjectReader& object) {
    const JsonValue* payload = object.object("payload");
    if (payload == nullptr) return {};
    return payload->text.empty() ? write_json(*payload) : payload->text;
}

sync::Operation read_operation(ObjectReader& object) {
    sync::Operation operation;
    operation.sequence = read_sequence(object, "sequence", 1);
    operation.stamp = read_stamp(object, "stamp");
    const std::string kind = object.text("kind");
    if (kind != "event" && kind != "intent") object.complain(kOutOfRange, object.path_of("kind"));
    operation.kind = kind == "intent" ? sync::OperationKind::Intent : sync::OperationKind::Event;
    operation.type = read_type(object);
    operation.payload = read_payload(object);
    if (operation.payload.size() > sync::kMaxPayloadBytes) {
        object.complain(kOutOfRange, object.path_of("payload"), "too long");
    }
    return operation;
}

void write_operation(JsonWriter& json, const sync::Operation& operation) {
    json.object([&] {
        json.member("sequence", operation.sequence);
        json.member("stamp", format_stamp(operation.stamp));
        json.member("kind", operation.kind == sync::OperationKind::Intent ? "intent" : "event");
        json.member("type", operation.type);
        json.member_raw("payload", operation.payload);
    });
}

}  // namespace xueshi::codec
