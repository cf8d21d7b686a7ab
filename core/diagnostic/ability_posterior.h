// What is believed of an ability after some responses: the posterior over the quadrature, and its
// mean and spread.
//
// The belief is kept as logarithms at the points, up to a constant; a response adds to each. Pure,
// the same bits on every host.
#pragma once

#include <vector>

#include "core/diagnostic/adaptive_settings.h"

namespace xueshi::diagnostic {

struct Estimate {
    double theta = 0;
    double standard_error = 0;
};

// The belief before any response: the prior's logarithm at each point.
std::vector<double> log_prior(const Prior& prior, const Quadrature& quadrature);

// Takes a response to the item, 0 to item.highest_response(), into the belief.
void add_response(std::vector<double>& log_posterior,
                  const Quadrature& quadrature,
                  const Item& item,
                  int response);

// The expected a posteriori estimate: mean and standard deviation of the posterior by the trapezoid
// rule.
Estimate expected_ability(const std::vector<double>& log_posterior, const Quadrature& quadrature);

}  // namespace xueshi::diagnostic
