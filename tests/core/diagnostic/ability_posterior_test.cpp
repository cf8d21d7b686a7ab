// Expected a posteriori estimates against catR 3.17 (33 points on [-4, 4], standard normal prior)
// and jsCAT.
#include "core/diagnostic/ability_posterior.h"

#include <cmath>
#include <string_view>

#include <gtest/gtest.h>

#include "core/diagnostic/item_response.h"

namespace xueshi::diagnostic {
namespace {

Item logistic_item(double a, double b, double c = 0) { return {"item", a, {b}, c, "domain"}; }
Item graded_item(double a, std::vector<double> b) { return {"item", a, std::move(b), 0, "domain"}; }

// Each character of `responses` is the response to the item in its place.
Estimate estimate_of(const std::vector<Item>& items,
                     std::string_view responses,
                     const Prior& prior = {},
                     const Quadrature& quadrature = {}) {
    std::vector<double> belief = log_prior(prior, quadrature);
    for (std::size_t i = 0; i < responses.size(); ++i) {
        add_response(belief, quadrature, items[i], responses[i] - '0');
    }
    return expected_ability(belief, quadrature);
}

struct Published {
    std::string_view responses;
    double theta;
    double theta_unit;  // of its last digit
    double standard_error;
};

void expect_published(const std::vector<Item>& items, const std::vector<Published>& table) {
    for (const Published& row : table) {
        const Estimate estimate = estimate_of(items, row.responses);
        EXPECT_NEAR(estimate.theta, row.theta, 0.5000001 * row.theta_unit) << row.responses;
        EXPECT_NEAR(estimate.standard_error, row.standard_error, 0.5000001e-9) << row.responses;
    }
}

TEST(AbilityPosterior, EstimatesDichotomousItemsAsCatRDoes) {
    const std::vector<Item> items = {logistic_item(1, -2),
                                     logistic_item(1.2, -1),
                                     logistic_item(0.8, 0),
                                     logistic_item(1.5, 1),
                                     logistic_item(1.1, 2)};
    expect_published(items,
                     {{"11100", 0.192504733, 1e-9, 0.711379091},
                      {"11111", 1.50967726, 1e-8, 0.724690698},
                      {"00000", -1.41076508, 1e-8, 0.756001023},
                      {"01010", 0.0401247134, 1e-10, 0.714102724}});
}

TEST(AbilityPosterior, EstimatesGradedItemsAsCatRDoes) {
    const std::vector<Item> items = {graded_item(1.5, {-1, 0, 1}),
                                     graded_item(1.2, {-0.5, 0.5, 1.5}),
                                     graded_item(2, {-1.5, -0.2, 0.8})};
    expect_published(items,
                     {{"000", -1.63727052, 1e-8, 0.648089581},
                      {"333", 1.55981635, 1e-8, 0.660794053},
                      {"212", 0.221957148, 1e-9, 0.506580382},
                      {"123", 0.576489545, 1e-9, 0.580082913}});
}

TEST(AbilityPosterior, EstimatesGuessedItemsAsJsCatDoes) {
    const Quadrature fine = {-6, 6, 121};
    const std::vector<Item> items = {
        logistic_item(1, -4, 0.5), logistic_item(1, -3, 0.5), logistic_item(1, -2.5, 0.2)};
    EXPECT_NEAR(estimate_of(items, "00", {}, fine).theta, -1.649, 0.5000001e-3);
    EXPECT_NEAR(estimate_of(items, "001", {}, fine).theta, -1.486, 0.5000001e-3);
}

TEST(AbilityPosterior, WithoutResponsesIsThePrior) {
    const Estimate standard = estimate_of({}, "");
    EXPECT_NEAR(standard.theta, 0, 1e-16);
    EXPECT_NEAR(standard.standard_error, 1, 1e-3);
    const Estimate moved = estimate_of({}, "", {1.5, 0.5}, {-4, 6, 201});
    EXPECT_NEAR(moved.theta, 1.5, 1e-6);
    EXPECT_NEAR(moved.standard_error, 0.5, 1e-6);
}

TEST(AbilityPosterior, IsTheTrapezoidRule) {
    // Two points carry half a weight each, three carry ½, 1, ½.
    const Estimate two = estimate_of({}, "", {0.5, 1}, {-1, 1, 2});
    const double w = std::exp(-0.5 * 1.5 * 1.5) / std::exp(-0.5 * 0.5 * 0.5);
    EXPECT_NEAR(two.theta, (1 - w) / (1 + w), 1e-15);
    const Estimate three = estimate_of({}, "", {0, 1}, {-1, 1, 3});
    const double end = std::exp(-0.5) / 2;
    EXPECT_NEAR(three.standard_error, std::sqrt(2 * end / (1 + 2 * end)), 1e-15);
}

TEST(AbilityPosterior, SurvivesEvidenceNoPointBelieves) {
    // A prior far outside the quadrature, and a thousand answers against it: every product of
    // plain probabilities is 0.
    const Estimate far = estimate_of({}, "", {1000, 1e-3});
    EXPECT_EQ(far.theta, 4);
    EXPECT_EQ(far.standard_error, 0);
    const std::vector<Item> items(1000, logistic_item(3, 0));
    const Quadrature fine = {-4, 4, 801};
    const Estimate wrong = estimate_of(items, std::string(1000, '0'), {3, 0.1}, fine);
    // The mode is where 3 · 1000 · P(θ) meets (3 - θ) / 0.1².
    EXPECT_NEAR(3000 * probability(items[0], 1, wrong.theta) / ((3 - wrong.theta) * 100), 1, 1e-2);
    EXPECT_GT(wrong.standard_error, 0);
    for (const Prior prior : {Prior{kLargestReal, kSmallestScale}, Prior{-1, kLargestReal}}) {
        const Estimate steep = estimate_of({logistic_item(kLargestReal, 0.1)}, "1", prior);
        EXPECT_TRUE(std::isfinite(steep.theta));
        EXPECT_TRUE(std::isfinite(steep.standard_error));
    }
}

}  // namespace
}  // namespace xueshi::diagnostic
