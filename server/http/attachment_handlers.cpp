#include "server/http/attachment_handlers.h"

#include <utility>

#include "core/codec/attachment_json.h"
#include "server/auth/session_token.h"
#include "server/http/problem.h"

namespace xueshi::http {
namespace {

constexpr std::size_t kMostUploadsPerHour = 40;
constexpr std::int64_t kHourMs = 60 * 60 * 1000;
constexpr std::size_t kIdBytes = 12;
constexpr std::string_view kBytesType = "application/octet-stream";
// Opened all the same, it runs nothing, loads nothing and has no origin.
constexpr std::string_view kUploadPolicy = "default-src 'none'; sandbox";

// RFC 5987: everything but letters and digits by its bytes.
std::string encoded_name(std::string_view name) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char character : name) {
        const auto byte = static_cast<unsigned char>(character);
        const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= 'a' && byte <= 'z') || byte == '.' || byte == '-' || byte == '_';
        if (is_plain) {
            encoded += character;
        } else {
            encoded += '%';
            encoded += kHex[byte >> 4];
            encoded += kHex[byte & 15];
        }
    }
    return encoded;
}

std::string disposition_of(const store::AttachmentRecord& attachment) {
    std::string disposition = "attachment";
    if (!attachment.file_name.empty()) disposition += "; filename*=UTF-8''" + encoded_name(attachment.file_name);
    return disposition;
}

Response receipt_of(int status, const store::AttachmentRecord& attachment) {
    return json_response(status, codec::encode_kept_upload({.attachment_id = attachment.id,
                                                            .type = std::string(store::media_type(attachment.type)),
                                                            .bytes = attachment.bytes}));
}

Response by(const Caller& caller, Response response) {
    response.account_id = caller.account.id.text;
    return response;
}

}  // namespace

authority::Person AttachmentHandlers::person_of(const store::AccountRecord& account) const {
    std::vector<organisation::Post> posts;
    services_.event_store.read([&](store::StoreView& view) {
        posts = services_.deputies.posts_of(view, account.id, date_of(services_.clock.now()));
    });
    return {account, std::move(posts)};
}

Result<Caller> AttachmentHandlers::uploader_of(const Request& request) const {
    auto caller = guard_.changing_caller_of(request);
    if (!caller) return caller;
    // Not a type that a form of another site could send.
    if (!equal_ignoring_case(request.header("Content-Type"), kBytesType)) {
        return make_error(kUnsupportedMediaType, "Content-Type");
    }
    const bool is_allowed = services_.attachments != nullptr &&
                            authority::authorize(person_of(caller->account), authority::Action::UploadAttachment,
                                                 caller->account.id.text);
    if (!is_allowed) return make_error(authority::kForbidden, "attachment");
    std::size_t uploads = 0;
    services_.event_store.read([&](store::StoreView& view) {
        uploads = view.count_uploads(caller->account.id, services_.real_now_ms() - kHourMs);
    });
    if (uploads >= kMostUploadsPerHour) return make_error(kTooManyUploads);
    return caller;
}

std::optional<Response> AttachmentHandlers::refuse(const Request& request) const {
    const auto caller = uploader_of(request);
    if (!caller) return problem(caller.error());
    return std::nullopt;
}

Response AttachmentHandlers::take(const Request& request) const {
    const auto caller = uploader_of(request);
    if (!caller) return problem(caller.error());
    return by(*caller, keep(*caller, request));
}

// The bytes are on the disk before a row speaks of them.
Response AttachmentHandlers::keep(const Caller& caller, const Request& request) const {
    if (request.body.size() > store::kMostAttachmentBytes) return problem(make_error(kTooLarge, "body"));
    const auto type = store::recognise(request.body);
    if (!type) return problem(make_error(kUnknownFileType, "body"));
    store::AttachmentRecord record{.id = AttachmentId{auth::random_hex(kIdBytes)},
                                   .owner_id = caller.account.id,
                                   .content = store::content_hash(request.body),
                                   .bytes = request.body.size(),
                                   .type = *type,
                                   .uploaded_ms = services_.real_now_ms(),
                                   .file_name = {}};
    services_.attachments->put(record.content, request.body);
    bool is_new = true;
    const Outcome kept = services_.event_store.write([&](store::Transaction& transaction) -> Outcome {
        if (auto same = transaction.find_attachment_of(record.owner_id, record.content)) {
            record = *std::move(same);
            is_new = false;
        } else {
            transaction.add_attachment(record);
        }
        return Done{};
    });
    if (!kept) return problem(kept.error());
    return receipt_of(is_new ? 201 : 200, record);
}

Response AttachmentHandlers::show(const Request& request) const {
    const auto caller = guard_.caller_of(request);
    if (!caller) return problem(caller.error());
    const std::string& id = request.route_parameter;
    std::optional<store::AttachmentRecord> attachment;
    std::vector<std::string> feeds;
    if (services_.attachments != nullptr && is_valid_id_text(id)) {
        services_.event_store.read([&](store::StoreView& view) {
            attachment = view.find_attachment(AttachmentId{id});
            if (attachment) feeds = view.feeds_of_attachment(attachment->id);
        });
    }
    if (!attachment || !authority::may_read_attachment(person_of(caller->account), *attachment, feeds)) {
        return by(*caller, problem(make_error(kNotFound)));
    }
    Response response;
    response.set_header("Content-Type", store::media_type(attachment->type));
    response.set_header("Content-Disposition", disposition_of(*attachment));
    response.set_header("Content-Security-Policy", kUploadPolicy);
    response.body = std::make_shared<const std::string>(services_.attachments->read(attachment->content));
    return by(*caller, std::move(response));
}

}  // namespace xueshi::http
