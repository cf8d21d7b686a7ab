#include "core/allocation/allocation_decide.h"

#include <algorithm>
#include <set>

namespace xueshi::allocation {
namespace {

using ledger::HourRecord;
using ledger::YearMove;

std::optional<std::size_t> find_record(const std::vector<HourRecord>& records, const HourRecordId& id) {
    const auto found = std::find_if(records.begin(), records.end(), [&](const HourRecord& each) { return each.id == id; });
    if (found == records.end()) return std::nullopt;
    return static_cast<std::size_t>(found - records.begin());
}

}  // namespace

Outcome check_moves(const AllocationContext& context, const std::vector<YearMove>& moves) {
    if (moves.size() > kMostMoves) return make_error(kOutOfRange, "moves", "too many");
    const YearChoices choices(context);
    std::set<HourRecordId> named;
    for (const YearMove& move : moves) {
        if (!named.insert(move.record_id).second) return make_error(kOutOfRange, "moves", "a record twice");
        const auto index = find_record(context.records, move.record_id);
        if (!index) return make_error(kUnknownRecord, move.record_id.text);
        if (const auto barrier = choices.of(*index).barrier_to(move.year)) {
            return make_error(*barrier, move.record_id.text, "to " + std::to_string(move.year.year));
        }
    }
    return Done{};
}

Result<std::vector<ledger::LedgerFact>> decide(const AllocationContext& context, const AllocateHours& command) {
    if (command.moves.empty()) return make_error(kOutOfRange, "moves", "none");
    if (const Outcome outcome = check_moves(context, command.moves); !outcome) return outcome.error();
    std::vector<ledger::LedgerFact> facts;
    for (const YearMove& move : command.moves) {
        const HourRecord& record = context.records[*find_record(context.records, move.record_id)];
        facts.push_back(ledger::HoursAllocated{.record_id = move.record_id,
                                               .from_year = record.allocated_year,
                                               .to_year = move.year,
                                               .by = context.actor_name,
                                               .receipt_id = context.fresh_receipt_id,
                                               .at = context.now});
    }
    return facts;
}

std::vector<HourRecord> records_after(std::vector<HourRecord> records, const std::vector<YearMove>& moves) {
    for (const YearMove& move : moves) {
        if (const auto index = find_record(records, move.record_id)) records[*index].allocated_year = move.year;
    }
    return records;
}

}  // namespace xueshi::allocation
