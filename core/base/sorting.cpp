#include "core/base/sorting.h"

#include <algorithm>
#include <numeric>

namespace xueshi {

std::vector<Place> sorted_places(std::size_t count, PlaceOrder is_before, const void* context) {
    std::vector<Place> places(count);
    std::iota(places.begin(), places.end(), Place{0});
    std::sort(places.begin(), places.end(), [=](Place a, Place b) {
        if (is_before(context, a, b)) return true;
        return a < b && !is_before(context, b, a);
    });
    return places;
}

}  // namespace xueshi
