// What a client asks of the server for a certificate, and what it is given (docs/formats/certificate.md).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/certificate/certificate_content.h"

namespace xueshi::codec {

std::string encode_certificate_request(const certificate::CertificateRequest& request);
Result<certificate::CertificateRequest> decode_certificate_request(std::string_view json);

struct SignedCertificate {
    std::string code;   // the signed bytes as base64url
    std::string badge;  // the same as an Open Badge, JSON
};

std::string encode_signed_certificate(const SignedCertificate& certificate);
Result<SignedCertificate> decode_signed_certificate(std::string_view json);

}  // namespace xueshi::codec
