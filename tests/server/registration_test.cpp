// Hours registered by others, through the server: who may register what, which feeds learn of it, who may read the
// scans, and that no hour comes twice.
#include <set>

#include <gtest/gtest.h>

#include "core/codec/ledger_json.h"
#include "core/codec/special_json.h"
#include "tests/server/support/registration_city.h"

namespace xueshi::test {
namespace {

using enrolment::Verdict;
using ledger::HourSource;
using registration::CancelHours;
using registration::CorrectHours;
using registration::DeclareTraining;
using registration::HandInRecord;
using registration::RegisterHours;
using registration::RegisterKey;
using registration::RegistrationCommand;
using registration::RegistrationState;
using registration::ResubmitRegistration;
using registration::ReviewRegistration;
using registration::WithdrawRegistration;

const std::string kPdf = "%PDF-1.4\n1 0 obj<<>>endobj\n";
const RegistrationId kId{"r1"};
const RegisterKey kTeacher{TeacherId{"a0"}, {}};
const RegisterKey kSchool{{}, UnitId{"s-school"}};

RegisterHours research(const std::string& id, registration::Activity activity, const std::string& number = "a0") {
    return {RegistrationId{id}, HourSource::Research, number, std::move(activity)};
}

class Registration : public RegistrationFixture {
  protected:
    ledger::HourRecord only_record(const std::string& teacher) {
        const auto records = records_of(teacher);
        EXPECT_EQ(records.size(), 1u);
        return records.empty() ? ledger::HourRecord{} : records.begin()->second;
    }
    // Of the same unit as that person, with a teacher's role and no profile.
    void add_clerk(const std::string& id, const std::string& colleague) {
        const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
            store::AccountRecord clerk = *transaction.find_account(AccountId{colleague});
            clerk.id = AccountId{id};
            clerk.login = id;
            clerk.display_name = "Name of " + id;
            clerk.roles = {organisation::OrgRole::Teacher};
            transaction.put_account(clerk);
            return Done{};
        });
        ASSERT_TRUE(kept);
    }
    void name_deputy(const std::string& holder, organisation::OrgRole role, const std::string& deputy) {
        const codec::EncodedIntent named = codec::encode_deputy_intent(organisation::NameDeputy{
            DeputationId{"d"}, role, deputy, *make_date(2017, 3, 10), *make_date(2017, 3, 12)});
        PushedOperation operation;
        operation.kind = "intent";
        operation.type = named.type;
        operation.payload = named.payload;
        EXPECT_TRUE(push_one(holder, operation).accepted);
    }
    HandInRecord external(const std::string& attachment) {
        return {kId, "a0", training("数控研修"), {{AttachmentId{attachment}, "证书.pdf"}}};
    }
    // The feeds that hold an event with this text.
    std::set<std::string> told_of(const std::string& text) {
        std::set<std::string> told;
        event_store().visit_events([&](std::string_view feed, const sync::Envelope& envelope) {
            if (envelope.payload.find(text) != std::string::npos && envelope.type.starts_with("registration.")) {
                told.insert(std::string(feed));
            }
        });
        return told;
    }
};

TEST_F(Registration, ResearchHoursCountTenAYearAndThoseItConcernsLearnOfIt) {
    EXPECT_EQ(order(kCityDepartment, research("c", training("市教研", 60))), "");
    EXPECT_EQ(order(kDepartment, research("d", training("区教研", 60))), "");
    EXPECT_EQ(registrations_in("teacher:a0").at(RegistrationId{"d"}).opened.value.counted, whole_hours(4));
    EXPECT_EQ(order(kDepartment, research("e", training("再教研", 60))), "ResearchCapReached");
    EXPECT_EQ(records_of("a0").size(), 2u);
    EXPECT_EQ(told_of("区教研"), (std::set<std::string>{"teacher:a0", "unit:s-centre", "unit:s-department-unit",
                                                        "unit:s-district", "unit:s-school"}));
    const auto opened = registrations_in("unit:s-district").at(RegistrationId{"d"}).opened.value;
    EXPECT_EQ(opened.by.name, "Name of s-department");
    EXPECT_EQ(opened.unit_name, "s-department-unit");
}

TEST_F(Registration, ACorrectionAndACancellationAreTheSameRecordAgain) {
    EXPECT_EQ(order(kDepartment, research("r1", training("教研", 60))), "");
    EXPECT_EQ(order(kDepartment, CorrectHours{kId, kTeacher, training("教研", 30), "半天"}), "");
    EXPECT_EQ(only_record("a0").hours, whole_hours(3));
    restart();
    EXPECT_EQ(order(kDepartment, CancelHours{kId, kTeacher, "登记错人"}), "");
    EXPECT_EQ(only_record("a0").hours, DeciHours{});
    EXPECT_EQ(only_record("a0").remark, "登记错人");
    EXPECT_EQ(count("teacher:a0", "hours.recorded"), 3u) << "nothing is overwritten";
    EXPECT_EQ(order(kDepartment, CancelHours{kId, kTeacher, "再来"}), "NotRecorded");
    EXPECT_EQ(order(kDepartment, CancelHours{RegistrationId{"x"}, kTeacher, "再来"}), "UnknownRegistration");
}

