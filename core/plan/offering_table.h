// The offerings of one problem, prepared once for many questions.
//
// Rows stand in ascending byte order of ids, so a row number compares like its id and the last tie
// rule of the contract is a comparison of row numbers. What an offering counts towards depends only
// on its category and tags; rows with the same effect share a class. Owns nothing of the problem,
// which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::plan {

using Row = std::int32_t;
inline constexpr std::int32_t kNone = -1;

struct OfferingRow {
    std::int64_t hours = 0;  // tenths
    std::int64_t fee = 0;
    std::int64_t fit = 0;
    std::int32_t effect = 0;  // index into effects
    std::int32_t group = kNone;
    std::int32_t offering = 0;  // index into the problem's offerings
    bool has_sessions = false;

    // No clash and no group can ever keep it out.
    bool is_free() const { return group == kNone && !has_sessions; }
};

// Which requirements an offering counts towards, and through which cap (kNone: none).
struct CountingEffect {
    std::vector<std::int32_t> requirements;
    std::int32_t cap = kNone;
    friend bool operator==(const CountingEffect&, const CountingEffect&) = default;
};

struct OfferingTable {
    const PlanningProblem* problem = nullptr;
    std::vector<OfferingRow> rows;
    std::vector<CountingEffect> effects;
    std::vector<Row> pins;               // in the order of the document
    std::vector<std::uint8_t> excluded;  // by row

    // Credited hours in tenths: by requirement without a cap, and by requirement and cap.
    std::vector<std::int64_t> credited;
    std::vector<std::vector<std::int64_t>> credited_by_cap;

    const std::vector<Session>& sessions(Row row) const {
        return problem
            ->offerings[static_cast<std::size_t>(rows[static_cast<std::size_t>(row)].offering)]
            .sessions;
    }
    const OfferingRow& at(Row row) const { return rows[static_cast<std::size_t>(row)]; }
};

[[gnu::noinline]] OfferingTable make_offering_table(const PlanningProblem& problem);

// The value of one measure for one row; Count is 1 for each.
inline std::int64_t measure_of(const OfferingRow& row, Measure measure) {
    switch (measure) {
        case Measure::Fee:
            return row.fee;
        case Measure::Hours:
            return row.hours;
        case Measure::Fit:
            return row.fit;
        case Measure::Count:
            break;
    }
    return 1;
}

// The key's value as something to minimise: negated where it is maximised.
inline std::int64_t signed_value(const OfferingRow& row, ObjectiveKey key) {
    const std::int64_t value = measure_of(row, key.measure);
    return key.maximised ? -value : value;
}

std::int64_t total_of(const OfferingTable& table, std::span<const Row> rows, ObjectiveKey key);

// Whether two rows cannot both be taken: one group, or sessions that overlap.
bool exclude_each_other(const OfferingTable& table, Row a, Row b);

// A moment at which sessions of both rows are running; only for rows that overlap.
std::optional<LocalMinute> common_moment(const OfferingTable& table, Row a, Row b);
bool is_running_at(const OfferingTable& table, Row row, LocalMinute moment);

// What counts towards each requirement when exactly these rows are taken, in tenths.
std::vector<std::int64_t> counted_hours(const OfferingTable& table, std::span<const Row> chosen);

// The plan as the answer shows it; `chosen` ascending.
[[gnu::noinline]] ProposedPlan describe_plan(const OfferingTable& table, std::span<const Row> chosen);

}  // namespace xueshi::plan
