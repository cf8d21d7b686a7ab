#include "core/codec/real_text.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/pcg32.h"

namespace xueshi::codec {
namespace {

TEST(RealText, WritesSeventeenDigits) {
    EXPECT_EQ(format_real(0.25), "0.25000000000000000");
    EXPECT_EQ(format_real(0), "0.0000000000000000");
    EXPECT_EQ(format_real(-0.0), "0.0000000000000000");
    EXPECT_EQ(format_real(-1), "-1.0000000000000000");
    EXPECT_EQ(format_real(0.1), "0.10000000000000001");
    EXPECT_EQ(format_real(1.0 / 3), "0.33333333333333331");
    EXPECT_EQ(format_real(123.456), "123.45600000000000");
    EXPECT_EQ(format_real(1e16), "10000000000000000");
    EXPECT_EQ(format_real(1e17), "1.0000000000000000e+17");
    EXPECT_EQ(format_real(1e-5), "0.000010000000000000001");
    EXPECT_EQ(format_real(1e-7), "9.9999999999999995e-08");
    EXPECT_EQ(format_real(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
    EXPECT_EQ(format_real(std::numeric_limits<double>::denorm_min()), "4.9406564584124654e-324");
    // Half to even, when the exact value is half way; and nines that carry through every digit.
    EXPECT_EQ(format_real(1000000000000000.25), "1000000000000000.2");
    EXPECT_EQ(format_real(1000000000000000.75), "1000000000000000.8");
    EXPECT_EQ(format_real(0x1.7688bb5394c25p+325), "1.0000000000000000e+98");
}

TEST(RealText, ReadsTheNearestDouble) {
    EXPECT_EQ(parse_real("0.1"), 0.1);
    EXPECT_EQ(parse_real("-1.5e-3"), -0.0015);
    EXPECT_EQ(parse_real("1E2"), 100);
    EXPECT_EQ(parse_real("9007199254740993"), 9007199254740992.0);
    EXPECT_EQ(parse_real("9007199254740993.00000000000000000000000000000000000000000001"),
              9007199254740994.0);
    EXPECT_EQ(parse_real("2.2250738585072011e-308"), 0x0.fffffffffffffp-1022);
    EXPECT_EQ(parse_real("2.4703282292062327e-324"), 0);
    EXPECT_EQ(parse_real("2.4703282292062328e-324"), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(parse_real("1.7976931348623158e308"), std::numeric_limits<double>::max());
}

TEST(RealText, ReadsBackWhatItWrote) {
    Pcg32 generator(5);
    for (int i = 0; i < 5'000; ++i) {
        const std::uint64_t bits = (std::uint64_t{generator.draw()} << 32) | generator.draw();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        ASSERT_EQ(parse_real(format_real(value)), value) << format_real(value);
        const double common = static_cast<double>(generator.draw()) / 1e6 - 2000;
        ASSERT_EQ(parse_real(format_real(common)), common);
    }
}

}  // namespace
}  // namespace xueshi::codec
