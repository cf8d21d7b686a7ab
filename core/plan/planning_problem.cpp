#include "core/plan/planning_problem.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace xueshi::plan {
namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

using Ids = std::unordered_set<std::string_view>;

std::string at(const char* list, std::size_t index) {
    return std::string(list) + '[' + std::to_string(index) + ']';
}

bool is_reserved(std::string_view id) {
    return id == kMaxFeeDemand || id == kMaxHoursDemand || id.starts_with(kPinPrefix);
}

// Adds and says whether the sum stayed in range; both are non-negative here.
bool add_within(std::int64_t& sum, std::int64_t value) {
    if (value > kLargest - sum) return false;
    sum += value;
    return true;
}

template <class Rule>
Outcome check_rules(const std::vector<Rule>& rules,
                    const char* list,
                    const char* field,
                    DeciHours Rule::*hours) {
    Ids seen;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Rule& rule = rules[i];
        if (is_reserved(rule.id))
            return make_error(kReservedId, at(list, i) + ".id", "a reserved id");
        if (!seen.insert(rule.id).second) {
            return make_error(kRepeatedId, at(list, i) + ".id", "the id stands twice");
        }
        const std::int64_t tenths = (rule.*hours).tenths;
        if (tenths < 0) return make_error(kOutOfRange, at(list, i) + field, "negative");
        if (!add_within(sum, tenths)) {
            return make_error(
                kSumOverflow, at(list, i) + field, "the sum leaves the integer range");
        }
    }
    return Done{};
}

Outcome check_one_cap(const std::vector<Cap>& caps,
                      const std::string& category,
                      const std::vector<std::string>& tags,
                      const std::string& path) {
    int matching = 0;
    for (const Cap& cap : caps) matching += matches(cap.match, category, tags) ? 1 : 0;
    if (matching > 1) return make_error(kOverlappingCaps, path, "two caps match it");
    return Done{};
}

struct Sums {
    std::int64_t hours = 0;
    std::int64_t fee = 0;
    std::int64_t fit = 0;
};

Outcome check_credited(const PlanningProblem& problem, Sums& sums) {
    for (std::size_t i = 0; i < problem.credited.size(); ++i) {
        const Credited& entry = problem.credited[i];
        const std::string path = at("credited", i);
        if (entry.hours.tenths < 0) return make_error(kOutOfRange, path + ".hours", "negative");
        if (!add_within(sums.hours, entry.hours.tenths)) {
            return make_error(kSumOverflow, path + ".hours", "the sum leaves the integer range");
        }
        if (auto one = check_one_cap(problem.caps, entry.category, entry.tags, path); !one)
            return one;
    }
    return Done{};
}

Outcome check_offering(const PlanningProblem& problem, std::size_t index, Sums& sums) {
    const Offering& offering = problem.offerings[index];
    const auto path = [index](const char* field) { return at("offerings", index) + field; };
    if (offering.hours.tenths < 0) return make_error(kOutOfRange, path(".hours"), "negative");
    if (offering.fee < 0) return make_error(kOutOfRange, path(".fee"), "negative");
    if (offering.fit < 0 || offering.fit > kLargestFit) {
        return make_error(kOutOfRange, path(".fit"), "not from 0 to 1000");
    }
    constexpr const char* kSumLeaves = "the sum leaves the integer range";
    if (!add_within(sums.hours, offering.hours.tenths)) {
        return make_error(kSumOverflow, path(".hours"), kSumLeaves);
    }
    if (!add_within(sums.fee, offering.fee))
        return make_error(kSumOverflow, path(".fee"), kSumLeaves);
    if (!add_within(sums.fit, offering.fit))
        return make_error(kSumOverflow, path(".fit"), kSumLeaves);
    for (std::size_t s = 0; s < offering.sessions.size(); ++s) {
        if (!(offering.sessions[s].start < offering.sessions[s].end)) {
            return make_error(kOutOfRange,
                              path(".sessions") + '[' + std::to_string(s) + ']',
                              "the start is not before the end");
        }
    }
    if (problem.caps.size() < 2) return Done{};
    return check_one_cap(problem.caps, offering.category, offering.tags, path(""));
}

