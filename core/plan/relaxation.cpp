#include "core/plan/relaxation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace xueshi::plan {
namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();
constexpr double kPivotTolerance = 1e-9;
constexpr double kFeasibilityTolerance = 1e-9;
constexpr double kPriceTolerance = 2e-14;  // of the largest cost: keys far down still count
constexpr int kDegenerateStepsBeforeBland = 60;

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

// Columns in order: items, fills (meter → need), shortfalls (one per need), slacks (one per row).
class Simplex {
  public:
    Simplex(const SearchModel& model,
            const KnownExclusions& exclusions,
            const PlanState& state,
            std::span<const std::int32_t> items,
            RelaxedGoal goal)
        : model_(model), exclusions_(exclusions), items_(items), goal_(goal) {
        lay_out_rows(state);
        lay_out_columns(state);
    }

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
    struct Fill {
        std::int32_t meter;
        std::int32_t need;
        std::size_t row;
    };

    void lay_out_rows(const PlanState& state) {
        for (const std::int64_t need : state.needs) rhs_.push_back(static_cast<double>(need));
        fills_of_meter_.resize(model_.meters.size());
        for (std::size_t s = 0; s < model_.meters.size(); ++s) {
            for (const std::int32_t need : model_.meters[s].needs) {
                fills_of_meter_[s].push_back(rhs_.size());
                fills_.push_back({static_cast<std::int32_t>(s), need, rhs_.size()});
                rhs_.push_back(0);
            }
        }
        first_limit_row_ = rhs_.size();
        if (model_.hours_room) rhs_.push_back(static_cast<double>(state.hours_room));
        for (std::size_t l = 0; l < model_.limits.size(); ++l) {
            const bool is_aside = goal_ == RelaxedGoal::FirstLimit && l == 0;
            rhs_.push_back(is_aside ? 1e18
                                    : std::max(0.0, static_cast<double>(state.limit_rooms[l])));
        }
        first_exclusion_row_ = rhs_.size();
        for (std::size_t r = 0; r < exclusions_.count; ++r) {
            rhs_.push_back((state.used[r / 64] >> (r % 64) & 1) != 0 ? 0.0 : 1.0);
        }
        rows_ = rhs_.size();
    }

    void lay_out_columns(const PlanState& state) {
        fill_at_ = items_.size();
        short_at_ = fill_at_ + fills_.size();
        slack_at_ = short_at_ + state.needs.size();
        columns_ = slack_at_ + rows_;
        cost_.assign(columns_, 0);
        upper_.assign(columns_, kUnbounded);
        double largest = 1;
        double dearest_hour = 1;
        for (std::size_t j = 0; j < items_.size(); ++j) {
            const SearchItem& item = model_.items[index_of(items_[j])];
            if (goal_ == RelaxedGoal::Cost) cost_[j] = static_cast<double>(item.cost);
            if (goal_ == RelaxedGoal::FirstLimit) {
                cost_[j] = static_cast<double>(model_.limits[0].values[index_of(items_[j])]);
            }
            upper_[j] = 1;
            largest = std::max(largest, std::abs(cost_[j]));
            if (item.hours > 0) {
                dearest_hour =
                    std::max(dearest_hour, std::abs(cost_[j]) / static_cast<double>(item.hours));
            }
        }
        for (std::size_t f = 0; f < fills_.size(); ++f) {
            upper_[fill_at_ + f] = static_cast<double>(state.rooms[index_of(fills_[f].meter)]);
        }
        double miss = dearest_hour * 64;
        if (goal_ == RelaxedGoal::Shortfall) miss = 1;
        if (goal_ == RelaxedGoal::Cost && model_.may_miss)
            miss = static_cast<double>(model_.miss_cost);
        for (std::size_t q = 0; q < state.needs.size(); ++q) cost_[short_at_ + q] = miss;
        price_tolerance_ = kPriceTolerance * std::max(largest, miss) + 1e-12;

        direction_.assign(rows_, 0);
    }

    // Needs start out entirely missed; every other row starts with its slack.
    void begin() {
        const std::size_t needs = slack_at_ - short_at_;
        basis_.resize(rows_);
        at_upper_.assign(columns_, 0);
        is_basic_.assign(columns_, 0);
        value_ = rhs_;
        inverse_.assign(rows_ * rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            basis_[row] = row < needs ? short_at_ + row : slack_at_ + row;
            is_basic_[basis_[row]] = 1;
            const bool is_surplus = row >= needs && row < first_limit_row_;
            inverse_[row * rows_ + row] = is_surplus ? -1 : 1;
        }
    }

