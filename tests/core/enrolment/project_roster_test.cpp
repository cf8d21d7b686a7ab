#include "core/enrolment/project_roster.h"

#include <gtest/gtest.h>

#include "core/enrolment/roster_notes.h"
#include "tests/support/roster_world.h"

namespace xueshi::enrolment {
namespace {

using namespace xueshi::testing;
using organisation::OrgRole;

class RosterTest : public ::testing::Test, protected RosterWorld {
  protected:
    RosterTest() { set_quota(1); }
    const Applicant anna_ = applicant("anna");
    const Applicant ben_ = applicant("ben");
    const Applicant carl_ = applicant("carl", "school-b");
};

TEST_F(RosterTest, AnApplicationPassesTheFourDatedStepsOfTheNotice) {
    EXPECT_EQ(sign_up(anna_), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::InReview);
    EXPECT_EQ(review(principal_of("school-a"), "anna", 0), "");
    EXPECT_EQ(of("anna").place(), PlaceState::None);
    EXPECT_EQ(review(district_administrator(), "anna", 1), "");
    EXPECT_EQ(of("anna").place(), PlaceState::Held);
    EXPECT_EQ(of("anna").state(), EnrolmentState::InReview);
    EXPECT_EQ(review(institution(), "anna", 2), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::Final);
}

TEST_F(RosterTest, ADeadlineIsInclusiveToTheEndOfItsDay) {
    now = moment("2017-03-07T23:59");
    EXPECT_EQ(sign_up(anna_), "SignUpNotOpen");
    now = moment("2017-03-25T23:59");
    EXPECT_EQ(sign_up(anna_), "");
    now = moment("2017-03-26T00:00");
    EXPECT_EQ(sign_up(ben_), "DeadlinePassed");
    now = moment("2017-04-02T00:00");
    EXPECT_EQ(review(principal_of("school-a"), "anna", 0), "DeadlinePassed");
    now = moment("2017-04-01T23:59");
    EXPECT_EQ(review(principal_of("school-a"), "anna", 0), "");
}

TEST_F(RosterTest, SurplusWaitsInTheOrderOfTheApprovals) {
    bring(anna_, 2);
    bring(carl_, 2);
    bring(ben_, 2);
    EXPECT_EQ(of("carl").place(), PlaceState::Waiting);
    const auto list = waiting_list(roster, UnitId{"district"});
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].enrolment_id.text, "carl");
    EXPECT_EQ(list[1].enrolment_id.text, "ben");
    EXPECT_EQ(review(institution(), "carl", 2), "OnWaitingList");
}

TEST_F(RosterTest, APlaceSetFreePromotesTheFirstInTheSameDecision) {
    bring(anna_, 3);
    bring(carl_, 2);
    bring(ben_, 2);
    EXPECT_EQ(withdraw(anna_, "调离"), "");
    EXPECT_EQ(of("carl").place(), PlaceState::Held);
    EXPECT_EQ(of("carl").state(), EnrolmentState::InReview) << "the institution has not decided";
    EXPECT_EQ(of("ben").place(), PlaceState::Waiting);
    EXPECT_EQ(review(institution(), "carl", 2), "");
}

TEST_F(RosterTest, AfterTheFinalListNobodyIsPromoted) {
    bring(anna_, 3);
    bring(ben_, 2);
    now = moment("2017-04-16T00:00");
    EXPECT_EQ(withdraw(anna_, "病假"), "");
    EXPECT_EQ(of("ben").place(), PlaceState::Waiting);
}

TEST_F(RosterTest, ARefusalAndAReturnNeedAReasonAndFreeThePlace) {
    bring(anna_, 2);
    bring(ben_, 2);
    EXPECT_EQ(review(institution(), "anna", 2, Verdict::Refuse), "ReasonRequired");
    EXPECT_EQ(review(institution(), "anna", 2, Verdict::Refuse, "  "), "ReasonRequired");
    EXPECT_EQ(review(institution(), "anna", 2, Verdict::Refuse, "不符合参训条件"), "");
    EXPECT_EQ(of("anna").moves.rbegin()->first < of("ben").moves.rbegin()->first, true);
    EXPECT_EQ(of("ben").place(), PlaceState::Held);
}

TEST_F(RosterTest, WhatWasReturnedBeginsAtTheFirstStepAgainUntilTheSignUpDeadline) {
    bring(anna_, 2);
    EXPECT_EQ(review(institution(), "anna", 2, Verdict::Return, "材料不全"), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::Returned);
    EXPECT_EQ(of("anna").place(), PlaceState::None);
    const ResubmitEnrolment again{EnrolmentId{"anna"}, project.id};
    EXPECT_EQ(act(as_teacher(ben_), again), "NotYourStep");
    EXPECT_EQ(act(as_teacher(anna_), again), "");
    EXPECT_EQ(act(as_teacher(anna_), again), "NotReturned");
    EXPECT_EQ(of("anna").steps_passed(), 0u);
    EXPECT_EQ(review(institution(), "anna", 2), "StepNotDue");
    EXPECT_EQ(review(principal_of("school-a"), "anna", 0, Verdict::Return, "请更正"), "");
    now = moment("2017-03-26T00:00");
    EXPECT_EQ(act(as_teacher(anna_), again), "DeadlinePassed");
}

