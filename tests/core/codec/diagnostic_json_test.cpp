#include "core/codec/diagnostic_json.h"

#include <gtest/gtest.h>

#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

constexpr const char* kBank = R"({
  "schema": "xueshi.diagnostic.bank/1",
  "items": [
    {"id": "A1", "model": "3pl", "a": 1.2, "b": -0.4, "c": 0.2, "domain": "literacy",
     "stages": ["primary"], "subjects": ["any"]},
    {"id": "B7", "model": "grm", "a": 1.5, "b": [-1.2, 0.1, 1.4], "domain": "organising",
     "level": 1, "indicators": ["x"], "text": {"zh": "x"}, "options": [], "version": 3, "exposure": 0.2},
    {"id": "C2", "model": "2pl", "a": 0.8, "b": 1e0, "domain": "growth"},
    {"id": "D3", "model": "1pl", "b": 0, "domain": "growth"}
  ]
})";

constexpr const char* kRun = R"({
  "schema": "xueshi.diagnostic.run/1",
  "stage": "primary", "subject": "chinese",
  "prior": {"mean": 0, "sd": 1},
  "quadrature": {"from": -4, "to": 4, "points": 33},
  "start": {"theta": 0},
  "select": {"rule": "max-information"},
  "content": {"literacy": 0.2, "organising": 0.8},
  "stop": {"standard_error": 0.3, "max_items": 20, "min_items": 5},
  "responses": {"A1": 1, "B7": 2}
})";

// The document with one piece of text replaced.
std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string trouble_with_bank(const std::string& from, const std::string& to) {
    const auto bank = read_item_bank(changed(kBank, from, to));
    return bank.ok() ? "accepted" : bank.error().subject;
}

// What is refused by the run alone or against the bank.
std::string trouble_with_run(const std::string& from, const std::string& to) {
    const auto bank = read_item_bank(kBank);
    const auto request = read_diagnostic_run(changed(kRun, from, to));
    if (!request) return request.error().subject;
    if (auto fits = diagnostic::validate(request->settings, *bank); !fits)
        return fits.error().subject;
    const auto run = diagnostic::complete_run(*bank, request->settings, request->responses);
    return run.ok() ? "accepted" : run.error().subject;
}

TEST(DiagnosticJson, ReadsEveryModel) {
    const auto bank = read_item_bank(kBank);
    ASSERT_TRUE(bank.ok()) << bank.error().subject << ' ' << bank.error().detail;
    ASSERT_EQ(bank->items.size(), 4u);
    EXPECT_EQ(bank->items[0].id, "A1");
    EXPECT_EQ(bank->items[0].discrimination, 1.2);
    EXPECT_EQ(bank->items[0].thresholds, std::vector<double>{-0.4});
    EXPECT_EQ(bank->items[0].guessing, 0.2);
    EXPECT_EQ(bank->items[0].domain, "literacy");
    EXPECT_EQ(bank->items[0].stages, std::vector<std::string>{"primary"});
    EXPECT_EQ(bank->items[0].subjects, std::vector<std::string>{"any"});
    EXPECT_EQ(bank->items[1].thresholds, (std::vector<double>{-1.2, 0.1, 1.4}));
    EXPECT_EQ(bank->items[1].highest_response(), 3);
    EXPECT_EQ(bank->items[2].discrimination, 0.8);
    EXPECT_EQ(bank->items[2].thresholds, std::vector<double>{1});
    EXPECT_EQ(bank->items[3].discrimination, 1);
    EXPECT_EQ(bank->items[3].guessing, 0);
}

