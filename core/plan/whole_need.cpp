#include "core/plan/whole_need.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace xueshi::plan {
namespace {

constexpr std::size_t kMostEntries = std::size_t{1} << 13;  // of one table: 64 KB
constexpr double kLargestSum = 0x1p59;  // far below kNever, so that the two never mix

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

// Saturates where steps are beyond counting.
std::size_t entries_of(std::size_t members, std::int64_t steps) {
    if (steps >= static_cast<std::int64_t>(kMostEntries)) return kMostEntries + 1;
    return (members + 1) * (static_cast<std::size_t>(steps) + 1);
}

}  // namespace

bool is_fed_by_a_cap(const SearchModel& model, std::size_t need) {
    return std::any_of(model.meters.begin(), model.meters.end(), [need](const CapMeter& meter) {
        const auto& fed = meter.needs;
        return std::count(fed.begin(), fed.end(), static_cast<std::int32_t>(need)) != 0;
    });
}

bool counts_towards(const EffectKind& kind, std::size_t need) {
    return std::count(kind.needs.begin(), kind.needs.end(), static_cast<std::int32_t>(need)) != 0;
}

// The table of one need. None where it would be too large, or where a cap stands between.
class WholeNeedTable {
  public:
    [[gnu::noinline]] static std::optional<WholeNeed> make(const SearchModel& model,
                                         const DualBound& bound,
                                         std::size_t need,
                                         std::size_t from) {
        const std::int64_t missing = model.needs[need];
        if (missing == 0 || is_fed_by_a_cap(model, need)) return std::nullopt;
        std::vector<std::uint8_t> counts;
        for (const EffectKind& kind : model.kinds)
            counts.push_back(counts_towards(kind, need) ? 1 : 0);
        WholeNeed table;
        table.need_ = need;
        table.step_ = missing;
        const std::int64_t price = bound.need_price[need];
        double sum = static_cast<double>(price) * static_cast<double>(missing);
        std::size_t members = 0;
        for (std::size_t k = 0; k < model.items.size(); ++k) {
            const SearchItem& item = model.items[k];
            if (counts[index_of(item.kind)] == 0) continue;
            // Of all, not only from here on: what is missing is a multiple.
            if (item.hours % table.step_ != 0) table.step_ = std::gcd(table.step_, item.hours);
            if (k < from) continue;
            sum += std::abs(static_cast<double>(bound.reduced[k])) +
                   static_cast<double>(price) * static_cast<double>(item.hours);
            ++members;
            if (entries_of(members, missing / table.step_) > kMostEntries) return std::nullopt;
        }
        if (!(sum < kLargestSum)) return std::nullopt;
        const auto steps = static_cast<std::size_t>(missing / table.step_);
        if (entries_of(members, missing / table.step_) > kMostEntries) return std::nullopt;
        table.first_.reserve(model.items.size() + 1);
        table.more_.reserve((members + 1) * (steps + 1));

        // `least` is what the items from here on must cost to cover so many steps, the need's own
        // price not paid; `paid` what the bound says of them already.
        std::vector<std::int64_t> least(steps + 1, WholeNeed::kNever);
        least[0] = 0;
        std::int64_t paid = 0;
        const auto append = [&] {
            table.first_.push_back(table.more_.size());
            for (std::size_t r = 0; r <= steps; ++r) {
                const std::int64_t of_prices =
                    price * static_cast<std::int64_t>(r) * table.step_ + paid;
                table.more_.push_back(least[r] > WholeNeed::kNever / 2
                                          ? WholeNeed::kNever
                                          : std::max<std::int64_t>(0, least[r] - of_prices));
            }
        };
        const std::size_t count = model.items.size();
        append();
        for (std::size_t k = count; k-- > from;) {
            const SearchItem& item = model.items[k];
            if (counts[index_of(item.kind)] == 0) {
                table.first_.push_back(table.first_.back());
                continue;
            }
            const std::int64_t unpaid = bound.reduced[k] + price * item.hours;
            const auto length = static_cast<std::size_t>(item.hours / table.step_);
            for (std::size_t r = steps + 1; r-- > length;) {
                least[r] = std::min(least[r], unpaid + least[r - length]);
            }
            for (std::size_t r = std::min(length, steps + 1); r-- > 0;) {
                least[r] = std::min(least[r], unpaid + least[0]);
            }
            paid += std::min<std::int64_t>(0, bound.reduced[k]);
            append();
        }
        table.first_.insert(table.first_.end(), from, 0);  // never asked
        std::reverse(table.first_.begin(), table.first_.end());
        return table;
    }
};

std::vector<WholeNeed> find_whole_needs(const SearchModel& model,
                                        const DualBound& bound,
                                        std::size_t from,
                                        const std::int64_t* needs) {
    constexpr std::size_t kMost = 2;
    if (model.may_miss) return {};
    std::vector<WholeNeed> found;
    for (std::size_t q = 0; q < model.needs.size(); ++q) {
        auto table = WholeNeedTable::make(model, bound, q, from);
        if (table && table->more(from, needs[q]) > 0) found.push_back(std::move(*table));
    }
    std::stable_sort(found.begin(), found.end(), [&](const WholeNeed& a, const WholeNeed& b) {
        return a.more(from, needs[a.need()]) > b.more(from, needs[b.need()]);
    });
    std::vector<WholeNeed> chosen;
    for (WholeNeed& table : found) {
        const bool is_apart =
            std::none_of(chosen.begin(), chosen.end(), [&](const WholeNeed& other) {
                return std::any_of(
                    model.kinds.begin(), model.kinds.end(), [&](const EffectKind& kind) {
                        return counts_towards(kind, table.need()) &&
                               counts_towards(kind, other.need());
                    });
            });
        if (is_apart && chosen.size() < kMost) chosen.push_back(std::move(table));
    }
    return chosen;
}

}  // namespace xueshi::plan
