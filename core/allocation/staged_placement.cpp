#include "core/allocation/staged_placement.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "core/allocation/placement_search.h"

namespace xueshi::allocation {
namespace {

using Fixed = PlacementSearch::Fixed;

class Stages {
  public:
    Stages(const PlacementProblem& problem, std::int64_t most_nodes)
        : problem_(problem), search_(problem), free_(problem.courses.size()) {
        search_.give_up_after(most_nodes);
        surplus_ = std::numeric_limits<std::int32_t>::max();
        moved_ = static_cast<int>(problem.courses.size());
        for (const PlacementCourse& course : problem.courses) best_.push_back(course.current);
    }

    // Whether it came to an end.
    bool run() {
        settle_passes();
        settle_surplus();
        settle_moves();
        settle_years();
        return !search_.has_given_up();
    }
    const Placement& best() const { return best_; }
    std::int64_t nodes() const { return search_.nodes(); }

  private:
    // Which years pass: a way to have the value of the first two keys.
    struct Pattern {
        std::uint32_t annual = 0;
        std::uint32_t cycle = 0;
    };

    // Takes the placement when there is one with the pattern within the limits.
    bool improve(const Pattern& pattern, std::int64_t surplus, int moved, const Fixed& fixed) {
        if (search_.has_given_up()) return false;
        auto found = search_.find({pattern.annual, pattern.cycle, surplus, moved}, fixed);
        if (!found) return false;
        best_ = *std::move(found);
        return true;
    }
    bool improve(const Pattern& pattern) { return improve(pattern, surplus_, moved_, free_); }
    PlacementValue value() const { return value_of(problem_, best_); }

    // The years by their rank in annual verification, the most important first.
    std::vector<std::size_t> ranked_years() const {
        std::vector<std::size_t> years;
        for (std::size_t y = 0; y < problem_.years.size(); ++y) {
            if (problem_.years[y].annual_rank) years.push_back(y);
        }
        std::sort(years.begin(), years.end(), [&](std::size_t a, std::size_t b) {
            return *problem_.years[a].annual_rank < *problem_.years[b].annual_rank;
        });
        return years;
    }

    void settle_passes() {
        Pattern annual;
        for (const std::size_t year : ranked_years()) {
            annual.annual |= 1U << year;
            if (!improve(annual)) annual.annual &= ~(1U << year);
        }
        std::uint32_t cycle = 0;
        for (std::size_t y = 0; y < problem_.years.size(); ++y) {
            if (problem_.years[y].is_in_cycle) cycle |= 1U << y;
        }
        for (int count = std::popcount(cycle); count > 0; --count) {
            patterns_.clear();
            bool is_reached = false;
            for (std::uint32_t years = 1; years <= cycle; ++years) {
                if ((years & ~cycle) != 0 || std::popcount(years) != count) continue;
                if ((annual.annual & cycle & ~years) != 0) continue;  // who passes annually passes in the cycle
                const Pattern pattern{annual.annual, years};
                patterns_.push_back(pattern);
                is_reached = is_reached || improve(pattern);
            }
            if (is_reached) return;
        }
        patterns_ = {annual};
    }

    void settle_surplus() {
        std::vector<std::pair<std::int64_t, Pattern>> bounds;
        for (const Pattern& pattern : patterns_) {
            bounds.emplace_back(search_.least_surplus({pattern.annual, pattern.cycle, surplus_, moved_}), pattern);
        }
        std::stable_sort(bounds.begin(), bounds.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const auto surplus = [&] { return value().surplus.tenths; };
        for (const auto& [bound, pattern] : bounds) {
            // The bound is what can be had more often than not: it is asked for first.
            std::int64_t low = bound;
            while (low < surplus() && !search_.has_given_up()) {
                const std::int64_t asked = low == bound ? low : (low + surplus() - 1) / 2;
                if (!improve(pattern, asked, moved_, free_)) low = asked + 1;
            }
        }
        surplus_ = surplus();
        patterns_.clear();
        for (const auto& [bound, pattern] : bounds) {
            if (bound <= surplus_) patterns_.push_back(pattern);
        }
    }

    void settle_moves() {
        for (const Pattern& pattern : patterns_) {
            while (value().moved > 0 && improve(pattern, surplus_, value().moved - 1, free_)) {
            }
        }
        moved_ = value().moved;
    }

    void settle_years() {
        Fixed fixed = free_;
        for (std::size_t course = 0; course < fixed.size(); ++course) {
            for (const std::size_t year : problem_.courses[course].allowed) {
                fixed[course] = year;
                if (best_[course] == year || improve_with(fixed)) break;
            }
        }
    }
    bool improve_with(const Fixed& fixed) {
        return std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) {
            return improve(pattern, surplus_, moved_, fixed);
        });
    }

    const PlacementProblem& problem_;
    PlacementSearch search_;
    const Fixed free_;
    std::vector<Pattern> patterns_;
    std::int64_t surplus_ = 0;  // tenths: the least, once it is settled
    int moved_ = 0;
    Placement best_;
};

}  // namespace

StagedPlacement place_by_search(const PlacementProblem& problem, std::int64_t most_nodes) {
    Stages stages(problem, most_nodes);
    const bool has_ended = stages.run();
    return {stages.best(), stages.nodes(), has_ended};
}

}  // namespace xueshi::allocation
