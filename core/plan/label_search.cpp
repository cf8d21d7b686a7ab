#include "core/plan/label_search.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/plan/label_store.h"

namespace xueshi::plan {
namespace {

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

constexpr std::size_t kMostBounds = 10;
constexpr std::size_t kFirstSharpening = 96;  // labels in a layer before its relaxation is worth solving
constexpr std::size_t kMostPoorSharpenings = 2;

class LabelSearch {
  public:
    LabelSearch(const SearchModel& model, const KnownExclusions& exclusions,
                const std::vector<PricedGoal>& priced, std::int64_t scale, std::int64_t ceiling,
                std::int64_t& nodes)
        : model_(model),
          exclusions_(exclusions),
          scale_(scale),
          ceiling_(ceiling),
          nodes_(nodes),
          shape_(shape_of(model, exclusions)),
          layer_(shape_, limits_that_matter(model)) {
        sum_limits();
        for (const PricedGoal& each : priced) add_bound(each.prices, each.goal);
    }

    std::vector<FinishedPlan> run(std::size_t most) {
        start();
        for (std::size_t k = 0; k < model_.items.size() && layer_.size() > 0; ++k) {
            decide(k);
            if (getenv("XL")) fprintf(stderr, "    k %zu/%zu layer %zu nodes %ld bounds %zu red0 %g\n", k, model_.items.size(), layer_.size(), (long)nodes_, bounds_.size(), bounds_.empty()?0.0:(double)bounds_[0].reduced[k]/(double)scale_);
            if (layer_.size() > sharpen_above_) sharpen(k + 1);
        }
        return finish(most);
    }

  private:
    static LabelShape shape_of(const SearchModel& model, const KnownExclusions& exclusions) {
        LabelShape shape;
        shape.limits = model.limits.size();
        shape.needs = model.needs.size();
        shape.rooms = model.meters.size();
        shape.hours = model.hours_room ? 1 : 0;
        shape.used = exclusions.words;
        shape.distances = model.distances.size();
        shape.bounds = kMostBounds;
        return shape;
    }

    static std::vector<std::uint8_t> limits_that_matter(const SearchModel& model) {
        std::vector<std::uint8_t> matter;
        for (const SearchLimit& limit : model.limits) matter.push_back(limit.follows_cost ? 0 : 1);
        return matter;
    }

    // By limit and position: the least that the items from there on can still add (≤ 0).
    void sum_limits() {
        const std::size_t count = model_.items.size();
        for (const SearchLimit& limit : model_.limits) {
            std::vector<std::int64_t> least(count + 1, 0);
            for (std::size_t k = count; k-- > 0;) {
                least[k] = least[k + 1] + std::min<std::int64_t>(0, limit.values[k]);
            }
            least_to_come_.push_back(std::move(least));
        }
    }

    void start() {
        scratch_.assign(shape_.stride(), 0);
        std::int64_t* label = scratch_.data();
        label[LabelShape::kNode] = kNone;
        for (std::size_t l = 0; l < shape_.limits; ++l) {
            label[LabelShape::kLimits + l] = model_.limits[l].room;
        }
        std::copy(model_.needs.begin(), model_.needs.end(), label + shape_.needs_at());
        for (std::size_t s = 0; s < shape_.rooms; ++s) label[shape_.rooms_at() + s] = model_.meters[s].room;
        if (shape_.hours != 0) label[shape_.hours_at()] = *model_.hours_room;
        std::copy(model_.distances.begin(), model_.distances.end(), label + shape_.distances_at());
        if (keeps_limits(label, 0) && value_bounds(label, 0)) layer_.append(label);
    }

    bool keeps_limits(const std::int64_t* label, std::size_t from) const {
        for (std::size_t l = 0; l < shape_.limits; ++l) {
            if (label[LabelShape::kLimits + l] < least_to_come_[l][from]) return false;
        }
        return true;
    }

    // Computes the label's bound values; false when one of them rules it out.
    bool value_bounds(std::int64_t* label, std::size_t from) {
        for (std::size_t b = 0; b < bounds_.size(); ++b) {
            label[shape_.bounds_at() + b] = value_of_label(bounds_[b], label);
            if (label[shape_.bounds_at() + b] > allowed_[b][from]) {
                ++kills_[b];
                return false;
            }
        }
        return true;
    }

    std::int64_t value_of_label(const DualBound& bound, const std::int64_t* label) const {
        return value_of(bound, label[LabelShape::kCost], label + shape_.needs_at(), label + shape_.rooms_at(),
                        shape_.hours != 0 ? label[shape_.hours_at()] : 0, label + LabelShape::kLimits,
                        reinterpret_cast<const std::uint64_t*>(label + shape_.used_at()));
    }

    bool is_allowed(const std::int64_t* label, std::size_t from) {
        for (std::size_t b = 0; b < bounds_.size(); ++b) {
            if (label[shape_.bounds_at() + b] > allowed_[b][from]) {
                ++kills_[b];
                return false;
            }
        }
        return true;
    }

