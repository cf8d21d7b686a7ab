#include "core/base/contestable.h"

namespace xueshi {

void StandingWrites::offer(const Stamp& at, const Replaced& replaces) {
    if (replaces) {
        for (const Stamp& seen : *replaces) {
            if (seen < at) take({seen, true});
        }
    } else if (replaced_before_ < at) {
        replaced_before_ = at;
        std::erase_if(reaches_, [&](const Reach& reach) { return reach.stamp < replaced_before_; });
    }
    take({at, false});
}

bool StandingWrites::stands(const Stamp& stamp) const {
    return std::any_of(reaches_.begin(), reaches_.end(),
                       [&](const Reach& reach) { return !reach.is_replaced && reach.stamp == stamp; });
}

// Per device the greater stamp stays; of equal ones, that it was replaced.
void StandingWrites::take(Reach offered) {
    if (offered.stamp < replaced_before_) return;
    auto place = reaches_.begin();
    while (place != reaches_.end() && place->stamp.node < offered.stamp.node) ++place;
    if (place == reaches_.end() || place->stamp.node != offered.stamp.node) {
        reaches_.insert(place, std::move(offered));
    } else if (place->stamp < offered.stamp) {
        *place = std::move(offered);
    } else if (place->stamp == offered.stamp) {
        place->is_replaced = place->is_replaced || offered.is_replaced;
    }
}

}  // namespace xueshi
