#include "core/codec/planning_problem_json.h"

#include <gtest/gtest.h>

#include "core/plan/solve.h"

namespace xueshi::codec {
namespace {

constexpr const char* kExample = R"({
  "schema": "xueshi.plan.problem/1",
  "requirements": [{"id": "public", "match": {"category": "public"}, "min_hours": 18},
                   {"id": "total", "match": {}, "min_hours": 22.5}],
  "caps": [{"id": "research", "match": {"tag": "research"}, "max_hours": 10}],
  "limits": {"max_fee": 40000, "max_hours": 120},
  "credited": [{"category": "public", "tags": [], "hours": 18}],
  "offerings": [{"id": "C1", "category": "professional", "tags": ["it"], "hours": 4.5, "fee": 3200, "fit": 71,
                 "sessions": [["2017-04-22T09:00", "2017-04-22T12:00"]], "group": "G3"}],
  "pinned": ["C1"], "excluded": [], "objective": ["fee", "hours", "-fit"],
  "alternatives": {"count": 2, "differ": 1},
  "frontier": {"by": "fee", "best": "-fit", "max_points": 32}
})";

// The example with one piece of text replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = kExample;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string refused_field(const std::string& text) {
    const auto problem = read_planning_problem(text);
    return problem.ok() ? "accepted" : problem.error().subject;
}

TEST(PlanningProblemJson, ReadsEveryField) {
    const auto problem = read_planning_problem(kExample);
    ASSERT_TRUE(problem.ok()) << problem.error().subject;
    EXPECT_EQ(problem->requirements[1].min_hours.tenths, 225);
    EXPECT_EQ(problem->caps[0].match.tag, "research");
    EXPECT_EQ(problem->limits.max_fee, 40000);
    EXPECT_EQ(problem->limits.max_hours, DeciHours{1200});
    EXPECT_EQ(problem->credited[0].hours.tenths, 180);
    EXPECT_EQ(problem->offerings[0].hours.tenths, 45);
    EXPECT_EQ(problem->offerings[0].group, "G3");
    EXPECT_EQ(problem->offerings[0].sessions[0].end.minute_of_day(), 720);
    EXPECT_EQ(problem->pinned, std::vector<std::string>{"C1"});
    EXPECT_TRUE(problem->objective[2].maximised);
    EXPECT_EQ(problem->alternatives->count, 2);
    EXPECT_EQ(problem->frontier->max_points, 32);
}

TEST(PlanningProblemJson, ReadsHoursFromTheirText) {
    EXPECT_EQ(parse_exact_tenths("4.5"), 45);
    EXPECT_EQ(parse_exact_tenths("4.50"), 45);
    EXPECT_EQ(parse_exact_tenths("45e-1"), 45);
    EXPECT_EQ(parse_exact_tenths("1E1"), 100);
    EXPECT_EQ(parse_exact_tenths("0.0"), 0);
    EXPECT_EQ(parse_exact_tenths("922337203685477580.7"), 9223372036854775807);
    EXPECT_FALSE(parse_exact_tenths("922337203685477580.8"));
    EXPECT_FALSE(parse_exact_tenths("4.55"));
    EXPECT_FALSE(parse_exact_tenths("-1"));
    EXPECT_FALSE(parse_exact_tenths("1e400"));
}

TEST(PlanningProblemJson, NamesTheFieldItRefuses) {
    EXPECT_EQ(refused_field(changed("\"hours\": 4.5", "\"hours\": 4.55")), "offerings[0].hours");
    EXPECT_EQ(refused_field(changed("\"hours\": 4.5", "\"hours\": \"4.5\"")), "offerings[0].hours");
    EXPECT_EQ(refused_field(changed("\"hours\": 4.5", "\"hours\": -4.5")), "offerings[0].hours");
    EXPECT_EQ(refused_field(changed("\"fee\": 3200", "\"fee\": 32.5")), "offerings[0].fee");
    EXPECT_EQ(refused_field(changed("\"fee\": 3200", "\"fee\": 9223372036854775808")),
              "offerings[0].fee");
    EXPECT_EQ(refused_field(changed("\"fit\": 71", "\"fit\": 1001")), "offerings[0].fit");
    EXPECT_EQ(refused_field(changed("\"fit\": 71", "\"fits\": 71")), "offerings[0].fits");
    EXPECT_EQ(refused_field(changed("\"tag\": \"research\"", "\"tags\": \"x\"")),
              "caps[0].match.tags");
    EXPECT_EQ(refused_field(changed("T09:00", "T12:00")), "offerings[0].sessions[0]");
    EXPECT_EQ(refused_field(changed("2017-04-22T09:00", "2017-04-31T09:00")),
              "offerings[0].sessions[0]");
    EXPECT_EQ(refused_field(changed("problem/1", "problem/2")), "schema");
    EXPECT_EQ(refused_field(changed("\"-fit\"],", "\"-fits\"],")), "objective[2]");
    EXPECT_EQ(refused_field(changed("\"pinned\": [\"C1\"]", "\"pinned\": [\"C2\"]")), "pinned[0]");
    EXPECT_EQ(refused_field(changed("\"excluded\": []", "\"exclude\": []")), "exclude");
    EXPECT_EQ(refused_field(changed("\"group\": \"G3\"", "\"group\": null")), "offerings[0].group");
    EXPECT_EQ(refused_field(changed("\"id\": \"total\"", "\"id\": \"max_fee\"")),
              "requirements[1].id");
    EXPECT_EQ(refused_field(changed(", \"max_hours\": 120", "")), "objective[2]");
    EXPECT_EQ(refused_field("[]"), "document");
}

TEST(PlanningAnswerJson, WritesHoursAsPeopleDo) {
    const auto problem = read_planning_problem(kExample);
    ASSERT_TRUE(problem.ok());
    const std::string text = write_planning_answer(plan::solve(*problem), 812'345);
    EXPECT_NE(text.find(R"("status":"optimal","chosen":["C1"])"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("totals":{"fee":3200,"hours":4.5,"fit":71,"count":1})"),
              std::string::npos);
    EXPECT_NE(text.find(R"("counted":{"public":18,"total":22.5},"alternatives":[],"frontier":[{)"),
              std::string::npos);
    EXPECT_NE(text.find(R"("milliseconds":0.812)"), std::string::npos);
}

TEST(PlanningAnswerJson, SaysWhyThereIsNone) {
    const auto problem = read_planning_problem(changed("22.5", "30"));
    ASSERT_TRUE(problem.ok());
    const std::string text = write_planning_answer(plan::solve(*problem), 0);
    EXPECT_NE(text.find(R"("status":"infeasible","conflict":["total"],"nearest":{"chosen":["C1"])"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find(R"("short":{"total":7.5})"), std::string::npos);
}

}  // namespace
}  // namespace xueshi::codec
