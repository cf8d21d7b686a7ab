#include "core/codec/signing_keys_json.h"

#include <algorithm>

#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using certificate::SigningKey;

constexpr std::size_t kMostKeys = 1000;

std::optional<CivilDate> read_day(ObjectReader& object, std::string_view key) {
    if (!object.has(key)) return std::nullopt;
    const auto day = parse_date(object.text(key));
    if (!day) object.complain(kMalformed, object.path_of(key));
    return day;
}

SigningKey read_key(ObjectReader& object) {
    SigningKey key;
    const auto id = certificate::parse_key_id(object.text("id"));
    const auto bytes = certificate::decode_base64url(object.text("public_key"));
    if (!id) object.complain(kMalformed, object.path_of("id"));
    if (!bytes || bytes->size() != key.public_key.size()) {
        object.complain(kMalformed, object.path_of("public_key"));
    } else {
        std::copy(bytes->begin(), bytes->end(), key.public_key.begin());
    }
    key.id = id.value_or(certificate::KeyId{});
    const auto from = parse_date(object.text("from"));
    if (!from) object.complain(kMalformed, object.path_of("from"));
    key.from = from.value_or(CivilDate{});
    key.retired = read_day(object, "retired");
    key.revoked = read_day(object, "revoked");
    key.reason = object.text_or("reason", {});
    if (key.reason.size() > certificate::kMostReasonBytes) object.complain(kOutOfRange, object.path_of("reason"));
    return key;
}

}  // namespace

std::string encode_signing_keys(const std::vector<SigningKey>& keys) {
    JsonWriter json;
    json.object([&] {
        json.key("keys");
        json.array([&] {
            for (const SigningKey& key : keys) {
                json.object([&] {
                    json.member("id", certificate::key_id_text(key.id));
                    const auto* bytes = reinterpret_cast<const char*>(key.public_key.data());
                    json.member("public_key", certificate::encode_base64url({bytes, key.public_key.size()}));
                    json.member("from", format_date(key.from));
                    if (key.retired) json.member("retired", format_date(*key.retired));
                    if (key.revoked) json.member("revoked", format_date(*key.revoked));
                    if (!key.reason.empty()) json.member("reason", key.reason);
                });
            }
        });
    });
    return json.take();
}

Result<std::vector<SigningKey>> decode_signing_keys(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    auto keys = read_objects<SigningKey>(object, "keys", kMostKeys, [](ObjectReader& each) { return read_key(each); });
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return keys;
}

}  // namespace xueshi::codec
