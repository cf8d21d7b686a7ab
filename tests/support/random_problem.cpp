// Random planning problems for the property tests (declared in planning_oracle.h).
#include <algorithm>
#include <iterator>
#include <random>

#include "tests/support/planning_oracle.h"

namespace xueshi::testing {
namespace {

using plan::Measure;
using plan::PlanningProblem;

// std distributions differ between libraries; this does not.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::int64_t roll(std::int64_t from, std::int64_t to) {
        return from +
               static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(to - from + 1));
    }
    bool chance(int percent) { return roll(1, 100) <= percent; }

  private:
    std::mt19937_64 engine_;
};

const char* const kCategories[] = {"public", "professional", "elective"};
const char* const kTags[] = {"it", "research", "art"};

plan::Match random_match(Dice& dice) {
    plan::Match match;
    if (dice.chance(60)) match.category = kCategories[dice.roll(0, 2)];
    if (dice.chance(40)) match.tag = kTags[dice.roll(0, 2)];
    return match;
}

std::vector<std::string> random_tags(Dice& dice) {
    std::vector<std::string> tags;
    for (const char* tag : kTags) {
        if (dice.chance(35)) tags.emplace_back(tag);
    }
    return tags;
}

bool have_common_offering(const PlanningProblem& problem) {
    const auto count = [&problem](const std::string& category,
                                  const std::vector<std::string>& tags) {
        return std::count_if(problem.caps.begin(), problem.caps.end(), [&](const plan::Cap& cap) {
            return plan::matches(cap.match, category, tags);
        });
    };
    return std::any_of(problem.offerings.begin(),
                       problem.offerings.end(),
                       [&](const plan::Offering& o) { return count(o.category, o.tags) > 1; }) ||
           std::any_of(problem.credited.begin(),
                       problem.credited.end(),
                       [&](const plan::Credited& c) { return count(c.category, c.tags) > 1; });
}

std::vector<plan::ObjectiveKey> random_keys(Dice& dice, bool is_bounded) {
    std::vector<Measure> measures{Measure::Fee, Measure::Hours, Measure::Fit, Measure::Count};
    std::vector<plan::ObjectiveKey> keys;
    for (std::int64_t left = dice.roll(0, 4); left > 0; --left) {
        const auto at = dice.roll(0, static_cast<std::int64_t>(measures.size()) - 1);
        const Measure measure = measures[static_cast<std::size_t>(at)];
        measures.erase(measures.begin() + static_cast<std::ptrdiff_t>(at));
        const bool may_maximise = is_bounded || measure == Measure::Fee;
        keys.push_back({measure, may_maximise && dice.chance(measure == Measure::Fit ? 75 : 20)});
    }
    return keys;
}

plan::ObjectiveKey random_key(Dice& dice, bool is_bounded) {
    const auto measure = static_cast<Measure>(dice.roll(0, 3));
    return {measure, (is_bounded || measure == Measure::Fee) && dice.chance(40)};
}

plan::Offering random_offering(Dice& dice, std::int64_t index, int style) {
    plan::Offering offering;
    offering.id = std::string(dice.chance(20) ? "D" : "C") + std::to_string(index);
    offering.category = kCategories[dice.roll(0, 2)];
    offering.tags = random_tags(dice);
    const std::int64_t grain = style % 3 == 0 ? 1 : style % 3 == 1 ? 5 : 10;
    offering.hours.tenths = dice.roll(dice.chance(5) ? 0 : 1, 120 / grain) * grain;
    offering.fee = style % 2 == 0 ? dice.roll(0, 5) * 100 : dice.roll(0, 997);
    offering.fit = style % 5 == 0 ? dice.roll(0, 3) : dice.roll(0, 1000);
    if (dice.chance(10)) offering.fee = 0;
    if (dice.chance(40)) {
        for (std::int64_t left = dice.roll(1, 3); left > 0; --left) {
            const std::int64_t start = dice.roll(0, 12) * 180;
            offering.sessions.push_back({{start}, {start + dice.roll(1, 2) * 180}});
        }
    }
    if (dice.chance(25)) offering.group = std::string("G") + std::to_string(dice.roll(0, 2));
    return offering;
}

// Fees near the largest integer: the objective no longer fits one integer.
void make_huge(PlanningProblem& problem, Dice& dice) {
    const std::int64_t factor = std::int64_t{1} << dice.roll(30, 49);
    for (plan::Offering& offering : problem.offerings) offering.fee *= factor;
    if (problem.limits.max_fee) *problem.limits.max_fee *= factor;
    if (dice.chance(50)) return;
    const std::int64_t longer = std::int64_t{1} << dice.roll(20, 49);
    for (plan::Offering& offering : problem.offerings) offering.hours.tenths *= longer;
    for (plan::Credited& entry : problem.credited) entry.hours.tenths *= longer;
    for (plan::Requirement& requirement : problem.requirements)
        requirement.min_hours.tenths *= longer;
    for (plan::Cap& cap : problem.caps) cap.max_hours.tenths *= longer;
    if (problem.limits.max_hours) problem.limits.max_hours->tenths *= longer;
}

}  // namespace

