// A key certificates are signed with, as everybody may know it (docs/formats/certificate.md).
//
// It signs from its first day until it is retired; what it signed by then stands, unless it is revoked: then nothing
// does.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/base/civil_date.h"
#include "core/certificate/certificate_bytes.h"

namespace xueshi::certificate {

inline constexpr std::size_t kPublicKeyBytes = 32;  // Ed25519
inline constexpr std::size_t kMostReasonBytes = 240;

struct SigningKey {
    KeyId id{};
    std::array<unsigned char, kPublicKeyBytes> public_key{};
    CivilDate from;
    std::optional<CivilDate> retired;  // its last day
    std::optional<CivilDate> revoked;
    std::string reason;  // of the revocation; else empty

    bool may_sign() const { return !retired && !revoked; }
    friend bool operator==(const SigningKey&, const SigningKey&) = default;
};

// 16 hexadecimal digits.
std::string key_id_text(const KeyId& id);
std::optional<KeyId> parse_key_id(std::string_view text);

}  // namespace xueshi::certificate
