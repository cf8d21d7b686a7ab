// What becomes of registered hours: the cap of research hours, reviews, corrections and cancellations, and each refusal.
#include <gtest/gtest.h>

#include <string>

#include "core/verification/record_count.h"
#include "tests/support/registration_world.h"

namespace xueshi::registration {
namespace {

using enrolment::Verdict;
using ledger::HourSource;
using organisation::OrgRole;
using testing::activity;
using testing::RegistrationWorld;

const RegistrationId kId{"r"};
const RegisterKey kAnna{TeacherId{"anna"}, {}};
const RegisterKey kSchool{{}, UnitId{"school-a"}};
const std::vector<Evidence> kScan = {{AttachmentId{"scan"}, "证书.pdf"}};
const organisation::Actor kPrincipal = testing::principal_of("school-a");
const organisation::Actor kAdministrator = testing::actor("admin", OrgRole::SchoolAdministrator, "school-a");

RegisterHours research(const std::string& id, Activity what) {
    return {RegistrationId{id}, HourSource::Research, "no-anna", std::move(what)};
}
DeclareTraining declaration(Activity what = activity(), std::vector<std::string> numbers = {"no-anna", "no-ben"}) {
    return {kId, UnitId{"school-a"}, std::move(what), std::move(numbers), {}};
}
HandInRecord record(Activity what = activity(), std::vector<Evidence> evidence = kScan) {
    return {kId, "no-anna", std::move(what), std::move(evidence)};
}
ReviewRegistration review(const RegisterKey& key, Verdict verdict = Verdict::Approve, std::string reason = {}) {
    return {kId, key, verdict, std::move(reason)};
}

// What verification says of a teacher's records.
DeciHours counted(RegistrationWorld& world, const std::string& teacher) {
    DeciHours all;
    for (const auto& each : verification::count_records(
             verification::records_to_verify(world.teacher(teacher).records, world.catalogue, world.book), world.book,
             verification::Verification::Annual)) {
        all += each.counted;
    }
    return all;
}

TEST(ResearchHours, TenAYearCountOverCityAndDistrictAndTheEntrySaysHowMany) {
    RegistrationWorld world;
    const auto city = testing::research_department("city", "");
    const auto district = testing::research_department();
    EXPECT_EQ(world.act(city, research("c", activity("市教研", "2017-03-01", "2017-03-02", 70))), "");
    EXPECT_EQ(world.of("anna", "c").opened.value.counted, whole_hours(7));
    EXPECT_EQ(world.act(district, research("d", activity("区教研", "2017-03-06", "2017-03-06", 60))), "");
    EXPECT_EQ(world.of("anna", "d").opened.value.counted, whole_hours(3)) << "7 (city) + 6 (district): 10 counted, 3 not";
    EXPECT_EQ(world.teacher("anna").find("区教研")->hours, whole_hours(6)) << "the surplus is kept";
    EXPECT_EQ(counted(world, "anna"), whole_hours(10));
    EXPECT_EQ(world.act(district, research("e", activity("再教研", "2017-03-08", "2017-03-08", 1))), "ResearchCapReached");
    EXPECT_EQ(world.last_subject, "no-anna");
    EXPECT_EQ(world.register_hours(district, "b", "ben", activity("再教研")), "") << "of another teacher";
    EXPECT_EQ(world.act(district, research("f", activity("去年的", "2016-03-08", "2016-03-08", 60))), "") << "of another year";
    EXPECT_EQ(world.of("anna", "f").opened.value.counted, whole_hours(6));
}

TEST(ResearchHours, SixWhereSixAreThereCountFour) {
    RegistrationWorld world;
    EXPECT_EQ(world.act(testing::research_department(), research("a", activity("一"))), "");
    EXPECT_EQ(world.act(testing::research_department(), research("b", activity("二"))), "");
    EXPECT_EQ(world.of("anna", "b").opened.value.counted, whole_hours(4));
    const ledger::HourRecord* entered = world.teacher("anna").find("二");
    ASSERT_NE(entered, nullptr);
    EXPECT_EQ(entered->source, HourSource::Research);
    EXPECT_EQ(entered->tags, std::vector<std::string>{"research"});
    EXPECT_EQ(entered->state, ledger::HourState::Earned);
    EXPECT_EQ(entered->allocated_year.year, 2017);
    EXPECT_EQ(entered->category, HourCategory::Professional);
}

TEST(ResearchHours, ACorrectionAndACancellationAppend) {
    RegistrationWorld world;
    const auto department = testing::research_department();
    ASSERT_EQ(world.act(department, research("r", activity("一", "2017-03-06", "2017-03-07", 100))), "");
    EXPECT_EQ(world.act(department, CorrectHours{kId, kAnna, activity("一", "2017-03-06", "2017-03-06", 30), {}}), "ReasonRequired");
    EXPECT_EQ(world.act(department, CorrectHours{kId, kAnna, activity("一", "2017-03-06", "2017-03-06", 30), "一天"}), "");
    const Registration& registration = world.of("anna", "r");
    EXPECT_EQ(registration.opened.value.content.activity.hours, whole_hours(10)) << "what was written stays";
    EXPECT_EQ(registration.content().activity.hours, whole_hours(3));
    EXPECT_EQ(registration.moves.rbegin()->second.counted, whole_hours(3));
    ASSERT_EQ(world.teacher("anna").records.size(), 1u) << "the same record";
    EXPECT_EQ(world.teacher("anna").records[0].hours, whole_hours(3));
    EXPECT_EQ(world.act(department, research("s", activity("二", "2017-03-08", "2017-03-09", 80))), "");
    EXPECT_EQ(world.of("anna", "s").opened.value.counted, whole_hours(7));

    EXPECT_EQ(world.act(department, CancelHours{kId, kAnna, " "}), "ReasonRequired");
    EXPECT_EQ(world.act(department, CancelHours{kId, kAnna, "登记错人"}), "");
    EXPECT_EQ(world.of("anna", "r").state(), RegistrationState::Cancelled);
    const ledger::HourRecord* cancelled = world.teacher("anna").find("一");
    ASSERT_NE(cancelled, nullptr);
    EXPECT_EQ(cancelled->hours, DeciHours{});
    EXPECT_EQ(cancelled->remark, "登记错人");
    EXPECT_EQ(counted(world, "anna"), whole_hours(8));
    EXPECT_EQ(world.act(department, CancelHours{kId, kAnna, "再来"}), "NotRecorded");
    EXPECT_EQ(world.act(department, CorrectHours{kId, kAnna, activity(), "再来"}), "NotRecorded");
    EXPECT_EQ(world.act(department, research("t", activity("一"))), "") << "its activity is free again";
}

TEST(ResearchHours, ACorrectionMayNotLeaveNothingThatCounts) {
    RegistrationWorld world;
    const auto department = testing::research_department();
    ASSERT_EQ(world.act(department, research("a", activity("一", "2017-03-06", "2017-03-07", 100))), "");
    ASSERT_EQ(world.act(department, research("r", activity("二", "2016-03-06", "2016-03-06", 60))), "");
    EXPECT_EQ(world.act(department, CorrectHours{kId, kAnna, activity("二", "2017-03-08", "2017-03-08", 60), "年份"}),
              "ResearchCapReached");
    EXPECT_EQ(world.teacher("anna").find("二")->allocated_year.year, 2016);
}

TEST(SchoolBasedTraining, HasHoursOnceTheDistrictApproves) {
    RegistrationWorld world;
    ASSERT_EQ(world.act(kPrincipal, declaration()), "");
    EXPECT_TRUE(world.teacher("anna").records.empty());
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool, Verdict::Return)), "ReasonRequired");
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool, Verdict::Return, "人数不对")), "");
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool)), "NotInReview");
    EXPECT_EQ(world.act(kAdministrator, ResubmitRegistration{kId, kSchool, activity(), {"no-anna"}, {}}), "");
    EXPECT_TRUE(world.of("ben", "r").content().participants.empty()) << "whoever is left out is told";
    EXPECT_FALSE(world.of("anna", "r").content().participants.empty());
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool)), "");
    ASSERT_EQ(world.teacher("anna").records.size(), 1u);
    EXPECT_EQ(world.teacher("anna").records[0].source, HourSource::SchoolBased);
    EXPECT_TRUE(world.teacher("ben").records.empty());
    EXPECT_EQ(world.act(kPrincipal, ResubmitRegistration{kId, kSchool, activity(), {"no-anna"}, {}}), "NotSentBack");
    EXPECT_EQ(world.act(kPrincipal, WithdrawRegistration{kId, kSchool, {}}), "NotInReview");
    EXPECT_EQ(world.act(testing::district_administrator(), CancelHours{kId, kSchool, "未举办"}), "");
    EXPECT_EQ(world.teacher("anna").records[0].hours, DeciHours{});
}

