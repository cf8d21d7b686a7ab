// The items of an adaptive test, as far as measuring needs them: parameters, domain, to whom they
// are shown. What an item says is the product's business and kept elsewhere, by the item's id.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace xueshi::diagnostic {

// Magnitudes no honest scale reaches. Within them no product or square here leaves the range of a
// double.
inline constexpr double kLargestReal = 1e50;
inline constexpr double kSmallestScale = 1e-50;  // of what must be above 0

inline constexpr std::size_t kMostItems = 100'000;
inline constexpr std::size_t kMostThresholds = 1'000;

// An item of the logistic metric (D = 1). The models differ only in which parameters are free:
//   1pl  discrimination 1, guessing 0, one threshold
//   2pl  guessing 0, one threshold
//   3pl  one threshold
//   grm  guessing 0, one threshold or more (graded response)
struct Item {
    std::string id;
    double discrimination = 1;       // a, above 0
    std::vector<double> thresholds;  // b, strictly increasing, at least one
    double guessing = 0;             // c, from 0 to below 1; 0 where there are several thresholds
    std::string domain;
    // To whom it is shown; none given, or "any" among them: everyone.
    std::vector<std::string> stages = {};
    std::vector<std::string> subjects = {};
    // The chance with which it is drawn where it would be, above 0 to 1; asked only by a run with
    // ExposureControl.
    double exposure = 1;

    // Responses are whole numbers from 0 to this.
    int highest_response() const { return static_cast<int>(thresholds.size()); }
};

struct ItemBank {
    std::vector<Item> items;
};

// kOutOfRange or kMalformed with the path of the field ("items[3].a") and the item's id in the
// detail: no items or too many, an empty or repeated id, parameters outside their ranges, an empty
// name of a stage or subject.
Outcome validate(const ItemBank& bank);

// Whether the item is shown in that stage and subject; without one of them, items limited to some
// are shown.
bool is_shown_to(const Item& item,
                 const std::optional<std::string>& stage,
                 const std::optional<std::string>& subject);

}  // namespace xueshi::diagnostic
