// From what the server knows of a teacher to the content of their certificate (R6, R22; domain.md section 2): hours as
// an annual verification counts them, the result as it was recorded, and of the rest what was chosen.
//
// Pure. The serial is left empty: whoever signs gives it.
#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/certificate/certificate_content.h"
#include "core/ledger/hour_ledger.h"
#include "core/organisation/teacher_profile.h"
#include "core/rules/rule_pack.h"

namespace xueshi::certificate {

struct CertificateSources {
    CivilDate today;
    const organisation::TeacherProfile& profile;
    const std::vector<ledger::HourRecord>& records;  // all the teacher's
    const ledger::HourLedger& ledger;
    const catalogue::Catalogue& catalogue;
    const rules::RuleBook& rules;
    const std::string& issuer;
    bool is_sample = false;
};

// Records that find no room are counted together, the smallest first; a title that is too long is cut.
// rules::kNoRulePack for a year without rules; kCertificateTooLarge when it does not fit even without records.
Result<CertificateContent> compose_certificate(const CertificateSources& sources, const CertificateRequest& request);

}  // namespace xueshi::certificate