TEST(SchoolBasedTraining, ATeacherIsToldOfThemselfAlone) {
    RegistrationWorld world;
    DeclareTraining command = declaration();
    command.evidence = kScan;
    ASSERT_EQ(world.act(kPrincipal, command), "");
    const Content& told = world.of("anna", "r").content();
    ASSERT_EQ(told.participants.size(), 1u);
    EXPECT_EQ(told.participants[0].teacher_id.text, "anna");
    EXPECT_TRUE(told.evidence.empty());
    EXPECT_EQ(world.act(kPrincipal, review(kAnna)), "UnknownRegistration") << "in a teacher's register it is to be seen only";
    EXPECT_EQ(world.act(kPrincipal, WithdrawRegistration{kId, kAnna, {}}), "UnknownRegistration");
    EXPECT_EQ(world.act(kPrincipal, record(activity("别的"))), "") << "an id is a register's own";
    EXPECT_EQ(world.act(kPrincipal, record(activity("第三个"))), "RegistrationExists");
}

TEST(SchoolBasedTraining, IsDeclaredForTheSchoolsOwnEachOnce) {
    RegistrationWorld world;
    EXPECT_EQ(world.act(kPrincipal, declaration(activity(), {})), "OutOfRange");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity(), {"no-anna", "no-anna"})), "OutOfRange");
    EXPECT_EQ(world.last_subject, "no-anna");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity(), {"no-anna", "nobody"})), "UnknownTeacher");
    EXPECT_EQ(world.last_subject, "nobody");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity(), {"no-anna", "no-far"})), "NotOfYourSchool");
    EXPECT_EQ(world.last_subject, "no-far");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity(), std::vector<std::string>(301, "no-anna"))), "OutOfRange");
    EXPECT_EQ(world.act(kPrincipal, declaration()), "");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity("别的"))), "RegistrationExists");
}