TEST_F(Registration, ACorrectionKeepsTheYearItsHoursWereAllocatedTo) {
    EXPECT_EQ(order(kDepartment, research("r1", training("教研", 60))), "");
    append("teacher:a0", codec::encode_ledger_event(ledger::HoursAllocated{only_record("a0").id, {2017}, {2016}, "x",
                                                                           ReceiptId{"R"}, {kCityNowMs}}));
    EXPECT_EQ(order(kDepartment, CorrectHours{kId, kTeacher, training("教研", 30), "半天"}), "");
    EXPECT_EQ(only_record("a0").allocated_year.year, 2016);
}

TEST_F(Registration, ManyRowsAreOneIntentEachWithAReceiptEach) {
    std::vector<PushedOperation> rows;
    int sequence = 0;
    for (const char* number : {"a0", "a1", "nobody", "a2", "a0"}) {
        ++sequence;
        rows.push_back(intent_of(sequence, research("row-" + std::to_string(sequence), training("教研周"), number)));
    }
    const std::string body = push_body(device_of(kDepartment), rows);
    std::set<std::string> answers;
    for (int i = 0; i < 3; ++i) {
        answers.insert(std::string(post(browser_of(kDepartment), "/api/v1/push", body).body_text()));
    }
    EXPECT_EQ(answers.size(), 1u) << "sent again, answered the same";
    const auto answer = codec::decode_push_answer(*answers.begin());
    ASSERT_TRUE(answer);
    std::set<std::string> receipts;
    for (const std::size_t i : {0u, 1u, 3u}) {
        EXPECT_TRUE(answer->outcomes[i].accepted) << answer->outcomes[i].code;
        receipts.insert(codec::decode_step_receipt(answer->outcomes[i].receipt)->receipt_id.text);
    }
    EXPECT_EQ(receipts.size(), 3u);
    EXPECT_EQ(answer->outcomes[2].code, "UnknownTeacher");
    EXPECT_EQ(answer->outcomes[2].subject, "nobody");
    EXPECT_EQ(answer->outcomes[4].code, "ActivityRegistered") << "the rows of one push see each other";
    EXPECT_EQ(answer->outcomes[4].subject, "a0");
    for (const char* teacher : {"a0", "a1", "a2"}) EXPECT_EQ(records_of(teacher).size(), 1u) << teacher;
}

TEST_F(Registration, SchoolBasedTrainingCountsOnceTheDistrictApproves) {
    EXPECT_EQ(order(kAdministrator, DeclareTraining{kId, UnitId{"s-school"}, training("校本"), {"a0", "a1"}, {}}), "");
    EXPECT_TRUE(records_of("a0").empty());
    EXPECT_EQ(told_of("校本"), (std::set<std::string>{"register:s-school", "teacher:a0", "teacher:a1", "unit:s-centre",
                                                      "unit:s-district", "unit:s-school"}));
    EXPECT_EQ(order(kDistrict, ReviewRegistration{kId, kSchool, Verdict::Return, "名单不全"}), "");
    EXPECT_EQ(order(kAdministrator, ResubmitRegistration{kId, kSchool, training("校本"), {"a1", "a2"}, {}}), "");
    restart();
    EXPECT_EQ(order(kOtherDistrict, ReviewRegistration{kId, kSchool, Verdict::Approve, {}}), "NotYourStep");
    EXPECT_EQ(order(kDistrict, ReviewRegistration{kId, kSchool, Verdict::Approve, {}}), "");
    EXPECT_TRUE(records_of("a0").empty());
    EXPECT_EQ(only_record("a1").source, HourSource::SchoolBased);
    EXPECT_FALSE(only_record("a1").id == only_record("a2").id);
    const auto told = registrations_in("teacher:a2").at(kId);
    EXPECT_TRUE(told.opened.is_written()) << "whoever comes later is told of the opening too";
    EXPECT_EQ(told.state(), RegistrationState::Recorded);
    ASSERT_EQ(told.content().participants.size(), 1u);
    EXPECT_EQ(told.content().participants[0].number, "a2");
    for (const sync::Envelope& envelope : events_of("teacher:a2")) {
        EXPECT_EQ(envelope.payload.find("教师1"), std::string::npos) << "others are nobody's business here";
    }
    EXPECT_EQ(registrations_in("unit:s-district").at(kId).content().participants.size(), 2u);
    EXPECT_EQ(order(kDistrict, CancelHours{kId, kSchool, "未举办"}), "");
    EXPECT_EQ(only_record("a2").hours, DeciHours{});
}

