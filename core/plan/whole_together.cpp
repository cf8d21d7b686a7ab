#include "core/plan/whole_together.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/plan/whole_need.h"

namespace xueshi::plan {
namespace {

constexpr std::size_t kMostEntries = std::size_t{1} << 15;  // of all rows
constexpr std::int64_t kMostRoom = 1'000'000;               // tenths
constexpr double kLargestSum = 0x1p58;

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

bool share_an_item(const SearchModel& model, std::size_t a, std::size_t b) {
    return std::any_of(model.kinds.begin(), model.kinds.end(), [a, b](const EffectKind& kind) {
        return counts_towards(kind, a) && counts_towards(kind, b);
    });
}

// The dearest needs first, pairwise without an offering in common.
std::vector<std::size_t> needs_apart(const SearchModel& model,
                                     const DualBound& bound,
                                     std::size_t most) {
    std::vector<std::size_t> priced;
    for (std::size_t q = 0; q < model.needs.size(); ++q) {
        if (bound.need_price[q] > 0 && !is_fed_by_a_cap(model, q)) priced.push_back(q);
    }
    std::stable_sort(priced.begin(), priced.end(), [&](std::size_t a, std::size_t b) {
        return bound.need_price[a] > bound.need_price[b];
    });
    std::vector<std::size_t> chosen;
    for (const std::size_t q : priced) {
        const bool is_apart = std::none_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
            return share_an_item(model, q, other);
        });
        if (is_apart && chosen.size() < most) chosen.push_back(q);
    }
    return chosen;
}

}  // namespace

std::optional<WholeTogether> WholeTogether::make(const SearchModel& model,
                                                 const DualBound& bound,
                                                 std::size_t from,
                                                 const std::int64_t* needs,
                                                 std::int64_t room) {
    if (model.may_miss || !model.hours_room || bound.hours_price == 0 || room <= 0 ||
        room > kMostRoom)
        return std::nullopt;
    const std::vector<std::size_t> chosen = needs_apart(model, bound, kNeeds);
    if (chosen.empty()) return std::nullopt;

    const std::size_t count = model.items.size();
    std::int64_t step = 0;
    double sum = static_cast<double>(bound.hours_price) * static_cast<double>(room);
    double price = static_cast<double>(bound.hours_price);
    for (const std::size_t q : chosen) price += static_cast<double>(bound.need_price[q]);
    for (const std::size_t q : chosen)
        sum += static_cast<double>(bound.need_price[q]) * static_cast<double>(needs[q]);
    for (std::size_t k = from; k < count; ++k) {
        step = std::gcd(step, model.items[k].hours);
        sum += std::abs(static_cast<double>(bound.reduced[k])) +
               price * static_cast<double>(model.items[k].hours);
    }
    if (step == 0 || step > room || !(sum < kLargestSum)) return std::nullopt;
    WholeTogether table;
    table.step_ = step;
    table.hours_price_ = bound.hours_price;
    table.stride_ = static_cast<std::size_t>(room / step) + 1;
    if ((count - from + 3) * table.stride_ > kMostEntries) return std::nullopt;

    // The second need is the one with fewer offerings: its rows are combined with the others'.
    std::vector<std::size_t> share_of(model.kinds.size(), kNeeds);
    std::array<std::size_t, kNeeds> members{};
    for (std::size_t s = 0; s < chosen.size(); ++s) {
        for (std::size_t kind = 0; kind < model.kinds.size(); ++kind) {
            if (counts_towards(model.kinds[kind], chosen[s])) share_of[kind] = s;
        }
    }
    for (std::size_t k = from; k < count; ++k) {
        const std::size_t s = share_of[index_of(model.items[k].kind)];
        if (s < kNeeds) ++members[s];
    }
    const bool is_exchanged = members[1] > members[0];
    for (std::size_t s = 0; s < chosen.size(); ++s) {
        Share& share = table.shares_[is_exchanged ? 1 - s : s];
        share.need = chosen[s];
        share.price = bound.need_price[chosen[s]];
    }
    if (is_exchanged) {
        for (std::size_t& s : share_of) s = s < kNeeds ? 1 - s : s;
    }

    std::size_t others = count - from;
    for (const std::size_t each : members) others -= each;
    if (is_exchanged) std::swap(members[0], members[1]);
    for (std::size_t s = 0; s <= kNeeds; ++s) {
        Share& share = table.shares_[s];
        share.least.reserve(((s < kNeeds ? members[s] : others) + 1) * table.stride_);
        share.row.assign(count + 1, 0);
        share.last.push_back(0);
        share.least.assign(table.stride_, kNever);
        share.least[0] = 0;
    }
    table.paid_.assign(count + 1, 0);
    table.rest_row_.assign(count + 1, 0);
    for (std::size_t k = count; k-- > from;) {
        const SearchItem& item = model.items[k];
        const std::size_t own = share_of[index_of(item.kind)];
        table.paid_[k] = table.paid_[k + 1] + std::min<std::int64_t>(0, bound.reduced[k]);
        table.rest_row_[k] = table.rest_row_[k + 1] + (own == 0 ? 0 : 1);
        for (std::size_t s = 0; s <= kNeeds; ++s) {
            Share& share = table.shares_[s];
            share.row[k] = share.row[k + 1];
            if (s != own) continue;
            const auto length = static_cast<std::size_t>(item.hours / step);
            const std::int64_t unpaid =
                bound.reduced[k] + (share.price - bound.hours_price) * item.hours;
            const std::size_t before = share.row[k] * table.stride_;
            const std::size_t now = share.least.size();
            share.least.resize(now + table.stride_);
            const std::uint32_t last = share.last.back();
            share.last.push_back(static_cast<std::uint32_t>(
                std::min<std::size_t>(last + length, table.stride_ - 1)));
            ++share.row[k];
            std::int64_t* line = share.least.data() + now;
            const std::int64_t* old = share.least.data() + before;
            std::copy_n(old, table.stride_, line);
            for (std::size_t r = length; r <= share.last.back(); ++r) {
                if (old[r - length] < kNever) line[r] = std::min(line[r], unpaid + old[r - length]);
            }
        }
    }
    const Share& second = table.shares_[1];
    if (second.need)
        table.most_missing_ = static_cast<std::size_t>(table.steps_missing(second, needs));
    table.rest_at_.assign((table.rest_row_[from] + std::size_t{1}) * (table.most_missing_ + 1),
                          kNone);
    return table;
}

