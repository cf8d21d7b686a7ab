#include "server/admin/pure/allocate_command.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

#include "core/codec/allocation_json.h"
#include "core/codec/rule_pack_json.h"
#include "core/codec/strict_json.h"
#include "server/admin/pure/documents.h"

namespace xueshi::admin {
namespace {

constexpr std::string_view kName = "allocate";
constexpr std::int64_t kMostRepeats = 1'000'000;

constexpr const char* kHelp =
    "xueshi allocate [--count N] < problem.json > answer.json\n"
    "\n"
    "Finds the best allocation of courses to years (schema xueshi.allocation.problem/1): most verifications\n"
    "passed, least surplus, fewest moves. Exit 0, or 2 for a malformed document.\n"
    "\n"
    "  --count N   solve N times, keep nothing between repeats, report the median time\n";

// The repeats asked for, or none when the arguments are wrong.
std::optional<std::int64_t> parse_repeats(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return 1;
    if (arguments.size() != 2 || arguments[0] != "--count") return std::nullopt;
    return codec::parse_whole_number(arguments[1], 1, kMostRepeats);
}

}  // namespace

int run_allocate(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::fputs(kHelp, stdout);
        return kExitAnswered;
    }
    const auto repeats = parse_repeats(arguments);
    if (!repeats) return complain(kName, "--count", "expected nothing else than --count and a number from 1");

    // What cannot be read is read as nothing, and refused as no document.
    const auto question = codec::read_allocation_question(read_all(stdin).value_or(""));
    if (!question) return complain(kName, question.error());
    const auto problem = allocation::compose_placement(*question, codec::built_in_rules());
    if (!problem) return complain(kName, problem.error());

    using Clock = std::chrono::steady_clock;
    std::vector<std::int64_t> nanoseconds;
    allocation::BestPlacement best;
    for (std::int64_t i = 0; i < *repeats; ++i) {
        const auto start = Clock::now();
        best = allocation::best_placement(*problem);
        nanoseconds.push_back(std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count());
    }
    const auto middle = nanoseconds.begin() + static_cast<std::ptrdiff_t>(nanoseconds.size() / 2);
    std::nth_element(nanoseconds.begin(), middle, nanoseconds.end());
    return answer_with(codec::write_allocation_answer(*problem, best, *middle));
}

}  // namespace xueshi::admin
