#include "server/admin/pure/plan_command.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

#include "core/codec/planning_problem_json.h"
#include "core/codec/strict_json.h"
#include "core/plan/solve.h"
#include "server/admin/pure/documents.h"

namespace xueshi::admin {
namespace {

constexpr std::int64_t kMostRepeats = 1'000'000;

constexpr const char* kHelp =
    "xueshi plan [--count N] < problem.json > answer.json\n"
    "\n"
    "Finds the best plan of a planning problem (schema xueshi.plan.problem/1) and proves it, or "
    "says why\n"
    "there is none. Exit 0 for both, 2 for a malformed document.\n"
    "\n"
    "  --count N   solve N times, keep nothing between repeats, report the median time\n";

constexpr std::string_view kName = "plan";

// The repeats asked for, or none when the arguments are wrong.
std::optional<std::int64_t> parse_repeats(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return 1;
    std::string_view number;
    constexpr std::string_view kWithValue = "--count=";
    if (arguments.size() == 2 && arguments[0] == "--count") number = arguments[1];
    if (arguments.size() == 1 && arguments[0].rfind(kWithValue, 0) == 0) {
        number = std::string_view(arguments[0]).substr(kWithValue.size());
    }
    return codec::parse_whole_number(number, 1, kMostRepeats);
}

}  // namespace

int run_plan(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::fputs(kHelp, stdout);
        return kExitAnswered;
    }
    const auto repeats = parse_repeats(arguments);
    if (!repeats)
        return complain(kName, "--count", "expected nothing else than --count and a number from 1");

    // What cannot be read is read as nothing, and refused as no document.
    const auto problem = codec::read_planning_problem(read_all(stdin).value_or(""));
    if (!problem) return complain(kName, problem.error());

    using Clock = std::chrono::steady_clock;
    std::vector<std::int64_t> nanoseconds;
    plan::PlanningAnswer answer;
    for (std::int64_t i = 0; i < *repeats; ++i) {
        const auto start = Clock::now();
        answer = plan::solve(*problem);
        const auto taken =
            std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start);
        nanoseconds.push_back(taken.count());
    }
    const auto middle = nanoseconds.begin() + static_cast<std::ptrdiff_t>(nanoseconds.size() / 2);
    std::nth_element(nanoseconds.begin(), middle, nanoseconds.end());

    return answer_with(codec::write_planning_answer(answer, *middle));
}

}  // namespace xueshi::admin
