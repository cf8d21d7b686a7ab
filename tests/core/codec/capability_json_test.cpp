#include "core/codec/capability_json.h"

#include <gtest/gtest.h>

#include "core/codec/diagnostic_json.h"
#include "tests/support/product_banks.h"

namespace xueshi::codec {
namespace {

constexpr const char* kBank = R"({
  "schema": "xueshi.diagnostic.bank/1",
  "version": 3,
  "items": [
    {"id": "II-01-1", "model": "grm", "a": 1.1, "b": [-1.8, 0.7], "exposure": 0.3,
     "domain": "literacy", "level": "II", "indicators": ["II-1", "II-2"],
     "text": {"zh": "问", "en": "Question"},
     "options": [{"credit": 2, "zh": "甲", "en": "A"}, {"credit": 0, "zh": "乙", "en": "B"},
                 {"credit": 1, "zh": "丙", "en": "C"}]},
    {"id": "II-C21-1", "model": "grm", "a": 1.2, "b": [0.5], "domain": "growth",
     "level": "II", "indicators": ["C21"], "stages": ["primary"],
     "text": {"zh": "问二", "en": "Another"},
     "options": [{"credit": 0, "zh": "否", "en": "No"}, {"credit": 1, "zh": "是", "en": "Yes"}]}
  ]
})";

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(CapabilityJson, ReadsWhatMeasuringNeedsAndWhatATeacherReads) {
    const auto bank = read_capability_bank(kBank);
    ASSERT_TRUE(bank.ok()) << bank.error().subject << ' ' << bank.error().detail;
    EXPECT_EQ(bank->level, diagnostic::CapabilityLevel::TransformLearning);
    EXPECT_EQ(bank->version, 3);
    ASSERT_EQ(bank->measured.items.size(), 2u);
    ASSERT_EQ(bank->contents.size(), 2u);
    EXPECT_EQ(bank->measured.items[0].thresholds, (std::vector<double>{-1.8, 0.7}));
    EXPECT_EQ(bank->measured.items[0].exposure, 0.3);
    EXPECT_EQ(bank->measured.items[1].exposure, 1);
    EXPECT_EQ(bank->measured.items[1].stages, std::vector<std::string>{"primary"});
    const diagnostic::ItemContent& first = bank->contents[0];
    EXPECT_EQ(first.dimension, diagnostic::Dimension::Literacy);
    EXPECT_EQ(first.indicators, (std::vector<std::string>{"II-1", "II-2"}));
    EXPECT_EQ(first.text, (LocalizedText{"问", "Question"}));
    ASSERT_EQ(first.options.size(), 3u);
    EXPECT_EQ(first.options[0].credit, 2);
    EXPECT_EQ(first.options[2].text, (LocalizedText{"丙", "C"}));
}