Outcome check_pins(const PlanningProblem& problem, const Ids& offered) {
    Ids pinned;
    for (std::size_t i = 0; i < problem.pinned.size(); ++i) {
        const std::string& id = problem.pinned[i];
        if (offered.count(id) == 0) {
            return make_error(kUnknownOffering, at("pinned", i), "no such offering");
        }
        if (!pinned.insert(id).second) {
            return make_error(kRepeatedId, at("pinned", i), "pinned twice");
        }
    }
    for (std::size_t i = 0; i < problem.excluded.size(); ++i) {
        const std::string& id = problem.excluded[i];
        if (offered.count(id) == 0) {
            return make_error(kUnknownOffering, at("excluded", i), "no such offering");
        }
        if (pinned.count(id) != 0) {
            return make_error(kPinnedAndExcluded, at("excluded", i), "pinned as well");
        }
    }
    return Done{};
}

bool needs_max_hours(ObjectiveKey key) { return key.maximised && key.measure != Measure::Fee; }

Outcome check_keys(const PlanningProblem& problem) {
    const bool bounded = problem.limits.max_hours.has_value();
    constexpr const char* kUnbounded = "needs limits.max_hours";
    for (std::size_t i = 0; i < problem.objective.size(); ++i) {
        const ObjectiveKey key = problem.objective[i];
        for (std::size_t j = 0; j < i; ++j) {
            if (problem.objective[j].measure == key.measure) {
                return make_error(kRepeatedKey, at("objective", i), "the key stands twice");
            }
        }
        if (!bounded && needs_max_hours(key)) {
            return make_error(kNeedsMaxHours, at("objective", i), kUnbounded);
        }
    }
    if (problem.alternatives) {
        if (problem.alternatives->count < 0) {
            return make_error(kOutOfRange, "alternatives.count", "negative");
        }
        if (problem.alternatives->differ < 0) {
            return make_error(kOutOfRange, "alternatives.differ", "negative");
        }
    }
    if (problem.frontier) {
        const FrontierRequest& frontier = *problem.frontier;
        if (!bounded && needs_max_hours(frontier.by)) {
            return make_error(kNeedsMaxHours, "frontier.by", kUnbounded);
        }
        if (!bounded && needs_max_hours(frontier.best)) {
            return make_error(kNeedsMaxHours, "frontier.best", kUnbounded);
        }
        if (frontier.max_points < 0 || frontier.max_points > kMostFrontierPoints) {
            return make_error(kOutOfRange, "frontier.max_points", "not from 0 to 1000000");
        }
    }
    return Done{};
}

}  // namespace

bool matches(const Match& match,
             const std::string& category,
             const std::vector<std::string>& tags) {
    if (match.category && *match.category != category) return false;
    return !match.tag || std::find(tags.begin(), tags.end(), *match.tag) != tags.end();
}

Outcome validate(const PlanningProblem& problem) {
    if (auto done = check_rules(
            problem.requirements, "requirements", ".min_hours", &Requirement::min_hours);
        !done) {
        return done;
    }
    if (auto done = check_rules(problem.caps, "caps", ".max_hours", &Cap::max_hours); !done)
        return done;
    if (problem.limits.max_fee && *problem.limits.max_fee < 0) {
        return make_error(kOutOfRange, "limits.max_fee", "negative");
    }
    if (problem.limits.max_hours && problem.limits.max_hours->tenths < 0) {
        return make_error(kOutOfRange, "limits.max_hours", "negative");
    }
    Sums sums;
    if (auto done = check_credited(problem, sums); !done) return done;
    Ids offered;
    offered.reserve(problem.offerings.size());
    for (std::size_t i = 0; i < problem.offerings.size(); ++i) {
        if (!offered.insert(problem.offerings[i].id).second) {
            return make_error(kRepeatedId, at("offerings", i) + ".id", "the id stands twice");
        }
        if (auto done = check_offering(problem, i, sums); !done) return done;
    }
    if (auto done = check_pins(problem, offered); !done) return done;
    return check_keys(problem);
}

}  // namespace xueshi::plan
