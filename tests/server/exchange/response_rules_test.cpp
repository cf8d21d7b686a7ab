#include "server/exchange/response_rules.h"

#include <gtest/gtest.h>

#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

// "correct", "mapped", or what is complained of.
std::string scored_by(const std::string& processing, const std::string& variable = "R1") {
    pugi::xml_document document;
    const std::string item =
        "<i><qti-response-declaration identifier='" + variable + "'/>" + processing + "</i>";
    EXPECT_TRUE(parse_xml(item, 100'000, document)) << item;
    const pugi::xml_node root = document.document_element();
    const auto scoring = scoring_of(root, child_of(root, "qti-response-declaration"));
    if (!scoring) return scoring.error().detail;
    return *scoring == Scoring::ByMapping ? "mapped" : "correct";
}

std::string rules(const std::string& text) {
    return "<qti-response-processing>" + text + "</qti-response-processing>";
}
std::string either(const std::string& met, const std::string& otherwise) {
    return "<qti-response-condition><qti-response-if>" + met +
           "</qti-response-if><qti-response-else>" + otherwise +
           "</qti-response-else></qti-response-condition>";
}
std::string give(const std::string& value, const std::string& outcome = "SCORE") {
    return "<qti-set-outcome-value identifier='" + outcome + "'>" + value +
           "</qti-set-outcome-value>";
}
std::string number(const std::string& text) {
    return "<qti-base-value base-type='float'>" + text + "</qti-base-value>";
}

const std::string kMatch =
    "<qti-match><qti-variable identifier='R1'/><!-- is --><qti-correct "
    "identifier='R1'/></qti-match>";
const std::string kTurnedMatch =
    "<qti-match><qti-correct identifier='R1'/><qti-variable identifier='R1'/></qti-match>";
const std::string kSilent = "<qti-is-null><qti-variable identifier='R1'/></qti-is-null>";
const std::string kMapped = "<qti-map-response identifier='R1'/>";
const std::string kNone = "the response processing is none of the two templates";

TEST(ResponseRules, KnowTheTemplatesByTheEndOfTheirAddress) {
    for (const std::string place :
         {"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/", "http://x/", ""}) {
        for (const std::string end : {"", ".xml"}) {
            const auto named = [&](const std::string& name) {
                return scored_by("<qti-response-processing template='" + place + name + end + "'/>",
                                 "RESPONSE");
            };
            EXPECT_EQ(named("match_correct"), "correct");
            EXPECT_EQ(named("map_response"), "mapped");
            EXPECT_EQ(named("map_response_point"), "the template is \"map_response_point\"");
        }
    }
}

TEST(ResponseRules, KnowTheTemplatesWrittenOut) {
    EXPECT_EQ(scored_by(rules(either(kMatch + give(number("1")), give(number("0"))))), "correct");
    EXPECT_EQ(scored_by(rules(either(kTurnedMatch + give(number("2.0")), give(number("0.0"))))),
              "correct");
    EXPECT_EQ(scored_by(rules(either(kSilent + give(number("0")), give(kMapped)))), "mapped");
    EXPECT_EQ(scored_by(rules(give(kMapped))), "mapped");
}

TEST(ResponseRules, LeaveOutWhatOtherOutcomesGet) {
    const std::string feedback = give("<qti-variable identifier='R1'/>", "FEEDBACK");
    EXPECT_EQ(scored_by(rules(feedback + either(kMatch + feedback + give(number("1")),
                                                give(number("0")) + feedback))),
              "correct");
}

TEST(ResponseRules, RefuseAllElse) {
    EXPECT_EQ(scored_by(""), "there is no response processing");
    for (const std::string& text : {
             std::string(),
             give(number("1")),
             either(kMatch + give(number("1")), give(number("1"))),
             either(kMatch + give(number("0")), give(number("0"))),
             either(kMatch + give(number("-1")), give(number("0"))),
             either(kMatch + give(number("one")), give(number("0"))),
             either(kMatch + give(number("1")), ""),
             either(kMatch + give(number("1")), give(kMapped)),
             either(kSilent + give(number("1")), give(kMapped)),
             either("<qti-not>" + kMatch + "</qti-not>" + give(number("1")), give(number("0"))),
             either(kMatch + give(number("1")) + give(number("1")), give(number("0"))),
             either(kMatch + give(number("1")), give(number("0"))) + give(kMapped),
             give("<qti-map-response identifier='R2'/>"),
             either("<qti-match><qti-variable identifier='R1'/><qti-correct "
                    "identifier='R2'/></qti-match>" +
                        give(number("1")),
                    give(number("0"))),
             give("<qti-sum>" + kMapped + "</qti-sum>"),
         }) {
        EXPECT_EQ(scored_by(rules(text)), kNone) << text;
    }
}

}  // namespace
}  // namespace xueshi::exchange
