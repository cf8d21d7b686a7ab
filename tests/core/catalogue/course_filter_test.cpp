#include "core/catalogue/course_filter.h"

#include <gtest/gtest.h>

#include "tests/core/catalogue/search_catalogue.h"

namespace xueshi::catalogue {
namespace {

using testing::SearchCatalogue;

CourseRun primary_chinese_course() {
    CourseRun run = SearchCatalogue::run("1", "朗读");
    run.stages = {SchoolStage::Primary};
    run.subjects = {"chinese"};
    run.fee_fen = 2600;
    return run;
}

TEST(CourseFilter, AcceptsEverythingWhenNothingIsSet) {
    EXPECT_TRUE(CourseFilter{}.accepts(primary_chinese_course()));
    EXPECT_TRUE(CourseFilter{}.accepts(CourseRun{}));
    EXPECT_EQ(CourseFilter{}.active_count(), 0u);
}

TEST(CourseFilter, StageAndSubjectAlsoAcceptWhatIsForEveryone) {
    CourseFilter filter;
    filter.stage = SchoolStage::Primary;
    filter.subject = "chinese";
    EXPECT_TRUE(filter.accepts(primary_chinese_course()));
    EXPECT_TRUE(filter.accepts(SearchCatalogue::run("2", "公需")));
    filter.stage = SchoolStage::Vocational;
    EXPECT_FALSE(filter.accepts(primary_chinese_course()));
    filter.stage = SchoolStage::Primary;
    filter.subject = "music";
    EXPECT_FALSE(filter.accepts(primary_chinese_course()));
}

TEST(CourseFilter, TellsTheItProgrammeFromOtherProfessionalHours) {
    CourseRun run = primary_chinese_course();
    CourseFilter filter;
    filter.kinds = {CourseKind::Professional};
    EXPECT_TRUE(filter.accepts(run));
    run.it_part = ItPart::Required;
    EXPECT_FALSE(filter.accepts(run));
    filter.kinds = {CourseKind::Public, CourseKind::ItRequired};
    EXPECT_TRUE(filter.accepts(run));
    run.it_part = ItPart::Elective;
    EXPECT_FALSE(filter.accepts(run));
}

TEST(CourseFilter, ListsAcceptAnyOfTheirMembers) {
    CourseRun run = primary_chinese_course();
    run.theme = "T5";
    run.delivery = DeliveryMode::Blended;
    run.admission = Admission::SignUp;
    CourseFilter filter;
    filter.themes = {"T4", "T5"};
    filter.deliveries = {DeliveryMode::FaceToFace, DeliveryMode::Blended};
    filter.admissions = {Admission::SignUp};
    EXPECT_TRUE(filter.accepts(run));
    filter.themes = {"T4"};
    EXPECT_FALSE(filter.accepts(run));
    filter.themes = {};
    filter.deliveries = {DeliveryMode::Distance};
    EXPECT_FALSE(filter.accepts(run));
    filter.deliveries = {};
    filter.admissions = {Admission::Selection};
    EXPECT_FALSE(filter.accepts(run));
}

TEST(CourseFilter, FeeBoundsAreInclusive) {
    CourseFilter filter;
    filter.fee = {.min_fen = 2600, .max_fen = 2600};
    EXPECT_TRUE(filter.accepts(primary_chinese_course()));
    filter.fee.max_fen = 2599;
    EXPECT_FALSE(filter.accepts(primary_chinese_course()));
    filter.fee = {.min_fen = 2601, .max_fen = std::nullopt};
    EXPECT_FALSE(filter.accepts(primary_chinese_course()));
}

TEST(CourseFilter, ARunBeginsWithItsFirstSession) {
    CourseRun run = primary_chinese_course();  // opens on 19 April
    CourseFilter filter;
    filter.begins = {.from = make_date(2017, 4, 29), .to = make_date(2017, 4, 29)};
    EXPECT_FALSE(filter.accepts(run));
    run.sessions = {
        {*parse_local_minute("2017-05-06T09:00"), *parse_local_minute("2017-05-06T12:00")},
        {*parse_local_minute("2017-04-29T09:00"), *parse_local_minute("2017-04-29T12:00")}};
    EXPECT_TRUE(filter.accepts(run));
    filter.begins = {.from = make_date(2017, 4, 30), .to = std::nullopt};
    EXPECT_FALSE(filter.accepts(run));
}

TEST(CourseFilter, CountsItsConditions) {
    CourseFilter filter;
    filter.stage = SchoolStage::Primary;
    filter.themes = {"T1", "T2"};
    filter.fee.max_fen = 3000;
    EXPECT_EQ(filter.active_count(), 3u);
}

}  // namespace
}  // namespace xueshi::catalogue