TEST_F(RosterTest, ConditionsNotMetAreRefusedByName) {
    project.eligibility.least_teaching_years = 14;
    const auto facts = decide(as_teacher(anna_), SignUp{EnrolmentId{"e"}, project.id}, &anna_);
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().code, kNotEligible);
    EXPECT_EQ(facts.error().subject, "teaching_years");
    const auto unmet = unmet_conditions(project.eligibility, anna_, date("2017-03-10"));
    ASSERT_EQ(unmet.size(), 1u);
    EXPECT_EQ(unmet[0].missing_years, 2) << "since 2005, so 12 of 14";
    project.eligibility = {.stages = {SchoolStage::Vocational},
                           .subjects = {"music"},
                           .titles = {"高级教师"},
                           .quota_units = {UnitId{"elsewhere"}},
                           .least_teaching_years = 0};
    EXPECT_EQ(unmet_conditions(project.eligibility, anna_, date("2017-03-10")).size(), 4u);
}

TEST_F(RosterTest, OneTeacherHasOneLiveApplicationAProject) {
    EXPECT_EQ(sign_up(anna_), "");
    EXPECT_EQ(sign_up(anna_), "EnrolmentExists");
    EXPECT_EQ(sign_up(anna_, "other"), "AlreadyEnrolled");
    EXPECT_EQ(withdraw(anna_), "");
    EXPECT_EQ(withdraw(anna_), "AlreadyEnded");
    EXPECT_EQ(sign_up(anna_, "other"), "");
}

TEST_F(RosterTest, PlacesKeptForASchoolAreNotForOthers) {
    set_quota(2, "district", {{UnitId{"school-b"}, 1}});
    bring(anna_, 2);
    bring(ben_, 2);
    EXPECT_EQ(of("ben").place(), PlaceState::Waiting);
    bring(carl_, 2);
    EXPECT_EQ(of("carl").place(), PlaceState::Held);
}

TEST_F(RosterTest, RaisingAQuotaPromotesWhoIsApprovedAndApprovesNobody) {
    bring(anna_, 2);
    bring(ben_, 2);
    bring(carl_, 1);
    const auto set = [&](int places) { return act(centre(), SetQuota{project.id, {{UnitId{"district"}, places, {}}}}); };
    EXPECT_EQ(set(3), "");
    EXPECT_EQ(of("ben").place(), PlaceState::Held);
    EXPECT_EQ(of("ben").state(), EnrolmentState::InReview);
    EXPECT_EQ(of("carl").place(), PlaceState::None);
    EXPECT_EQ(set(1), "QuotaBelowHeld");
    EXPECT_EQ(act(centre(), SetQuota{project.id, {}}), "QuotaBelowHeld");
    EXPECT_EQ(act(district_administrator(), SetQuota{project.id, {}}), "NotYourStep");
    const QuotaTable twice = {{UnitId{"district"}, 3, {}}, {UnitId{"district"}, 3, {}}};
    EXPECT_EQ(act(centre(), SetQuota{project.id, twice}), "BadQuotaTable");
}

TEST_F(RosterTest, InAffiliatedUnitsTheCentreActsInTheDistrictsStep) {
    const Applicant dora = applicant("dora", "affiliated", "");
    set_quota(1, "affiliated");
    EXPECT_EQ(sign_up(dora), "");
    EXPECT_EQ(review(principal_of("affiliated"), "dora", 0), "");
    EXPECT_EQ(review(district_administrator(), "dora", 1), "NotYourStep");
    EXPECT_EQ(review(centre(), "dora", 1), "");
    EXPECT_EQ(of("dora").place(), PlaceState::Held);
}

TEST_F(RosterTest, AUnitWithoutPlacesIsToldSo) {
    EXPECT_EQ(sign_up(applicant("emil", "school-x", "elsewhere")), "NoSuchQuota");
}

TEST_F(RosterTest, BothNamesOfADeputyAreKept) {
    bring(anna_, 1);
    EXPECT_EQ(review(actor("deputy", OrgRole::DistrictAdministrator, "district", {}, "holder"), "anna", 1), "");
    const organisation::ActorNote& by = of("anna").moves.rbegin()->second.by;
    EXPECT_EQ(by.name, "deputy");
    EXPECT_EQ(by.deputy_for, "holder");
}

