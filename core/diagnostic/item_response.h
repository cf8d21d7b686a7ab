// How likely a response is at an ability, and what the item tells there
// (docs/formats/diagnostic.md).
//
// P(θ) = c + (1 - c) / (1 + e^-a(θ - b)) for one threshold; the graded response model for several.
// Abilities are in the metric of the items, D = 1. Pure; the same bits on every host. For items
// that validate() accepts and abilities within ±kLargestReal every answer is a number: no ability
// is too far out.
#pragma once

#include "core/diagnostic/item_bank.h"

namespace xueshi::diagnostic {

// Of a response from 0 to item.highest_response(). 0 where the true value is below what a double
// can hold.
double probability(const Item& item, int response, double theta);

// Its natural logarithm, computed on its own: finite also where the probability rounds to 0 or
// to 1.
double log_probability(const Item& item, int response, double theta);

// Fisher information about θ, from 0 on. Items that mirror each other at θ, as b and -b at 0, give
// equal bits: a tie in the mathematics is a tie here.
double information(const Item& item, double theta);

}  // namespace xueshi::diagnostic
