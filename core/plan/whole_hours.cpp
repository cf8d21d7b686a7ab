#include "core/plan/whole_hours.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xueshi::plan {
namespace {

constexpr std::size_t kMostEntries = std::size_t{1} << 14;  // 128 KB
constexpr std::int64_t kMostRoom = 1'000'000;               // tenths
constexpr double kLargestSum = 0x1p59;

}  // namespace

std::optional<WholeHours> WholeHours::make(const SearchModel& model,
                                           const DualBound& bound,
                                           std::size_t from,
                                           std::int64_t room) {
    if (!model.hours_room || bound.hours_price == 0 || room <= 0 || room > kMostRoom)
        return std::nullopt;
    const std::size_t count = model.items.size();
    std::int64_t step = 0;
    double sum = static_cast<double>(bound.hours_price) * static_cast<double>(room);
    for (std::size_t k = from; k < count; ++k) {
        step = std::gcd(step, model.items[k].hours);
        sum += std::abs(static_cast<double>(bound.reduced[k])) +
               static_cast<double>(bound.hours_price) * static_cast<double>(model.items[k].hours);
    }
    if (step == 0 || step > room || !(sum < kLargestSum)) return std::nullopt;
    const std::int64_t steps = room / step;
    if (steps >= static_cast<std::int64_t>(kMostEntries)) return std::nullopt;
    WholeHours table;
    table.stride_ = static_cast<std::size_t>(steps) + 1;
    if ((count + 1) * table.stride_ > kMostEntries) return std::nullopt;
    table.step_ = static_cast<std::uint32_t>(step);
    table.price_ = bound.hours_price;
    table.more_.assign((count + 1) * table.stride_, 0);

    // `least` is what the items from here on must cost within so many steps, the hours' own price
    // not paid; `paid` what the bound says of them already, but for the room.
    std::vector<std::int64_t> least(table.stride_, 0);
    std::int64_t paid = 0;
    const auto write = [&](std::size_t at) {
        std::int64_t* line = table.more_.data() + at * table.stride_;
        for (std::size_t r = 0; r < table.stride_; ++r) {
            const std::int64_t of_room = bound.hours_price * static_cast<std::int64_t>(r) * step;
            line[r] = std::max<std::int64_t>(0, least[r] + of_room - paid);
        }
    };
    write(count);
    for (std::size_t k = count; k-- > from;) {
        const std::int64_t hours = model.items[k].hours;
        const std::int64_t unpaid = bound.reduced[k] - bound.hours_price * hours;
        const auto length = static_cast<std::size_t>(hours / step);
        for (std::size_t r = table.stride_; unpaid < 0 && r-- > length;) {
            least[r] = std::min(least[r], unpaid + least[r - length]);
        }
        paid += std::min<std::int64_t>(0, bound.reduced[k]);
        write(k);
    }
    return table;
}

}  // namespace xueshi::plan
