// What the fuzzer found worth keeping, tried each time (tests/soak/reader_fuzz.mjs finds more).
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/server/fuzz/qti_document_trial.h"
#include "tests/server/support/qti_documents.h"

namespace xueshi::test {
namespace {

TEST(QtiDocumentCorpus, IsRefusedWithAWordOrComesBackAsItWas) {
    std::size_t tried = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator("tests/server/fuzz/qti_documents")) {
        EXPECT_EQ(trouble_with_document(bytes_of(entry.path())), "") << entry.path();
        ++tried;
    }
    EXPECT_GT(tried, 20u);
}

// Every item and every usage data of the other tests, cut short and with each byte in turn made
// another.
TEST(QtiDocumentCorpus, StandsCutsAndWrongBytes) {
    for (const std::string& whole : {kMappedItem, kSingleChoiceItem, kUsageData}) {
        EXPECT_EQ(trouble_with_document(whole), "");
        for (std::size_t at = 0; at < whole.size(); ++at) {
            EXPECT_EQ(trouble_with_document(whole.substr(0, at)), "") << at;
            for (const char byte : {'<', '>', '&', '"', '/', ' ', 'x', '\0', '\xE5'}) {
                std::string changed = whole;
                changed[at] = byte;
                EXPECT_EQ(trouble_with_document(changed), "") << at << ' ' << byte;
            }
        }
    }
}

}  // namespace
}  // namespace xueshi::test
