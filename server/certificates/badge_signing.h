// A certificate signed as an Open Badge: Data Integrity with the cryptosuite eddsa-jcs-2022, by the key that signed the
// certificate itself. Issuer and key are a did:key, which says the public key and needs no address of ours.
#pragma once

#include <string>
#include <string_view>

#include "core/certificate/certificate_content.h"
#include "server/certificates/signing_keys.h"

namespace xueshi::certificates {

std::string base58btc(std::string_view bytes);  // without multibase's "z"
std::string did_of(const certificate::SigningKey& key);

// `certificate_bytes`: the signed certificate, which the badge's own names follow from.
std::string sign_badge(const certificate::CertificateContent& content, std::string_view certificate_bytes, const Signer& signer);

}  // namespace xueshi::certificates
