#include "core/base/portable_math.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/pcg32.h"

namespace xueshi {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

double from_bits(std::uint64_t bits) {
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

// Units in the last place between two finite values of one sign.
std::int64_t units_between(double left, double right) {
    return std::abs(static_cast<std::int64_t>(bits_of(left) - bits_of(right)));
}

// 0 to below 1.
double fraction(Pcg32& generator) {
    return (generator.draw() + generator.draw() * 0x1p-32) * 0x1p-32;
}

// Any positive double, subnormal ones too, up to the largest.
double any_positive(Pcg32& generator) {
    const std::uint64_t bits = (std::uint64_t{generator.draw()} << 32) | generator.draw();
    return from_bits(bits % bits_of(kInfinity));
}

TEST(PortableMath, IsTheExponentialToOneUnit) {
    Pcg32 generator(1);
    for (int i = 0; i < 200'000; ++i) {
        const double reach = i % 3 == 0 ? 745 : i % 3 == 1 ? 2 : 40;
        const double x = (2 * fraction(generator) - 1) * (reach > 700 && i % 2 == 0 ? 709 : reach);
        ASSERT_LE(units_between(portable_exp(x), std::exp(x)), 1) << x;
    }
}

TEST(PortableMath, IsTheLogarithmToOneUnit) {
    Pcg32 generator(2);
    for (int i = 0; i < 200'000; ++i) {
        const double near_one = 1 + (fraction(generator) - 0.5) * (i % 4 == 1 ? 1e-3 : 0.9);
        const double x = i % 2 == 0 ? any_positive(generator) : near_one;
        if (x == 1 || x == 0) continue;
        ASSERT_LE(units_between(portable_log(x), std::log(x)), 1) << x;
    }
}

TEST(PortableMath, KeepsItsDigitsForTinyArguments) {
    Pcg32 generator(3);
    for (int i = 0; i < 100'000; ++i) {
        const double x = std::exp(-700 * fraction(generator)) * (i % 2 == 0 ? 1 : 20);
        ASSERT_LE(units_between(portable_log1p(x), std::log1p(x)), 2) << x;
        ASSERT_LE(units_between(portable_one_minus_exp(x), -std::expm1(-x)), 2) << x;
    }
}

TEST(PortableMath, KnowsTheEndsOfItsRange) {
    EXPECT_EQ(portable_exp(0), 1);
    EXPECT_EQ(portable_exp(-kInfinity), 0);
    EXPECT_EQ(portable_exp(kInfinity), kInfinity);
    EXPECT_EQ(portable_exp(1e300), kInfinity);
    EXPECT_EQ(portable_exp(-1e300), 0);
    EXPECT_TRUE(std::isfinite(portable_exp(709.782712893384)));
    EXPECT_EQ(portable_exp(709.7827128933841), kInfinity);
    EXPECT_EQ(portable_exp(-745.1332191019411), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(portable_exp(-745.1332191019412), 0);
    EXPECT_TRUE(std::isnan(portable_exp(std::nan(""))));

    EXPECT_EQ(portable_log(1), 0);
    EXPECT_EQ(portable_log(0), -kInfinity);
    EXPECT_EQ(portable_log(kInfinity), kInfinity);
    EXPECT_TRUE(std::isnan(portable_log(-1)));
    EXPECT_TRUE(std::isnan(portable_log(std::nan(""))));
    EXPECT_EQ(portable_log(std::numeric_limits<double>::denorm_min()), std::log(0x1p-1074));
    EXPECT_EQ(portable_log1p(0), 0);
    EXPECT_EQ(portable_log1p(kInfinity), kInfinity);
    EXPECT_EQ(portable_one_minus_exp(0), 0);
    EXPECT_EQ(portable_one_minus_exp(kInfinity), 1);
}

// One literal for every host that runs this test, the native and the WebAssembly: a million results
// of each, bit for bit. A change of the arithmetic changes the literal; a difference between hosts
// is a fault.
TEST(PortableMath, GivesTheSameBitsOnEveryHost) {
    Pcg32 generator(42);
    std::uint64_t sum = 0;
    const auto add = [&sum](double value) { sum = (sum ^ bits_of(value)) * 0x100000001b3; };
    for (int i = 0; i < 1'000'000; ++i) {
        const double x = (2 * fraction(generator) - 1) * (i % 2 == 0 ? 750 : 5);
        add(portable_exp(x));
        add(portable_log(any_positive(generator)));
        add(portable_log(1 + fraction(generator)));
        add(portable_log1p(portable_exp(-std::fabs(x))));
        add(portable_one_minus_exp(std::fabs(x)));
    }
    EXPECT_EQ(sum, 12382485555776168832u);
}

}  // namespace
}  // namespace xueshi
