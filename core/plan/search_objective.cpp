// The objective as one integer per offering, and the dominance that needs it (see search_model.h).
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <unordered_map>

#include "core/plan/search_model.h"

namespace xueshi::plan {
namespace {

// Leaves room for sums over all items and for the fixed-point scale of the bounds.
constexpr double kLargestWeighedSum = 0x1p58;

// The most offerings that fit the hours limit, from the shortest up.
[[gnu::noinline]] std::size_t most_items(const SearchModel& model) {
    if (!model.hours_room) return model.items.size();
    std::vector<std::int64_t> hours;
    hours.reserve(model.items.size());
    for (const SearchItem& item : model.items) hours.push_back(item.hours);
    // A heap with the shortest on top: few are taken from it.
    std::make_heap(hours.begin(), hours.end(), std::greater<>());
    std::size_t count = 0;
    std::int64_t room = *model.hours_room;
    while (!hours.empty() && hours.front() <= room) {
        room -= hours.front();
        ++count;
        std::pop_heap(hours.begin(), hours.end(), std::greater<>());
        hours.pop_back();
    }
    return count;
}

struct WeighedKey {
    ObjectiveKey key;
    std::int64_t divisor = 1;  // the greatest common divisor of all values
    double range = 0;          // what the key can sum to in a plan, in divisors
    double sum = 0;            // of all items, in divisors
};

[[gnu::noinline]] WeighedKey weigh_key(const OfferingTable& table,
                     const SearchModel& model,
                     ObjectiveKey key,
                     std::size_t most) {
    std::vector<std::int64_t> values;
    values.reserve(model.items.size());
    std::int64_t divisor = 0;
    for (const SearchItem& item : model.items) {
        values.push_back(measure_of(table.at(item.row), key.measure));
        const bool divides = divisor == 1 || (divisor != 0 && values.back() % divisor == 0);
        if (!divides) divisor = std::gcd(divisor, values.back());
    }
    if (divisor == 0) divisor = 1;
    double all = 0;
    for (const std::int64_t value : values) all += static_cast<double>(value);
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
    return {key,
            divisor,
            std::ceil(sum / static_cast<double>(divisor) * kRoundingMargin) + 1,
            all / static_cast<double>(divisor)};
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
    if (!counts) {
        weighed.push_back({{Measure::Count, false},
                           1,
                           static_cast<double>(most) + 1,
                           static_cast<double>(model.items.size())});
    }

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
    for (std::size_t k = 0; k < weighed.size(); ++k) total += weighed[k].sum * weights[k];
    if (!(total < kLargestWeighedSum) || !(next < kLargestWeighedSum)) return false;

    for (SearchItem& item : model.items) item.cost = 0;
    for (std::size_t k = 0; k < weighed.size(); ++k) {
        const auto weight = static_cast<std::int64_t>(weights[k]);
        for (SearchItem& item : model.items) {
            const std::int64_t value = signed_value(table.at(item.row), weighed[k].key);
            item.cost += (weighed[k].divisor == 1 ? value : value / weighed[k].divisor) * weight;
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

namespace {

// The items of one effect and length stand together, the better ones first.
struct Contender {
    std::int64_t cost;
    std::int32_t item;  // ascending like the rows: the last tie rule

    bool operator<(const Contender& other) const {
        return cost != other.cost ? cost < other.cost : item < other.item;
    }
};

[[gnu::noinline]] std::vector<std::vector<Contender>> contenders_by_length(const SearchModel& model) {
    std::vector<std::vector<Contender>> lists;
    std::vector<std::unordered_map<std::int64_t, std::size_t>> list_of(
        model.kinds.size());  // by hours
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const SearchItem& item = model.items[i];
        const auto [entry, is_new] =
            list_of[static_cast<std::size_t>(item.kind)].emplace(item.hours, lists.size());
        if (is_new) lists.emplace_back();
        lists[entry->second].push_back({item.cost, static_cast<std::int32_t>(i)});
    }
    return lists;
}

}  // namespace

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
    const auto is_held = [&model](std::size_t i) {
        return std::any_of(model.in_earlier_plan.begin(),
                           model.in_earlier_plan.end(),
                           [i](const std::vector<std::uint8_t>& plan) { return plan[i] != 0; });
    };
    std::vector<std::uint8_t> keeps(model.items.size(), 1);
    for (std::vector<Contender>& list : contenders_by_length(model)) {
        const auto first = static_cast<std::size_t>(list.front().item);
        const std::int64_t most = most_of_a_kind(model, model.items[first], is_lean);
        if (static_cast<std::int64_t>(list.size()) <= most) continue;
        std::sort(list.begin(), list.end());
        std::priority_queue<std::int64_t>
            lightest;  // the K least limit values of better free items
        for (const Contender& contender : list) {
            const auto i = static_cast<std::size_t>(contender.item);
            const std::int64_t value = weights == nullptr ? 0 : (*weights)[i];
            const bool is_full = static_cast<std::int64_t>(lightest.size()) >= most;
            if (is_full && (most == 0 || lightest.top() <= value) && !is_held(i)) {
                keeps[i] = 0;
                continue;
            }
            if (is_held(i) || !table.at(model.items[i].row).is_free()) continue;
            lightest.push(value);
            if (static_cast<std::int64_t>(lightest.size()) > most) lightest.pop();
        }
    }
    keep_items(keeps, model);
}

}  // namespace xueshi::plan