TEST_F(RosterTest, AttendanceIsMarkedByTheInstitutionFromTheFirstDayAndEndsWithCompletion) {
    bring(anna_, 3);
    bring(carl_, 1);
    const auto mark = [&](const std::string& id, AttendanceMark what) {
        return act(institution(), MarkAttendance{EnrolmentId{id}, project.id, what, {}});
    };
    EXPECT_EQ(mark("anna", AttendanceMark::Attending), "ProjectNotBegun");
    now = moment("2017-05-02T00:00");
    EXPECT_EQ(mark("carl", AttendanceMark::Attending), "NotOnFinalList");
    EXPECT_EQ(act(centre(), MarkAttendance{EnrolmentId{"anna"}, project.id, AttendanceMark::Attending, {}}), "NotYourStep");
    EXPECT_EQ(mark("anna", AttendanceMark::NoShow), "");
    EXPECT_EQ(mark("anna", AttendanceMark::Attending), "") << "found to have come late";
    EXPECT_EQ(mark("anna", AttendanceMark::Completed), "");
    EXPECT_EQ(mark("anna", AttendanceMark::Incomplete), "AlreadyEnded") << "its hours are in the ledger";
    EXPECT_EQ(of("anna").state(), EnrolmentState::Completed);
}

TEST_F(RosterTest, WithdrawingFromTheFinalListNeedsAReason) {
    bring(anna_, 3);
    EXPECT_EQ(withdraw(anna_), "ReasonRequired");
    EXPECT_EQ(withdraw(anna_, "调离"), "");
    EXPECT_TRUE(of("anna").has_left_final_list());
}

TEST_F(RosterTest, OrganisersPlaceParticipantsWhereThereIsNoSignUp) {
    project.mode = SignupMode::OrganiserPlaced;
    const PlaceParticipant place{EnrolmentId{"e"}, project.id, "20170000001"};
    EXPECT_EQ(sign_up(anna_), "NotByOnlineSignUp");
    EXPECT_EQ(act(centre(), place, &anna_), "NotYourStep");
    EXPECT_EQ(act(institution(), place), "UnknownTeacher");
    EXPECT_EQ(act(institution(), place, &anna_), "");
    EXPECT_EQ(of("e").state(), EnrolmentState::Final);
    project.mode = SignupMode::Online;
    EXPECT_EQ(act(institution(), place, &anna_), "SignUpByTeachers");
}

// ---- substitution (R33)

class SubstitutionTest : public RosterTest {
  protected:
    SubstitutionTest() { bring(anna_, 3); }
    std::string request(const Applicant& replacement, const std::string& reason = "产假") {
        return act(principal_of("school-a"),
                   RequestSubstitution{substitution_, project.id, EnrolmentId{"anna"}, "20170000001",
                                       EnrolmentId{"r-" + replacement.teacher_id.text}, reason},
                   &replacement);
    }
    std::string review_it(const organisation::Actor& who, bool is_approved = true, const std::string& reason = {}) {
        return act(who, ReviewSubstitution{substitution_, project.id, is_approved, reason});
    }
    SubstitutionId substitution_{"x"};
};

TEST_F(SubstitutionTest, ThePlaceMovesWhenDistrictAndCentreHaveAgreed) {
    now = moment("2017-04-20T09:00");
    EXPECT_EQ(request(ben_, {}), "ReasonRequired");
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(review_it(centre()), "NotYourStep") << "the district comes first";
    EXPECT_EQ(review_it(district_administrator()), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::Final) << "nothing has moved yet";
    EXPECT_EQ(review_it(centre()), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::Substituted);
    EXPECT_EQ(of("anna").place(), PlaceState::None);
    EXPECT_EQ(of("r-ben").state(), EnrolmentState::Final);
    EXPECT_EQ(of("r-ben").place(), PlaceState::Held);
    EXPECT_EQ(review_it(centre()), "AlreadyEnded");
}

TEST_F(SubstitutionTest, ThePlaceStaysWithItsDistrictAndTheReplacementMeetsTheConditions) {
    EXPECT_EQ(request(applicant("emil", "school-x", "elsewhere")), "OtherQuotaUnit");
    project.eligibility.least_teaching_years = 14;
    EXPECT_EQ(request(ben_), "NotEligible");
    project.eligibility.least_teaching_years = 0;
    bring(ben_, 1);
    EXPECT_EQ(request(ben_), "AlreadyEnrolled");
}

TEST_F(SubstitutionTest, APlaceThatWentToTheWaitingListCannotMoveASecondTime) {
    bring(carl_, 2);
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(withdraw(anna_, "调离"), "");
    EXPECT_EQ(of("carl").place(), PlaceState::Held);
    EXPECT_EQ(review_it(district_administrator()), "NoPlaceLeft");
}

