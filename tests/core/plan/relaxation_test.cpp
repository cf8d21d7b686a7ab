#include "core/plan/relaxation.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/support/random_events.h"

namespace xueshi::plan {
namespace {

using testing::TestRandom;

// Two needs, one of them fed through a cap, an hours limit and a fee limit.
SearchModel random_model(TestRandom& random, std::size_t count) {
    SearchModel model;
    model.needs = {180, 420};
    model.meters = {{100, {1}}};
    model.kinds = {{{0, 1}, {}}, {{1}, {}}, {{}, {0}}};
    model.hours_room = 900;
    SearchLimit fee;
    fee.key = {Measure::Fee, false};
    fee.room = 40'000;
    for (std::size_t i = 0; i < count; ++i) {
        const auto hours = static_cast<std::int64_t>(10 + 5 * random.below(20));
        model.items.push_back({static_cast<Row>(2 * i),
                               hours,
                               -static_cast<std::int64_t>(random.below(1000)),
                               static_cast<std::int32_t>(random.below(3))});
        fee.values.push_back(static_cast<std::int64_t>(random.below(3000)));
    }
    model.limits.push_back(std::move(fee));
    return model;
}

KnownExclusions random_exclusions(TestRandom& random, std::size_t items, std::size_t count) {
    KnownExclusions exclusions{count, 1, std::vector<std::uint64_t>(items, 0)};
    for (std::uint64_t& mask : exclusions.members) mask = random.next() & random.next() & ((1u << count) - 1);
    return exclusions;
}

PlanState state_of(const SearchModel& model) {
    PlanState state;
    state.needs = model.needs;
    for (const CapMeter& meter : model.meters) state.rooms.push_back(meter.room);
    state.hours_room = *model.hours_room;
    for (const SearchLimit& limit : model.limits) state.limit_rooms.push_back(limit.room);
    state.used.assign(1, 0);
    return state;
}

double cost_of(const SearchModel& model, const std::vector<std::int32_t>& items, const Relaxation& relaxed) {
    double cost = 0;
    for (std::size_t j = 0; j < items.size(); ++j) {
        cost += relaxed.amount[j] * static_cast<double>(model.items[static_cast<std::size_t>(items[j])].cost);
    }
    return cost;
}

TEST(Relaxation, EndsWhereItWouldEndWhereverItBegins) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        TestRandom random(seed);
        const std::size_t count = 20 + random.below(60);
        SearchModel model = random_model(random, count);
        std::vector<std::int32_t> items(count);
        std::iota(items.begin(), items.end(), 0);
        KnownExclusions exclusions = random_exclusions(random, count, 2);
        const RelaxedBasis from =
            relax(model, exclusions, state_of(model), items, RelaxedGoal::Cost).basis;

        // Another budget, a further exclusion, other items at hand.
        model.limits[0].room = static_cast<std::int64_t>(2000 + random.below(60'000));
        KnownExclusions more = random_exclusions(random, count, 3);
        for (std::size_t i = 0; i < count; ++i) {
            more.members[i] = (more.members[i] & 4u) | exclusions.members[i];
        }
        if (random.below(2) == 0) items.erase(items.begin() + static_cast<std::ptrdiff_t>(random.below(count)));
        const Relaxation cold = relax(model, more, state_of(model), items, RelaxedGoal::Cost);
        const Relaxation warm = relax(model, more, state_of(model), items, RelaxedGoal::Cost, &from);
        ASSERT_EQ(warm.is_met, cold.is_met) << "seed " << seed;
        if (!cold.is_met) continue;
        const double expected = cost_of(model, items, cold);
        ASSERT_NEAR(cost_of(model, items, warm), expected, 1e-6 * (1 + std::abs(expected))) << "seed " << seed;
    }
}

TEST(Relaxation, BeginsAnewWhereTheBasisIsOfAnotherShape) {
    TestRandom random(7);
    SearchModel model = random_model(random, 30);
    std::vector<std::int32_t> items(30);
    std::iota(items.begin(), items.end(), 0);
    const KnownExclusions exclusions = random_exclusions(random, 30, 1);
    const Relaxation cold = relax(model, exclusions, state_of(model), items, RelaxedGoal::Cost);
    RelaxedBasis other = cold.basis;
    other.basic.pop_back();
    const Relaxation warm = relax(model, exclusions, state_of(model), items, RelaxedGoal::Cost, &other);
    EXPECT_EQ(warm.prices.needs, cold.prices.needs);
    EXPECT_EQ(warm.amount, cold.amount);
}

}  // namespace
}  // namespace xueshi::plan
