#include "core/codec/certificate_json.h"

#include <utility>

#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {

std::string encode_certificate_request(const certificate::CertificateRequest& request) {
    JsonWriter json;
    json.object([&] {
        json.member("year", std::int64_t{request.year.year});
        json.member("number", request.reveals_number);
        json.member("school", request.reveals_school);
        json.member("records", request.reveals_records);
    });
    return json.take();
}

Result<certificate::CertificateRequest> decode_certificate_request(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    certificate::CertificateRequest request;
    request.year = {static_cast<std::int32_t>(object.whole("year", 1900, 2999))};
    request.reveals_number = object.boolean_or("number", false);
    request.reveals_school = object.boolean_or("school", false);
    request.reveals_records = object.boolean_or("records", false);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return request;
}

std::string encode_signed_certificate(const SignedCertificate& certificate) {
    JsonWriter json;
    json.object([&] {
        json.member("certificate", certificate.code);
        json.member_raw("badge", certificate.badge);
    });
    return json.take();
}

Result<SignedCertificate> decode_signed_certificate(std::string_view bytes) {
    // The badge is kept as it was written: its signature is over those bytes.
    const Result<JsonValue> document = parse_json(bytes, "badge");
    if (!document) return document.error();
    ObjectReader object(*document, {});
    SignedCertificate certificate;
    certificate.code = object.text("certificate");
    if (const JsonValue* badge = object.object("badge")) certificate.badge = badge->text;
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return certificate;
}

}  // namespace xueshi::codec
