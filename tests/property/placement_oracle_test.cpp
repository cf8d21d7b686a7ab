// The best placement against trying every one, and the search against the table where both can be asked.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "core/allocation/best_allocation.h"
#include "core/allocation/placement_table.h"
#include "core/allocation/staged_placement.h"
#include "tests/support/allocation_world.h"

namespace xueshi::allocation {
namespace {

using testing::AllocationWorld;

// Judges every placement with its own arithmetic: sums kept while courses are placed one by one.
class EveryPlacement {
  public:
    explicit EveryPlacement(const PlacementProblem& problem) : problem_(problem), placed_(problem.years.size()) {
        place(0);
    }
    const Placement& best() const { return best_; }

  private:
    using Rank = std::array<std::int64_t, 12>;

    void place(std::size_t course) {
        if (course == problem_.courses.size()) {
            const Rank rank = rank_of();
            // Placements come in the order of their lists, so that of equal ones the first is the smallest.
            if (!best_.empty() && !(rank < rank_)) return;
            rank_ = rank;
            best_ = now_;
            return;
        }
        const PlacementCourse& from = problem_.courses[course];
        for (const std::size_t y : from.allowed) {
            add(course, y, from.hours.tenths);
            now_.push_back(y);
            if (y != from.current) ++moved_;
            place(course + 1);
            if (y != from.current) --moved_;
            now_.pop_back();
            add(course, y, -from.hours.tenths);
        }
    }
    void add(std::size_t course, std::size_t y, std::int64_t tenths) {
        for (std::size_t r = 0; r < kMostRequirements; ++r) {
            if ((problem_.courses[course].counts_for[y] & (1U << r)) != 0) placed_[y][r] += tenths;
        }
    }
    Rank rank_of() const {
        Rank rank{};
        for (std::size_t y = 0; y < problem_.years.size(); ++y) {
            const PlacementYear& year = problem_.years[y];
            bool annual = true, cycle = true;
            for (std::size_t r = 0; r < year.cycle_missing.size(); ++r) {
                annual = annual && placed_[y][r] >= year.annual_missing[r].tenths;
                cycle = cycle && placed_[y][r] >= year.cycle_missing[r].tenths;
            }
            if (year.annual_rank && !annual) ++rank[static_cast<std::size_t>(*year.annual_rank)];
            if (year.is_in_cycle && !cycle) ++rank[8];
            rank[9] += std::max<std::int64_t>(0, placed_[y][year.total] - year.cycle_missing[year.total].tenths);
        }
        rank[10] = moved_;
        return rank;
    }

