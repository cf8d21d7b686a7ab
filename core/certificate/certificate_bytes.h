// A certificate as bytes: one form only, so that what is signed is what is read, and any changed byte is another
// certificate or none. As text it is base64url without padding, which goes into a link and its QR code.
//
// Layout: format 1, key id, the content, signature. Numbers are LEB128 in their shortest form, texts a length and UTF-8
// (docs/formats/certificate.md). Nothing here checks a signature.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/certificate/certificate_content.h"

namespace xueshi::certificate {

inline constexpr std::size_t kKeyIdBytes = 8;  // the first of SHA-256 of the public key
inline constexpr std::size_t kSignatureBytes = 64;
using KeyId = std::array<unsigned char, kKeyIdBytes>;

// What the signature is over: this and everything before the signature. No other thing the key signs begins so.
inline constexpr std::string_view kSignedPrefix = "xueshi certificate\n";

// Everything before the signature. kOutOfRange, naming the field, for content outside its limits;
// kCertificateTooLarge when it would be longer than kMostCertificateBytes with its signature.
Result<std::string> write_certificate(const CertificateContent& content, const KeyId& key);

struct ReadCertificate {
    CertificateContent content;
    KeyId key{};
    std::string_view signed_bytes;  // of the argument
    std::string_view signature;     // likewise
};

// The whole: with a signature, whatever it is worth. kMalformed, naming the field, for anything that write_certificate
// would not have written.
Result<ReadCertificate> read_certificate(std::string_view bytes);

std::string encode_base64url(std::string_view bytes);
// Nothing for padding, other characters, or left-over bits that are not zero.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace xueshi::certificate