TEST(SchoolBasedTraining, IsDeclaredAheadAndApprovedWhenItIsOver) {
    RegistrationWorld world;
    ASSERT_EQ(world.act(kPrincipal, declaration(activity("校本", "2017-03-10", "2017-03-11"))), "");
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool)), "ActivityNotOver");
    world.now = testing::moment("2017-03-11T18:00");
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool)), "");
}

TEST(ExternalRecords, AreConfirmedByTheSchoolWithTheScanInHand) {
    RegistrationWorld world;
    const auto anna = testing::actor("anna", OrgRole::Teacher, "school-a");
    EXPECT_EQ(world.act(anna, record(activity(), {})), "EvidenceRequired");
    EXPECT_EQ(world.act(anna, record(activity(), {{AttachmentId{"others"}, "x.pdf"}})), "UnknownAttachment");
    EXPECT_EQ(world.act(anna, record(activity(), {{AttachmentId{"scan"}, "a/b.pdf"}})), "OutOfRange");
    EXPECT_EQ(world.act(anna, record(activity(), {kScan[0], kScan[0]})), "OutOfRange");
    Activity without_base = activity();
    without_base.organiser = " ";
    EXPECT_EQ(world.act(anna, record(without_base)), "OutOfRange");
    EXPECT_EQ(world.last_subject, "organiser");
    EXPECT_EQ(world.act(anna, record()), "");
    EXPECT_EQ(world.of("anna", "r").opened.value.unit_id.text, "school-a");
    EXPECT_EQ(world.act(kPrincipal, review(kAnna, Verdict::Return, "看不清")), "");
    world.uploaded = {AttachmentId{"scan-2"}};
    const std::vector<Evidence> both = {kScan[0], {AttachmentId{"scan-2"}, "证书2.pdf"}};
    EXPECT_EQ(world.act(anna, ResubmitRegistration{kId, kAnna, activity(), {"no-anna"}, both}), "OutOfRange");
    EXPECT_EQ(world.act(anna, ResubmitRegistration{kId, kAnna, activity(), {}, {}}), "EvidenceRequired");
    EXPECT_EQ(world.act(anna, ResubmitRegistration{kId, kAnna, activity(), {}, both}), "") << "what is attached stays so";
    EXPECT_EQ(world.act(kPrincipal, review(kAnna)), "");
    ASSERT_EQ(world.teacher("anna").records.size(), 1u);
    EXPECT_EQ(world.teacher("anna").records[0].source, HourSource::External);
    EXPECT_EQ(world.teacher("anna").records[0].remark, "示例基地");
    EXPECT_EQ(world.act(kAdministrator, CorrectHours{kId, kAnna, activity(), "更正"}), "NotYourStep")
        << "what somebody confirmed is cancelled and handed in anew";
}

