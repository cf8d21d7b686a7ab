#include "server/sample/sample_courses.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/codec/rule_pack_json.h"
#include "core/plan/assessment.h"
#include "server/sample/course_blueprints.h"
#include "server/sample/course_schedule.h"
#include "server/sample/course_themes.h"
#include "server/sample/teaching_areas.h"

namespace xueshi::sample {
namespace {

using catalogue::Admission;
using catalogue::CourseRun;
using catalogue::DeliveryMode;
using catalogue::ItPart;

constexpr std::size_t kRuns = 1'200;

const std::vector<CourseRun>& runs() {
    static const std::vector<CourseRun> made = make_course_runs(2017, kRuns);
    return made;
}

TEST(SampleCourses, AreExactlyAsManyAsAskedFor) {
    EXPECT_EQ(runs().size(), kRuns);
    EXPECT_EQ(make_course_runs(2017, kFewestCourseRuns).size(), kFewestCourseRuns);
    EXPECT_EQ(make_course_runs(2017, 5'000).size(), 5'000u);
}

TEST(SampleCourses, HaveUniqueIdsInAscendingOrder) {
    for (const std::size_t count : {kFewestCourseRuns, kRuns, std::size_t{20'000}}) {
        const std::vector<CourseRun> made = make_course_runs(2017, count);
        for (std::size_t i = 0; i < made.size(); ++i) {
            ASSERT_TRUE(is_valid_id_text(made[i].id.text)) << made[i].id.text;
            ASSERT_TRUE(is_valid_id_text(made[i].course_id.text));
            if (i > 0) {
                ASSERT_TRUE(made[i - 1].id < made[i].id) << made[i].id.text;
            }
        }
    }
}

TEST(SampleCourses, DependOnTheSeedAndOnNothingElse) {
    EXPECT_EQ(runs(), make_course_runs(2017, kRuns));
    EXPECT_NE(runs(), make_course_runs(2018, kRuns));
}

TEST(SampleCourses, CoverEveryThemeWithItsExactNameForEveryone) {
    ASSERT_EQ(kCourseThemes.size(), 27u);
    for (const CourseTheme& theme : kCourseThemes) {
        const bool is_there = std::any_of(runs().begin(), runs().end(), [&](const CourseRun& run) {
            return run.theme == theme.code && run.title == theme.name && run.stages.empty() &&
                   run.subjects.empty() && run.admission == Admission::Selection;
        });
        EXPECT_TRUE(is_there) << theme.code;
    }
}

TEST(SampleCourses, ThemeHoursSumUpToTheStandards) {
    int maxima = 0;
    for (const CourseTheme& theme : kCourseThemes) maxima += theme.max_hours;
    EXPECT_EQ(maxima, 208) << "134 + 62 + 12, domain.md 3.2";
}

TEST(SampleCourses, NeverExceedTheHoursOfTheirTheme) {
    std::map<std::string, std::int64_t> longest;
    std::map<std::string, ItPart> part;
    for (const CourseTheme& theme : kCourseThemes) {
        longest[std::string(theme.code)] = theme.max_hours * 10;
        part[std::string(theme.code)] = theme.part;
    }
    for (const auto& courses : {theme_name_courses(), written_it_courses(), topic_courses()}) {
        for (const CourseBlueprint& course : courses) {
            ASSERT_TRUE(longest.contains(course.theme)) << course.title;
            EXPECT_LE(course.hours.tenths, longest[course.theme]) << course.title;
            EXPECT_GT(course.hours.tenths, 0) << course.title;
            EXPECT_EQ(course.it_part, part[course.theme]) << course.title;
        }
    }
}

TEST(SampleCourses, BearManyDifferentTitlesAndNoCourseBearsTwo) {
    std::map<std::string, std::string> title_of;
    std::map<std::string, std::string> course_of;
    for (const CourseRun& run : runs()) {
        EXPECT_EQ(title_of.try_emplace(run.course_id.text, run.title).first->second, run.title);
        EXPECT_EQ(course_of.try_emplace(run.title, run.course_id.text).first->second,
                  run.course_id.text)
            << run.title;
        EXPECT_FALSE(run.summary.empty());
        EXPECT_FALSE(run.provider.empty());
        EXPECT_EQ(run.title.find('{'), std::string::npos);
        EXPECT_EQ(run.summary.find('{'), std::string::npos);
    }
    EXPECT_GE(course_of.size(), 500u);
}

TEST(SampleCourses, ThePublicSubjectIsOneFreeRunUntilTheEndOfTheYear) {
    int count = 0;
    for (const CourseRun& run : runs()) {
        if (run.category != HourCategory::Public) continue;
        ++count;
        EXPECT_EQ(run.id.text, kPublicRunId);
        EXPECT_EQ(run.title, "《“一带一路”战略规划》");
        EXPECT_EQ(run.hours, whole_hours(18));
        EXPECT_EQ(run.fee_fen, 0);
        EXPECT_EQ(run.opens, *make_date(2017, 3, 8));
        EXPECT_EQ(run.closes, *make_date(2017, 12, 31));
        EXPECT_TRUE(run.phase_id.empty() && run.stages.empty() && run.sessions.empty());
    }
    EXPECT_EQ(count, 1);
}

TEST(SampleCourses, HoldThirtyTwoSpecialProjectsAndExternalCoursesForVocationalTeachers) {
    std::map<Admission, int> counts;
    for (const CourseRun& run : runs()) {
        ++counts[run.admission];
        if (run.admission != Admission::External) continue;
        EXPECT_EQ(run.stages, std::vector{SchoolStage::Vocational}) << run.title;
    }
    EXPECT_EQ(counts[Admission::SignUp] + counts[Admission::Organiser], 32);
    EXPECT_GT(counts[Admission::SignUp], 0);
    EXPECT_GT(counts[Admission::Organiser], 0);
    EXPECT_GT(counts[Admission::External], 0);
}

TEST(SampleCourses, OfTheTermStayInsideIt) {
    for (const CourseRun& run : make_course_runs(7, 5'000)) {
        ASSERT_LE(run.opens, run.closes) << run.id.text;
        if (run.phase_id.empty()) {
            EXPECT_TRUE(run.sessions.empty()) << run.id.text;
            continue;
        }
        EXPECT_EQ(run.phase_id, kPhaseId);
        EXPECT_GE(run.opens, term_begins()) << run.id.text;
        EXPECT_LE(run.closes, term_ends()) << run.id.text;
        for (const catalogue::Session& session : run.sessions) {
            EXPECT_LT(session.begins, session.ends);
            EXPECT_GE(session.begins.date(), run.opens) << run.id.text;
            EXPECT_LE(session.ends.date(), run.closes) << run.id.text;
        }
    }
}

TEST(SampleCourses, MeetAsLongAsTheyCountFor) {
    for (const CourseRun& run : make_course_runs(7, 5'000)) {
        if (run.phase_id.empty()) continue;
        std::int64_t tenths = 0;
        for (const catalogue::Session& session : run.sessions) {
            tenths += (session.ends.minutes - session.begins.minutes) / 6;
        }
        if (run.delivery == DeliveryMode::Distance) {
            EXPECT_EQ(tenths, 0) << run.id.text;
        }
        if (run.delivery == DeliveryMode::Blended) {
            EXPECT_GT(tenths, 0) << run.id.text;
        }
        if (run.delivery == DeliveryMode::FaceToFace) {
            EXPECT_GE(tenths, run.hours.tenths) << run.id.text;
            EXPECT_LT(tenths, run.hours.tenths + 30) << run.id.text;
        }
    }
}

TEST(SampleCourses, SpeakOfKnownSubjectsOnly) {
    for (const CourseRun& run : make_course_runs(2017, 20'000)) {
        for (const std::string& subject : run.subjects) {
            ASSERT_TRUE(is_known_subject(subject)) << subject;
        }
    }
}

// Whoever teaches whatever: distance courses alone, one run of each, fulfil the year.
class EveryTeachingArea : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EveryTeachingArea, CanFulfilTheYear) {
    const auto rules = codec::built_in_rules().rules_of(AllocatedYear{2017});
    ASSERT_TRUE(rules.ok());
    catalogue::Catalogue catalogue;
    std::uint64_t sequence = 0;
    const std::vector<CourseRun> city = make_course_runs(2017, GetParam());
    for (const CourseRun& run : city) catalogue.publish(run, ++sequence);

    for (const TeachingArea& area : teaching_areas()) {
        std::set<std::string> courses;
        std::vector<CourseRunId> chosen;
        for (const CourseRun& run : city) {
            const bool is_open = run.admission == Admission::Selection && run.sessions.empty() &&
                                 run.is_for(area.stage, std::string(area.subject));
            if (is_open && courses.insert(run.course_id.text).second) chosen.push_back(run.id);
        }
        const plan::Assessment assessment = plan::assess({.rules = *rules,
                                                          .records = {},
                                                          .selections = {},
                                                          .catalogue = catalogue,
                                                          .chosen = chosen});
        for (const plan::RequirementProgress& requirement : assessment.requirements) {
            EXPECT_TRUE(requirement.is_met())
                << area.stage_name << area.subject_name << ' ' << requirement.requirement_id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(SampleCourses,
                         EveryTeachingArea,
                         ::testing::Values(kFewestCourseRuns, kRuns));

}  // namespace
}  // namespace xueshi::sample
