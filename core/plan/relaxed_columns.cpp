#include "core/plan/relaxed_columns.h"

#include <algorithm>
#include <cmath>

namespace xueshi::plan {
namespace {

constexpr double kPriceTolerance = 2e-14;  // of the largest cost: keys far down still count

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

}  // namespace

RelaxedColumns::RelaxedColumns(const SearchModel& model,
                               const KnownExclusions& exclusions,
                               const PlanState& state,
                               std::span<const std::int32_t> items,
                               RelaxedGoal goal)
    : model_(model), exclusions_(exclusions), items_(items), goal_(goal) {
    lay_out_rows(state);
    lay_out_columns(state);
}

void RelaxedColumns::lay_out_rows(const PlanState& state) {
    for (const std::int64_t need : state.needs) right_.push_back(static_cast<double>(need));
    fills_of_meter_.resize(model_.meters.size());
    for (std::size_t s = 0; s < model_.meters.size(); ++s) {
        for (const std::int32_t need : model_.meters[s].needs) {
            fills_of_meter_[s].push_back(right_.size());
            fills_.push_back({static_cast<std::int32_t>(s), need, right_.size()});
            right_.push_back(0);
        }
    }
    first_limit_row_ = right_.size();
    if (model_.hours_room) right_.push_back(static_cast<double>(state.hours_room));
    for (std::size_t l = 0; l < model_.limits.size(); ++l) {
        const bool is_aside = goal_ == RelaxedGoal::FirstLimit && l == 0;
        right_.push_back(is_aside ? 1e18
                                : std::max(0.0, static_cast<double>(state.limit_rooms[l])));
    }
    first_exclusion_row_ = right_.size();
    for (std::size_t r = 0; r < exclusions_.count; ++r) {
        right_.push_back((state.used[r / 64] >> (r % 64) & 1) != 0 ? 0.0 : 1.0);
    }
}

void RelaxedColumns::lay_out_columns(const PlanState& state) {
    fill_at_ = items_.size();
    short_at_ = fill_at_ + fills_.size();
    slack_at_ = short_at_ + state.needs.size();
    cost_.assign(slack_at_ + rows(), 0);
    upper_.assign(slack_at_ + rows(), kUnbounded);
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
}

// ---- prices

void RelaxedColumns::set_prices(const std::vector<double>& price) {
    hour_price_.assign(model_.kinds.size(), model_.hours_room ? price[first_limit_row_] : 0.0);
    for (std::size_t k = 0; k < model_.kinds.size(); ++k) {
        for (const std::int32_t q : model_.kinds[k].needs) hour_price_[k] += price[index_of(q)];
        for (const std::int32_t s : model_.kinds[k].meters) {
            for (const std::size_t row : fills_of_meter_[index_of(s)]) hour_price_[k] += price[row];
        }
    }
}

Prices RelaxedColumns::prices_of(const std::vector<double>& price) const {
    Prices prices;
    prices.needs.assign(price.begin(), price.begin() + static_cast<std::ptrdiff_t>(needs()));
    for (const auto& rows : fills_of_meter_) {
        prices.meters.emplace_back();
        for (const std::size_t row : rows) prices.meters.back().push_back(price[row]);
    }
    std::size_t row = first_limit_row_;
    if (model_.hours_room) prices.hours = -price[row++];
    for (; row < first_exclusion_row_; ++row) prices.limits.push_back(-price[row]);
    for (; row < rows(); ++row) prices.exclusions.push_back(-price[row]);
    return prices;
}

// ---- from one relaxation to another

RelaxedBasis RelaxedColumns::named(const std::vector<std::size_t>& basic,
                                   const std::vector<std::uint8_t>& is_at_upper) const {
    RelaxedBasis basis;
    for (const std::size_t column : basic) basis.basic.push_back(named(column));
    for (std::size_t column = 0; column < short_at_; ++column) {
        if (is_at_upper[column] != 0) basis.at_upper.push_back(named(column));
    }
    basis.exclusions = exclusions_.count;
    return basis;
}

RelaxedBasis::Column RelaxedColumns::named(std::size_t column) const {
    const auto place = [column](std::size_t first) {
        return static_cast<std::int32_t>(column - first);
    };
    if (column < fill_at_)
        return {RelaxedBasis::Kind::Item, model_.items[index_of(items_[column])].row};
    if (column < short_at_) return {RelaxedBasis::Kind::Fill, place(fill_at_)};
    if (column < slack_at_) return {RelaxedBasis::Kind::Shortfall, place(short_at_)};
    return {RelaxedBasis::Kind::Slack, place(slack_at_)};
}

std::size_t RelaxedColumns::column_of(const RelaxedBasis::Column& column,
                                      const std::unordered_map<Row, std::size_t>& items) const {
    const std::size_t index = index_of(column.index);
    switch (column.kind) {
        case RelaxedBasis::Kind::Item: {
            const auto found = items.find(column.index);
            return found == items.end() ? columns() : found->second;
        }
        case RelaxedBasis::Kind::Fill: return fill_at_ + index;
        case RelaxedBasis::Kind::Shortfall: return short_at_ + index;
        case RelaxedBasis::Kind::Slack: break;
    }
    return slack_at_ + index;
}

bool RelaxedColumns::find(const RelaxedBasis& basis,
                          std::vector<std::size_t>& basic,
                          std::vector<std::size_t>& at_upper) const {
    const std::size_t known = basis.basic.size();
    if (known < basis.exclusions || known - basis.exclusions != first_exclusion_row_ || known > rows()) return false;
    std::unordered_map<Row, std::size_t> items;
    for (std::size_t j = 0; j < items_.size(); ++j) items.emplace(model_.items[index_of(items_[j])].row, j);
    for (const RelaxedBasis::Column& column : basis.basic) basic.push_back(column_of(column, items));
    for (const RelaxedBasis::Column& column : basis.at_upper) at_upper.push_back(column_of(column, items));
    return true;
}

}  // namespace xueshi::plan
