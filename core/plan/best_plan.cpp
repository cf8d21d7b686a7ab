// The unique best plan of one question (declared in plan_question.h).
//
// 1. Reduce the question to a SearchModel and weigh the objective into one integer per item.
// 2. Solve the relaxation once; its prices give a proven lower bound L and, for each item, how much any plan must
//    cost above L that decides the item against its price: the item's gap.
// 3. Search exactly among the plans that cost at most L + δ. There every item with a gap over δ is decided
//    already; only the few others, the core, are searched. If a plan is found, it is the optimum; if
//    not, none costs so little, and δ grows. At the end the core is everything and the answer final.
// 4. Clashes and groups are left out at first. When the optimum found breaks one, that exclusion
//    becomes known and the search is repeated: every intermediate optimum is a relaxation's, the first
//    that keeps all of them is the optimum.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "core/plan/label_search.h"

namespace xueshi::plan {
namespace {

constexpr std::size_t kFirstCore = 28;
constexpr std::size_t kPlansToLearnFrom = 24;
constexpr double kHeldInRelaxation = 0.05;
constexpr int kRootRounds = 3;

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

// One exclusion: a group, or everything that runs at a moment.
struct Exclusion {
    std::int32_t group = kNone;
    LocalMinute moment;
};

class BestPlanSearch {
  public:
    BestPlanSearch(const OfferingTable& table, SearchModel model, std::int64_t& nodes)
        : table_(table), model_(std::move(model)), nodes_(nodes), scale_(choose_scale(model_)) {
        for (std::size_t i = 0; i < model_.items.size(); ++i) all_.push_back(static_cast<std::int32_t>(i));
    }

    std::optional<std::vector<Row>> run() {
        if (!price_root()) return std::nullopt;
        std::size_t wanted = kFirstCore;
        std::int64_t ceiling = ceiling_for(wanted);
        while (true) {
            const auto plans = search_core(ceiling);
            if (getenv("XD")) { const RootBound* rb = cost_bound(); fprintf(stderr, "  wanted %zu n %zu gap/scale %g found %zu nodes %ld excl %zu cost-L %g\n", wanted, all_.size(), rb? double(rb->bound.cost_scale*(double)ceiling - (double)rb->base)/(double)rb->bound.cost_scale:-1, plans.size(), (long)nodes_, known_.size(), plans.empty()||!rb?0.0:double(plans[0].cost)-double(rb->base)/(double)rb->bound.cost_scale); }
            if (plans.empty()) {
                if (ceiling == kNoCeiling) return std::nullopt;
                while (wanted < all_.size() && ceiling_for(wanted) <= ceiling) wanted += wanted / 2 + 1;
                ceiling = ceiling_for(wanted);
                continue;
            }
            if (!learn(plans.front().rows)) return with_pins(plans.front().rows);
            // A later plan that keeps every exclusion is no proof, but nothing dearer is looked for.
            for (std::size_t i = 1; i < plans.size(); ++i) {
                if (learn(plans[i].rows)) continue;
                ceiling = std::min(ceiling, plans[i].cost);
                break;
            }
            price_again(ceiling);
        }
    }

  private:
    struct RootBound {
        DualBound bound;
        std::int64_t base = 0;  // the bound of the empty plan
    };

    PlanState start_state() const {
        PlanState state;
        state.needs = model_.needs;
        for (const CapMeter& meter : model_.meters) state.rooms.push_back(meter.room);
        state.hours_room = model_.hours_room.value_or(0);
        for (const SearchLimit& limit : model_.limits) state.limit_rooms.push_back(limit.room);
        state.used.assign(exclusions_.words, 0);
        return state;
    }

    // Solves the relaxation of `items`, adds its bound. False when it proves that there is no plan.
    bool add_root_bound(const std::vector<std::int32_t>& items, RelaxedGoal goal, Relaxation& relaxed) {
        const PlanState state = start_state();
        relaxed = relax(model_, exclusions_, state, items, goal);
        ++nodes_;
        auto bound = make_bound(model_, exclusions_, relaxed.prices, goal, scale_);
        if (!bound) return true;
        RootBound root{std::move(*bound), 0};
        root.base = value_of(root.bound, 0, state.needs.data(), state.rooms.data(), state.hours_room,
                             state.limit_rooms.data(), state.used.data());
        for (const std::int64_t reduced : root.bound.reduced) root.base += std::min<std::int64_t>(0, reduced);
        if (goal != RelaxedGoal::Cost && root.base > 0) return false;
        priced_.push_back({std::move(relaxed.prices), goal});
        roots_.push_back(std::move(root));
        return true;
    }

