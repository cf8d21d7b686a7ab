// The planning problem: which courses to take so that every requirement of the year is met.
//
// This is the document of the public contract (schema xueshi.plan.problem/1) as plain values. Hours
// are whole tenths, fees whole units of the caller's smallest coin, fit 0 to 1000; nothing is
// floating point. The annual requirement 72/18/42 and the 50 IT hours (R6, R14) are data here,
// never code.
//
// A problem is only solved after `validate` accepted it; readers and programmatic callers alike go
// through that one function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/result.h"

namespace xueshi::plan {

// Which offerings a requirement or cap speaks of. Empty: all of them; both set: both must hold.
struct Match {
    std::optional<std::string> category;
    std::optional<std::string> tag;
};

struct Requirement {
    std::string id;
    Match match;
    DeciHours min_hours;
};

// Hours matching a cap count towards a requirement only up to `max_hours` (R28: ten research hours
// a year).
struct Cap {
    std::string id;
    Match match;
    DeciHours max_hours;
};

// Bounds on the sums over the chosen offerings; hours as offered, without credited ones.
struct Limits {
    std::optional<std::int64_t> max_fee;
    std::optional<DeciHours> max_hours;
};

// Hours the teacher already has: they count, cost nothing and clash with nothing.
struct Credited {
    std::string category;
    std::vector<std::string> tags;
    DeciHours hours;
};

// Half open: 09:00–12:00 and 12:00–15:00 do not clash.
struct Session {
    LocalMinute start;
    LocalMinute end;
};

struct Offering {
    std::string id;
    std::string category;
    std::vector<std::string> tags;
    DeciHours hours;
    std::int64_t fee = 0;
    std::int64_t fit = 0;
    std::vector<Session> sessions;
    std::optional<std::string> group;  // at most one offering of a group is taken
};

enum class Measure : std::uint8_t { Fee, Hours, Fit, Count };

// One step of a lexicographic objective: the measure is minimised, or maximised ("-fit").
struct ObjectiveKey {
    Measure measure = Measure::Fee;
    bool maximised = false;
    friend constexpr bool operator==(ObjectiveKey, ObjectiveKey) = default;
};

// Up to `count` further plans, each differing from every plan before it in at least `differ` ids.
struct AlternativesRequest {
    std::int64_t count = 0;
    std::int64_t differ = 1;
};

struct FrontierRequest {
    ObjectiveKey by;
    ObjectiveKey best;
    std::int64_t max_points = 0;
};

struct PlanningProblem {
    std::vector<Requirement> requirements;
    std::vector<Cap> caps;
    Limits limits;
    std::vector<Credited> credited;
    std::vector<Offering> offerings;
    std::vector<std::string> pinned;
    std::vector<std::string> excluded;
    std::vector<ObjectiveKey> objective;
    std::optional<AlternativesRequest> alternatives;
    std::optional<FrontierRequest> frontier;
};

// What a conflict calls its members beside requirements by their ids, which none of these may be.
inline constexpr std::string_view kMaxFeeDemand = "max_fee";
inline constexpr std::string_view kMaxHoursDemand = "max_hours";
inline constexpr std::string_view kPinPrefix = "pin:";  // before the offering's id

inline constexpr std::int64_t kLargestFit = 1000;
inline constexpr std::int64_t kMostFrontierPoints = 1'000'000;

// Codes of validate, beside kOutOfRange for values outside their range.
inline constexpr ErrorCode kRepeatedId{"RepeatedId"};  // an id that must be unique is not
inline constexpr ErrorCode kReservedId{"ReservedId"};  // "max_fee", "max_hours", "pin:…"
inline constexpr ErrorCode kUnknownOffering{
    "UnknownOffering"};  // a pin or exclusion of no offering
inline constexpr ErrorCode kPinnedAndExcluded{"PinnedAndExcluded"};
inline constexpr ErrorCode kOverlappingCaps{"OverlappingCaps"};  // two caps match one entry
inline constexpr ErrorCode kRepeatedKey{"RepeatedKey"};          // an objective key twice
inline constexpr ErrorCode kNeedsMaxHours{"NeedsMaxHours"};  // "-fit", "-hours", "-count" unbounded
inline constexpr ErrorCode kSumOverflow{"SumOverflow"};      // a sum that could leave 64 bits

// Refuses a problem that is not well formed. The error's subject is the path of the offending field
// ("offerings[3].hours"). Pure; the problem is left as it is.
Outcome validate(const PlanningProblem& problem);

// Whether an entry with this category and these tags is one the match speaks of.
bool matches(const Match& match, const std::string& category, const std::vector<std::string>& tags);

}  // namespace xueshi::plan
