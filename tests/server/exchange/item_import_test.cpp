// Items of other systems: what is taken over, and the one error that each bad item gets.
#include "server/exchange/item_import.h"

#include <gtest/gtest.h>

#include "tests/server/support/qti_documents.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::exchange {
namespace {

using test::kMappedItem;
using test::kSingleChoiceItem;
using test::put;
using test::with;

const ImportSettings kWithDomain = {"numbers", false};
const ImportSettings kAssuming = {"numbers", true};

std::string lines_of(const std::vector<Error>& errors) {
    std::string lines;
    for (const Error& error : errors) {
        lines += std::string(error.code.name()) + ": " + error.subject + ": " + error.detail + "\n";
    }
    return lines;
}

class ItemImport : public ::testing::Test {
  protected:
    // What is said of one document, its parameters assumed.
    std::string said_of(const std::string& document) const {
        put(place() / "one.xml", document);
        return lines_of(import_items({place() / "one.xml"}, kAssuming).errors);
    }

    // One line with that code and the words, for the item if `names_item`.
    void expect_refusal(const std::string& document,
                        const std::string& code,
                        const std::string& words,
                        bool names_item = true) const {
        const std::string said = said_of(document);
        EXPECT_TRUE(said.starts_with(code + ": ")) << said;
        EXPECT_NE(said.find(words), std::string::npos) << said;
        EXPECT_EQ(said.find("item \"") != std::string::npos, names_item) << said;
        EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
    }

    const std::filesystem::path& place() const { return folder_.path(); }

