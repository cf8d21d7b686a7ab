// A bank that leaves as a package comes back as the same bank.
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "server/exchange/item_import.h"
#include "server/exchange/package_writer.h"
#include "server/exchange/qti_item_writer.h"
#include "server/exchange/whole_files.h"
#include "tests/server/support/qti_documents.h"
#include "tests/server/support/temporary_folder.h"
#include "tests/support/product_banks.h"

namespace xueshi::exchange {
namespace {

const std::string kGolden = "tests/server/exchange/small_package";

ExchangeBank read_or_die(const std::string& bytes) {
    auto bank = read_exchange_bank(bytes);
    EXPECT_TRUE(bank) << bank.error().subject << ": " << bank.error().detail;
    return bank ? *std::move(bank) : ExchangeBank{};
}

std::string there_and_back(const ExchangeBank& bank, std::string_view language) {
    const test::TemporaryFolder folder;
    const auto files = write_package(bank, language);
    EXPECT_TRUE(files) << files.error().subject << ": " << files.error().detail;
    if (!files) return {};
    write_whole_folder(folder.path() / "package", *files);
    const ImportedItems back = import_items({folder.path() / "package"}, {});
    for (const Error& error : back.errors) {
        ADD_FAILURE() << error.code.name() << ": " << error.subject << ": " << error.detail;
    }
    return write_exchange_bank(back.bank);
}

TEST(PackageRoundTrip, KeepsEveryByteOfTheBanksThatShip) {
    for (const std::string level : {"level-1", "level-2"}) {
        const ExchangeBank bank = read_or_die(
            testing::pack_bytes("item-banks/guangzhou-it-capability/v1/" + level + ".json"));
        ASSERT_GT(bank.items.size(), 100u);
        for (const std::string language : {"zh", "en"}) {
            EXPECT_EQ(there_and_back(bank, language), write_exchange_bank(bank))
                << level << ' ' << language;
        }
    }
}

// Every model, ids that XML does not know, several languages or one, markup in texts, numbers of
// many digits.
TEST(PackageRoundTrip, KeepsWhatNoBankThatShipsHas) {
    ExchangeBank bank;
    bank.version = 12;
    const auto add = [&](std::string model, diagnostic::Item measured) {
        ExchangeItem item{
            std::move(model), std::move(measured), "", {}, {{"zh", "问 <b>&amp;</b> \"'?"}}, {}};
        for (std::size_t i = 0; i <= item.measured.thresholds.size(); ++i) {
            item.options.push_back({static_cast<int>(i), {{"zh", "]]> " + std::to_string(i)}}});
        }
        bank.items.push_back(std::move(item));
    };
    add("1pl", {.id = "一 号", .thresholds = {0.1 + 0.2}, .domain = "第一 域"});
    add("2pl", {.id = "7 & \"8\"", .discrimination = 1e-9, .thresholds = {-1e40}, .domain = "<d>"});
    add("3pl",
        {.id = "_a.b-c", .thresholds = {2}, .guessing = 0.25, .domain = "d", .exposure = 0.07});
    add("grm",
        {.id = "A",
         .thresholds = {1},
         .domain = "d",
         .stages = {"primary", "any"},
         .subjects = {"art"}});
    add("grm", {.id = "a", .thresholds = {-1, 0, 1e-3}, .domain = "d"});
    bank.items[1].options.push_back({0, {{"zh", "另一个"}}});
    bank.items[4].text["de-CH"] = "Grüezi";
    bank.items[4].options[2].text["fr"] = "Bonjour";
    EXPECT_EQ(there_and_back(bank, "zh"), write_exchange_bank(bank));
}

// Frozen: a package that was exported once is read by every later version, and a bank's files
// change only on purpose.
TEST(PackageRoundTrip, WritesAndReadsTheGoldenPackage) {
    const ExchangeBank bank = read_or_die(test::bytes_of("tests/server/exchange/small-bank.json"));
    const auto files = write_package(bank, "en");
    ASSERT_TRUE(files) << files.error().detail;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kGolden)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    EXPECT_EQ(files->size(), count);
    for (const auto& [path, bytes] : *files)
        EXPECT_EQ(bytes, test::bytes_of(kGolden + "/" + path)) << path;
    EXPECT_EQ(write_exchange_bank(import_items({kGolden}, {}).bank), write_exchange_bank(bank));
}

TEST(PackageWriter, NamesEveryItemByANameXmlKnowsAndNoTwoAlike) {
    const std::regex name("[A-Za-z_][A-Za-z0-9._-]*");
    std::set<std::string> names;
    const std::vector<std::string> ids = {"I-04-2",
                                          "i 1",
                                          "i_1",
                                          "i  1",
                                          "1",
                                          "学",
                                          "学时",
                                          "",
                                          "a/b",
                                          "../x",
                                          ".",
                                          "-",
                                          std::string(5000, 'x')};
    for (const std::string& id : ids) {
        const std::string made = package_identifier(id);
        EXPECT_TRUE(std::regex_match(made, name)) << made;
        EXPECT_LT(made.size(), 100u);
        names.insert(made);
    }
    EXPECT_EQ(names.size(), ids.size());
    EXPECT_EQ(package_identifier("I-04-2"), "I-04-2");
}

TEST(PackageWriter, RefusesWhatWouldNotComeBack) {
    const ExchangeBank good = read_or_die(test::bytes_of("tests/server/exchange/small-bank.json"));
    const auto refusal = [&](void (*spoil)(ExchangeItem&), std::string_view language = "en") {
        ExchangeBank bank = good;
        spoil(bank.items[0]);
        const auto files = write_package(bank, language);
        EXPECT_TRUE(files || files.error().subject == "g-1");
        return files ? std::string() : std::string(files.error().code.name());
    };
    EXPECT_EQ(refusal([](ExchangeItem&) {}), "");
    EXPECT_EQ(refusal([](ExchangeItem&) {}, "fr"), "TextMissing");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.text.clear(); }), "TextMissing");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.options.resize(1); }), "TextMissing");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.options[1].text.erase("en"); }), "TextMissing");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.text["zh"] = "两\n行"; }), "TextNotPlain");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.options[0].text["en"] = "two  blanks"; }),
              "TextNotPlain");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.measured.domain = " d"; }), "TextNotPlain");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.options[1].credit = 1; }), "OutOfRange");
    EXPECT_EQ(refusal([](ExchangeItem& item) { item.options.pop_back(); }), "OutOfRange");
}

}  // namespace
}  // namespace xueshi::exchange
