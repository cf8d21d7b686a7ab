// What each record brings to the verification of its year, and why not more: the one place that says which hours
// count (R6, R14, R17, R24, R28; domain.md section 2, cases 2, 4, 7, 9 and 10).
//
// Pure. Every hour of every record is either counted or has one reason: counted + not_counted are the record's hours.
// A run counts once for a teacher, over all years and sources, and so does a course taken in two runs. Which of the
// two counts never depends on the year somebody allocates one of them to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/localized_text.h"
#include "core/ledger/hour_purpose.h"
#include "core/ledger/hour_record.h"
#include "core/rules/rule_pack.h"

namespace xueshi::verification {

enum class Verification : std::uint8_t { Annual, Cycle };

// One record, with what the catalogue and the phase say of it.
struct RecordToVerify {
    const ledger::HourRecord* record = nullptr;
    CourseId course_id;  // empty when the catalogue does not know the record's run
    ledger::HourPurpose purpose = ledger::HourPurpose::Annual;
    AllocatedYear own_year;  // before any allocation
};

// Joins records with the catalogue and the phases. The answer points into `records`.
std::vector<RecordToVerify> records_to_verify(const std::vector<ledger::HourRecord>& records,
                                              const catalogue::Catalogue& catalogue,
                                              const rules::RuleBook& rules);

// Why hours of a record do not count. When several hold, the first is named.
enum class NotCountedReason : std::uint8_t {
    Unfinished,  // in progress: 0 hours for verification (section 2, case 10; R17)
    Repeated,    // the run, or another run of its course, counts already, in this or another year (case 9)
    CycleOnly,   // make-up hours, in an annual verification (R24, case 7)
    OverCap,     // above a cap of the year, research hours for one (R28, case 4)
    NotBegun,    // planned: nothing has been earned yet (case 10)
    NoRulePack,  // no rules cover the record's year
};

struct RecordCount {
    HourRecordId record_id;
    AllocatedYear year;
    HourCategory category = HourCategory::Professional;
    DeciHours counted;                       // for its category and the whole year
    DeciHours not_counted;
    std::optional<NotCountedReason> reason;  // of those not counted; none when all count
    std::string cap_id;                      // OverCap: which
    HourRecordId counted_instead;            // Repeated: the record whose hours count

    friend bool operator==(const RecordCount&, const RecordCount&) = default;
};

// A teacher's records sorted by what stands: of two of one course, the finished one first of all, then the one of the
// earlier own year, then of the smaller record id. Points into what it was made from.
class StandingRecords {
  public:
    // `records` are all of the teacher's, of any year and in any order. Cost: n log n.
    explicit StandingRecords(const std::vector<RecordToVerify>& records);

    struct Entry {
        const RecordToVerify* record = nullptr;
        const RecordToVerify* instead = nullptr;  // what counts in its place; null when it stands itself
    };
    const std::vector<Entry>& entries() const { return entries_; }

  private:
    std::vector<Entry> entries_;  // those that stand before those repeated, each in the order above
};

// The records of one year that count, up to its caps.
std::vector<const ledger::HourRecord*> counting_records(AllocatedYear year,
                                                        const StandingRecords& records,
                                                        Verification kind);
// The cap that holds for a record; null when none does.
const rules::Cap* cap_of(const rules::AnnualPack& pack, const ledger::HourRecord& record);

// The records of one year by its rules, in the order of their ids. `pack` is taken as covering the year.
std::vector<RecordCount> count_year(AllocatedYear year,
                                    const rules::AnnualPack& pack,
                                    const StandingRecords& records,
                                    Verification kind);

// Every record, each by the rules of its year, in the order of their ids.
std::vector<RecordCount> count_records(const std::vector<RecordToVerify>& records,
                                       const rules::RuleBook& rules,
                                       Verification kind);

// The paragraph that says so: the cap's (R28), the phase's on make-up hours (R24). Null where no paragraph of the
// rules does: an unfinished course, a course taken twice and a year without rules are settled by domain.md section 2.
const LocalizedText* source_of(const RecordCount& count, const rules::PhasePack* phase, const rules::RuleBook& rules);

}  // namespace xueshi::verification
