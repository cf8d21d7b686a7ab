#include "core/codec/planning_exchange_json.h"

#include <array>

#include <gtest/gtest.h>

#include "core/codec/planning_problem_json.h"
#include "core/plan/solve.h"

namespace xueshi::codec {
namespace {

constexpr const char* kProblem = R"({"schema":"xueshi.plan.problem/1",
"requirements":[{"id":"public","match":{"category":"public"},"min_hours":18},
  {"id":"it","match":{"category":"professional","tag":"it"},"min_hours":4.5},{"id":"total","match":{},"min_hours":22.5}],
"caps":[{"id":"research","match":{"tag":"research"},"max_hours":10}],
"limits":{"max_fee":5000,"max_hours":40},"credited":[{"category":"public","tags":["research"],"hours":0.5}],
"offerings":[{"id":"A","category":"public","hours":18,"fee":0,"fit":3},
  {"id":"B","category":"professional","tags":["it"],"hours":4.5,"fee":100,"fit":71,
   "sessions":[["2017-04-22T09:00","2017-04-22T12:00"]],"group":"G"},
  {"id":"C","category":"professional","tags":["it"],"hours":5,"fee":90,"fit":70,"group":"G"}],
"pinned":["A"],"excluded":[],"objective":["fee","-fit"],
"alternatives":{"count":1,"differ":1},"frontier":{"by":"fee","best":"-fit","max_points":4}})";

TEST(PlanningExchange, WritesAProblemThatReadsAsTheSame) {
    const auto problem = read_planning_problem(kProblem);
    ASSERT_TRUE(problem) << problem.error().subject;
    const std::string written = write_planning_problem(*problem);
    const auto again = read_planning_problem(written);
    ASSERT_TRUE(again) << again.error().subject;
    EXPECT_EQ(write_planning_problem(*again), written);
    EXPECT_EQ(write_planning_answer(plan::solve(*again), 0), write_planning_answer(plan::solve(*problem), 0));
}

TEST(PlanningExchange, TakesOfferingsThatWereWrittenBefore) {
    const auto problem = read_planning_problem(kProblem);
    ASSERT_EQ(problem->offerings.size(), 3u);
    const std::string further = write_offering(problem->offerings[1]) + "," + write_offering(problem->offerings[2]);
    plan::PlanningProblem few = *problem;
    few.offerings.resize(1);
    EXPECT_EQ(write_planning_problem(few, further), write_planning_problem(*problem));
    few.offerings.clear();
    EXPECT_TRUE(read_planning_problem(write_planning_problem(few, write_offering(problem->offerings[0]))));
}

TEST(PlanningExchange, ReadsEveryPieceItIsGiven) {
    const auto problem = read_planning_problem(kProblem);
    plan::PlanningProblem tight = *problem;
    tight.limits.max_fee = 10;
    std::array<int, 3> seen{};
    for (const plan::PlanningProblem& asked : {*problem, tight}) {
        plan::PlanPieces pieces(asked);
        while (const auto piece = pieces.next()) {
            ++seen[piece->content.index()];
            const std::string written = write_plan_piece(*piece);
            const auto read = read_plan_piece(written);
            ASSERT_TRUE(read) << read.error().subject << written;
            EXPECT_EQ(read->content.index(), piece->content.index());
            EXPECT_EQ(read->is_last, piece->is_last);
            EXPECT_EQ(write_plan_piece(*read), written);
        }
    }
    EXPECT_EQ(seen[0], 2);
    EXPECT_GT(seen[1], 0);
    EXPECT_GT(seen[2], 0);
}

TEST(PlanningExchange, TellsWhyAProblemIsRefused) {
    const std::string refusal = write_planning_refusal(make_error(plan::kSumOverflow, "offerings[3].fee"));
    EXPECT_FALSE(read_plan_piece(refusal));
    EXPECT_EQ(read_planning_refusal(refusal), "SumOverflow");
    EXPECT_EQ(read_planning_refusal(""), "");
    EXPECT_EQ(read_planning_refusal(R"({"answer":{}})"), "");
}

TEST(PlanningExchange, RefusesWhatIsNoPiece) {
    EXPECT_FALSE(read_plan_piece(""));
    EXPECT_FALSE(read_plan_piece("{}"));
    EXPECT_FALSE(read_plan_piece(R"({"answer":{"schema":"xueshi.plan.answer/2","status":"optimal"},"ways_out":[],"is_last":true})"));
    EXPECT_FALSE(read_plan_piece(R"({"answer":{"schema":"xueshi.plan.answer/1","status":"optimal"},"ways_out":[{"kind":9}],"is_last":true})"));
}

}  // namespace
}  // namespace xueshi::codec
