#include "core/plan/offering_table.h"

#include <algorithm>
#include <functional>
#include <numeric>
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

// Looks an offering's effect up by its category and tags, of which a catalogue has few: the
// matches are worked out once for each.
class EffectLookup {
  public:
    explicit EffectLookup(OfferingTable& table) : table_(table) {}

    [[gnu::noinline]] std::int32_t find(const Offering& offering) {
        const std::size_t hash = hash_of(offering);
        auto [entry, end] = known_.equal_range(hash);
        for (; entry != end; ++entry) {
            const Offering& known = *entry->second.offering;
            if (known.category == offering.category && known.tags == offering.tags)
                return entry->second.effect;
        }
        const std::int32_t effect =
            intern(table_.effects, effect_of(*table_.problem, offering.category, offering.tags));
        known_.emplace(hash, Known{&offering, effect});
        return effect;
    }

  private:
    struct Known {
        const Offering* offering;  // the first of its category and tags
        std::int32_t effect;
    };
    static std::size_t hash_of(const Offering& offering) {
        const std::hash<std::string_view> hash;
        std::size_t all = hash(offering.category);
        for (const std::string& tag : offering.tags) all = all * 31 + hash(tag);
        return all;
    }

    OfferingTable& table_;
    std::unordered_multimap<std::size_t, Known> known_;
};

// Indices of the offerings in ascending order of ids, which is how documents mostly have them.
[[gnu::noinline]] std::vector<std::int32_t> order_of_ids(const PlanningProblem& problem) {
    std::vector<std::int32_t> order(problem.offerings.size());
    std::iota(order.begin(), order.end(), 0);
    const auto is_before = [&problem](std::int32_t a, std::int32_t b) {
        return problem.offerings[index_of(a)].id < problem.offerings[index_of(b)].id;
    };
    if (!std::is_sorted(order.begin(), order.end(), is_before)) {
        std::sort(order.begin(), order.end(), is_before);
    }
    return order;
}

[[gnu::noinline]] void add_credited(OfferingTable& table) {
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

[[gnu::noinline]] Row row_of(const OfferingTable& table, const std::string& id) {
    const auto found = std::lower_bound(
        table.rows.begin(),
        table.rows.end(),
        id,
        [&](const OfferingRow& row, const std::string& wanted) {
            return table.problem->offerings[index_of(row.offering)].id < wanted;
        });
    return static_cast<Row>(found - table.rows.begin());
}

}  // namespace

OfferingTable make_offering_table(const PlanningProblem& problem) {
    OfferingTable table;
    table.problem = &problem;
    std::unordered_map<std::string_view, std::int32_t> group_of;
    EffectLookup effects(table);
    table.rows.reserve(problem.offerings.size());
    for (const std::int32_t index : order_of_ids(problem)) {
        const Offering& offering = problem.offerings[index_of(index)];
        OfferingRow row;
        row.hours = offering.hours.tenths;
        row.fee = offering.fee;
        row.fit = offering.fit;
        row.offering = index;
        row.effect = effects.find(offering);
        row.has_sessions = !offering.sessions.empty();
        if (offering.group) {
            const auto next = static_cast<std::int32_t>(group_of.size());
            row.group = group_of.emplace(*offering.group, next).first->second;
        }
        table.rows.push_back(row);
    }
    for (const std::string& id : problem.pinned) table.pins.push_back(row_of(table, id));
    table.excluded.assign(table.rows.size(), 0);
    for (const std::string& id : problem.excluded) table.excluded[index_of(row_of(table, id))] = 1;
    add_credited(table);
    return table;
}

std::int64_t total_of(const OfferingTable& table, std::span<const Row> rows, ObjectiveKey key) {
    std::int64_t total = 0;
    for (const Row row : rows) total += signed_value(table.at(row), key);
    return total;
}

std::optional<LocalMinute> common_moment(const OfferingTable& table, Row a, Row b) {
    if (!table.at(a).has_sessions || !table.at(b).has_sessions) return std::nullopt;
    for (const Session& one : table.sessions(a)) {
        for (const Session& other : table.sessions(b)) {
            if (one.start < other.end && other.start < one.end)
                return std::max(one.start, other.start);
        }
    }
    return std::nullopt;
}

bool is_running_at(const OfferingTable& table, Row row, LocalMinute moment) {
    if (!table.at(row).has_sessions) return false;
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
