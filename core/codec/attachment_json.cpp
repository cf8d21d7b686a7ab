#include "core/codec/attachment_json.h"

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {

std::string encode_kept_upload(const KeptUpload& upload) {
    JsonWriter json;
    json.object([&] {
        json.member("attachment_id", upload.attachment_id.text);
        json.member("type", upload.type);
        json.member("bytes", static_cast<std::int64_t>(upload.bytes));
    });
    return json.take();
}

Result<KeptUpload> decode_kept_upload(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    KeptUpload upload;
    upload.attachment_id = read_id<AttachmentKind>(object, "attachment_id");
    upload.type = object.text("type");
    upload.bytes = static_cast<std::uint64_t>(object.whole("bytes", 1, std::int64_t{1} << 40));
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return upload;
}

}  // namespace xueshi::codec
