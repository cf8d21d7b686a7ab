#include "server/admin/command_line.h"

#include <gtest/gtest.h>

#include "server/admin/sample_accounts.h"

namespace xueshi::admin {
namespace {

const CommandSpec kSpec = {
    "serve",
    "Serves.",
    {{"--data", "DIR", "the folder", true}, {"--port", "N", "the port"}, {"--fast", "", "hurry"}},
};

TEST(CommandLine, TakesValuesAsTheNextWordOrAfterAnEqualsSign) {
    const auto line = CommandLine::parse(kSpec, {"--data", "a b", "--port=80", "--fast"});
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->text("--data"), "a b");
    EXPECT_EQ(line->whole("--port", 0, 100, 7), 80);
    EXPECT_TRUE(line->has("--fast"));
}

TEST(CommandLine, RefusesWhatItDoesNotKnowWithTheOptionsName) {
    const auto complaint = [](const Arguments& arguments) {
        const auto line = CommandLine::parse(kSpec, arguments);
        return line ? std::string() : line.error().detail;
    };
    EXPECT_EQ(complaint({"--data", "d", "--prot", "80"}), "There is no option --prot");
    EXPECT_EQ(complaint({}), "--data is missing");
    EXPECT_EQ(complaint({"--data"}), "--data needs a value");
    EXPECT_EQ(complaint({"--data", "a", "--data", "b"}), "--data is given twice");
    EXPECT_EQ(complaint({"--data", "a", "--fast=1"}), "--fast takes no value");
    EXPECT_EQ(complaint({"folder"}), "There is no option folder");
}

TEST(CommandLine, KeepsEveryValueOfAnOptionThatMayBeRepeated) {
    const CommandSpec spec = {"read", "Reads.", {{"--file", "FILE", "a file", true, true}}};
    const auto line = CommandLine::parse(spec, {"--file", "b", "--file=a", "--file", "b"});
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->texts("--file"), (std::vector<std::string>{"b", "a", "b"}));
    EXPECT_EQ(line->text("--file"), "b");
    EXPECT_TRUE(line->texts("--other").empty());
    EXPECT_TRUE(help_text(spec).starts_with("xueshi read --file FILE…\n"));
}

TEST(CommandLine, ReadsWholeNumbersWithinTheirRangeOnly) {
    for (const std::string text : {"", "x", "1.5", "80x", "101", "-1", "99999999999999999999"}) {
        const auto line = CommandLine::parse(kSpec, {"--data", "d", "--port=" + text});
        ASSERT_TRUE(line.ok());
        EXPECT_EQ(line->whole("--port", 0, 100, 7), std::nullopt) << text;
    }
    const auto line = CommandLine::parse(kSpec, {"--data", "d"});
    EXPECT_EQ(line->whole("--port", 0, 100, 7), 7);
}

TEST(CommandLine, HelpNamesEveryOptionAndNeedsNothingElse) {
    ASSERT_TRUE(CommandLine::parse(kSpec, {"--help"})->wants_help());
    const std::string help = help_text(kSpec);
    for (const OptionSpec& option : kSpec.options)
        EXPECT_NE(help.find(option.name), std::string::npos);
    EXPECT_TRUE(help.starts_with("xueshi serve --data DIR [--port N] [--fast]"));
}

TEST(SampleAccounts, ArePrintedOnePerLine) {
    const std::string json =
        encode_sample_accounts({{organisation::OrgRole::Teacher, "t1", "open sesame", "李老师"},
                                {organisation::OrgRole::Centre, "c1", "pass\"word", "Centre"}});
    const std::string text = sample_accounts_text(json);
    EXPECT_NE(text.find("teacher"), std::string::npos);
    EXPECT_NE(text.find("open sesame"), std::string::npos);
    EXPECT_NE(text.find("pass\"word"), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_TRUE(sample_accounts_text("{").empty());
}

}  // namespace
}  // namespace xueshi::admin
