// A certificate as an Open Badge 3.0 (OpenBadgeCredential on the Verifiable Credentials data model 2.0), in the bytes of
// the JSON Canonicalization Scheme (RFC 8785), which is what eddsa-jcs-2022 signs.
//
// It says what the certificate says and nothing more. Keys stand in their order, numbers are hours as people write
// them, texts hold no control characters (certificate_bytes.h): so the bytes are canonical as they are written.
#pragma once

#include <string>
#include <vector>

#include "core/certificate/certificate_content.h"

namespace xueshi::codec {

// Names of things within the credential, as URIs; of `results` one for each of content.hours, after one for the result.
struct BadgeNames {
    std::string credential;
    std::string achievement;
    std::vector<std::string> results;
    std::string issuer;  // did:key:…
    std::string key;     // did:key:…#…
};

// What is signed: the hash of the proof's options, then that of the credential without proof.
std::string badge_proof_options(const certificate::CertificateContent& content, const BadgeNames& names);
std::string badge_credential(const certificate::CertificateContent& content, const BadgeNames& names);
// The credential with its proof; `proof_value` in multibase.
std::string signed_badge(const certificate::CertificateContent& content, const BadgeNames& names, const std::string& proof_value);

}  // namespace xueshi::codec
