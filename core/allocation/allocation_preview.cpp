#include "core/allocation/allocation_preview.h"

#include <set>

namespace xueshi::allocation {
namespace {

using verification::StandingRecords;
using verification::Verification;

// The years the preview tells of, as far as there are rules for them.
std::set<AllocatedYear> years_of(const AllocationContext& context, AllocatedYear cycle_last) {
    std::set<AllocatedYear> years;
    const auto add = [&](AllocatedYear year) {
        if (context.rules.annual_pack_of(year)) years.insert(year);
    };
    for (int back = 0; back < verification::kLongestCycle; ++back) add({cycle_last.year - back});
    for (const RecordChoices& choices : YearChoices(context).of_phase_records()) {
        for (const YearChoice& choice : choices.years) add(choice.year);
    }
    return years;
}

}  // namespace

Result<AllocationPreview> preview(const AllocationContext& context,
                                  const std::vector<ledger::YearMove>& moves,
                                  AllocatedYear cycle_last) {
    if (const Outcome outcome = check_moves(context, moves); !outcome) return outcome.error();
    const std::vector<ledger::HourRecord> after = records_after(context.records, moves);
    const auto joined_before = verification::records_to_verify(context.records, context.catalogue, context.rules);
    const auto joined_after = verification::records_to_verify(after, context.catalogue, context.rules);

    const AllocatedYear cycle_first{cycle_last.year - verification::kLongestCycle + 1};
    auto cycle_before = verification::verify_cycle(cycle_first, cycle_last, context.rules, joined_before);
    if (!cycle_before) return cycle_before.error();
    auto cycle_after = verification::verify_cycle(cycle_first, cycle_last, context.rules, joined_after);
    if (!cycle_after) return cycle_after.error();

    AllocationPreview preview{.years = {}, .cycle_before = *std::move(cycle_before), .cycle_after = *std::move(cycle_after)};
    const StandingRecords before(joined_before);
    const StandingRecords then(joined_after);
    for (const AllocatedYear year : years_of(context, cycle_last)) {
        const rules::AnnualPack& pack = **context.rules.annual_pack_of(year);
        preview.years.push_back({.year = year,
                                 .annual_before = verify_year(year, pack, before, Verification::Annual),
                                 .annual_after = verify_year(year, pack, then, Verification::Annual),
                                 .cycle_before = verify_year(year, pack, before, Verification::Cycle),
                                 .cycle_after = verify_year(year, pack, then, Verification::Cycle)});
    }
    return preview;
}

}  // namespace xueshi::allocation
