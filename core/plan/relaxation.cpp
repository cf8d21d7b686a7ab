#include "core/plan/relaxation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/plan/relaxed_columns.h"

namespace xueshi::plan {
namespace {

constexpr double kPivotTolerance = 1e-9;
constexpr double kFeasibilityTolerance = 1e-9;
constexpr int kDegenerateStepsBeforeBland = 60;

class Simplex {
  public:
    Simplex(RelaxedColumns problem, std::size_t items)
        : problem_(std::move(problem)), items_(items), rows_(problem_.rows()), columns_(problem_.columns()) {}

    Relaxation run(const RelaxedBasis* from) {
        if (from == nullptr || !resume(*from) || !make_feasible()) begin();
        const int most_steps = 400 + 20 * static_cast<int>(rows_);
        int degenerate = 0;
        for (int step = 0; step < most_steps; ++step) {
            compute_prices();
            const std::size_t entering = choose_entering(degenerate > kDegenerateStepsBeforeBland);
            if (entering == columns_) break;
            degenerate = advance(entering) ? 0 : degenerate + 1;
        }
        compute_prices();
        return read_out();
    }

  private:
    [[gnu::noinline]] void begin() {
        clear_basis();
        value_ = problem_.right();
        inverse_.assign(rows_ * rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            make_basic(problem_.first_basic(row), row);
            // Its only entry is 1 or -1.
            problem_.each_entry(basis_[row], [&](std::size_t, double entry) { inverse_[row * rows_ + row] = entry; });
        }
    }

    // Begins where another ended; rows it did not have start with their slack. False where that is
    // no basis of this relaxation.
    [[gnu::noinline]] bool resume(const RelaxedBasis& from) {
        std::vector<std::size_t> basic, at_upper;
        if (!problem_.find(from, basic, at_upper)) return false;
        clear_basis();
        for (std::size_t row = 0; row < rows_; ++row) {
            const std::size_t column = row < basic.size() ? basic[row] : problem_.slack_of(row);
            if (column == columns_) return false;
            make_basic(column, row);
        }
        for (const std::size_t column : at_upper) {
            const bool may_be = column != columns_ && is_basic_[column] == 0 && problem_.upper(column) < kUnbounded;
            if (may_be) at_upper_[column] = 1;
        }
        return invert_basis();
    }

    void clear_basis() {
        basis_.resize(rows_);
        at_upper_.assign(columns_, 0);
        is_basic_.assign(columns_, 0);
    }

    void make_basic(std::size_t column, std::size_t row) {
        basis_[row] = column;
        is_basic_[column] = 1;
    }

    // The inverse of the basis by elimination, and the values that follow. False when singular.
    [[gnu::noinline]] bool invert_basis() {
        std::vector<double> matrix(rows_ * rows_, 0);
        inverse_.assign(rows_ * rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            inverse_[row * rows_ + row] = 1;
            problem_.each_entry(basis_[row],
                       [&](std::size_t k, double entry) { matrix[k * rows_ + row] += entry; });
        }
        for (std::size_t at = 0; at < rows_; ++at) {
            std::size_t pivot_row = at;
            for (std::size_t row = at + 1; row < rows_; ++row) {
                if (std::abs(matrix[row * rows_ + at]) > std::abs(matrix[pivot_row * rows_ + at]))
                    pivot_row = row;
            }
            const double largest = matrix[pivot_row * rows_ + at];
            if (std::abs(largest) < kPivotTolerance) return false;
            const auto exchange = [&](std::vector<double>& lines) {
                std::swap_ranges(lines.data() + at * rows_,
                                 lines.data() + (at + 1) * rows_,
                                 lines.data() + pivot_row * rows_);
            };
            if (pivot_row != at) {
                exchange(matrix);
                exchange(inverse_);
            }
            for (std::size_t k = 0; k < rows_; ++k) {
                matrix[at * rows_ + k] /= largest;
                inverse_[at * rows_ + k] /= largest;
            }
            for (std::size_t row = 0; row < rows_; ++row) {
                const double factor = matrix[row * rows_ + at];
                if (row == at || factor == 0) continue;
                for (std::size_t k = 0; k < rows_; ++k) {
                    matrix[row * rows_ + k] -= factor * matrix[at * rows_ + k];
                    inverse_[row * rows_ + k] -= factor * inverse_[at * rows_ + k];
                }
            }
        }
        std::vector<double> left = problem_.right();
        for (std::size_t column = 0; column < columns_; ++column) {
            if (at_upper_[column] == 0) continue;
            problem_.each_entry(column,
                       [&](std::size_t k, double entry) { left[k] -= entry * problem_.upper(column); });
        }
        value_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t k = 0; k < rows_; ++k)
                value_[row] += inverse_[row * rows_ + k] * left[k];
        }
        return true;
    }

