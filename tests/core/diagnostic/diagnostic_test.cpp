// A teacher's diagnostic by commands and events, with the banks that ship.
#include "core/diagnostic/diagnostic.h"

#include <set>

#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "core/diagnostic/classical_form.h"
#include "tests/support/product_banks.h"
#include "tests/support/taken_diagnostic.h"

namespace xueshi::diagnostic {
namespace {

using testing::TakenDiagnostic;

int middle(int highest) { return (highest + 1) / 2; }

TEST(Diagnostic, HasLevelTwoOnlyWhereStudentsHaveNetworkOrDevices) {
    TakenDiagnostic taken;
    ASSERT_EQ(taken.begin({Equipment::Interactive}), "");
    EXPECT_EQ(taken.diagnostics.at(taken.id).terms.value.levels,
              std::vector{CapabilityLevel::OptimiseTeaching});
    taken.id = DiagnosticId{"d2"};
    ASSERT_EQ(taken.begin({Equipment::Mobile}), "");
    EXPECT_EQ(taken.diagnostics.at(taken.id).terms.value.levels.size(), 2u);
    EXPECT_EQ(taken.diagnostics.at(taken.id).terms.value.bank_version,
              testing::product_shelf().newest_version());
}

TEST(Diagnostic, IsBegunOnceUnderItsId) {
    TakenDiagnostic taken;
    ASSERT_EQ(taken.begin(), "");
    EXPECT_EQ(taken.begin(), "DiagnosticExists");
}

TEST(Diagnostic, TakesAnswersOnlyToWhatItHasAsked) {
    TakenDiagnostic taken;
    EXPECT_EQ(taken.answer("I-01-1", 0), "UnknownDiagnostic");
    taken.begin();
    const std::string first = taken.open_item();
    EXPECT_EQ(taken.answer(first == "I-01-1" ? "I-01-2" : "I-01-1", 0), "ItemNotAsked");
    EXPECT_EQ(taken.answer("no-such-item", 0), "ItemNotAsked");
    EXPECT_EQ(taken.answer(first, taken.highest_response(first) + 1), "OutOfRange");
    EXPECT_EQ(taken.answer(first, -1), "OutOfRange");
    EXPECT_EQ(taken.answer(first, 1), "");
    EXPECT_NE(taken.open_item(), first);
    EXPECT_EQ(taken.answer(first, 0), "") << "an answer may be changed";
}

TEST(Diagnostic, CanOnlyBeFinishedWhenEverythingIsAnsweredAndThenStands) {
    TakenDiagnostic taken;
    taken.begin();
    EXPECT_EQ(taken.finish(), "DiagnosticUnfinished");
    taken.answer_all(middle);
    ASSERT_EQ(taken.finish(), "");
    const Diagnostic& finished = taken.diagnostics.at(taken.id);
    ASSERT_EQ(finished.result.value.levels.size(), 2u);
    for (const LevelResult& level : finished.result.value.levels) {
        EXPECT_GE(level.responses.size(), 10u);
        EXPECT_LE(level.responses.size(), 20u);
        EXPECT_LT(level.estimate.standard_error, 0.5);
    }
    EXPECT_EQ(taken.finish(), "DiagnosticFinished");
    EXPECT_EQ(taken.answer(finished.result.value.levels[0].responses[0].item_id, 0),
              "DiagnosticFinished");
}

TEST(Diagnostic, AChangedAnswerChangesTheEstimateAndChangedBackGivesTheSameResult) {
    TakenDiagnostic taken;
    taken.begin();
    taken.answer_all(middle);
    const DiagnosticProgress before = taken.progress();
    const std::string first = before.levels[0].responses[0].item_id;
    const int given = before.levels[0].responses[0].response;

    ASSERT_EQ(taken.answer(first, given == 0 ? 1 : 0), "");
    taken.answer_all(middle);
    const DiagnosticProgress changed = taken.progress();
    EXPECT_NE(changed.levels[0].estimate.theta, before.levels[0].estimate.theta);
    EXPECT_EQ(changed.levels[0].responses[0].item_id, first);

    ASSERT_EQ(taken.answer(first, given), "");
    EXPECT_EQ(taken.progress().levels, before.levels)
        << "answers of the other way are kept and of no account";
}

TEST(Diagnostic, ScoredAgainGivesTheSameBitsAndNothingElseIsTaken) {
    TakenDiagnostic taken;
    taken.begin();
    taken.answer_all(middle);
    const auto finished = decide(taken.context(), FinishDiagnostic{taken.id});
    ASSERT_TRUE(finished);
    EXPECT_TRUE(check(taken.context(), *finished));

    DiagnosticFinished forged = *finished;
    forged.result.levels[0].estimate.theta += 1e-15;
    EXPECT_EQ(check(taken.context(), forged).error().code, kScoreDiffers);
    forged = *finished;
    ++forged.result.levels[1].responses.back().response;
    EXPECT_FALSE(check(taken.context(), forged));
    forged = *finished;
    forged.result.levels[0].responses.pop_back();
    EXPECT_EQ(check(taken.context(), forged).error().code, kScoreDiffers);
    forged = *finished;
    forged.result.levels.pop_back();
    EXPECT_EQ(check(taken.context(), forged).error().code, kScoreDiffers);
    forged = *finished;
    std::swap(forged.result.levels[0].responses[0], forged.result.levels[0].responses[1]);
    EXPECT_EQ(check(taken.context(), forged).error().code, kScoreDiffers);
}

TEST(Diagnostic, TermsNoDeviceOfThisProgramWouldSetAreRefused) {
    TakenDiagnostic taken;
    const auto begun = decide(
        taken.context(), BeginDiagnostic{taken.id, 3, TestMode::Adaptive, {Equipment::Network}});
    ASSERT_TRUE(begun);
    DiagnosticBegun forged = *begun;
    forged.terms.bank_version = 99;
    EXPECT_EQ(check(taken.context(), forged).error().subject, "bank_version");
    forged = *begun;
    forged.terms.levels = {CapabilityLevel::TransformLearning};
    EXPECT_EQ(check(taken.context(), forged).error().subject, "levels");
}

TEST(Diagnostic, GoesOnWithTheOneBegunLastAndLeavesOldOnesBehind) {
    TakenDiagnostic taken;
    taken.begin();
    taken.id = DiagnosticId{"d2"};
    taken.now.utc_ms += 60'000;
    taken.begin();
    ASSERT_NE(find_under_way(taken.diagnostics), nullptr);
    EXPECT_EQ(find_under_way(taken.diagnostics)->first.text, "d2");
    taken.answer_all(middle);
    taken.now.utc_ms += 60'000;
    ASSERT_EQ(taken.finish(), "");
    EXPECT_EQ(find_under_way(taken.diagnostics), nullptr)
        << "one begun before the last finish is left behind";
    EXPECT_EQ(find_last_finished(taken.diagnostics)->first.text, "d2");
}

TEST(Diagnostic, WithoutTheQuestionsNothingIsDecided) {
    TakenDiagnostic taken;
    taken.begin();
    DiagnosticContext context = taken.context();
    context.shelf = nullptr;
    EXPECT_EQ(decide(context, FinishDiagnostic{taken.id}).error().code, kBankNotAtHand);
    EXPECT_EQ(decide(context, AnswerItem{taken.id, "I-01-1", 0}).error().code, kBankNotAtHand);
}

TEST(Diagnostic, TellsAboutHowManyItemsAreLeft) {
    TakenDiagnostic taken;
    taken.begin();
    EXPECT_GE(taken.progress().likely_left, 20);
    EXPECT_LE(taken.progress().likely_left, 40);
    int fewest = 100;
    while (!taken.open_item().empty()) {
        const std::string item = taken.open_item();
        taken.answer(item, middle(taken.highest_response(item)));
        fewest = std::min(fewest, taken.progress().likely_left);
    }
    EXPECT_EQ(fewest, 0);
}

TEST(Diagnostic, StateOfARunIsAtMostFourKilobytes) {
    TakenDiagnostic taken;
    const auto begun = decide(
        taken.context(), BeginDiagnostic{taken.id, 1, TestMode::Classical, {Equipment::Network}});
    ASSERT_TRUE(begun);
    taken.begin({Equipment::Network}, TestMode::Classical);
    taken.answer_all(middle);
    const auto finished = decide(taken.context(), FinishDiagnostic{taken.id});
    ASSERT_TRUE(finished);
    // What a device needs to go on, or to show it for ever: the terms, and the answers in their
    // order.
    const std::size_t bytes = codec::encode_event(app::Event{*begun}).payload.size() +
                              codec::encode_event(app::Event{*finished}).payload.size();
    EXPECT_LE(bytes, 4096u) << "the longest there is: a classical form of both levels";
}

TEST(ClassicalForm, AsksOneItemForEachIndicatorOfEveryStageAndSubject) {
    for (const CapabilityLevel level : kAllLevels) {
        const CapabilityBank& bank = testing::product_bank(level);
        for (const SchoolStage stage : kAllStages) {
            for (const std::string_view subject : kAllSubjects) {
                const std::vector<std::size_t> form =
                    classical_form(bank, stage, std::string(subject));
                std::set<std::string> indicators;
                for (const std::size_t item : form)
                    indicators.insert(bank.contents[item].indicators.front());
                EXPECT_EQ(form.size(), 25u) << stage_name(stage) << ' ' << subject;
                EXPECT_EQ(indicators.size(), form.size());
            }
        }
    }
}

TEST(ClassicalForm, ScoresAreSharesOfCreditWithAnIntervalThatIsNeverEmpty) {
    TakenDiagnostic taken;
    taken.begin({}, TestMode::Classical);
    taken.answer_all([](int highest) { return highest; });
    const LevelResult result = taken.progress().levels.at(0);
    const CapabilityScore score = score_level(
        testing::product_bank(CapabilityLevel::OptimiseTeaching), TestMode::Classical, result);
    ASSERT_EQ(score.dimensions.size(), 5u);
    for (const DimensionScore& dimension : score.dimensions) {
        EXPECT_EQ(dimension.score.share, 1.0);
        EXPECT_EQ(dimension.score.high, 1.0);
        EXPECT_LT(dimension.score.low, 0.8) << "five answers do not tell that much";
        EXPECT_FALSE(dimension.score.is_sure);
    }
    EXPECT_GT(result.estimate.theta, 1.0) << "the same answers on the scale of the adaptive mode";
}

}  // namespace
}  // namespace xueshi::diagnostic
