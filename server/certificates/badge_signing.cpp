#include "server/certificates/badge_signing.h"

#include <array>
#include <vector>

#include <sodium.h>

#include "core/codec/badge_json.h"

namespace xueshi::certificates {
namespace {

constexpr std::string_view kEd25519 = "\xED\x01";  // multicodec

std::string sha256(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return digest;
}

// RFC 9562, version 8: made of a hash of what it names.
std::string uuid_of(std::string_view bytes) {
    std::array<unsigned char, 16> id{};
    crypto_generichash(id.data(), id.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    id[6] = static_cast<unsigned char>((id[6] & 0x0F) | 0x80);
    id[8] = static_cast<unsigned char>((id[8] & 0x3F) | 0x80);
    char hex[2 * sizeof id + 1];
    sodium_bin2hex(hex, sizeof hex, id.data(), id.size());
    const std::string text(hex);
    return "urn:uuid:" + text.substr(0, 8) + '-' + text.substr(8, 4) + '-' + text.substr(12, 4) + '-' + text.substr(16, 4) +
           '-' + text.substr(20);
}

codec::BadgeNames names_of(const certificate::CertificateContent& content, std::string_view certificate_bytes,
                           const certificate::SigningKey& key) {
    codec::BadgeNames names;
    names.credential = uuid_of(certificate_bytes);
    // The same for all teachers of a year.
    const std::string achievement = content.issuer + '\n' + std::to_string(content.year.year);
    names.achievement = uuid_of(achievement);
    names.results.push_back(uuid_of(achievement + "\nresult"));
    for (const certificate::CertifiedHours& line : content.hours) names.results.push_back(uuid_of(achievement + '\n' + line.id));
    names.issuer = did_of(key);
    names.key = names.issuer + '#' + names.issuer.substr(std::string_view("did:key:").size());
    return names;
}

}  // namespace

std::string base58btc(std::string_view bytes) {
    constexpr std::string_view kDigits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    std::vector<unsigned> digits;  // least first
    std::size_t zeros = 0;
    while (zeros < bytes.size() && bytes[zeros] == '\0') ++zeros;
    for (const char byte : bytes) {
        unsigned carry = static_cast<unsigned char>(byte);
        for (unsigned& digit : digits) {
            carry += digit * 256;
            digit = carry % 58;
            carry /= 58;
        }
        for (; carry > 0; carry /= 58) digits.push_back(carry % 58);
    }
    std::string text(zeros, kDigits.front());
    for (std::size_t i = digits.size(); i-- > 0;) text += kDigits[digits[i]];
    return text;
}

std::string did_of(const certificate::SigningKey& key) {
    std::string bytes(kEd25519);
    bytes.append(reinterpret_cast<const char*>(key.public_key.data()), key.public_key.size());
    return "did:key:z" + base58btc(bytes);
}

std::string sign_badge(const certificate::CertificateContent& content, std::string_view certificate_bytes, const Signer& signer) {
    const codec::BadgeNames names = names_of(content, certificate_bytes, signer.key);
    const std::string signature =
        signer.sign(sha256(codec::badge_proof_options(content, names)) + sha256(codec::badge_credential(content, names)));
    return codec::signed_badge(content, names, "z" + base58btc(signature));
}

}  // namespace xueshi::certificates
