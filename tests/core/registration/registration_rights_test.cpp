// Who may do what with registered hours: every role × every command × own and foreign unit, tried one by one. What the
// table does not name is refused as somebody else's step.
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <tuple>

#include "core/organisation/role.h"
#include "tests/support/registration_world.h"

namespace xueshi::registration {
namespace {

using enrolment::Verdict;
using ledger::HourSource;
using organisation::OrgRole;
using testing::RegistrationWorld;

enum class Place { Own, Foreign };

// A command in a world in which the one who is entitled to it would succeed.
struct Deed {
    std::string name;
    std::function<void(RegistrationWorld&)> prepare;
    RegistrationCommand command;
};

const RegistrationId kId{"r"};
const RegisterKey kAnna{TeacherId{"anna"}, {}};
const RegisterKey kSchool{{}, UnitId{"school-a"}};
const std::vector<Evidence> kScan = {{AttachmentId{"scan"}, "证书.pdf"}};

void nothing(RegistrationWorld&) {}
void registered(RegistrationWorld& world, HourSource source) {
    const auto who = source == HourSource::Research ? testing::research_department() : testing::district_institution();
    ASSERT_EQ(world.register_hours(who, "r", "anna", testing::activity(), source), "");
}
void declared(RegistrationWorld& world) {
    ASSERT_EQ(world.act(testing::principal_of("school-a"),
                        DeclareTraining{kId, UnitId{"school-a"}, testing::activity(), {"no-anna", "no-ben"}, {}}),
              "");
}
void handed_in(RegistrationWorld& world) {
    ASSERT_EQ(world.act(testing::principal_of("school-a"), HandInRecord{kId, "no-anna", testing::activity(), kScan}), "");
}
void reviewed(RegistrationWorld& world, const RegisterKey& key, Verdict verdict) {
    const auto who = key.school_id.empty()
                         ? testing::actor("admin", OrgRole::SchoolAdministrator, "school-a")
                         : testing::district_administrator();
    ASSERT_EQ(world.act(who, ReviewRegistration{kId, key, verdict, "理由"}), "");
}

std::vector<Deed> deeds() {
    const Activity what = testing::activity();
    const Activity other = testing::activity("更正后的活动");
    const auto research = [](RegistrationWorld& world) { registered(world, HourSource::Research); };
    const auto district = [](RegistrationWorld& world) { registered(world, HourSource::DistrictBased); };
    const auto after = [](auto prepare, RegisterKey key, Verdict verdict) {
        return [=](RegistrationWorld& world) {
            prepare(world);
            reviewed(world, key, verdict);
        };
    };
    return {{"register_research", nothing, RegisterHours{kId, HourSource::Research, "no-anna", what}},
            {"register_district", nothing, RegisterHours{kId, HourSource::DistrictBased, "no-anna", what}},
            {"declare", nothing, DeclareTraining{kId, UnitId{"school-a"}, what, {"no-anna"}, {}}},
            {"hand_in", nothing, HandInRecord{kId, "no-anna", what, kScan}},
            {"resubmit_declaration", after(declared, kSchool, Verdict::Return),
             ResubmitRegistration{kId, kSchool, other, {"no-anna"}, {}}},
            {"resubmit_record", after(handed_in, kAnna, Verdict::Return), ResubmitRegistration{kId, kAnna, other, {}, kScan}},
            {"review_declaration", declared, ReviewRegistration{kId, kSchool, Verdict::Approve, {}}},
            {"return_declaration", declared, ReviewRegistration{kId, kSchool, Verdict::Return, "理由"}},
            {"review_record", handed_in, ReviewRegistration{kId, kAnna, Verdict::Approve, {}}},
            {"refuse_record", handed_in, ReviewRegistration{kId, kAnna, Verdict::Refuse, "理由"}},
            {"withdraw_declaration", declared, WithdrawRegistration{kId, kSchool, {}}},
            {"withdraw_record", handed_in, WithdrawRegistration{kId, kAnna, {}}},
            {"correct_research", research, CorrectHours{kId, kAnna, other, "更正"}},
            {"correct_district", district, CorrectHours{kId, kAnna, other, "更正"}},
            {"cancel_research", research, CancelHours{kId, kAnna, "取消"}},
            {"cancel_district", district, CancelHours{kId, kAnna, "取消"}},
            {"cancel_declaration", after(declared, kSchool, Verdict::Approve), CancelHours{kId, kSchool, "取消"}},
            {"cancel_record", after(handed_in, kAnna, Verdict::Approve), CancelHours{kId, kAnna, "取消"}}};
}

using Right = std::tuple<std::string, OrgRole, Place>;

std::set<Right> rights() {
    std::set<Right> all;
    const auto grant = [&](std::initializer_list<const char*> names, std::initializer_list<OrgRole> roles) {
        for (const char* name : names) {
            for (const OrgRole role : roles) all.insert({name, role, Place::Own});
        }
    };
    grant({"register_research", "correct_research", "cancel_research"}, {OrgRole::ResearchDepartment});
    grant({"register_district", "correct_district", "cancel_district"}, {OrgRole::Institution});
    grant({"declare", "resubmit_declaration", "withdraw_declaration", "review_record", "refuse_record", "cancel_record"},
          {OrgRole::Principal, OrgRole::SchoolAdministrator});
    grant({"hand_in", "resubmit_record", "withdraw_record"},
          {OrgRole::Teacher, OrgRole::Principal, OrgRole::SchoolAdministrator});
    grant({"review_declaration", "return_declaration", "cancel_declaration"}, {OrgRole::DistrictAdministrator});
    return all;
}

// Of their own, a department and an institution serve anna's district; a foreign one another.
organisation::Post post_of(OrgRole role, Place place, std::string deputy_for) {
    const bool is_own = place == Place::Own;
    const auto unit = [&](const char* own) { return UnitId{is_own ? own : "other-unit"}; };
    const UnitId district{is_own ? "district" : "elsewhere"};
    switch (role) {
        case OrgRole::DistrictAdministrator: return {role, district, {}, std::move(deputy_for)};
        case OrgRole::Institution: return {role, unit("institution-district"), district, std::move(deputy_for)};
        case OrgRole::ResearchDepartment: return {role, unit("research"), district, std::move(deputy_for)};
        case OrgRole::Centre: return {role, unit("centre"), {}, std::move(deputy_for)};
        default: return {role, unit("school-a"), {}, std::move(deputy_for)};
    }
}

std::string try_deed(const Deed& deed, OrgRole role, Place place, const std::string& deputy_for, RegistrationWorld& world) {
    deed.prepare(world);
    const bool is_anna = role == OrgRole::Teacher && place == Place::Own;
    const std::string account = is_anna ? "anna" : "somebody";
    const organisation::Actor who{AccountId{account}, account, {post_of(role, place, deputy_for)}};
    const auto teachers_before = world.teacher("anna").registrations;
    const auto school_before = world.schools[UnitId{"school-a"}];
    const auto hours_before = world.teacher("anna").records;
    const std::string code = world.act(who, deed.command);
    const bool is_changed = !(world.teacher("anna").registrations == teachers_before);
    EXPECT_EQ(is_changed, code.empty()) << deed.name;
    if (!code.empty()) {
        EXPECT_EQ(world.schools[UnitId{"school-a"}], school_before) << deed.name;
        EXPECT_EQ(world.teacher("anna").records, hours_before) << deed.name;
    }
    return code;
}

std::string name_of(const Deed& deed, OrgRole role, Place place) {
    return deed.name + " by " + std::string(organisation::role_name(role)) + (place == Place::Own ? " own" : " foreign");
}

TEST(RegistrationRights, EveryRoleMayDoExactlyWhatTheTableSays) {
    std::set<std::string> done;
    for (const Deed& deed : deeds()) {
        for (const OrgRole role : organisation::kAllRoles) {
            for (const Place place : {Place::Own, Place::Foreign}) {
                RegistrationWorld world;
                const bool is_granted = rights().contains({deed.name, role, place});
                EXPECT_EQ(try_deed(deed, role, place, {}, world), is_granted ? "" : "NotYourStep")
                    << name_of(deed, role, place);
                if (is_granted) done.insert(deed.name);
            }
        }
    }
    EXPECT_EQ(done.size(), deeds().size()) << "somebody may do each of them";
}

TEST(RegistrationRights, ADeputyMayWhatTheHolderMayAndBothNamesAreKept) {
    for (const Deed& deed : deeds()) {
        for (const OrgRole role : organisation::kAllRoles) {
            if (role == OrgRole::Teacher) continue;
            for (const Place place : {Place::Own, Place::Foreign}) {
                RegistrationWorld world;
                const bool is_granted = rights().contains({deed.name, role, place});
                EXPECT_EQ(try_deed(deed, role, place, "陈景行", world), is_granted ? "" : "NotYourStep")
                    << name_of(deed, role, place);
                if (!is_granted) continue;
                const Registration& registration = world.of("anna", "r");
                const organisation::ActorNote by = registration.moves.empty() ? registration.opened.value.by
                                                                              : registration.moves.rbegin()->second.by;
                EXPECT_EQ(by, (organisation::ActorNote{"somebody", "陈景行"})) << name_of(deed, role, place);
            }
        }
    }
}

TEST(RegistrationRights, TheCentreActsForAffiliatedUnitsAndTheCitysDepartmentForEverybody) {
    for (const auto& [teacher, district] : {std::pair{"anna", "district"}, {"far", "elsewhere"}, {"affiliated", ""}}) {
        RegistrationWorld world;
        EXPECT_EQ(world.register_hours(testing::research_department("city", ""), "r", teacher, testing::activity()), "");
        const std::string other = std::string(district) == "district" ? "elsewhere" : "district";
        EXPECT_EQ(world.register_hours(testing::research_department("x", other), "s", teacher, testing::activity("别的")),
                  "NotYourStep");
    }
    RegistrationWorld world;
    EXPECT_EQ(world.act(testing::principal_of("unit-z"),
                        DeclareTraining{kId, UnitId{"unit-z"}, testing::activity(), {"no-affiliated"}, {}}),
              "");
    const ReviewRegistration approve{kId, {{}, UnitId{"unit-z"}}, Verdict::Approve, {}};
    EXPECT_EQ(world.act(testing::district_administrator(), approve), "NotYourStep");
    EXPECT_EQ(world.act(testing::centre(), approve), "");
    ASSERT_NE(world.teacher("affiliated").find("教研活动"), nullptr);
}

TEST(RegistrationRights, AnInstitutionOfTheCityRegistersNoDistrictsTraining) {
    RegistrationWorld world;
    const auto city = testing::actor("city", OrgRole::Institution, "institution");
    for (const char* teacher : {"anna", "affiliated"}) {
        EXPECT_EQ(world.register_hours(city, "r", teacher, testing::activity(), HourSource::DistrictBased), "NotYourStep");
    }
}

TEST(RegistrationRights, NobodyDecidesOnTheirOwnHours) {
    RegistrationWorld world;
    organisation::Actor anna{AccountId{"anna"}, "anna", {{OrgRole::ResearchDepartment, UnitId{"research"}, UnitId{"district"}, {}}}};
    EXPECT_EQ(world.register_hours(anna, "r", "anna", testing::activity()), "NotForYourself");
    EXPECT_EQ(world.register_hours(anna, "s", "ben", testing::activity()), "");
    ASSERT_EQ(world.register_hours(testing::research_department(), "t", "anna", testing::activity()), "");
    EXPECT_EQ(world.act(anna, CorrectHours{RegistrationId{"t"}, kAnna, testing::activity("别的"), "更正"}), "NotForYourself");

    anna.posts = {{OrgRole::Teacher, UnitId{"school-a"}, {}, {}}, {OrgRole::Principal, UnitId{"school-a"}, {}, {}}};
    EXPECT_EQ(world.act(anna, HandInRecord{kId, "no-anna", testing::activity("研修"), kScan}), "");
    const ReviewRegistration approve{kId, kAnna, Verdict::Approve, {}};
    EXPECT_EQ(world.act(anna, approve), "NotForYourself");
    EXPECT_EQ(world.act(testing::principal_of("school-a"), approve), "");

    const auto admin = testing::actor("admin", OrgRole::SchoolAdministrator, "school-a");
    EXPECT_EQ(world.act(admin, HandInRecord{RegistrationId{"u"}, "no-ben", testing::activity("研修"), kScan}), "");
    const ReviewRegistration own{RegistrationId{"u"}, {TeacherId{"ben"}, {}}, Verdict::Approve, {}};
    EXPECT_EQ(world.act(admin, own), "NotForYourself") << "two pairs of eyes";
    EXPECT_EQ(world.act(testing::principal_of("school-a"), own), "");
}

}  // namespace
}  // namespace xueshi::registration
