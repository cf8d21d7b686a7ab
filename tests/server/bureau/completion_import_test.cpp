// Completion files say what statements say, and can be taken back as a whole.
#include "server/bureau/completion_import.h"

#include <gtest/gtest.h>

#include "core/codec/rule_pack_json.h"
#include "server/authority/hour_projection.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/small_city.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::bureau {
namespace {

const std::string kHead = "教师编号,班次编号,学习状态,学习进度\n";

class Completions : public ::testing::Test {
  protected:
    Completions() { test::found_small_city(store_); }

    ImportReport import(const std::string& rows, ImportMode mode = ImportMode::AllOrNothing) {
        const auto report = import_completions(store_, rules_, kHead + rows, "gz-learn",
                                               {.mode = mode, .now = {test::kCityNowMs}, .file_name = "done.csv"});
        EXPECT_TRUE(report);
        return report ? *report : ImportReport{};
    }
    std::vector<ledger::HourRecord> records(const std::string& teacher) {
        authority::ProjectedHours hours;
        store_.read([&](store::StoreView& view) {
            for (const auto& envelope : view.read_feed("teacher:" + teacher, 0, 1000).events) authority::apply(hours, envelope);
        });
        return hours.records;
    }

    test::TemporaryFolder folder_;
    store::SqliteEventStore store_{folder_.path()};
    rules::RuleBook rules_ = codec::built_in_rules();
};

TEST_F(Completions, BecomeRecordsOnce) {
    const std::string rows = "t-li,run-1,完成,\nt-li,run-2,在学,40%\nt-wang,run-1,通过,100\n";
    EXPECT_EQ(import(rows, ImportMode::Preview).recorded, 3u);
    EXPECT_TRUE(records("t-li").empty());
    EXPECT_EQ(import(rows).recorded, 3u);
    ASSERT_EQ(records("t-li").size(), 2u);
    const ImportReport again = import(rows);
    EXPECT_EQ(again.unchanged, 3u);
    EXPECT_TRUE(again.import_id.empty());
}

TEST_F(Completions, EveryBadRowIsNamed) {
    const ImportReport report = import("t-li,run-1,完成,\nnobody,run-1,完成,\nt-li,run-9,完成,\nt-li,run-1,旁听,\nt-li,run-1,在学,140\n,run-1,完成,\n",
                                       ImportMode::RowByRow);
    EXPECT_EQ(report.recorded, 1u);
    std::vector<std::string> said;
    for (const RowError& error : report.errors) {
        said.push_back(std::to_string(error.line) + ' ' + error.column + ' ' + std::string(error.code.name()));
    }
    EXPECT_EQ(said, (std::vector<std::string>{"3 教师编号 UnknownTeacher", "4 班次编号 UnknownCourseRun", "5 学习状态 CellUnreadable",
                                              "6 学习进度 CellUnreadable", "7 教师编号 CellMissing"}));
}

TEST_F(Completions, AreTakenBackToWhatTheRecordsWere) {
    import("t-li,run-1,在学,40\n");
    const ImportReport second = import("t-li,run-1,完成,\nt-wang,run-1,完成,\n");
    const auto undone = undo_import(store_, second.import_id, {test::kCityNowMs});
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->taken_back, 2u);
    ASSERT_EQ(records("t-li").size(), 1u);
    EXPECT_EQ(records("t-li")[0].state, ledger::HourState::InProgress);
    EXPECT_EQ(records("t-wang").at(0).hours, DeciHours{});
    EXPECT_EQ(import("t-wang,run-1,完成,\n").recorded, 1u) << "it may come again";
    EXPECT_EQ(records("t-wang").at(0).hours, whole_hours(6));
}

}  // namespace
}  // namespace xueshi::bureau
