#include "core/diagnostic/capability_score.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/product_banks.h"

namespace xueshi::diagnostic {
namespace {

// Two items of one threshold in literacy, one of them graded twice as finely in growth.
CapabilityBank small_bank() {
    CapabilityBank bank;
    bank.measured.items = {
        {"a", 1, {0}, 0, "literacy"}, {"b", 2, {1}, 0, "literacy"}, {"c", 1, {-1, 1}, 0, "growth"}};
    bank.contents = {{Dimension::Literacy, {"I-1"}, {}, {}},
                     {Dimension::Literacy, {"I-2", "I-1"}, {}, {}},
                     {Dimension::Growth, {"C21"}, {}, {}}};
    return bank;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

TEST(CapabilityScore, IsTheMeanShareOfTheCreditExpected) {
    const CapabilityScore score = score_capability(small_bank(), {0.5, 0.3});
    ASSERT_EQ(score.dimensions.size(), 2u);
    EXPECT_EQ(score.dimensions[0].dimension, Dimension::Literacy);
    EXPECT_NEAR(score.dimensions[0].score.share, (logistic(0.5) + logistic(-1)) / 2, 1e-15);
    EXPECT_EQ(score.dimensions[1].dimension, Dimension::Growth);
    EXPECT_NEAR(score.dimensions[1].score.share, (logistic(1.5) + logistic(-0.5)) / 2, 1e-15);
}

TEST(CapabilityScore, HasTheIntervalOfTheEstimate) {
    const CapabilityScore score = score_capability(small_bank(), {0.5, 0.25});
    const BandedScore& growth = score.dimensions[1].score;
    EXPECT_NEAR(growth.low, (logistic(0.5 - 0.49 + 1) + logistic(0.5 - 0.49 - 1)) / 2, 1e-15);
    EXPECT_NEAR(growth.high, (logistic(0.5 + 0.49 + 1) + logistic(0.5 + 0.49 - 1)) / 2, 1e-15);
}

TEST(CapabilityScore, CountsAnItemForEachOfItsIndicators) {
    const CapabilityScore score = score_capability(small_bank(), {0, 0});
    ASSERT_EQ(score.indicators.size(), 3u);
    EXPECT_EQ(score.indicators[0].code, "I-1");
    EXPECT_NEAR(score.indicators[0].score.share, (0.5 + logistic(-2)) / 2, 1e-15);
    EXPECT_EQ(score.indicators[1].code, "I-2");
    EXPECT_NEAR(score.indicators[1].score.share, logistic(-2), 1e-15);
    EXPECT_EQ(score.indicators[2].dimension, Dimension::Growth);
}

TEST(CapabilityScore, RoundsNothingBeforeTheCuts) {
    EXPECT_EQ(band_of(0), Band::ToImprove);
    EXPECT_EQ(band_of(0.4), Band::ToImprove);
    EXPECT_EQ(band_of(std::nextafter(0.4, 1)), Band::Qualified);
    EXPECT_EQ(band_of(0.44), Band::Qualified);  // the national tool rounds it to 0.4
    EXPECT_EQ(band_of(0.75), Band::Qualified);  // and this to 0.8
    EXPECT_EQ(band_of(std::nextafter(0.8, 0)), Band::Qualified);
    EXPECT_EQ(band_of(0.8), Band::Excellent);
    EXPECT_EQ(band_of(1), Band::Excellent);
}

TEST(CapabilityScore, IsUnsureOfItsBandWhenACutLiesWithinTheInterval) {
    CapabilityBank bank = small_bank();
    bank.measured.items.resize(1);
    bank.contents.resize(1);
    const auto growth_at = [&](double share, double standard_error) {
        const double theta = std::log(share / (1 - share));
        return score_capability(bank, {theta, standard_error}).dimensions[0].score;
    };
    EXPECT_TRUE(growth_at(0.6, 0.3).is_sure);
    EXPECT_EQ(growth_at(0.6, 0.3).band, Band::Qualified);
    EXPECT_FALSE(growth_at(0.6, 0.5).is_sure);   // 0.36 … 0.80
    EXPECT_FALSE(growth_at(0.45, 0.3).is_sure);  // over the lower cut
    EXPECT_EQ(growth_at(0.45, 0.3).band, Band::Qualified);
    EXPECT_FALSE(growth_at(0.75, 0.3).is_sure);
    EXPECT_TRUE(growth_at(0.9, 0.3).is_sure);
    EXPECT_TRUE(growth_at(0.2, 0.3).is_sure);
}

TEST(CapabilityScore, RisesWithTheAbilityInEveryCell) {
    for (const CapabilityLevel level : kAllLevels) {
        const CapabilityBank& bank = testing::product_bank(level);
        CapabilityScore before = score_capability(bank, {-4, 0.35});
        EXPECT_EQ(before.dimensions.size(), 5u);
        EXPECT_EQ(before.indicators.size(), 25u);
        EXPECT_EQ(before.level, level);
        for (double theta = -3.9; theta <= 4; theta += 0.1) {
            const CapabilityScore score = score_capability(bank, {theta, 0.35});
            for (std::size_t i = 0; i < score.dimensions.size(); ++i) {
                EXPECT_GT(score.dimensions[i].score.share, before.dimensions[i].score.share);
            }
            for (std::size_t i = 0; i < score.indicators.size(); ++i) {
                const BandedScore& cell = score.indicators[i].score;
                EXPECT_GT(cell.share, before.indicators[i].score.share);
                EXPECT_LT(cell.low, cell.share);
                EXPECT_LT(cell.share, cell.high);
                EXPECT_GE(cell.low, 0);
                EXPECT_LE(cell.high, 1);
            }
            before = score;
        }
    }
}

TEST(CapabilityScore, ReachesEveryBand) {
    for (const CapabilityLevel level : kAllLevels) {
        const CapabilityBank& bank = testing::product_bank(level);
        const auto band_at = [&](std::size_t dimension, double theta) {
            return score_capability(bank, {theta, 0.35}).dimensions[dimension].score.band;
        };
        for (std::size_t dimension = 0; dimension < 5; ++dimension) {
            EXPECT_EQ(band_at(dimension, -2), Band::ToImprove);
            EXPECT_EQ(band_at(dimension, 0), Band::Qualified);
            EXPECT_EQ(band_at(dimension, 2.5), Band::Excellent);
        }
    }
}

}  // namespace
}  // namespace xueshi::diagnostic