    // Dual steps until no basic value lies outside its bounds. False when that leads nowhere.
    [[gnu::noinline]] bool make_feasible() {
        const int most_steps = 40 + 2 * static_cast<int>(rows_);
        for (int step = 0; step < most_steps; ++step) {
            std::size_t leaving = rows_;
            double worst = 0;
            for (std::size_t row = 0; row < rows_; ++row) {
                const double tolerance = kFeasibilityTolerance * (1 + std::abs(problem_.right()[row]));
                const double outside = std::max(-value_[row], value_[row] - problem_.upper(basis_[row]));
                if (outside <= tolerance || outside <= worst) continue;
                worst = outside;
                leaving = row;
            }
            if (leaving == rows_) return true;
            const bool leaves_at_upper = value_[leaving] > 0;
            const std::size_t entering = choose_dual_entering(leaving, leaves_at_upper);
            if (entering == columns_) return false;
            compute_direction(entering);
            if (std::abs(direction_[leaving]) <= kPivotTolerance) return false;
            const double target = leaves_at_upper ? problem_.upper(basis_[leaving]) : 0.0;
            const double length = (value_[leaving] - target) / direction_[leaving];
            for (std::size_t row = 0; row < rows_; ++row) value_[row] -= length * direction_[row];
            pivot(entering, leaving, leaves_at_upper, 1, length);
        }
        return false;
    }

    // The column that may move so that the row's value returns to its bound, at the least cost.
    [[gnu::noinline]] std::size_t choose_dual_entering(std::size_t leaving, bool leaves_at_upper) {
        compute_prices();
        std::size_t best = columns_;
        double least = kUnbounded;
        double steepest = 0;
        for (std::size_t column = 0; column < columns_; ++column) {
            if (is_basic_[column] != 0) continue;
            double slope = 0;
            problem_.each_entry(column, [&](std::size_t k, double entry) {
                slope += inverse_[leaving * rows_ + k] * entry;
            });
            const bool rises = (at_upper_[column] != 0) == (slope > 0);  // when the column moves
            if (std::abs(slope) <= kPivotTolerance || rises == leaves_at_upper) continue;
            const double reduced = problem_.reduced_cost(column, price_);
            const double loss = std::max(0.0, at_upper_[column] != 0 ? -reduced : reduced);
            const double ratio = loss / std::abs(slope);
            if (ratio > least || (ratio == least && std::abs(slope) <= steepest)) continue;
            best = column;
            least = ratio;
            steepest = std::abs(slope);
        }
        return best;
    }

