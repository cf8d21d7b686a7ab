// Special training through the server: who may do what, which feeds learn of it, and that nothing happens twice.
#include <set>

#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/session_json.h"
#include "core/codec/sync_json.h"
#include "tests/server/support/special_fixture.h"

namespace xueshi::test {
namespace {

using enrolment::EnrolmentState;
using enrolment::PlaceState;
using enrolment::Verdict;

constexpr std::int64_t kDayMs = 86'400'000;

class SpecialTraining : public SpecialFixture {};

TEST_F(SpecialTraining, AnApplicationGoesOverFourDesksToHoursInTheLedgerOnce) {
    bring_to_final_list();
    EXPECT_EQ(state_in("teacher:a0"), EnrolmentState::Final);
    domain_elapsed = std::chrono::milliseconds(70 * kDayMs);
    const ProjectId project{"P1"};
    const EnrolmentId enrolment{enrolment_of(0)};
    const auto mark = [&](enrolment::AttendanceMark what) {
        return give(kInstitution, enrolment::MarkAttendance{enrolment, project, what, {}});
    };
    EXPECT_EQ(mark(enrolment::AttendanceMark::Attending), "");
    EXPECT_EQ(count("teacher:a0", "hours.recorded"), 0u) << "an unfinished course has no hours";
    EXPECT_EQ(mark(enrolment::AttendanceMark::Completed), "");
    EXPECT_EQ(mark(enrolment::AttendanceMark::Completed), "AlreadyEnded");
    ASSERT_EQ(count("teacher:a0", "hours.recorded"), 1u);
    event_store().read([&](store::StoreView& view) {
        for (const sync::Envelope& envelope : view.read_feed("teacher:a0", 0, 100).events) {
            if (envelope.type != "hours.recorded") continue;
            const auto event = codec::decode_event(envelope.type, envelope.payload);
            const ledger::HourRecord& record = std::get<app::HoursRecorded>(*event).record;
            EXPECT_EQ(record.hours, whole_hours(48));
            EXPECT_EQ(record.source, ledger::HourSource::Special);
            EXPECT_EQ(record.state, ledger::HourState::Earned);
            EXPECT_EQ(record.allocated_year.year, 2017);
        }
    });
}

TEST_F(SpecialTraining, HoursAllocatedBeforeTheyWereRecordedAgainStayInTheirYear) {
    bring_to_final_list();
    const codec::EncodedEvent allocated = codec::encode_ledger_event(
        ledger::HoursAllocated{HourRecordId{"special-e0"}, {2017}, {2016}, "教师0", ReceiptId{"R"}, {kCityNowMs}});
    const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
        sync::Envelope envelope;
        envelope.stamp = Stamp{kCityNowMs, 0, "other"};
        envelope.type = allocated.type;
        envelope.payload = allocated.payload;
        transaction.append("teacher:a0", envelope);
        return Done{};
    });
    ASSERT_TRUE(kept);
    domain_elapsed = std::chrono::milliseconds(70 * kDayMs);
    EXPECT_EQ(give(kInstitution, enrolment::MarkAttendance{EnrolmentId{"e0"}, ProjectId{"P1"},
                                                           enrolment::AttendanceMark::Completed, {}}),
              "");
    event_store().read([&](store::StoreView& view) {
        const sync::Envelope last = view.read_feed("teacher:a0", 0, 100).events.back();
        ASSERT_EQ(last.type, "hours.recorded");
        EXPECT_EQ(std::get<app::HoursRecorded>(*codec::decode_event(last.type, last.payload)).record.allocated_year.year, 2016);
    });
}