    test::TemporaryFolder folder_;
};

TEST_F(ItemImport, TakesAPackageOfAnotherSystem) {
    test::put_foreign_package(place());
    const ImportedItems imported = import_items({place()}, kWithDomain);
    EXPECT_EQ(lines_of(imported.errors), "");
    EXPECT_EQ(imported.assumed, 0u);
    EXPECT_EQ(
        write_exchange_bank(imported.bank),
        "{\"schema\":\"xueshi.diagnostic.bank/1\",\"version\":1,\"items\":[\n"
        R"({"id":"single","model":"2pl","a":1.25,"b":-0.5,"domain":"numbers",)"
        R"("text":{"en":"Is a prime above two odd?"},)"
        R"("options":[{"credit":1,"en":"Yes"},{"credit":0,"en":"No"}]},)"
        "\n"
        R"({"id":"mapped","model":"grm","a":0.9,"b":[-1,0.75],"domain":"numbers",)"
        R"("text":{"en-GB":"Before a lesson & alone: What do you check?"},)"
        R"("options":[{"credit":0,"en-GB":"Nothing"},{"credit":2,"en-GB":"Sound & picture"},{"credit":1,"en-GB":"Sound"}]})"
        "\n]}\n");
}

TEST_F(ItemImport, TakesAHeapOfDocumentsWithoutAManifest) {
    put(place() / "b.xml", kSingleChoiceItem);
    put(place() / "a.xml", kMappedItem);
    put(place() / "z.xml", test::kUsageData);
    put(place() / "test.xml", "<qti-assessment-test/>");
    put(place() / "notes.txt", "no item");
    const ImportedItems imported = import_items({place()}, kWithDomain);
    EXPECT_EQ(lines_of(imported.errors), "");
    ASSERT_EQ(imported.bank.items.size(), 2u);
    EXPECT_EQ(imported.bank.items[0].measured.id, "mapped");
    const ImportedItems one_by_one =
        import_items({place() / "a.xml", place() / "b.xml", place() / "z.xml"}, kWithDomain);
    EXPECT_EQ(write_exchange_bank(one_by_one.bank), write_exchange_bank(imported.bank));
}

TEST_F(ItemImport, AssumesParametersOnlyWhenTold) {
    put(place() / "a.xml", kMappedItem);
    put(place() / "b.xml", kSingleChoiceItem);
    EXPECT_EQ(lines_of(import_items({place()}, kWithDomain).errors),
              "ParametersMissing: item \"mapped\" (a.xml): no usage data speaks of the item\n"
              "ParametersMissing: item \"single\" (b.xml): no usage data speaks of the item\n");
    const ImportedItems imported = import_items({place()}, kAssuming);
    EXPECT_EQ(lines_of(imported.errors), "");
    EXPECT_EQ(imported.assumed, 2u);
    EXPECT_EQ(imported.bank.items[0].measured.thresholds, (std::vector<double>{-0.5, 0.5}));
    EXPECT_EQ(imported.bank.items[1].measured.thresholds, std::vector<double>{0});
    EXPECT_EQ(imported.bank.items[1].measured.discrimination, 1);
}

TEST_F(ItemImport, AsksForADomain) {
    put(place() / "one.xml", kSingleChoiceItem);
    EXPECT_EQ(lines_of(import_items({place()}, {"", true}).errors),
              "DomainMissing: item \"single\" (one.xml): nothing states the item's domain\n");
}

TEST_F(ItemImport, RefusesWhatIsNoQti3Item) {
    expect_refusal(
        "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p2' identifier='x'/>",
        "NotAQtiItem",
        "assessmentItem");
    expect_refusal("<html/>", "NotAQtiItem", "html", false);
    expect_refusal(
        with(kSingleChoiceItem, "imsqtiasi_v3p0", "imsqtiasi_v4p0"), "NotAQtiItem", "v4p0");
    expect_refusal(with(kSingleChoiceItem, " identifier=\"single\"", ""),
                   "ItemIdentifierMissing",
                   "identifier",
                   false);
}

TEST_F(ItemImport, RefusesOtherInteractions) {
    const std::string none = with(with(kSingleChoiceItem, "<qti-choice-interaction", "<div"),
                                  "</qti-choice-interaction",
                                  "</div");
    expect_refusal(none, "InteractionUnsupported", "no interaction");
    const std::string ordered = with(
        with(kSingleChoiceItem, "<qti-choice-", "<qti-order-"), "</qti-choice-", "</qti-order-");
    expect_refusal(ordered, "InteractionUnsupported", "qti-order-interaction");
    expect_refusal(with(kSingleChoiceItem,
                        "<qti-item-body>",
                        "<qti-item-body><div><qti-text-entry-interaction/></div>"),
                   "InteractionUnsupported",
                   "qti-text-entry-interaction");
    expect_refusal(with(kSingleChoiceItem,
                        "</qti-item-body>",
                        "<p><qti-choice-interaction/></p></qti-item-body>"),
                   "InteractionUnsupported",
                   "2 interactions");
}

TEST_F(ItemImport, RefusesMoreThanOneAnswer) {
    expect_refusal(with(kSingleChoiceItem, "\"single\" base", "\"multiple\" base"),
                   "CardinalityUnsupported",
                   "multiple");
    expect_refusal(with(kSingleChoiceItem, "max-choices=\"1\"", "max-choices=\"0\""),
                   "CardinalityUnsupported",
                   "max-choices is 0");
    expect_refusal(with(kMappedItem, "max-choices=\"1\"", "max-choices=\"2\""),
                   "CardinalityUnsupported",
                   "max-choices is 2");
}

TEST_F(ItemImport, RefusesAMissingResponseDeclaration) {
    expect_refusal(
        with(kSingleChoiceItem, "identifier=\"RESPONSE\" card", "identifier=\"OTHER\" card"),
        "ResponseDeclarationMissing",
        "RESPONSE");
    expect_refusal(with(kSingleChoiceItem, "response-identifier=\"RESPONSE\"", ""),
                   "ResponseDeclarationMissing",
                   "declares");
}

TEST_F(ItemImport, RefusesOtherScoring) {
    expect_refusal(
        with(kSingleChoiceItem, "match_correct", "CC2_match"), "ScoringUnsupported", "CC2_match");
    expect_refusal(with(kSingleChoiceItem, "match_correct", "map_response_point"),
                   "ScoringUnsupported",
                   "map_response_point");
    expect_refusal(
        with(kSingleChoiceItem, "template=", "t="), "ScoringUnsupported", "none of the two");
    expect_refusal(with(kSingleChoiceItem, "<qti-response-processing", "<nothing"),
                   "ScoringUnsupported",
                   "no response processing");
    const std::string renamed =
        with(with(kSingleChoiceItem, "\"RESPONSE\"", "\"R1\""), "\"RESPONSE\"", "\"R1\"");
    expect_refusal(renamed, "ScoringUnsupported", "R1");
}

TEST_F(ItemImport, RefusesFeaturesThatABankCannotHold) {
    expect_refusal(with(kSingleChoiceItem, "time-dependent", "adaptive=\"true\" time-dependent"),
                   "FeatureUnsupported",
                   "adaptive");
    expect_refusal(with(kSingleChoiceItem,
                        "<qti-item-body>",
                        "<qti-template-declaration identifier='T'/><qti-item-body>"),
                   "FeatureUnsupported",
                   "qti-template-declaration");
    expect_refusal(
        with(kSingleChoiceItem, "<qti-item-body>", "<qti-assessment-stimulus-ref/><qti-item-body>"),
        "FeatureUnsupported",
        "stimulus");
    expect_refusal(with(kSingleChoiceItem, "Is a prime", "<img src='p.png' alt='p'/> Is a prime"),
                   "ContentUnsupported",
                   "<img>");
    expect_refusal(
        with(kSingleChoiceItem, ">No<", "><sup>2</sup><"), "ContentUnsupported", "<sup>");
    expect_refusal(with(kSingleChoiceItem, ">No<", "> <"), "TextMissing", "\"no\"");
    expect_refusal(
        with(kSingleChoiceItem, "Is a prime above two odd?", ""), "TextMissing", "question");
}

TEST_F(ItemImport, RefusesACorrectResponseThatIsNone) {
    expect_refusal(with(kSingleChoiceItem, ">yes</qti-value>", ">perhaps</qti-value>"),
                   "ChoiceUnknown",
                   "perhaps");
    expect_refusal(with(kSingleChoiceItem, "<qti-value>yes</qti-value>", ""),
                   "CorrectResponseMissing",
                   "there are 0");
    expect_refusal(with(kSingleChoiceItem,
                        "<qti-value>yes</qti-value>",
                        "<qti-value>yes</qti-value><qti-value>no</qti-value>"),
                   "CorrectResponseMissing",
                   "there are 2");
    expect_refusal(with(kSingleChoiceItem, "identifier=\"no\"", "identifier=\"yes\""),
                   "ChoiceRepeated",
                   "yes");
    expect_refusal(
        with(kSingleChoiceItem, "<qti-simple-choice identifier=\"no\">No</qti-simple-choice>", ""),
        "ChoicesTooFew",
        "two");
}

TEST_F(ItemImport, RefusesCreditsThatAreNoScale) {
    expect_refusal(with(kMappedItem, "\"2.0\"", "\"1.5\""), "CreditNotWhole", "1.5");
    expect_refusal(with(kMappedItem, "\"2.0\"", "\"two\""), "CreditNotWhole", "two");
    expect_refusal(with(kMappedItem, "mapped-value=\"2.0\"", ""), "CreditNotWhole", "\"B\"");
    expect_refusal(with(kMappedItem, "\"2.0\"", "\"1\""), "CreditRepeated", "worth 1");
    expect_refusal(with(kMappedItem, "\"2.0\"", "\"3\""), "CreditsIncomplete", "worth 2");
    expect_refusal(
        with(kMappedItem, "default-value=\"0\" lower-bound=\"0\"", "default-value=\"-1\""),
        "CreditNotWhole",
        "-1");
    expect_refusal(
        with(kMappedItem, "lower-bound=\"0\"", "upper-bound=\"1\""), "CreditRepeated", "worth 1");
    expect_refusal(with(kMappedItem, "map-key=\"C\"", "map-key=\"D\""), "ChoiceUnknown", "\"D\"");
    expect_refusal(with(kMappedItem, "map-key=\"C\"", "map-key=\"B\""), "ChoiceRepeated", "\"B\"");
    const std::string unmapped = with(
        with(kSingleChoiceItem, "match_correct", "map_response"), "qti-correct", "qti-correct");
    expect_refusal(unmapped, "MappingMissing", "mapping");
    EXPECT_EQ(said_of(with(kMappedItem, "default-value=\"0\"", "default-value=\"-1\"")),
              "");  // the bound lifts it
}

TEST_F(ItemImport, RefusesXmlThatIsNoneWithItsPlace) {
    expect_refusal(
        with(kSingleChoiceItem, "</qti-prompt>", ""), "XmlNotWellFormed", "one.xml, line 1", false);
    expect_refusal(
        with(kSingleChoiceItem, "<qti-assess", "<!DOCTYPE x SYSTEM 'http://x/y'><qti-assess"),
        "XmlDoctypeRefused",
        "line 2, byte 1",
        false);
    expect_refusal(with(kSingleChoiceItem, "UTF-8", "GB2312"), "XmlNotUtf8", "gb2312", false);
    expect_refusal(
        with(kSingleChoiceItem, "Yes", std::string(2 << 20, 'y')), "XmlTooLarge", "1048576", false);
    expect_refusal(
        with(kSingleChoiceItem, "Yes", std::string(100 << 20, 'y')), "XmlTooLarge", "bytes", false);
}

TEST_F(ItemImport, RefusesParametersThatDoNotSuit) {
    put(place() / "a.xml", kMappedItem);
    put(place() / "b.xml", kSingleChoiceItem);
    const auto said = [&](std::string_view from, std::string_view to) {
        put(place() / "usage.xml", with(test::kUsageData, from, to));
        return lines_of(import_items({place()}, kAssuming).errors);
    };
    EXPECT_EQ(said("<usage", "<usage"), "");
    EXPECT_EQ(
        said("1.25", "much"),
        "ParametersMalformed: item \"single\" (b.xml): A-Parm: expected a number, not \"much\"\n");
    EXPECT_TRUE(said("1.25", "-1").starts_with("ParametersMalformed: item \"single\" (b.xml): a:"));
    EXPECT_EQ(said("\"P-value\"", "\"A-Parm\""),
              "ParametersMalformed: item \"single\" (b.xml): A-Parm: given twice\n");
    EXPECT_EQ(said("\"A-Parm\"", "\"X\""),
              "ParametersMissing: item \"single\" (b.xml): there is no A-Parm\n");
    EXPECT_TRUE(said("<value>-0.5</value>", "")
                    .starts_with("ParametersMalformed: item \"single\" (b.xml): B-Parm:"));
    EXPECT_EQ(said("<mapEntry mapKey=\"2\" mappedValue=\"0.75\"/>", ""),
              "ParametersMalformed: item \"mapped\" (a.xml): expected 2 thresholds, there are 1\n");
    EXPECT_EQ(said("mapKey=\"2\"", "mapKey=\"3\""),
              "ParametersMalformed: item \"mapped\" (a.xml): B-Parm: there is no category 2\n");
    EXPECT_EQ(said("mapKey=\"2\"", "mapKey=\"1\""),
              "ParametersMalformed: item \"mapped\" (a.xml): B-Parm: category 1 is given twice\n");
    EXPECT_TRUE(said("0.75", "-2").starts_with("ParametersMalformed: item \"mapped\" (a.xml): b:"));
}

TEST_F(ItemImport, ListsEveryBadItemOnce) {
    put(place() / "a.xml", kMappedItem);
    put(place() / "b.xml",
        with(with(kMappedItem, "\"2.0\"", "\"0.5\""),
             "identifier=\"mapped\"",
             "identifier=\"half\""));
    put(place() / "c.xml", kMappedItem);
    put(place() / "d.xml", "<qti-assess");
    EXPECT_EQ(
        lines_of(import_items({place()}, kAssuming).errors),
        "CreditNotWhole: item \"half\" (b.xml): \"B\" is worth 0.5, not a whole number from 0\n"
        "ItemIdentifierRepeated: item \"mapped\" (c.xml): another item is called the same\n"
        "XmlNotWellFormed: d.xml, line 1, byte 1: a tag that does not end\n");
}

}  // namespace
}  // namespace xueshi::exchange