TEST(DiagnosticJson, ReadsEverySetting) {
    const auto run = read_diagnostic_run(kRun);
    ASSERT_TRUE(run.ok()) << run.error().subject;
    EXPECT_EQ(run->settings.stage, "primary");
    EXPECT_EQ(run->settings.subject, "chinese");
    EXPECT_EQ(run->settings.quadrature.from, -4);
    EXPECT_EQ(run->settings.quadrature.points, 33);
    EXPECT_FALSE(run->settings.randomesque);
    ASSERT_EQ(run->settings.content.size(), 2u);
    EXPECT_EQ(run->settings.content[1].domain, "organising");
    EXPECT_EQ(run->settings.content[1].share, 0.8);
    EXPECT_EQ(run->settings.stop.standard_error, 0.3);
    EXPECT_EQ(run->settings.stop.max_items, 20);
    EXPECT_EQ(run->settings.stop.min_items, 5);
    EXPECT_EQ(run->responses, (diagnostic::ResponsesById{{"A1", 1}, {"B7", 2}}));

    const auto drawn =
        read_diagnostic_run(changed(kRun,
                                    R"("max-information")",
                                    R"("randomesque", "among": 5, "seed": 18446744073709551615)"));
    ASSERT_TRUE(drawn.ok());
    EXPECT_EQ(drawn->settings.randomesque->among, 5);
    EXPECT_EQ(drawn->settings.randomesque->seed, 18446744073709551615u);
}

TEST(DiagnosticJson, RunsWithoutWhatIsOptional) {
    EXPECT_EQ(trouble_with_run(R"("stage": "primary", "subject": "chinese",)", ""), "accepted");
    EXPECT_EQ(trouble_with_run(R"("content": {"literacy": 0.2, "organising": 0.8},)", ""),
              "responses.D3");
    EXPECT_EQ(trouble_with_run(R"({"literacy": 0.2, "organising": 0.8})", "{}"), "responses.D3");
    EXPECT_EQ(trouble_with_run(R"("A1": 1)", R"("A1": 1, "C2": 0, "stranger": 9)"), "accepted");
}

TEST(DiagnosticJson, NamesWhatItRefusesInABank) {
    struct Case {
        const char* from;
        const char* to;
        const char* field;
    };
    const Case cases[] = {
        {"bank/1", "bank/2", "schema"},
        {R"("schema": "xueshi.diagnostic.bank/1",)", "", "schema"},
        {R"("items")", R"("item")", "item"},
        {R"("schema")", R"("author": "x", "schema")", "author"},
        {R"("id": "A1",)", "", "items[0].id"},
        {R"("id": "A1")", R"("id": "")", "items[0].id"},
        {R"("id": "A1")", R"("id": 1)", "items[0].id"},
        {R"("id": "B7")", R"("id": "A1")", "items[1].id"},
        {R"("id": "D3")", R"("id": "A1")", "items[3].id"},
        {R"("model": "3pl")", R"("model": "4pl")", "items[0].model"},
        {R"("model": "3pl",)", "", "items[0].model"},
        {R"("model": "3pl")", R"("model": "2pl")", "items[0].c"},
        {R"("model": "3pl")", R"("model": "1pl")", "items[0].a"},
        {R"("model": "3pl")", R"("model": "grm")", "items[0].b"},
        {R"("model": "grm")", R"("model": "2pl")", "items[1].b"},
        {R"("a": 1.2,)", "", "items[0].a"},
        {R"("a": 1.2)", R"("a": 0)", "items[0].a"},
        {R"("a": 1.2)", R"("a": -1.2)", "items[0].a"},
        {R"("a": 1.2)", R"("a": "1.2")", "items[0].a"},
        {R"("a": 1.2)", R"("a": null)", "items[0].a"},
        {R"("a": 1.2)", R"("a": 1e999)", "items[0].a"},
        {R"("a": 1.2)", R"("a": 1e60)", "items[0].a"},
        {R"("a": 1.2)", R"("a": 1e-999)", "items[0].a"},
        {R"("b": -0.4,)", "", "items[0].b"},
        {R"("b": -0.4)", R"("b": -1e60)", "items[0].b"},
        {R"("b": -0.4)", R"("b": [-0.4])", "items[0].b"},
        {R"("c": 0.2,)", "", "items[0].c"},
        {R"("c": 0.2)", R"("c": 1)", "items[0].c"},
        {R"("c": 0.2)", R"("c": -0.1)", "items[0].c"},
        {R"([-1.2, 0.1, 1.4])", "[]", "items[1].b"},
        {R"([-1.2, 0.1, 1.4])", "[1, 0]", "items[1].b"},
        {R"([-1.2, 0.1, 1.4])", "[0, 0]", "items[1].b"},
        {R"([-1.2, 0.1, 1.4])", R"([0, "1"])", "items[1].b[1]"},
        {R"([-1.2, 0.1, 1.4])", R"([0, 1, -1e400])", "items[1].b[2]"},
        {R"("a": 1.5)", R"("a": 1.5, "c": 0.1)", "items[1].c"},
        {R"("domain": "literacy",)", "", "items[0].domain"},
        {R"("domain": "literacy")", R"("domain": 3)", "items[0].domain"},
        {R"(["primary"])", R"("primary")", "items[0].stages"},
        {R"(["primary"])", "[]", "items[0].stages"},
        {R"(["primary"])", R"(["primary", 2])", "items[0].stages[1]"},
        {R"(["primary"])", R"([""])", "items[0].stages"},
        {R"(["any"])", "{}", "items[0].subjects"},
        {R"("level")", R"("levels")", "items[1].levels"},
        {R"("exposure")", R"("d")", "items[1].d"},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(trouble_with_bank(each.from, each.to), each.field)
            << each.from << " → " << each.to;
    }
    EXPECT_EQ(
        read_item_bank(R"({"schema": "xueshi.diagnostic.bank/1", "items": []})").error().subject,
        "items");
    EXPECT_EQ(
        read_item_bank(R"({"schema": "xueshi.diagnostic.bank/1", "items": [7]})").error().subject,
        "items[0]");
    EXPECT_EQ(read_item_bank("[]").error().subject, "document");
    EXPECT_EQ(trouble_with_bank(R"("schema")", R"("version": "2026-11", "schema")"), "accepted");
}

