#include "tests/support/planning_oracle.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace xueshi::testing {
namespace {

using plan::Measure;
using plan::ObjectiveKey;
using plan::Offering;
using plan::PlanningProblem;
using plan::ProposedPlan;
using Hours = std::map<std::string, std::int64_t>;

struct Candidate {
    std::vector<std::string> ids;  // ascending
    std::int64_t fee = 0, hours = 0, fit = 0, count = 0;
    Hours counted;
    std::int64_t shortfall = 0;
};

bool fits(const plan::Match& match,
          const std::string& category,
          const std::vector<std::string>& tags) {
    if (match.category && *match.category != category) return false;
    if (!match.tag) return true;
    return std::find(tags.begin(), tags.end(), *match.tag) != tags.end();
}

std::int64_t value_of(const Candidate& plan, ObjectiveKey key) {
    std::int64_t value = 0;
    if (key.measure == Measure::Fee) value = plan.fee;
    if (key.measure == Measure::Hours) value = plan.hours;
    if (key.measure == Measure::Fit) value = plan.fit;
    if (key.measure == Measure::Count) value = plan.count;
    return key.maximised ? -value : value;
}

bool clash(const Offering& a, const Offering& b) {
    if (a.group && b.group && *a.group == *b.group) return true;
    for (const auto& x : a.sessions) {
        for (const auto& y : b.sessions) {
            if (x.start < y.end && y.start < x.end) return true;
        }
    }
    return false;
}

Candidate evaluate(const PlanningProblem& problem, const std::vector<std::size_t>& chosen) {
    Candidate plan;
    for (const std::size_t i : chosen) {
        const Offering& offering = problem.offerings[i];
        plan.ids.push_back(offering.id);
        plan.fee += offering.fee;
        plan.hours += offering.hours.tenths;
        plan.fit += offering.fit;
        plan.count += 1;
    }
    std::sort(plan.ids.begin(), plan.ids.end());
    for (const auto& requirement : problem.requirements) {
        std::int64_t open = 0;
        std::vector<std::int64_t> capped(problem.caps.size(), 0);
        const auto add = [&](const std::string& category,
                             const std::vector<std::string>& tags,
                             std::int64_t hours) {
            if (!fits(requirement.match, category, tags)) return;
            for (std::size_t c = 0; c < problem.caps.size(); ++c) {
                if (fits(problem.caps[c].match, category, tags)) {
                    capped[c] += hours;
                    return;
                }
            }
            open += hours;
        };
        for (const auto& entry : problem.credited)
            add(entry.category, entry.tags, entry.hours.tenths);
        for (const std::size_t i : chosen) {
            const Offering& offering = problem.offerings[i];
            add(offering.category, offering.tags, offering.hours.tenths);
        }
        for (std::size_t c = 0; c < capped.size(); ++c) {
            open += std::min(capped[c], problem.caps[c].max_hours.tenths);
        }
        plan.counted[requirement.id] = open;
        plan.shortfall += std::max<std::int64_t>(0, requirement.min_hours.tenths - open);
    }
    return plan;
}

bool contains(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

// Everything that keeps clashes, groups and exclusions.
std::vector<Candidate> all_plans(const PlanningProblem& problem) {
    std::vector<Candidate> plans;
    std::vector<std::size_t> chosen;
    const std::function<void(std::size_t)> extend = [&](std::size_t i) {
        if (i == problem.offerings.size()) {
            plans.push_back(evaluate(problem, chosen));
            return;
        }
        extend(i + 1);
        const Offering& offering = problem.offerings[i];
        if (contains(problem.excluded, offering.id)) return;
        for (const std::size_t other : chosen) {
            if (clash(problem.offerings[other], offering)) return;
        }
        chosen.push_back(i);
        extend(i + 1);
        chosen.pop_back();
    };
    extend(0);
    return plans;
}

bool keeps(const PlanningProblem& problem, const Candidate& plan, const std::string& demand) {
    if (demand == "max_fee") return !problem.limits.max_fee || plan.fee <= *problem.limits.max_fee;
    if (demand == "max_hours") {
        return !problem.limits.max_hours || plan.hours <= problem.limits.max_hours->tenths;
    }
    if (demand.rfind("pin:", 0) == 0) return contains(plan.ids, demand.substr(4));
    for (const auto& requirement : problem.requirements) {
        if (requirement.id == demand)
            return plan.counted.at(demand) >= requirement.min_hours.tenths;
    }
    return false;
}

std::vector<std::string> limits_and_pins(const PlanningProblem& problem) {
    std::vector<std::string> demands;
    if (problem.limits.max_fee) demands.push_back("max_fee");
    if (problem.limits.max_hours) demands.push_back("max_hours");
    for (const std::string& pin : problem.pinned) demands.push_back("pin:" + pin);
    return demands;
}

std::vector<Candidate> keeping(const PlanningProblem& problem,
                               const std::vector<Candidate>& plans,
                               const std::vector<std::string>& demands) {
    std::vector<Candidate> kept;
    for (const Candidate& plan : plans) {
        const bool all =
            std::all_of(demands.begin(), demands.end(), [&](const std::string& demand) {
                return keeps(problem, plan, demand);
            });
        if (all) kept.push_back(plan);
    }
    return kept;
}

bool is_better(const Candidate& a, const Candidate& b, const std::vector<ObjectiveKey>& keys) {
    for (const ObjectiveKey key : keys) {
        if (value_of(a, key) != value_of(b, key)) return value_of(a, key) < value_of(b, key);
    }
    if (a.count != b.count) return a.count < b.count;
    return a.ids < b.ids;
}

std::string list(const std::vector<std::string>& ids) {
    std::string text = "[";
    for (const std::string& id : ids) text += id + " ";
    return text + "]";
}

std::string compare(const std::string& what, const Candidate& wanted, const ProposedPlan& got) {
    if (wanted.ids != got.chosen) {
        return what + ": wanted " + list(wanted.ids) + ", got " + list(got.chosen);
    }
    if (wanted.fee != got.totals.fee || wanted.hours != got.totals.hours.tenths ||
        wanted.fit != got.totals.fit || wanted.count != got.totals.count) {
        return what + ": totals differ";
    }
    for (const auto& [id, hours] : got.counted) {
        if (wanted.counted.count(id) == 0 || wanted.counted.at(id) != hours.tenths) {
            return what + ": counted " + id + " differs";
        }
    }
    return wanted.counted.size() == got.counted.size() ? "" : what + ": counted is incomplete";
}

std::string compare_all(const std::string& what,
                        const std::vector<Candidate>& wanted,
                        const std::optional<std::vector<ProposedPlan>>& got) {
    if (!got) return what + " missing";
    if (wanted.size() != got->size()) {
        return what + ": wanted " + std::to_string(wanted.size()) + ", got " +
               std::to_string(got->size());
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string differs = compare(what + " " + std::to_string(i), wanted[i], (*got)[i]);
        if (!differs.empty()) return differs;
    }
    return "";
}

std::size_t distance(const Candidate& a, const Candidate& b) {
    std::vector<std::string> only;
    std::set_symmetric_difference(
        a.ids.begin(), a.ids.end(), b.ids.begin(), b.ids.end(), std::back_inserter(only));
    return only.size();
}

std::string check_alternatives(const PlanningProblem& problem,
                               const std::vector<Candidate>& ranked,
                               const std::optional<std::vector<ProposedPlan>>& got) {
    if (!problem.alternatives) return got ? "alternatives not asked for" : "";
    const auto least =
        static_cast<std::size_t>(std::max<std::int64_t>(1, problem.alternatives->differ));
    std::vector<Candidate> wanted{ranked.front()};
    for (const Candidate& plan : ranked) {
        if (static_cast<std::int64_t>(wanted.size()) > problem.alternatives->count) break;
        const bool differs =
            std::all_of(wanted.begin(), wanted.end(), [&](const Candidate& earlier) {
                return distance(plan, earlier) >= least;
            });
        if (differs) wanted.push_back(plan);
    }
    wanted.erase(wanted.begin());
    return compare_all("alternative", wanted, got);
}

std::string check_frontier(const PlanningProblem& problem,
                           const std::vector<Candidate>& plans,
                           const std::optional<std::vector<ProposedPlan>>& got) {
    if (!problem.frontier) return got ? "frontier not asked for" : "";
    const auto [by, best, points] = *problem.frontier;
    std::int64_t lo = value_of(plans.front(), by);
    std::int64_t richest = value_of(plans.front(), best);
    for (const Candidate& plan : plans) {
        lo = std::min(lo, value_of(plan, by));
        richest = std::min(richest, value_of(plan, best));
    }
    std::optional<std::int64_t> hi;
    for (const Candidate& plan : plans) {
        if (value_of(plan, best) != richest) continue;
        hi = std::min(hi.value_or(value_of(plan, by)), value_of(plan, by));
    }
    std::vector<Candidate> wanted;
    for (std::int64_t i = 0; i < points; ++i) {
        const std::int64_t budget = points == 1 ? lo : lo + i * (*hi - lo) / (points - 1);
        const Candidate* chosen = nullptr;
        for (const Candidate& plan : plans) {
            if (value_of(plan, by) > budget) continue;
            if (chosen == nullptr || is_better(plan, *chosen, {best, by})) chosen = &plan;
        }
        if (wanted.empty() || wanted.back().ids != chosen->ids) wanted.push_back(*chosen);
    }
    return compare_all("frontier", wanted, got);
}

std::string check_conflict(const PlanningProblem& problem,
                           const std::vector<Candidate>& plans,
                           const std::vector<std::string>& conflict) {
    std::set<std::string> known;
    for (const auto& requirement : problem.requirements) known.insert(requirement.id);
    for (const std::string& demand : limits_and_pins(problem)) known.insert(demand);
    std::set<std::string> seen;
    for (const std::string& member : conflict) {
        if (known.count(member) == 0) return "conflict names " + member;
        if (!seen.insert(member).second) return "conflict repeats " + member;
    }
    if (!keeping(problem, plans, conflict).empty())
        return "conflict can hold together " + list(conflict);
    for (const std::string& left_out : conflict) {
        std::vector<std::string> rest;
        for (const std::string& member : conflict) {
            if (member != left_out) rest.push_back(member);
        }
        if (keeping(problem, plans, rest).empty())
            return "conflict is not minimal " + list(conflict);
    }
    for (const std::string& a : problem.pinned) {
        for (const std::string& b : problem.pinned) {
            const auto find = [&](const std::string& id) {
                return std::find_if(problem.offerings.begin(),
                                    problem.offerings.end(),
                                    [&](const Offering& offering) { return offering.id == id; });
            };
            if (a < b && clash(*find(a), *find(b)) &&
                (conflict.size() != 2 || conflict[0].rfind("pin:", 0) != 0)) {
                return "pins clash, conflict names others";
            }
        }
    }
    return "";
}

std::string check_nearest(const PlanningProblem& problem,
                          const std::vector<Candidate>& plans,
                          const std::optional<plan::NearestPlan>& got) {
    const std::vector<Candidate> kept = keeping(problem, plans, limits_and_pins(problem));
    if (kept.empty()) return got ? "nearest although pins and limits cannot hold" : "";
    if (!got) return "nearest missing";
    const Candidate* nearest = &kept.front();
    for (const Candidate& plan : kept) {
        if (plan.shortfall < nearest->shortfall || (plan.shortfall == nearest->shortfall &&
                                                    is_better(plan, *nearest, problem.objective))) {
            nearest = &plan;
        }
    }
    Hours missing;
    for (const auto& requirement : problem.requirements) {
        const std::int64_t miss =
            requirement.min_hours.tenths - nearest->counted.at(requirement.id);
        if (miss > 0) missing[requirement.id] = miss;
    }
    Hours said;
    for (const auto& [id, hours] : got->missing) said[id] = hours.tenths;
    if (const std::string differs = compare("nearest", *nearest, got->plan); !differs.empty())
        return differs;
    return missing == said ? "" : "short differs";
}

}  // namespace

std::string disagreement(const PlanningProblem& problem, const plan::PlanningAnswer& answer) {
    const std::vector<Candidate> plans = all_plans(problem);
    std::vector<std::string> demands = limits_and_pins(problem);
    for (const auto& requirement : problem.requirements) demands.push_back(requirement.id);
    std::vector<Candidate> feasible = keeping(problem, plans, demands);
    if (const auto* none = std::get_if<plan::InfeasibleAnswer>(&answer.verdict)) {
        if (!feasible.empty()) return "called infeasible, but it is not";
        if (std::string differs = check_conflict(problem, plans, none->conflict);
            !differs.empty()) {
            return differs;
        }
        return check_nearest(problem, plans, none->nearest);
    }
    const auto& optimal = std::get<plan::OptimalAnswer>(answer.verdict);
    if (feasible.empty()) return "called optimal, but nothing is feasible";
    std::sort(feasible.begin(), feasible.end(), [&](const Candidate& a, const Candidate& b) {
        return is_better(a, b, problem.objective);
    });
    std::string differs = compare("best", feasible.front(), optimal.best);
    if (differs.empty()) differs = check_alternatives(problem, feasible, optimal.alternatives);
    if (differs.empty()) differs = check_frontier(problem, feasible, optimal.frontier);
    return differs;
}

}  // namespace xueshi::testing
