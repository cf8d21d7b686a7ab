// The HR bureau's results come in once, every bad row is named, and a whole import can be taken back.
#include "server/bureau/result_import.h"

#include <gtest/gtest.h>

#include "core/codec/ledger_json.h"
#include "core/codec/rule_pack_json.h"
#include "server/bureau/hour_export.h"
#include "server/store/sqlite_event_store.h"
#include "server/tables/csv_text.h"
#include "server/tables/table_files.h"
#include "tests/server/support/small_city.h"
#include "tests/server/support/temporary_folder.h"
#include "tests/support/builders.h"

namespace xueshi::bureau {
namespace {

using Errors = std::vector<std::string>;

const std::string kHead = "姓名,教师编号,年度,验证结果,验证日期\r\n";

class BureauResults : public ::testing::Test {
  protected:
    BureauResults() { test::found_small_city(store_); }

    ImportReport import(const std::string& rows, ImportMode mode = ImportMode::AllOrNothing) {
        const auto report = import_results(store_, rules_, projections(), kHead + rows,
                                           {.mode = mode,
                                            .now = now_,
                                            .file_name = "results.csv",
                                            .progress = {},
                                            .is_cancelled = [this] { return cancel_after_-- == 0; }});
        EXPECT_TRUE(report) << (report ? "" : report.error().code.name());
        return report ? *report : ImportReport{};
    }
    std::filesystem::path projections() const { return folder_.path() / "projections"; }
    static Errors said(const ImportReport& report) {
        Errors all;
        for (const RowError& error : report.errors) {
            all.push_back(std::to_string(error.line) + ' ' + error.column + ' ' + std::string(error.code.name()));
        }
        return all;
    }
    std::optional<bool> result_of(const std::string& teacher, int year = 2016) {
        ledger::HourLedger ledger;
        store_.read([&](store::StoreView& view) {
            for (const auto& envelope : view.read_feed("teacher:" + teacher, 0, 1000).events) {
                if (!envelope.type.starts_with(codec::kLedgerPrefix)) continue;
                ledger::apply(ledger, *codec::decode_ledger_event(envelope.type, envelope.payload), envelope.stamp);
            }
        });
        const auto found = ledger.verifications.find({ledger::OfficialVerification::Annual, {year}, {year}});
        if (found == ledger.verifications.end()) return std::nullopt;
        return found->second.value.has_passed;
    }
    std::uint64_t head_of(const std::string& feed) {
        std::uint64_t head = 0;
        store_.read([&](store::StoreView& view) { head = view.feed_head(feed); });
        return head;
    }