    // Begins where another ended; rows it did not have start with their slack. False where that is
    // no basis of this relaxation.
    bool resume(const RelaxedBasis& from) {
        const std::size_t known = from.basic.size();
        if (known < from.exclusions || known - from.exclusions != first_exclusion_row_ ||
            known > rows_)
            return false;
        std::unordered_map<Row, std::size_t> column_of;
        for (std::size_t j = 0; j < items_.size(); ++j)
            column_of.emplace(model_.items[index_of(items_[j])].row, j);
        const auto column_at = [&](const RelaxedBasis::Column& column) {
            const std::size_t index = index_of(column.index);
            switch (column.kind) {
                case RelaxedBasis::Kind::Item: {
                    const auto found = column_of.find(column.index);
                    return found == column_of.end() ? columns_ : found->second;
                }
                case RelaxedBasis::Kind::Fill:
                    return fill_at_ + index;
                case RelaxedBasis::Kind::Shortfall:
                    return short_at_ + index;
                case RelaxedBasis::Kind::Slack:
                    break;
            }
            return slack_at_ + index;
        };
        basis_.resize(rows_);
        at_upper_.assign(columns_, 0);
        is_basic_.assign(columns_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            const std::size_t column = row < known ? column_at(from.basic[row]) : slack_at_ + row;
            if (column == columns_) return false;
            basis_[row] = column;
            is_basic_[column] = 1;
        }
        for (const RelaxedBasis::Column& column : from.at_upper) {
            const std::size_t j = column_at(column);
            if (j != columns_ && is_basic_[j] == 0 && upper_[j] < kUnbounded) at_upper_[j] = 1;
        }
        return invert_basis();
    }

    // The inverse of the basis by elimination, and the values that follow. False when singular.
    bool invert_basis() {
        std::vector<double> matrix(rows_ * rows_, 0);
        inverse_.assign(rows_ * rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            inverse_[row * rows_ + row] = 1;
            each_entry(basis_[row],
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
        std::vector<double> left = rhs_;
        for (std::size_t column = 0; column < columns_; ++column) {
            if (at_upper_[column] == 0) continue;
            each_entry(column,
                       [&](std::size_t k, double entry) { left[k] -= entry * upper_[column]; });
        }
        value_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t k = 0; k < rows_; ++k)
                value_[row] += inverse_[row * rows_ + k] * left[k];
        }
        return true;
    }

