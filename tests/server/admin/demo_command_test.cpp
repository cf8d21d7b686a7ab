#include "server/admin/demo_command.h"

#include <fstream>

#include <gtest/gtest.h>

#include "server/admin/sample_accounts.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::admin {
namespace {

class DemoCommand : public ::testing::Test {
  protected:
    int run(Arguments more) {
        Arguments arguments = {"--data", folder_.path().string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code = run_demo(arguments);
        said_ = ::testing::internal::GetCapturedStdout();
        complained_ = ::testing::internal::GetCapturedStderr();
        return code;
    }
    int make_small() { return run({"--teachers", "10", "--courses", "300"}); }
    bool has_database() const {
        return std::filesystem::exists(store::database_file(folder_.path()));
    }

    test::TemporaryFolder folder_;
    std::string said_;
    std::string complained_;
};

TEST_F(DemoCommand, MarksTheCityAndPrintsItsAccounts) {
    ASSERT_EQ(make_small(), kExitDone) << complained_;
    EXPECT_NE(said_.find("20170042318"), std::string::npos);
    store::SqliteEventStore event_store(folder_.path());
    event_store.read([&](store::StoreView& view) {
        EXPECT_EQ(view.meta(store::kMetaSampleCity), "1");
        const auto accounts = view.meta(store::kMetaSampleAccounts);
        ASSERT_TRUE(accounts.has_value());
        EXPECT_NE(said_.find(sample_accounts_text(*accounts)), std::string::npos);
        EXPECT_NE(sample_accounts_text(*accounts), "");
    });
}

TEST_F(DemoCommand, LeavesAnExistingDatabaseAlone) {
    std::ofstream(store::database_file(folder_.path())) << "precious";
    EXPECT_EQ(make_small(), kExitMisused);
    EXPECT_NE(complained_.find("already"), std::string::npos) << complained_;
    std::string kept;
    std::ifstream(store::database_file(folder_.path())) >> kept;
    EXPECT_EQ(kept, "precious");
}

TEST_F(DemoCommand, ClearsWhatAnInterruptedRunLeft) {
    const auto left = folder_.path() / "sample-city-in-the-making";
    std::filesystem::create_directory(left);
    std::ofstream(store::database_file(left)) << "half a city";
    ASSERT_EQ(make_small(), kExitDone) << complained_;
    EXPECT_TRUE(has_database());
    EXPECT_FALSE(std::filesystem::exists(left));
}

TEST_F(DemoCommand, NamesTheArgumentItCannotUse) {
    for (const Arguments& wrong : {Arguments{"--teachers", "0"},
                                   Arguments{"--teachers", "many"},
                                   Arguments{"--courses", "299"},
                                   Arguments{"--courses", "50001"},
                                   Arguments{"--seed", "-1"},
                                   Arguments{"--seed", "1.5"}}) {
        EXPECT_EQ(run(wrong), kExitMisused) << wrong[1];
        EXPECT_NE(complained_.find(wrong[0]), std::string::npos) << complained_;
    }
    EXPECT_EQ(run({"--pupils", "3"}), kExitMisused);
    EXPECT_FALSE(has_database());
}

}  // namespace
}  // namespace xueshi::admin
