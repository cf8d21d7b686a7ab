#include "web/locale/later_words.h"
#include "web/locale/locale.h"

#include <gtest/gtest.h>

#include "tests/support/builders.h"

namespace xueshi::locale {
namespace {

const Locale kWords = [] {
    add_compiled_later_words();
    return Locale(chinese());
}();

TEST(Locale, EveryKeyIsWorded) {
    for (std::size_t i = 0; i < kMessageCount; ++i) {
        EXPECT_FALSE(kWords(static_cast<Message>(i)).empty()) << i;
    }
}

TEST(Locale, TakesLaterWordsOfAWholeFileOfThisProgramOnly) {
    const std::string before(kWords(Message::PlanTitle));
    std::string file = "xueshi.words/2 zh-CN screens\n";
    for (std::size_t i = 0; i < kMessageCount; ++i) {
        if (i == static_cast<std::size_t>(Message::DeskKeys)) file += "later";
        file += '\n';
    }
    EXPECT_FALSE(take_later_words(file)) << "without its refusals";
    file += "CameLater\tcame later\t{0} came later\nCameToo\tcame too\t\n";
    EXPECT_FALSE(take_later_words({}));
    EXPECT_FALSE(take_later_words(file.substr(1)));
    EXPECT_FALSE(kWords.knows_refusal("CameLater"));
    EXPECT_NE(kWords(Message::DeskKeys), "later");
    EXPECT_TRUE(take_later_words(file));
    EXPECT_EQ(kWords(Message::DeskKeys), "later");
    EXPECT_EQ(kWords(Message::PlanTitle), before) << "what it leaves out stays";
    EXPECT_EQ(kWords.refusal("CameLater", "a course"), "a course came later");
    EXPECT_EQ(kWords.refusal("CameToo", "a course"), "came too");
    add_compiled_later_words();
}

TEST(Locale, WritesMoneyExactly) {
    EXPECT_EQ(kWords.money(4800), "¥48");
    EXPECT_EQ(kWords.money(4850), "¥48.5");
    EXPECT_EQ(kWords.money(4805), "¥48.05");
    EXPECT_EQ(kWords.money(123456700), "¥1,234,567");
    EXPECT_EQ(kWords.money(-250), "¥-2.5");
    EXPECT_EQ(kWords.price(0), "免费");
    EXPECT_EQ(kWords.money(0), "¥0");
}

TEST(Locale, WritesDatesWithoutSpacesInside) {
    const CivilDate day = testing::date("2017-03-20");
    EXPECT_EQ(kWords.date(day), "3月20日");
    EXPECT_EQ(kWords.date_with_weekday(day), "3月20日 星期一");
    EXPECT_EQ(kWords.short_range(testing::date("2017-04-19"), testing::date("2017-06-19")),
              "4/19–6/19");
    EXPECT_EQ(kWords.date_time(testing::moment("2017-03-10T09:05")), "3月10日 09:05");
}

TEST(Locale, CountsDaysAsPeopleSayThem) {
    EXPECT_EQ(kWords.days_left(0), "今天");
    EXPECT_EQ(kWords.days_left(1), "明天");
    EXPECT_EQ(kWords.days_left(5), "还有 5 天");
    EXPECT_EQ(kWords.days_left(91), "91 天后");
    EXPECT_EQ(kWords.days_left(-1), "昨天");
    EXPECT_EQ(kWords.days_left(-3), "3 天前");
}

TEST(Locale, SaysWhenARunTakesPlace) {
    catalogue::CourseRun run = testing::course_run("r1");
    EXPECT_EQ(kWords.when(run.opens, run.closes, run.sessions), "4/19–6/19");
    run.sessions = {testing::session("2017-05-06T09:00", "2017-05-06T12:00")};
    EXPECT_EQ(kWords.when(run.opens, run.closes, run.sessions), "5/6 周六");
    run.sessions.push_back(testing::session("2017-05-13T09:00", "2017-05-13T12:00"));
    EXPECT_EQ(kWords.when(run.opens, run.closes, run.sessions), "5/6 起");
    EXPECT_EQ(kWords.session(run.sessions[0]), "5月6日 周六 09:00–12:00");
}

TEST(Locale, AddressesTeachersByTheirFamilyName) {
    const Instant morning = testing::moment("2017-03-20T09:00");
    EXPECT_EQ(kWords.greeting(morning, "林晓岚", true), "上午好，林老师");
    EXPECT_EQ(kWords.greeting(morning, "欧阳海", true), "上午好，欧阳老师");
    EXPECT_EQ(kWords.greeting(morning, "Li Lei", true), "上午好，Li Lei老师");
    EXPECT_EQ(kWords.greeting(testing::moment("2017-03-20T19:00"), "海珠区", false),
              "晚上好，海珠区");
    EXPECT_EQ(kWords.greeting(morning, "", true), "上午好");
}

TEST(Locale, EverySubjectAndStageHasAName) {
    for (const std::string_view code : kAllSubjects) EXPECT_NE(kWords.subject(code), code);
    for (const SchoolStage stage : kAllStages) EXPECT_FALSE(kWords.stage(stage).empty());
    EXPECT_EQ(kWords.subject("chinese"), "语文");
    EXPECT_EQ(kWords.subject("vocational_skills"), "专业技能");
    EXPECT_EQ(kWords.stage(SchoolStage::Vocational), "中职");
    EXPECT_EQ(kWords.role(organisation::OrgRole::Centre), "评教中心");
    EXPECT_EQ(kWords.kind(catalogue::CourseKind::Elective), "选修");
    EXPECT_EQ(kWords.fit(app::RunFit::Fits), "放得进");
    EXPECT_EQ(kWords.fit(app::RunFit::Held), "已提交");
    EXPECT_EQ(kWords.trouble(app::RunTrouble::Closed, {}, {}), "选课已经结束");
    EXPECT_EQ(kWords.trouble(app::RunTrouble::NotOpenYet, {}, "3月8日"), "3月8日开始选课");
    EXPECT_EQ(kWords.fit_reason(app::RunFit::Clashes, "甲"), "和方案里的“甲”时间冲突。");
}

TEST(Locale, ARefusalNamesWhatItIsAboutWhenThatIsKnown) {
    EXPECT_EQ(kWords.refusal("SessionsClash", "甲"), "“甲”和另一门课时间冲突，请换掉一门");
    EXPECT_EQ(kWords.refusal("SessionsClash"), "有两门课时间冲突，请换掉一门");
    EXPECT_EQ(kWords.notice("SelectionConfirmed", "7Q4K2-0MXTA"), "选课已确认，回执 7Q4K2-0MXTA");
}

TEST(Locale, AnUnknownCodeStillSaysWhatToDo) {
    const std::string sentence = kWords.refusal("SomethingNew");
    EXPECT_FALSE(kWords.knows_refusal("SomethingNew"));
    EXPECT_NE(sentence.find("SomethingNew"), std::string::npos);
    EXPECT_NE(sentence.find("969300"), std::string::npos);
}

}  // namespace
}  // namespace xueshi::locale
