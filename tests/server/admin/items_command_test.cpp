#include "server/admin/items_command.h"

#include <gtest/gtest.h>

#include "tests/server/support/qti_documents.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::admin {
namespace {

const std::string kBank = "core/packs/item-banks/guangzhou-it-capability/v1/level-1.json";

class ItemsCommand : public ::testing::Test {
  protected:
    int run(const Arguments& arguments) {
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code = run_items(arguments);
        said_ = ::testing::internal::GetCapturedStdout();
        complained_ = ::testing::internal::GetCapturedStderr();
        return code;
    }

    std::string at(const std::string& name) const { return (folder_.path() / name).string(); }

    // What is in the folder, by name.
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            found.push_back(entry.path().filename().string());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    test::TemporaryFolder folder_;
    std::string said_;
    std::string complained_;
};

TEST_F(ItemsCommand, TakesABankOutAndBackIn) {
    ASSERT_EQ(run({"export", "--bank", kBank, "--output", at("package") + "/"}), kExitDone)
        << complained_;
    ASSERT_EQ(run({"import", "--qti", at("package"), "--output", at("bank.json")}), kExitDone)
        << complained_;
    EXPECT_NE(said_.find("It has all that the product asks for."), std::string::npos) << said_;
    ASSERT_EQ(
        run({"export", "--bank=" + at("bank.json"), "--output", at("again"), "--language", "zh"}),
        kExitDone);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at("package"))) {
        if (!entry.is_regular_file()) continue;
        const auto path = std::filesystem::relative(entry.path(), at("package"));
        EXPECT_EQ(test::bytes_of(entry.path()), test::bytes_of(at("again") / path)) << path;
    }
    EXPECT_EQ(names(), (std::vector<std::string>{"again", "bank.json", "package"}));
}

TEST_F(ItemsCommand, WritesNothingWhenOneItemIsBad) {
    test::put(at("items/a.xml"), test::kMappedItem);
    test::put(at("items/b.xml"), test::with(test::kSingleChoiceItem, "match_correct", "mystery"));
    test::put(at("items/c.xml"), "<a>\n");
    test::put(at("bank.json"), "precious");
    EXPECT_EQ(run({"import",
                   "--qti",
                   at("items"),
                   "--domain",
                   "d",
                   "--assume-parameters",
                   "--output",
                   at("bank.json")}),
              2);
    EXPECT_EQ(said_, "");
    EXPECT_EQ(
        complained_,
        "xueshi items import: ScoringUnsupported: item \"single\" (b.xml): the template is "
        "\"mystery\"\n"
        "xueshi items import: XmlNotWellFormed: c.xml, line 1, byte 4: Start-end tags mismatch\n");
    EXPECT_EQ(test::bytes_of(at("bank.json")), "precious");
    EXPECT_EQ(names(), (std::vector<std::string>{"bank.json", "items"}));
}

TEST_F(ItemsCommand, TellsWhatIsAssumedAndWhatTheProductMisses) {
    test::put(at("a.xml"), test::kMappedItem);
    test::put(at("b.xml"), test::kSingleChoiceItem);
    EXPECT_EQ(run({"import",
                   "--qti",
                   at("a.xml"),
                   "--qti",
                   at("b.xml"),
                   "--domain=d",
                   "--assume-parameters",
                   "--output",
                   at("bank.json")}),
              0)
        << complained_;
    EXPECT_EQ(said_,
              "2 items are in " + at("bank.json") +
                  ", 2 with assumed parameters.\nThe product would not take it: items[0].domain: "
                  "not a dimension (item \"mapped\").\n");
}

TEST_F(ItemsCommand, AnIdIsNoSecondLineOfComplaint) {
    test::put(at("a.xml"),
              test::with(
                  test::kMappedItem, "identifier=\"mapped\"", "identifier=\"x&#10;xueshi: fine\""));
    EXPECT_EQ(run({"import", "--qti", at("a.xml"), "--output", at("bank.json")}), 2);
    EXPECT_EQ(std::count(complained_.begin(), complained_.end(), '\n'), 1) << complained_;
}

