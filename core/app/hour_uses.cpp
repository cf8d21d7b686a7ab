#include "core/app/hour_uses.h"

#include <algorithm>

#include "core/verification/cycle_verification.h"

namespace xueshi::app {
namespace {

using verification::CycleVerification;
using verification::StandingRecords;
using verification::Verification;
using verification::VerificationResult;
using verification::YearVerification;

constexpr int kLastMonthOfFirstWindow = 6;
constexpr int kYearsOfRegistration = 5;

YearResult result_of(const YearVerification& verified, CivilDate today) {
    YearResult result{.year = verified.year,
                      .is_verified = false,
                      .passes = verified.result() == VerificationResult::Pass,
                      .is_over = verified.year.year < today.year(),
                      .missing = {}};
    for (const auto& each : verified.requirements) result.missing = std::max(result.missing, each.missing());
    return result;
}

// Verified before results were recorded here: the records say so themselves.
bool is_all_verified(AllocatedYear year, const StandingRecords& records) {
    const auto counting = counting_records(year, records, Verification::Annual);
    return std::all_of(counting.begin(), counting.end(), [](const ledger::HourRecord* record) {
        return record->state == ledger::HourState::Verified;
    });
}

// The recorded result stands, whatever the hours say now.
std::optional<YearResult> annual_result(AllocatedYear year, CivilDate today, const StandingRecords& records,
                                        const ledger::HourLedger& ledger, const rules::RuleBook& rules) {
    const auto pack = rules.annual_pack_of(year);
    if (!pack) return std::nullopt;
    YearResult result = result_of(verify_year(year, **pack, records, Verification::Annual), today);
    const auto official = ledger.verifications.find({ledger::OfficialVerification::Annual, year, year});
    if (official == ledger.verifications.end()) {
        result.is_verified = result.passes && is_all_verified(year, records);
        return result;
    }
    result.is_verified = true;
    result.passes = official->second.value.has_passed;
    return result;
}

std::optional<PromotionWindow> window_of(bool is_after_june, CivilDate today, const rules::RuleBook& rules,
                                         const std::vector<verification::RecordToVerify>& records) {
    const AllocatedYear last{is_after_june ? today.year() : today.year() - 1};
    const auto cycle = verification::verify_cycle({last.year - verification::kLongestCycle + 1}, last, rules, records);
    if (!cycle) return std::nullopt;
    PromotionWindow window;
    window.is_after_june = is_after_june;
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
    for (const bool is_after_june : {false, true}) {
        if (!is_after_june && today.month() > kLastMonthOfFirstWindow) continue;
        if (auto window = window_of(is_after_june, today, rules, records)) uses.promotion.push_back(*std::move(window));
    }
    for (int year = today.year() - kYearsOfRegistration; year < today.year(); ++year) {
        if (auto result = annual_result({year}, today, standing, ledger, rules)) uses.registration.push_back(*result);
    }
    return uses;
}

}  // namespace xueshi::app
