#include "web/runtime/certificate_desk.h"

#include <utility>

#include "core/certificate/certificate_bytes.h"
#include "core/codec/certificate_json.h"
#include "core/codec/session_json.h"
#include "web/runtime/server_link.h"

namespace xueshi::runtime {
namespace {

constexpr const char* kPath = "/api/v1/certificates";

}  // namespace

[[gnu::noinline]] void CertificateDesk::ask(const certificate::CertificateRequest& request) {
    clear();
    request_ = request;
    asked_ = link_.ask(kPath, codec::encode_certificate_request(request));
}

std::optional<std::string> CertificateDesk::hear() {
    const ServerLink::Answer answer = link_.take_answer();
    if (answer.request != asked_) return std::nullopt;
    asked_ = 0;
    if (answer.status == 0) return std::string(kCertificateUnanswered);
    if (answer.status != 200) return codec::decode_problem(answer.body, answer.status).code;
    auto signed_certificate = codec::decode_signed_certificate(answer.body);
    if (!signed_certificate) return std::string(signed_certificate.error().code.name());
    const auto bytes = certificate::decode_base64url(signed_certificate->code);
    const auto read = certificate::read_certificate(bytes.value_or(std::string()));
    if (!read) return std::string(read.error().code.name());
    issued_ = new Issued{{request_, std::move(signed_certificate->code), read->content}, std::move(signed_certificate->badge)};
    return std::nullopt;
}

[[gnu::noinline]] void CertificateDesk::put_aside() {
    delete issued_;
    issued_ = nullptr;
}

[[gnu::noinline]] void CertificateDesk::save_badge(ports::Files& files) {
    if (issued_ == nullptr) return;
    files.save("xueshi-" + issued_->shown.content.serial + ".json", issued_->badge);
}

}  // namespace xueshi::runtime
