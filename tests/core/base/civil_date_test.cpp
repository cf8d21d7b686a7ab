#include "core/base/civil_date.h"

#include <gtest/gtest.h>

namespace xueshi {
namespace {

TEST(CivilDate, ReadsAndWritesTheSameDay) {
    for (const char* text : {"2017-02-28", "2016-02-29", "2017-12-31", "1970-01-01", "1969-12-31"}) {
        const auto date = parse_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(format_date(*date), text);
    }
}

TEST(CivilDate, RefusesDaysThatDoNotExist) {
    for (const char* text : {"2017-02-29", "2017-13-01", "2017-00-10", "2017-1-01", "2017-01-32", "", "x"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(CivilDate, KnowsThatTheFourApprovalDatesAreSaturdays) {
    for (const char* text : {"2017-03-25", "2017-04-01", "2017-04-08", "2017-04-15"}) {
        EXPECT_EQ(parse_date(text)->weekday(), 5) << text;
    }
}

TEST(CivilDate, CountsTheTermAsSixtyTwoDays) {
    EXPECT_EQ(parse_date("2017-06-19")->days - parse_date("2017-04-19")->days + 1, 62);
}

TEST(LocalMinute, IsEightHoursAheadOfUtc) {
    const LocalMinute nine = *parse_local_minute("2017-03-10T09:00");
    EXPECT_EQ(instant_of(nine).utc_ms, 1489107600000);
    EXPECT_EQ(format_local_minute(local_minute_of(instant_of(nine))), "2017-03-10T09:00");
}

TEST(LocalMinute, RefusesTimesThatDoNotExist) {
    for (const char* text : {"2017-03-10T24:00", "2017-03-10T09:60", "2017-03-10 09:00", "2017-03-10T9:00"}) {
        EXPECT_FALSE(parse_local_minute(text)) << text;
    }
}

TEST(Deadline, IsInclusiveToTheLastMillisecondOfItsDay) {
    const CivilDate deadline = *parse_date("2017-03-25");
    const std::int64_t midnight = start_of({deadline.days + 1}).utc_ms;
    EXPECT_TRUE(is_before_end_of(deadline, {midnight - 1}));
    EXPECT_FALSE(is_before_end_of(deadline, {midnight}));
}

}  // namespace
}  // namespace xueshi
