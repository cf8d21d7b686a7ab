#include "core/allocation/placement_table.h"

#include <algorithm>
#include <array>
#include <limits>

namespace xueshi::allocation {
namespace {

constexpr std::int64_t kMostSteps = std::int64_t{1} << 40;
constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max() / 4;

// Courses of one kind, ascending by id.
struct Kind {
    std::vector<std::size_t> courses;
    std::size_t weight = 1;  // what one of them adds to the number of a part
};

bool are_alike(const PlacementCourse& a, const PlacementCourse& b) {
    return a.hours == b.hours && a.current == b.current && a.allowed == b.allowed && a.counts_for == b.counts_for;
}

std::vector<Kind> kinds_of(const PlacementProblem& problem) {
    std::vector<Kind> kinds;
    for (std::size_t c = 0; c < problem.courses.size(); ++c) {
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) {
            return are_alike(problem.courses[kind.courses.front()], problem.courses[c]);
        });
        if (found == kinds.end()) {
            kinds.push_back({{c}, 1});
        } else {
            found->courses.push_back(c);
        }
    }
    std::size_t weight = 1;
    for (Kind& kind : kinds) {
        kind.weight = weight;
        weight *= kind.courses.size() + 1;
    }
    return kinds;
}

// The keys of a placement as one number, the most important first; those of several years add up.
std::uint64_t key_of(std::uint64_t annual_failed, std::uint64_t cycle_failed, std::int64_t surplus, std::uint64_t moved) {
    return ((annual_failed << 4 | cycle_failed) << 34 | static_cast<std::uint64_t>(surplus)) << 7 | moved;
}

class Table {
  public:
    explicit Table(const PlacementProblem& problem) : problem_(problem), kinds_(kinds_of(problem)) {
        for (const Kind& kind : kinds_) parts_ *= kind.courses.size() + 1;
        lists_.resize(parts_);
        for (std::size_t part = 0; part < parts_; ++part) lists_[part] = list_of(part);
        for (std::size_t y = 0; y < problem.years.size(); ++y) add_costs(y);
    }

    Placement place() {
        const std::size_t years = problem_.years.size();
        best_.assign(years, std::vector<Best>(parts_));
        for (std::size_t part = 0; part < parts_; ++part) best_[0][part] = {costs_[0][part], 0, part};
        std::vector<std::size_t> taken;
        for (std::size_t part = 0; part < parts_; ++part) {
            taken = parts_within(part);
            for (std::size_t y = 1; y < years; ++y) {
                if (y + 1 == years && part + 1 != parts_) continue;  // the last year takes what is left
                settle(y, part, taken);
            }
        }
        return read_back();
    }

  private:
    struct Best {
        std::uint64_t key = kNever;
        std::uint64_t list = 0;     // the years of the courses as one number, the first course's the most important
        std::size_t taken = 0;      // by the year
    };

    std::size_t count_in(std::size_t part, const Kind& kind) const {
        return part / kind.weight % (kind.courses.size() + 1);
    }

    // What one more year adds to the list, were all courses of the part in a later one.
    std::uint64_t list_of(std::size_t part) const {
        std::uint64_t list = 0;
        for (const Kind& kind : kinds_) {
            const std::size_t count = count_in(part, kind);
            for (std::size_t i = 0; i < count; ++i) list += weight_of(kind.courses[i]);
        }
        return list;
    }
    std::uint64_t weight_of(std::size_t course) const {
        std::uint64_t weight = 1;
        for (std::size_t c = course + 1; c < problem_.courses.size(); ++c) weight *= problem_.years.size();
        return weight;
    }

    void add_costs(std::size_t y) {
        const PlacementYear& year = problem_.years[y];
        std::vector<std::uint64_t>& costs = costs_.emplace_back(parts_);
        for (std::size_t part = 0; part < parts_; ++part) costs[part] = cost_of(part, y, year);
    }