TEST(DiagnosticJson, NamesTheItemBesideTheField) {
    for (const char* to : {R"("a": 0)", R"("a": "x")", R"("aa": 1)"}) {
        const auto bank = read_item_bank(changed(kBank, R"("a": 0.8)", to));
        ASSERT_FALSE(bank);
        EXPECT_NE(bank.error().detail.find("\"C2\""), std::string::npos) << bank.error().detail;
    }
}

TEST(DiagnosticJson, NamesWhatItRefusesInARun) {
    struct Case {
        const char* from;
        const char* to;
        const char* field;
    };
    const Case cases[] = {
        {"run/1", "run/2", "schema"},
        {R"("stage": "primary")", R"("stage": 1)", "stage"},
        {R"("subject": "chinese")", R"("subject": null)", "subject"},
        {R"("subject": "chinese")", R"("subjects": ["chinese"])", "subjects"},
        {R"("prior": {"mean": 0, "sd": 1},)", "", "prior"},
        {R"("mean": 0, )", "", "prior.mean"},
        {R"("sd": 1)", R"("sd": 0)", "prior.sd"},
        {R"("sd": 1)", R"("sd": -1)", "prior.sd"},
        {R"("sd": 1)", R"("sd": 1, "df": 3)", "prior.df"},
        {R"("mean": 0)", R"("mean": 1e51)", "prior.mean"},
        {R"("from": -4)", R"("from": 4)", "quadrature.to"},
        {R"("from": -4)", R"("from": "low")", "quadrature.from"},
        {R"("to": 4)", R"("to": 1e300)", "quadrature.to"},
        {R"("points": 33)", R"("points": 1)", "quadrature.points"},
        {R"("points": 33)", R"("points": 33.5)", "quadrature.points"},
        {R"("points": 33)", R"("points": 1000000)", "quadrature.points"},
        {R"("points": 33)", R"("steps": 33)", "quadrature.steps"},
        {R"("start": {"theta": 0},)", "", "start"},
        {R"({"theta": 0})", "{}", "start.theta"},
        {R"({"theta": 0})", "0", "start"},
        {R"("max-information")", R"("random")", "select.rule"},
        {R"("max-information")", R"("max-information", "among": 3)", "select.among"},
        {R"("max-information")", R"("max-information", "seed": 3)", "select.seed"},
        {R"("max-information")", R"("randomesque", "among": 3)", "select.seed"},
        {R"("max-information")", R"("randomesque", "seed": 3)", "select.among"},
        {R"("max-information")", R"("randomesque", "among": 0, "seed": 1)", "select.among"},
        {R"("max-information")", R"("randomesque", "among": 3, "seed": -1)", "select.seed"},
        {R"("max-information")", R"("randomesque", "among": 3, "seed": 1.5)", "select.seed"},
        {R"("max-information")", R"("randomesque", "among": 3, "seed": "1")", "select.seed"},
        {R"("max-information")",
         R"("randomesque", "among": 3, "seed": 18446744073709551616)",
         "select.seed"},
        {R"("rule": "max-information")", R"("among": 3)", "select.rule"},
        {R"("literacy": 0.2)", R"("lyteracy": 0.2)", "content.lyteracy"},
        {R"("literacy": 0.2)", R"("literacy": -0.2)", "content.literacy"},
        {R"("literacy": 0.2)", R"("literacy": 1.2)", "content.literacy"},
        {R"("literacy": 0.2)", R"("literacy": "much")", "content.literacy"},
        {R"({"literacy": 0.2, "organising": 0.8})", "[]", "content"},
        {R"("standard_error": 0.3, )", "", "stop.standard_error"},
        {R"("standard_error": 0.3)", R"("standard_error": -0.3)", "stop.standard_error"},
        {R"("max_items": 20)", R"("max_items": 0)", "stop.max_items"},
        {R"("max_items": 20)", R"("max_items": 2.5)", "stop.max_items"},
        {R"("min_items": 5)", R"("min_items": -1)", "stop.min_items"},
        {R"("min_items": 5)", R"("min_info": 5)", "stop.min_info"},
        {R"("responses")", R"("answers")", "answers"},
        {R"({"A1": 1, "B7": 2})", "[1, 2]", "responses"},
        {R"("A1": 1)", R"("A1": 2)", "responses.A1"},
        {R"("A1": 1)", R"("A1": -1)", "responses.A1"},
        {R"("A1": 1)", R"("A1": 0.5)", "responses.A1"},
        {R"("A1": 1)", R"("A1": true)", "responses.A1"},
        {R"("A1": 1)", R"("A1": "1")", "responses.A1"},
        {R"("A1": 1)", R"("A1": 99999999999999999999)", "responses.A1"},
        {R"("A1": 1, )", "", "responses.A1"},
        {R"("B7": 2)", R"("B7": 4)", "responses.B7"},
        {R"("B7": 2)", R"("B7": 2, "B7": 2)", "B7"},
        {R"("B7": 2)", R"("B7": 2, "D3": 2)", "responses.D3"},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(trouble_with_run(each.from, each.to), each.field)
            << each.from << " → " << each.to;
    }
}

TEST(DiagnosticJson, WritesStepsEstimateAndReason) {
    const auto bank = read_item_bank(kBank);
    const auto request = read_diagnostic_run(kRun);
    const auto run = diagnostic::complete_run(*bank, request->settings, request->responses);
    ASSERT_TRUE(run.ok());
    const auto answer = parse_json(write_diagnostic_answer(*run, *bank));
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->find("schema")->text, "xueshi.diagnostic.answer/1");
    EXPECT_EQ(answer->find("stopped")->text, "bank_empty");
    const auto& steps = answer->find("steps")->items;
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].find("item")->text, "B7");
    EXPECT_EQ(steps[0].find("response")->text, "2");
    EXPECT_EQ(steps[0].find("theta")->text.substr(0, 13), "0.32657960167");
    EXPECT_EQ(steps[0].find("information")->text.substr(0, 13), "0.66733641364");
    EXPECT_EQ(answer->find("final")->find("theta")->text, steps[1].find("theta")->text);
    EXPECT_EQ(answer->find("final")->find("standard_error")->text,
              steps[1].find("standard_error")->text);
}

}  // namespace
}  // namespace xueshi::codec
