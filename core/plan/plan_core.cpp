#include "core/plan/plan_core.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace xueshi::plan {
namespace {

constexpr double kHeldInRelaxation = 0.3;  // at least this much of an item
constexpr int kLearningRounds = 8;
constexpr std::size_t kSiftAbove = 500;  // items; below, the relaxation is solved whole
constexpr std::size_t kLikelyPerKind = 40;
constexpr std::size_t kMostEntering = 150;  // items a round of sifting adds
constexpr int kMostSiftings = 40;
constexpr std::size_t kMostPriced = 4;
constexpr std::size_t kGapsInOrder = 128;
constexpr std::size_t kHandedOn = 60;  // items that each bound leaves to the next question

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

}  // namespace

PricedModel::PricedModel(const SearchModel& model,
                         ExclusionBook& book,
                         std::int64_t& nodes,
                         const PricingStart* start)
    : model_(model),
      book_(book),
      nodes_(nodes),
      scale_(choose_scale(model)),
      all_(model.items.size()) {
    std::iota(all_.begin(), all_.end(), 0);
    Relaxation relaxed;
    std::vector<std::int32_t> items =
        start != nullptr ? items_of(start->rows) : std::vector<std::int32_t>();
    if (start != nullptr) bases_ = start->bases;
    if (items.empty()) items = likely_items();
    for (int round = 0; round < kLearningRounds; ++round) {
        is_impossible_ = !add_root_by_sifting(items, RelaxedGoal::Cost, relaxed);
        if (!relaxed.is_met && !model_.may_miss) {
            Relaxation shortfall;
            is_impossible_ = is_impossible_ || !add_root(all_, RelaxedGoal::Shortfall, shortfall);
            return;
        }
        std::vector<Row> held;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (relaxed.amount[i] > kHeldInRelaxation)
                held.push_back(model_.items[index_of(items[i])].row);
        }
        const std::size_t known = book_.known().count;
        book_.learn(held);
        if (is_impossible_ || book_.known().count == known) break;
    }
    if (model_.may_miss || model_.limits.empty() || model_.limits.front().follows_cost) return;
    is_impossible_ =
        is_impossible_ || !add_root_by_sifting(items, RelaxedGoal::FirstLimit, relaxed);
}

PlanState PricedModel::start_state() const {
    PlanState state;
    state.needs = model_.needs;
    for (const CapMeter& meter : model_.meters) state.rooms.push_back(meter.room);
    state.hours_room = model_.hours_room.value_or(0);
    for (const SearchLimit& limit : model_.limits) state.limit_rooms.push_back(limit.room);
    state.used.assign(book_.known().words, 0);
    return state;
}