    test::TemporaryFolder folder_;
    store::SqliteEventStore store_{folder_.path()};
    rules::RuleBook rules_ = codec::built_in_rules();
    Instant now_ = testing::moment("2017-09-20T09:00");
    int cancel_after_ = -1;
};

TEST_F(BureauResults, AreRecordedOnceHoweverOftenTheyCome) {
    const std::string rows = "李,t-li,2016,通过,2017-08-31\r\n王,t-wang,2016,不通过,2017年8月31日\r\n";
    const ImportReport preview = import(rows, ImportMode::Preview);
    EXPECT_EQ(preview.recorded, 2u);
    EXPECT_TRUE(preview.import_id.empty());
    EXPECT_EQ(result_of("t-li"), std::nullopt);
    EXPECT_EQ(head_of("imports"), 0u);
    const ImportReport first = import(rows);
    EXPECT_EQ(first.recorded, 2u);
    EXPECT_FALSE(first.import_id.empty());
    EXPECT_EQ(result_of("t-li"), true);
    EXPECT_EQ(result_of("t-wang"), false);
    const std::uint64_t heads = head_of("teacher:t-li") + head_of("teacher:t-wang") + head_of("imports");
    const ImportReport again = import(rows, ImportMode::RowByRow);
    EXPECT_EQ(again.unchanged, 2u);
    EXPECT_TRUE(again.import_id.empty());
    EXPECT_EQ(head_of("teacher:t-li") + head_of("teacher:t-wang") + head_of("imports"), heads);
}

TEST_F(BureauResults, EveryBadRowIsNamedAndTheChoiceIsKept) {
    const std::string rows =
        "x,t-li,2016,通过,2017-08-31\r\n"
        "x,,2016,通过,2017-08-31\r\n"
        "x,nobody,2016,通过,2017-08-31\r\n"
        "x,p-zhao,2016,通过,2017-08-31\r\n"
        "x,t-li,2016,不通过,2017-08-31\r\n"
        "x,t-wang,16,通过,2017-08-31\r\n"
        "x,t-wang,1999,通过,2017-08-31\r\n"
        "x,t-wang,2016,合格,2017-08-31\r\n"
        "x,t-wang,2016,通过,2017-02-30\r\n"
        "x,t-wang,2016,通过,2017-09-21\r\n"
        "x,t-wang,2016,通过\r\n";
    const Errors expected = {"3 教师编号 CellMissing", "4 教师编号 UnknownTeacher", "5 教师编号 UnknownTeacher",
                             "6 教师编号 RowRepeated",   "7 年度 CellUnreadable",      "8 年度 NoRulePack",
                             "9 验证结果 CellUnreadable", "10 验证日期 CellUnreadable", "11 验证日期 DayImpossible",
                             "12 验证日期 CellMissing"};
    EXPECT_EQ(said(import(rows, ImportMode::Preview)), expected);
    const ImportReport refused = import(rows, ImportMode::AllOrNothing);
    EXPECT_EQ(said(refused), expected);
    EXPECT_TRUE(refused.import_id.empty());
    EXPECT_EQ(result_of("t-li"), std::nullopt);
    const ImportReport some = import(rows, ImportMode::RowByRow);
    EXPECT_EQ(said(some), expected);
    EXPECT_EQ(some.recorded, 1u);
    EXPECT_EQ(result_of("t-li"), true);
}

TEST_F(BureauResults, AnImportIsTakenBackWholeAndWhatStoodBeforeStandsAgain) {
    const ImportReport first = import("x,t-li,2016,通过,2017-08-31\r\n");
    const ImportReport second = import("x,t-li,2016,不通过,2017-09-10\r\nx,t-wang,2016,通过,2017-09-10\r\nx,t-li,2015,通过,2017-09-10\r\n");
    EXPECT_EQ(result_of("t-li"), false);
    const std::uint64_t before = head_of("teacher:t-li");
    const auto undone = undo_import(store_, second.import_id, now_);
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->taken_back, 3u);
    EXPECT_EQ(head_of("teacher:t-li"), before + 1) << "appended, not deleted";
    EXPECT_EQ(result_of("t-li"), true);
    EXPECT_EQ(result_of("t-li", 2015), std::nullopt);
    EXPECT_EQ(result_of("t-wang"), std::nullopt);
    EXPECT_TRUE(undo_import(store_, second.import_id, now_)->was_withdrawn);
    EXPECT_EQ(head_of("teacher:t-li"), before + 1);
    EXPECT_EQ(undo_import(store_, ImportId{"none"}, now_).error().code, kUnknownImport);
    EXPECT_EQ(import("x,t-wang,2016,通过,2017-09-10\r\n").recorded, 1u) << "what was taken back may come again";
    EXPECT_EQ(result_of("t-wang"), true);
    EXPECT_TRUE(undo_import(store_, first.import_id, now_));
    EXPECT_EQ(result_of("t-li"), std::nullopt);
}

TEST_F(BureauResults, AnInterruptedImportKeepsWholeBatchesOrNothing) {
    std::string rows;
    for (int i = 0; i < 2'500; ++i) rows += "x,t-" + std::string(i % 2 == 0 ? "li," : "wang,") + "2016,通过,2017-08-31\r\n";
    cancel_after_ = 0;
    const ImportReport none = import("x,t-li,2016,通过,2017-08-31\r\n", ImportMode::AllOrNothing);
    EXPECT_TRUE(none.was_cancelled);
    EXPECT_TRUE(none.import_id.empty());
    EXPECT_EQ(result_of("t-li"), std::nullopt);
    cancel_after_ = 1;
    std::string many;
    for (int year = 2012; year < 2017; ++year) many += "x,t-li," + std::to_string(year) + ",通过,2017-08-31\r\n";
    const ImportReport some = import(many + rows, ImportMode::RowByRow);
    EXPECT_EQ(some.recorded, 6u) << "one batch of what was not repeated";
}

TEST_F(BureauResults, TheTableItselfMayBeWrong) {
    const auto refusal = [&](const std::string& bytes) {
        const auto report = import_results(store_, rules_, projections(), bytes,
                                           {.mode = ImportMode::Preview, .now = now_, .file_name = {}});
        return report ? std::string() : std::string(report.error().code.name()) + ' ' + report.error().subject;
    };
    EXPECT_EQ(refusal(""), "ColumnMissing 教师编号");
    EXPECT_EQ(refusal("教师编号,年度,验证结果\r\n"), "ColumnMissing 验证日期");
    EXPECT_EQ(refusal("编号,教师编号,年度,验证结果,验证日期\r\n"), "ColumnRepeated 教师编号");
    EXPECT_EQ(refusal(kHead + "\"x"), "TableBroken line 2");
}

TEST_F(BureauResults, TheExportHoldsThemAndComesInAgainWithoutAChange) {
    import("x,t-li,2016,通过,2017-08-31\r\nx,t-wang,2016,不通过,2017-08-31\r\n");
    const auto file = folder_.path() / "hours.csv";
    const auto writer = tables::write_table(file, tables::TableFormat::Csv, tables::Charset::Gb18030);
    const auto written = export_hours(store_, rules_, projections(), {2016}, *writer);
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, 3u) << "teachers, not accounts";
    writer->finish();
    const auto bytes = tables::table_bytes(file, {});
    std::vector<std::vector<std::string>> rows;
    EXPECT_TRUE(tables::read_table(*bytes, {}, [&](const tables::TableRow& row) -> Outcome {
        rows.push_back(row.cells);
        return Done{};
    }));
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1], (std::vector<std::string>{"2016", "t-li", rows[1][2], rows[1][3], "0", "0", "0", "0", "通过", "2017-08-31"}));
    EXPECT_EQ(rows[2].back(), "");
    const auto report = import_results(store_, rules_, projections(), *bytes,
                                       {.mode = ImportMode::RowByRow, .now = now_, .file_name = "hours.csv"});
    EXPECT_EQ(report->unchanged, 2u);
    EXPECT_EQ(said(*report), (Errors{"3 验证结果 CellMissing"}));
}

}  // namespace
}  // namespace xueshi::bureau