TEST_F(Registration, DistrictBasedTrainingIsRegisteredByTheDistrictsInstitution) {
    const RegisterHours hours{kId, HourSource::DistrictBased, "a0", training("区本")};
    EXPECT_EQ(order(kInstitution, hours), "NotYourStep") << "an institution of no district";
    EXPECT_EQ(order(kTrainer, hours), "");
    EXPECT_EQ(only_record("a0").source, HourSource::DistrictBased);
    EXPECT_EQ(order(kTrainer, hours), "RegistrationExists");
}

TEST_F(Registration, AnExternalRecordIsConfirmedByTheSchoolWhichReadsTheScan) {
    const std::string scan = uploaded("a0", kPdf);
    EXPECT_EQ(order("a0", external("nowhere")), "UnknownAttachment");
    EXPECT_EQ(order(kPrincipal, external(scan)), "UnknownAttachment") << "somebody else's upload";
    for (const char* login : {kPrincipal, kAdministrator, kDistrict, "a1"}) {
        EXPECT_EQ(status_of_reading(login, scan), 404) << login << " before it is attached";
    }
    EXPECT_EQ(order("a1", external(uploaded("a1", kPdf))), "NotYourStep") << "for another";
    EXPECT_EQ(order("a0", external(scan)), "");
    EXPECT_EQ(told_of("数控研修"), (std::set<std::string>{"teacher:a0", "unit:s-school"}));
    for (const char* login : {"a0", kPrincipal, kAdministrator}) EXPECT_EQ(status_of_reading(login, scan), 200) << login;
    for (const char* login : {kDistrict, kOtherPrincipal, kCentre, "a1"}) {
        EXPECT_EQ(status_of_reading(login, scan), 404) << login;
    }
    EXPECT_EQ(order("a0", ReviewRegistration{kId, kTeacher, Verdict::Approve, {}}), "Forbidden");
    EXPECT_EQ(order(kPrincipal, ReviewRegistration{kId, kTeacher, Verdict::Return, "看不清"}), "");
    EXPECT_EQ(order("a0", ResubmitRegistration{kId, kTeacher, training("数控研修"), {},
                                               {{AttachmentId{scan}, "证书.pdf"},
                                                {AttachmentId{uploaded("a0", kPdf + "2")}, "证书2.pdf"}}}),
              "");
    EXPECT_EQ(order(kPrincipal, ReviewRegistration{kId, kTeacher, Verdict::Approve, {}}), "");
    EXPECT_EQ(only_record("a0").source, HourSource::External);
}

TEST_F(Registration, AScanTheSchoolHandsInIsReadByTheTeacherAndConfirmedByAnother) {
    const std::string scan = uploaded(kAdministrator, kPdf);
    EXPECT_EQ(order(kAdministrator, external(scan)), "");
    EXPECT_EQ(status_of_reading("a0", scan), 200);
    EXPECT_EQ(status_of_reading("a1", scan), 404);
    EXPECT_EQ(order(kAdministrator, ReviewRegistration{kId, kTeacher, Verdict::Approve, {}}), "NotForYourself");
    EXPECT_EQ(order(kPrincipal, ReviewRegistration{kId, kTeacher, Verdict::Approve, {}}), "");
    EXPECT_EQ(records_of("a0").size(), 1u);
}

TEST_F(Registration, ADeputyActsWithBothNames) {
    add_clerk("s-clerk", kDistrict);
    EXPECT_EQ(order(kPrincipal, DeclareTraining{kId, UnitId{"s-school"}, training("校本"), {"a0"}, {}}), "");
    const ReviewRegistration approve{kId, kSchool, Verdict::Approve, {}};
    EXPECT_EQ(order("s-clerk", approve), "Forbidden");
    name_deputy(kDistrict, organisation::OrgRole::DistrictAdministrator, "s-clerk");
    EXPECT_EQ(order("s-clerk", approve), "");
    const auto by = registrations_in("unit:s-school").at(kId).moves.rbegin()->second.by;
    EXPECT_EQ(by, (organisation::ActorNote{"Name of s-clerk", "Name of s-district"}));
}

TEST_F(Registration, ADeputyServesTheDistrictOfTheHoldersUnit) {
    add_clerk("s-clerk", kTrainer);
    const RegisterHours hours{kId, HourSource::DistrictBased, "a0", training("区本")};
    EXPECT_EQ(order("s-clerk", hours), "Forbidden");
    name_deputy(kTrainer, organisation::OrgRole::Institution, "s-clerk");
    EXPECT_EQ(order("s-clerk", hours), "");
    const auto opened = registrations_in("unit:s-trainer-unit").at(kId).opened.value;
    EXPECT_EQ(opened.by, (organisation::ActorNote{"Name of s-clerk", "Name of s-trainer"}));
    domain_elapsed = std::chrono::hours(72);
    EXPECT_EQ(order("s-clerk", CancelHours{kId, kTeacher, "取消"}), "Forbidden") << "the days are over";
}