    bool price_root() {
        Relaxation relaxed;
        for (int round = 0; round < kRootRounds; ++round) {
            if (!add_root_bound(all_, RelaxedGoal::Cost, relaxed)) return false;
            if (!relaxed.is_met && !model_.may_miss) {
                Relaxation shortfall;
                return add_root_bound(all_, RelaxedGoal::Shortfall, shortfall);
            }
            std::vector<Row> held;
            for (std::size_t i = 0; i < all_.size(); ++i) {
                if (relaxed.amount[i] > kHeldInRelaxation) held.push_back(model_.items[i].row);
            }
            if (!learn(held)) break;
        }
        if (model_.may_miss || model_.limits.empty() || model_.limits.front().follows_cost) return true;
        return add_root_bound(all_, RelaxedGoal::FirstLimit, relaxed);
    }

    // After exclusions became known: prices that know them, from the items near the core.
    void price_again(std::int64_t ceiling) {
        const RootBound* root = cost_bound();
        if (root == nullptr || ceiling == kNoCeiling) return;
        const std::int64_t gap = root->bound.threshold(ceiling) - root->base;
        std::vector<std::int32_t> near;
        for (const std::int32_t i : all_) {
            const std::int64_t reduced = root->bound.reduced[index_of(i)];
            if (reduced < 0 || reduced / 4 <= gap) near.push_back(i);
        }
        Relaxation relaxed;
        add_root_bound(near, RelaxedGoal::Cost, relaxed);
    }

    const RootBound* cost_bound() const {
        const RootBound* best = nullptr;
        for (const RootBound& root : roots_) {
            if (root.bound.cost_scale != 0 && (best == nullptr || root.base > best->base)) best = &root;
        }
        return best;
    }

    // The ceiling at which about `wanted` items are left to search.
    std::int64_t ceiling_for(std::size_t wanted) const {
        const RootBound* root = cost_bound();
        if (root == nullptr || wanted >= all_.size()) return kNoCeiling;
        std::vector<std::int64_t> gaps;
        gaps.reserve(all_.size());
        for (const std::int64_t reduced : root->bound.reduced) gaps.push_back(std::abs(reduced));
        const auto nth = gaps.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
        std::nth_element(gaps.begin(), nth, gaps.end());
        const std::int64_t scaled = root->base + *nth;
        const std::int64_t scale = root->bound.cost_scale;
        return scaled >= 0 ? (scaled + scale - 1) / scale : -(-scaled / scale);
    }

    // The best plans of the model within the ceiling, known exclusions kept.
    std::vector<FinishedPlan> search_core(std::int64_t ceiling) {
        SearchModel core = model_;
        core.items.clear();
        for (SearchLimit& limit : core.limits) limit.values.clear();
        for (auto& plan : core.in_earlier_plan) plan.clear();
        KnownExclusions exclusions{exclusions_.count, exclusions_.words, {}};

        std::vector<std::int32_t> open;
        std::vector<std::int32_t> forced;
        for (const std::int32_t i : all_) {
            bool is_forced_in = false;
            bool is_forced_out = false;
            for (const RootBound& root : roots_) {
                const std::int64_t reduced = root.bound.reduced[index_of(i)];
                if (root.bound.cost_scale != 0 && ceiling == kNoCeiling) continue;
                const std::int64_t threshold =
                    root.bound.cost_scale == 0 ? 0 : root.bound.threshold(ceiling);
                if (root.base + std::abs(reduced) <= threshold) continue;
                (reduced < 0 ? is_forced_in : is_forced_out) = true;
            }
            if (is_forced_in && is_forced_out) return {};
            if (is_forced_in) forced.push_back(i);
            if (!is_forced_in && !is_forced_out) open.push_back(i);
            if (is_forced_in || is_forced_out) note_difference(core, i, is_forced_in);
        }
        std::int64_t cost = 0;
        std::vector<std::uint64_t> used(exclusions_.words, 0);
        if (!take_forced(core, forced, used, cost)) return {};

        if (const RootBound* root = cost_bound(); root != nullptr) {
            std::sort(open.begin(), open.end(), [root](std::int32_t a, std::int32_t b) {
                const std::int64_t x = std::abs(root->bound.reduced[index_of(a)]);
                const std::int64_t y = std::abs(root->bound.reduced[index_of(b)]);
                return x != y ? x > y : a < b;
            });
        }
        for (const std::int32_t i : open) {
            const std::uint64_t* mask = exclusions_.mask(index_of(i));
            bool is_barred = false;
            for (std::size_t w = 0; w < used.size(); ++w) is_barred = is_barred || (mask[w] & used[w]) != 0;
            if (is_barred) {
                note_difference(core, i, false);
                continue;
            }
            core.items.push_back(model_.items[index_of(i)]);
            for (std::size_t l = 0; l < core.limits.size(); ++l) {
                core.limits[l].values.push_back(model_.limits[l].values[index_of(i)]);
            }
            for (std::size_t d = 0; d < core.in_earlier_plan.size(); ++d) {
                core.in_earlier_plan[d].push_back(model_.in_earlier_plan[d][index_of(i)]);
            }
            exclusions.members.insert(exclusions.members.end(), mask, mask + exclusions_.words);
        }
        return finish_search(core, exclusions, forced, cost, ceiling);
    }

