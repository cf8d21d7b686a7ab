#include "core/plan/dual_bound.h"

#include <algorithm>
#include <cmath>

namespace xueshi::plan {
namespace {

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

constexpr double kLargestSum = 0x1p61;
constexpr double kLargestScale = 0x1p20;

std::int64_t fixed(double price, double scale, double ceiling) {
    const double scaled = std::round(std::min(std::max(price, 0.0) * scale, ceiling));
    return scaled < kLargestSum ? static_cast<std::int64_t>(scaled) : 0;
}

// The sum of all magnitudes the bound can meet, in floating point with room to spare.
[[gnu::noinline]] double reach_of(const SearchModel& model, const DualBound& bound) {
    double reach = 0;
    const auto add = [&reach](std::int64_t price, std::int64_t amount) {
        reach += std::abs(static_cast<double>(price)) * (std::abs(static_cast<double>(amount)) + 1);
    };
    for (std::size_t q = 0; q < model.needs.size(); ++q) add(bound.need_price[q], model.needs[q]);
    for (std::size_t s = 0; s < model.meters.size(); ++s)
        add(bound.room_price[s], model.meters[s].room);
    add(bound.hours_price, model.hours_room.value_or(0));
    for (std::size_t l = 0; l < model.limits.size(); ++l) {
        add(bound.limit_price[l], model.limits[l].room);
        double swing = 0;
        for (const std::int64_t value : model.limits[l].values)
            swing += std::abs(static_cast<double>(value));
        reach += static_cast<double>(bound.limit_price[l]) * swing;
    }
    for (const std::int64_t price : bound.exclusion_price) add(price, 1);
    return reach;
}

// The bound with this fixed-point scale; none when it would not fit.
[[gnu::noinline]] std::optional<DualBound> make_scaled_bound(const SearchModel& model,
                                           const KnownExclusions& exclusions,
                                           const Prices& prices,
                                           RelaxedGoal goal,
                                           double factor) {
    const bool has_cost = goal == RelaxedGoal::Cost;
    DualBound bound;
    bound.cost_scale = has_cost ? static_cast<std::int64_t>(factor) : 0;
    const double dearest =
        has_cost && model.may_miss ? factor * static_cast<double>(model.miss_cost) : kLargestSum;
    for (const double price : prices.needs)
        bound.need_price.push_back(fixed(price, factor, dearest));

    std::vector<std::int64_t> meter_price(model.meters.size(), 0);
    bound.room_price.assign(model.meters.size(), 0);
    for (std::size_t s = 0; s < model.meters.size(); ++s) {
        const auto& fed = model.meters[s].needs;
        for (std::size_t k = 0; k < fed.size(); ++k) {
            const std::int64_t full = bound.need_price[index_of(fed[k])];
            const std::int64_t paid =
                std::min(full, fixed(prices.meters[s][k], factor, kLargestSum));
            meter_price[s] += paid;
            bound.room_price[s] += full - paid;
        }
    }
    bound.hours_price = fixed(prices.hours, factor, kLargestSum);
    for (const double price : prices.limits)
        bound.limit_price.push_back(fixed(price, factor, kLargestSum));
    if (goal == RelaxedGoal::FirstLimit) bound.limit_price[0] = static_cast<std::int64_t>(factor);
    for (const double price : prices.exclusions) {
        bound.exclusion_price.push_back(fixed(price, factor, kLargestSum));
    }
    if (!(reach_of(model, bound) < kLargestSum / 2)) return std::nullopt;

    std::vector<std::int64_t> hour_price(model.kinds.size(), -bound.hours_price);
    double dearest_hour = 1;
    for (std::size_t k = 0; k < model.kinds.size(); ++k) {
        for (const std::int32_t q : model.kinds[k].needs)
            hour_price[k] += bound.need_price[index_of(q)];
        for (const std::int32_t s : model.kinds[k].meters)
            hour_price[k] += meter_price[index_of(s)];
        dearest_hour = std::max(dearest_hour, std::abs(static_cast<double>(hour_price[k])));
    }
    double hours = 0;
    for (const SearchItem& item : model.items) hours += static_cast<double>(item.hours);
    if (!(dearest_hour * hours < kLargestSum / 4)) return std::nullopt;

    bound.reduced.reserve(model.items.size());
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const SearchItem& item = model.items[i];
        std::int64_t reduced =
            bound.cost_scale * item.cost - item.hours * hour_price[index_of(item.kind)];
        for (std::size_t l = 0; l < model.limits.size(); ++l) {
            reduced += bound.limit_price[l] * model.limits[l].values[i];
        }
        const std::uint64_t* mask = exclusions.mask(i);
        for (std::size_t w = 0; w < exclusions.words; ++w) {
            for (std::uint64_t bits = mask[w]; bits != 0; bits &= bits - 1) {
                const auto r = w * 64 + static_cast<std::size_t>(__builtin_ctzll(bits));
                if (r < bound.exclusion_price.size()) reduced += bound.exclusion_price[r];
            }
        }
        bound.reduced.push_back(reduced);
    }
    return bound;
}

}  // namespace

std::int64_t choose_scale(const SearchModel& model) {
    double sum = 1;
    for (const SearchItem& item : model.items) sum += std::abs(static_cast<double>(item.cost));
    for (const std::int64_t need : model.needs) {
        sum += static_cast<double>(need) * static_cast<double>(model.miss_cost);
    }
    double scale = 1;
    while (scale < kLargestScale && sum * scale * 2 < kLargestSum / 4) scale *= 2;
    return sum * scale < kLargestSum / 4 ? static_cast<std::int64_t>(scale) : 0;
}

std::optional<DualBound> make_bound(const SearchModel& model,
                                    const KnownExclusions& exclusions,
                                    const Prices& prices,
                                    RelaxedGoal goal,
                                    std::int64_t scale) {
    // Feasibility prices are about 1; they get a scale of their own.
    const bool has_cost = goal == RelaxedGoal::Cost;
    for (double factor = has_cost ? static_cast<double>(scale) : 0x1p16; factor >= 1;
         factor /= 16) {
        auto bound = make_scaled_bound(model, exclusions, prices, goal, factor);
        if (bound) return bound;
    }
    return std::nullopt;
}

std::int64_t value_of(const DualBound& bound,
                      std::int64_t cost,
                      const std::int64_t* needs,
                      const std::int64_t* rooms,
                      std::int64_t hours_room,
                      const std::int64_t* limit_rooms,
                      const std::uint64_t* used) {
    std::int64_t value = bound.cost_scale * cost - bound.hours_price * hours_room;
    for (std::size_t q = 0; q < bound.need_price.size(); ++q)
        value += bound.need_price[q] * needs[q];
    for (std::size_t s = 0; s < bound.room_price.size(); ++s)
        value -= bound.room_price[s] * rooms[s];
    for (std::size_t l = 0; l < bound.limit_price.size(); ++l)
        value -= bound.limit_price[l] * limit_rooms[l];
    for (std::size_t r = 0; r < bound.exclusion_price.size(); ++r) {
        if ((used[r / 64] >> (r % 64) & 1) == 0) value -= bound.exclusion_price[r];
    }
    return value;
}

}  // namespace xueshi::plan
