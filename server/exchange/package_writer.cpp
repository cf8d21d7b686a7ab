#include "server/exchange/package_writer.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <pugixml.hpp>

#include "core/base/checksum.h"
#include "server/exchange/qti_item_writer.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/usage_data.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

constexpr const char* kTestFile = "test.xml";
constexpr const char* kUsageFile = "usage-data.xml";

std::string item_file(const std::string& identifier) { return "items/" + identifier + ".xml"; }

void add_text(pugi::xml_node parent, const char* element, const std::string& text) {
    parent.append_child(element).text().set(text.c_str());
}

void add_reference(pugi::xml_node parent,
                   const char* element,
                   const char* identifier,
                   const char* href) {
    pugi::xml_node reference = parent.append_child(element);
    reference.append_attribute("identifier") = identifier;
    reference.append_attribute("href") = href;
}

// One test part, one section, from which an adaptive engine is to choose by the usage data.
std::string write_test(const std::vector<std::string>& identifiers) {
    pugi::xml_document document;
    pugi::xml_node test = document.append_child("qti-assessment-test");
    name_schema(test, kQtiNamespace, kQtiSchema);
    test.append_attribute("identifier") = kTestIdentifier;
    test.append_attribute("title") = "Item bank";
    pugi::xml_node part = test.append_child("qti-test-part");
    part.append_attribute("identifier") = "part";
    part.append_attribute("navigation-mode") = "linear";
    part.append_attribute("submission-mode") = "individual";
    pugi::xml_node section = part.append_child("qti-assessment-section");
    section.append_attribute("identifier") = "section";
    section.append_attribute("title") = "Items";
    section.append_attribute("visible") = "true";
    pugi::xml_node adaptive = section.append_child("qti-adaptive-selection");
    add_reference(adaptive, "qti-adaptive-engine-ref", "engine", "urn:xueshi:adaptive-engine:1");
    add_reference(adaptive, "qti-usagedata-ref", "usage-data", kUsageFile);
    for (const std::string& identifier : identifiers) {
        add_reference(
            section, "qti-assessment-item-ref", identifier.c_str(), item_file(identifier).c_str());
    }
    return write_xml(document);
}

void add_taxonomy(pugi::xml_node& lom,
                  const char* purpose,
                  const char* taxonomy,
                  const std::vector<std::string>& names) {
    if (names.empty()) return;
    pugi::xml_node classification = lom.append_child("lom:classification");
    pugi::xml_node meant = classification.append_child("lom:purpose");
    add_text(meant, "lom:source", "LOMv1.0");
    add_text(meant, "lom:value", purpose);
    for (const std::string& name : names) {
        pugi::xml_node path = classification.append_child("lom:taxonPath");
        add_text(path.append_child("lom:source"), "lom:string", taxonomy);
        add_text(path.append_child("lom:taxon"), "lom:id", name);
    }
}

void add_metadata(pugi::xml_node& resource, const ExchangeItem& item) {
    pugi::xml_node lom = resource.append_child("metadata").append_child("lom:lom");
    pugi::xml_node identifier = lom.append_child("lom:general").append_child("lom:identifier");
    add_text(identifier, "lom:catalog", kOurCatalogue);
    add_text(identifier, "lom:entry", item.measured.id);
    add_taxonomy(lom, "competency", kDomainTaxonomy, {item.measured.domain});
    if (!item.level.empty()) add_taxonomy(lom, "skill level", kLevelTaxonomy, {item.level});
    add_taxonomy(lom, "competency", kIndicatorTaxonomy, item.indicators);
    add_taxonomy(lom, "educational level", kStageTaxonomy, item.measured.stages);
    add_taxonomy(lom, "discipline", kSubjectTaxonomy, item.measured.subjects);
}

// A resource of one file. Its metadata, if any, must come before the file.
pugi::xml_node add_resource(pugi::xml_node& resources,
                            const std::string& identifier,
                            const char* type,
                            const std::string& href,
                            const ExchangeItem* described) {
    pugi::xml_node resource = resources.append_child("resource");
    resource.append_attribute("identifier") = identifier.c_str();
    resource.append_attribute("type") = type;
    resource.append_attribute("href") = href.c_str();
    if (described != nullptr) add_metadata(resource, *described);
    resource.append_child("file").append_attribute("href") = href.c_str();
    return resource;
}

std::string write_manifest(const ExchangeBank& bank, const std::vector<std::string>& identifiers) {
    pugi::xml_document document;
    pugi::xml_node manifest = document.append_child("manifest");
    name_schema(manifest, kPackageNamespace, kPackageSchema);
    manifest.append_attribute("xmlns:lom") = kMetadataNamespace;
    manifest.append_attribute("identifier") = "manifest-of-bank";
    pugi::xml_node metadata = manifest.append_child("metadata");
    add_text(metadata, "schema", "QTI Package");
    add_text(metadata, "schemaversion", "3.0.0");
    add_text(
        metadata.append_child("lom:lom").append_child("lom:lifeCycle").append_child("lom:version"),
        "lom:string",
        std::to_string(bank.version));
    manifest.append_child("organizations");
    pugi::xml_node resources = manifest.append_child("resources");
    pugi::xml_node test =
        add_resource(resources, "resource-of-test", kTestResource, kTestFile, nullptr);
    const auto depends_on = [&](const std::string& identifier) {
        test.append_child("dependency").append_attribute("identifierref") = identifier.c_str();
    };
    depends_on("resource-of-usage-data");
    add_resource(resources, "resource-of-usage-data", kUsageResource, kUsageFile, nullptr);
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        const std::string identifier = "item-" + identifiers[i];
        depends_on(identifier);
        add_resource(
            resources, identifier, kItemResource, item_file(identifiers[i]), &bank.items[i]);
    }
    return write_xml(document);
}

}  // namespace

std::string package_identifier(const std::string& item_id) {
    const auto is_letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    const auto is_name = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    constexpr std::size_t kLongestName = 64;
    if (!item_id.empty() && item_id.size() <= kLongestName && is_letter(item_id.front()) &&
        std::all_of(item_id.begin(), item_id.end(), is_name)) {
        return item_id;
    }
    char name[32];
    std::snprintf(
        name, sizeof name, "id-%016llx", static_cast<unsigned long long>(checksum_of(item_id)));
    return name;
}

Result<PackageFiles> write_package(const ExchangeBank& bank, std::string_view language) {
    PackageFiles files;
    std::vector<std::string> identifiers;
    for (const ExchangeItem& item : bank.items) {
        if (Outcome outcome = check_exportable(item, language); !outcome) return outcome.error();
        const std::string identifier = package_identifier(item.measured.id);
        identifiers.push_back(identifier);
        files[item_file(identifier)] = write_qti_item(item, identifier, language);
    }
    files[kUsageFile] = write_usage_data(bank, identifiers);
    files[kTestFile] = write_test(identifiers);
    files[kManifestFile] = write_manifest(bank, identifiers);
    return files;
}

}  // namespace xueshi::exchange
