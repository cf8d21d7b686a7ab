#include "web/runtime/domain_clock.h"

#include <gtest/gtest.h>

namespace xueshi::runtime {
namespace {

constexpr std::int64_t kDayMs = std::int64_t{24} * 60 * 60 * 1000;
constexpr std::int64_t kThen = 1'489'107'600'000;
constexpr std::int64_t kWallThen = 1'700'000'000'000;

DomainClock after_days(std::int64_t days) {
    DomainClock clock;
    clock.resume(kThen, kWallThen, kWallThen + days * kDayMs, 0);
    return clock;
}

TEST(DomainClock, CountsTheDaysAPageWasClosed) {
    for (const std::int64_t days : {0, 1, 62, 299}) {
        const DomainClock clock = after_days(days);
        EXPECT_FALSE(clock.is_doubtful()) << days;
        EXPECT_EQ(clock.now(500).utc_ms, kThen + days * kDayMs + 500);
    }
}

TEST(DomainClock, DoesNotBelieveACalendarThatIsWholeYearsOff) {
    for (const std::int64_t days : {-3 * 365, -365, -1, 365, 366, 5 * 365}) {
        const DomainClock clock = after_days(days);
        EXPECT_TRUE(clock.is_doubtful()) << days;
        EXPECT_EQ(clock.now(500).utc_ms, kThen + 500) << "time is counted from the server's last word";
    }
}

TEST(DomainClock, IsSureAgainWhenTheServerIsHeard) {
    DomainClock clock = after_days(365);
    clock.hear(kThen + 1, 1000);
    EXPECT_FALSE(clock.is_doubtful());
    EXPECT_EQ(clock.now(1000).utc_ms, kThen + 1);
}

}  // namespace
}  // namespace xueshi::runtime
