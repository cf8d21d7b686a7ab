// Probabilities and information against values the field's reference packages give, and against the
// definition.
#include "core/diagnostic/item_response.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace xueshi::diagnostic {
namespace {

Item logistic_item(double a, double b, double c = 0) { return {"item", a, {b}, c, "domain"}; }
Item graded_item(double a, std::vector<double> b) { return {"item", a, std::move(b), 0, "domain"}; }

// Half a unit of the last digit that was published.
constexpr double half_unit(double digits) { return 0.5000001 * digits; }

TEST(ItemResponse, GivesTheProbabilitiesOfTheFieldsPackages) {
    EXPECT_NEAR(probability(logistic_item(1, -0.3, 0.35), 1, 0), 0.7234, half_unit(1e-4));
    const Item graded = graded_item(1.5, {-1, 0, 1});
    const double expected[] = {0.182425524, 0.317574476, 0.317574476, 0.182425524};
    for (int response = 0; response <= 3; ++response) {
        EXPECT_NEAR(probability(graded, response, 0), expected[response], half_unit(1e-9));
    }
}

TEST(ItemResponse, GivesTheInformationOfTheFieldsPackages) {
    EXPECT_NEAR(information(logistic_item(1.53, -0.5, 0.5), 0), 0.206, half_unit(1e-3));
    EXPECT_NEAR(information(logistic_item(1, 2, 0.3), 2.35), 0.1401, half_unit(1e-4));

    const double a[] = {1, 1.2, 0.8, 1.5, 1.1};
    const double at_0[] = {0.104993585, 0.256167995, 0.16, 0.335579517, 0.108658398};
    const double at_1[] = {0.0451766597, 0.109807199, 0.136902206, 0.5625, 0.226717554};
    for (int i = 0; i < 5; ++i) {
        const Item item = logistic_item(a[i], i - 2);
        EXPECT_NEAR(information(item, 0), at_0[i], half_unit(1e-9)) << i;
        EXPECT_NEAR(information(item, 1), at_1[i], half_unit(i == 0 ? 1e-10 : 1e-9)) << i;
    }

    const Item graded[] = {graded_item(1.5, {-1, 0, 1}),
                           graded_item(1.2, {-0.5, 0.5, 1.5}),
                           graded_item(2, {-1.5, -0.2, 0.8})};
    const double graded_at_0[] = {0.692850803, 0.440802304, 1.16124636};
    const double graded_at_half[] = {0.681472106, 0.449505839, 1.14649106};
    for (int i = 0; i < 3; ++i) {
        const double unit = i == 2 ? 1e-8 : 1e-9;
        EXPECT_NEAR(information(graded[i], 0), graded_at_0[i], half_unit(unit)) << i;
        EXPECT_NEAR(information(graded[i], 0.5), graded_at_half[i], half_unit(unit)) << i;
    }
}

std::vector<Item> assorted_items() {
    return {logistic_item(1, 0),
            logistic_item(0.4, 2.5),
            logistic_item(2.2, -1.3),
            logistic_item(1.2, -0.4, 0.2),
            logistic_item(1.7, 0.8, 0.33),
            graded_item(1.5, {-1.2, 0.1, 1.4}),
            graded_item(0.7, {-0.1, 0.1}),
            graded_item(2.5, {-2, -1, -0.9, 0.3, 2})};
}

TEST(ItemResponse, ProbabilitiesOfAllResponsesMakeOne) {
    for (const Item& item : assorted_items()) {
        for (double theta = -9; theta <= 9; theta += 0.37) {
            double sum = 0;
            for (int response = 0; response <= item.highest_response(); ++response) {
                const double p = probability(item, response, theta);
                sum += p;
                EXPECT_NEAR(log_probability(item, response, theta),
                            std::log(p),
                            1e-12 * (1 + std::fabs(std::log(p))));
            }
            EXPECT_NEAR(sum, 1, 4e-15);
        }
    }
}

// Fisher information is the expected square of the slope of the log-likelihood.
TEST(ItemResponse, InformationIsTheExpectedSquaredSlope) {
    constexpr double kStep = 1e-5;
    for (const Item& item : assorted_items()) {
        for (double theta = -4; theta <= 4; theta += 0.31) {
            double expected = 0;
            for (int response = 0; response <= item.highest_response(); ++response) {
                const double slope = (log_probability(item, response, theta + kStep) -
                                      log_probability(item, response, theta - kStep)) /
                                     (2 * kStep);
                expected += probability(item, response, theta) * slope * slope;
            }
            EXPECT_NEAR(information(item, theta), expected, 1e-8 * (1 + expected)) << theta;
        }
    }
}

TEST(ItemResponse, ATieInTheMathematicsIsATieInTheBits) {
    for (const double b : {0.1, 0.7, 1.0, 2.3, 3.9}) {
        EXPECT_EQ(information(logistic_item(1.3, b), 0), information(logistic_item(1.3, -b), 0));
    }
    const Item graded = graded_item(1.5, {-1.2, 0.1, 0.35, 1.4, 2.2});
    const Item mirrored = graded_item(1.5, {-2.2, -1.4, -0.35, -0.1, 1.2});
    for (const double theta : {0.0, 0.25, 1.7}) {
        EXPECT_EQ(information(graded, theta), information(mirrored, -theta));
    }
    EXPECT_EQ(information(logistic_item(1.3, 0.4), 1.1), information(graded_item(1.3, {0.4}), 1.1));
}

// Where the naive formulas divide nothing by nothing or take the logarithm of nothing.
TEST(ItemResponse, StaysANumberHoweverFarOut) {
    std::vector<Item> items = assorted_items();
    items.push_back(logistic_item(kLargestReal, -kLargestReal));
    items.push_back(logistic_item(kSmallestScale, kLargestReal));
    items.push_back(logistic_item(1, 0, 1e-300));
    items.push_back(logistic_item(1, 0, std::numeric_limits<double>::denorm_min()));
    items.push_back(logistic_item(1, 0, 1 - 0x1p-53));
    items.push_back(graded_item(kLargestReal, {-1, 0, 1}));
    items.push_back(graded_item(kSmallestScale, {0, std::numeric_limits<double>::denorm_min()}));
    items.push_back(graded_item(1, {1, std::nextafter(1.0, 2.0), 40}));
    for (const Item& item : items) {
        for (const double size : {0.0, 1.0, 30.0, 40.0, 700.0, 750.0, 1e4, 1e20, kLargestReal}) {
            for (const double theta : {size, -size}) {
                EXPECT_GE(information(item, theta), 0);
                EXPECT_TRUE(std::isfinite(information(item, theta)));
                for (int response = 0; response <= item.highest_response(); ++response) {
                    EXPECT_TRUE(std::isfinite(log_probability(item, response, theta)))
                        << item.discrimination << ' ' << response << ' ' << theta;
                    EXPECT_LE(log_probability(item, response, theta), 0);
                }
            }
        }
    }
}

TEST(ItemResponse, KeepsItsDigitsFarOut) {
    // e^-50 to a relative 1e-14, where 1 - P has none left.
    EXPECT_NEAR(log_probability(logistic_item(1, 0), 0, 50), -50, 1e-13);
    EXPECT_NEAR(log_probability(logistic_item(1, 0), 1, 50) / -std::exp(-50.0), 1, 1e-14);
    EXPECT_NEAR(information(logistic_item(1, 0), 50) / std::exp(-50.0), 1, 1e-14);
    const Item graded = graded_item(1, {0, 1});
    const double middle = std::exp(-50.0) * (std::exp(1.0) - 1);
    EXPECT_NEAR(probability(graded, 1, 50) / middle, 1, 1e-14);
}

}  // namespace
}  // namespace xueshi::diagnostic
