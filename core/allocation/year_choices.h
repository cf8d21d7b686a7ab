// To which years a teacher may allocate which hours, and what stands against the others (R23, R24; domain.md section 2,
// cases 4 to 7): all-staff hours of a phase, a finished course whole, to one of the phase's annual years, or to one of
// its make-up years in which the teacher is short; until a year is verified.
//
// A year is short when its annual verification fails. Make-up hours never change that (R24), so what may be chosen
// does not depend on what else is allocated, nor on any order.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/ledger/hour_ledger.h"
#include "core/ledger/hour_purpose.h"
#include "core/ledger/hour_record.h"
#include "core/rules/rule_pack.h"
#include "core/verification/record_count.h"

namespace xueshi::allocation {

// What stands against a record, whatever the year.
inline constexpr ErrorCode kNotPhaseHours{"NotPhaseHours"};    // special, research, external …: they stay in their year
inline constexpr ErrorCode kHoursUnfinished{"HoursUnfinished"};  // 0 hours until the course is finished
inline constexpr ErrorCode kHoursRepeated{"HoursRepeated"};      // another record of the course counts in its place
// What stands against a year, or against leaving the one the record is in.
using ledger::kYearVerified;                                         // a verification with the year is recorded
inline constexpr ErrorCode kVerificationBegun{"VerificationBegun"};  // the day of its automatic verification has come
inline constexpr ErrorCode kYearNotAllowed{"YearNotAllowed"};        // not among the phase's, or not for public subjects
inline constexpr ErrorCode kYearNotShort{"YearNotShort"};            // its annual verification passes
inline constexpr ErrorCode kSameYear{"SameYear"};                    // it stands there already

struct YearChoice {
    AllocatedYear year;
    ledger::HourPurpose purpose = ledger::HourPurpose::Annual;  // what the hours would serve there
    std::optional<ErrorCode> barrier;                           // none: it may be chosen
    const LocalizedText* source = nullptr;                      // the paragraph that allows or bars it
};

struct RecordChoices {
    const ledger::HourRecord* record = nullptr;
    std::optional<ErrorCode> barrier;  // against moving it at all; then no year may be chosen
    std::vector<YearChoice> years;     // the phase's, ascending, the record's own among them

    // kYearNotAllowed for a year that is not among them; none when the record may go there.
    std::optional<ErrorCode> barrier_to(AllocatedYear year) const;
    bool can_move() const;  // somewhere
};

struct AllocationContext {
    Instant now;
    ReceiptId fresh_receipt_id;  // used when hours are allocated; never reused by the host
    std::string actor_name;      // kept with the facts
    const std::vector<ledger::HourRecord>& records;  // all the teacher's, in the years they stand in now
    const ledger::HourLedger& ledger;
    const catalogue::Catalogue& catalogue;
    const rules::RuleBook& rules;
};

// What may be chosen at one moment, worked out once for all records. The context must outlive it.
class YearChoices {
  public:
    explicit YearChoices(const AllocationContext& context);
    YearChoices(const YearChoices&) = delete;
    YearChoices& operator=(const YearChoices&) = delete;

    // Of the context's record at that index.
    RecordChoices of(std::size_t record_index) const;
    // Of every all-staff record of a phase that allocates, in the order of the records; what the board shows.
    std::vector<RecordChoices> of_phase_records() const;
    // Whether the annual verification of a year fails. A year without rules is not short.
    bool is_short(AllocatedYear year) const;
    // Why hours that would serve the purpose cannot come to the year or leave it any more; none as long as they can.
    std::optional<ErrorCode> frozen(AllocatedYear year, ledger::HourPurpose purpose) const;

    const std::vector<verification::RecordToVerify>& joined() const { return joined_; }

  private:
    const rules::PhasePack* allocating_phase(const ledger::HourRecord& record) const;
    YearChoice choice_of(const ledger::HourRecord& record, const rules::PhasePack& phase, AllocatedYear year) const;

    const AllocationContext& context_;
    std::vector<verification::RecordToVerify> joined_;
    verification::StandingRecords standing_;
    std::set<HourRecordId> repeated_;
};

}  // namespace xueshi::allocation