TEST_F(SubstitutionTest, APlaceLeftAfterTheFinalListIsTakenByTheReplacement) {
    now = moment("2017-04-20T09:00");
    EXPECT_EQ(withdraw(anna_, "病假"), "");
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(review_it(district_administrator()), "");
    EXPECT_EQ(review_it(centre()), "");
    EXPECT_EQ(of("anna").state(), EnrolmentState::Substituted);
    EXPECT_EQ(of("r-ben").place(), PlaceState::Held);
}

TEST_F(SubstitutionTest, ScansAreAttachedWhileItIsOpenByWhoeverStamps) {
    const auto attach = [&](const organisation::Actor& who, const std::string& id, const std::string& name = "扫描件.pdf",
                            DocumentKind kind = DocumentKind::Withdrawal) {
        return act(who, AttachDocument{substitution_, project.id, AttachmentId{id}, kind, name});
    };
    const organisation::Actor school = principal_of("school-a");
    EXPECT_EQ(attach(school, "f1"), "UnknownSubstitution");
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(attach(centre(), "f1"), "NotYourStep") << "it stamps for affiliated units only";
    for (const std::string& name : {std::string(), std::string("a/b.pdf"), std::string("..\\b"), std::string(".."),
                                   std::string("a\nb"), std::string(201, 'x')}) {
        EXPECT_EQ(attach(school, "f1", name), "OutOfRange") << name;
    }
    has_attachment = false;
    EXPECT_EQ(attach(school, "f1"), "UnknownAttachment");
    has_attachment = true;
    EXPECT_EQ(attach(school, "f1"), "");
    EXPECT_EQ(attach(school, "f1"), "DocumentAttached");
    EXPECT_EQ(attach(district_administrator(), "f2", "名单.jpg", DocumentKind::ReplacementList), "");
    const Substitution& substitution = roster.substitutions.at(substitution_);
    EXPECT_TRUE(substitution.has(DocumentKind::Withdrawal));
    EXPECT_TRUE(substitution.has(DocumentKind::ReplacementList));
    EXPECT_EQ(substitution.state(), SubstitutionState::Requested) << "a scan decides nothing";
    for (int i = 2; i < 12; ++i) EXPECT_EQ(attach(school, "g" + std::to_string(i)), "");
    EXPECT_EQ(attach(school, "one more"), "TooManyDocuments");
    EXPECT_EQ(review_it(district_administrator(), false, "材料不全"), "");
    EXPECT_EQ(attach(school, "f3"), "AlreadyEnded");
}

TEST_F(SubstitutionTest, NothingAttachedIsNeededToConfirm) {
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(review_it(district_administrator()), "");
    EXPECT_EQ(review_it(centre()), "");
    EXPECT_FALSE(roster.substitutions.at(substitution_).has(DocumentKind::Withdrawal));
}

TEST_F(SubstitutionTest, ARefusalSaysWhyAndAnotherMayBeAskedFor) {
    EXPECT_EQ(request(ben_), "");
    EXPECT_EQ(request(carl_), "EnrolmentExists");
    substitution_ = SubstitutionId{"y"};
    EXPECT_EQ(request(carl_), "SubstitutionOpen");
    substitution_ = SubstitutionId{"x"};
    EXPECT_EQ(review_it(district_administrator(), false), "ReasonRequired");
    EXPECT_EQ(review_it(district_administrator(), false, "材料不全"), "");
    substitution_ = SubstitutionId{"y"};
    EXPECT_EQ(request(carl_), "");
}

// ---- what everybody may know

TEST_F(RosterTest, PositionsAndSeatsAreNotedWhereTheyChange) {
    bring(anna_, 2);
    bring(ben_, 2);
    bring(carl_, 2);
    const std::set<UnitId> units = {UnitId{"district"}};
    const RosterCounts before = count(roster, project.id, units);
    EXPECT_EQ(before.seats.at(UnitId{"district"}), (SeatsNoted{project.id, UnitId{"district"}, 1, 2}));
    const auto facts = decide(as_teacher(ben_), WithdrawEnrolment{EnrolmentId{"ben"}, project.id, {}});
    ASSERT_TRUE(facts);
    EXPECT_EQ(touched_units(roster, *facts), units);
    for (const RosterFact& fact : *facts) tell(fact);
    const RosterNotes notes = notes_between(project.id, before, count(roster, project.id, units));
    ASSERT_EQ(notes.seats.size(), 1u);
    EXPECT_EQ(notes.seats[0].waiting, 1);
    ASSERT_EQ(notes.positions.size(), 2u) << "carl moves up, ben has none; anna is not told anything";
    EXPECT_EQ(notes.positions[0], (PositionNoted{project.id, EnrolmentId{"carl"}, 1}));
    EXPECT_EQ(notes.positions[1], (PositionNoted{project.id, EnrolmentId{"ben"}, 0}));
}

}  // namespace
}  // namespace xueshi::enrolment