    const PlacementProblem& problem_;
    std::vector<std::array<std::int64_t, kMostRequirements>> placed_;
    Placement now_, best_;
    Rank rank_{};
    std::int64_t moved_ = 0;
};

class Random {
  public:
    explicit Random(std::uint32_t seed) : random_(seed) {}
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  private:
    std::mt19937 random_;
};

// Years 2012 to 2017 as teachers have them, short or not; courses alike or not, some of them moved before.
AllocationQuestion random_question(Random& random, int most_courses) {
    AllocationQuestion question{.cycle_last = {2016 + random.below(2)}, .annual_years = {{2016}, {2017}},
                                .staying = {}, .courses = {}};
    const int grain = std::array{1, 5, 10, 20}[static_cast<std::size_t>(random.below(4))];
    std::vector<AllocatedYear> short_years;
    for (int year = 2012; year <= 2017; ++year) {
        const auto stay = [&](HourCategory category, int most) {
            const DeciHours hours{random.below(most / grain + 1) * grain};
            const DeciHours more{random.below(6) == 0 ? 60 : 0};
            question.staying.push_back({{year}, category, {}, hours, hours + (year == 2016 ? more : DeciHours{})});
        };
        if (random.below(5) == 0) {
            question.staying.push_back({{year}, HourCategory::Public, {}, whole_hours(18), whole_hours(18)});
            question.staying.push_back({{year}, HourCategory::Professional, {}, whole_hours(54), whole_hours(54)});
            continue;
        }
        stay(HourCategory::Public, 220);
        stay(HourCategory::Professional, 500);
        stay(HourCategory::Elective, 120);
        if (year < 2016 && random.below(5) > 0) short_years.push_back({year});
    }
    const int sizes = 1 + random.below(8);
    for (int i = 1 + random.below(most_courses); i-- > 0;) {
        const int category = random.below(6);
        MovableCourse course{.id = "c" + std::to_string(10 + i), .category = HourCategory::Professional, .tags = {},
                             .hours = {20 + random.below(sizes) * (160 / sizes / grain) * grain}, .year = {2017}, .years = {}};
        if (category < 2) course.category = category == 0 ? HourCategory::Public : HourCategory::Elective;
        if (course.category != HourCategory::Public) course.years = short_years;
        course.years.push_back({2016});
        course.years.push_back({2017});
        if (random.below(5) == 0) course.year = course.years[static_cast<std::size_t>(random.below(static_cast<int>(course.years.size())))];
        question.courses.push_back(std::move(course));
    }
    return question;
}

TEST(PlacementOracle, TenThousandProblemsOfUpToEightCoursesAndSixYears) {
    const rules::RuleBook book = codec::built_in_rules();
    int full = 0;
    for (std::uint32_t seed = 1; seed <= 10'000; ++seed) {
        Random random(seed);
        const auto problem = compose_placement(random_question(random, 8), book);
        ASSERT_TRUE(problem);
        if (problem->courses.size() == 8) ++full;
        const BestPlacement best = best_placement(*problem);
        const EveryPlacement every(*problem);
        ASSERT_TRUE(best.is_proven);
        ASSERT_EQ(best.years, every.best()) << "seed " << seed;
        const StagedPlacement searched = place_by_search(*problem, kMostWork);
        ASSERT_TRUE(searched.has_ended);
        ASSERT_EQ(searched.best, every.best()) << "the search alone, seed " << seed;
        EXPECT_EQ(best.value, value_of(*problem, every.best())) << "seed " << seed;
    }
    EXPECT_GT(full, 1'000);
}

// Too large to try everything: the table and the search agree.
TEST(PlacementOracle, TableAndSearchAgreeOnLargerProblems) {
    const rules::RuleBook book = codec::built_in_rules();
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        Random random(seed);
        const auto problem = compose_placement(random_question(random, 14), book);
        ASSERT_TRUE(problem);
        const auto steps = table_steps(*problem);
        if (problem->courses.size() < 9 || !steps || *steps > 60'000) continue;
        const StagedPlacement searched = place_by_search(*problem, 20'000);
        if (!searched.has_ended) continue;
        ++compared;
        ASSERT_EQ(searched.best, place_by_table(*problem)) << "seed " << seed;
    }
    EXPECT_GT(compared, 50);
}

// What is proposed may be decided, and leads to what it promises.
TEST(PlacementOracle, TheProposalIsDecidedAndLeadsToWhatItPromises) {
    int moved = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        Random random(seed);
        AllocationWorld world;
        for (int year = 2012; year <= 2017; ++year) {
            if (random.below(4) == 0) world.fill_year(year);
            world.add_fixed(year, HourCategory::Public, random.below(20) * 10);
            world.add_fixed(year, HourCategory::Professional, random.below(45) * 10);
        }
        world.add_fixed(2016, HourCategory::Professional, 130).tags = {"research"};
        for (int i = random.below(8); i-- > 0;) {
            world.add_course("c" + std::to_string(i), 20 + random.below(10) * 10,
                             random.below(5) == 0 ? HourCategory::Public : HourCategory::Professional, 2016 + random.below(2));
        }
        const auto best = best_allocation(world.context(), {2017});
        ASSERT_TRUE(best);
        EXPECT_TRUE(best->is_proven);
        if (best->moves.empty()) continue;
        ++moved;
        ASSERT_TRUE(world.allocate(best->moves)) << "seed " << seed;
        EXPECT_EQ(best->value.moved, static_cast<int>(best->moves.size()));
        int cycle_failed = 0;
        for (int year = 2013; year <= 2017; ++year) {
            const bool fails = world.verify(year, verification::Verification::Cycle).result() == verification::VerificationResult::Fail;
            const bool is_known = std::any_of(world.records().begin(), world.records().end(), [&](const auto& each) {
                return each.allocated_year.year == year && each.source == ledger::HourSource::AllStaff;
            });
            if (fails && is_known) ++cycle_failed;
        }
        EXPECT_LE(cycle_failed, best->value.cycle_years_failed) << "seed " << seed;
        for (const int rank : {0, 1}) {
            const bool fails = world.verify(2017 - rank, verification::Verification::Annual).result() == verification::VerificationResult::Fail;
            EXPECT_EQ(fails, best->value.annual_failed[static_cast<std::size_t>(rank)]) << "seed " << seed;
        }
        const auto again = best_allocation(world.context(), {2017});
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->moves.empty()) << "what stands best needs no move, seed " << seed;
    }
    EXPECT_GT(moved, 50);
}

}  // namespace
}  // namespace xueshi::allocation
