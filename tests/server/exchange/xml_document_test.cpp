#include "server/exchange/xml_document.h"

#include <chrono>

#include <gtest/gtest.h>

#include "server/exchange/xml_guard.h"

namespace xueshi::exchange {
namespace {

constexpr std::size_t kMost = 1 << 20;

// "code at place", or "" for a document that is read.
std::string trouble_with(std::string_view bytes) {
    pugi::xml_document document;
    const Outcome outcome = parse_xml(bytes, kMost, document);
    if (outcome) return {};
    EXPECT_TRUE(document.first_child().empty());
    return std::string(outcome.error().code.name()) + " at " + outcome.error().subject;
}

std::string nested(int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<a>";
    for (int i = 0; i < depth; ++i) text += "</a>";
    return text;
}

TEST(XmlDocument, FindsItsWayWhateverThePrefix) {
    pugi::xml_document document;
    const std::string text =
        "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!-- c --><q:a xmlns:q='urn:q' n=' "
        "&#x5B66; '><q:b> &lt;1"
        "<![CDATA[&2]]> </q:b><c/></q:a><!-- d -->";
    ASSERT_TRUE(parse_xml(text, kMost, document));
    const pugi::xml_node root = document.document_element();
    EXPECT_EQ(local_name(root), "a");
    EXPECT_EQ(namespace_of(root), "urn:q");
    EXPECT_EQ(namespace_of(child_of(root, "c")), "");
    EXPECT_EQ(attribute_of(root, "n"), "学");
    EXPECT_EQ(text_of(child_of(root, "b")), "<1&2");
    EXPECT_TRUE(child_of(root, "d").empty());
}

TEST(XmlDocument, NamesThePlaceOfWhatIsNotWellFormed) {
    EXPECT_EQ(trouble_with("<a>\n <b></c></a>"), "XmlNotWellFormed at line 2, byte 7");
    EXPECT_EQ(trouble_with("<a>\n&nbsp;</a>"), "XmlNotWellFormed at line 2, byte 1");
    EXPECT_EQ(trouble_with("<a>\x01</a>"), "XmlNotWellFormed at line 1, byte 4");
    EXPECT_EQ(trouble_with("<a/>more"), "XmlNotWellFormed at line 1, byte 5");
    EXPECT_EQ(trouble_with("<a/><b/>"), "XmlNotWellFormed at line 1, byte 5");
    EXPECT_EQ(trouble_with("<a b='1' b='2'/>"), "XmlNotWellFormed at \"a\"");
    for (const char* text : {"",
                             "  ",
                             "<a>",
                             "<a",
                             "<a b=>",
                             "<a b='<'/>",
                             "<a>&#0;</a>",
                             "<a>&#xD800;</a>",
                             "<a>&#x110000;</a>",
                             "<a>& b</a>",
                             "</a>",
                             "<a><!-- </a>",
                             "<a><![CDATA[ </a>",
                             "<?xml",
                             "text",
                             "<a></a></a>",
                             "<a>&amp</a>"}) {
        EXPECT_TRUE(trouble_with(text).starts_with("XmlNotWellFormed"))
            << text << ": " << trouble_with(text);
    }
}

TEST(XmlDocument, RefusesADocumentTypeAndSoEveryEntityOfItsOwn) {
    std::string laughs = "<?xml version='1.0'?>\n<!DOCTYPE lolz [<!ENTITY lol0 'lol'>";
    for (int i = 1; i < 10; ++i) {
        std::string ten;
        for (int k = 0; k < 10; ++k) ten += "&lol" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY lol" + std::to_string(i) + " '" + ten + "'>";
    }
    EXPECT_EQ(trouble_with(laughs + "]><a>&lol9;</a>"), "XmlDoctypeRefused at line 2, byte 1");
    EXPECT_EQ(trouble_with("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"),
              "XmlDoctypeRefused at line 1, byte 1");
    EXPECT_EQ(trouble_with("<a><!DOCTYPE b></a>"), "XmlDoctypeRefused at line 1, byte 4");
    EXPECT_EQ(trouble_with("<!doctype a><a/>"), "XmlDoctypeRefused at line 1, byte 1");
}

TEST(XmlDocument, RefusesOtherEncodings) {
    EXPECT_EQ(trouble_with("<?xml version='1.0' encoding='GB18030'?><a/>"),
              "XmlNotUtf8 at line 1, byte 1");
    const std::string wide = {'\xFF', '\xFE', '<', '\0', 'a', '\0', '/', '\0', '>', '\0'};
    EXPECT_EQ(trouble_with(wide), "XmlNotUtf8 at line 1, byte 1");
    EXPECT_EQ(trouble_with(wide.substr(2)), "XmlNotUtf8 at line 1, byte 2");
    for (const char* wrong : {"\xC0\xAF",
                              "\xE0\x80\xAF",
                              "\xED\xA0\x80",
                              "\xF4\x90\x80\x80",
                              "\xD1\xA7\xCF",
                              "\xEF\xBF\xBF",
                              "\xB1\xE0"}) {
        EXPECT_EQ(trouble_with(std::string("<a>") + wrong + "</a>").substr(0, 10), "XmlNotUtf8")
            << wrong;
    }
    EXPECT_EQ(trouble_with("<a>学时 \xF0\xA0\x80\x80</a>"), "");
}

TEST(XmlDocument, RefusesWhatIsTooDeepTooLongOrTooWide) {
    EXPECT_EQ(trouble_with(nested(kMostXmlDepth)), "");
    EXPECT_EQ(trouble_with(nested(kMostXmlDepth + 1)).substr(0, 10), "XmlTooDeep");
    EXPECT_EQ(trouble_with(nested(100'000)).substr(0, 10), "XmlTooDeep");
    std::string wide = "<a";
    for (int i = 0; i < 60'000; ++i) wide += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(trouble_with(wide + "/>"), "XmlTooLarge at \"a\"");
    EXPECT_EQ(trouble_with("<a>" + std::string(kMost, 'x') + "</a>"), "XmlTooLarge at document");
}

TEST(XmlDocument, IsDoneWithAMegabyteOfMarkupAtOnce) {
    const auto begin = std::chrono::steady_clock::now();
    std::string flat = "<a>";
    while (flat.size() < kMost - 100) flat += "<b c='&amp;'/>";
    EXPECT_EQ(trouble_with(flat + "</a>"), "");
    EXPECT_NE(trouble_with(std::string(kMost, '<')), "");
    EXPECT_NE(trouble_with("<a>" + std::string(kMost - 10, '&')), "");
    // A minute would be quadratic; an ordinary run takes a tenth of a second.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(XmlDocument, WritesWhatItReadsAgain) {
    pugi::xml_document document;
    document.append_child("a").append_attribute("b") = "<\"&'学";
    document.document_element().append_child("p").text().set("1 < 2 & \"三\"");
    const std::string text = write_xml(document);
    pugi::xml_document again;
    ASSERT_TRUE(parse_xml(text, kMost, again)) << text;
    EXPECT_EQ(attribute_of(again.document_element(), "b"), "<\"&'学");
    EXPECT_EQ(text_of(child_of(again.document_element(), "p")), "1 < 2 & \"三\"");
}

}  // namespace
}  // namespace xueshi::exchange
