#include "core/plan/label_rules.h"

#include <algorithm>
#include <cstring>

namespace xueshi::plan {
namespace {

// More than any bound's value, and far enough from the ends to add to.
constexpr std::int64_t kAllowsAll = std::int64_t{1} << 62;

LabelShape shape_of(const SearchTask& task) {
    LabelShape shape;
    shape.limits = task.model.limits.size();
    shape.needs = task.model.needs.size();
    shape.rooms = task.model.meters.size();
    shape.hours = task.model.hours_room ? 1 : 0;
    shape.used = task.exclusions.words;
    shape.distances = task.model.distances.size();
    shape.bounds = LabelRules::kMostBounds;
    return shape;
}

}  // namespace

LabelRules::LabelRules(const SearchTask& task) : task_(task), shape_(shape_of(task)) {
    const std::size_t count = model().items.size();
    for (const SearchLimit& limit : model().limits) {
        std::vector<std::int64_t> least(count + 1, 0);
        for (std::size_t k = count; k-- > 0;) {
            least[k] = least[k + 1] + std::min<std::int64_t>(0, limit.values[k]);
        }
        least_to_come_.push_back(std::move(least));
    }
    for (const PricedGoal& each : task.priced) {
        add_bound(each.prices, each.goal, 0, model().needs.data());
    }
}

bool LabelRules::start(std::int64_t* label) {
    std::fill(label, label + shape_.stride(), 0);
    label[LabelShape::kNode] = kNone;
    for (std::size_t l = 0; l < shape_.limits; ++l)
        label[LabelShape::kLimits + l] = model().limits[l].room;
    std::copy(model().needs.begin(), model().needs.end(), label + shape_.needs_at());
    for (std::size_t s = 0; s < shape_.rooms; ++s)
        label[shape_.rooms_at() + s] = model().meters[s].room;
    if (shape_.hours != 0) label[shape_.hours_at()] = *model().hours_room;
    std::copy(task_.exclusions.used.begin(), task_.exclusions.used.end(), label + shape_.used_at());
    std::copy(model().distances.begin(), model().distances.end(), label + shape_.distances_at());
    return keeps_limits(label, 0) && value_bounds(label, 0);
}

bool LabelRules::keeps_limits(const std::int64_t* label, std::size_t from) const {
    for (std::size_t l = 0; l < shape_.limits; ++l) {
        if (label[LabelShape::kLimits + l] < least_to_come_[l][from]) return false;
    }
    return true;
}

bool LabelRules::value_bound(std::size_t slot, std::size_t from, std::int64_t* label) {
    label[shape_.bounds_at() + slot] = value_of_label(bounds_[slot], label);
    return !rules_out(slot, from, label);
}

bool LabelRules::rules_out(std::size_t slot, std::size_t from, const std::int64_t* label) {
    if (margin_of(slot, from, label, 0) >= 0) return false;
    ++kills_[slot];
    killer_ = slot;
    return true;
}

std::int64_t LabelRules::margin_of(std::size_t slot,
                                   std::size_t from,
                                   const std::int64_t* label,
                                   std::int64_t enough) {
    const std::int64_t margin = allowed_[slot][from] - label[shape_.bounds_at() + slot];
    if (margin < 0) return margin;
    if (auto& together = together_[slot]) {
        const std::int64_t* needs = label + shape_.needs_at();
        return margin - together->more(from, needs, label[shape_.hours_at()], margin - enough);
    }
    // Both speak of the same offerings: the stronger one counts.
    std::int64_t of_needs = 0;
    for (const WholeNeed& whole : wholes_[slot]) {
        of_needs += whole.more(from, label[shape_.needs_at() + whole.need()]);
        if (of_needs > margin) return -1;
    }
    const auto& hours = hours_[slot];
    const std::int64_t of_room = hours ? hours->more(from, label[shape_.hours_at()]) : 0;
    return margin - std::max(of_needs, of_room);
}

bool LabelRules::value_bounds(std::int64_t* label, std::size_t from) {
    for (std::size_t b = 0; b < bounds_.size(); ++b) {
        if (!value_bound(b, from, label)) return false;
    }
    return true;
}

// An item's reduced cost is what taking it adds to a bound, as long as all its hours are needed;
// where a need was smaller, the hours beyond it were paid in vain.
bool LabelRules::carry_bounds(std::size_t at, const std::int64_t* from, std::int64_t* label) {
    const EffectKind& kind = model().kinds[static_cast<std::size_t>(model().items[at].kind)];
    const std::int64_t hours = model().items[at].hours;
    const std::int64_t* before = from + shape_.bounds_at();
    std::int64_t* after = label + shape_.bounds_at();
    const auto carry = [&](std::size_t b) {
        after[b] = before[b] + bounds_[b].reduced[at];
        for (const std::int32_t q : kind.needs) {
            const auto need = static_cast<std::size_t>(q);
            const std::int64_t beyond = hours - from[shape_.needs_at() + need];
            if (beyond > 0) after[b] += bounds_[b].need_price[need] * beyond;
        }
    };
    if (killer_ < bounds_.size()) {
        carry(killer_);
        if (rules_out(killer_, at + 1, label)) return false;
    }
    for (std::size_t b = 0; b < bounds_.size(); ++b) {
        if (b == killer_) continue;
        carry(b);
        if (rules_out(b, at + 1, label)) return false;
    }
    return true;
}

bool LabelRules::is_allowed(const std::int64_t* label, std::size_t from) {
    if (killer_ < bounds_.size() && rules_out(killer_, from, label)) return false;
    for (std::size_t b = 0; b < bounds_.size(); ++b) {
        if (b != killer_ && rules_out(b, from, label)) return false;
    }
    return true;
}

std::int64_t LabelRules::value_of_label(const DualBound& bound, const std::int64_t* label) const {
    return value_of(bound,
                    label[LabelShape::kCost],
                    label + shape_.needs_at(),
                    label + shape_.rooms_at(),
                    shape_.hours != 0 ? label[shape_.hours_at()] : 0,
                    label + LabelShape::kLimits,
                    reinterpret_cast<const std::uint64_t*>(label + shape_.used_at()));
}

// Leaving out an item of an earlier plan is a difference to that plan.
bool LabelRules::skip(std::size_t at, std::int64_t* label, bool& key_changed) {
    for (std::size_t d = 0; d < shape_.distances; ++d) {
        std::int64_t& distance = label[shape_.distances_at() + d];
        if (model().in_earlier_plan[d][at] == 0 || distance == 0) continue;
        --distance;
        key_changed = true;
    }
    return keeps_limits(label, at + 1) && is_allowed(label, at + 1);
}

bool LabelRules::take(std::size_t at, const std::int64_t* from, std::int64_t* label) {
    const SearchItem& item = model().items[at];
    const std::uint64_t* mask = task_.exclusions.mask(at);
    for (std::size_t w = 0; w < shape_.used; ++w) {
        if ((static_cast<std::uint64_t>(from[shape_.used_at() + w]) & mask[w]) != 0) return false;
    }
    if (shape_.hours != 0 && from[shape_.hours_at()] < item.hours) return false;

    std::memcpy(label, from, shape_.bounds_at() * sizeof(std::int64_t));
    label[LabelShape::kCost] += item.cost;
    bool adds_weight = true;
    for (std::size_t l = 0; l < shape_.limits; ++l) {
        label[LabelShape::kLimits + l] -= model().limits[l].values[at];
        adds_weight = adds_weight && model().limits[l].values[at] >= 0;
    }
    if (!keeps_limits(label, at + 1)) return false;
    std::int64_t* needs = label + shape_.needs_at();
    std::int64_t* rooms = label + shape_.rooms_at();
    take_hours(
        model(), model().kinds[static_cast<std::size_t>(item.kind)], item.hours, needs, rooms);
    if (shape_.rooms != 0) trim_rooms(model(), needs, rooms);
    const bool can_be_superfluous = item.cost > 0 && adds_weight && shape_.distances == 0;
    if (can_be_superfluous && std::equal(needs, rooms, from + shape_.needs_at())) return false;
    if (shape_.hours != 0) label[shape_.hours_at()] -= item.hours;
    for (std::size_t w = 0; w < shape_.used; ++w) {
        label[shape_.used_at() + w] |= static_cast<std::int64_t>(mask[w]);
    }
    for (std::size_t d = 0; d < shape_.distances; ++d) {
        std::int64_t& distance = label[shape_.distances_at() + d];
        if (model().in_earlier_plan[d][at] == 0 && distance > 0) --distance;
    }
    const bool has_meters = shape_.rooms != 0;  // whose rooms are trimmed, too
    return has_meters ? value_bounds(label, at + 1) : carry_bounds(at, from, label);
}

bool LabelRules::is_finished(const std::int64_t* label, std::int64_t& whole_cost) const {
    std::int64_t missing = 0;
    for (std::size_t q = 0; q < shape_.needs; ++q) missing += label[shape_.needs_at() + q];
    if (missing > 0 && !model().may_miss) return false;
    if (model().miss_limit && missing > *model().miss_limit) return false;
    const bool differs = std::all_of(label + shape_.distances_at(),
                                     label + shape_.bounds_at(),
                                     [](std::int64_t distance) { return distance == 0; });
    if (!differs) return false;
    whole_cost = label[LabelShape::kCost] + missing * model().miss_cost;
    return whole_cost <= task_.ceiling;
}

PlanState LabelRules::state_of(const std::int64_t* label) const {
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

// Takes a free slot, or that of the bound that ruled out least.
std::size_t LabelRules::add_bound(const Prices& prices,
                                  RelaxedGoal goal,
                                  std::size_t from,
                                  const std::int64_t* needs) {
    auto bound = make_bound(model(), task_.exclusions, prices, goal, task_.scale);
    if (!bound) return kMostBounds;
    std::int64_t threshold = 0;
    if (bound->cost_scale != 0) {
        threshold = task_.ceiling == kNoCeiling ? kAllowsAll : bound->threshold(task_.ceiling);
    }
    std::vector<std::int64_t> allowed(model().items.size() + 1, threshold);
    if (threshold != kAllowsAll) {
        for (std::size_t k = model().items.size(); k-- > 0;) {
            allowed[k] = allowed[k + 1] - std::min<std::int64_t>(0, bound->reduced[k]);
        }
    }
    std::size_t slot = bounds_.size();
    if (slot == kMostBounds) {
        slot = static_cast<std::size_t>(std::min_element(kills_.begin(), kills_.end()) -
                                        kills_.begin());
    } else {
        bounds_.emplace_back();
        wholes_.emplace_back();
        hours_.emplace_back();
        together_.emplace_back();
        allowed_.emplace_back();
        kills_.push_back(0);
    }
    const std::int64_t room = model().hours_room.value_or(0);
    together_[slot] = WholeTogether::make(model(), *bound, from, model().needs.data(), room);
    if (together_[slot]) {
        wholes_[slot].clear();
        hours_[slot].reset();
    } else {
        wholes_[slot] = find_whole_needs(model(), *bound, from, needs);
        hours_[slot] = WholeHours::make(model(), *bound, from, room);
    }
    bounds_[slot] = std::move(*bound);
    allowed_[slot] = std::move(allowed);
    kills_[slot] = 0;
    return slot;
}

std::size_t LabelRules::sharpen(std::size_t from, const std::int64_t* label) {
    std::vector<std::int32_t> open;
    for (std::size_t k = from; k < model().items.size(); ++k)
        open.push_back(static_cast<std::int32_t>(k));
    const PlanState state = state_of(label);
    RelaxedGoal goal = RelaxedGoal::Cost;
    Relaxation relaxed = relax(model(), task_.exclusions, state, open, goal);
    if (!relaxed.is_met && !model().may_miss) {
        goal = RelaxedGoal::Shortfall;
        relaxed = relax(model(), task_.exclusions, state, open, goal);
    }
    return add_bound(relaxed.prices, goal, from, label + shape_.needs_at());
}

double LabelRules::slack_of(std::size_t from, const std::int64_t* label) {
    double least = 0;
    bool any = false;
    for (std::size_t b = 0; b < bounds_.size(); ++b) {
        if (bounds_[b].cost_scale == 0 || allowed_[b][from] == kAllowsAll) continue;
        const auto slack = static_cast<double>(margin_of(b, from, label, kAllowsAll)) /
                           static_cast<double>(bounds_[b].cost_scale);
        least = any ? std::min(least, slack) : slack;
        any = true;
    }
    return least;
}

}  // namespace xueshi::plan