TEST(CapabilityJson, NamesWhatItRefuses) {
    struct Case {
        const char* from;
        const char* to;
        const char* field;
    };
    const Case cases[] = {
        {"bank/1", "bank/2", "schema"},
        {R"("version": 3,)", "", "version"},
        {R"("version": 3)", R"("version": 0)", "version"},
        {R"("version": 3)", R"("version": 3, "more": 1)", "more"},
        {R"("model": "grm")", R"("model": "2pl")", "items[0].model"},
        {R"("a": 1.1)", R"("a": -1)", "items[0].a"},
        {R"("exposure": 0.3)", R"("exposure": 0)", "items[0].exposure"},
        {R"("exposure": 0.3)", R"("exposure": 1.5)", "items[0].exposure"},
        {R"("exposure": 0.3)", R"("exposure": "0.3")", "items[0].exposure"},
        {R"("domain": "literacy")", R"("domain": "letters")", "items[0].domain"},
        {R"("level": "II")", R"("level": "III")", "items[0].level"},
        {R"("level": "II", "indicators": ["C21"])",
         R"("level": "I", "indicators": ["C21"])",
         "items[1].level"},
        {R"("level": "II",)", "", "items[0].level"},
        {R"(["II-1", "II-2"])", "[]", "items[0].indicators"},
        {R"(["II-1", "II-2"])", R"(["II-1", "II-1"])", "items[0].indicators[1]"},
        {R"(["II-1", "II-2"])", R"(["II-1", 2])", "items[0].indicators[1]"},
        {R"("text": {"zh": "问", "en": "Question"},)", "", "items[0].text"},
        {R"(, "en": "Question")", "", "items[0].text.en"},
        {R"("zh": "甲", )", "", "items[0].options[0].zh"},
        {R"("zh": "甲")", R"("zh": "甲", "fr": "A")", "items[0].options[0].fr"},
        {R"("credit": 2)", R"("credit": 3)", "items[0].options[0].credit"},
        {R"("credit": 2)", R"("credit": 1)", "items[0].options[2].credit"},
        {R"({"credit": 2, "zh": "甲", "en": "A"}, )", "", "items[0].options"},
        {R"("level": "II")", R"("level": "II", "hint": "x")", "items[0].hint"},
        {R"("id": "II-C21-1")", R"("id": "II-01-1")", "items[1].id"},
    };
    for (const Case& each : cases) {
        const auto bank = read_capability_bank(changed(kBank, each.from, each.to));
        EXPECT_EQ(bank.ok() ? "accepted" : bank.error().subject, each.field)
            << each.from << " → " << each.to;
    }
    EXPECT_EQ(read_capability_bank("[]").error().subject, "document");
    EXPECT_EQ(read_capability_bank(
                  R"({"schema": "xueshi.diagnostic.bank/1", "version": 1, "items": [7]})")
                  .error()
                  .subject,
              "items[0]");
}

TEST(CapabilityJson, NamesTheItem) {
    const auto bank = read_capability_bank(changed(kBank, R"("growth")", R"("grow")"));
    ASSERT_FALSE(bank);
    EXPECT_NE(bank.error().detail.find("II-C21-1"), std::string::npos) << bank.error().detail;
}

TEST(CapabilityJson, ReadsTheSameItemsAsTheContractsReader) {
    for (const char* path : {"item-banks/guangzhou-it-capability/v1/level-1.json",
                             "item-banks/guangzhou-it-capability/v1/level-2.json"}) {
        const std::string bytes = testing::pack_bytes(path);
        const auto product = read_capability_bank(bytes);
        const auto contract = read_item_bank(bytes);
        ASSERT_TRUE(product.ok()) << product.error().subject;
        ASSERT_TRUE(contract.ok());
        ASSERT_EQ(product->measured.items.size(), contract->items.size());
        for (std::size_t i = 0; i < contract->items.size(); ++i) {
            EXPECT_EQ(product->measured.items[i].id, contract->items[i].id);
            EXPECT_EQ(product->measured.items[i].discrimination, contract->items[i].discrimination);
            EXPECT_EQ(product->measured.items[i].thresholds, contract->items[i].thresholds);
            EXPECT_EQ(product->measured.items[i].stages, contract->items[i].stages);
            EXPECT_EQ(product->measured.items[i].subjects, contract->items[i].subjects);
            EXPECT_EQ(contract->items[i].exposure, 1);  // not the contract's
        }
    }
}

TEST(CapabilityJson, LeavesExposureControlOutOfTheContractsRun) {
    for (const char* rule : {"sympson-hetter", "exposure-control", "exposure"}) {
        const std::string run = std::string(R"({"schema": "xueshi.diagnostic.run/1",
            "prior": {"mean": 0, "sd": 1}, "quadrature": {"from": -4, "to": 4, "points": 33},
            "start": {"theta": 0}, "select": {"rule": ")") +
                                rule + R"(", "seed": 1},
            "stop": {"standard_error": 0.3, "max_items": 20, "min_items": 5}, "responses": {}})";
        const auto read = read_diagnostic_run(run);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().subject, "select.rule");
    }
}

}  // namespace
}  // namespace xueshi::codec