TEST(ExternalRecords, WhatIsRefusedOrWithdrawnEndsThere) {
    RegistrationWorld world;
    const auto anna = testing::actor("anna", OrgRole::Teacher, "school-a");
    ASSERT_EQ(world.act(anna, record()), "");
    EXPECT_EQ(world.act(kPrincipal, review(kAnna, Verdict::Refuse, "不是认定的基地")), "");
    EXPECT_EQ(world.act(kPrincipal, review(kAnna)), "NotInReview");
    EXPECT_EQ(world.act(anna, WithdrawRegistration{kId, kAnna, {}}), "NotInReview");
    HandInRecord again = record();
    again.registration_id = RegistrationId{"s"};
    EXPECT_EQ(world.act(anna, again), "");
    EXPECT_EQ(world.act(anna, WithdrawRegistration{RegistrationId{"s"}, kAnna, {}}), "");
    EXPECT_TRUE(world.teacher("anna").records.empty());
}

TEST(RegisteredActivities, CountOnceForOnePersonWhateverTheirSource) {
    RegistrationWorld world;
    ASSERT_EQ(world.act(testing::research_department(), research("a", activity("Ａ组 教研活动"))), "");
    EXPECT_EQ(world.act(testing::research_department("city", ""), research("b", activity("a组教研活动！"))), "ActivityRegistered");
    EXPECT_EQ(world.last_subject, "no-anna");
    EXPECT_EQ(world.register_hours(testing::district_institution(), "c", "anna", activity("A组教研活动", "2017-03-01", "2017-03-06"),
                                   HourSource::DistrictBased),
              "ActivityRegistered");
    EXPECT_EQ(world.act(kPrincipal, declaration(activity("A组教研活动"))), "ActivityRegistered");
    EXPECT_EQ(world.act(kPrincipal, record(activity("A组教研活动"))), "ActivityRegistered");
    EXPECT_EQ(world.act(testing::research_department(), research("d", activity("A组教研活动", "2017-03-07", "2017-03-07"))), "")
        << "on another day";
    EXPECT_EQ(world.register_hours(testing::research_department(), "e", "ben", activity("A组教研活动")), "");
}

TEST(RegisteredActivities, AreLookedAtAgainWhenTheyAreApproved) {
    RegistrationWorld world;
    ASSERT_EQ(world.act(kPrincipal, declaration()), "");
    ASSERT_EQ(world.act(testing::district_administrator(), review(kSchool, Verdict::Return, "改")), "");
    EXPECT_EQ(world.act(testing::research_department(), research("a", activity())), "") << "what is returned waits for nobody";
    EXPECT_EQ(world.act(kPrincipal, ResubmitRegistration{kId, kSchool, activity(), {"no-anna", "no-ben"}, {}}), "ActivityRegistered");
    EXPECT_EQ(world.act(kPrincipal, ResubmitRegistration{kId, kSchool, activity(), {"no-ben"}, {}}), "");
    world.teacher("ben").ledger.verifications[{ledger::OfficialVerification::Annual, {2017}, {2017}}] = {};
    EXPECT_EQ(world.act(testing::district_administrator(), review(kSchool)), "YearVerified");
    EXPECT_EQ(world.last_subject, "no-ben");
}

