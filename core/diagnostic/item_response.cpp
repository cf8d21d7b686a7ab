#include "core/diagnostic/item_response.h"

#include "core/base/portable_math.h"

namespace xueshi::diagnostic {
namespace {

double magnitude(double x) { return x < 0 ? -x : x; }

// 1 / (1 + e^-x), and its complement as logistic(-x): neither loses digits near 0.
double logistic(double x) {
    const double small = portable_exp(-magnitude(x));
    return x < 0 ? small / (1 + small) : 1 / (1 + small);
}

// logistic(x) · logistic(-x); the same bits for x and -x.
double logistic_slope(double x) {
    const double small = portable_exp(-magnitude(x));
    return small / ((1 + small) * (1 + small));
}

double log_logistic(double x) {
    const double small = portable_log1p(portable_exp(-magnitude(x)));
    return x < 0 ? x - small : -small;
}

// a (θ - b) of a threshold, counted from 0.
double distance(const Item& item, int threshold, double theta) {
    return item.discrimination * (theta - item.thresholds[static_cast<std::size_t>(threshold)]);
}

double gap_between(const Item& item, int threshold) {
    const auto at = static_cast<std::size_t>(threshold);
    return item.thresholds[at + 1] - item.thresholds[at];
}

// For neighbouring thresholds at distances x and y = x - d, the difference of their curves is
// logistic(x) · logistic(-y) · (1 - e^-d): a product, where subtracting would leave no digits far
// out.
double gap_factor(const Item& item, int threshold) {
    return portable_one_minus_exp(item.discrimination * gap_between(item, threshold));
}

double log_gap_factor(const Item& item, int threshold) {
    const double gap = gap_between(item, threshold);
    const double d = item.discrimination * gap;
    // A gap so narrow that the product might be too small for a double: ln(1 - e^-d) is ln d - d/2
    // there.
    constexpr double kNarrow = 1e-8;
    if (d < kNarrow) return portable_log(item.discrimination) + portable_log(gap) - d / 2;
    return portable_log(portable_one_minus_exp(d));
}

bool is_graded(const Item& item) { return item.thresholds.size() > 1; }

// The term of a response in the sum of graded_information.
double graded_term(const Item& item, int response, double theta) {
    const int highest = item.highest_response();
    const double below = response > 0 ? logistic(-distance(item, response - 1, theta)) : 0;
    const double above = response < highest ? logistic(distance(item, response, theta)) : 0;
    return probability(item, response, theta) * ((below - above) * (below - above));
}

// Σ (P*'ₖ - P*'ₖ₊₁)² / Pₖ. As P*' = a P* (1 - P*), each difference is a Pₖ (1 - P*ₖ - P*ₖ₊₁), which
// leaves nothing to divide by. Summed from both ends, so that a mirrored item gives the same bits.
double graded_information(const Item& item, double theta) {
    const int highest = item.highest_response();
    double sum = 0;
    for (int low = 0; low <= highest / 2; ++low) {
        const int high = highest - low;
        const double term = graded_term(item, low, theta);
        sum += low == high ? term : term + graded_term(item, high, theta);
    }
    return item.discrimination * item.discrimination * sum;
}

}  // namespace

double probability(const Item& item, int response, double theta) {
    if (is_graded(item)) {
        if (response == 0) return logistic(-distance(item, 0, theta));
        const double reached = logistic(distance(item, response - 1, theta));
        if (response == item.highest_response()) return reached;
        return reached * logistic(-distance(item, response, theta)) *
               gap_factor(item, response - 1);
    }
    const double x = distance(item, 0, theta);
    if (response == 0) return (1 - item.guessing) * logistic(-x);
    return item.guessing + (1 - item.guessing) * logistic(x);
}

double log_probability(const Item& item, int response, double theta) {
    if (is_graded(item)) {
        if (response == 0) return log_logistic(-distance(item, 0, theta));
        const double reached = log_logistic(distance(item, response - 1, theta));
        if (response == item.highest_response()) return reached;
        return reached + log_logistic(-distance(item, response, theta)) +
               log_gap_factor(item, response - 1);
    }
    const double x = distance(item, 0, theta);
    if (item.guessing == 0) return log_logistic(response == 0 ? -x : x);
    if (response == 0) return portable_log(1 - item.guessing) + log_logistic(-x);
    return portable_log(probability(item, response, theta));
}

double information(const Item& item, double theta) {
    if (is_graded(item)) return graded_information(item, theta);
    const double x = distance(item, 0, theta);
    const double full = item.discrimination * item.discrimination * logistic_slope(x);
    if (item.guessing == 0) return full;
    // a² (Q / P) ((P - c) / (1 - c))², where Q = (1 - c) logistic(-x) and P is at least c.
    return full * (1 - item.guessing) * (logistic(x) / probability(item, 1, theta));
}

}  // namespace xueshi::diagnostic