    void decide(std::size_t k) {
        taken_.clear();
        for (std::size_t i = 0; i < layer_.size(); ++i) take(k, layer_.at(i));
        bool keys_changed = false;
        for (std::size_t i = 0; i < layer_.size(); ++i) {
            std::int64_t* label = layer_.at(i);
            keys_changed = skip(k, label) || keys_changed;
            if (!keeps_limits(label, k + 1) || !is_allowed(label, k + 1)) LabelLayer::kill(label);
        }
        layer_.drop_dead();
        if (keys_changed) {
            LabelLayer old = layer_;
            layer_.clear();
            layer_.index();
            for (std::size_t i = 0; i < old.size(); ++i) layer_.add_undominated(old.at(i), choices_);
            layer_.drop_dead();
        }
        if (taken_.empty()) return;
        layer_.index();
        const std::size_t stride = shape_.stride();
        for (std::size_t at = 0; at < taken_.size(); at += stride) {
            layer_.add_undominated(taken_.data() + at, choices_);
        }
        layer_.drop_dead();
    }

    // Leaving out an item of an earlier plan is a difference to that plan. True when the key changed.
    bool skip(std::size_t k, std::int64_t* label) const {
        bool changed = false;
        for (std::size_t d = 0; d < shape_.distances; ++d) {
            std::int64_t& distance = label[shape_.distances_at() + d];
            if (model_.in_earlier_plan[d][k] == 0 || distance == 0) continue;
            --distance;
            changed = true;
        }
        return changed;
    }

    void take(std::size_t k, const std::int64_t* from) {
        const SearchItem& item = model_.items[k];
        const std::uint64_t* mask = exclusions_.mask(k);
        for (std::size_t w = 0; w < shape_.used; ++w) {
            if ((static_cast<std::uint64_t>(from[shape_.used_at() + w]) & mask[w]) != 0) return;
        }
        if (shape_.hours != 0 && from[shape_.hours_at()] < item.hours) return;

        std::int64_t* label = scratch_.data();
        std::memcpy(label, from, shape_.bounds_at() * sizeof(std::int64_t));
        label[LabelShape::kCost] += item.cost;
        bool adds_weight = true;
        for (std::size_t l = 0; l < shape_.limits; ++l) {
            label[LabelShape::kLimits + l] -= model_.limits[l].values[k];
            adds_weight = adds_weight && model_.limits[l].values[k] >= 0;
        }
        if (!keeps_limits(label, k + 1)) return;
        std::int64_t* needs = label + shape_.needs_at();
        std::int64_t* rooms = label + shape_.rooms_at();
        take_hours(model_, model_.kinds[index_of(item.kind)], item.hours, needs, rooms);
        if (shape_.rooms != 0) trim_rooms(model_, needs, rooms);
        const bool can_be_superfluous = item.cost > 0 && adds_weight && shape_.distances == 0;
        if (can_be_superfluous && std::equal(needs, rooms, from + shape_.needs_at())) return;
        if (shape_.hours != 0) label[shape_.hours_at()] -= item.hours;
        for (std::size_t w = 0; w < shape_.used; ++w) {
            label[shape_.used_at() + w] |= static_cast<std::int64_t>(mask[w]);
        }
        for (std::size_t d = 0; d < shape_.distances; ++d) {
            std::int64_t& distance = label[shape_.distances_at() + d];
            if (model_.in_earlier_plan[d][k] == 0 && distance > 0) --distance;
        }
        if (!value_bounds(label, k + 1)) return;
        ++nodes_;
        label[LabelShape::kNode] = choices_.add(from[LabelShape::kNode], item.row);
        taken_.insert(taken_.end(), label, label + shape_.stride());
    }

    PlanState state_of(const std::int64_t* label) const {
        PlanState state;
        state.limit_rooms.assign(label + LabelShape::kLimits, label + shape_.needs_at());
        state.needs.assign(label + shape_.needs_at(), label + shape_.rooms_at());
        state.rooms.assign(label + shape_.rooms_at(), label + shape_.hours_at());
        if (shape_.hours != 0) state.hours_room = label[shape_.hours_at()];
        for (std::size_t w = 0; w < shape_.used; ++w) {
            state.used.push_back(static_cast<std::uint64_t>(label[shape_.used_at() + w]));
        }
        return state;
    }

    // Adds the bound of these prices in a free slot, or in place of the one that ruled out least.
    // None when the numbers do not fit.
    std::size_t add_bound(const Prices& prices, RelaxedGoal goal) {
        auto bound = make_bound(model_, exclusions_, prices, goal, scale_);
        if (!bound) return kMostBounds;
        const std::int64_t threshold = bound->cost_scale == 0  ? 0
                                       : ceiling_ == kNoCeiling ? kNoCeiling
                                                                : bound->threshold(ceiling_);
        std::vector<std::int64_t> allowed(model_.items.size() + 1, threshold);
        if (threshold != kNoCeiling) {
            for (std::size_t k = model_.items.size(); k-- > 0;) {
                allowed[k] = allowed[k + 1] - std::min<std::int64_t>(0, bound->reduced[k]);
            }
        }
        std::size_t slot = bounds_.size();
        if (slot == kMostBounds) {
            slot = static_cast<std::size_t>(std::min_element(kills_.begin(), kills_.end()) - kills_.begin());
        } else {
            bounds_.emplace_back();
            allowed_.emplace_back();
            kills_.push_back(0);
        }
        bounds_[slot] = std::move(*bound);
        allowed_[slot] = std::move(allowed);
        kills_[slot] = 0;
        return slot;
    }