PlanningProblem random_small_problem(std::uint64_t seed) {
    Dice dice(seed);
    PlanningProblem problem;
    const int style = static_cast<int>(dice.roll(0, 29));
    const std::int64_t count = dice.chance(15) ? dice.roll(0, 4) : dice.roll(5, 11);
    std::int64_t hours = 0;
    std::int64_t fee = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        problem.offerings.push_back(random_offering(dice, (i * 7) % 11 + (i / 11) * 11, style));
        hours += problem.offerings.back().hours.tenths;
        fee += problem.offerings.back().fee;
    }
    for (std::int64_t i = dice.roll(0, 4); i > 0; --i) {
        const bool is_whole = dice.chance(20);
        problem.requirements.push_back({"r" + std::to_string(i),
                                        is_whole ? plan::Match{} : random_match(dice),
                                        {dice.roll(0, hours / (is_whole ? 2 : 5) + 1)}});
    }
    for (std::int64_t i = dice.chance(50) ? dice.roll(1, 2) : 0; i > 0; --i) {
        problem.caps.push_back(
            {"cap" + std::to_string(i), random_match(dice), {dice.roll(0, 150)}});
    }
    for (std::int64_t i = dice.chance(40) ? dice.roll(1, 2) : 0; i > 0; --i) {
        problem.credited.push_back(
            {kCategories[dice.roll(0, 2)], random_tags(dice), {dice.roll(0, 100)}});
    }
    while (have_common_offering(problem)) problem.caps.pop_back();
    if (dice.chance(50)) problem.limits.max_fee = dice.roll(0, fee * 2 / 3 + 1);
    if (dice.chance(70)) problem.limits.max_hours = DeciHours{dice.roll(0, hours + 1)};
    for (const plan::Offering& offering : problem.offerings) {
        if (dice.chance(8))
            problem.pinned.push_back(offering.id);
        else if (dice.chance(8))
            problem.excluded.push_back(offering.id);
    }
    const bool is_bounded = problem.limits.max_hours.has_value();
    problem.objective = random_keys(dice, is_bounded);
    if (dice.chance(50))
        problem.alternatives = {dice.roll(0, 4), dice.roll(1, dice.chance(50) ? 1 : 4)};
    if (dice.chance(40)) {
        problem.frontier = {
            random_key(dice, is_bounded), random_key(dice, is_bounded), dice.roll(1, 6)};
    }
    if (dice.chance(7)) make_huge(problem, dice);
    return problem;
}

std::string describe(const PlanningProblem& problem) {
    const auto hours = [](DeciHours value) { return format_hours(value); };
    const auto match = [](const plan::Match& m) {
        return "{" + m.category.value_or("*") + "," + m.tag.value_or("*") + "}";
    };
    const auto key = [](plan::ObjectiveKey k) {
        const char* const names[] = {"fee", "hours", "fit", "count"};
        return std::string(k.maximised ? "-" : "") + names[static_cast<std::size_t>(k.measure)] +
               " ";
    };
    std::string text;
    for (const auto& r : problem.requirements)
        text += "need " + r.id + match(r.match) + hours(r.min_hours) + "\n";
    for (const auto& c : problem.caps)
        text += "cap " + c.id + match(c.match) + hours(c.max_hours) + "\n";
    if (problem.limits.max_fee) text += "max_fee " + std::to_string(*problem.limits.max_fee) + "\n";
    if (problem.limits.max_hours) text += "max_hours " + hours(*problem.limits.max_hours) + "\n";
    for (const auto& c : problem.credited) {
        text += "credited " + c.category;
        for (const auto& tag : c.tags) text += "," + tag;
        text += " " + hours(c.hours) + "\n";
    }
    for (const auto& o : problem.offerings) {
        text += o.id + " " + o.category;
        for (const auto& tag : o.tags) text += "," + tag;
        text += " h" + hours(o.hours) + " fee" + std::to_string(o.fee) + " fit" +
                std::to_string(o.fit) + " " + o.group.value_or("");
        for (const auto& s : o.sessions) {
            text += " " + std::to_string(s.start.minutes) + "-" + std::to_string(s.end.minutes);
        }
        text += "\n";
    }
    text += "pinned";
    for (const auto& id : problem.pinned) text += " " + id;
    text += "\nexcluded";
    for (const auto& id : problem.excluded) text += " " + id;
    text += "\nobjective ";
    for (const auto& k : problem.objective) text += key(k);
    if (problem.frontier) {
        text += "\nfrontier " + key(problem.frontier->by) + key(problem.frontier->best) +
                std::to_string(problem.frontier->max_points);
    }
    if (problem.alternatives) {
        text += "\nalternatives " + std::to_string(problem.alternatives->count) + " differ " +
                std::to_string(problem.alternatives->differ);
    }
    return text + "\n";
}

}  // namespace xueshi::testing
