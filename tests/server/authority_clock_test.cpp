#include "server/authority/authority_clock.h"

#include <gtest/gtest.h>

namespace xueshi::authority {
namespace {

using std::chrono::milliseconds;

TEST(AuthorityClock, StartsWhereItIsToldAndRunsOn) {
    milliseconds elapsed{0};
    const auto clock =
        AuthorityClock::starting_at(Instant{5000}, Instant{}, [&] { return elapsed; });
    EXPECT_EQ(clock.now().utc_ms, 5000);
    elapsed = milliseconds{250};
    EXPECT_EQ(clock.now().utc_ms, 5250);
}

TEST(AuthorityClock, ResumesAtTheLatestStoredMomentWhenThatIsLater) {
    const auto still = [] { return milliseconds{0}; };
    EXPECT_EQ(AuthorityClock::starting_at(Instant{5000}, Instant{7000}, still).now().utc_ms, 7000);
    EXPECT_EQ(AuthorityClock::starting_at(Instant{5000}, Instant{3000}, still).now().utc_ms, 5000);
}

TEST(AuthorityClock, IsTheRealTimeWhenNothingElseIsSaid) {
    const std::int64_t before = AuthorityClock::real().now().utc_ms;
    EXPECT_GT(before, 1'700'000'000'000) << "later than 2023";
    EXPECT_GE(AuthorityClock::real().now().utc_ms, before);
}

}  // namespace
}  // namespace xueshi::authority
