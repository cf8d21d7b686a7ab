#include "server/exchange/plain_text.h"

#include <gtest/gtest.h>

#include "server/exchange/real_numbers.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

// The text of the root, or the element that is complained of.
std::string text_in(const std::string& content) {
    pugi::xml_document document;
    EXPECT_TRUE(parse_xml("<r>" + content + "</r>", 10'000, document)) << content;
    const pugi::xml_node root = document.document_element();
    const auto text = plain_text_of(root, child_of(root, "qti-choice-interaction"));
    return text ? *text : text.error().detail;
}

TEST(PlainText, TakesWordsFromMarkupAndWhiteSpaceAsOneBlank) {
    EXPECT_EQ(text_in("<p>One <em>two</em></p>\n\t<div>three<br/>four</div>"),
              "One two three four");
    EXPECT_EQ(text_in("<b>H</b>ello<!-- not this -->, <![CDATA[<you>]]>"), "Hello, <you>");
    EXPECT_EQ(text_in(""), "");
    EXPECT_EQ(text_in("全角　空格"), "全角　空格");
}

TEST(PlainText, CountsAnInteractionWithItsPrompt) {
    EXPECT_EQ(text_in("<p>Read.</p><qti-choice-interaction><qti-prompt>Which?</qti-prompt>"
                      "<qti-simple-choice>A</qti-simple-choice></qti-choice-interaction><p>Take "
                      "your time.</p>"),
              "Read. Which? Take your time.");
}

TEST(PlainText, LeavesOutWhatOnlyMarkersRead) {
    EXPECT_EQ(text_in("<qti-rubric-block view='scorer tutor'><img/></qti-rubric-block>Q"), "Q");
    EXPECT_EQ(text_in("<qti-rubric-block view='candidate'>Hint</qti-rubric-block>Q"),
              "a text cannot hold <qti-rubric-block>");
}

TEST(PlainText, RefusesWhatTextCannotSay) {
    for (const std::string name :
         {"img", "math", "table", "ul", "sup", "a", "object", "qti-printed-variable"}) {
        EXPECT_EQ(text_in("x<p><span><" + name + "/></span></p>"),
                  "a text cannot hold <" + name + ">");
    }
}

TEST(PlainText, KnowsWhatComesBackAsItIs) {
    for (const char* text : {"a",
                             "a b",
                             "全角　空格",
                             "a\xC2\xA0"
                             "b"})
        EXPECT_TRUE(is_plain(text)) << text;
    for (const char* text : {"", " a", "a ", "a  b", "a\nb", "a\tb", "\x7F", "a\xEF\xBF\xBF"}) {
        EXPECT_FALSE(is_plain(text)) << text;
    }
}

TEST(RealNumbers, AreWrittenWithTheFewestDigitsAndReadBackToTheBit) {
    for (const double value : {1.1, -0.6, 0.0, 1e-7, 0.1 + 0.2, 1e50, 137.0}) {
        EXPECT_EQ(parse_finite(shortest_real(value)), value) << value;
    }
    EXPECT_EQ(shortest_real(1.1), "1.1");
    EXPECT_EQ(parse_finite("+2"), 2);
    EXPECT_EQ(parse_finite("2.0"), 2);
    for (const char* text :
         {"", "x", "1,1", "+-1", "++1", " 1", "1 ", "INF", "nan", "0x10", "1e999"}) {
        EXPECT_EQ(parse_finite(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace xueshi::exchange
