#include "core/plan/whole_hours.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace xueshi::plan {
namespace {

// Nothing is needed; what is wanted is worth a negative cost, as "-fit" is.
SearchModel model_of(const std::vector<std::int64_t>& hours, const std::vector<std::int64_t>& costs) {
    SearchModel model;
    model.kinds = {{}};
    model.hours_room = 90;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        model.items.push_back({static_cast<Row>(i), hours[i], costs[i], 0});
    }
    return model;
}

// A bound that pays `price` for each tenth of room.
DualBound bound_of(const SearchModel& model, std::int64_t price) {
    DualBound bound;
    bound.cost_scale = 1;
    bound.hours_price = price;
    for (const SearchItem& item : model.items) bound.reduced.push_back(item.cost + price * item.hours);
    return bound;
}

std::int64_t value_before(const DualBound& bound, std::size_t from, std::int64_t room) {
    std::int64_t value = -bound.hours_price * room;
    for (std::size_t i = from; i < bound.reduced.size(); ++i) {
        value += std::min<std::int64_t>(0, bound.reduced[i]);
    }
    return value;
}

// The best use of the room by trying every subset.
std::int64_t cheapest(const SearchModel& model, std::size_t from, std::int64_t room) {
    std::int64_t least = 0;
    const std::size_t open = model.items.size() - from;
    for (std::size_t subset = 0; subset < (std::size_t{1} << open); ++subset) {
        std::int64_t hours = 0;
        std::int64_t cost = 0;
        for (std::size_t i = 0; i < open; ++i) {
            if ((subset >> i & 1) == 0) continue;
            cost += model.items[from + i].cost;
            hours += model.items[from + i].hours;
        }
        if (hours <= room) least = std::min(least, cost);
    }
    return least;
}

TEST(WholeHours, MakeTheBoundOfTheRoomExact) {
    const SearchModel model = model_of({25, 40, 35, 50, 30, 45}, {-60, -90, -50, -120, 10, -70});
    for (const std::int64_t price : {1, 2, 3}) {
        const DualBound bound = bound_of(model, price);
        const auto whole = WholeHours::make(model, bound, 0, 90);
        ASSERT_TRUE(whole) << price;
        for (std::size_t from = 0; from <= model.items.size(); ++from) {
            for (std::int64_t room = 0; room <= 90; ++room) {
                EXPECT_EQ(value_before(bound, from, room) + whole->more(from, room), cheapest(model, from, room))
                    << "price " << price << " from " << from << " room " << room;
            }
        }
    }
}

TEST(WholeHours, SayNothingWhereTheRoomIsWorthNothingOrBeyondCounting) {
    SearchModel model = model_of({25, 40}, {-60, -90});
    EXPECT_FALSE(WholeHours::make(model, bound_of(model, 0), 0, 90));
    EXPECT_FALSE(WholeHours::make(model, bound_of(model, 1), 0, std::int64_t{1} << 40));
    EXPECT_FALSE(WholeHours::make(model, bound_of(model, 1), 2, 90)) << "no item is left";
    model.hours_room.reset();
    EXPECT_FALSE(WholeHours::make(model, bound_of(model, 1), 0, 90));
}

}  // namespace
}  // namespace xueshi::plan