// Everybody tries everything that is not theirs; what is allowed is this list alone.
TEST_F(Registration, OnlyTheRightPersonRegistersAndDecides) {
    const std::vector<std::string> people = {"a0",         "a1",           kPrincipal,       kAdministrator,  kDistrict,
                                             kInstitution, kCentre,        kOtherDistrict,   kOtherPrincipal, kDepartment,
                                             kTrainer,     kOtherDepartment, kCityDepartment};
    const std::string scan = uploaded("a0", kPdf);
    const auto declared = [](const char* id) {
        return DeclareTraining{RegistrationId{id}, UnitId{"s-school"}, training(id), {"a1"}, {}};
    };
    const std::vector<std::pair<RegistrationCommand, std::set<std::string>>> orders = {
        {research("q1", training("一")), {kDepartment, kCityDepartment}},
        {RegisterHours{RegistrationId{"q2"}, HourSource::DistrictBased, "a0", training("二")}, {kTrainer}},
        {declared("q3"), {kPrincipal, kAdministrator}},
        {ReviewRegistration{RegistrationId{"q3"}, kSchool, Verdict::Approve, {}}, {kDistrict}},
        {HandInRecord{RegistrationId{"q4"}, "a0", training("四"), {{AttachmentId{scan}, "x.pdf"}}},
         {"a0", kPrincipal, kAdministrator}},
        {ReviewRegistration{RegistrationId{"q4"}, kTeacher, Verdict::Approve, {}}, {kPrincipal, kAdministrator}},
        {CorrectHours{RegistrationId{"q1"}, kTeacher, training("一", 30), "改"}, {kDepartment}},
        {CancelHours{RegistrationId{"q2"}, kTeacher, "取消"}, {kTrainer}},
        {CancelHours{RegistrationId{"q3"}, kSchool, "取消"}, {kDistrict}},
        {CancelHours{RegistrationId{"q4"}, kTeacher, "取消"}, {kPrincipal, kAdministrator}},
        {CancelHours{RegistrationId{"q1"}, kTeacher, "取消"}, {kDepartment}}};
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto& [command, allowed] = orders[i];
        for (const std::string& person : people) {
            if (allowed.contains(person)) continue;
            const std::string code = order(person, command);
            EXPECT_TRUE(code == "NotYourStep" || code == "Forbidden") << person << ' ' << i << ' ' << code;
        }
        EXPECT_EQ(order(i == 4 ? "a0" : i == 0 ? kDepartment : *allowed.begin(), command), "") << i;
    }
}

TEST_F(Registration, WhatIsMalformedOrForgedIsRefusedAndChangesNothing) {
    const std::size_t before = events_of("teacher:a0").size();
    PushedOperation broken = intent_of(1, research("r1", training("教研")));
    broken.payload.insert(1, R"("surprise":1,)");
    EXPECT_EQ(push_one(kDepartment, broken).code, "UnknownField");
    broken = intent_of(1, research("r1", training("教研", 61)));
    EXPECT_EQ(push_one(kDepartment, broken).code, "HoursBeyondDays");
    broken.type = "registration.invent";
    EXPECT_EQ(push_one(kDepartment, broken).code, "UnknownType");
    broken.kind = "event";
    broken.type = "registration.opened";
    EXPECT_EQ(push_one(kDepartment, broken).code, "UnknownType") << "no device decides it";
    EXPECT_EQ(order(kDepartment, research("r1", training("教研"), "s-district")), "UnknownTeacher")
        << "an account without a teacher's profile";
    EXPECT_EQ(order(kDepartment, CancelHours{kId, {TeacherId{"nobody"}, {}}, "x"}), "UnknownRegistration");
    EXPECT_EQ(order(kAdministrator, WithdrawRegistration{kId, {{}, UnitId{"nowhere"}}, {}}), "UnknownRegistration");
    append("teacher:a0", codec::encode_ledger_event(ledger::YearsVerified{.kind = ledger::OfficialVerification::Annual,
                                                                         .first_year = {2017},
                                                                         .last_year = {2017},
                                                                         .has_passed = true,
                                                                         .pack_id = "guangzhou-2012",
                                                                         .at = {kCityNowMs}}));
    EXPECT_EQ(order(kDepartment, research("r1", training("教研"))), "YearVerified");
    EXPECT_EQ(events_of("teacher:a0").size(), before + 1);
}

}  // namespace
}  // namespace xueshi::test
