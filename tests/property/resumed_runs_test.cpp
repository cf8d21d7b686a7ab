// A test that was left at any item and is resumed from its stored responses.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/diagnostic_oracle.h"

namespace xueshi::testing {
namespace {

using diagnostic::AdaptiveRun;

bool is_same_estimate(const diagnostic::Estimate& a, const diagnostic::Estimate& b) {
    return a.theta == b.theta && a.standard_error == b.standard_error;
}

bool is_same_drawn(const diagnostic::DrawnItem& a, const diagnostic::DrawnItem& b) {
    return a.item == b.item && a.information == b.information;
}

// Everything a run holds, to the bit.
bool is_same(const AdaptiveRun& a, const AdaptiveRun& b) {
    if (a.next.has_value() != b.next.has_value() || a.stopped != b.stopped) return false;
    if (a.next && !is_same_drawn(*a.next, *b.next)) return false;
    if (a.steps.size() != b.steps.size() || !is_same_estimate(a.estimate, b.estimate)) return false;
    for (std::size_t i = 0; i < a.steps.size(); ++i) {
        const auto& left = a.steps[i];
        const auto& right = b.steps[i];
        if (!is_same_drawn(left.drawn, right.drawn) || left.response != right.response ||
            !is_same_estimate(left.estimate, right.estimate))
            return false;
    }
    return a.log_posterior == b.log_posterior && a.is_open == b.is_open &&
           a.generator == b.generator;
}

// Every run with exposure control in it as well, as the product's are.
DiagnosticCase controlled_case(std::uint64_t seed) {
    DiagnosticCase asked = random_diagnostic_case(seed);
    Pcg32 chance(seed);
    for (diagnostic::Item& item : asked.bank.items)
        item.exposure = 0.2 + chance.draw_below(9) / 10.0;
    for (diagnostic::Item& item : asked.bank.items) item.exposure = std::min(item.exposure, 1.0);
    if (seed % 2 == 0) asked.settings.exposure_control = diagnostic::ExposureControl{seed};
    return asked;
}

TEST(ResumedRuns, AtEveryItemAreTheUninterruptedRun) {
    std::size_t resumptions = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const DiagnosticCase asked = controlled_case(seed);
        const auto whole = diagnostic::complete_run(asked.bank, asked.settings, asked.responses);
        ASSERT_TRUE(whole.ok()) << seed;
        AdaptiveRun going = diagnostic::begin_run(asked.bank, asked.settings);
        for (std::size_t left_at = 0;; ++left_at) {
            // What is stored of a run is its responses in their order.
            AdaptiveRun resumed = diagnostic::begin_run(asked.bank, asked.settings);
            for (std::size_t i = 0; i < left_at; ++i) {
                ASSERT_TRUE(diagnostic::record_response(
                    resumed, asked.bank, asked.settings, whole->steps[i].response));
            }
            ASSERT_TRUE(is_same(resumed, going)) << seed << " left at " << left_at;
            ++resumptions;
            while (resumed.next) {
                const auto& item = asked.bank.items[resumed.next->item];
                ASSERT_TRUE(diagnostic::record_response(
                    resumed, asked.bank, asked.settings, asked.responses.at(item.id)));
            }
            ASSERT_TRUE(is_same(resumed, *whole)) << seed << " left at " << left_at;
            if (left_at == whole->steps.size()) break;
            ASSERT_TRUE(diagnostic::record_response(
                going, asked.bank, asked.settings, whole->steps[left_at].response));
        }
    }
    EXPECT_GT(resumptions, 5'000u);
}

}  // namespace
}  // namespace xueshi::testing
