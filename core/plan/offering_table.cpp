#include "core/plan/offering_table.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace xueshi::plan {
namespace {

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

CountingEffect effect_of(const PlanningProblem& problem,
                         const std::string& category,
                         const std::vector<std::string>& tags) {
    CountingEffect effect;
    for (std::size_t q = 0; q < problem.requirements.size(); ++q) {
        if (matches(problem.requirements[q].match, category, tags)) {
            effect.requirements.push_back(static_cast<std::int32_t>(q));
        }
    }
    for (std::size_t c = 0; c < problem.caps.size(); ++c) {
        if (matches(problem.caps[c].match, category, tags))
            effect.cap = static_cast<std::int32_t>(c);
    }
    return effect;
}

std::int32_t intern(std::vector<CountingEffect>& effects, CountingEffect effect) {
    const auto found = std::find(effects.begin(), effects.end(), effect);
    if (found != effects.end()) return static_cast<std::int32_t>(found - effects.begin());
    effects.push_back(std::move(effect));
    return static_cast<std::int32_t>(effects.size() - 1);
}

void add_credited(OfferingTable& table) {
    const PlanningProblem& problem = *table.problem;
    table.credited.assign(problem.requirements.size(), 0);
    table.credited_by_cap.assign(problem.requirements.size(),
                                 std::vector<std::int64_t>(problem.caps.size(), 0));
    for (const Credited& entry : problem.credited) {
        const CountingEffect effect = effect_of(problem, entry.category, entry.tags);
        for (const std::int32_t q : effect.requirements) {
            std::int64_t& sum = effect.cap == kNone
                                    ? table.credited[index_of(q)]
                                    : table.credited_by_cap[index_of(q)][index_of(effect.cap)];
            sum += entry.hours.tenths;
        }
    }
}

}  // namespace

OfferingTable make_offering_table(const PlanningProblem& problem) {
    OfferingTable table;
    table.problem = &problem;
    const std::size_t count = problem.offerings.size();
    std::vector<std::int32_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::int32_t>(i);
    std::sort(order.begin(), order.end(), [&problem](std::int32_t a, std::int32_t b) {
        return problem.offerings[index_of(a)].id < problem.offerings[index_of(b)].id;
    });

    std::unordered_map<std::string_view, Row> row_of;
    std::unordered_map<std::string_view, std::int32_t> group_of;
    row_of.reserve(count);
    table.rows.reserve(count);
    for (const std::int32_t index : order) {
        const Offering& offering = problem.offerings[index_of(index)];
        OfferingRow row;
        row.hours = offering.hours.tenths;
        row.fee = offering.fee;
        row.fit = offering.fit;
        row.offering = index;
        row.effect = intern(table.effects, effect_of(problem, offering.category, offering.tags));
        if (offering.group) {
            const auto next = static_cast<std::int32_t>(group_of.size());
            row.group = group_of.emplace(*offering.group, next).first->second;
        }
        row_of.emplace(offering.id, static_cast<Row>(table.rows.size()));
        table.rows.push_back(row);
    }
    for (const std::string& id : problem.pinned) table.pins.push_back(row_of.at(id));
    table.excluded.assign(count, 0);
    for (const std::string& id : problem.excluded) table.excluded[index_of(row_of.at(id))] = 1;
    add_credited(table);
    return table;
}

std::int64_t measure_of(const OfferingRow& row, Measure measure) {
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

std::optional<LocalMinute> common_moment(const OfferingTable& table, Row a, Row b) {
    for (const Session& one : table.sessions(a)) {
        for (const Session& other : table.sessions(b)) {
            if (one.start < other.end && other.start < one.end)
                return std::max(one.start, other.start);
        }
    }
    return std::nullopt;
}

bool is_running_at(const OfferingTable& table, Row row, LocalMinute moment) {
    const auto& sessions = table.sessions(row);
    return std::any_of(sessions.begin(), sessions.end(), [moment](const Session& session) {
        return session.start <= moment && moment < session.end;
    });
}

bool exclude_each_other(const OfferingTable& table, Row a, Row b) {
    const std::int32_t group = table.at(a).group;
    if (group != kNone && group == table.at(b).group) return true;
    return common_moment(table, a, b).has_value();
}

std::vector<std::int64_t> counted_hours(const OfferingTable& table, std::span<const Row> chosen) {
    std::vector<std::int64_t> counted = table.credited;
    std::vector<std::vector<std::int64_t>> capped = table.credited_by_cap;
    for (const Row row : chosen) {
        const OfferingRow& offering = table.at(row);
        const CountingEffect& effect = table.effects[index_of(offering.effect)];
        for (const std::int32_t q : effect.requirements) {
            std::int64_t& sum = effect.cap == kNone ? counted[index_of(q)]
                                                    : capped[index_of(q)][index_of(effect.cap)];
            sum += offering.hours;
        }
    }
    for (std::size_t q = 0; q < counted.size(); ++q) {
        for (std::size_t c = 0; c < capped[q].size(); ++c) {
            counted[q] += std::min(capped[q][c], table.problem->caps[c].max_hours.tenths);
        }
    }
    return counted;
}

ProposedPlan describe_plan(const OfferingTable& table, std::span<const Row> chosen) {
    ProposedPlan plan;
    for (const Row row : chosen) {
        const OfferingRow& offering = table.at(row);
        plan.chosen.push_back(table.problem->offerings[index_of(offering.offering)].id);
        plan.totals.fee += offering.fee;
        plan.totals.hours += DeciHours{offering.hours};
        plan.totals.fit += offering.fit;
        plan.totals.count += 1;
    }
    const std::vector<std::int64_t> counted = counted_hours(table, chosen);
    for (std::size_t q = 0; q < counted.size(); ++q) {
        plan.counted.emplace_back(table.problem->requirements[q].id, DeciHours{counted[q]});
    }
    return plan;
}

}  // namespace xueshi::plan