    // Dual steps until no basic value lies outside its bounds. False when that leads nowhere.
    bool make_feasible() {
        const int most_steps = 40 + 2 * static_cast<int>(rows_);
        for (int step = 0; step < most_steps; ++step) {
            std::size_t leaving = rows_;
            double worst = 0;
            for (std::size_t row = 0; row < rows_; ++row) {
                const double tolerance = kFeasibilityTolerance * (1 + std::abs(rhs_[row]));
                const double outside = std::max(-value_[row], value_[row] - upper_[basis_[row]]);
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
            const double target = leaves_at_upper ? upper_[basis_[leaving]] : 0.0;
            const double length = (value_[leaving] - target) / direction_[leaving];
            for (std::size_t row = 0; row < rows_; ++row) value_[row] -= length * direction_[row];
            pivot(entering, leaving, leaves_at_upper, 1, length);
        }
        return false;
    }

    // The column that may move so that the row's value returns to its bound, at the least cost.
    std::size_t choose_dual_entering(std::size_t leaving, bool leaves_at_upper) {
        compute_prices();
        std::size_t best = columns_;
        double least = kUnbounded;
        double steepest = 0;
        for (std::size_t column = 0; column < columns_; ++column) {
            if (is_basic_[column] != 0) continue;
            double slope = 0;
            each_entry(column, [&](std::size_t k, double entry) {
                slope += inverse_[leaving * rows_ + k] * entry;
            });
            const bool rises = (at_upper_[column] != 0) == (slope > 0);  // when the column moves
            if (std::abs(slope) <= kPivotTolerance || rises == leaves_at_upper) continue;
            const double reduced = reduced_cost(column);
            const double loss = std::max(0.0, at_upper_[column] != 0 ? -reduced : reduced);
            const double ratio = loss / std::abs(slope);
            if (ratio > least || (ratio == least && std::abs(slope) <= steepest)) continue;
            best = column;
            least = ratio;
            steepest = std::abs(slope);
        }
        return best;
    }

    // Adds the column's entries, each times `scale`, into a dense vector.
    template <class Add>
    void each_entry(std::size_t column, Add add) const {
        if (column < fill_at_) {
            const auto i = index_of(items_[column]);
            const SearchItem& item = model_.items[i];
            const auto hours = static_cast<double>(item.hours);
            const EffectKind& kind = model_.kinds[index_of(item.kind)];
            for (const std::int32_t q : kind.needs) add(index_of(q), hours);
            for (const std::int32_t s : kind.meters) {
                for (const std::size_t row : fills_of_meter_[index_of(s)]) add(row, hours);
            }
            std::size_t row = first_limit_row_;
            if (model_.hours_room) add(row++, hours);
            for (const SearchLimit& limit : model_.limits)
                add(row++, static_cast<double>(limit.values[i]));
            const std::uint64_t* mask = exclusions_.mask(i);
            for (std::size_t r = 0; r < exclusions_.count; ++r) {
                if ((mask[r / 64] >> (r % 64) & 1) != 0) add(first_exclusion_row_ + r, 1.0);
            }
        } else if (column < short_at_) {
            const Fill& fill = fills_[column - fill_at_];
            add(index_of(fill.need), 1.0);
            add(fill.row, -1.0);
        } else if (column < slack_at_) {
            add(column - short_at_, 1.0);
        } else {
            const std::size_t row = column - slack_at_;
            add(row, row < first_limit_row_ ? -1.0 : 1.0);
        }
    }

    void compute_prices() {
        price_.assign(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            const double cost = cost_[basis_[row]];
            if (cost == 0) continue;
            for (std::size_t k = 0; k < rows_; ++k) price_[k] += cost * inverse_[row * rows_ + k];
        }
        // What one hour of each kind earns; the item loop then needs one product per item.
        hour_price_.assign(model_.kinds.size(), model_.hours_room ? price_[first_limit_row_] : 0.0);
        for (std::size_t k = 0; k < model_.kinds.size(); ++k) {
            for (const std::int32_t q : model_.kinds[k].needs)
                hour_price_[k] += price_[index_of(q)];
            for (const std::int32_t s : model_.kinds[k].meters) {
                for (const std::size_t row : fills_of_meter_[index_of(s)])
                    hour_price_[k] += price_[row];
            }
        }
    }

    double reduced_cost(std::size_t column) const {
        double reduced = cost_[column];
        if (column < fill_at_) {
            const auto i = index_of(items_[column]);
            const SearchItem& item = model_.items[i];
            reduced -= static_cast<double>(item.hours) * hour_price_[index_of(item.kind)];
            std::size_t row = first_limit_row_ + (model_.hours_room ? 1 : 0);
            for (const SearchLimit& limit : model_.limits) {
                if (price_[row] != 0) reduced -= price_[row] * static_cast<double>(limit.values[i]);
                ++row;
            }
            const std::uint64_t* mask = exclusions_.mask(i);
            for (std::size_t w = 0; w < exclusions_.words; ++w) {
                for (std::uint64_t bits = mask[w]; bits != 0; bits &= bits - 1) {
                    const auto r = w * 64 + static_cast<std::size_t>(__builtin_ctzll(bits));
                    reduced -= price_[first_exclusion_row_ + r];
                }
            }
            return reduced;
        }
        each_entry(column, [&](std::size_t row, double entry) { reduced -= price_[row] * entry; });
        return reduced;
    }

    std::size_t choose_entering(bool first_that_helps) const {
        std::size_t best = columns_;
        double most = price_tolerance_;
        for (std::size_t column = 0; column < columns_; ++column) {
            if (is_basic_[column] != 0) continue;
            const double reduced = reduced_cost(column);
            const double gain = at_upper_[column] != 0 ? reduced : -reduced;
            if (gain <= most) continue;
            best = column;
            most = gain;
            if (first_that_helps) break;
        }
        return best;
    }

    // How each basic value falls as the column grows.
    void compute_direction(std::size_t entering) {
        direction_.assign(rows_, 0);
        each_entry(entering, [&](std::size_t k, double entry) {
            for (std::size_t row = 0; row < rows_; ++row) {
                direction_[row] += inverse_[row * rows_ + k] * entry;
            }
        });
    }

    // Moves the entering column as far as it may go. False for a step of length zero.
    bool advance(std::size_t entering) {
        compute_direction(entering);
        const double sign = at_upper_[entering] != 0 ? -1 : 1;
        double largest = 0;
        for (const double entry : direction_) largest = std::max(largest, std::abs(entry));
        double length = upper_[entering];
        std::size_t leaving = rows_;
        bool leaves_at_upper = false;
        for (std::size_t row = 0; row < rows_; ++row) {
            const double slope = -sign * direction_[row];
            if (std::abs(slope) <= kPivotTolerance * largest) continue;
            double reach = kUnbounded;
            if (slope < 0) reach = std::max(0.0, value_[row]) / -slope;
            if (slope > 0 && upper_[basis_[row]] < kUnbounded) {
                reach = std::max(0.0, upper_[basis_[row]] - value_[row]) / slope;
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

    void pivot(std::size_t entering,
               std::size_t leaving,
               bool leaves_at_upper,
               double sign,
               double length) {
        const std::size_t old = basis_[leaving];
        is_basic_[old] = 0;
        at_upper_[old] = leaves_at_upper ? 1 : 0;
        value_[leaving] = (at_upper_[entering] != 0 ? upper_[entering] : 0.0) + sign * length;
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

    Relaxation read_out() const {
        Relaxation result;
        result.amount.assign(items_.size(), 0);
        for (std::size_t j = 0; j < items_.size(); ++j)
            result.amount[j] = at_upper_[j] != 0 ? 1 : 0;
        double shortfall = 0;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (basis_[row] < fill_at_) result.amount[basis_[row]] = value_[row];
            if (basis_[row] >= short_at_ && basis_[row] < slack_at_) shortfall += value_[row];
        }
        result.is_met = shortfall <= kFeasibilityTolerance * (1 + shortfall) * 1e3;
        Prices& prices = result.prices;
        const std::size_t needs = slack_at_ - short_at_;
        prices.needs.assign(price_.begin(), price_.begin() + static_cast<std::ptrdiff_t>(needs));
        for (const auto& rows : fills_of_meter_) {
            prices.meters.emplace_back();
            for (const std::size_t row : rows) prices.meters.back().push_back(price_[row]);
        }
        std::size_t row = first_limit_row_;
        if (model_.hours_room) prices.hours = -price_[row++];
        for (; row < first_exclusion_row_; ++row) prices.limits.push_back(-price_[row]);
        for (; row < rows_; ++row) prices.exclusions.push_back(-price_[row]);
        for (const std::size_t column : basis_) result.basis.basic.push_back(named(column));
        for (std::size_t column = 0; column < short_at_; ++column) {
            if (at_upper_[column] != 0) result.basis.at_upper.push_back(named(column));
        }
        result.basis.exclusions = exclusions_.count;
        return result;
    }

    RelaxedBasis::Column named(std::size_t column) const {
        const auto place = [column](std::size_t first) {
            return static_cast<std::int32_t>(column - first);
        };
        if (column < fill_at_)
            return {RelaxedBasis::Kind::Item, model_.items[index_of(items_[column])].row};
        if (column < short_at_) return {RelaxedBasis::Kind::Fill, place(fill_at_)};
        if (column < slack_at_) return {RelaxedBasis::Kind::Shortfall, place(short_at_)};
        return {RelaxedBasis::Kind::Slack, place(slack_at_)};
    }

    const SearchModel& model_;
    const KnownExclusions& exclusions_;
    std::span<const std::int32_t> items_;
    RelaxedGoal goal_;
    std::vector<Fill> fills_;
    std::vector<std::vector<std::size_t>> fills_of_meter_;  // rows
    std::size_t first_limit_row_ = 0;
    std::size_t first_exclusion_row_ = 0;
    std::size_t rows_ = 0;
    std::size_t fill_at_ = 0;
    std::size_t short_at_ = 0;
    std::size_t slack_at_ = 0;
    std::size_t columns_ = 0;
    double price_tolerance_ = 0;
    std::vector<double> rhs_, cost_, upper_, value_, inverse_, price_, hour_price_, direction_;
    std::vector<std::size_t> basis_;
    std::vector<std::uint8_t> at_upper_, is_basic_;
};

}  // namespace

Relaxation relax(const SearchModel& model,
                 const KnownExclusions& exclusions,
                 const PlanState& state,
                 std::span<const std::int32_t> items,
                 RelaxedGoal goal,
                 const RelaxedBasis* from) {
    return Simplex(model, exclusions, state, items, goal).run(from);
}

}  // namespace xueshi::plan
