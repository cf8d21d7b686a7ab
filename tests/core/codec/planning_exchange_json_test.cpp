#include "core/codec/planning_exchange_json.h"

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

TEST(PlanningExchange, ReadsEveryAdviceItIsGiven) {
    const auto problem = read_planning_problem(kProblem);
    const plan::PlanningAdvice found = plan::advise(*problem);
    const std::string optimal = write_planning_advice(found);
    const auto read = read_planning_advice(optimal);
    ASSERT_TRUE(read) << read.error().subject;
    EXPECT_EQ(write_planning_advice(*read), optimal);
    EXPECT_EQ(write_planning_answer(read->answer, 0), write_planning_answer(plan::solve(*problem), 0));

    plan::PlanningProblem tight = *problem;
    tight.limits.max_fee = 10;
    const plan::PlanningAdvice none = plan::advise(tight);
    EXPECT_EQ(none.ways_out.size(), 2u);
    const std::string infeasible = write_planning_advice(none);
    const auto refused = read_planning_advice(infeasible);
    ASSERT_TRUE(refused) << infeasible;
    EXPECT_EQ(write_planning_advice(*refused), infeasible);
}

TEST(PlanningExchange, TellsWhyAProblemIsRefused) {
    const std::string refusal = write_planning_refusal(make_error(plan::kSumOverflow, "offerings[3].fee"));
    EXPECT_FALSE(read_planning_advice(refusal));
    EXPECT_EQ(read_planning_refusal(refusal), "SumOverflow");
    EXPECT_EQ(read_planning_refusal(""), "");
    EXPECT_EQ(read_planning_refusal(R"({"answer":{}})"), "");
}

TEST(PlanningExchange, RefusesWhatIsNoAdvice) {
    EXPECT_FALSE(read_planning_advice(""));
    EXPECT_FALSE(read_planning_advice("{}"));
    EXPECT_FALSE(read_planning_advice(R"({"answer":{"schema":"xueshi.plan.answer/2","status":"optimal"},"ways_out":[]})"));
    EXPECT_FALSE(read_planning_advice(R"({"answer":{"schema":"xueshi.plan.answer/1","status":"optimal"},"ways_out":[{"kind":9}]})"));
}

}  // namespace
}  // namespace xueshi::codec
