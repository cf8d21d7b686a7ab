#include "core/enrolment/course_selection.h"

#include <gtest/gtest.h>

#include "tests/support/builders.h"

namespace xueshi::enrolment {
namespace {

using namespace xueshi::testing;

class SelectionTest : public ::testing::Test {
  protected:
    void publish(catalogue::CourseRun run) { catalogue_.publish(std::move(run), ++sequence_); }

    Result<SelectionReceipt> submit(std::vector<std::string> ids, const std::string& selection = "s1") {
        SubmitSelection command{SelectionId{selection}, {}};
        for (const std::string& id : ids) command.course_run_ids.emplace_back(id);
        return decide_submission(context(), command);
    }
    SelectionContext context() const {
        return {.now = now_,
                .fresh_receipt_id = ReceiptId{"7Q4K2-0MXTA"},
                .teacher = teacher_,
                .selections = selections_,
                .catalogue = catalogue_,
                .rules = rules_};
    }
    void expect_refusal(std::vector<std::string> ids, ErrorCode code, const std::string& subject) {
        const auto receipt = submit(std::move(ids));
        ASSERT_FALSE(receipt);
        EXPECT_EQ(receipt.error().code, code) << receipt.error().code.name();
        EXPECT_EQ(receipt.error().subject, subject);
    }

    Instant now_ = moment("2017-03-10T09:00");
    organisation::TeacherProfile teacher_ = teacher_profile();
    CourseSelections selections_;
    catalogue::Catalogue catalogue_;
    rules::RuleBook rules_ = codec::built_in_rules();
    std::uint64_t sequence_ = 0;
};

TEST_F(SelectionTest, ConfirmsWithAReceiptThatSumsHoursAndFees) {
    publish(course_run("R2"));
    publish(course_run("R1"));
    const auto receipt = submit({"R2", "R1"});
    ASSERT_TRUE(receipt) << receipt.error().code.name();
    EXPECT_EQ(receipt->receipt_id.text, "7Q4K2-0MXTA");
    EXPECT_EQ(receipt->hours, whole_hours(12));
    EXPECT_EQ(receipt->fee_fen, 4800);
    EXPECT_EQ(receipt->confirmed_at, now_);
    EXPECT_EQ(receipt->course_run_ids[0].text, "R1") << "in ascending order";
}

TEST_F(SelectionTest, OpensOnTheDayOfTheNoticeAndNotBefore) {
    publish(course_run("R1"));
    now_ = moment("2017-03-07T23:59");
    expect_refusal({"R1"}, kSelectionNotOpen, "R1");
    now_ = moment("2017-03-08T00:00");
    EXPECT_TRUE(submit({"R1"}));
}

TEST_F(SelectionTest, ClosesAtTheEndOfTheLastDayOfTheTerm) {
    publish(course_run("R1"));
    now_ = moment("2017-06-19T23:59");
    EXPECT_TRUE(submit({"R1"}));
    now_ = moment("2017-06-20T00:00");
    expect_refusal({"R1"}, kSelectionClosed, "R1");
}

TEST_F(SelectionTest, KeepsThePublicSubjectOpenUntilTheEndOfTheYear) {
    auto run = course_run("PUB");
    run.category = HourCategory::Public;
    run.phase_id.clear();
    run.opens = date("2017-03-08");
    run.closes = date("2017-12-31");
    publish(run);
    now_ = moment("2017-12-31T23:59");
    EXPECT_TRUE(submit({"PUB"}));
    now_ = moment("2018-01-01T00:00");
    expect_refusal({"PUB"}, kCourseRunOver, "PUB");
}

TEST_F(SelectionTest, RefusesWhatIsNotOpenToThisTeacher) {
    auto run = course_run("R1");
    run.stages = {SchoolStage::Vocational};
    publish(run);
    expect_refusal({"R1"}, kNotForThisTeacher, "R1");
    expect_refusal({"R9"}, kUnknownCourseRun, "R9");
    auto special = course_run("SP");
    special.admission = catalogue::Admission::SignUp;
    publish(special);
    expect_refusal({"SP"}, kNotBySelection, "SP");
}

TEST_F(SelectionTest, RefusesClashesButNotSessionsThatTouch) {
    auto first = course_run("R1");
    first.sessions = {session("2017-04-22T09:00", "2017-04-22T12:00")};
    auto touching = course_run("R2");
    touching.sessions = {session("2017-04-22T12:00", "2017-04-22T15:00")};
    auto clashing = course_run("R3");
    clashing.sessions = {session("2017-04-22T11:59", "2017-04-22T13:00")};
    publish(first);
    publish(touching);
    publish(clashing);
    EXPECT_TRUE(submit({"R1", "R2"}));
    expect_refusal({"R1", "R3"}, kSessionsClash, "R3");
}

TEST_F(SelectionTest, CountsACourseOnceAcrossSelections) {
    publish(course_run("R1"));
    auto other_run = course_run("R2");
    other_run.course_id = CourseId{"C-R1"};
    publish(other_run);
    expect_refusal({"R1", "R2"}, kAlreadySelected, "R2");
    selections_[SelectionId{"s0"}].receipt = *submit({"R1"}, "s0");
    expect_refusal({"R2"}, kAlreadySelected, "R2");
    selections_[SelectionId{"s0"}].withdrawn_at = now_;
    EXPECT_TRUE(submit({"R2"})) << "a withdrawn selection holds nothing";
}

TEST_F(SelectionTest, RefusesEmptyTooLongAndRepeatedSubmissions) {
    publish(course_run("R1"));
    expect_refusal({}, kNothingSelected, "");
    expect_refusal(std::vector<std::string>(kMaxRunsPerSelection + 1, "R1"), kTooManyRuns, "");
    selections_[SelectionId{"s1"}].receipt = *submit({"R1"});
    expect_refusal({"R1"}, kSelectionExists, "s1");
}

TEST_F(SelectionTest, CanBeWithdrawnUntilPaidOrBegun) {
    publish(course_run("R1"));
    selections_[SelectionId{"s1"}].receipt = *submit({"R1"});
    const WithdrawSelection command{SelectionId{"s1"}};
    EXPECT_TRUE(decide_withdrawal(context(), command));

    now_ = moment("2017-04-19T00:00");
    EXPECT_EQ(decide_withdrawal(context(), command).error().code, kCourseRunBegun);
    now_ = moment("2017-03-10T09:00");
    selections_[SelectionId{"s1"}].payment.offer(PaymentState::Paid, Stamp{1, 0, "server"});
    EXPECT_EQ(decide_withdrawal(context(), command).error().code, kSelectionPaid);
    EXPECT_EQ(decide_withdrawal(context(), {SelectionId{"s2"}}).error().code, kUnknownSelection);
}

TEST_F(SelectionTest, HasNoRulesForAYearWithoutAPack) {
    publish(course_run("R1"));
    now_ = moment("2011-05-01T09:00");
    expect_refusal({"R1"}, rules::kNoRulePack, "2011");
}

TEST(ReceiptNumber, IsReadableAndDiffersWithItsBits) {
    EXPECT_EQ(make_receipt_id(0).text, "00000-00000");
    EXPECT_NE(make_receipt_id(1).text, make_receipt_id(std::uint64_t{1} << 49).text);
    for (const char c : make_receipt_id(~std::uint64_t{0}).text) {
        EXPECT_EQ(std::string("ILOU").find(c), std::string::npos);
    }
}

}  // namespace
}  // namespace xueshi::enrolment
