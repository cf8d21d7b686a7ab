// The page of hours: which record counts, for which year and why not more; to which year hours may be allocated, and
// what that would do to every year before it is done (R6, R22–R24, R28; domain.md section 2).
//
// Pure. What it says of a move is what the decision will say (core/allocation).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/allocation/allocation_preview.h"
#include "core/app/hour_uses.h"
#include "core/app/state.h"
#include "core/base/hour_category.h"
#include "core/ledger/hour_ledger.h"
#include "core/rules/rule_pack.h"

namespace xueshi::app {

struct HoursInput {
    Instant now;
    const TeacherState& teacher;
    const SharedState& shared;
    const ledger::HourLedger& ledger;
    const rules::RuleBook& rules;
    std::span<const ledger::YearMove> staged;               // chosen on the page, not ordered yet
    std::span<const allocation::AllocateHours> waiting = {};  // ordered, not answered yet
};

enum class YearStanding : std::uint8_t {
    Passed,      // reaches what the year asks; or verified so
    Short,       // does not, but hours may still be allocated to it
    Failed,      // does not, and nothing can change it; or verified so
    Running,     // the year is not over
};

inline constexpr std::size_t kHourCategories = 3;

// What a year asks and has, in an annual verification.
struct YearGoal {
    LocalizedText name;
    DeciHours counted;
    DeciHours minimum;

    DeciHours missing() const { return missing_hours(counted, minimum); }
};

struct HourYear {
    AllocatedYear year;
    std::array<DeciHours, kHourCategories> counted{};      // by HourCategory
    std::array<DeciHours, kHourCategories> in_progress{};  // not yet counted
    DeciHours make_up;                                     // for cycle verifications alone
    std::vector<YearGoal> goals;  // as the annual pack orders them; the whole year's is last
    YearStanding standing = YearStanding::Running;
    bool is_verified = false;
    std::size_t records = 0;

    DeciHours total() const { return goals.empty() ? DeciHours{} : goals.back().counted; }
    // The most that is missing for any one goal.
    DeciHours missing() const;
};

struct HourLine {
    ledger::HourRecord record;
    DeciHours counted;  // in its year's annual verification; of make-up hours in a cycle's
    bool is_make_up = false;
    std::optional<verification::NotCountedReason> reason;  // of what does not count
    LocalizedText cap_name;        // OverCap
    std::string counted_instead;   // Repeated: that record's title
    LocalizedText source;          // the paragraph that says so; empty where none does
    bool can_move = false;
    bool is_on_its_way = false;    // an order about it waits for the server
};

// A year the chosen record may go to, or why not.
struct YearOption {
    AllocatedYear year;
    ledger::HourPurpose purpose = ledger::HourPurpose::Annual;
    bool is_current = false;
    std::optional<ErrorCode> barrier;
    LocalizedText source;
};

// What the staged moves would do to one year.
struct YearEffect {
    AllocatedYear year;
    bool is_cycle = false;  // seen by a cycle verification alone
    DeciHours before;
    DeciHours after;
    bool passes_before = false;
    bool passes_after = false;
    DeciHours missing_after;  // the most for any one goal
};

// The five years that end with the one asked for by who applies today, make-up hours counted (R24).
struct CycleStanding {
    AllocatedYear first;
    AllocatedYear last;
    DeciHours counted;
    DeciHours minimum;
    std::size_t years_passed = 0;
    bool passes = false;  // every year of it does
};

struct HoursProjection {
    bool has_duty = false;  // a teacher with rules for the year
    std::vector<HourYear> years;     // ascending
    std::vector<HourLine> lines;     // of all years: what does not count in full first, then by title
    std::optional<CycleStanding> cycle;
    std::vector<YearOption> options;           // of the record asked about, ascending
    std::vector<YearEffect> effects;           // of the staged moves: the years that change, ascending
    std::optional<CycleStanding> cycle_after;  // of them, where it changes
    std::optional<ErrorCode> refusal;          // of the staged moves: they could not be done
    std::vector<ledger::YearMove> undo;        // takes back what was allocated last; empty where it cannot be
    std::optional<Instant> allocated_at;       // that
    // The next day on which a year's verification begins by itself and freezes it.
    std::optional<CivilDate> freezes_on;
    AllocatedYear freezes;
    HourUses uses;

    const HourYear* find_year(AllocatedYear year) const;
    const HourLine* find(const HourRecordId& record) const;
};

// `asked` is the record whose years are to be told; empty: none.
HoursProjection select_hours(const HoursInput& input, const HourRecordId& asked);

// The best allocation as far as it is found within a frame, and whether it is proven that none is better.
struct ProposedMoves {
    std::vector<ledger::YearMove> moves;  // empty: as it stands
    bool is_proven = false;
};
// Nothing where the years or courses are more than the search takes.
std::optional<ProposedMoves> propose_allocation(const HoursInput& input);

}  // namespace xueshi::app
