#include "core/app/hour_uses.h"

#include <algorithm>

#include "core/verification/cycle_verification.h"

namespace xueshi::app {
namespace {

using verification::StandingRecords;
using verification::Verification;
using verification::VerificationResult;
using verification::YearVerification;

constexpr int kYearsOfRegistration = 5;

YearResult result_of(const YearVerification& verified, CivilDate today) {
    return {.year = verified.year,
            .is_verified = false,
            .passes = verified.result() == VerificationResult::Pass,
            .is_over = verified.year.year < today.year(),
            .missing = verified.most_missing()};
}

// The recorded result stands, whatever the hours say now.
std::optional<YearResult> annual_result(AllocatedYear year, CivilDate today, const StandingRecords& records,
                                        const ledger::HourLedger& ledger, const rules::RuleBook& rules) {
    const auto pack = rules.annual_pack_of(year);
    if (!pack) return std::nullopt;
    YearResult result = result_of(verify_year(year, **pack, records, Verification::Annual), today);
    if (const ledger::YearsVerified* official = ledger.annual_result(year)) {
        result.is_verified = true;
        result.passes = official->has_passed;
    }
    return result;
}

std::optional<PromotionWindow> window_of(AllocatedYear last, CivilDate today, const rules::RuleBook& rules,
                                         const std::vector<verification::RecordToVerify>& records) {
    const auto cycle = verification::verify_cycle({last.year - verification::kLongestCycle + 1}, last, rules, records);
    if (!cycle) return std::nullopt;
    PromotionWindow window;
    window.is_after_june = last.year == today.year();
    for (const YearVerification& year : cycle->years) window.years.push_back(result_of(year, today));
    if (!cycle->cumulative.empty()) {
        window.counted = cycle->cumulative.back().counted;
        window.minimum = cycle->cumulative.back().minimum;
    }
    return window;
}

}  // namespace

bool PromotionWindow::passes() const {
    return std::all_of(years.begin(), years.end(), [](const YearResult& year) { return year.passes; });
}

HourUses uses_of_hours(CivilDate today, bool is_private_school, const std::vector<verification::RecordToVerify>& records,
                       const ledger::HourLedger& ledger, const rules::RuleBook& rules) {
    HourUses uses;
    const StandingRecords standing(records);
    if (is_private_school) {
        const auto before = annual_result({today.year() - 1}, today, standing, ledger, rules);
        if (before) uses.allowance = AllowanceEligibility{*before};
    }
    // Who applies later this year may be asked for one year more.
    for (AllocatedYear last = verification::cycle_end(today); last.year <= today.year(); ++last.year) {
        if (auto window = window_of(last, today, rules, records)) uses.promotion.push_back(*std::move(window));
    }
    for (int year = today.year() - kYearsOfRegistration; year < today.year(); ++year) {
        if (auto result = annual_result({year}, today, standing, ledger, rules)) uses.registration.push_back(*result);
    }
    return uses;
}

}  // namespace xueshi::app
