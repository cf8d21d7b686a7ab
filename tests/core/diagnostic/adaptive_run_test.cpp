#include "core/diagnostic/adaptive_run.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include <gtest/gtest.h>

#include "tests/support/diagnostic_oracle.h"

namespace xueshi::diagnostic {
namespace {

Item simple_item(std::string id, double b, std::string domain = "all") {
    return {std::move(id), 1, {b}, 0, std::move(domain)};
}

AdaptiveSettings settings_of(std::int64_t max_items) {
    AdaptiveSettings settings;
    settings.stop.max_items = max_items;
    return settings;
}

std::vector<std::string> items_of(const AdaptiveRun& run, const ItemBank& bank) {
    std::vector<std::string> ids;
    for (const Step& step : run.steps) ids.push_back(bank.items[step.drawn.item].id);
    return ids;
}

AdaptiveRun run_all(const ItemBank& bank,
                    const AdaptiveSettings& settings,
                    std::int64_t response = 0) {
    ResponsesById responses;
    for (const Item& item : bank.items) responses.emplace(item.id, response);
    auto run = complete_run(bank, settings, responses);
    EXPECT_TRUE(run.ok());
    return *run;
}

// The bank of the published trace; ids sort as their numbers.
ItemBank trace_bank() {
    const double a[] = {0.9, 1.1, 1.3, 1.5, 1, 1.2, 1.4, 1.6, 0.8, 1.7, 1.2, 1};
    const double b[] = {-2.2, -1.8, -1.3, -0.9, -0.5, -0.1, 0.2, 0.6, 1, 1.4, 1.8, 2.3};
    ItemBank bank;
    for (int i = 0; i < 12; ++i) {
        const std::string number = std::to_string(i + 1);
        bank.items.push_back(
            {std::string(2 - number.size(), '0') + number, a[i], {b[i]}, 0, "all"});
    }
    return bank;
}

TEST(AdaptiveRun, TakesThePathCatRTakes) {
    const ItemBank bank = trace_bank();
    ResponsesById responses;
    for (const Item& item : bank.items)
        responses.emplace(item.id, item.thresholds[0] <= 0.5 ? 1 : 0);
    const auto run = complete_run(bank, settings_of(100), responses);
    ASSERT_TRUE(run.ok());
    EXPECT_EQ(items_of(*run, bank),
              (std::vector<std::string>{
                  "08", "04", "07", "06", "10", "05", "11", "03", "09", "12", "02", "01"}));
    const double thetas[] = {-0.379442049,
                             -0.0752199507,
                             0.292935607,
                             0.482880989,
                             0.354049131,
                             0.454262665,
                             0.387152711,
                             0.431333037,
                             0.344940030,
                             0.309058790,
                             0.337724092,
                             0.360527019};
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_NEAR(run->steps[i].estimate.theta, thetas[i], i == 1 ? 0.5000001e-10 : 0.5000001e-9)
            << i;
    }
    EXPECT_NEAR(run->steps.front().estimate.standard_error, 0.861130941, 0.5000001e-9);
    EXPECT_NEAR(run->steps.back().estimate.standard_error, 0.504189896, 0.5000001e-9);
    EXPECT_EQ(run->stopped, StopReason::BankEmpty);
    EXPECT_EQ(run->estimate.theta, run->steps.back().estimate.theta);
}

TEST(AdaptiveRun, DrawsTheFirstItemAtTheStartAndTellsItsInformationThere) {
    const ItemBank bank = trace_bank();
    AdaptiveSettings settings = settings_of(1);
    settings.start_theta = 1.4;
    const AdaptiveRun run = begin_run(bank, settings);
    ASSERT_TRUE(run.next);
    EXPECT_EQ(bank.items[run.next->item].id, "10");
    EXPECT_DOUBLE_EQ(run.next->information, 1.7 * 1.7 / 4);
    EXPECT_EQ(run.estimate.theta, 1.4);
}

TEST(AdaptiveRun, BreaksTiesByTheSmallerId) {
    const ItemBank bank = {
        {simple_item("b", 1), simple_item("B", -1), simple_item("a", 1), simple_item("c", 0)}};
    const AdaptiveRun run = run_all(bank, settings_of(1));
    EXPECT_EQ(items_of(run, bank), std::vector<std::string>{"c"});
    ItemBank tied = bank;
    tied.items.pop_back();
    EXPECT_EQ(items_of(run_all(tied, settings_of(1)), tied), std::vector<std::string>{"B"});
}

TEST(AdaptiveRun, FollowsTheTargetsOfItsDomains) {
    ItemBank bank;
    for (int i = 0; i < 9; ++i) {
        bank.items.push_back(simple_item("x" + std::to_string(i), i * 0.1, "x"));
        bank.items.push_back(simple_item("y" + std::to_string(i), i * 0.1, "y"));
        bank.items.push_back(simple_item("z" + std::to_string(i), 0, "z"));
    }
    AdaptiveSettings settings = settings_of(8);
    settings.content = {{"y", 0.5}, {"x", 0.25}};
    const AdaptiveRun run = run_all(bank, settings);
    std::string domains;
    for (const Step& step : run.steps) domains += bank.items[step.drawn.item].domain;
    // Never z, which no target names. Outstanding of y and x: 1/2 1/4; -1/2 1/4; 0 -1/4; -1/6
    // -1/12; 0 -1/4; -1/10 -3/20; -1/6 -1/12; -1/14 -5/28.
    EXPECT_EQ(domains, "yxyxyyxy");
}

TEST(AdaptiveRun, BreaksTiesBetweenDomainsByName) {
    const ItemBank bank = {
        {simple_item("1", 0, "b"), simple_item("2", 0, "a"), simple_item("3", 0, "c")}};
    AdaptiveSettings settings = settings_of(3);
    settings.content = {{"c", 0.3}, {"b", 0.3}, {"a", 0.3}};
    EXPECT_EQ(items_of(run_all(bank, settings), bank), (std::vector<std::string>{"2", "1", "3"}));
}

TEST(AdaptiveRun, PassesOverADomainThatIsUsedUp) {
    const ItemBank bank = {
        {simple_item("1", 0, "a"), simple_item("2", 0, "b"), simple_item("3", 1, "b")}};
    AdaptiveSettings settings = settings_of(9);
    settings.content = {{"a", 0.9}, {"b", 0.1}};
    const AdaptiveRun run = run_all(bank, settings);
    EXPECT_EQ(items_of(run, bank), (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(run.stopped, StopReason::BankEmpty);
}

TEST(AdaptiveRun, EndsWhenNoNamedDomainHasAnItemLeft) {
    const ItemBank bank = {{simple_item("1", 0, "a"), simple_item("2", 0, "b")}};
    AdaptiveSettings settings = settings_of(9);
    settings.content = {{"a", 1}};
    const AdaptiveRun run = run_all(bank, settings);
    EXPECT_EQ(items_of(run, bank), std::vector<std::string>{"1"});
    EXPECT_EQ(run.stopped, StopReason::BankEmpty);
}

TEST(AdaptiveRun, AsksTheReasonsToStopInTheirOrder) {
    const ItemBank bank = {{simple_item("1", 0), simple_item("2", 0.1), simple_item("3", 0.2)}};
    AdaptiveSettings settings = settings_of(3);
    settings.stop.standard_error = 5;  // met by every estimate
    EXPECT_EQ(run_all(bank, settings).steps.size(), 1u);
    EXPECT_EQ(run_all(bank, settings).stopped, StopReason::StandardError);
    settings.stop.min_items = 2;
    EXPECT_EQ(run_all(bank, settings).steps.size(), 2u);
    settings.stop.min_items = 3;
    EXPECT_EQ(run_all(bank, settings).stopped, StopReason::MaxItems);
    settings.stop.max_items = 4;
    EXPECT_EQ(run_all(bank, settings).stopped, StopReason::StandardError);
    settings.stop.min_items = 4;
    EXPECT_EQ(run_all(bank, settings).stopped, StopReason::BankEmpty);
    settings.stop = {0, 4, 0};
    EXPECT_EQ(run_all(bank, settings).stopped, StopReason::BankEmpty);
}

TEST(AdaptiveRun, StopsAtAStandardErrorThatIsExactlyReached) {
    const ItemBank bank = {{simple_item("1", 0), simple_item("2", 0.1)}};
    AdaptiveSettings settings = settings_of(9);
    settings.stop.standard_error = run_all(bank, settings).steps[0].estimate.standard_error;
    EXPECT_EQ(run_all(bank, settings).steps.size(), 1u);
}

TEST(AdaptiveRun, ShowsItemsToWhomTheyAreFor) {
    ItemBank bank = {
        {simple_item("1", 0), simple_item("2", 0), simple_item("3", 0), simple_item("4", 0)}};
    bank.items[0].stages = {"primary"};
    bank.items[1].stages = {"vocational", "any"};
    bank.items[2].subjects = {"chinese", "music"};
    AdaptiveSettings settings = settings_of(9);
    const auto shown = [&](std::optional<std::string> stage, std::optional<std::string> subject) {
        settings.stage = std::move(stage);
        settings.subject = std::move(subject);
        std::string ids;
        for (const std::string& id : items_of(run_all(bank, settings), bank)) ids += id;
        return ids;
    };
    EXPECT_EQ(shown("primary", "music"), "1234");
    EXPECT_EQ(shown("primary", "art"), "124");
    EXPECT_EQ(shown("vocational", "chinese"), "234");
    EXPECT_EQ(shown("vocational", "art"), "24");
    EXPECT_EQ(shown(std::nullopt, "art"), "124");
    EXPECT_EQ(shown("vocational", std::nullopt), "234");
    EXPECT_EQ(shown(std::nullopt, std::nullopt), "1234");
}

TEST(AdaptiveRun, ThatShowsNothingEndsWithThePriorsOwnEstimate) {
    ItemBank bank = {{simple_item("1", 0)}};
    bank.items[0].stages = {"primary"};
    AdaptiveSettings settings = settings_of(9);
    settings.stage = "vocational";
    settings.start_theta = 2;
    const AdaptiveRun run = run_all(bank, settings);
    EXPECT_TRUE(run.steps.empty());
    EXPECT_EQ(run.stopped, StopReason::BankEmpty);
    EXPECT_NEAR(run.estimate.theta, 0, 1e-16);
    EXPECT_NEAR(run.estimate.standard_error, 1, 1e-3);
}

TEST(AdaptiveRun, DrawsAmongTheBestWithItsGenerator) {
    ItemBank bank;
    for (int i = 0; i < 10; ++i) bank.items.push_back(simple_item(std::to_string(i), i));
    AdaptiveSettings settings = settings_of(10);
    settings.randomesque = Randomesque{4, 42};
    const AdaptiveRun run = run_all(bank, settings);
    // By hand: the ranking at each step and the generator's draws below 4, 4, … then 3, 2 and 1.
    Pcg32 generator(42);
    std::vector<Item> left = bank.items;
    double theta = 0;
    for (const Step& step : run.steps) {
        std::sort(left.begin(), left.end(), [&](const Item& x, const Item& y) {
            return std::abs(x.thresholds[0] - theta) < std::abs(y.thresholds[0] - theta);
        });
        const auto among = static_cast<std::uint32_t>(std::min<std::size_t>(4, left.size()));
        const auto drawn = left.begin() + static_cast<std::ptrdiff_t>(generator.draw_below(among));
        EXPECT_EQ(bank.items[step.drawn.item].id, drawn->id);
        left.erase(drawn);
        theta = step.estimate.theta;
    }
    EXPECT_TRUE(left.empty());
    EXPECT_EQ(run.generator, generator);
}

TEST(AdaptiveRun, AmongOneIsTheBest) {
    const ItemBank bank = trace_bank();
    AdaptiveSettings settings = settings_of(12);
    const AdaptiveRun best = run_all(bank, settings);
    settings.randomesque = Randomesque{1, 7};
    EXPECT_EQ(items_of(run_all(bank, settings), bank), items_of(best, bank));
}

TEST(AdaptiveRun, ResumedGoesOnAsIfNeverLeft) {
    const ItemBank bank = trace_bank();
    AdaptiveSettings settings = settings_of(12);
    settings.randomesque = Randomesque{3, 99};
    const AdaptiveRun whole = run_all(bank, settings, 1);
    for (std::size_t prefix = 0; prefix <= whole.steps.size(); ++prefix) {
        AdaptiveRun resumed = begin_run(bank, settings);
        for (std::size_t i = 0; i < whole.steps.size(); ++i) {
            if (i == prefix)
                resumed = AdaptiveRun(resumed);  // a run is a value: a copy goes on alike
            ASSERT_TRUE(resumed.next);
            EXPECT_EQ(resumed.next->item, whole.steps[i].drawn.item);
            EXPECT_EQ(resumed.next->information, whole.steps[i].drawn.information);
            ASSERT_TRUE(record_response(resumed, bank, settings, whole.steps[i].response));
            EXPECT_EQ(resumed.estimate.theta, whole.steps[i].estimate.theta);
        }
        EXPECT_EQ(resumed.stopped, whole.stopped);
    }
}

TEST(AdaptiveRun, RefusesAResponseOutOfRangeAndStaysAsItWas) {
    const ItemBank bank = {{{"g", 1, {-1, 0, 1}, 0, "all"}}};
    const AdaptiveSettings settings = settings_of(1);
    AdaptiveRun run = begin_run(bank, settings);
    for (const std::int64_t response : {-1, 4, 1'000'000}) {
        const Outcome taken = record_response(run, bank, settings, response);
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().code, kOutOfRange);
        EXPECT_EQ(taken.error().subject, "g");
    }
    EXPECT_TRUE(run.steps.empty());
    ASSERT_TRUE(record_response(run, bank, settings, 3));
    const Outcome late = record_response(run, bank, settings, 3);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, kRunHasEnded);
}

TEST(AdaptiveRun, NamesTheItemWhoseResponseIsMissingWhenItIsDrawn) {
    const ItemBank bank = {
        {simple_item("far", 3), simple_item("near", 0), simple_item("next", 0.5)}};
    const auto missing = complete_run(bank, settings_of(3), {{"near", 1}, {"far", 0}});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, kMalformed);
    EXPECT_EQ(missing.error().subject, "responses.next");
    // Neither an item that is never drawn nor one the bank does not have needs or harms anything.
    EXPECT_TRUE(
        complete_run(bank, settings_of(2), {{"near", 1}, {"next", 1}, {"stranger", 77}}).ok());
}