TEST_F(ItemsCommand, ExportTouchesNoFolderThatHoldsSomething) {
    test::put(at("package/mine.txt"), "precious");
    EXPECT_EQ(run({"export", "--bank", kBank, "--output", at("package")}), kExitFailed);
    EXPECT_NE(complained_.find("package"), std::string::npos) << complained_;
    EXPECT_EQ(names(), (std::vector<std::string>{"package"}));
    EXPECT_FALSE(std::filesystem::exists(at("package/imsmanifest.xml")));
    EXPECT_EQ(run({"export", "--bank", kBank, "--output", "/proc/none/package"}), kExitFailed);
}

TEST_F(ItemsCommand, ExportRefusesABadBankAndALanguageItLacks) {
    EXPECT_EQ(run({"export", "--bank", kBank, "--output", at("p"), "--language", "fr"}), 2);
    EXPECT_NE(complained_.find("TextMissing: I-01-1: "), std::string::npos) << complained_;
    test::put(at("bank.json"),
              "{\"schema\":\"xueshi.diagnostic.bank/1\",\"items\":[{\"id\":\"A\"}]}");
    EXPECT_EQ(run({"export", "--bank", at("bank.json"), "--output", at("p")}), 2);
    EXPECT_NE(complained_.find("items[0].model"), std::string::npos) << complained_;
    EXPECT_EQ(run({"export", "--bank", at("gone.json"), "--output", at("p")}), 2);
    EXPECT_FALSE(std::filesystem::exists(at("p")));
}

TEST_F(ItemsCommand, ReportsAFinishedTest) {
    test::put(
        at("answer.json"),
        R"({"schema":"xueshi.diagnostic.answer/1","steps":[{"item":"I-01-1","response":2,"theta":0.5,)"
        R"("standard_error":0.75,"information":0.25}],"final":{"theta":0.5,"standard_error":0.75},"stopped":"max_items"})");
    const auto report = [&](const std::string& candidate, const std::string& finished) {
        return run({"results",
                    "--bank",
                    kBank,
                    "--answer",
                    at("answer.json"),
                    "--candidate",
                    candidate,
                    "--finished",
                    finished,
                    "--output",
                    at("report.xml")});
    };
    EXPECT_EQ(report("t-1", "2026-02-30T10:00:00"), 2);
    EXPECT_EQ(report(" ", "2026-03-01T10:00:00"), 2);
    EXPECT_FALSE(std::filesystem::exists(at("report.xml")));
    EXPECT_EQ(report("t-1", "2026-03-01T10:00:00+08:00"), 0) << complained_;
    EXPECT_NE(test::bytes_of(at("report.xml")).find("sourcedId=\"t-1\""), std::string::npos);
}

TEST_F(ItemsCommand, WrongArgumentsAreNamed) {
    EXPECT_EQ(run({}), 2);
    EXPECT_EQ(run({"publish"}), 2);
    EXPECT_NE(complained_.find("publish"), std::string::npos);
    EXPECT_EQ(run({"import", "--output", at("b.json")}), 2);
    EXPECT_NE(complained_.find("--qti is missing"), std::string::npos) << complained_;
    EXPECT_EQ(run({"export", "--bank", "a", "--bank", "b", "--output", at("p")}), 2);
    EXPECT_NE(complained_.find("--bank is given twice"), std::string::npos) << complained_;
    EXPECT_EQ(run({"--help"}), 0);
    EXPECT_NE(said_.find("items export"), std::string::npos);
    EXPECT_NE(said_.find("--assume-parameters"), std::string::npos);
    EXPECT_EQ(run({"import", "--help"}), 0);
}

}  // namespace
}  // namespace xueshi::admin