std::int64_t WholeTogether::steps_missing(const Share& share, const std::int64_t* needs) const {
    return share.need ? (needs[*share.need] + step_ - 1) / step_ : 0;
}

const std::int64_t* WholeTogether::rest_within(std::size_t at, std::size_t missing) {
    std::int32_t& row = rest_at_[rest_row_[at] * (most_missing_ + 1) + missing];
    if (row == kNone) {
        row = static_cast<std::int32_t>(rest_.size() / stride_);
        rest_.resize(rest_.size() + stride_, kNever);
        std::int64_t* line = rest_.data() + static_cast<std::size_t>(row) * stride_;
        const Share& second = shares_[1];
        const Share& others = shares_[2];
        const std::int64_t* of_second = second.least.data() + second.row[at] * stride_;
        const std::int64_t* of_others = others.least.data() + others.row[at] * stride_;
        const std::size_t last = second.last[second.row[at]];
        const std::size_t last_other = others.last[others.row[at]];
        for (std::size_t b = missing; b <= last; ++b) {
            if (of_second[b] >= kNever) continue;
            const std::size_t end = std::min(last_other, stride_ - 1 - b);
            for (std::size_t c = 0; c <= end; ++c)
                line[b + c] = std::min(line[b + c], of_second[b] + of_others[c]);
        }
        for (std::size_t r = 1; r < stride_; ++r) line[r] = std::min(line[r], line[r - 1]);
    }
    return rest_.data() + static_cast<std::size_t>(row) * stride_;
}

std::int64_t WholeTogether::more(std::size_t at,
                                 const std::int64_t* needs,
                                 std::int64_t room,
                                 std::int64_t enough) {
    const Share& first = shares_[0];
    const Share& second = shares_[1];
    std::int64_t of_prices = paid_[at] - hours_price_ * room;
    if (first.need) of_prices += first.price * needs[*first.need];
    if (second.need) of_prices += second.price * needs[*second.need];
    const auto steps = static_cast<std::size_t>(room / step_);
    const auto missing = static_cast<std::size_t>(steps_missing(first, needs));
    const std::int64_t* rest =
        rest_within(at, static_cast<std::size_t>(steps_missing(second, needs)));
    const std::int64_t* least = first.least.data() + first.row[at] * stride_;
    const std::size_t last = std::min<std::size_t>(steps, first.last[first.row[at]]);
    const std::int64_t good = enough + of_prices;
    // What sufficed for the plan before often suffices for this one.
    if (hint_ >= missing && hint_ <= last) {
        const std::int64_t there = least[hint_] + rest[steps - hint_];
        if (there <= good) return std::max<std::int64_t>(0, there - of_prices);
    }
    std::int64_t best = kNever;
    for (std::size_t a = missing; a <= last; ++a) {
        const std::int64_t there = least[a] + rest[steps - a];
        if (there >= best) continue;
        best = there;
        if (best > good) continue;
        hint_ = a;
        return std::max<std::int64_t>(0, best - of_prices);
    }
    return best > kNever / 2 ? kNever : std::max<std::int64_t>(0, best - of_prices);
}

}  // namespace xueshi::plan