TEST_F(SpecialTraining, ThoseItConcernsLearnOfItAndNobodyElse) {
    bring_to_final_list();
    for (const char* feed : {"teacher:a0", "unit:s-school", "unit:s-district", "unit:institution", "unit:s-centre"}) {
        EXPECT_EQ(state_in(feed), EnrolmentState::Final) << feed;
    }
    std::set<std::string> told;
    event_store().visit_events([&](std::string_view feed, const sync::Envelope& envelope) {
        if (envelope.payload.find("教师0") != std::string::npos && envelope.type.starts_with("special.")) {
            told.insert(std::string(feed));
        }
    });
    EXPECT_EQ(told, (std::set<std::string>{"project:P1", "teacher:a0", "unit:institution", "unit:s-centre",
                                           "unit:s-district", "unit:s-school"}));
    const auto seats = folded("catalogue").seats.at(ProjectId{"P1"}).at(UnitId{"s-district"}).value;
    EXPECT_EQ(seats.held, 1);
    EXPECT_EQ(seats.waiting, 0);
}

TEST_F(SpecialTraining, WhoWaitsLearnsTheirPositionAndOfTheirPromotion) {
    bring_to_final_list(0);
    for (const std::size_t number : {1u, 2u}) {
        EXPECT_EQ(give(teacher_login(number), sign_up(number)), "");
        EXPECT_EQ(give(kPrincipal, review(number, 0)), "");
        EXPECT_EQ(give(kDistrict, review(number, 1)), "");
    }
    EXPECT_EQ(folded("teacher:a2").positions.at(EnrolmentId{"e2"}).value, 2);
    EXPECT_EQ(give("a0", enrolment::WithdrawEnrolment{EnrolmentId{"e0"}, ProjectId{"P1"}, "调离"}), "");
    EXPECT_EQ(folded("teacher:a1").positions.at(EnrolmentId{"e1"}).value, 0);
    EXPECT_EQ(folded("teacher:a2").positions.at(EnrolmentId{"e2"}).value, 1);
    const auto promoted = folded("teacher:a1").rosters.at(ProjectId{"P1"}).enrolments.at(EnrolmentId{"e1"});
    EXPECT_EQ(promoted.place(), PlaceState::Held);
    EXPECT_EQ(give(kInstitution, review(1, 2)), "");
}

// Every role tries every step of its own and of another unit; what is allowed is this list alone.
TEST_F(SpecialTraining, OnlyTheRightPersonTakesAStep) {
    const std::vector<std::string> people = {"a0", "a1", kPrincipal, kOtherPrincipal, kDistrict, kOtherDistrict,
                                             kInstitution, kCentre};
    const std::vector<std::pair<enrolment::RosterCommand, std::string>> orders = {
        {sign_up(0), "a0"},          {review(0, 0), kPrincipal}, {review(0, 1), kDistrict},
        {review(0, 2), kInstitution}};
    for (const auto& [order, allowed] : orders) {
        for (const std::string& person : people) {
            if (person == allowed) continue;
            const bool is_sign_up = std::holds_alternative<enrolment::SignUp>(order);
            // Another teacher may sign up themself, but not under an id that is somebody's.
            if (is_sign_up && person == "a1") continue;
            const std::string code = give(person, order);
            EXPECT_TRUE(code == "NotYourStep" || code == "Forbidden") << person << ' ' << code;
        }
        EXPECT_EQ(give(allowed, order), "") << allowed;
    }
    const enrolment::RosterCommand others[] = {
        enrolment::SetQuota{ProjectId{"P1"}, {{UnitId{"s-district"}, 9, {}}}},
        enrolment::MarkAttendance{EnrolmentId{"e0"}, ProjectId{"P1"}, enrolment::AttendanceMark::NoShow, {}},
        enrolment::PlaceParticipant{EnrolmentId{"e9"}, ProjectId{"P1"}, "a1"},
        enrolment::WithdrawEnrolment{EnrolmentId{"e0"}, ProjectId{"P1"}, "x"},
        enrolment::RequestSubstitution{SubstitutionId{"x"}, ProjectId{"P1"}, EnrolmentId{"e0"}, "a1",
                                       EnrolmentId{"e9"}, "x"}};
    const std::string owners[] = {kCentre, kInstitution, kInstitution, "a0", kPrincipal};
    for (std::size_t i = 0; i < std::size(others); ++i) {
        for (const std::string& person : people) {
            if (person == owners[i]) continue;
            const std::string code = give(person, others[i]);
            EXPECT_TRUE(code == "NotYourStep" || code == "Forbidden") << person << ' ' << i << ' ' << code;
        }
    }
}