    std::vector<FinishedPlan> finish_search(const SearchModel& core, const KnownExclusions& exclusions,
                                            const std::vector<std::int32_t>& forced, std::int64_t cost,
                                            std::int64_t ceiling) {
        const std::int64_t left = ceiling == kNoCeiling ? kNoCeiling : ceiling - cost;
        std::vector<FinishedPlan> plans = search_labels(core, exclusions, priced_for(exclusions), scale_,
                                                        left, kPlansToLearnFrom, nodes_);
        for (FinishedPlan& plan : plans) {
            plan.cost += cost;
            for (const std::int32_t i : forced) plan.rows.push_back(model_.items[index_of(i)].row);
            std::sort(plan.rows.begin(), plan.rows.end());
        }
        return plans;
    }

    // The latest prices are the best informed; older ones may lack later exclusions (price zero).
    std::vector<PricedGoal> priced_for(const KnownExclusions& exclusions) const {
        constexpr std::size_t kMostPriced = 4;
        std::vector<PricedGoal> latest;
        for (std::size_t i = priced_.size(); i-- > 0 && latest.size() < kMostPriced;) {
            latest.push_back(priced_[i]);
            latest.back().prices.exclusions.resize(exclusions.count, 0);
        }
        return latest;
    }

    void note_difference(SearchModel& core, std::int32_t item, bool is_held) const {
        for (std::size_t d = 0; d < core.distances.size(); ++d) {
            const bool was_held = model_.in_earlier_plan[d][index_of(item)] != 0;
            if (was_held != is_held && core.distances[d] > 0) --core.distances[d];
        }
    }

    // Takes what every plan within the ceiling holds. False when that breaks a limit or an exclusion.
    bool take_forced(SearchModel& core, const std::vector<std::int32_t>& forced,
                     std::vector<std::uint64_t>& used, std::int64_t& cost) const {
        std::vector<std::int64_t> rooms;
        for (const CapMeter& meter : core.meters) rooms.push_back(meter.room);
        for (const std::int32_t i : forced) {
            const SearchItem& item = model_.items[index_of(i)];
            const std::uint64_t* mask = exclusions_.mask(index_of(i));
            for (std::size_t w = 0; w < used.size(); ++w) {
                if ((used[w] & mask[w]) != 0) return false;
                used[w] |= mask[w];
            }
            cost += item.cost;
            take_hours(core, core.kinds[index_of(item.kind)], item.hours, core.needs.data(), rooms.data());
            if (core.hours_room) *core.hours_room -= item.hours;
            for (std::size_t l = 0; l < core.limits.size(); ++l) {
                core.limits[l].room -= model_.limits[l].values[index_of(i)];
            }
        }
        trim_rooms(core, core.needs.data(), rooms.data());
        for (std::size_t s = 0; s < rooms.size(); ++s) core.meters[s].room = rooms[s];
        return !core.hours_room || *core.hours_room >= 0;
    }

    // Makes known what these rows break; false when they break nothing.
    bool learn(const std::vector<Row>& rows) {
        bool found = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::int32_t group = table_.at(rows[i]).group;
                if (group != kNone && group == table_.at(rows[j]).group) {
                    add_exclusion({group, {}});
                    found = true;
                } else if (const auto moment = common_moment(table_, rows[i], rows[j])) {
                    add_exclusion({kNone, *moment});
                    found = true;
                }
            }
        }
        return found;
    }

