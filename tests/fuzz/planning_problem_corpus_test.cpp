// What the fuzzer found worth keeping, tried each time (tests/soak/reader_fuzz.mjs finds more).
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/fuzz/planning_problem_trial.h"

namespace xueshi::testing {
namespace {

TEST(PlanningProblemCorpus, IsRefusedWithAFieldOrAnsweredAsBruteForceDoes) {
    std::size_t tried = 0;
    for (const auto& entry : std::filesystem::directory_iterator("tests/fuzz/planning_problems")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(trouble_with_problem(bytes), "") << entry.path();
        ++tried;
    }
    EXPECT_GT(tried, 20u);
}

}  // namespace
}  // namespace xueshi::testing
