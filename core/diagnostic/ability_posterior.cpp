#include "core/diagnostic/ability_posterior.h"

#include <algorithm>
#include <cmath>

#include "core/base/portable_math.h"
#include "core/diagnostic/item_response.h"

namespace xueshi::diagnostic {
namespace {

// The ends are exact, and a range about 0 gives points that mirror each other.
double point_at(const Quadrature& quadrature, std::size_t place) {
    const int at = static_cast<int>(place);
    const int last = quadrature.points - 1;
    if (at == 0) return quadrature.from;
    if (at == last) return quadrature.to;
    return (quadrature.from * (last - at) + quadrature.to * at) / last;
}

}  // namespace

std::vector<double> log_prior(const Prior& prior, const Quadrature& quadrature) {
    std::vector<double> belief(static_cast<std::size_t>(quadrature.points));
    for (std::size_t i = 0; i < belief.size(); ++i) {
        const double z = (point_at(quadrature, i) - prior.mean) / prior.sd;
        belief[i] = -(z * z) / 2;
    }
    return belief;
}

void add_response(std::vector<double>& log_posterior,
                  const Quadrature& quadrature,
                  const Item& item,
                  int response) {
    for (std::size_t i = 0; i < log_posterior.size(); ++i) {
        log_posterior[i] += log_probability(item, response, point_at(quadrature, i));
    }
}

Estimate expected_ability(const std::vector<double>& log_posterior, const Quadrature& quadrature) {
    // Against the largest, which so weighs 1: neither all of them vanish nor any overflows. The
    // points' distance cancels; the trapezoid rule is half weight at the ends.
    const double largest = *std::max_element(log_posterior.begin(), log_posterior.end());
    std::vector<double> weights(log_posterior.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = portable_exp(log_posterior[i] - largest);
    weights.front() /= 2;
    weights.back() /= 2;

    double total = 0;
    double moment = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        total += weights[i];
        moment += weights[i] * point_at(quadrature, i);
    }
    Estimate estimate;
    estimate.theta = moment / total;
    // About the mean, so that a narrow posterior far from 0 keeps its digits.
    double spread = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double away = point_at(quadrature, i) - estimate.theta;
        spread += weights[i] * (away * away);
    }
    estimate.standard_error = std::sqrt(spread / total);
    return estimate;
}

}  // namespace xueshi::diagnostic