TEST_F(SpecialTraining, AReplacementGoesOverTwoDesksAndTakesThePlace) {
    bring_to_final_list();
    const ProjectId project{"P1"};
    const auto request = [&](const std::string& number) {
        return give(kPrincipal, enrolment::RequestSubstitution{SubstitutionId{"x"}, project, EnrolmentId{"e0"}, number,
                                                               EnrolmentId{"r1"}, "产假"});
    };
    EXPECT_EQ(request("nobody"), "UnknownTeacher");
    EXPECT_EQ(request(kDistrict), "UnknownTeacher") << "an account without a teacher's profile";
    EXPECT_EQ(request("a1"), "");
    const enrolment::ReviewSubstitution agree{SubstitutionId{"x"}, project, true, {}};
    EXPECT_EQ(give(kOtherDistrict, agree), "NotYourStep");
    EXPECT_EQ(give(kDistrict, agree), "");
    EXPECT_EQ(give(kCentre, agree), "");
    EXPECT_EQ(state_in("teacher:a0"), EnrolmentState::Substituted);
    const auto replacement = folded("teacher:a1").rosters.at(project).enrolments.at(EnrolmentId{"r1"});
    EXPECT_EQ(replacement.state(), EnrolmentState::Final);
    EXPECT_EQ(folded("unit:s-centre").rosters.at(project).substitutions.at(SubstitutionId{"x"}).state(),
              enrolment::SubstitutionState::Confirmed);
    EXPECT_TRUE(folded("teacher:a0").rosters.at(project).substitutions.empty()) << "who comes is nobody's business here";
}

TEST_F(SpecialTraining, ADeputyActsForTheDaysItIsNamedForAndBothNamesAreKept) {
    const auto give_deputy = [&](const std::string& login, const organisation::DeputyCommand& command) {
        const codec::EncodedIntent encoded = codec::encode_deputy_intent(command);
        PushedOperation operation = special_intent(++sequences_[login], sign_up(0));
        operation.type = encoded.type;
        operation.payload = encoded.payload;
        const http::Response response = post(browser_of(login), "/api/v1/push", push_body(device_of(login), {operation}));
        const auto answer = codec::decode_push_answer(response.body_text());
        return answer->outcomes[0].accepted ? std::string{} : answer->outcomes[0].code;
    };
    const auto name = [&](const std::string& id, const std::string& number) {
        return organisation::NameDeputy{DeputationId{id}, organisation::OrgRole::Principal, number, *make_date(2017, 3, 10),
                                        *make_date(2017, 3, 12)};
    };
    EXPECT_EQ(give("a0", sign_up(0)), "");
    EXPECT_EQ(get(browser_of("a1"), "/api/v1/feeds/unit:s-school?after=0").status, 403);
    EXPECT_EQ(give("a1", review(0, 0)), "Forbidden");
    EXPECT_EQ(give_deputy("a0", name("d", "a1")), "Forbidden") << "a teacher holds no post";
    EXPECT_EQ(give_deputy(kPrincipal, name("d", "nobody")), "UnknownPerson");
    EXPECT_EQ(give_deputy(kPrincipal, name("d", kDistrict)), "NotOfYourUnit");
    EXPECT_EQ(give_deputy(kPrincipal, name("d", "a1")), "");
    EXPECT_EQ(folded("teacher:a1").deputations.size(), 1u) << "the deputy learns of it";

    const auto session = codec::decode_session(get(browser_of("a1"), "/api/v1/session").body_text());
    ASSERT_TRUE(session);
    ASSERT_EQ(session->account->deputy_posts.size(), 1u);
    EXPECT_EQ(session->feeds.back(), "unit:s-school");
    EXPECT_EQ(get(browser_of("a1"), "/api/v1/feeds/unit:s-school?after=0").status, 200);
    EXPECT_EQ(get(browser_of("a2"), "/api/v1/feeds/unit:s-school?after=0").status, 403);
    EXPECT_EQ(give("a1", review(0, 0)), "");
    const auto by = folded("teacher:a0").rosters.at(ProjectId{"P1"}).enrolments.at(EnrolmentId{"e0"}).moves.rbegin()->second.by;
    EXPECT_EQ(by, (organisation::ActorNote{"Name of a1", "Name of s-principal"}));
    EXPECT_EQ(give_deputy("a1", name("e", "a2")), "Forbidden") << "a deputy names nobody";

    restart();
    EXPECT_EQ(get(browser_of("a1"), "/api/v1/feeds/unit:s-school?after=0").status, 200);
    domain_elapsed = std::chrono::milliseconds(3 * kDayMs);
    EXPECT_EQ(get(browser_of("a1"), "/api/v1/feeds/unit:s-school?after=0").status, 403) << "its days are over";
    EXPECT_EQ(give("a1", review(0, 0)), "Forbidden");
}

