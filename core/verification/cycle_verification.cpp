#include "core/verification/cycle_verification.h"

#include <algorithm>

namespace xueshi::verification {

AllocatedYear cycle_end(CivilDate applied_on) {
    constexpr int kLastMonthOfTheYearBefore = 6;
    return {applied_on.month() <= kLastMonthOfTheYearBefore ? applied_on.year() - 1 : applied_on.year()};
}

VerificationResult CycleVerification::result(CycleCriterion criterion) const {
    if (criterion == CycleCriterion::Cumulative) return result_of(cumulative);
    const bool every_year = std::all_of(years.begin(), years.end(), [](const YearVerification& each) {
        return each.result() == VerificationResult::Pass;
    });
    return every_year ? VerificationResult::Pass : VerificationResult::Fail;
}

Result<CycleVerification> verify_cycle(AllocatedYear first,
                                       AllocatedYear last,
                                       const rules::RuleBook& rules,
                                       const std::vector<RecordToVerify>& records) {
    if (last < first) return make_error(kOutOfRange, "first", "the cycle would end before it begins");
    CycleVerification cycle;
    const StandingRecords standing(records);
    for (int year = std::max(first.year, last.year - kLongestCycle + 1); year <= last.year; ++year) {
        const Result<const rules::AnnualPack*> pack = rules.annual_pack_of({year});
        if (!pack) return pack.error();
        cycle.years.push_back(verify_year({year}, **pack, standing, Verification::Cycle));
    }
    cycle.cumulative = cycle.years.back().requirements;
    for (VerifiedRequirement& sum : cycle.cumulative) {
        sum.counted = sum.minimum = {};
        for (const YearVerification& year : cycle.years) {
            for (const VerifiedRequirement& each : year.requirements) {
                if (each.requirement_id != sum.requirement_id) continue;
                sum.counted += each.counted;
                sum.minimum += each.minimum;
            }
        }
    }
    return cycle;
}

}  // namespace xueshi::verification
