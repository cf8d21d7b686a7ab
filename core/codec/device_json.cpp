#include "core/codec/device_json.h"

#include "core/codec/domain_reader.h"
#include "core/codec/event_json.h"
#include "core/codec/json_writer.h"
#include "core/codec/operation_json.h"

namespace xueshi::codec {
namespace {

constexpr std::string_view kWorkSchema = "xueshi.device.work/1";
constexpr std::size_t kMaxWorkOperations = 100'000;
constexpr std::size_t kMaxStepEvents = 2'000;

// Reads one document: `read` takes the fields, the rest is refused.
template <class Value, class Read>
Result<Value> read_document(std::string_view bytes, Read read) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    Value value = read(object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return value;
}

void write_events(JsonWriter& json, std::string_view key, const std::vector<app::Event>& events) {
    json.member_array(key, [&] {
        for (const app::Event& event : events) {
            const EncodedEvent encoded = encode_event(event);
            json.object([&] {
                json.member("type", encoded.type);
                json.member_raw("payload", encoded.payload);
            });
        }
    });
}

std::vector<app::Event> read_events(ObjectReader& object, std::string_view key) {
    return read_objects<app::Event>(object, key, kMaxStepEvents, [](ObjectReader& inner) {
        const std::string type = read_type(inner);
        const std::string payload = read_payload(inner);
        if (!inner.is_good()) return app::Event{app::UnknownEvent{}};
        Result<app::Event> event = decode_event(type, payload);
        if (event) return *std::move(event);
        inner.complain(event.error().code, inner.path_of("payload"), event.error().detail);
        return app::Event{app::UnknownEvent{}};
    });
}

}  // namespace

std::string encode_operation(const sync::Operation& operation) {
    JsonWriter json;
    write_operation(json, operation);
    return json.take();
}

Result<sync::Operation> decode_operation(std::string_view bytes) {
    return read_document<sync::Operation>(bytes, read_operation);
}

std::string encode_held_session(const HeldSession& held) {
    JsonWriter json;
    json.object([&] {
        json.member_raw("session", encode_session(held.session));
        json.member("wall_ms", held.wall_ms);
    });
    return json.take();
}

Result<HeldSession> decode_held_session(std::string_view bytes) {
    std::string document;
    Result<HeldSession> held = read_document<HeldSession>(bytes, [&](ObjectReader& object) {
        if (const JsonValue* session = object.object("session")) document = write_json(*session);
        return HeldSession{{}, object.whole("wall_ms", 0, kMaxInstantMs)};
    });
    if (!held) return held;
    Result<SessionDocument> session = decode_session(document);
    if (!session) return session.error();
    held->session = *std::move(session);
    return held;
}

std::string encode_held_identity(const HeldIdentity& held) {
    JsonWriter json;
    json.object([&] {
        json.member("last_sequence", held.last_sequence);
        json.member("used_ms", held.used_ms);
    });
    return json.take();
}

Result<HeldIdentity> decode_held_identity(std::string_view bytes) {
    return read_document<HeldIdentity>(bytes, [](ObjectReader& object) {
        HeldIdentity held;
        held.last_sequence = read_sequence(object, "last_sequence", 0);
        held.used_ms = object.whole("used_ms", 0, kMaxInstantMs);
        return held;
    });
}

std::string encode_held_step(const HeldStep& step) {
    JsonWriter json;
    json.object([&] {
        json.member("label", step.label);
        json.member("subject", step.subject);
        write_events(json, "done", step.done);
        write_events(json, "inverse", step.inverse);
    });
    return json.take();
}

Result<HeldStep> decode_held_step(std::string_view bytes) {
    return read_document<HeldStep>(bytes, [](ObjectReader& object) {
        HeldStep step;
        step.label = object.text("label");
        step.subject = object.text("subject");
        step.done = read_events(object, "done");
        step.inverse = read_events(object, "inverse");
        return step;
    });
}

std::string encode_held_news(const HeldNews& news) {
    JsonWriter json;
    json.object([&] {
        json.member("code", news.code);
        json.member("subject", news.subject);
        json.member("about", news.about);
        json.member("at_ms", news.at_ms);
    });
    return json.take();
}

Result<HeldNews> decode_held_news(std::string_view bytes) {
    return read_document<HeldNews>(bytes, [](ObjectReader& object) {
        HeldNews news;
        news.code = object.text("code");
        news.subject = object.text("subject");
        news.about = object.text("about");
        news.at_ms = object.whole("at_ms", 0, kMaxInstantMs);
        return news;
    });
}

std::string encode_unsynced_work(const UnsyncedWork& work) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", kWorkSchema);
        json.member("account", work.account_id.text);
        json.member("display_name", work.display_name);
        json.member_array("operations", [&] {
            for (const sync::Operation& operation : work.operations) write_operation(json, operation);
        });
    });
    return json.take();
}

Result<UnsyncedWork> decode_unsynced_work(std::string_view bytes) {
    return read_document<UnsyncedWork>(bytes, [](ObjectReader& object) {
        UnsyncedWork work;
        if (object.text("schema") != kWorkSchema) object.complain(kOutOfRange, "schema", "not such a file");
        work.account_id = read_id<AccountKind>(object, "account");
        work.display_name = object.text("display_name");
        work.operations =
            read_objects<sync::Operation>(object, "operations", kMaxWorkOperations, read_operation);
        return work;
    });
}

}  // namespace xueshi::codec
