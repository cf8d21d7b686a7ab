// Sympson and Hetter's rule in a run, and the settings that use it.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/base/school_stage.h"
#include "core/diagnostic/adaptive_run.h"
#include "core/diagnostic/capability.h"
#include "core/diagnostic/capability_settings.h"
#include "tests/support/product_banks.h"

namespace xueshi::diagnostic {
namespace {

ItemBank bank_of(std::size_t count, double exposure) {
    ItemBank bank;
    for (std::size_t i = 0; i < count; ++i) {
        Item item{"i" + std::to_string(100 + i), 1, {0}, 0, "all"};
        item.exposure = exposure;
        bank.items.push_back(item);
    }
    return bank;
}

AdaptiveSettings controlled(std::uint64_t seed) {
    AdaptiveSettings settings;
    settings.exposure_control = ExposureControl{seed};
    settings.stop.max_items = 1000;
    return settings;
}

std::size_t open_items(const ItemBank& bank, const AdaptiveSettings& settings) {
    AdaptiveRun run = begin_run(bank, settings);
    while (run.next) EXPECT_TRUE(record_response(run, bank, settings, 0));
    return run.steps.size();
}

TEST(ExposureControl, ShowsAnItemToTheShareThatItsExposureIs) {
    const ItemBank bank = bank_of(20, 0.25);
    std::map<std::size_t, int> shown;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        AdaptiveRun run = begin_run(bank, controlled(seed));
        for (std::size_t i = 0; i < bank.items.size(); ++i) {
            const bool is_next = run.next && run.next->item == i;
            if (run.is_open[i] || is_next) ++shown[i];
        }
    }
    // Four standard deviations of a binomial around 1000.
    for (const auto& [item, count] : shown) EXPECT_NEAR(count, 1000, 110) << item;
    EXPECT_EQ(shown.size(), 20u);
}

TEST(ExposureControl, KeepsNobodyFromAnItemOfExposureOne) {
    const ItemBank bank = bank_of(50, 1);
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        EXPECT_EQ(open_items(bank, controlled(seed)), 50u);
    }
}

TEST(ExposureControl, IsAskedForOnlyByItsSetting) {
    const ItemBank bank = bank_of(50, 0.01);
    AdaptiveSettings settings = controlled(1);
    EXPECT_LT(open_items(bank, settings), 10u);
    settings.exposure_control.reset();
    EXPECT_EQ(open_items(bank, settings), 50u);
}

TEST(ExposureControl, FollowsFromTheSeedAlone) {
    const ItemBank bank = bank_of(40, 0.5);
    std::set<std::vector<bool>> kinds;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const AdaptiveRun run = begin_run(bank, controlled(seed));
        EXPECT_EQ(run.is_open, begin_run(bank, controlled(seed)).is_open);
        kinds.insert(run.is_open);
    }
    EXPECT_EQ(kinds.size(), 50u);
}

TEST(ExposureControl, ClosesTheSameItemsWhateverTheStage) {
    ItemBank bank = bank_of(40, 0.5);
    bank.items[0].stages = {"primary"};
    AdaptiveSettings settings = controlled(3);
    settings.stage = "primary";
    AdaptiveRun primary = begin_run(bank, settings);
    settings.stage = "vocational";
    AdaptiveRun vocational = begin_run(bank, settings);
    for (std::size_t i = 1; i < 40; ++i) {
        const auto is_there = [i](const AdaptiveRun& run) {
            return run.is_open[i] || (run.next && run.next->item == i);
        };
        EXPECT_EQ(is_there(primary), is_there(vocational)) << i;
    }
}

TEST(ExposureControl, RefusesAnExposureThatIsNoChance) {
    for (const double exposure : {0.0, -0.5, 1.01}) {
        const Outcome outcome = validate(bank_of(2, exposure));
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().subject, "items[0].exposure");
    }
    EXPECT_TRUE(validate(bank_of(2, 1)));
}

TEST(CapabilitySettings, FitTheBanksThatShip) {
    for (const CapabilityLevel level : kAllLevels) {
        const ItemBank& bank = testing::product_bank(level).measured;
        const auto outcome = validate(capability_settings("primary", "music", 1), bank);
        EXPECT_TRUE(outcome.ok());
    }
}

TEST(CapabilitySettings, ShareTheItemsAsTheStandardSharesItsIndicators) {
    double sum = 0;
    std::map<std::string, double> shares;
    for (const ContentTarget& target : capability_settings("primary", "music", 1).content) {
        shares[target.domain] = target.share;
        sum += target.share;
    }
    EXPECT_DOUBLE_EQ(sum, 1);
    EXPECT_DOUBLE_EQ(shares["planning"], 6.0 / 25);
    EXPECT_DOUBLE_EQ(shares["assessment"], 4.0 / 25);
    // The figures are the standard's own: a level's indicators, counted in the bank.
    for (const CapabilityLevel level : kAllLevels) {
        std::map<std::string, std::set<std::string>> indicators;
        const CapabilityBank& bank = testing::product_bank(level);
        for (const ItemContent& content : bank.contents) {
            for (const std::string& code : content.indicators)
                indicators[std::string(dimension_name(content.dimension))].insert(code);
        }
        for (const auto& [domain, codes] : indicators) {
            EXPECT_DOUBLE_EQ(shares[domain], static_cast<double>(codes.size()) / 25) << domain;
        }
    }
}

// Every stage and subject, the lowest and the highest answers, many seeds.
TEST(CapabilitySettings, AskTenToTwentyItemsAndTwoOfEachDimension) {
    for (const CapabilityLevel level : kAllLevels) {
        const ItemBank& bank = testing::product_bank(level).measured;
        std::uint64_t seed = 0;
        for (const SchoolStage stage : kAllStages) {
            for (const std::string_view subject : kAllSubjects) {
                const auto settings = capability_settings(
                    std::string(stage_name(stage)), std::string(subject), ++seed);
                AdaptiveRun run = begin_run(bank, settings);
                std::map<std::string, int> asked;
                while (run.next) {
                    const Item& item = bank.items[run.next->item];
                    ++asked[item.domain];
                    const int highest = item.highest_response();
                    const int answer = seed % 3 == 0 ? 0
                                       : seed % 3 == 1
                                           ? highest
                                           : static_cast<int>(run.steps.size()) % (highest + 1);
                    ASSERT_TRUE(record_response(run, bank, settings, answer));
                }
                EXPECT_GE(run.steps.size(), 10u);
                EXPECT_LE(run.steps.size(), 20u);
                EXPECT_NE(run.stopped, StopReason::BankEmpty);
                EXPECT_EQ(asked.size(), 5u);
                for (const auto& [domain, count] : asked) EXPECT_GE(count, 2) << domain;
            }
        }
    }
}

}  // namespace
}  // namespace xueshi::diagnostic