TEST_F(SpecialTraining, APlanToStudyAwayConcernsTheInstitutionAndTheCentreAlone) {
    const enrolment::SubmitStudyAway plan{ProjectId{"P1"}, {"深圳", "观摩", *make_date(2017, 5, 8), *make_date(2017, 5, 9)}};
    EXPECT_EQ(give(kInstitution, plan), "NoStudyAway");
    EXPECT_EQ(give(kDistrict, plan), "NotYourStep");
}

TEST_F(SpecialTraining, TheSameIntentSentAHundredTimesHasOneEffectAndOneReceipt) {
    const std::string body = push_body(device_of("a0"), {special_intent(1, sign_up(0))});
    std::set<std::string> receipts;
    for (int i = 0; i < 100; ++i) {
        const http::Response response = post(browser_of("a0"), "/api/v1/push", body);
        const auto answer = codec::decode_push_answer(response.body_text());
        ASSERT_TRUE(answer);
        receipts.insert(answer->outcomes[0].receipt);
    }
    EXPECT_EQ(receipts.size(), 1u);
    EXPECT_EQ(count("project:P1", "special.enrolment_opened"), 1u);
    EXPECT_EQ(count("teacher:a0", "special.enrolment_opened"), 1u);
}

TEST_F(SpecialTraining, ARosterIsTheSameAfterARestart) {
    bring_to_final_list();
    restart();
    EXPECT_EQ(give(kInstitution, review(0, 2)), "StepNotDue");
    EXPECT_EQ(give("a1", sign_up(1)), "");
    EXPECT_EQ(give(kPrincipal, review(1, 0)), "");
    EXPECT_EQ(give(kDistrict, review(1, 1)), "");
    EXPECT_EQ(give(kInstitution, review(1, 2)), "OnWaitingList");
}

TEST_F(SpecialTraining, WhatIsMalformedOrUnknownIsRefusedAndChangesNothing) {
    EXPECT_EQ(give("a0", enrolment::SignUp{EnrolmentId{"e0"}, ProjectId{"nowhere"}}), "UnknownProject");
    EXPECT_EQ(give(kPrincipal, review(7, 0)), "UnknownEnrolment");
    PushedOperation broken = special_intent(++sequences_["a0"], sign_up(0));
    broken.payload = R"({"enrolment_id":"e0","project_id":"P1","surprise":1})";
    const http::Response response = post(browser_of("a0"), "/api/v1/push", push_body(device_of("a0"), {broken}));
    EXPECT_NE(response.body_text().find("UnknownField"), std::string::npos);
    EXPECT_EQ(count("project:P1", "special.enrolment_opened"), 0u);
}

}  // namespace
}  // namespace xueshi::test