// A first guess at what the relaxation holds: the cheapest per hour of each kind.
std::vector<std::int32_t> PricedModel::likely_items() const {
    if (all_.size() <= kSiftAbove) return all_;
    std::vector<std::vector<std::int32_t>> by_kind(model_.kinds.size());
    for (const std::int32_t i : all_)
        by_kind[index_of(model_.items[index_of(i)].kind)].push_back(i);
    const auto per_hour = [this](std::int32_t i) {
        const SearchItem& item = model_.items[index_of(i)];
        return static_cast<double>(item.cost) / static_cast<double>(item.hours + 1);
    };
    std::vector<std::int32_t> likely;
    for (std::vector<std::int32_t>& kind : by_kind) {
        const std::size_t kept = std::min(kind.size(), kLikelyPerKind);
        std::nth_element(kind.begin(),
                         kind.begin() + static_cast<std::ptrdiff_t>(kept),
                         kind.end(),
                         [&](std::int32_t a, std::int32_t b) {
                             const double x = per_hour(a);
                             const double y = per_hour(b);
                             return x != y ? x < y : a < b;
                         });
        likely.insert(likely.end(), kind.begin(), kind.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    return likely;
}

std::vector<std::int32_t> PricedModel::items_of(const std::vector<Row>& rows) const {
    std::vector<std::int32_t> items;
    for (const Row row : rows) {  // both ascend
        const auto found = std::lower_bound(
            model_.items.begin(), model_.items.end(), row, [](const SearchItem& item, Row wanted) {
                return item.row < wanted;
            });
        if (found != model_.items.end() && found->row == row)
            items.push_back(static_cast<std::int32_t>(found - model_.items.begin()));
    }
    return items;
}

PricingStart PricedModel::start_for_next() const {
    std::vector<std::uint8_t> is_near(all_.size(), 0);
    for (const Root& root : roots_) {
        std::vector<std::int32_t> order = all_;
        const std::size_t kept = std::min(order.size(), kHandedOn);
        const std::vector<std::int64_t>& reduced = root.bound.reduced;
        std::nth_element(order.begin(),
                         order.begin() + static_cast<std::ptrdiff_t>(kept),
                         order.end(),
                         [&reduced](std::int32_t a, std::int32_t b) {
                             const std::int64_t x = reduced[index_of(a)];
                             const std::int64_t y = reduced[index_of(b)];
                             return x != y ? x < y : a < b;
                         });
        for (std::size_t k = 0; k < kept; ++k) is_near[index_of(order[k])] = 1;
    }
    PricingStart start{{}, bases_};
    for (std::size_t i = 0; i < is_near.size(); ++i) {
        if (is_near[i] != 0) start.rows.push_back(model_.items[i].row);
    }
    return start;
}

bool PricedModel::add_root(const std::vector<std::int32_t>& items,
                           RelaxedGoal goal,
                           Relaxation& relaxed) {
    const PlanState state = start_state();
    RelaxedBasis& basis = bases_[static_cast<std::size_t>(goal)];
    relaxed =
        relax(model_, book_.known(), state, items, goal, basis.basic.empty() ? nullptr : &basis);
    basis = relaxed.basis;
    ++nodes_;
    auto bound = make_bound(model_, book_.known(), relaxed.prices, goal, scale_);
    if (!bound) return true;
    Root root{std::move(*bound), 0, 0, {}, {}, {}};
    root.base = value_of(root.bound,
                         0,
                         state.needs.data(),
                         state.rooms.data(),
                         state.hours_room,
                         state.limit_rooms.data(),
                         state.used.data());
    for (const std::int64_t reduced : root.bound.reduced)
        root.base += std::min<std::int64_t>(0, reduced);
    root.of_prices = root.base;
    if (goal != RelaxedGoal::Cost && root.base > 0) {
        refutation_ = NeedsBound{root.base, root.bound.need_price};
        return false;
    }
    root.base_of_kind.assign(model_.kinds.size(), root.base);
    priced_.push_back({relaxed.prices, goal});
    roots_.push_back(std::move(root));
    return true;
}

bool PricedModel::add_whole_needs() {
    Root& root = roots_.back();
    root.wholes = find_whole_needs(model_, root.bound, 0, model_.needs.data());
    for (const WholeNeed& whole : root.wholes) {
        const std::int64_t more = whole.more(0, model_.needs[whole.need()]);
        if (more == WholeNeed::kNever) return false;
        root.base += more;
    }
    for (std::size_t kind = 0; kind < model_.kinds.size(); ++kind) {
        root.base_of_kind[kind] = root.base;
        for (const WholeNeed& whole : root.wholes) {
            if (counts_towards(model_.kinds[kind], whole.need()))
                root.base_of_kind[kind] -= whole.more(0, model_.needs[whole.need()]);
        }
    }
    return root.bound.cost_scale != 0 || root.base <= 0;
}

bool PricedModel::add_root_by_sifting(std::vector<std::int32_t>& items,
                                      RelaxedGoal goal,
                                      Relaxation& relaxed) {
    std::vector<std::uint8_t> is_in(all_.size(), 0);
    for (const std::int32_t i : items) is_in[index_of(i)] = 1;
    for (int round = 0;; ++round) {
        const std::size_t before = roots_.size();
        if (!add_root(items, goal, relaxed)) return false;
        if (roots_.size() == before) return true;
        if (round == kMostSiftings || items.size() == all_.size()) return add_whole_needs();
        const std::vector<std::int64_t>& reduced = roots_.back().bound.reduced;
        std::vector<std::int32_t> entering;
        for (const std::int32_t i : all_) {
            if (is_in[index_of(i)] == 0 && reduced[index_of(i)] < 0) entering.push_back(i);
        }
        if (entering.empty()) return add_whole_needs();
        if (entering.size() > kMostEntering) {
            std::nth_element(entering.begin(),
                             entering.begin() + kMostEntering,
                             entering.end(),
                             [&reduced](std::int32_t a, std::int32_t b) {
                                 const std::int64_t x = reduced[index_of(a)];
                                 const std::int64_t y = reduced[index_of(b)];
                                 return x != y ? x < y : a < b;
                             });
            entering.resize(kMostEntering);
        }
        for (const std::int32_t i : entering) is_in[index_of(i)] = 1;
        items.insert(items.end(), entering.begin(), entering.end());
        roots_.pop_back();
        priced_.pop_back();
    }
}

void PricedModel::price_again(std::int64_t ceiling) {
    const Root* root = best_root();
    if (root == nullptr) return;
    std::vector<std::int32_t> near;
    for (const std::int32_t i : all_) {
        const std::int64_t reduced = root->bound.reduced[index_of(i)];
        const bool is_near = ceiling == kNoCeiling || reduced < 0 ||
                             reduced / 4 <= root->bound.threshold(ceiling) - root->base;
        if (is_near) near.push_back(i);
    }
    Relaxation relaxed;
    const std::size_t before = roots_.size();
    add_root(near, RelaxedGoal::Cost, relaxed);
    if (roots_.size() > before) is_impossible_ = is_impossible_ || !add_whole_needs();
}

const PricedModel::Root* PricedModel::best_root() const {
    const Root* best = nullptr;
    double highest = 0;
    for (const Root& root : roots_) {
        if (root.bound.cost_scale == 0) continue;
        const double base =
            static_cast<double>(root.base) / static_cast<double>(root.bound.cost_scale);
        if (best != nullptr && base <= highest) continue;
        best = &root;
        highest = base;
    }
    return best;
}

std::int64_t PricedModel::lower_bound() const {
    const Root* root = best_root();
    const std::int64_t scale = root->bound.cost_scale;
    return root->base >= 0 ? (root->base + scale - 1) / scale : -(-root->base / scale);
}

std::int64_t PricedModel::ceiling_for(std::size_t wanted) const {
    const Root* root = best_root();
    if (root == nullptr || wanted >= all_.size()) return kNoCeiling;
    return lower_bound() + gap_of(*root, wanted) / root->bound.cost_scale;
}

// Asked again and again as a ceiling rises: more than the one wanted are put in order at once.
std::int64_t PricedModel::gap_of(const Root& root, std::size_t place) const {
    std::vector<std::int64_t>& gaps = root.least_gaps;
    if (gaps.size() >= place) return gaps[place - 1];
    gaps.clear();
    gaps.reserve(all_.size());
    for (const std::int64_t reduced : root.bound.reduced) gaps.push_back(std::abs(reduced));
    const std::size_t ordered = std::min(gaps.size(), std::max(kGapsInOrder, 2 * place));
    std::partial_sort(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(ordered), gaps.end());
    gaps.resize(ordered);
    return gaps[place - 1];
}

std::optional<PlanCore> PricedModel::core_within(std::int64_t ceiling, CoreOrder order) const {
    PlanCore core{without_items(model_), {book_.known().count, book_.known().words, {}}, {}, 0};

    std::vector<std::int32_t> open;
    std::vector<std::int32_t> forced;
    for (const std::int32_t i : all_) {
        const std::size_t kind = index_of(model_.items[index_of(i)].kind);
        bool is_forced_in = false;
        bool is_forced_out = false;
        for (const Root& root : roots_) {
            if (root.bound.cost_scale != 0 && ceiling == kNoCeiling) continue;
            const std::int64_t reduced = root.bound.reduced[index_of(i)];
            const std::int64_t threshold =
                root.bound.cost_scale == 0 ? 0 : root.bound.threshold(ceiling);
            if (root.base_of_kind[kind] + std::abs(reduced) <= threshold) continue;
            (reduced < 0 ? is_forced_in : is_forced_out) = true;
        }
        if (is_forced_in && is_forced_out) return std::nullopt;
        if (is_forced_in) forced.push_back(i);
        if (!is_forced_in && !is_forced_out) open.push_back(i);
        if (is_forced_in || is_forced_out) note_difference(core.model, i, is_forced_in);
    }
    std::vector<std::uint64_t> used(book_.known().words, 0);
    if (!take_forced(forced, core, used)) return std::nullopt;

    const Root* root = best_root();
    if (root != nullptr && order != CoreOrder::AscendingRows) {
        const std::int64_t open_gap = 2 * root->bound.cost_scale;
        std::sort(open.begin(), open.end(), [&](std::int32_t a, std::int32_t b) {
            const std::int64_t x = std::abs(root->bound.reduced[index_of(a)]);
            const std::int64_t y = std::abs(root->bound.reduced[index_of(b)]);
            if (order == CoreOrder::SmallestGapFirst) return x != y ? x < y : a < b;
            if ((x <= open_gap) != (y <= open_gap)) return x <= open_gap;
            return x != y ? x > y : a < b;
        });
    }
    for (const std::int32_t i : open) {
        const std::uint64_t* mask = book_.known().mask(index_of(i));
        bool is_barred = false;
        for (std::size_t w = 0; w < used.size(); ++w)
            is_barred = is_barred || (mask[w] & used[w]) != 0;
        if (is_barred) {
            note_difference(core.model, i, false);
        } else {
            add_item(core, i);
        }
    }
    core.exclusions.used = std::move(used);
    return core;
}

void PricedModel::add_item(PlanCore& core, std::int32_t item) const {
    const std::size_t i = index_of(item);
    core.model.items.push_back(model_.items[i]);
    for (std::size_t l = 0; l < core.model.limits.size(); ++l) {
        core.model.limits[l].values.push_back(model_.limits[l].values[i]);
    }
    for (std::size_t d = 0; d < core.model.in_earlier_plan.size(); ++d) {
        core.model.in_earlier_plan[d].push_back(model_.in_earlier_plan[d][i]);
    }
    const std::uint64_t* mask = book_.known().mask(i);
    core.exclusions.members.insert(
        core.exclusions.members.end(), mask, mask + core.exclusions.words);
}

// Items in ascending order stand in ascending order of rows; differences count as the search would.
void PricedModel::note_difference(SearchModel& core, std::int32_t item, bool is_held) const {
    for (std::size_t d = 0; d < core.distances.size(); ++d) {
        const bool was_held = model_.in_earlier_plan[d][index_of(item)] != 0;
        if (was_held != is_held && core.distances[d] > 0) --core.distances[d];
    }
}

// False when what every plan within the ceiling must hold breaks a limit or an exclusion.
bool PricedModel::take_forced(const std::vector<std::int32_t>& forced,
                              PlanCore& core,
                              std::vector<std::uint64_t>& used) const {
    SearchModel& model = core.model;
    std::vector<std::int64_t> rooms;
    for (const CapMeter& meter : model.meters) rooms.push_back(meter.room);
    for (const std::int32_t i : forced) {
        const SearchItem& item = model_.items[index_of(i)];
        const std::uint64_t* mask = book_.known().mask(index_of(i));
        for (std::size_t w = 0; w < used.size(); ++w) {
            if ((used[w] & mask[w]) != 0) return false;
            used[w] |= mask[w];
        }
        core.forced.push_back(item.row);
        core.forced_cost += item.cost;
        take_hours(
            model, model.kinds[index_of(item.kind)], item.hours, model.needs.data(), rooms.data());
        if (model.hours_room) *model.hours_room -= item.hours;
        for (std::size_t l = 0; l < model.limits.size(); ++l) {
            model.limits[l].room -= model_.limits[l].values[index_of(i)];
        }
    }
    trim_rooms(model, model.needs.data(), rooms.data());
    for (std::size_t s = 0; s < rooms.size(); ++s) model.meters[s].room = rooms[s];
    return !model.hours_room || *model.hours_room >= 0;
}

std::vector<NeedsBound> PricedModel::bounds_by_needs(std::int64_t ceiling) const {
    std::vector<NeedsBound> bounds;
    if (refutation_) bounds.push_back(*refutation_);
    for (const Root& root : roots_) {
        if (root.bound.cost_scale != 0 && ceiling == kNoCeiling) continue;
        const std::int64_t threshold =
            root.bound.cost_scale == 0 ? 0 : root.bound.threshold(ceiling);
        bounds.push_back({root.of_prices - threshold, root.bound.need_price});
    }
    return bounds;
}

std::vector<PricedGoal> PricedModel::latest_prices() const {
    std::vector<PricedGoal> latest;
    for (std::size_t i = priced_.size(); i-- > 0 && latest.size() < kMostPriced;) {
        latest.push_back(priced_[i]);
        latest.back().prices.exclusions.resize(book_.known().count,
                                               0);  // learned since: price zero
    }
    return latest;
}

}  // namespace xueshi::plan
