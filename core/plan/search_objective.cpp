// The objective as one integer per offering, and the dominance that needs it (see search_model.h).
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>

#include "core/plan/search_model.h"

namespace xueshi::plan {
namespace {

// Leaves room for sums over all items and for the fixed-point scale of the bounds.
constexpr double kLargestWeighedSum = 0x1p58;

// The most offerings that fit the hours limit, from the shortest up.
std::size_t most_items(const SearchModel& model) {
    if (!model.hours_room) return model.items.size();
    std::vector<std::int64_t> hours;
    for (const SearchItem& item : model.items) hours.push_back(item.hours);
    std::sort(hours.begin(), hours.end());
    std::size_t count = 0;
    std::int64_t room = *model.hours_room;
    while (count < hours.size() && hours[count] <= room) room -= hours[count++];
    return count;
}

struct WeighedKey {
    ObjectiveKey key;
    std::int64_t divisor = 1;  // the greatest common divisor of all values
    double range = 0;          // what the key can sum to, in divisors
};

WeighedKey weigh_key(const OfferingTable& table,
                     const SearchModel& model,
                     ObjectiveKey key,
                     std::size_t most) {
    std::vector<std::int64_t> values;
    std::int64_t divisor = 0;
    for (const SearchItem& item : model.items) {
        values.push_back(measure_of(table.at(item.row), key.measure));
        divisor = std::gcd(divisor, values.back());
    }
    if (divisor == 0) divisor = 1;
    if (most < values.size()) {
        std::nth_element(values.begin(),
                         values.begin() + static_cast<std::ptrdiff_t>(most),
                         values.end(),
                         std::greater<>());
        values.resize(most);
    }
    double sum = 0;
    for (const std::int64_t value : values) sum += static_cast<double>(value);
    const ObjectiveKey lowered{key.measure, false};
    if (lowered.measure == Measure::Hours && model.hours_room) {
        sum = std::min(sum, static_cast<double>(*model.hours_room));
    }
    for (const SearchLimit& limit : model.limits) {
        if (limit.key == lowered) sum = std::min(sum, static_cast<double>(limit.room));
    }
    constexpr double kRoundingMargin = 1 + 1e-12;
    return {key, divisor, std::ceil(sum / static_cast<double>(divisor) * kRoundingMargin) + 1};
}

// What the limits leave of a key that is minimised.
std::optional<std::int64_t> room_of(const SearchModel& model, ObjectiveKey key) {
    if (key == ObjectiveKey{Measure::Hours, false}) return model.hours_room;
    if (key.maximised) return std::nullopt;
    for (const SearchLimit& limit : model.limits) {
        if (limit.key == key) return limit.room;
    }
    return std::nullopt;
}

// The items a best plan can hold of one effect and one length, superfluous ones never being held.
std::int64_t most_of_a_kind(const SearchModel& model, const SearchItem& item, bool is_lean) {
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (model.hours_room && item.hours > 0) most = *model.hours_room / item.hours;
    if (!is_lean) return most;
    const EffectKind& kind = model.kinds[static_cast<std::size_t>(item.kind)];
    std::int64_t needed = 0;
    const auto look_at = [&](const std::vector<std::int32_t>& needs) {
        for (const std::int32_t q : needs)
            needed = std::max(needed, model.needs[static_cast<std::size_t>(q)]);
    };
    look_at(kind.needs);
    for (const std::int32_t s : kind.meters)
        look_at(model.meters[static_cast<std::size_t>(s)].needs);
    std::int64_t useful = 0;
    if (item.hours > 0) useful = needed / item.hours + (needed % item.hours != 0 ? 1 : 0);
    // A superfluous item may be what makes a plan differ from an earlier one: at most so many.
    for (const std::int64_t distance : model.distances) {
        if (distance > most - useful) return most;
        useful += distance;
    }
    return std::min(most, useful);
}

}  // namespace

bool weigh_objective(const OfferingTable& table,
                     const std::vector<ObjectiveKey>& keys,
                     SearchModel& model) {
    const std::size_t most = most_items(model);
    std::vector<WeighedKey> weighed;
    bool counts = false;
    for (const ObjectiveKey key : keys) {
        weighed.push_back(weigh_key(table, model, key, most));
        counts = counts || key.measure == Measure::Count;
    }
    if (!counts) weighed.push_back({{Measure::Count, false}, 1, static_cast<double>(most) + 1});

    std::vector<double> weights(weighed.size(), 1);
    double next = 1;
    for (std::size_t k = weighed.size(); k-- > 0;) {
        weights[k] = next;
        next *= weighed[k].range + 1;
    }
    double total = 0;
    for (const std::int64_t need : model.needs) {
        if (model.may_miss) total += static_cast<double>(need) * next;
    }
    for (const SearchItem& item : model.items) {
        for (std::size_t k = 0; k < weighed.size(); ++k) {
            total += static_cast<double>(measure_of(table.at(item.row), weighed[k].key.measure)) /
                     static_cast<double>(weighed[k].divisor) * weights[k];
        }
    }
    if (!(total < kLargestWeighedSum) || !(next < kLargestWeighedSum)) return false;

    for (SearchItem& item : model.items) {
        item.cost = 0;
        for (std::size_t k = 0; k < weighed.size(); ++k) {
            item.cost += signed_value(table.at(item.row), weighed[k].key) / weighed[k].divisor *
                         static_cast<std::int64_t>(weights[k]);
        }
    }
    model.miss_cost = model.may_miss ? static_cast<std::int64_t>(next) : 0;
    if (const auto room = room_of(model, weighed.front().key); room && !model.may_miss) {
        const auto weight = static_cast<std::int64_t>(weights.front());
        // Within the largest sum of the items, so that this cannot overflow.
        const auto most_units = static_cast<std::int64_t>(weighed.front().range);
        model.dearest =
            std::min(*room / weighed.front().divisor, most_units) * weight + (weight - 1);
    }
    return true;
}

void weigh_single_key(const OfferingTable& table,
                      std::optional<ObjectiveKey> key,
                      SearchModel& model) {
    for (SearchItem& item : model.items) {
        item.cost = key ? signed_value(table.at(item.row), *key) : 0;
    }
    model.miss_cost = key ? 0 : 1;
}

// An item may go when at least K others of its effect and hours, each no dearer in the total order,
// no heavier on any limit, free of sessions and groups and outside every earlier plan, are there, K
// being the most of them a best plan can hold: a plan with the item lacks one of the others, and
// exchanging the two is possible and better. Outside earlier plans, the exchange cannot bring the
// plan closer to one of them.
void remove_dominated(const OfferingTable& table, SearchModel& model) {
    // A limit that follows the cost, or that all items weigh alike on, decides nothing here.
    const std::vector<std::int64_t>* weights = nullptr;
    for (const SearchLimit& limit : model.limits) {
        const auto& values = limit.values;
        const bool is_alike =
            std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
        if (limit.follows_cost || is_alike) continue;
        if (weights != nullptr) return;
        weights = &values;
    }
    const bool is_lean = model.is_lean();
    std::vector<std::int32_t> order(model.items.size());
    std::iota(order.begin(), order.end(), 0);
    const auto item_at = [&model](std::int32_t i) -> const SearchItem& {
        return model.items[static_cast<std::size_t>(i)];
    };
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        const SearchItem& x = item_at(a);
        const SearchItem& y = item_at(b);
        if (x.kind != y.kind) return x.kind < y.kind;
        if (x.hours != y.hours) return x.hours < y.hours;
        if (x.cost != y.cost) return x.cost < y.cost;
        return x.row < y.row;
    });
    std::vector<std::uint8_t> keeps(model.items.size(), 1);
    std::priority_queue<std::int64_t> lightest;  // the K least limit values of better clean items
    std::int64_t most = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto i = static_cast<std::size_t>(order[at]);
        const SearchItem& item = model.items[i];
        if (at == 0 || item_at(order[at - 1]).kind != item.kind ||
            item_at(order[at - 1]).hours != item.hours) {
            lightest = {};
            most = most_of_a_kind(model, item, is_lean);
        }
        const std::int64_t value = weights == nullptr ? 0 : (*weights)[i];
        const bool is_full = static_cast<std::int64_t>(lightest.size()) >= most;
        const bool is_held =
            std::any_of(model.in_earlier_plan.begin(),
                        model.in_earlier_plan.end(),
                        [i](const std::vector<std::uint8_t>& plan) { return plan[i] != 0; });
        if (is_full && (most == 0 || lightest.top() <= value) && !is_held) {
            keeps[i] = 0;
            continue;
        }
        if (is_held || table.at(item.row).group != kNone || !table.sessions(item.row).empty())
            continue;
        lightest.push(value);
        if (static_cast<std::int64_t>(lightest.size()) > most) lightest.pop();
    }
    keep_items(keeps, model);
}

}  // namespace xueshi::plan
