#include "core/base/deci_hours.h"

#include <gtest/gtest.h>

namespace xueshi {
namespace {

TEST(DeciHours, ReadsTenthsExactly) {
    EXPECT_EQ(parse_hours("4.5"), DeciHours{45});
    EXPECT_EQ(parse_hours("18"), whole_hours(18));
    EXPECT_EQ(parse_hours("18.0"), whole_hours(18));
    EXPECT_EQ(parse_hours("0.1"), DeciHours{1});
    EXPECT_EQ(parse_hours("71.9"), DeciHours{719});
}

TEST(DeciHours, RefusesFinerSignedOrOddInput) {
    for (const char* text : {"4.55", "-1", "+1", "1e2", ".5", "5.", "", " 5", "5 ", "1000001", "０"}) {
        EXPECT_FALSE(parse_hours(text)) << text;
    }
}

TEST(DeciHours, WritesNoTrailingZero) {
    EXPECT_EQ(format_hours(whole_hours(72)), "72");
    EXPECT_EQ(format_hours({115}), "11.5");
    EXPECT_EQ(format_hours({5}), "0.5");
}

TEST(DeciHours, MissesNothingWhenThereIsEnough) {
    EXPECT_EQ(missing_hours(whole_hours(30), whole_hours(18)), DeciHours{});
    EXPECT_EQ(missing_hours({719}, whole_hours(72)), DeciHours{1});
}

}  // namespace
}  // namespace xueshi