    std::uint64_t cost_of(std::size_t part, std::size_t y, const PlacementYear& year) const {
        std::array<std::int64_t, kMostRequirements> placed{};
        std::uint64_t moved = 0;
        for (const Kind& kind : kinds_) {
            const auto count = static_cast<std::int64_t>(count_in(part, kind));
            if (count == 0) continue;
            const PlacementCourse& course = problem_.courses[kind.courses.front()];
            if (!std::binary_search(course.allowed.begin(), course.allowed.end(), y)) return kNever;
            for (std::size_t r = 0; r < kMostRequirements; ++r) {
                if ((course.counts_for[y] >> r & 1U) != 0) placed[r] += count * course.hours.tenths;
            }
            if (course.current != y) moved += static_cast<std::uint64_t>(count);
        }
        const auto fails = [&](const std::vector<DeciHours>& missing) {
            for (std::size_t r = 0; r < missing.size(); ++r) {
                if (placed[r] < missing[r].tenths) return true;
            }
            return false;
        };
        const std::uint64_t annual = year.annual_rank && fails(year.annual_missing) ? std::uint64_t{1} << (kMostYears - 1 - static_cast<std::size_t>(*year.annual_rank)) : 0;
        const std::uint64_t cycle = year.is_in_cycle && fails(year.cycle_missing) ? 1 : 0;
        const std::int64_t surplus = year.surplus.tenths + std::max<std::int64_t>(0, placed[year.total] - year.cycle_missing[year.total].tenths);
        return key_of(annual, cycle, surplus, moved);
    }

    // The parts of a part, itself among them.
    std::vector<std::size_t> parts_within(std::size_t part) const {
        std::vector<std::size_t> parts = {0};
        for (const Kind& kind : kinds_) {
            const std::size_t count = count_in(part, kind);
            const std::size_t known = parts.size();
            for (std::size_t taken = 1; taken <= count; ++taken) {
                for (std::size_t i = 0; i < known; ++i) parts.push_back(parts[i] + taken * kind.weight);
            }
        }
        return parts;
    }

    // How the courses of the part are best shared between this year and those before it.
    void settle(std::size_t y, std::size_t part, const std::vector<std::size_t>& within) {
        const std::vector<Best>& before = best_[y - 1];
        const std::vector<std::uint64_t>& costs = costs_[y];
        Best best;
        for (const std::size_t taken : within) {
            const std::size_t rest = part - taken;
            const std::uint64_t key = costs[taken] + before[rest].key;
            if (key > best.key) continue;
            const std::uint64_t list = before[rest].list + y * (lists_[part] - lists_[rest]);
            if (key < best.key || list < best.list) best = {key, list, taken};
        }
        best_[y][part] = best;
    }

    Placement read_back() const {
        Placement placement(problem_.courses.size());
        std::size_t part = parts_ - 1;
        for (std::size_t y = problem_.years.size(); y-- > 0;) {
            const std::size_t taken = y == 0 ? part : best_[y][part].taken;
            for (const Kind& kind : kinds_) {
                const std::size_t last = count_in(part, kind);
                for (std::size_t i = last - count_in(taken, kind); i < last; ++i) placement[kind.courses[i]] = y;
            }
            part -= taken;
        }
        return placement;
    }

    const PlacementProblem& problem_;
    const std::vector<Kind> kinds_;
    std::size_t parts_ = 1;
    std::vector<std::uint64_t> lists_;               // by part
    std::vector<std::vector<std::uint64_t>> costs_;  // by year and part
    std::vector<std::vector<Best>> best_;            // of the years up to one, by part
};

}  // namespace

std::optional<std::int64_t> table_steps(const PlacementProblem& problem) {
    std::uint64_t list = 1;
    for (std::size_t c = 0; c < problem.courses.size(); ++c) {
        if (list > kNever / problem.years.size()) return std::nullopt;
        list *= problem.years.size();
    }
    std::int64_t hours = 0;
    for (const PlacementCourse& course : problem.courses) hours += course.hours.tenths;
    for (const PlacementYear& year : problem.years) hours += year.surplus.tenths;
    if (hours >= std::int64_t{1} << 34) return std::nullopt;
    std::int64_t steps = 1;
    for (const Kind& kind : kinds_of(problem)) {
        const auto count = static_cast<std::int64_t>(kind.courses.size());
        steps *= (count + 1) * (count + 2) / 2;
        if (steps > kMostSteps) return std::nullopt;
    }
    return steps;
}

Placement place_by_table(const PlacementProblem& problem) { return Table(problem).place(); }

}  // namespace xueshi::allocation
