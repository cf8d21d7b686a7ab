// Every role against every action and whose the object is: what is not in the table of grants is
// denied.
#include "server/authority/authorize.h"

#include <set>
#include <tuple>

#include <gtest/gtest.h>

namespace xueshi::authority {
namespace {

using organisation::OrgRole;

constexpr std::array kActions = {Action::ReadSharedFeed,
                                 Action::ReadPersonalFeed,
                                 Action::ReadUnitFeed,
                                 Action::PushFromDevice,
                                 Action::PushOwnEvent,
                                 Action::DecideSelection,
                                 Action::TakeDiagnostic,
                                 Action::AllocateHours,
                                 Action::CertifyHours,
                                 Action::EnrolInProject,
                                 Action::HandInRecord,
                                 Action::RegisterHours,
                                 Action::UploadAttachment,
                                 Action::NameDeputy,
                                 Action::ReviewProject};

// Objects: the shared feeds; the actor's account and unit; another's; one that is nowhere.
const std::vector<std::string> kObjects = {"catalogue",
                                           "news",
                                           "me-account",
                                           "my-unit",
                                           "other-account",
                                           "other-unit",
                                           "",
                                           "teacher:me-account"};

using Grant = std::tuple<OrgRole, Action, std::string>;

std::set<Grant> grants() {
    std::set<Grant> all;
    for (const OrgRole role : organisation::kAllRoles) {
        all.insert({role, Action::ReadSharedFeed, "catalogue"});
        all.insert({role, Action::ReadSharedFeed, "news"});
        all.insert({role, Action::ReadPersonalFeed, "me-account"});
        all.insert({role, Action::PushFromDevice, "me-account"});
        all.insert({role, Action::PushOwnEvent, "me-account"});
        all.insert({role, Action::HandInRecord, "me-account"});
        all.insert({role, Action::UploadAttachment, "me-account"});
        if (role == OrgRole::Teacher) continue;
        all.insert({role, Action::ReadUnitFeed, "my-unit"});
        all.insert({role, Action::NameDeputy, "me-account"});
        all.insert({role, Action::ReviewProject, "me-account"});
        all.insert({role, Action::RegisterHours, "me-account"});
    }
    all.insert({OrgRole::Teacher, Action::DecideSelection, "me-account"});
    all.insert({OrgRole::Teacher, Action::TakeDiagnostic, "me-account"});
    all.insert({OrgRole::Teacher, Action::AllocateHours, "me-account"});
    all.insert({OrgRole::Teacher, Action::CertifyHours, "me-account"});
    all.insert({OrgRole::Teacher, Action::EnrolInProject, "me-account"});
    return all;
}

store::AccountRecord actor_with(std::vector<OrgRole> roles) {
    return {AccountId{"me-account"},
            "login",
            "Name",
            std::move(roles),
            UnitId{"my-unit"},
            "Unit",
            "credential"};
}

TEST(Authorize, GrantsExactlyWhatTheTableSays) {
    const std::set<Grant> granted = grants();
    for (const OrgRole role : organisation::kAllRoles) {
        const store::AccountRecord actor = actor_with({role});
        for (const Action action : kActions) {
            for (const std::string& object : kObjects) {
                EXPECT_EQ(authorize(actor, action, object),
                          granted.contains({role, action, object}))
                    << organisation::role_name(role) << ' ' << static_cast<int>(action) << ' '
                    << object;
            }
        }
    }
}

TEST(Authorize, ADeputySeesTheUnitAndReviewsAndNamesNobodyElse) {
    const store::AccountRecord account = actor_with({OrgRole::Teacher});
    const Person deputy{account, {{OrgRole::Principal, UnitId{"my-unit"}, {}, "校长"}}};
    EXPECT_TRUE(authorize(deputy, Action::ReadUnitFeed, "my-unit"));
    EXPECT_TRUE(authorize(deputy, Action::ReviewProject, "me-account"));
    EXPECT_TRUE(authorize(deputy, Action::RegisterHours, "me-account"));
    EXPECT_FALSE(authorize(deputy, Action::NameDeputy, "me-account"));
    EXPECT_FALSE(authorize(deputy, Action::ReadUnitFeed, "other-unit"));
    EXPECT_EQ(feeds_of(deputy), (std::vector<std::string>{"me", "catalogue", "news", "unit:my-unit"}));
}

TEST(Authorize, GrantsNothingToAnAccountWithoutARole) {
    const store::AccountRecord nobody = actor_with({});
    for (const Action action : kActions) {
        for (const std::string& object : kObjects) EXPECT_FALSE(authorize(nobody, action, object));
    }
    EXPECT_TRUE(feeds_of(nobody).empty());
}

TEST(Authorize, ListsTheFeedsThatResolve) {
    EXPECT_EQ(feeds_of(actor_with({OrgRole::Teacher})),
              (std::vector<std::string>{"me", "catalogue", "news"}));
    EXPECT_EQ(feeds_of(actor_with({OrgRole::Teacher, OrgRole::Principal})),
              (std::vector<std::string>{"me", "catalogue", "news", "unit:my-unit"}));
}

TEST(Authorize, KeepsThePersonalFeedUnderTheAccount) {
    const auto feed = resolve_feed(actor_with({OrgRole::Teacher}), "me");
    ASSERT_TRUE(feed.ok());
    EXPECT_EQ(feed->stored_name, "teacher:me-account");
    EXPECT_FALSE(feed->is_shared);
}

}  // namespace
}  // namespace xueshi::authority
