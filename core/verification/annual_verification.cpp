#include "core/verification/annual_verification.h"

#include <algorithm>

namespace xueshi::verification {
namespace {

// A cap holds within what each requirement counts, as in the planner.
DeciHours count(const std::vector<const ledger::HourRecord*>& records,
                const rules::AnnualPack& pack,
                const rules::HourMatch& match) {
    DeciHours counted;
    std::vector<DeciHours> sums(pack.caps.size());
    for (const ledger::HourRecord* record : records) {
        if (!match.holds(record->category, record->tags)) continue;
        const rules::Cap* cap = cap_of(pack, *record);
        (cap == nullptr ? counted : sums[static_cast<std::size_t>(cap - pack.caps.data())]) += record->hours;
    }
    for (std::size_t i = 0; i < sums.size(); ++i) counted += std::min(sums[i], pack.caps[i].maximum);
    return counted;
}

}  // namespace

DeciHours YearVerification::most_missing() const {
    DeciHours most;
    for (const VerifiedRequirement& each : requirements) most = std::max(most, each.missing());
    return most;
}

VerificationResult result_of(const std::vector<VerifiedRequirement>& requirements) {
    const bool is_met = std::all_of(requirements.begin(), requirements.end(),
                                    [](const auto& each) { return each.missing().tenths == 0; });
    return is_met ? VerificationResult::Pass : VerificationResult::Fail;
}

YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const StandingRecords& records,
                             Verification kind) {
    YearVerification verification{.year = year, .requirements = {}, .not_counted = {}};
    for (const RecordCount& each : count_year(year, pack, records, kind)) {
        if (!each.reason) continue;
        verification.not_counted.push_back({each.record_id, each.not_counted, *each.reason, each.cap_id});
    }
    const std::vector<const ledger::HourRecord*> counting = counting_records(year, records, kind);
    for (const rules::Requirement& requirement : pack.requirements) {
        verification.requirements.push_back(
            {requirement.id, count(counting, pack, requirement.match), requirement.minimum});
    }
    return verification;
}

YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const std::vector<RecordToVerify>& records,
                             Verification kind) {
    return verify_year(year, pack, StandingRecords(records), kind);
}

}  // namespace xueshi::verification
