// A diagnostic left at any item and gone on with elsewhere is the uninterrupted one, however its
// events arrive.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "tests/support/product_banks.h"
#include "tests/support/random_events.h"
#include "tests/support/taken_diagnostic.h"

namespace xueshi::testing {
namespace {

using diagnostic::Diagnostics;

constexpr std::uint64_t kRuns = 40;

struct Told {
    app::Event event;
    Stamp stamp;
};

Diagnostics fold(std::vector<Told> events, TestRandom& random) {
    for (std::size_t i = events.size(); i > 1; --i)
        std::swap(events[i - 1], events[random.below(i)]);
    app::TeacherState state;
    for (const Told& told : events) app::apply(state, {told.event, told.stamp, 0});
    return state.diagnostics;
}

TEST(DiagnosticMerge, AtEveryItemAndInAnyOrderIsTheUninterruptedRun) {
    TestRandom random{5};
    for (std::uint64_t run = 0; run < kRuns; ++run) {
        TakenDiagnostic desk;
        const auto begun = diagnostic::decide(
            desk.context(),
            diagnostic::BeginDiagnostic{
                desk.id,
                run,
                run % 5 == 0 ? diagnostic::TestMode::Classical : diagnostic::TestMode::Adaptive,
                {diagnostic::Equipment::Mobile}});
        ASSERT_TRUE(begun);
        std::vector<Told> events = {{*begun, {1, 0, "desk"}}};
        diagnostic::apply(desk.diagnostics, *begun, {1, 0, "desk"});
        std::int64_t stamp = 1;
        while (true) {
            // Another device that has heard everything so far, in another order, is at the same
            // item.
            TakenDiagnostic phone;
            phone.diagnostics = fold(events, random);
            ASSERT_EQ(phone.diagnostics, desk.diagnostics);
            const std::string item = desk.open_item();
            ASSERT_EQ(phone.open_item(), item);
            if (item.empty()) break;
            const int response = static_cast<int>(
                random.below(static_cast<std::size_t>(desk.highest_response(item)) + 1));
            const diagnostic::ItemAnswered answered{desk.id, item, response};
            ++stamp;
            events.push_back({answered, {stamp, 0, stamp % 2 == 0 ? "desk" : "phone"}});
            diagnostic::apply(desk.diagnostics, answered, events.back().stamp);
        }
        const auto finished =
            diagnostic::decide(desk.context(), diagnostic::FinishDiagnostic{desk.id});
        ASSERT_TRUE(finished);
        EXPECT_TRUE(diagnostic::check(desk.context(), *finished)) << run;
    }
}

}  // namespace
}  // namespace xueshi::testing
