// The certificate of a year's hours (学时证明): what the server says of one teacher and one year, and signs.
//
// Only what the teacher chose to reveal is in it: what is not here cannot be read off the paper's code by anybody. The
// result is that of the recorded annual verification (R22); a year that has none is Open, and the certificate is then a
// statement of hours so far. Pure values; docs/formats/certificate.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/error.h"
#include "core/base/hour_category.h"

namespace xueshi::certificate {

// What a teacher asks for. Name, year, hours and result are in every certificate.
struct CertificateRequest {
    AllocatedYear year;
    bool reveals_number = false;
    bool reveals_school = false;
    bool reveals_records = false;

    friend bool operator==(const CertificateRequest&, const CertificateRequest&) = default;
};

enum class CertifiedResult : std::uint8_t { Open, Passed, Failed };

// A category or requirement of the year, in the order of its rules; "total" is last. A minimum of zero: none.
struct CertifiedHours {
    std::string id;    // of the requirement; "elective" where the rules ask nothing of electives. 1–16 of [a-z_]
    std::string name;  // Chinese; empty for those everybody knows (is_known_requirement)
    DeciHours counted;
    DeciHours minimum;

    friend bool operator==(const CertifiedHours&, const CertifiedHours&) = default;
};

// "public", "professional", "elective", "total".
bool is_known_requirement(std::string_view id);

struct CertifiedRecord {
    std::string title;  // cut to kMostTitleBytes, with an ellipsis
    HourCategory category = HourCategory::Professional;
    DeciHours counted;

    friend bool operator==(const CertifiedRecord&, const CertifiedRecord&) = default;
};

struct CertifiedRecords {
    std::vector<CertifiedRecord> listed;  // most hours first
    std::int64_t others = 0;              // for which there was no room
    DeciHours others_counted;

    friend bool operator==(const CertifiedRecords&, const CertifiedRecords&) = default;
};

struct CertificateContent {
    bool is_sample = false;  // of a sample city: invented, and said so wherever it is read
    std::string issuer;
    std::string serial;  // kSerialLength of Crockford's base 32
    CivilDate issued_on;
    AllocatedYear year;
    CertifiedResult result = CertifiedResult::Open;
    CivilDate verified_on;  // zero while it is Open
    std::string name;
    std::optional<std::string> number;
    std::optional<std::string> school;
    std::vector<CertifiedHours> hours;  // 1–8
    std::optional<CertifiedRecords> records;

    friend bool operator==(const CertificateContent&, const CertificateContent&) = default;
};

inline constexpr std::size_t kSerialLength = 12;
inline constexpr std::size_t kMostTextBytes = 120;  // of a name, a number, a school, an issuer
inline constexpr std::size_t kMostTitleBytes = 48;
inline constexpr std::size_t kMostHours = 8;
inline constexpr std::size_t kMostRecords = 40;
// Of everything, signature included: as base64url after an address a code of 109 modules, 0.42 mm each in print.
inline constexpr std::size_t kMostCertificateBytes = 736;

// Without records, it is already more than a code holds.
inline constexpr ErrorCode kCertificateTooLarge{"CertificateTooLarge"};

}  // namespace xueshi::certificate
