// Annual verification (年度验证, R6, R22): do a teacher's finished hours of one year reach what the year asks?
//
// Pure computation with its explanation; the official record of a result is an event. Hours are whole tenths and are
// compared exactly: 71.9 fails (domain.md section 2, case 3). What counts for each requirement follows the planner's
// rule ("Counting" in the planning contract), so that a plan that is complete and was finished passes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/ledger/hour_purpose.h"
#include "core/ledger/hour_record.h"
#include "core/rules/rule_pack.h"

namespace xueshi::verification {

enum class VerificationResult : std::uint8_t { Pass, Fail };

enum class Verification : std::uint8_t { Annual, Cycle };

// One record, with what the catalogue and the phase say of it.
struct RecordToVerify {
    const ledger::HourRecord* record = nullptr;
    CourseId course_id;  // empty when the catalogue does not know the record's run
    ledger::HourPurpose purpose = ledger::HourPurpose::Annual;
};

// Why hours of a record do not count. When several hold, the first is named.
enum class NotCountedReason : std::uint8_t {
    Unfinished,  // planned or in progress: 0 hours for verification (section 2, case 10)
    Repeated,    // the run, or another run of its course, counts already, in this or another year (case 9)
    CycleOnly,   // make-up hours, in an annual verification (R24, case 7)
    OverCap,     // above a cap of the year, research hours for one (R28, case 4)
};

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
    friend bool operator==(const YearVerification&, const YearVerification&) = default;
};

// Joins records with the catalogue and the phases. The answer points into `records`.
std::vector<RecordToVerify> records_to_verify(const std::vector<ledger::HourRecord>& records,
                                              const catalogue::Catalogue& catalogue,
                                              const rules::RuleBook& rules);

// `records` are all of the teacher's, of any year and in any order: a run counts once over all years, where it is
// finished first of all, then in its earliest year, then by the smaller record id. `pack` must cover `year`.
// Cost: n log n in the records.
YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const std::vector<RecordToVerify>& records,
                             Verification kind = Verification::Annual);

}  // namespace xueshi::verification
