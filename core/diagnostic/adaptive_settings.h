// How an adaptive test is run: for whom, with what belief before the first answer, which item comes
// next, when it ends. Values only; what they mean is in adaptive_run.h and ability_posterior.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic/item_bank.h"

namespace xueshi::diagnostic {

// The normal distribution abilities are believed to follow before anything is answered.
struct Prior {
    double mean = 0;
    double sd = 1;  // above 0
};

// Equally spaced abilities from `from` to `to`, both among them, over which the posterior is
// summed.
struct Quadrature {
    double from = -4;
    double to = 4;  // above `from`
    int points = 33;
};

inline constexpr int kFewestPoints = 2;
inline constexpr int kMostPoints = 100'001;

// One of the `among` best items is drawn; 1 is the best itself, whatever the seed.
struct Randomesque {
    std::int64_t among = 1;
    std::uint64_t seed = 0;
};

// Sympson and Hetter's rule: an item that would be drawn is drawn with the chance Item::exposure
// gives, and otherwise closed to this person for the whole run. As an item's chance is taken at
// most once in a run, all of them are taken before the first item, in the bank's order.
struct ExposureControl {
    std::uint64_t seed = 0;
};

// The share of the items of a domain that a run aims at, 0 to 1.
struct ContentTarget {
    std::string domain;
    double share = 0;
};

struct StopRules {
    double standard_error = 0;   // at most this, when min_items are done; 0: never for this reason
    std::int64_t max_items = 1;  // from 1
    std::int64_t min_items = 0;  // holds back standard_error only
};

struct AdaptiveSettings {
    std::optional<std::string> stage = {};
    std::optional<std::string> subject = {};
    Prior prior = {};
    Quadrature quadrature = {};
    double start_theta = 0;                                // the estimate before the first response
    std::optional<Randomesque> randomesque = {};           // none: always the most informative item
    std::optional<ExposureControl> exposure_control = {};  // none: every item is open to everyone
    std::vector<ContentTarget> content = {};               // none: every domain as it comes
    StopRules stop = {};
};

// kOutOfRange with the path of the field as in the run's document ("prior.sd", "content.growth"). A
// content target whose domain no item of the bank has is refused; whether such an item is shown to
// this person is not asked.
Outcome validate(const AdaptiveSettings& settings, const ItemBank& bank);

}  // namespace xueshi::diagnostic