    void sharpen(std::size_t from) {
        const std::size_t before = layer_.size();
        std::vector<std::int32_t> open;
        for (std::size_t k = from; k < model_.items.size(); ++k) open.push_back(static_cast<std::int32_t>(k));
        const std::size_t pick = (sharpenings_++ % 2 == 0) ? cheapest_label() : before / 2;
        const PlanState state = state_of(layer_.at(pick));
        Relaxation relaxed = relax(model_, exclusions_, state, open, RelaxedGoal::Cost);
        RelaxedGoal goal = RelaxedGoal::Cost;
        if (!relaxed.is_met && !model_.may_miss) {
            goal = RelaxedGoal::Shortfall;
            relaxed = relax(model_, exclusions_, state, open, goal);
        }
        nodes_ += 1;
        const std::size_t slot = add_bound(relaxed.prices, goal);
        if (slot < kMostBounds) {
            for (std::size_t i = 0; i < layer_.size(); ++i) {
                std::int64_t* label = layer_.at(i);
                std::int64_t& value = label[shape_.bounds_at() + slot];
                value = value_of_label(bounds_[slot], label);
                if (value <= allowed_[slot][from]) continue;
                LabelLayer::kill(label);
                ++kills_[slot];
            }
            layer_.drop_dead();
        }
        const bool is_poor = layer_.size() * 10 > before * 9;
        poor_ = is_poor ? poor_ + 1 : 0;
        if (poor_ >= kMostPoorSharpenings) {
            sharpen_above_ = std::max(sharpen_above_, before) * 2;
            poor_ = 0;
        }
    }

    std::size_t cheapest_label() {
        std::size_t best = 0;
        if (bounds_.empty()) return best;
        for (std::size_t i = 1; i < layer_.size(); ++i) {
            if (layer_.at(i)[shape_.bounds_at()] < layer_.at(best)[shape_.bounds_at()]) best = i;
        }
        return best;
    }

    std::vector<FinishedPlan> finish(std::size_t most) {
        struct Final {
            std::int64_t cost;
            std::int64_t node;
        };
        std::vector<Final> finals;
        for (std::size_t i = 0; i < layer_.size(); ++i) {
            const std::int64_t* label = layer_.at(i);
            std::int64_t missing = 0;
            for (std::size_t q = 0; q < shape_.needs; ++q) missing += label[shape_.needs_at() + q];
            if (missing > 0 && !model_.may_miss) continue;
            if (model_.miss_limit && missing > *model_.miss_limit) continue;
            const bool differs =
                std::all_of(label + shape_.distances_at(), label + shape_.bounds_at(),
                            [](std::int64_t distance) { return distance == 0; });
            if (!differs) continue;
            const std::int64_t cost = label[LabelShape::kCost] + missing * model_.miss_cost;
            if (cost <= ceiling_) finals.push_back({cost, label[LabelShape::kNode]});
        }
        const auto better = [this](const Final& a, const Final& b) {
            if (a.cost != b.cost) return a.cost < b.cost;
            return a.node != b.node && choices_.is_before(a.node, b.node);
        };
        const std::size_t kept = std::min(most, finals.size());
        std::partial_sort(finals.begin(), finals.begin() + static_cast<std::ptrdiff_t>(kept), finals.end(),
                          better);
        std::vector<FinishedPlan> plans;
        for (std::size_t i = 0; i < kept; ++i) {
            plans.push_back({finals[i].cost, choices_.rows_of(finals[i].node)});
        }
        return plans;
    }

    const SearchModel& model_;
    const KnownExclusions& exclusions_;
    std::int64_t scale_;
    std::int64_t ceiling_;
    std::int64_t& nodes_;
    LabelShape shape_;
    LabelLayer layer_;
    ChoiceForest choices_;
    std::vector<std::vector<std::int64_t>> least_to_come_;  // by limit, by position
    std::vector<DualBound> bounds_;
    std::vector<std::vector<std::int64_t>> allowed_;  // by bound, by position: the largest value kept
    std::vector<std::int64_t> kills_;
    std::vector<std::int64_t> scratch_;
    std::vector<std::int64_t> taken_;
    std::size_t sharpen_above_ = kFirstSharpening;
    std::size_t sharpenings_ = 0;
    std::size_t poor_ = 0;
};

}  // namespace

std::vector<FinishedPlan> search_labels(const SearchModel& model, const KnownExclusions& exclusions,
                                        const std::vector<PricedGoal>& priced, std::int64_t scale,
                                        std::int64_t ceiling, std::size_t most, std::int64_t& nodes) {
    return LabelSearch(model, exclusions, priced, scale, ceiling, nodes).run(most);
}

}  // namespace xueshi::plan
