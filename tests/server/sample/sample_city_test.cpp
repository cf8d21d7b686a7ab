#include "server/sample/sample_city.h"

#include <functional>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "core/catalogue/course_search.h"
#include "core/codec/event_json.h"
#include "core/codec/special_json.h"
#include "server/admin/export_command.h"
#include "server/auth/password_hash.h"
#include "server/authority/authorize.h"
#include "server/sample/sample_people.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/small_city.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::sample {
namespace {

constexpr SampleCityOptions kSmall{.teachers = 40, .course_runs = 400, .seed = 11};

std::string exported(const SampleCityOptions& options) {
    const test::TemporaryFolder folder;
    store::SqliteEventStore event_store(folder.path());
    write_sample_city(event_store, options);
    std::ostringstream out;
    admin::export_events(event_store, out);
    return out.str();
}

TEST(SampleCity, EqualOptionsExportEqualBytes) { EXPECT_EQ(exported(kSmall), exported(kSmall)); }

TEST(SampleCity, AnotherSeedIsAnotherCity) {
    SampleCityOptions other = kSmall;
    other.seed = 12;
    EXPECT_NE(exported(kSmall), exported(other));
}

class WrittenCity : public ::testing::Test {
  protected:
    struct City {
        test::TemporaryFolder folder;
        store::SqliteEventStore event_store{folder.path()};
        std::vector<SampleLogin> logins = write_sample_city(event_store, kSmall);
    };

    // Read by every test, changed by none.
    static void SetUpTestSuite() { city = new City; }
    static void TearDownTestSuite() {
        delete city;
        city = nullptr;
    }

    static void read(const std::function<void(store::StoreView&)>& question) {
        city->event_store.read(question);
    }
    static void visit(const store::EventVisitor& visitor) {
        city->event_store.visit_events(visitor);
    }

    static City* city;
};

WrittenCity::City* WrittenCity::city = nullptr;

TEST_F(WrittenCity, HasOneAccountForEachRoleAndThreeTeachersMoreThatCanLogInWithTheirPasswords) {
    const std::vector<SampleLogin>& logins = city->logins;
    ASSERT_EQ(logins.size(), organisation::kAllRoles.size() + kTeacherLogins - 1);
    auth::PasswordGate gate(1);
    read([&](store::StoreView& view) {
        for (std::size_t i = 0; i < logins.size(); ++i) {
            const auto account = view.find_account_by_login(logins[i].account.login);
            ASSERT_TRUE(account.has_value());
            EXPECT_EQ(account->roles,
                      std::vector{i < organisation::kAllRoles.size() ? organisation::kAllRoles[i]
                                                                     : organisation::OrgRole::Teacher});
            EXPECT_GE(logins[i].password.size(), 8u);
            EXPECT_EQ(gate.matches(logins[i].password, account->credential), true);
            EXPECT_EQ(gate.matches("something else", account->credential), false);
        }
    });
}

TEST_F(WrittenCity, GivesNobodyElseACredential) {
    read([&](store::StoreView& view) {
        for (std::size_t i = 0; i < kSmall.teachers; ++i) {
            const auto account = view.find_account(AccountId(teacher_id(i).text));
            ASSERT_TRUE(account.has_value()) << i;
            EXPECT_EQ(account->credential.empty(), i >= kTeacherLogins) << i;
        }
    });
}

TEST_F(WrittenCity, EveryEventIsOneItsReadersKnow) {
    std::map<std::string, std::uint64_t> last;
    int events = 0;
    visit([&](std::string_view feed, const sync::Envelope& envelope) {
        ++events;
        EXPECT_EQ(envelope.sequence, ++last[std::string(feed)]) << "dense from 1";
        EXPECT_TRUE(envelope.origin.is_server());
        if (envelope.type.starts_with(codec::kSpecialPrefix)) {
            EXPECT_TRUE(codec::decode_special_event(envelope.type, envelope.payload).ok()) << envelope.payload;
            return;
        }
        EXPECT_TRUE(codec::decode_event(envelope.type, envelope.payload).ok()) << envelope.payload;
        EXPECT_TRUE(codec::is_known_event_type(envelope.type)) << envelope.type;
    });
    EXPECT_GT(events, 500);
}

TEST_F(WrittenCity, IsWholeBeforeItsFirstDayBegins) {
    visit([](std::string_view, const sync::Envelope& envelope) {
        EXPECT_LT(envelope.stamp.wall_ms, test::kCityNowMs);
    });
    read([](store::StoreView& view) {
        EXPECT_GT(view.latest_domain_ms(), 0);
        EXPECT_LT(view.latest_domain_ms(), test::kCityNowMs);
    });
}

TEST_F(WrittenCity, CarriesTheReadingsItsTitlesAreSearchedBy) {
    app::SharedState state;
    read([&](store::StoreView& view) {
        for (const sync::Envelope& envelope :
             view.read_feed(authority::kCatalogueFeed, 0, 10'000).events) {
            auto event = codec::decode_event(envelope.type, envelope.payload);
            ASSERT_TRUE(event.ok());
            app::apply(state,
                       app::StampedEvent{*std::move(event), envelope.stamp, envelope.sequence});
        }
    });
    EXPECT_EQ(state.catalogue.runs().size(), kSmall.course_runs);
    catalogue::CourseSearch search(state.catalogue);
    for (const char* typed : {"xxjs", "xinxi", "信息", "1dyl", "t5", "kjzz"}) {
        EXPECT_FALSE(search.find(typed, {}).empty()) << typed;
    }
    EXPECT_EQ(search.find("1dyl", {}).front().run->title, "《“一带一路”战略规划》");
}

TEST_F(WrittenCity, PostsItsNews) {
    read([](store::StoreView& view) {
        const store::FeedSlice news = view.read_feed(authority::kNewsFeed, 0, 100);
        EXPECT_GE(news.events.size(), 4u);
        for (const sync::Envelope& envelope : news.events)
            EXPECT_EQ(envelope.type, "notice.posted");
    });
}

}  // namespace
}  // namespace xueshi::sample
