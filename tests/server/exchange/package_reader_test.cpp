#include "server/exchange/package_reader.h"

#include <gtest/gtest.h>

#include "server/exchange/item_import.h"
#include "tests/server/support/qti_documents.h"
#include "tests/server/support/temporary_folder.h"

namespace xueshi::exchange {
namespace {

using test::put;
using test::with;

class PackageReader : public ::testing::Test {
  protected:
    PackageReader() { test::put_foreign_package(place()); }

    // The first error of a package whose manifest is changed.
    std::string said_of(std::string_view from, std::string_view to) const {
        put(place() / "imsmanifest.xml", with(test::kManifest, from, to));
        const auto errors = import_items({place()}, {"d", true}).errors;
        return errors.empty() ? std::string()
                              : std::string(errors[0].code.name()) + ": " + errors[0].subject;
    }

    std::filesystem::path place() const { return folder_.path() / "package"; }

    test::TemporaryFolder folder_;
};

TEST_F(PackageReader, KeepsTheManifestsOrderAndLeavesOtherResources) {
    const PackageContents contents = read_package(place());
    ASSERT_EQ(contents.items.size(), 2u);
    EXPECT_EQ(contents.items[0].file.filename(), "single choice.xml");
    EXPECT_EQ(contents.items[1].shown, "more/mapped.xml");
    EXPECT_EQ(contents.usage_data.size(), 1u);
    EXPECT_EQ(contents.version, std::nullopt);
}

TEST_F(PackageReader, StaysWithinTheFolder) {
    put(folder_.path() / "secret.xml", test::kMappedItem);
    EXPECT_EQ(said_of("more/mapped.xml", "../secret.xml"), "PathOutside: ../secret.xml");
    EXPECT_EQ(said_of("more/mapped.xml", "more/%2e%2e/../../secret.xml"),
              "PathOutside: more/%2e%2e/../../secret.xml");
    EXPECT_EQ(said_of("more/mapped.xml", "/etc/passwd"), "PathOutside: /etc/passwd");
    EXPECT_EQ(said_of("more/mapped.xml", "a%00b"), "PathOutside: a%00b");
    std::filesystem::create_symlink(folder_.path() / "secret.xml", place() / "link.xml");
    EXPECT_EQ(said_of("more/mapped.xml", "link.xml"), "PathOutside: link.xml");
    EXPECT_EQ(said_of("more/mapped.xml", "more/../more/mapped.xml"), "");
}

TEST_F(PackageReader, NamesAFileThatIsNotThere) {
    EXPECT_EQ(said_of("more/mapped.xml", "gone.xml"), "FileUnreadable: gone.xml");
    EXPECT_EQ(said_of("more/mapped.xml", "more"), "FileUnreadable: more");
    EXPECT_EQ(said_of("\"usage.xml\"", "\"gone.xml\""), "FileUnreadable: gone.xml");
}

TEST_F(PackageReader, RefusesAManifestThatIsNone) {
    EXPECT_EQ(said_of("</manifest>", ""), "XmlNotWellFormed: imsmanifest.xml, line 11, byte 1");
    put(place() / "imsmanifest.xml", "<html/>");
    EXPECT_EQ(read_package(place()).errors.at(0).code, kNotAQtiPackage);
    put(place() / "imsmanifest.xml", "<manifest><resources/></manifest>");
    EXPECT_EQ(read_package(place()).errors.at(0).code, kPackageWithoutItems);
    std::filesystem::create_directory(folder_.path() / "empty");
    EXPECT_EQ(read_package(folder_.path() / "empty").errors.at(0).code, kPackageWithoutItems);
    put(folder_.path() / "test.xml", "<qti-assessment-test/>");
    EXPECT_EQ(read_package(folder_.path() / "test.xml").errors.at(0).code, kPackageWithoutItems);
    put(folder_.path() / "package.zip", "PK\x03\x04...");
    EXPECT_EQ(read_package(folder_.path() / "package.zip").errors.at(0).code, kNotAQtiPackage);
    const auto alone = import_items({place() / "usage.xml"}, {});
    ASSERT_EQ(alone.errors.size(), 1u);
    EXPECT_EQ(alone.errors[0].code, kPackageWithoutItems);
    const auto gone = import_items({folder_.path() / "gone"}, {});
    ASSERT_EQ(gone.errors.size(), 1u);
    EXPECT_EQ(gone.errors[0].code.name(), "FileUnreadable");
}

TEST_F(PackageReader, RefusesMoreItemsThanAnyBankHas) {
    std::string resources;
    for (std::size_t i = 0; i <= kMostPackageItems; ++i) {
        resources += "<resource type='imsqti_item_xmlv3p0' href='more/mapped.xml'/>";
    }
    EXPECT_EQ(said_of("</resources>", resources + "</resources>"),
              "PackageTooLarge: " + place().string());
}

TEST_F(PackageReader, NeverMixesLevels) {
    const std::string record =
        "<metadata><lom:lom "
        "xmlns:lom='http://ltsc.ieee.org/xsd/LOM'><lom:classification><lom:taxonPath><lom:source>"
        "<lom:string>xueshi:level</lom:string></lom:source><lom:taxon><lom:id>II</lom:id></"
        "lom:taxon></lom:taxonPath>"
        "</lom:classification></lom:lom></metadata>";
    EXPECT_EQ(
        said_of("<file href=\"more/mapped.xml\"/>", record + "<file href=\"more/mapped.xml\"/>"),
        "LevelsMixed: item \"mapped\" (more/mapped.xml)");
}

}  // namespace
}  // namespace xueshi::exchange
