#include "core/plan/whole_together.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace xueshi::plan {
namespace {

using Needs = std::array<std::int64_t, 2>;
constexpr std::int64_t kNoPlan = std::numeric_limits<std::int64_t>::max();

// Offerings of one need, of the other and of neither; what is wanted is worth a negative cost.
SearchModel two_needs() {
    SearchModel model;
    model.kinds = {{{0}, {}}, {{1}, {}}, {}};
    model.needs = {60, 40};
    model.hours_room = 120;
    const std::int64_t hours[] = {25, 40, 35, 50, 30, 45, 20, 15};
    const std::int64_t costs[] = {-60, -90, -50, -120, 10, -70, 30, -45};
    for (std::size_t i = 0; i < std::size(hours); ++i) {
        model.items.push_back(
            {static_cast<Row>(i), hours[i], costs[i], static_cast<std::int32_t>(i % 3)});
    }
    return model;
}

DualBound bound_of(const SearchModel& model, std::int64_t hours_price, const Needs& need_price) {
    DualBound bound;
    bound.cost_scale = 1;
    bound.hours_price = hours_price;
    bound.need_price.assign(need_price.begin(), need_price.end());
    for (const SearchItem& item : model.items) {
        std::int64_t price = -hours_price;
        for (const std::int32_t q : model.kinds[static_cast<std::size_t>(item.kind)].needs)
            price += need_price[static_cast<std::size_t>(q)];
        bound.reduced.push_back(item.cost - price * item.hours);
    }
    return bound;
}

std::int64_t value_before(const DualBound& bound,
                          std::size_t from,
                          const Needs& needs,
                          std::int64_t room) {
    std::int64_t value = -bound.hours_price * room;
    for (std::size_t q = 0; q < needs.size(); ++q) value += bound.need_price[q] * needs[q];
    for (std::size_t i = from; i < bound.reduced.size(); ++i) {
        value += std::min<std::int64_t>(0, bound.reduced[i]);
    }
    return value;
}

// By trying every subset.
std::int64_t cheapest(const SearchModel& model,
                      std::size_t from,
                      const Needs& needs,
                      std::int64_t room) {
    std::int64_t least = kNoPlan;
    const std::size_t open = model.items.size() - from;
    for (std::size_t subset = 0; subset < (std::size_t{1} << open); ++subset) {
        std::int64_t hours = 0;
        std::int64_t cost = 0;
        Needs missing = needs;
        for (std::size_t i = 0; i < open; ++i) {
            if ((subset >> i & 1) == 0) continue;
            const SearchItem& item = model.items[from + i];
            cost += item.cost;
            hours += item.hours;
            for (const std::int32_t q : model.kinds[static_cast<std::size_t>(item.kind)].needs)
                missing[static_cast<std::size_t>(q)] -= item.hours;
        }
        const bool is_plan = hours <= room && missing[0] <= 0 && missing[1] <= 0;
        if (is_plan) least = std::min(least, cost);
    }
    return least;
}

TEST(WholeTogether, MakesTheBoundOfBothNeedsAndTheRoomExact) {
    const SearchModel model = two_needs();
    for (const Needs& price : {Needs{1, 1}, Needs{3, 2}, Needs{1, 4}}) {
        const DualBound bound = bound_of(model, 2, price);
        auto whole = WholeTogether::make(model, bound, 0, model.needs.data(), 120);
        ASSERT_TRUE(whole);
        for (std::size_t from = 0; from <= model.items.size(); ++from) {
            for (std::int64_t room = 0; room <= 120; room += 5) {
                for (const Needs& needs :
                     {Needs{60, 40}, Needs{45, 0}, Needs{0, 40}, Needs{5, 15}, Needs{0, 0}}) {
                    const std::int64_t best = cheapest(model, from, needs, room);
                    const std::int64_t more = whole->more(from, needs.data(), room, -1);
                    if (best == kNoPlan) {
                        EXPECT_EQ(more, WholeTogether::kNever);
                    } else {
                        EXPECT_EQ(value_before(bound, from, needs, room) + more, best)
                            << "from " << from << " room " << room;
                    }
                    const std::int64_t quick = whole->more(from, needs.data(), room, 20);
                    EXPECT_TRUE(more > 20 ? quick == more : quick >= 0 && quick <= 20) << quick;
                }
            }
        }
    }
}

TEST(WholeTogether, TakesOneNeedWhereOfferingsCountTowardsBoth) {
    SearchModel model = two_needs();
    model.kinds = {{{0}, {}}, {{0, 1}, {}}, {}};
    const DualBound bound = bound_of(model, 2, {3, 2});
    auto whole = WholeTogether::make(model, bound, 0, model.needs.data(), 120);
    ASSERT_TRUE(whole);
    const Needs needs{60, 40};
    const std::int64_t raised =
        value_before(bound, 0, needs, 120) + whole->more(0, needs.data(), 120, -1);
    EXPECT_LE(raised, cheapest(model, 0, needs, 120));
    EXPECT_GT(raised, value_before(bound, 0, needs, 120));
}

TEST(WholeTogether, SaysNothingWhereAPriceIsMissingOrTheRoomIsBeyondCounting) {
    SearchModel model = two_needs();
    const auto make = [&model](const DualBound& bound, std::int64_t room) {
        return WholeTogether::make(model, bound, 0, model.needs.data(), room);
    };
    EXPECT_FALSE(make(bound_of(model, 0, {1, 1}), 120));
    EXPECT_FALSE(make(bound_of(model, 2, {0, 0}), 120));
    EXPECT_FALSE(make(bound_of(model, 2, {1, 1}), std::int64_t{1} << 40));
    model.may_miss = true;
    EXPECT_FALSE(make(bound_of(model, 2, {1, 1}), 120));
}

}  // namespace
}  // namespace xueshi::plan
