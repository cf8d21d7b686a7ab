// A certificate with everything in it.
#pragma once

#include <string>

#include "core/certificate/certificate_bytes.h"
#include "tests/support/builders.h"

namespace xueshi::testing {

inline certificate::CertificateContent certificate_content() {
    certificate::CertificateContent content;
    content.issuer = "示例市教师发展中心";
    content.serial = "0123456789AB";
    content.issued_on = date("2017-08-02");
    content.year = {2016};
    content.result = certificate::CertifiedResult::Passed;
    content.verified_on = date("2017-08-01");
    content.name = "李明";
    content.number = "T000042";
    content.school = "东湖中学";
    content.hours = {{"public", {}, whole_hours(18), whole_hours(18)},
                     {"professional", {}, {425}, whole_hours(42)},
                     {"elective", {}, whole_hours(12), {}},
                     {"total", {}, {725}, whole_hours(72)}};
    content.records = certificate::CertifiedRecords{
        {{"课堂观察", HourCategory::Professional, {425}}, {"法治教育", HourCategory::Public, whole_hours(18)}}, 1, whole_hours(12)};
    return content;
}

// With a signature of zeros.
inline std::string unsigned_certificate(const certificate::CertificateContent& content, const certificate::KeyId& key = {}) {
    return certificate::write_certificate(content, key).value() + std::string(certificate::kSignatureBytes, '\0');
}

}  // namespace xueshi::testing