TEST(RegisteredHours, AreWholeTenthsWithinTheDaysAndTheRules) {
    RegistrationWorld world;
    const auto department = testing::research_department();
    const auto refusal = [&](const Activity& what) { return world.act(department, research("r", what)); };
    EXPECT_EQ(refusal(activity("", "2017-03-06", "2017-03-06")), "OutOfRange");
    EXPECT_EQ(refusal(activity("……")), "OutOfRange") << "nothing but punctuation";
    EXPECT_EQ(refusal(activity("两\n行")), "OutOfRange");
    EXPECT_EQ(refusal(activity(std::string(201, 'x'))), "OutOfRange");
    EXPECT_EQ(refusal(activity("x", "2017-03-06", "2017-03-06", 0)), "OutOfRange");
    EXPECT_EQ(refusal(activity("x", "2017-01-02", "2017-03-06", 1201)), "OutOfRange");
    EXPECT_EQ(refusal(activity("x", "2017-03-06", "2017-03-06", 61)), "HoursBeyondDays") << "a day is six hours";
    EXPECT_EQ(refusal(activity("x", "2017-03-06", "2017-03-05")), "BadActivityDays");
    EXPECT_EQ(refusal(activity("x", "2016-12-31", "2017-01-01")), "BadActivityDays");
    EXPECT_EQ(refusal(activity("x", "2017-03-11", "2017-03-11")), "ActivityNotOver");
    EXPECT_EQ(refusal(activity("x", "2011-03-11", "2011-03-11")), "NoRulePack");
    Activity other = activity("x");
    other.category = HourCategory::Public;
    EXPECT_EQ(refusal(other), "CategoryNotAllowed");
    other.category = HourCategory::Elective;
    EXPECT_EQ(refusal(other), "CategoryNotAllowed");
    EXPECT_EQ(world.register_hours(testing::district_institution(), "r", "anna", other, HourSource::DistrictBased), "");
    other.category = HourCategory::Public;
    EXPECT_EQ(world.register_hours(testing::district_institution(), "s", "anna", other, HourSource::DistrictBased), "CategoryNotAllowed");
    EXPECT_EQ(world.register_hours(testing::district_institution(), "s", "anna", activity("y"), HourSource::External), "OutOfRange");
    EXPECT_EQ(world.last_subject, "source");
    EXPECT_EQ(world.act(department, RegisterHours{kId, HourSource::Research, "nobody", activity()}), "UnknownTeacher");
}

TEST(RegisteredHours, OfAVerifiedYearStandStill) {
    RegistrationWorld world;
    const auto department = testing::research_department();
    ASSERT_EQ(world.act(department, research("r", activity("一", "2016-03-06", "2016-03-06"))), "");
    world.teacher("anna").ledger.verifications[{ledger::OfficialVerification::Cycle, {2012}, {2016}}] = {};
    EXPECT_EQ(world.act(department, research("s", activity("二", "2016-03-08", "2016-03-08"))), "YearVerified");
    EXPECT_EQ(world.act(department, CorrectHours{kId, kAnna, activity("一"), "其实是今年"}), "YearVerified");
    EXPECT_EQ(world.act(department, CancelHours{kId, kAnna, "取消"}), "YearVerified");
    EXPECT_EQ(world.act(department, research("s", activity("二"))), "");
}

TEST(RegisteredHours, ARecordHasTheIdentityOfItsRegistrationAndTeacher) {
    RegistrationOpened opened;
    opened.registration_id = RegistrationId{std::string(64, 'r')};
    const HourRecordId anna = record_id_of(opened, TeacherId{std::string(64, 'a')});
    EXPECT_TRUE(is_valid_id_text(anna.text));
    EXPECT_EQ(anna, record_id_of(opened, TeacherId{std::string(64, 'a')}));
    EXPECT_FALSE(anna == record_id_of(opened, TeacherId{std::string(63, 'a')}));
    opened.registration_id.text.back() = 's';
    EXPECT_FALSE(anna == record_id_of(opened, TeacherId{std::string(64, 'a')}));
}

}  // namespace
}  // namespace xueshi::registration
