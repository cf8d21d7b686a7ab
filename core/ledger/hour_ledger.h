// What was decided about a teacher's hours beside the records themselves: to which years somebody allocated them (R23,
// R24), and which years were verified officially (R22), here or by the HR bureau whose results were imported.
//
// Server facts, kept act by act and never overwritten: any order and repetition of the same facts gives an equal
// HourLedger (decision 0003). Where a record stands now is written in the record (HoursRecorded), which the server
// appends with the allocation in one transaction (decision 0025); here stands how it came there.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/latest.h"
#include "core/ledger/hour_record.h"

namespace xueshi::ledger {

// A record of hours and the year it is to count in.
struct YearMove {
    HourRecordId record_id;
    AllocatedYear year;

    friend bool operator==(const YearMove&, const YearMove&) = default;
};

struct HoursAllocated {
    HourRecordId record_id;
    AllocatedYear from_year;
    AllocatedYear to_year;
    std::string by;        // the name of who did it
    ReceiptId receipt_id;  // the same for all that was moved together
    Instant at;

    friend bool operator==(const HoursAllocated&, const HoursAllocated&) = default;
};

enum class OfficialVerification : std::uint8_t { Annual, Cycle };

struct YearsVerified {
    OfficialVerification kind = OfficialVerification::Annual;
    AllocatedYear first_year;  // of an annual one the same as the last
    AllocatedYear last_year;
    bool has_passed = false;
    std::string pack_id;  // the rules of the last year
    Instant at;           // of a bureau's result the beginning of its day
    ImportId import_id = {};  // the import that brought the bureau's result; empty: verified here

    friend bool operator==(const YearsVerified&, const YearsVerified&) = default;
};

// A whole import of results is taken back: none of what it brought stands, and what stood before does again.
struct ImportWithdrawn {
    ImportId import_id;
    Instant at;

    friend bool operator==(const ImportWithdrawn&, const ImportWithdrawn&) = default;
};

using LedgerFact = std::variant<HoursAllocated, YearsVerified, ImportWithdrawn>;

// An official result has the identity of what it is about: verified again, the later result stands, of those whose
// import is not withdrawn.
struct VerifiedSpan {
    OfficialVerification kind = OfficialVerification::Annual;
    AllocatedYear first_year;
    AllocatedYear last_year;

    friend auto operator<=>(const VerifiedSpan&, const VerifiedSpan&) = default;
};

// A verification with the year is recorded: its hours stand still.
inline constexpr ErrorCode kYearVerified{"YearVerified"};

struct HourLedger {
    std::map<HourRecordId, std::map<Stamp, HoursAllocated>> allocations;
    std::map<VerifiedSpan, Latest<YearsVerified>> verifications;  // those that stand; follows from the next two
    std::map<VerifiedSpan, std::map<Stamp, YearsVerified>> results;
    std::map<ImportId, std::map<Stamp, ImportWithdrawn>> withdrawn_imports;

    // The record's last allocation; null when it was never allocated.
    const HoursAllocated* last_allocation(const HourRecordId& record) const;
    // The recorded annual verification of the year; null when there is none.
    const YearsVerified* annual_result(AllocatedYear year) const;
    // Whether an annual verification of the year, or a cycle verification with the year in it, is recorded.
    bool is_verified_annually(AllocatedYear year) const;
    bool is_in_verified_cycle(AllocatedYear year) const;
    // What takes back the allocation with this receipt: each of its records to where it was, except those that have
    // been moved again since.
    std::vector<YearMove> moves_to_undo(const ReceiptId& receipt) const;

    friend bool operator==(const HourLedger&, const HourLedger&) = default;
};

// Total, idempotent and indifferent to order.
void apply(HourLedger& ledger, const LedgerFact& fact, const Stamp& stamp);

// A record as it is to be recorded, whoever corrects it: in the year it was allocated to last.
HourRecord with_allocation(HourRecord record, const HourLedger& ledger);

}  // namespace xueshi::ledger
