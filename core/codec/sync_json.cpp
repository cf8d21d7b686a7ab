#include "core/codec/sync_json.h"

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"
#include "core/codec/operation_json.h"

namespace xueshi::codec {
namespace {

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
                write_operation(json, operation);
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
        [&](ObjectReader& inner) {
            sync::Operation operation = read_operation(inner);
            if (operation.stamp.node != request.device_id.text) {
                inner.complain(kMalformed, inner.path_of("stamp"), "a stamp of another device");
            }
            return operation;
        });
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

// Payloads stay as they were written: each is taken apart when its event is read.
Result<sync::FeedPage> decode_feed_page(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes, "payload");
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

Result<sync::Envelope> decode_envelope(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes, "payload");
    if (!document) return document.error();
    ObjectReader object(*document, {});
    sync::Envelope envelope = read_envelope(object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return envelope;
}

// Only brackets outside of strings are looked at; the rest of the page is read as if it had no events.
Result<UnreadFeedPage> split_feed_page(std::string_view bytes) {
    constexpr std::string_view kBegin = "\"events\":[";
    const std::size_t begin = bytes.find(kBegin);
    if (begin == std::string_view::npos) return Error{kMalformed, "events", {}};
    const std::size_t first = begin + kBegin.size();
    UnreadFeedPage split;
    std::size_t event = first;
    int depth = 0;
    std::size_t at = first;
    for (; at < bytes.size() && (depth > 0 || bytes[at] != ']'); ++at) {
        switch (bytes[at]) {
            case '"':
                for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
                    if (bytes[at] == '\\') ++at;
                }
                break;
            case '{':
            case '[':
                if (depth++ == 0) event = at;
                break;
            case '}':
            case ']':
                if (--depth == 0) split.events.push_back(bytes.substr(event, at + 1 - event));
                break;
            default:
                break;
        }
    }
    if (at >= bytes.size() || split.events.size() > sync::kMaxEventsPerPage) return Error{kMalformed, "events", {}};
    Result<sync::FeedPage> page =
        decode_feed_page(std::string(bytes.substr(0, first)).append(bytes.substr(at)));
    if (!page) return page.error();
    split.page = *std::move(page);
    return split;
}

std::string_view course_run_in(std::string_view envelope) {
    constexpr std::string_view kBegin = "\"course_run_id\":\"";
    const std::size_t begin = envelope.find(kBegin);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = envelope.substr(begin + kBegin.size());
    return rest.substr(0, rest.find('"'));
}

}  // namespace xueshi::codec
