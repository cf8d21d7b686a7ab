#include "server/exchange/package_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <pugixml.hpp>

#include "server/exchange/exchange_bank.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/whole_files.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArchiveMark = "PK\x03\x04";  // of a zip

Error about(const std::string& file, Error error) {
    error.subject = error.subject.empty() ? file : file + ", " + error.subject;
    return error;
}

// "%20" is a blank; anything else stays.
std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const char* digits = text.data() + i + 1;
        const bool is_escape = text[i] == '%' && i + 2 < text.size() &&
                               std::from_chars(digits, digits + 2, code, 16).ptr == digits + 2;
        decoded += is_escape ? static_cast<char>(code) : text[i];
        if (is_escape) i += 2;
    }
    return decoded;
}

// The file a reference means, links followed; kPathOutside when it is not below the folder.
Result<fs::path> file_within(const fs::path& folder, const std::string& href) {
    const std::string path = percent_decoded(href);
    const auto outside = [&] {
        return make_error(kPathOutside, {}, "the name leads out of the package");
    };
    if (path.find('\0') != std::string::npos || fs::path(path).is_absolute()) return outside();
    std::error_code problem;
    const fs::path root = fs::weakly_canonical(folder, problem);
    fs::path file = problem ? fs::path() : fs::weakly_canonical(root / path, problem);
    if (problem) return outside();
    const auto [root_end, rest] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    if (root_end != root.end()) return outside();
    return file;
}

void read_taxon_path(const pugi::xml_node& path, ItemRecord& record) {
    const std::string taxonomy = text_of(child_of(child_of(path, "source"), "string"));
    std::string name = text_of(child_of(child_of(path, "taxon"), "id"));
    if (name.empty()) return;
    if (taxonomy == kDomainTaxonomy)
        record.domain = std::move(name);
    else if (taxonomy == kLevelTaxonomy)
        record.level = std::move(name);
    else if (taxonomy == kIndicatorTaxonomy)
        record.indicators.push_back(std::move(name));
    else if (taxonomy == kStageTaxonomy)
        record.stages.push_back(std::move(name));
    else if (taxonomy == kSubjectTaxonomy)
        record.subjects.push_back(std::move(name));
}

ItemRecord read_record(const pugi::xml_node& resource) {
    ItemRecord record;
    const pugi::xml_node lom = child_of(child_of(resource, "metadata"), "lom");
    for (const pugi::xml_node identifier : children_of(child_of(lom, "general"), "identifier")) {
        if (text_of(child_of(identifier, "catalog")) != kOurCatalogue) continue;
        record.bank_id = text_of(child_of(identifier, "entry"));
    }
    for (const pugi::xml_node classification : children_of(lom, "classification")) {
        for (const pugi::xml_node path : children_of(classification, "taxonPath")) {
            read_taxon_path(path, record);
        }
    }
    return record;
}

std::optional<std::int64_t> read_version(const pugi::xml_node& manifest) {
    const pugi::xml_node lom = child_of(child_of(manifest, "metadata"), "lom");
    const std::string text =
        text_of(child_of(child_of(child_of(lom, "lifeCycle"), "version"), "string"));
    std::int64_t version = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), version);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size();
    if (!is_whole || version < 1 || version > kMostBankVersions) return std::nullopt;
    return version;
}

void add_resource(const fs::path& folder,
                  const pugi::xml_node& resource,
                  PackageContents& contents) {
    const std::string type = attribute_of(resource, "type");
    const bool is_item = type.starts_with(kItemResource);
    if (!is_item && type != kUsageResource) return;
    const std::string href = attribute_of(resource, "href");
    auto file = file_within(folder, href);
    if (!file) {
        contents.errors.push_back(about(href, file.error()));
        return;
    }
    auto& files = is_item ? contents.items : contents.usage_data;
    files.push_back({*std::move(file), href, is_item ? read_record(resource) : ItemRecord{}});
}

void read_manifest(const fs::path& folder, PackageContents& contents) {
    const auto bytes = read_whole_file(folder / kManifestFile, kMostPackageBytes);
    pugi::xml_document document;
    const Outcome outcome =
        bytes ? parse_xml(*bytes, kMostPackageBytes, document) : Outcome(bytes.error());
    if (!outcome) {
        contents.errors.push_back(about(kManifestFile, outcome.error()));
        return;
    }
    const pugi::xml_node manifest = document.document_element();
    if (local_name(manifest) != "manifest") {
        contents.errors.push_back(
            make_error(kNotAQtiPackage,
                       kManifestFile,
                       "the root is <" + std::string(local_name(manifest)) + ">"));
        return;
    }
    contents.version = read_version(manifest);
    for (const pugi::xml_node resource : children_of(child_of(manifest, "resources"), "resource")) {
        add_resource(folder, resource, contents);
    }
}

// A document that no manifest speaks of is what its root says; a broken one is taken for an item,
// which then says so.
void add_document(const fs::path& file, std::string shown, PackageContents& contents) {
    const auto bytes = read_whole_file(file, kMostPackageBytes);
    if (bytes && bytes->starts_with(kArchiveMark)) {
        contents.errors.push_back(
            make_error(kNotAQtiPackage, std::move(shown), "an archive has to be unpacked first"));
        return;
    }
    pugi::xml_document document;
    const bool is_readable = bytes && parse_xml(*bytes, kMostPackageBytes, document).ok();
    const pugi::xml_node root = document.document_element();
    const bool is_usage_data = is_readable && local_name(root) == "usageData";
    const bool is_other = is_readable && (local_name(root) == "qti-assessment-test" ||
                                          local_name(root) == "qti-assessment-section" ||
                                          local_name(root) == "qti-assessment-stimulus");
    if (is_other) return;
    (is_usage_data ? contents.usage_data : contents.items).push_back({file, std::move(shown), {}});
}

void add_documents(const fs::path& folder, PackageContents& contents) {
    std::vector<fs::path> files;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) add_document(file, file.filename().string(), contents);
}

Error without_items(const fs::path& place) {
    return make_error(kPackageWithoutItems, place.string(), "there is no QTI 3.0 item");
}

}  // namespace

PackageContents read_package(const fs::path& place) {
    PackageContents contents;
    std::error_code problem;
    if (!fs::is_directory(place, problem)) {
        add_document(place, place.string(), contents);
        if (contents.errors.empty() && contents.items.empty() && contents.usage_data.empty()) {
            contents.errors.push_back(without_items(place));
        }
        return contents;
    }
    if (fs::exists(place / kManifestFile, problem)) {
        read_manifest(place, contents);
    } else {
        add_documents(place, contents);
    }
    if (!contents.errors.empty()) return contents;
    if (contents.items.empty()) {
        contents.errors.push_back(without_items(place));
    } else if (contents.items.size() > kMostPackageItems) {
        contents.errors.push_back(
            make_error(kPackageTooLarge,
                       place.string(),
                       "more than " + std::to_string(kMostPackageItems) + " items"));
        contents.items.clear();
    }
    return contents;
}

}  // namespace xueshi::exchange