TEST(AdaptiveRun, RefusesAResponseOutOfRangeWhereverItStands) {
    const ItemBank bank = {{simple_item("far", 3), simple_item("near", 0)}};
    const auto run = complete_run(bank, settings_of(1), {{"near", 1}, {"far", 2}});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, kOutOfRange);
    EXPECT_EQ(run.error().subject, "responses.far");
}

// One literal for every host that runs this test, as in PortableMath: the items, estimates and
// information of two thousand runs over every model and rule, bit for bit.
TEST(AdaptiveRun, GivesTheSameBitsOnEveryHost) {
    std::uint64_t sum = 0;
    const auto add = [&sum](std::uint64_t bits) { sum = (sum ^ bits) * 0x100000001b3; };
    const auto add_real = [&add](double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        add(bits);
    };
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        const testing::DiagnosticCase asked = testing::random_diagnostic_case(seed);
        const auto run = complete_run(asked.bank, asked.settings, asked.responses);
        ASSERT_TRUE(run.ok());
        for (const Step& step : run->steps) {
            add(step.drawn.item);
            add_real(step.drawn.information);
            add_real(step.estimate.theta);
            add_real(step.estimate.standard_error);
        }
    }
    EXPECT_EQ(sum, 10784763740905526721u);
}

}  // namespace
}  // namespace xueshi::diagnostic
