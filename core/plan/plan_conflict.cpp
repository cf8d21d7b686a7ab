#include "core/plan/plan_conflict.h"

#include <algorithm>

#include "core/plan/plan_question.h"

namespace xueshi::plan {
namespace {

// Everything that could be blamed, each switched on or off.
class DemandSet {
  public:
    explicit DemandSet(const OfferingTable& table) : table_(table), question_(question_of(table)) {
        const Limits& limits = table.problem->limits;
        for (std::size_t q = 0; q < table.problem->requirements.size(); ++q)
            demands_.push_back({Kind::Requirement, q});
        if (limits.max_fee) demands_.push_back({Kind::MaxFee, 0});
        if (limits.max_hours) demands_.push_back({Kind::MaxHours, 0});
        for (std::size_t p = 0; p < table.pins.size(); ++p) demands_.push_back({Kind::Pin, p});
        holds_.assign(demands_.size(), 1);
    }

    std::size_t size() const { return demands_.size(); }
    bool holds(std::size_t index) const { return holds_[index] != 0; }
    void set(std::size_t index, bool holds) { holds_[index] = holds ? 1 : 0; }

    std::string name(std::size_t index) const {
        const Demand demand = demands_[index];
        switch (demand.kind) {
            case Kind::Requirement:
                return table_.problem->requirements[demand.at].id;
            case Kind::MaxFee:
                return std::string(kMaxFeeDemand);
            case Kind::MaxHours:
                return std::string(kMaxHoursDemand);
            case Kind::Pin:
                break;
        }
        return std::string(kPinPrefix) + table_.problem->pinned[demand.at];
    }

    // Whether the demands that hold can hold together; `witness` is then a plan that keeps them.
    bool is_possible(std::vector<Row>& witness, std::int64_t& nodes) {
        const Limits& limits = table_.problem->limits;
        question_.limits.clear();
        // The search is quickest when the objective is the limit that bites.
        question_.objective = {{Measure::Fee, false}, {Measure::Hours, false}};
        bool fee_holds = false;
        bool hours_hold = false;
        for (std::size_t i = 0; i < demands_.size(); ++i) {
            const bool is_on = holds(i);
            switch (demands_[i].kind) {
                case Kind::Requirement:
                    question_.requirement_holds[demands_[i].at] = is_on ? 1 : 0;
                    break;
                case Kind::MaxFee:
                    fee_holds = is_on;
                    break;
                case Kind::MaxHours:
                    hours_hold = is_on;
                    break;
                case Kind::Pin:
                    question_.pin_holds[demands_[i].at] = is_on ? 1 : 0;
                    break;
            }
        }
        if (fee_holds) question_.limits.push_back({{Measure::Fee, false}, *limits.max_fee});
        if (hours_hold)
            question_.limits.push_back({{Measure::Hours, false}, limits.max_hours->tenths});
        if (hours_hold && !fee_holds) std::swap(question_.objective[0], question_.objective[1]);
        auto plan = best_plan(table_, question_, nodes);
        if (!plan) return false;
        witness = std::move(*plan);
        return true;
    }

    // Whether this plan keeps the demands that hold (exclusions and clashes it keeps already).
    bool are_kept_by(const std::vector<Row>& plan) const {
        const std::vector<std::int64_t> counted = counted_hours(table_, plan);
        std::int64_t fee = 0;
        std::int64_t hours = 0;
        for (const Row row : plan) {
            fee += table_.at(row).fee;
            hours += table_.at(row).hours;
        }
        const Limits& limits = table_.problem->limits;
        for (std::size_t i = 0; i < demands_.size(); ++i) {
            if (!holds(i)) continue;
            const std::size_t at = demands_[i].at;
            bool kept = true;
            switch (demands_[i].kind) {
                case Kind::Requirement:
                    kept = counted[at] >= table_.problem->requirements[at].min_hours.tenths;
                    break;
                case Kind::MaxFee:
                    kept = fee <= *limits.max_fee;
                    break;
                case Kind::MaxHours:
                    kept = hours <= limits.max_hours->tenths;
                    break;
                case Kind::Pin:
                    kept = std::binary_search(plan.begin(), plan.end(), table_.pins[at]);
                    break;
            }
            if (!kept) return false;
        }
        return true;
    }

  private:
    enum class Kind : std::uint8_t { Requirement, MaxFee, MaxHours, Pin };
    struct Demand {
        Kind kind;
        std::size_t at;
    };

    const OfferingTable& table_;
    PlanQuestion question_;
    std::vector<Demand> demands_;
    std::vector<std::uint8_t> holds_;
};

}  // namespace

std::vector<std::string> find_conflict(const OfferingTable& table, std::int64_t& nodes) {
    const std::vector<std::string>& pinned = table.problem->pinned;
    for (std::size_t i = 0; i < table.pins.size(); ++i) {
        for (std::size_t j = i + 1; j < table.pins.size(); ++j) {
            if (exclude_each_other(table, table.pins[i], table.pins[j])) {
                return {std::string(kPinPrefix) + pinned[i], std::string(kPinPrefix) + pinned[j]};
            }
        }
    }
    // Dropping a demand that is not needed for the contradiction keeps it; one that is needed
    // stays. A plan found on the way often shows for later demands too that the rest is possible
    // without them.
    DemandSet demands(table);
    std::vector<std::vector<Row>> witnesses;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        demands.set(i, false);
        const bool is_shown =
            std::any_of(witnesses.begin(), witnesses.end(), [&](const auto& plan) {
                return demands.are_kept_by(plan);
            });
        std::vector<Row> witness;
        if (is_shown) {
            demands.set(i, true);
        } else if (demands.is_possible(witness, nodes)) {
            demands.set(i, true);
            witnesses.push_back(std::move(witness));
        }
    }
    std::vector<std::string> conflict;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        if (demands.holds(i)) conflict.push_back(demands.name(i));
    }
    return conflict;
}

}  // namespace xueshi::plan
