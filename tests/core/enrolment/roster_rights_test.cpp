// Who may do what in a special project: every role × every command × own and foreign unit, tried one by one. What the
// table does not name is refused as somebody else's step.
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <tuple>

#include "core/organisation/role.h"
#include "tests/support/roster_world.h"

namespace xueshi::enrolment {
namespace {

using organisation::OrgRole;
using testing::date;

enum class Place { Own, Foreign };

// A command in a world in which the one who is entitled to it would succeed.
struct Deed {
    std::string name;
    std::function<void(testing::RosterWorld&)> prepare;
    RosterCommand command;
};

const EnrolmentId kAnna{"anna"};
const ProjectId kProject{"P1"};
const SubstitutionId kSubstitution{"x"};

void bring(testing::RosterWorld& world, std::size_t steps) {
    world.set_quota(3);
    world.bring(testing::applicant("anna"), steps);
}

void ask_for_replacement(testing::RosterWorld& world) {
    bring(world, 3);
    const Applicant ben = testing::applicant("ben");
    ASSERT_EQ(world.act(testing::principal_of("school-a"),
                        RequestSubstitution{kSubstitution, kProject, kAnna, "1", EnrolmentId{"r"}, "产假"}, &ben),
              "");
}

std::vector<Deed> deeds() {
    const StudyAwayPlan plan{"深圳", "观摩", date("2017-05-08"), date("2017-05-12")};
    const auto submit_plan = [plan](testing::RosterWorld& world) {
        ASSERT_EQ(world.act(testing::institution(), SubmitStudyAway{kProject, plan}), "");
    };
    const auto be_late = [](testing::RosterWorld& world) { world.now = testing::moment("2017-04-20T09:00"); };
    const auto begin = [](testing::RosterWorld& world) {
        bring(world, 3);
        world.now = testing::moment("2017-05-02T09:00");
    };
    return {{"sign_up", [](auto& world) { world.set_quota(3); }, SignUp{EnrolmentId{"new"}, kProject}},
            {"withdraw", [](auto& world) { bring(world, 0); }, WithdrawEnrolment{kAnna, kProject, {}}},
            {"resubmit",
             [](auto& world) {
                 bring(world, 0);
                 ASSERT_EQ(world.review(testing::principal_of("school-a"), "anna", 0, Verdict::Return, "x"), "");
             },
             ResubmitEnrolment{kAnna, kProject}},
            {"review_principal", [](auto& world) { bring(world, 0); }, ReviewEnrolment{kAnna, kProject, 0, Verdict::Approve, {}}},
            {"review_district", [](auto& world) { bring(world, 1); }, ReviewEnrolment{kAnna, kProject, 1, Verdict::Approve, {}}},
            {"review_institution", [](auto& world) { bring(world, 2); }, ReviewEnrolment{kAnna, kProject, 2, Verdict::Approve, {}}},
            {"refuse_principal", [](auto& world) { bring(world, 0); }, ReviewEnrolment{kAnna, kProject, 0, Verdict::Refuse, "x"}},
            {"return_district", [](auto& world) { bring(world, 1); }, ReviewEnrolment{kAnna, kProject, 1, Verdict::Return, "x"}},
            {"mark", begin, MarkAttendance{kAnna, kProject, AttendanceMark::Completed, {}}},
            {"set_quota", [](auto&) {}, SetQuota{kProject, {{UnitId{"district"}, 2, {}}}}},
            {"place", [](auto& world) { world.project.mode = SignupMode::OrganiserPlaced; },
             PlaceParticipant{EnrolmentId{"new"}, kProject, "1"}},
            {"request_substitution", [](auto& world) { bring(world, 3); },
             RequestSubstitution{kSubstitution, kProject, kAnna, "1", EnrolmentId{"r"}, "产假"}},
            {"agree_to_substitution", ask_for_replacement, ReviewSubstitution{kSubstitution, kProject, true, {}}},
            {"confirm_substitution",
             [](auto& world) {
                 ask_for_replacement(world);
                 ASSERT_EQ(world.act(testing::district_administrator(), ReviewSubstitution{kSubstitution, kProject, true, {}}), "");
             },
             ReviewSubstitution{kSubstitution, kProject, true, {}}},
            {"attach_document", ask_for_replacement,
             AttachDocument{kSubstitution, kProject, AttachmentId{"a"}, DocumentKind::Withdrawal, "scan.pdf"}},
            {"submit_study_away", [](auto&) {}, SubmitStudyAway{kProject, plan}},
            {"review_study_away", submit_plan, ReviewStudyAway{kProject, true, {}}},
            {"allow_late_study_away", be_late, AllowLateStudyAway{kProject, "改期"}}};
}

using Right = std::tuple<std::string, OrgRole, Place>;

// All that is granted. The Centre has one seat in the city: there is no foreign one to tell apart.
const std::set<Right>& rights() {
    static const std::set<Right> all = [] {
        std::set<Right> granted = {
            {"sign_up", OrgRole::Teacher, Place::Own},
            {"withdraw", OrgRole::Teacher, Place::Own},
            {"resubmit", OrgRole::Teacher, Place::Own},
            {"review_principal", OrgRole::Principal, Place::Own},
            {"refuse_principal", OrgRole::Principal, Place::Own},
            {"review_district", OrgRole::DistrictAdministrator, Place::Own},
            {"return_district", OrgRole::DistrictAdministrator, Place::Own},
            {"review_institution", OrgRole::Institution, Place::Own},
            {"mark", OrgRole::Institution, Place::Own},
            {"place", OrgRole::Institution, Place::Own},
            {"submit_study_away", OrgRole::Institution, Place::Own},
            {"request_substitution", OrgRole::Principal, Place::Own},
            {"request_substitution", OrgRole::SchoolAdministrator, Place::Own},
            {"agree_to_substitution", OrgRole::DistrictAdministrator, Place::Own},
            {"attach_document", OrgRole::Principal, Place::Own},
            {"attach_document", OrgRole::SchoolAdministrator, Place::Own},
            {"attach_document", OrgRole::DistrictAdministrator, Place::Own},
        };
        for (const char* deed : {"set_quota", "confirm_substitution", "review_study_away", "allow_late_study_away"}) {
            granted.insert({deed, OrgRole::Centre, Place::Own});
            granted.insert({deed, OrgRole::Centre, Place::Foreign});
        }
        return granted;
    }();
    return all;
}

UnitId unit_of(OrgRole role, Place place) {
    if (place == Place::Foreign) return UnitId{"elsewhere"};
    switch (role) {
        case OrgRole::Teacher:
        case OrgRole::Principal:
        case OrgRole::SchoolAdministrator: return UnitId{"school-a"};
        case OrgRole::DistrictAdministrator: return UnitId{"district"};
        case OrgRole::Institution: return UnitId{"institution"};
        case OrgRole::ResearchDepartment: return UnitId{"research"};
        case OrgRole::Centre: return UnitId{"centre"};
    }
    return {};
}

std::string name_of(const Deed& deed, OrgRole role, Place place) {
    return deed.name + " by " + std::string(organisation::role_name(role)) + (place == Place::Own ? " own" : " foreign");
}

// Of their own step it is a teacher whose account is the applicant's; a foreign one is another person.
std::string try_deed(const Deed& deed, OrgRole role, Place place, const std::string& deputy_for, ProjectRoster* changed) {
    testing::RosterWorld world;
    world.project.has_study_away = true;
    deed.prepare(world);
    const bool is_new = deed.name == "sign_up";
    const std::string self = is_new ? "new" : "anna";
    const std::string account = role == OrgRole::Teacher && place == Place::Own ? self : "somebody";
    const organisation::Actor who{AccountId{account}, account, {{role, unit_of(role, place), {}, deputy_for}}};
    const Applicant named = testing::applicant(is_new ? "new" : "ben");
    const ProjectRoster before = world.roster;
    const std::string code = world.act(who, deed.command, &named);
    if (code.empty()) {
        EXPECT_FALSE(world.roster == before) << deed.name << " changed nothing";
    } else {
        EXPECT_EQ(world.roster, before) << deed.name << " was refused and changed something";
    }
    if (changed != nullptr) *changed = world.roster;
    return code;
}

TEST(RosterRights, EveryRoleMayDoExactlyWhatTheTableSays) {
    std::set<std::string> done;
    for (const Deed& deed : deeds()) {
        for (const OrgRole role : organisation::kAllRoles) {
            for (const Place place : {Place::Own, Place::Foreign}) {
                const bool is_granted = rights().contains({deed.name, role, place});
                const std::string code = try_deed(deed, role, place, {}, nullptr);
                if (is_granted) {
                    EXPECT_EQ(code, "") << name_of(deed, role, place);
                    done.insert(deed.name);
                } else {
                    const bool is_about_self = deed.name == "sign_up";
                    EXPECT_EQ(code, is_about_self ? "UnknownTeacher" : "NotYourStep") << name_of(deed, role, place);
                }
            }
        }
    }
    EXPECT_EQ(done.size(), deeds().size()) << "somebody may do each of them";
}

TEST(RosterRights, ADeputyMayWhatTheHolderMayAndBothNamesAreKept) {
    for (const Deed& deed : deeds()) {
        for (const OrgRole role : organisation::kAllRoles) {
            if (role == OrgRole::Teacher) continue;
            for (const Place place : {Place::Own, Place::Foreign}) {
                const bool is_granted = rights().contains({deed.name, role, place});
                ProjectRoster roster;
                EXPECT_EQ(try_deed(deed, role, place, "陈景行", &roster), is_granted ? "" : deed.name == "sign_up" ? "UnknownTeacher" : "NotYourStep")
                    << name_of(deed, role, place);
                if (!is_granted || !deed.name.starts_with("review_") || deed.name == "review_study_away") continue;
                EXPECT_EQ(roster.find(kAnna)->moves.rbegin()->second.by, (organisation::ActorNote{"somebody", "陈景行"}));
            }
        }
    }
}

}  // namespace
}  // namespace xueshi::enrolment
