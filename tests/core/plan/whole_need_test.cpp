#include "core/plan/whole_need.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace xueshi::plan {
namespace {

// One need of 18 hours; offerings that count towards it, and the last one that does not.
SearchModel model_of(const std::vector<std::int64_t>& hours,
                     const std::vector<std::int64_t>& costs) {
    SearchModel model;
    model.needs = {180};
    model.kinds = {{{0}, {}}, {{}, {}}};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const bool is_last = i + 1 == hours.size();
        model.items.push_back({static_cast<Row>(i), hours[i], costs[i], is_last ? 1 : 0});
    }
    return model;
}

// A bound that pays `price` for each tenth of the need.
DualBound bound_of(const SearchModel& model, std::int64_t price) {
    DualBound bound;
    bound.cost_scale = 1;
    bound.need_price = {price};
    for (const SearchItem& item : model.items) {
        bound.reduced.push_back(item.cost - (item.kind == 0 ? price * item.hours : 0));
    }
    return bound;
}

std::int64_t value_before(const DualBound& bound, std::size_t from, std::int64_t missing) {
    std::int64_t value = bound.need_price[0] * missing;
    for (std::size_t i = from; i < bound.reduced.size(); ++i) {
        value += std::min<std::int64_t>(0, bound.reduced[i]);
    }
    return value;
}

// The cheapest completion by trying every subset; kNever where none covers the need.
std::int64_t cheapest(const SearchModel& model, std::size_t from, std::int64_t missing) {
    std::int64_t least = WholeNeed::kNever;
    const std::size_t open = model.items.size() - from;
    for (std::size_t subset = 0; subset < (std::size_t{1} << open); ++subset) {
        std::int64_t hours = 0;
        std::int64_t cost = 0;
        for (std::size_t i = 0; i < open; ++i) {
            if ((subset >> i & 1) == 0) continue;
            cost += model.items[from + i].cost;
            if (model.items[from + i].kind == 0) hours += model.items[from + i].hours;
        }
        if (hours >= missing) least = std::min(least, cost);
    }
    return least;
}

TEST(WholeNeed, MakesTheBoundOfOneNeedExact) {
    const SearchModel model = model_of({60, 90, 120, 120, 40}, {500, 800, 1000, 1300, 7});
    for (const std::int64_t price : {0, 5, 8, 20}) {
        const DualBound bound = bound_of(model, price);
        const auto wholes = find_whole_needs(model, bound, 0, model.needs.data());
        ASSERT_EQ(wholes.size(), 1u) << price;
        for (std::size_t from = 0; from <= model.items.size(); ++from) {
            for (std::int64_t missing = 0; missing <= 180; missing += 30) {
                const std::int64_t more = wholes[0].more(from, missing);
                const std::int64_t least = cheapest(model, from, missing);
                if (least == WholeNeed::kNever) {
                    EXPECT_EQ(more, WholeNeed::kNever);
                } else {
                    EXPECT_EQ(value_before(bound, from, missing) + more, least)
                        << "price " << price << " from " << from << " missing " << missing;
                }
            }
        }
    }
}

TEST(WholeNeed, SaysNothingWhereACapStandsBetweenOrHoursMayBeMissed) {
    SearchModel model = model_of({60, 90, 120, 40}, {500, 800, 1000, 7});
    const DualBound bound = bound_of(model, 5);
    ASSERT_FALSE(find_whole_needs(model, bound, 0, model.needs.data()).empty());
    model.may_miss = true;
    EXPECT_TRUE(find_whole_needs(model, bound, 0, model.needs.data()).empty());
    model.may_miss = false;
    model.meters.push_back({60, {0}});
    EXPECT_TRUE(find_whole_needs(model, bound, 0, model.needs.data()).empty());
}

}  // namespace
}  // namespace xueshi::plan
