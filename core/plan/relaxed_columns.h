// The rows and columns of a relaxation (relaxation.h): what the simplex asks of the problem, and nothing of how it is
// solved.
//
// Rows in order: needs, one per meter and need it feeds, the hours' room, limits, known exclusions. Columns: items,
// fills (meter → need), shortfalls (one per need), slacks (one per row).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/plan/relaxation.h"

namespace xueshi::plan {

inline constexpr double kUnbounded = std::numeric_limits<double>::infinity();

class RelaxedColumns {
  public:
    // Everything given must outlive it.
    RelaxedColumns(const SearchModel& model,
                   const KnownExclusions& exclusions,
                   const PlanState& state,
                   std::span<const std::int32_t> items,
                   RelaxedGoal goal);

    std::size_t rows() const { return right_.size(); }
    std::size_t columns() const { return cost_.size(); }
    const std::vector<double>& right() const { return right_; }  // side of the rows
    double cost(std::size_t column) const { return cost_[column]; }
    double upper(std::size_t column) const { return upper_[column]; }
    // A reduced cost below this is nought.
    double price_tolerance() const { return price_tolerance_; }

    bool is_item(std::size_t column) const { return column < fill_at_; }
    bool is_shortfall(std::size_t column) const { return column >= short_at_ && column < slack_at_; }
    std::size_t slack_of(std::size_t row) const { return slack_at_ + row; }
    // What a row begins with: needs are entirely missed, every other row has its slack.
    std::size_t first_basic(std::size_t row) const { return (row < needs() ? short_at_ : slack_at_) + row; }
    // Of the rows that say "at least" the slack is a surplus.
    bool is_surplus(std::size_t row) const { return row < first_limit_row_; }

    // Calls add(row, entry) for each entry of the column.
    template <class Add>
    void each_entry(std::size_t column, Add add) const;

    // Before reduced_cost is asked at these prices: what an hour of each kind earns, so that an item costs one product.
    [[gnu::noinline]] void set_prices(const std::vector<double>& price);
    double reduced_cost(std::size_t column, const std::vector<double>& price) const;
    [[gnu::noinline]] Prices prices_of(const std::vector<double>& price) const;

    // Where a simplex ended, so that another relaxation of the same needs, meters and limits finds it.
    [[gnu::noinline]] RelaxedBasis named(const std::vector<std::size_t>& basic, const std::vector<std::uint8_t>& is_at_upper) const;
    // The columns of a basis' rows and of what is at its upper bound; those that are no longer there are columns().
    // False where it is no basis of this relaxation; rows it did not have are left out.
    [[gnu::noinline]] bool find(const RelaxedBasis& basis, std::vector<std::size_t>& basic, std::vector<std::size_t>& at_upper) const;

  private:
    struct Fill {
        std::int32_t meter;
        std::int32_t need;
        std::size_t row;
    };

    std::size_t needs() const { return slack_at_ - short_at_; }
    [[gnu::noinline]] void lay_out_rows(const PlanState& state);
    [[gnu::noinline]] void lay_out_columns(const PlanState& state);
    RelaxedBasis::Column named(std::size_t column) const;
    std::size_t column_of(const RelaxedBasis::Column& column,
                          const std::unordered_map<Row, std::size_t>& items) const;

    const SearchModel& model_;
    const KnownExclusions& exclusions_;
    std::span<const std::int32_t> items_;
    RelaxedGoal goal_;
    std::vector<Fill> fills_;
    std::vector<std::vector<std::size_t>> fills_of_meter_;  // rows
    std::size_t first_limit_row_ = 0;
    std::size_t first_exclusion_row_ = 0;
    std::size_t fill_at_ = 0;
    std::size_t short_at_ = 0;
    std::size_t slack_at_ = 0;
    double price_tolerance_ = 0;
    std::vector<double> right_, cost_, upper_, hour_price_;
};

template <class Add>
void RelaxedColumns::each_entry(std::size_t column, Add add) const {
    if (column < fill_at_) {
        const auto i = static_cast<std::size_t>(items_[column]);
        const SearchItem& item = model_.items[i];
        const auto hours = static_cast<double>(item.hours);
        const EffectKind& kind = model_.kinds[static_cast<std::size_t>(item.kind)];
        for (const std::int32_t q : kind.needs) add(static_cast<std::size_t>(q), hours);
        for (const std::int32_t s : kind.meters) {
            for (const std::size_t row : fills_of_meter_[static_cast<std::size_t>(s)]) add(row, hours);
        }
        std::size_t row = first_limit_row_;
        if (model_.hours_room) add(row++, hours);
        for (const SearchLimit& limit : model_.limits) add(row++, static_cast<double>(limit.values[i]));
        const std::uint64_t* mask = exclusions_.mask(i);
        for (std::size_t r = 0; r < exclusions_.count; ++r) {
            if ((mask[r / 64] >> (r % 64) & 1) != 0) add(first_exclusion_row_ + r, 1.0);
        }
    } else if (column < short_at_) {
        const Fill& fill = fills_[column - fill_at_];
        add(static_cast<std::size_t>(fill.need), 1.0);
        add(fill.row, -1.0);
    } else if (column < slack_at_) {
        add(column - short_at_, 1.0);
    } else {
        const std::size_t row = column - slack_at_;
        add(row, is_surplus(row) ? -1.0 : 1.0);
    }
}

// Asked of every column at every step.
inline double RelaxedColumns::reduced_cost(std::size_t column, const std::vector<double>& price) const {
    double reduced = cost_[column];
    if (column < fill_at_) {
        const auto i = static_cast<std::size_t>(items_[column]);
        const SearchItem& item = model_.items[i];
        reduced -= static_cast<double>(item.hours) * hour_price_[static_cast<std::size_t>(item.kind)];
        std::size_t row = first_limit_row_ + (model_.hours_room ? 1 : 0);
        for (const SearchLimit& limit : model_.limits) {
            if (price[row] != 0) reduced -= price[row] * static_cast<double>(limit.values[i]);
            ++row;
        }
        const std::uint64_t* mask = exclusions_.mask(i);
        for (std::size_t w = 0; w < exclusions_.words; ++w) {
            for (std::uint64_t bits = mask[w]; bits != 0; bits &= bits - 1) {
                const auto r = w * 64 + static_cast<std::size_t>(__builtin_ctzll(bits));
                reduced -= price[first_exclusion_row_ + r];
            }
        }
        return reduced;
    }
    each_entry(column, [&](std::size_t row, double entry) { reduced -= price[row] * entry; });
    return reduced;
}

}  // namespace xueshi::plan
