#include "core/codec/sync_json.h"

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

constexpr std::int64_t kMaxSequence = std::int64_t{1} << 52;
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
    return payload == nullptr ? std::string() : write_json(*payload);
}

sync::Operation read_operation(ObjectReader& object, const DeviceId& device) {
    sync::Operation operation;
    operation.sequence = read_sequence(object, "sequence", 1);
    operation.stamp = read_stamp(object, "stamp");
    if (operation.stamp.node != device.text) {
        object.complain(kMalformed, object.path_of("stamp"), "a stamp of another device");
    }
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

sync::OperationOutcome read_outcome(ObjectReader& object) {
    sync::OperationOutcome outcome;
    outcome.sequence = read_sequence(object, "sequence", 1);
    const std::string status = object.text("status");
    if (status != "accepted" && status != "refused") object.complain(kOutOfRange, object.path_of("status"));
    outcome.accepted = status == "accepted";
    outcome.code = object.text_or("code", {});
    outcome.subject = object.text_or("subject", {});
    if (const JsonValue* receipt = object.any("receipt")) outcome.receipt = write_json(*receipt);
    return outcome;
}

sync::Envelope read_envelope(ObjectReader& object) {
    sync::Envelope envelope;
    envelope.sequence = read_sequence(object, "sequence", 1);
    if (object.has("device")) {
        envelope.origin.device_id = read_id<DeviceKind>(object, "device");
        envelope.origin.sequence = read_sequence(object, "device_sequence", 1);
    }
    envelope.stamp = read_stamp(object, "stamp");
    envelope.type = read_type(object);
    envelope.payload = read_payload(object);
    return envelope;
}

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

void write_envelope(JsonWriter& json, const sync::Envelope& envelope) {
    json.object([&] {
        json.member("sequence", envelope.sequence);
        if (!envelope.origin.is_server()) {
            json.member("device", envelope.origin.device_id.text);
            json.member("device_sequence", envelope.origin.sequence);
        }
        json.member("stamp", format_stamp(envelope.stamp));
        json.member("type", envelope.type);
        json.member_raw("payload", envelope.payload);
    });
}

}  // namespace

std::string encode_push(const sync::PushRequest& request) {
    JsonWriter json;
    json.object([&] {
        json.member("device", request.device_id.text);
        json.member_array("operations", [&] {
            for (const sync::Operation& operation : request.operations) {
                json.object([&] {
                    json.member("sequence", operation.sequence);
                    json.member("stamp", format_stamp(operation.stamp));
                    json.member("kind", operation.kind == sync::OperationKind::Intent ? "intent" : "event");
                    json.member("type", operation.type);
                    json.member_raw("payload", operation.payload);
                });
            }
        });
    });
    return json.take();
}

Result<sync::PushRequest> decode_push(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    sync::PushRequest request;
    request.device_id = read_id<DeviceKind>(object, "device");
    request.operations = read_objects<sync::Operation>(
        object, "operations", sync::kMaxOperationsPerPush,
        [&](ObjectReader& inner) { return read_operation(inner, request.device_id); });
    if (request.operations.empty()) object.complain(kOutOfRange, "operations", "nothing to push");
    for (std::size_t i = 1; i < request.operations.size(); ++i) {
        if (request.operations[i].sequence != request.operations[i - 1].sequence + 1) {
            object.complain(sync::kSequenceGap, object.path_of("operations", i));
        }
    }
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return request;
}

std::string encode_push_answer(const sync::PushAnswer& answer) {
    JsonWriter json;
    json.object([&] {
        json.member_array("outcomes", [&] {
            for (const sync::OperationOutcome& outcome : answer.outcomes) {
                json.object([&] {
                    json.member("sequence", outcome.sequence);
                    json.member("status", outcome.accepted ? "accepted" : "refused");
                    if (!outcome.code.empty()) json.member("code", outcome.code);
                    if (!outcome.subject.empty()) json.member("subject", outcome.subject);
                    if (!outcome.receipt.empty()) json.member_raw("receipt", outcome.receipt);
                });
            }
        });
        json.member("domain_now_ms", answer.domain_now_ms);
    });
    return json.take();
}

Result<sync::PushAnswer> decode_push_answer(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    sync::PushAnswer answer;
    answer.outcomes = read_objects<sync::OperationOutcome>(object, "outcomes", sync::kMaxOperationsPerPush,
                                                           [](ObjectReader& inner) { return read_outcome(inner); });
    answer.domain_now_ms = object.whole("domain_now_ms", 0, kMaxInstantMs);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return answer;
}

std::string encode_envelope(const sync::Envelope& envelope) {
    JsonWriter json;
    write_envelope(json, envelope);
    return json.take();
}

std::string encode_feed_page(const sync::FeedPage& page) {
    JsonWriter json;
    json.object([&] {
        json.member("feed", page.feed);
        json.member("epoch", page.epoch);
        json.member_array("events", [&] {
            for (const sync::Envelope& envelope : page.events) write_envelope(json, envelope);
        });
        json.member("next", page.next);
        json.member("head", page.head);
    });
    return json.take();
}

Result<sync::FeedPage> decode_feed_page(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    sync::FeedPage page;
    page.feed = object.text("feed");
    page.epoch = object.text("epoch");
    page.events = read_objects<sync::Envelope>(object, "events", sync::kMaxEventsPerPage,
                                               [](ObjectReader& inner) { return read_envelope(inner); });
    page.next = read_sequence(object, "next", 0);
    page.head = read_sequence(object, "head", 0);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return page;
}

}  // namespace xueshi::codec
