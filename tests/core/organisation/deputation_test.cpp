#include "core/organisation/deputation.h"

#include <gtest/gtest.h>

#include "tests/support/roster_world.h"

namespace xueshi::organisation {
namespace {

using testing::date;

class DeputationTest : public ::testing::Test {
  protected:
    std::string act(const DeputyCommand& command) {
        const auto fact = decide({.now = now,
                                  .fresh_receipt_id = ReceiptId{"7Q4K2-0MXTA"},
                                  .actor = holder,
                                  .deputations = deputations,
                                  .named = named ? &*named : nullptr},
                                 command);
        if (!fact) return std::string(fact.error().code.name());
        const Stamp stamp{++stamp_, 0, "server"};
        if (const auto* begun = std::get_if<DeputyNamed>(&*fact)) apply(deputations, *begun, stamp);
        if (const auto* over = std::get_if<DeputyDismissed>(&*fact)) apply(deputations, *over, stamp);
        return {};
    }
    NameDeputy name(const std::string& id, const char* from, const char* until) const {
        return {DeputationId{id}, OrgRole::Principal, "20170042318", date(from), date(until)};
    }
    std::vector<Post> posts(const char* day) const { return deputy_posts(deputations, AccountId{"deputy"}, date(day)); }

    Instant now = testing::moment("2017-03-10T09:00");
    Actor holder = testing::principal_of("school-a");
    std::optional<NamedPerson> named = NamedPerson{AccountId{"deputy"}, "周若谷", UnitId{"school-a"}};
    Deputations deputations;

  private:
    std::int64_t stamp_ = 0;
};

TEST_F(DeputationTest, ADeputyHasThePostOnItsDaysAndNoOthers) {
    EXPECT_EQ(act(name("d", "2017-03-27", "2017-04-08")), "");
    EXPECT_TRUE(posts("2017-03-26").empty());
    ASSERT_EQ(posts("2017-03-27").size(), 1u);
    EXPECT_EQ(posts("2017-04-08")[0], (Post{OrgRole::Principal, UnitId{"school-a"}, {}, holder.name}));
    EXPECT_TRUE(posts("2017-04-09").empty());
    EXPECT_TRUE(deputy_posts(deputations, AccountId{"another"}, date("2017-04-01")).empty());
    EXPECT_EQ(act(DismissDeputy{DeputationId{"d"}}), "");
    EXPECT_TRUE(posts("2017-04-08").empty());
    EXPECT_EQ(act(DismissDeputy{DeputationId{"d"}}), "DeputationOver");
    EXPECT_EQ(act(name("e", "2017-03-27", "2017-04-08")), "") << "the days are free again";
}

TEST_F(DeputationTest, EveryBadRequestIsRefusedByNameAndChangesNothing) {
    EXPECT_EQ(act(name("d", "2017-03-27", "2017-04-08")), "");
    const Deputations before = deputations;
    EXPECT_EQ(act(name("d", "2017-05-01", "2017-05-02")), "DeputationExists");
    EXPECT_EQ(act(name("e", "2017-04-08", "2017-04-20")), "DeputyNamedAlready");
    EXPECT_EQ(act(name("e", "2017-05-02", "2017-05-01")), "BadDeputyPeriod");
    EXPECT_EQ(act(name("e", "2017-03-01", "2017-03-09")), "BadDeputyPeriod");
    EXPECT_EQ(act(name("e", "2017-05-01", "2018-05-02")), "BadDeputyPeriod");
    EXPECT_EQ(act(DismissDeputy{DeputationId{"nobody's"}}), "UnknownDeputation");
    NameDeputy other = name("e", "2017-05-01", "2017-05-02");
    other.role = OrgRole::Centre;
    EXPECT_EQ(act(other), "NotYourPost");
    other.role = OrgRole::Teacher;
    EXPECT_EQ(act(other), "NotYourPost");
    named->unit_id = UnitId{"school-b"};
    EXPECT_EQ(act(name("e", "2017-05-01", "2017-05-02")), "NotOfYourUnit");
    named->account_id = holder.account_id;
    EXPECT_EQ(act(name("e", "2017-05-01", "2017-05-02")), "DeputyIsHolder");
    named.reset();
    EXPECT_EQ(act(name("e", "2017-05-01", "2017-05-02")), "UnknownPerson");
    EXPECT_EQ(deputations, before);
}

TEST_F(DeputationTest, ADeputyNamesNobodyInTurnAndDismissesNobodyElses) {
    EXPECT_EQ(act(name("d", "2017-03-27", "2017-04-08")), "");
    holder = testing::actor("deputy", OrgRole::Principal, "school-a", {}, "principal of school-a");
    EXPECT_EQ(act(name("e", "2017-05-01", "2017-05-02")), "NotYourPost");
    EXPECT_EQ(act(DismissDeputy{DeputationId{"d"}}), "UnknownDeputation");
}

TEST_F(DeputationTest, FactsInAnyOrderAndTwiceGiveTheSame) {
    const DeputyNamed begun{DeputationId{"d"}, AccountId{"h"}, "h", AccountId{"deputy"}, "n", OrgRole::Principal,
                            UnitId{"u"}, {}, date("2017-03-01"), date("2017-03-31"), {}, {}};
    const DeputyDismissed over{DeputationId{"d"}, {}, {}};
    Deputations one, other;
    apply(one, begun, {1, 0, "server"});
    apply(one, over, {2, 0, "server"});
    apply(other, over, {2, 0, "server"});
    apply(other, begun, {1, 0, "server"});
    apply(other, over, {2, 0, "server"});
    EXPECT_EQ(one, other);
    EXPECT_TRUE(deputy_posts(one, AccountId{"deputy"}, date("2017-03-10")).empty());
}

}  // namespace
}  // namespace xueshi::organisation
