// What a stranger may put in a table: refused by name, in bounded time and memory, and nothing else happens.
#include <random>

#include <gtest/gtest.h>

#include "server/tables/csv_text.h"
#include "server/tables/table_files.h"
#include "tests/server/support/zip_bytes.h"

namespace xueshi::tables {
namespace {

const RowVisitor kIgnore = [](const TableRow&) -> Outcome { return Done{}; };

std::string refusal_of(std::string_view bytes, const TableLimits& limits = {}) {
    const Outcome outcome = read_table(bytes, limits, kIgnore);
    return outcome ? "" : std::string(outcome.error().code.name());
}
std::string refusal_of_sheet(const std::string& rows, const TableLimits& limits = {}) {
    return refusal_of(test::zip_bytes(test::workbook_of(rows)), limits);
}

TEST(HostileTables, Csv) {
    std::string wide;
    for (int i = 0; i < 10'000; ++i) wide += "x,";
    EXPECT_EQ(refusal_of(wide), "TableTooLarge");
    EXPECT_EQ(refusal_of("a,\"b"), "TableBroken");
    EXPECT_EQ(refusal_of("a,\"b\"c"), "TableBroken");
    EXPECT_EQ(refusal_of(std::string("a\0b", 3)), "TableNotText");
    EXPECT_EQ(refusal_of("\xEF\xBB\xBF\xBD\xCC"), "TableNotText") << "marked as UTF-8 and none";
    EXPECT_EQ(refusal_of("\xFF\xFE\xFF"), "TableNotText");
    EXPECT_EQ(refusal_of(std::string(9'000, 'x')), "TableTooLarge");
    EXPECT_EQ(refusal_of('"' + std::string(9'000, 'x')), "TableBroken");
    EXPECT_EQ(refusal_of("a\nb\nc", {.most_rows = 2}), "TableTooLarge");
    EXPECT_EQ(refusal_of("a\nb\nc", {.most_bytes = 4}), "TableTooLarge");
}

TEST(HostileTables, AWorkbookThatIsABomb) {
    EXPECT_EQ(refusal_of_sheet("<row><c t=\"inlineStr\"><is><t>" + std::string(40'000'000, ' ') + "</t></is></c></row>",
                               {.most_unpacked_bytes = 1 << 20}),
              "TableTooLarge");
}

TEST(HostileTables, AWorkbookWithEntities) {
    auto parts = test::workbook_of("");
    parts[4].second = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData/></worksheet>";
    EXPECT_EQ(refusal_of(test::zip_bytes(parts)), "TableBroken");
    EXPECT_EQ(refusal_of_sheet("<row><c><v>&xxe;</v></c></row>"), "TableBroken");
}

TEST(HostileTables, AWorkbookThatIsNotWhole) {
    const std::string whole = test::zip_bytes(test::workbook_of("<row><c><v>1</v></c></row>"));
    EXPECT_EQ(refusal_of(whole), "");
    for (const std::size_t bytes : {4u, 30u, 200u, 900u}) EXPECT_EQ(refusal_of(whole.substr(0, bytes)), "TableBroken") << bytes;
    EXPECT_EQ(refusal_of(test::zip_bytes({{"hello.txt", "hello"}})), "TableBroken");
    EXPECT_EQ(refusal_of_sheet("<row>"), "TableBroken");
}

TEST(HostileTables, AWorkbookWithImpossibleCells) {
    std::string wide;
    for (int i = 0; i < 10'000; ++i) wide += "<c><v>1</v></c>";
    EXPECT_EQ(refusal_of_sheet("<row>" + wide + "</row>"), "TableTooLarge");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)"), "TableTooLarge");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c r="ZZZZZZZZZZZZZZ1"><v>1</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c r="1"><v>1</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c t="s"><v>99</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c t="s"><v>-1</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="18446744073709551615"><c><v>1</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="2"/><row r="1"><c><v>1</v></c></row>)"), "TableBroken");
    EXPECT_EQ(refusal_of_sheet(R"(<row r="1"><c s="1"><v>1e300</v></c><c s="1"><v>nan</v></c><c s="9"><v>1</v></c></row>)"), "");
}

// Each mutation is read or refused; the sanitizers' builds say more of how.
TEST(HostileTables, ThousandsOfMutations) {
    const std::vector<std::string> seeds = {
        test::zip_bytes(test::workbook_of(R"(<row r="1"><c r="A1" s="1"><v>42948</v></c><c t="s"><v>1</v></c></row>)")),
        "\xEF\xBB\xBF教师编号,年度,\"验证\"\"结果\"\r\n00421,2016,通过\r\n'=1,2016,\"不\n通过\"\r\n",
        "\xBD\xCC\xCA\xA6,\"\x81\x30\x81\x30\",x\r\n1,2,3\r\n",
    };
    std::mt19937 random(20170220);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random()) % most; };
    int refused = 0;
    for (int round = 0; round < 6'000; ++round) {
        std::string bytes = seeds[below(seeds.size())];
        for (std::size_t left = 1 + below(4); left > 0; --left) {
            const std::size_t at = below(bytes.size());
            switch (below(4)) {
                case 0: bytes[at] = static_cast<char>(below(256)); break;
                case 1: bytes.erase(at, 1 + below(8)); break;
                case 2: bytes.insert(at, bytes.substr(below(bytes.size()), below(16))); break;
                default: bytes.resize(at + 1); break;
            }
            if (bytes.empty()) bytes = "x";
        }
        if (!read_table(bytes, {.most_unpacked_bytes = 1 << 20}, kIgnore)) ++refused;
    }
    EXPECT_GT(refused, 1'000);
    EXPECT_LT(refused, 6'000);
}

// The same below the compression, where a mutated zip never gets.
TEST(HostileTables, ThousandsOfMutatedSheets) {
    std::mt19937 random(7);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random()) % most; };
    const std::string sheet = R"(<row r="1"><c r="A1" s="1"><v>42948</v></c><c r="C1" t="s"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row>)";
    for (int round = 0; round < 600; ++round) {
        std::string rows = sheet;
        for (std::size_t left = 1 + below(3); left > 0; --left) rows[below(rows.size())] = static_cast<char>(32 + below(95));
        (void)read_table(test::zip_bytes(test::workbook_of(rows)), {}, kIgnore);
    }
}

}  // namespace
}  // namespace xueshi::tables
