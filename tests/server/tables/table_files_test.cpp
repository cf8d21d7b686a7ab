// Tables go out and come back as they were, in every form; and a spreadsheet reckons with nothing in them.
#include "server/tables/table_files.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "server/tables/csv_text.h"
#include "tests/server/support/temporary_folder.h"
#include "tests/server/support/zip_bytes.h"

namespace xueshi::tables {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const Rows kRows = {
    {"教师编号", "姓名", "备注"},
    {"00421", "林晓岚", "一, \"二\""},
    {"=1+1", "+86", "-2"},
    {"@SUM(A1)", "\tx", "＝1"},
    {"'quoted", "'=kept", "𠮷野家"},
    {"two\r\nlines", "", "end"},
};

class TableFiles : public ::testing::Test {
  protected:
    std::filesystem::path write(TableFormat format, Charset charset, const Rows& rows = kRows) {
        const auto file = folder_.path() / "table";
        const auto writer = write_table(file, format, charset);
        for (const auto& row : rows) {
            std::vector<Cell> cells;
            for (const auto& text : row) cells.push_back({text});
            writer->write(cells);
        }
        writer->finish();
        return file;
    }
    static std::string bytes_of(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static Rows read(std::string_view bytes) {
        Rows rows;
        const Outcome outcome = read_table(bytes, {}, [&](const TableRow& row) -> Outcome {
            rows.push_back(row.cells);
            return Done{};
        });
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().subject + ' ' + outcome.error().detail);
        return rows;
    }
    test::TemporaryFolder folder_;
};

TEST_F(TableFiles, CsvComesBackInBothCharsets) {
    const std::string utf8 = bytes_of(write(TableFormat::Csv, Charset::Utf8));
    EXPECT_TRUE(utf8.starts_with("\xEF\xBB\xBF教师编号,姓名,备注\r\n00421,林晓岚,\"一, \"\"二\"\"\"\r\n'=1+1,'+86,'-2\r\n"));
    EXPECT_EQ(read(utf8), kRows);
    EXPECT_EQ(read(std::string_view(utf8).substr(3)), kRows) << "without the mark, too";
    const std::string gb18030 = bytes_of(write(TableFormat::Csv, Charset::Gb18030));
    EXPECT_TRUE(gb18030.starts_with("\xBD\xCC\xCA\xA6"));
    EXPECT_EQ(read(gb18030), kRows);
}

TEST_F(TableFiles, AWorkbookComesBack) {
    Rows rows = kRows;
    const Rows read_back = read(bytes_of(write(TableFormat::Xlsx, Charset::Utf8)));
    rows.back()[0] = "two \nlines";  // XML has no such line end
    EXPECT_EQ(read_back, rows);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1) << "nothing else is left behind";
}

TEST_F(TableFiles, AnIndependentReaderSeesTextsAsTextsAndOurNumbersAsNumbers) {
    const auto file = folder_.path() / "hours.xlsx";
    const auto writer = write_table(file, TableFormat::Xlsx, Charset::Utf8);
    writer->write({{"教师编号"}, {"学时"}, {"备注"}});
    writer->write({{"00420017"}, {"4.5", true}, {"=HYPERLINK(\"http://x\")<&>"}});
    writer->finish();
    const std::string command = "node tests/server/tables/open_xlsx.mjs " + file.string();
    std::FILE* pipe = ::popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::string said(4096, '\0');
    said.resize(std::fread(said.data(), 1, said.size(), pipe));
    EXPECT_EQ(::pclose(pipe), 0);
    EXPECT_EQ(said, R"([["教师编号","学时","备注"],["00420017",4.5,"=HYPERLINK(\"http://x\")<&>"]])" "\n");
}

TEST_F(TableFiles, WhatIsNotFinishedLeavesWhatWasThere) {
    const auto file = write(TableFormat::Csv, Charset::Utf8);
    const std::string before = bytes_of(file);
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx}) write_table(file, format, Charset::Utf8)->write({{"x"}});
    EXPECT_EQ(bytes_of(file), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(TableFiles, ANumberOfOursMayBeNegative) {
    EXPECT_EQ(csv_line({{"-4.5", true}, {"-4.5"}}), "-4.5,'-4.5\r\n");
}

TEST(CsvText, AnyLineEndAndEmptyRows) {
    std::vector<std::pair<std::size_t, std::string>> seen;
    const Outcome outcome = read_csv_text("a,b\n\"x\ny\",2\r\r\n,\nlast", {}, [&](const TableRow& row) -> Outcome {
        seen.emplace_back(row.line, row.cells.front());
        return Done{};
    });
    EXPECT_TRUE(outcome);
    EXPECT_EQ(seen, (std::vector<std::pair<std::size_t, std::string>>{{1, "a"}, {2, "x\ny"}, {6, "last"}}));
}

TEST_F(TableFiles, OtherProgramsWorkbooks) {
    const Rows rows = read(test::zip_bytes(test::workbook_of(
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>)"
        R"(<row r="5"><c r="A5"><v>20170042318</v></c><c r="B5"><v>2.0170042318E10</v></c><c r="C5"><v>4.5</v></c></row>)"
        R"(<row r="6"><c r="A6" s="1"><v>42948</v></c><c r="B6" s="2"><v>42948.75</v></c><c r="C6" s="3"><v>42948</v></c></row>)"
        R"(<row r="7"><c r="A7" t="inlineStr"><is><t>通过</t></is></c><c r="B7" t="str"><f>1</f><v>x</v></c><c r="C7" t="b"><v>1</v></c></row>)")));
    EXPECT_EQ(rows, (Rows{{"林晓岚", "", "00 7"},
                          {"20170042318", "20170042318", "4.5"},
                          {"2017-08-01", "2017-08-01", "42948"},
                          {"通过", "x", "1"}}));
}

}  // namespace
}  // namespace xueshi::tables