    void add_exclusion(const Exclusion& added) {
        for (const Exclusion& known : known_) {
            if (known.group == added.group && known.moment == added.moment) return;
        }
        const std::size_t r = known_.size();
        known_.push_back(added);
        exclusions_.count = known_.size();
        const std::size_t words = (known_.size() + 63) / 64;
        if (words != exclusions_.words) {
            std::vector<std::uint64_t> wider(model_.items.size() * words, 0);
            for (std::size_t i = 0; i < model_.items.size(); ++i) {
                std::copy_n(exclusions_.mask(i), exclusions_.words, wider.data() + i * words);
            }
            exclusions_.words = words;
            exclusions_.members = std::move(wider);
        }
        for (std::size_t i = 0; i < model_.items.size(); ++i) {
            const Row row = model_.items[i].row;
            const bool is_member = added.group != kNone ? table_.at(row).group == added.group
                                                        : is_running_at(table_, row, added.moment);
            if (is_member) exclusions_.members[i * words + r / 64] |= std::uint64_t{1} << (r % 64);
        }
    }

    std::vector<Row> with_pins(std::vector<Row> rows) const {
        rows.insert(rows.end(), model_.taken.begin(), model_.taken.end());
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    const OfferingTable& table_;
    SearchModel model_;
    std::int64_t& nodes_;
    std::int64_t scale_;
    std::vector<std::int32_t> all_;
    KnownExclusions exclusions_;
    std::vector<Exclusion> known_;
    std::vector<PricedGoal> priced_;
    std::vector<RootBound> roots_;
};

std::int64_t total_of(const OfferingTable& table, const std::vector<Row>& rows, ObjectiveKey key) {
    std::int64_t total = 0;
    for (const Row row : rows) total += signed_value(table.at(row), key);
    return total;
}

std::int64_t shortfall_of(const OfferingTable& table, const PlanQuestion& question,
                          const std::vector<Row>& rows) {
    const std::vector<std::int64_t> counted = counted_hours(table, rows);
    std::int64_t total = 0;
    for (std::size_t q = 0; q < counted.size(); ++q) {
        const std::int64_t needed = table.problem->requirements[q].min_hours.tenths;
        if (question.requirement_holds[q] != 0) total += std::max<std::int64_t>(0, needed - counted[q]);
    }
    return total;
}

// Where the keys do not fit one integer together: each alone, what is settled becoming a limit.
std::optional<std::vector<Row>> settle_keys_in_turn(const OfferingTable& table, PlanQuestion question,
                                                    std::int64_t& nodes) {
    std::vector<ObjectiveKey> keys = question.objective;
    const bool counts = std::any_of(keys.begin(), keys.end(),
                                    [](ObjectiveKey key) { return key.measure == Measure::Count; });
    if (!counts) keys.push_back({Measure::Count, false});
    std::optional<std::int64_t> miss_limit;
    std::optional<std::vector<Row>> best;
    const auto settle = [&](std::optional<ObjectiveKey> key) {
        question.objective.clear();
        if (key) question.objective.push_back(*key);
        auto model = make_search_model(table, question);
        if (!model) return false;
        model->miss_limit = miss_limit;
        weigh_single_key(table, key, *model);
        best = BestPlanSearch(table, std::move(*model), nodes).run();
        return best.has_value();
    };
    if (question.may_miss) {
        if (!settle(std::nullopt)) return std::nullopt;
        miss_limit = shortfall_of(table, question, *best);
    }
    for (const ObjectiveKey key : keys) {
        if (!settle(key)) return std::nullopt;
        question.limits.push_back({key, total_of(table, *best, key)});
    }
    return best;
}

}  // namespace

PlanQuestion question_of(const OfferingTable& table) {
    const PlanningProblem& problem = *table.problem;
    PlanQuestion question;
    question.requirement_holds.assign(problem.requirements.size(), 1);
    question.pin_holds.assign(table.pins.size(), 1);
    if (problem.limits.max_fee) question.limits.push_back({{Measure::Fee, false}, *problem.limits.max_fee});
    if (problem.limits.max_hours) {
        question.limits.push_back({{Measure::Hours, false}, problem.limits.max_hours->tenths});
    }
    question.objective = problem.objective;
    return question;
}

std::optional<std::vector<Row>> best_plan(const OfferingTable& table, const PlanQuestion& question,
                                          std::int64_t& nodes) {
    auto model = make_search_model(table, question);
    if (!model) return std::nullopt;
    if (!weigh_objective(table, question.objective, *model)) {
        return settle_keys_in_turn(table, question, nodes);
    }
    remove_dominated(table, *model);
    return BestPlanSearch(table, std::move(*model), nodes).run();
}

}  // namespace xueshi::plan
