// The engine against a slow computation of the same contract, over many random banks and rules.
#include "tests/support/diagnostic_oracle.h"

#include <gtest/gtest.h>

namespace xueshi::testing {
namespace {

TEST(DiagnosticOracle, AgreesWithTheEngineItemByItem) {
    std::size_t steps = 0;
    std::size_t reasons[3] = {};
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        const DiagnosticCase asked = random_diagnostic_case(seed);
        ASSERT_TRUE(diagnostic::validate(asked.bank).ok()) << seed;
        ASSERT_TRUE(diagnostic::validate(asked.settings, asked.bank).ok()) << seed;
        const auto run = diagnostic::complete_run(asked.bank, asked.settings, asked.responses);
        ASSERT_TRUE(run.ok()) << seed << ' ' << run.error().subject;
        ASSERT_EQ(disagreement(asked, *run), "") << seed;
        steps += run->steps.size();
        ++reasons[static_cast<std::size_t>(*run->stopped)];
    }
    // The cases are worth something only when they reach every end and take their time.
    EXPECT_GT(steps, 15'000u);
    for (const std::size_t count : reasons) EXPECT_GT(count, 300u);
}

TEST(DiagnosticOracle, FindsARunThatTookAnotherItem) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const DiagnosticCase asked = random_diagnostic_case(seed);
        auto run = diagnostic::complete_run(asked.bank, asked.settings, asked.responses);
        if (run->steps.empty()) continue;
        auto changed = *run;
        changed.steps.back().estimate.theta += 1e-9;
        EXPECT_NE(disagreement(asked, changed), "") << seed;
        changed = *run;
        changed.steps.back().drawn.information += 1e-6;
        EXPECT_NE(disagreement(asked, changed), "") << seed;
        changed = *run;
        changed.steps.pop_back();
        EXPECT_NE(disagreement(asked, changed), "") << seed;
    }
}

}  // namespace
}  // namespace xueshi::testing
