#include "server/exchange/item_import.h"

#include <optional>
#include <set>
#include <utility>

#include <pugixml.hpp>

#include "server/exchange/package_reader.h"
#include "server/exchange/qti_item_reader.h"
#include "server/exchange/usage_data.h"
#include "server/exchange/whole_files.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

Error fail(ErrorCode code, std::string detail) { return make_error(code, {}, std::move(detail)); }

bool has_parameters(const ItemStatistics& given) {
    return given.discrimination || given.difficulty || given.guessing || !given.thresholds.empty();
}

// One apart, centred at 0: 0; -0.5, 0.5; -1, 0, 1.
std::vector<double> assumed_thresholds(std::size_t count) {
    std::vector<double> thresholds;
    for (std::size_t i = 0; i < count; ++i) {
        thresholds.push_back(static_cast<double>(i) - (static_cast<double>(count) - 1) / 2);
    }
    return thresholds;
}

// What the scoring and the parameters make of it.
std::string model_of(bool is_graded, const ItemStatistics& given) {
    if (is_graded) return "grm";
    if (given.model && *given.model != "grm") return *given.model;
    return given.guessing && *given.guessing > 0 ? "3pl" : "2pl";
}

class Importer {
  public:
    explicit Importer(const ImportSettings& settings) : settings_(settings) {}

    void read_place(const std::filesystem::path& place) {
        PackageContents contents = read_package(place);
        for (Error& error : contents.errors) result_.errors.push_back(std::move(error));
        if (contents.version) result_.bank.version = *contents.version;
        for (const ItemFile& file : contents.usage_data) read_usage(file);
        for (ItemFile& file : contents.items) items_.push_back(std::move(file));
    }

    ImportedItems finish() {
        for (const ItemFile& file : items_) read_item(file);
        if (items_.empty() && result_.errors.empty()) {
            result_.errors.push_back(fail(kPackageWithoutItems, "there is nothing but usage data"));
        }
        return std::move(result_);
    }

  private:
    void complain(const std::string& identifier, const std::string& file, Error error) {
        std::string subject =
            identifier.empty() ? file : "item \"" + identifier + "\" (" + file + ")";
        if (!error.subject.empty()) subject += ", " + error.subject;
        error.subject = std::move(subject);
        result_.errors.push_back(std::move(error));
    }

    // Complains itself; a null root then.
    pugi::xml_node open(const ItemFile& file, std::size_t most, pugi::xml_document& document) {
        const auto bytes = read_whole_file(file.file, most);
        const Outcome outcome = bytes ? parse_xml(*bytes, most, document) : Outcome(bytes.error());
        if (!outcome) complain({}, file.shown, outcome.error());
        return outcome ? document.document_element() : pugi::xml_node();
    }

    void read_usage(const ItemFile& file) {
        pugi::xml_document document;
        if (const auto root = open(file, kMostPackageBytes, document)) {
            read_usage_data(root, statistics_);
        }
    }

    void read_item(const ItemFile& file) {
        pugi::xml_document document;
        const pugi::xml_node root = open(file, kMostItemBytes, document);
        if (!root) return;
        auto item = convert(root, file.record);
        if (item) {
            result_.bank.items.push_back(*std::move(item));
        } else {
            complain(attribute_of(root, "identifier"), file.shown, item.error());
        }
    }

    Result<ExchangeItem> convert(const pugi::xml_node& root, const ItemRecord& record) {
        auto qti = read_qti_item(root);
        if (!qti) return qti.error();
        ExchangeItem item;
        item.measured.id = record.bank_id.empty() ? qti->identifier : record.bank_id;
        if (!identifiers_.insert(qti->identifier).second || !ids_.insert(item.measured.id).second) {
            return fail(kItemIdentifierRepeated, "another item is called the same");
        }
        item.text = std::move(qti->text);
        item.options = std::move(qti->options);
        const auto given = statistics_.find(qti->identifier);
        const auto parameters = add_parameters(
            qti->is_graded, given == statistics_.end() ? ItemStatistics{} : given->second, item);
        if (!parameters) return parameters.error();
        if (const auto outcome = add_record(record, item); !outcome) return outcome.error();
        return item;
    }

    Outcome add_parameters(bool is_graded, const ItemStatistics& given, ExchangeItem& item) {
        if (given.trouble) return *given.trouble;
        if (given.model && (*given.model == "grm") != is_graded) {
            return fail(kParametersMalformed,
                        "the model is " + *given.model + ", the scoring is another's");
        }
        diagnostic::Item& measured = item.measured;
        item.model = model_of(is_graded, given);
        measured.exposure = given.exposure.value_or(1);
        const std::size_t needed = is_graded ? item.options.size() - 1 : 1;
        measured.thresholds = given.thresholds;
        if (measured.thresholds.empty() && given.difficulty) {
            measured.thresholds = {*given.difficulty};
        }
        if (has_parameters(given)) {
            if (!given.discrimination) return fail(kParametersMissing, "there is no A-Parm");
            if (measured.thresholds.empty()) return fail(kParametersMissing, "there is no B-Parm");
            measured.discrimination = *given.discrimination;
            if (item.model == "3pl") measured.guessing = given.guessing.value_or(0);
        } else if (settings_.assumes_parameters) {
            measured.thresholds = assumed_thresholds(needed);
            ++result_.assumed;
        } else {
            return fail(kParametersMissing, "no usage data speaks of the item");
        }
        if (measured.thresholds.size() == needed) return check_parameters(item);
        return fail(kParametersMalformed,
                    "expected " + std::to_string(needed) + " thresholds, there are " +
                        std::to_string(measured.thresholds.size()));
    }

    // The ranges are the engine's.
    Outcome check_parameters(const ExchangeItem& item) const {
        const bool is_known = item.model == "1pl" || item.model == "2pl" || item.model == "3pl" ||
                              item.model == "grm";
        if (!is_known) {
            return fail(kParametersMalformed, "the model \"" + item.model + "\" is not known");
        }
        if (item.model == "1pl" && item.measured.discrimination != 1) {
            return fail(kParametersMalformed, "a 1pl has an A-Parm of 1");
        }
        Outcome outcome = diagnostic::validate(diagnostic::ItemBank{{item.measured}});
        if (outcome) return outcome;
        const Error& error = outcome.error();
        const std::size_t dot = error.subject.rfind('.');
        return fail(kParametersMalformed, error.subject.substr(dot + 1) + ": " + error.detail);
    }

    Outcome add_record(const ItemRecord& record, ExchangeItem& item) {
        item.measured.domain = record.domain.empty() ? settings_.domain : record.domain;
        if (item.measured.domain.empty()) {
            return fail(kDomainMissing, "nothing states the item's domain");
        }
        item.level = record.level;
        item.indicators = record.indicators;
        item.measured.stages = record.stages;
        item.measured.subjects = record.subjects;
        if (!level_) level_ = item.level;
        if (*level_ == item.level) return Done{};
        return fail(kLevelsMixed,
                    "the level is \"" + item.level + "\", the first item's is \"" + *level_ + "\"");
    }

    const ImportSettings& settings_;
    StatisticsByItem statistics_;
    std::vector<ItemFile> items_;
    std::set<std::string> identifiers_;
    std::set<std::string> ids_;
    std::optional<std::string> level_;
    ImportedItems result_;
};

}  // namespace

ImportedItems import_items(const std::vector<std::filesystem::path>& places,
                           const ImportSettings& settings) {
    Importer importer(settings);
    for (const auto& place : places) importer.read_place(place);
    return importer.finish();
}

}  // namespace xueshi::exchange
