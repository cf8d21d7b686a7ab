#include "core/base/stamp.h"

#include <gtest/gtest.h>

#include "core/base/latest.h"

namespace xueshi {
namespace {

TEST(Stamp, NeverGoesBackWhenTheClockDoes) {
    const Stamp first = next_stamp({}, 1000, "a");
    const Stamp second = next_stamp(first, 400, "a");
    EXPECT_LT(first, second);
    EXPECT_EQ(second.wall_ms, 1000);
}

TEST(Stamp, ReadsWhatItWrites) {
    const Stamp stamp{1489107600000, 7, "0123456789abcdef0123456789abcdef"};
    EXPECT_EQ(parse_stamp(format_stamp(stamp)), stamp);
    for (const char* text : {"", "1-2", "-1-0-a", "1-x-a", "1-0-", "1-0-a b", "99999999999999999999-0-a"}) {
        EXPECT_FALSE(parse_stamp(text)) << text;
    }
}

TEST(Latest, KeepsTheGreatestStampInAnyOrder) {
    const Stamp early{1, 0, "a"};
    const Stamp late{1, 0, "b"};
    Latest<int> forward;
    forward.offer(10, early);
    forward.offer(20, late);
    Latest<int> backward;
    backward.offer(20, late);
    EXPECT_FALSE(backward.offer(10, early));
    EXPECT_FALSE(backward.offer(99, late)) << "the same write twice has no effect";
    EXPECT_EQ(forward, backward);
    EXPECT_EQ(forward.value, 20);
}

}  // namespace
}  // namespace xueshi