    [[gnu::noinline]] void compute_prices() {
        price_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            const double cost = problem_.cost(basis_[row]);
            if (cost == 0) continue;
            for (std::size_t k = 0; k < rows_; ++k) price_[k] += cost * inverse_[row * rows_ + k];
        }
        problem_.set_prices(price_);
    }

    [[gnu::noinline]] std::size_t choose_entering(bool first_that_helps) const {
        std::size_t best = columns_;
        double most = problem_.price_tolerance();
        for (std::size_t column = 0; column < columns_; ++column) {
            if (is_basic_[column] != 0) continue;
            const double reduced = problem_.reduced_cost(column, price_);
            const double gain = at_upper_[column] != 0 ? reduced : -reduced;
            if (gain <= most) continue;
            best = column;
            most = gain;
            if (first_that_helps) break;
        }
        return best;
    }

    // How each basic value falls as the column grows.
    [[gnu::noinline]] void compute_direction(std::size_t entering) {
        direction_.assign(rows_, 0);
        problem_.each_entry(entering, [&](std::size_t k, double entry) {
            for (std::size_t row = 0; row < rows_; ++row) {
                direction_[row] += inverse_[row * rows_ + k] * entry;
            }
        });
    }

    // Moves the entering column as far as it may go. False for a step of length zero.
    [[gnu::noinline]] bool advance(std::size_t entering) {
        compute_direction(entering);
        const double sign = at_upper_[entering] != 0 ? -1 : 1;
        double largest = 0;
        for (const double entry : direction_) largest = std::max(largest, std::abs(entry));
        double length = problem_.upper(entering);
        std::size_t leaving = rows_;
        bool leaves_at_upper = false;
        for (std::size_t row = 0; row < rows_; ++row) {
            const double slope = -sign * direction_[row];
            if (std::abs(slope) <= kPivotTolerance * largest) continue;
            double reach = kUnbounded;
            if (slope < 0) reach = std::max(0.0, value_[row]) / -slope;
            if (slope > 0 && problem_.upper(basis_[row]) < kUnbounded) {
                reach = std::max(0.0, problem_.upper(basis_[row]) - value_[row]) / slope;
            }
            const bool is_tie = reach == length && leaving != rows_ &&
                                std::abs(direction_[row]) > std::abs(direction_[leaving]);
            if (reach < length || is_tie) {
                length = reach;
                leaving = row;
                leaves_at_upper = slope > 0;
            }
        }
        if (length == kUnbounded) {
            is_basic_[entering] = 2;  // numerically unbounded: leave the column alone
            return true;
        }
        for (std::size_t row = 0; row < rows_; ++row)
            value_[row] -= sign * length * direction_[row];
        if (leaving == rows_) {
            at_upper_[entering] ^= 1;
            return true;
        }
        pivot(entering, leaving, leaves_at_upper, sign, length);
        return length > 0;
    }

    [[gnu::noinline]] void pivot(std::size_t entering,
               std::size_t leaving,
               bool leaves_at_upper,
               double sign,
               double length) {
        const std::size_t old = basis_[leaving];
        is_basic_[old] = 0;
        at_upper_[old] = leaves_at_upper ? 1 : 0;
        value_[leaving] = (at_upper_[entering] != 0 ? problem_.upper(entering) : 0.0) + sign * length;
        at_upper_[entering] = 0;
        is_basic_[entering] = 1;
        basis_[leaving] = entering;
        double* pivot_row = inverse_.data() + leaving * rows_;
        const double scale = 1 / direction_[leaving];
        for (std::size_t k = 0; k < rows_; ++k) pivot_row[k] *= scale;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (row == leaving || direction_[row] == 0) continue;
            double* target = inverse_.data() + row * rows_;
            for (std::size_t k = 0; k < rows_; ++k) target[k] -= direction_[row] * pivot_row[k];
        }
    }

    [[gnu::noinline]] Relaxation read_out() const {
        Relaxation result;
        result.amount.assign(items_, 0);
        for (std::size_t j = 0; j < items_; ++j) result.amount[j] = at_upper_[j] != 0 ? 1 : 0;
        double shortfall = 0;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (problem_.is_item(basis_[row])) result.amount[basis_[row]] = value_[row];
            if (problem_.is_shortfall(basis_[row])) shortfall += value_[row];
        }
        result.is_met = shortfall <= kFeasibilityTolerance * (1 + shortfall) * 1e3;
        result.prices = problem_.prices_of(price_);
        result.basis = problem_.named(basis_, at_upper_);
        return result;
    }

    RelaxedColumns problem_;
    std::size_t items_;
    std::size_t rows_;
    std::size_t columns_;
    std::vector<double> value_, inverse_, price_, direction_;
    std::vector<std::size_t> basis_;  // by row
    std::vector<std::uint8_t> at_upper_, is_basic_;
};

}  // namespace

Relaxation relax(const SearchModel& model,
                 const KnownExclusions& exclusions,
                 const PlanState& state,
                 std::span<const std::int32_t> items,
                 RelaxedGoal goal,
                 const RelaxedBasis* from) {
    return Simplex(RelaxedColumns(model, exclusions, state, items, goal), items.size()).run(from);
}

}  // namespace xueshi::plan
