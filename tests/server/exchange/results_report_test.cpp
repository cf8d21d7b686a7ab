#include "server/exchange/results_report.h"

#include <gtest/gtest.h>

#include "tests/server/support/qti_documents.h"

namespace xueshi::exchange {
namespace {

const std::string kAnswer = R"({"schema":"xueshi.diagnostic.answer/1","steps":[
  {"item":"g-1","response":2,"theta":0.5,"standard_error":0.75,"information":0.25},
  {"item":"题 2","response":0,"theta":-0.25,"standard_error":0.625,"information":0.125}],
  "final":{"theta":-0.25,"standard_error":0.625},"stopped":"bank_empty"})";

// Of the small bank. The second item has two choices worth nothing, so its choice is not known.
const std::string kReport = R"(<?xml version="1.0" encoding="UTF-8"?>
<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_result_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_resultv3p0_v1p0.xsd">
  <context sourcedId="a &lt; b" />
  <testResult identifier="test" datestamp="2026-03-01T10:00:00Z">
    <outcomeVariable identifier="THETA" cardinality="single" baseType="float">
      <value>-0.25</value>
    </outcomeVariable>
    <outcomeVariable identifier="STANDARD_ERROR" cardinality="single" baseType="float">
      <value>0.625</value>
    </outcomeVariable>
    <outcomeVariable identifier="STOPPED" cardinality="single" baseType="string">
      <value>bank_empty</value>
    </outcomeVariable>
  </testResult>
  <itemResult identifier="g-1" sequenceIndex="1" datestamp="2026-03-01T10:00:00Z" sessionStatus="final">
    <responseVariable identifier="RESPONSE" cardinality="single" baseType="identifier">
      <candidateResponse>
        <value>choice-3</value>
      </candidateResponse>
    </responseVariable>
    <outcomeVariable identifier="SCORE" cardinality="single" baseType="float">
      <value>2</value>
    </outcomeVariable>
    <outcomeVariable identifier="THETA" cardinality="single" baseType="float">
      <value>0.5</value>
    </outcomeVariable>
    <outcomeVariable identifier="STANDARD_ERROR" cardinality="single" baseType="float">
      <value>0.75</value>
    </outcomeVariable>
    <outcomeVariable identifier="INFORMATION" cardinality="single" baseType="float">
      <value>0.25</value>
    </outcomeVariable>
  </itemResult>
  <itemResult identifier="id-7dfac96dfbebcb78" sequenceIndex="2" datestamp="2026-03-01T10:00:00Z" sessionStatus="final">
    <responseVariable identifier="RESPONSE" cardinality="single" baseType="identifier">
      <candidateResponse />
    </responseVariable>
    <outcomeVariable identifier="SCORE" cardinality="single" baseType="float">
      <value>0</value>
    </outcomeVariable>
    <outcomeVariable identifier="THETA" cardinality="single" baseType="float">
      <value>-0.25</value>
    </outcomeVariable>
    <outcomeVariable identifier="STANDARD_ERROR" cardinality="single" baseType="float">
      <value>0.625</value>
    </outcomeVariable>
    <outcomeVariable identifier="INFORMATION" cardinality="single" baseType="float">
      <value>0.125</value>
    </outcomeVariable>
  </itemResult>
</assessmentResult>
)";

ExchangeBank small_bank() {
    return *read_exchange_bank(test::bytes_of("tests/server/exchange/small-bank.json"));
}

// The report, or the subject of the refusal.
std::string report_of(const std::string& document) {
    const auto answer = read_test_answer(document);
    if (!answer) return answer.error().subject;
    const auto report =
        write_results_report(*answer, small_bank(), {"a < b", "2026-03-01T10:00:00Z"});
    return report ? *report : report.error().subject;
}

TEST(ResultsReport, SaysWhatWasChosenAndWhatIsEstimated) { EXPECT_EQ(report_of(kAnswer), kReport); }

TEST(ResultsReport, RefusesAnAnswerThatIsNoneOrAnotherBanks) {
    EXPECT_EQ(report_of(test::with(kAnswer, "\"g-1\"", "\"g-9\"")), "steps[0].item");
    EXPECT_EQ(report_of(test::with(kAnswer, "\"response\":2", "\"response\":3")),
              "steps[0].response");
    EXPECT_EQ(report_of(test::with(kAnswer, "\"response\":2", "\"response\":-1")),
              "steps[0].response");
    EXPECT_EQ(report_of(test::with(kAnswer, "\"theta\":0.5", "\"theta\":null")), "steps[0].theta");
    EXPECT_EQ(report_of(test::with(kAnswer, "answer/1", "answer/2")), "schema");
    EXPECT_EQ(report_of(test::with(kAnswer, "\"final\":{", "\"final\":{\"x\":1,")), "final.x");
    EXPECT_EQ(report_of("[]"), "document");
}

TEST(ResultsReport, KnowsAMoment) {
    for (const char* text :
         {"2026-03-01T10:00:00", "2024-02-29T23:59:59Z", "2026-03-01T00:00:00-05:30"}) {
        EXPECT_TRUE(is_moment(text)) << text;
    }
    for (const char* text : {"",
                             "2026-03-01",
                             "2026-03-01 10:00:00",
                             "2026-02-29T10:00:00",
                             "2026-03-01T24:00:00",
                             "2026-03-01T10:60:00",
                             "2026-03-01T10:00:0x",
                             "2026-03-01T10:00:00+8",
                             "2026-03-01T10:00:00z",
                             "2026-03-01T10:00:00+15:00",
                             "2026-03-01T10:00:00 "}) {
        EXPECT_FALSE(is_moment(text)) << text;
    }
}

}  // namespace
}  // namespace xueshi::exchange
