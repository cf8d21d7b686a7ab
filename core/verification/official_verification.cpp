#include "core/verification/official_verification.h"

#include <algorithm>

#include "core/rules/automatic_verification.h"

namespace xueshi::verification {
namespace {

using ledger::LedgerFact;
using ledger::YearsVerified;

std::vector<RecordToVerify> joined(const OfficialContext& context) {
    return records_to_verify(context.records, context.catalogue, context.rules);
}

// Nothing when the same is recorded already, or the HR bureau has spoken: its result is the official one (R22).
std::vector<LedgerFact> unless_recorded(const OfficialContext& context, YearsVerified fact) {
    const auto found = context.ledger.verifications.find({fact.kind, fact.first_year, fact.last_year});
    if (found != context.ledger.verifications.end()) {
        const YearsVerified& before = found->second.value;
        if (!before.import_id.empty()) return {};
        if (before.has_passed == fact.has_passed && before.pack_id == fact.pack_id) return {};
    }
    return {std::move(fact)};
}

}  // namespace

Result<std::vector<LedgerFact>> verify_annually(const OfficialContext& context, AllocatedYear year) {
    auto explained = explain_annually(context, year);
    if (!explained) return explained.error();
    return std::move(explained->facts);
}

Result<ExplainedResult> explain_annually(const OfficialContext& context, AllocatedYear year) {
    const auto pack = context.rules.annual_pack_of(year);
    if (!pack) return pack.error();
    const rules::Milestone* automatic = rules::automatic_verification_of(year, context.rules);
    if (automatic == nullptr || date_of(context.now) < automatic->date) {
        return make_error(kVerificationNotDue, std::to_string(year.year));
    }
    YearVerification verified = verify_year(year, **pack, joined(context));
    const bool has_passed = verified.result() == VerificationResult::Pass;
    return ExplainedResult{std::move(verified), unless_recorded(context, {.kind = ledger::OfficialVerification::Annual,
                                                                         .first_year = year,
                                                                         .last_year = year,
                                                                         .has_passed = has_passed,
                                                                         .pack_id = (*pack)->id,
                                                                         .at = context.now})};
}

Result<std::vector<LedgerFact>> verify_cycle_officially(const OfficialContext& context,
                                                        AllocatedYear first,
                                                        AllocatedYear last,
                                                        CycleCriterion criterion) {
    const auto cycle = verify_cycle(first, last, context.rules, joined(context));
    if (!cycle) return cycle.error();
    return unless_recorded(context, {.kind = ledger::OfficialVerification::Cycle,
                                     .first_year = cycle->years.front().year,
                                     .last_year = last,
                                     .has_passed = cycle->result(criterion) == VerificationResult::Pass,
                                     .pack_id = (*context.rules.annual_pack_of(last))->id,
                                     .at = context.now});
}

std::vector<ledger::HourRecord> newly_verified(const OfficialContext& context, AllocatedYear year) {
    std::vector<ledger::HourRecord> verified;
    const auto pack = context.rules.annual_pack_of(year);
    if (!pack) return verified;
    const std::vector<RecordToVerify> records = joined(context);
    for (const RecordCount& count : count_year(year, **pack, StandingRecords(records), Verification::Annual)) {
        if (count.counted.tenths == 0) continue;
        const auto record = std::find_if(context.records.begin(), context.records.end(),
                                         [&](const ledger::HourRecord& each) { return each.id == count.record_id; });
        if (record->state == ledger::HourState::Verified) continue;
        verified.push_back(*record);
        verified.back().state = ledger::HourState::Verified;
    }
    return verified;
}

}  // namespace xueshi::verification
