// Annual verification (年度验证, R6, R22): do a teacher's finished hours of one year reach what the year asks?
//
// Pure computation with its explanation; the official record of a result is an event. Hours are whole tenths and are
// compared exactly: 71.9 fails (domain.md section 2, case 3). What counts for each requirement follows the planner's
// rule ("Counting" in the planning contract), so that a plan that is complete and was finished passes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/rules/rule_pack.h"
#include "core/verification/record_count.h"

namespace xueshi::verification {

enum class VerificationResult : std::uint8_t { Pass, Fail };

struct NotCountedHours {
    HourRecordId record_id;
    DeciHours hours;  // a part of the record's where a cap cuts it
    NotCountedReason reason = NotCountedReason::Unfinished;
    std::string cap_id;  // OverCap: which
    friend bool operator==(const NotCountedHours&, const NotCountedHours&) = default;
};

struct VerifiedRequirement {
    std::string requirement_id;
    DeciHours counted;
    DeciHours minimum;

    DeciHours missing() const { return missing_hours(counted, minimum); }
    friend bool operator==(const VerifiedRequirement&, const VerifiedRequirement&) = default;
};

// Pass when nothing is missing anywhere.
VerificationResult result_of(const std::vector<VerifiedRequirement>& requirements);

struct YearVerification {
    AllocatedYear year;
    std::vector<VerifiedRequirement> requirements;  // those of the annual pack, in its order
    std::vector<NotCountedHours> not_counted;       // records of this year, by record id

    VerificationResult result() const { return result_of(requirements); }
    DeciHours most_missing() const;  // to any one requirement
    friend bool operator==(const YearVerification&, const YearVerification&) = default;
};

// `pack` is taken as covering `year`.
YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const StandingRecords& records,
                             Verification kind = Verification::Annual);
// `records` are all of the teacher's, of any year and in any order. Cost: n log n in the records.
YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const std::vector<RecordToVerify>& records,
                             Verification kind = Verification::Annual);

}  // namespace xueshi::verification
