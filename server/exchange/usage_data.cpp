#include "server/exchange/usage_data.h"

#include <utility>

#include "server/exchange/qti_names.h"
#include "server/exchange/real_numbers.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

void complain(ItemStatistics& item, std::string_view name, std::string detail) {
    if (item.trouble) return;
    item.trouble =
        make_error(kParametersMalformed, {}, std::string(name) + ": " + std::move(detail));
}

void keep_number(ItemStatistics& item,
                 std::string_view name,
                 const std::string& text,
                 std::optional<double>& place) {
    const auto number = parse_finite(text);
    if (!number) return complain(item, name, "expected a number, not \"" + text + "\"");
    if (place && *place != *number) return complain(item, name, "given twice");
    place = number;
}

void read_ordinary(const pugi::xml_node& statistic, std::string_view name, ItemStatistics& item) {
    const std::string value = text_of(child_of(statistic, "value"));
    const std::string glossary = attribute_of(statistic, "glossary");
    if (name == kDiscrimination) keep_number(item, name, value, item.discrimination);
    if (name == kDifficulty) keep_number(item, name, value, item.difficulty);
    if (name == kGuessing) keep_number(item, name, value, item.guessing);
    if (glossary != kOurGlossary) return;
    if (name == kExposure) keep_number(item, name, value, item.exposure);
    if (name != kModel) return;
    if (item.model && *item.model != value) return complain(item, name, "given twice");
    item.model = value;
}

// Thresholds by category, whose keys are the whole numbers from 1.
void read_categorized(const pugi::xml_node& statistic, ItemStatistics& item) {
    std::map<std::string, double> by_key;
    for (const pugi::xml_node entry : children_of(child_of(statistic, "mapping"), "mapEntry")) {
        const std::string key = attribute_of(entry, "mapKey");
        const auto number = parse_finite(attribute_of(entry, "mappedValue"));
        if (!number) return complain(item, kDifficulty, "expected a number for category " + key);
        if (!by_key.emplace(key, *number).second) {
            return complain(item, kDifficulty, "category " + key + " is given twice");
        }
    }
    std::vector<double> thresholds;
    for (std::size_t i = 1; i <= by_key.size(); ++i) {
        const auto found = by_key.find(std::to_string(i));
        if (found == by_key.end()) {
            return complain(item, kDifficulty, "there is no category " + std::to_string(i));
        }
        thresholds.push_back(found->second);
    }
    if (!item.thresholds.empty() && item.thresholds != thresholds) {
        return complain(item, kDifficulty, "given twice");
    }
    item.thresholds = std::move(thresholds);
}

void read_statistic(const pugi::xml_node& statistic, StatisticsByItem& statistics) {
    const bool is_ordinary = local_name(statistic) == "ordinaryStatistic";
    const std::string name = attribute_of(statistic, "name");
    if (!is_ordinary && (local_name(statistic) != "categorizedStatistic" || name != kDifficulty)) {
        return;
    }
    for (const pugi::xml_node target : children_of(statistic, "targetObject")) {
        if (!attribute_of(target, "partIdentifier").empty()) continue;
        ItemStatistics& item = statistics[attribute_of(target, "identifier")];
        is_ordinary ? read_ordinary(statistic, name, item) : read_categorized(statistic, item);
    }
}

pugi::xml_node add_statistic(pugi::xml_node& root,
                             const char* element,
                             const char* name,
                             const std::string& identifier) {
    pugi::xml_node statistic = root.append_child(element);
    statistic.append_attribute("name") = name;
    statistic.append_attribute("glossary") = kOurGlossary;
    statistic.append_attribute("context") = kOurContext;
    statistic.append_child("targetObject").append_attribute("identifier") = identifier.c_str();
    return statistic;
}

void add_value(pugi::xml_node& root,
               const char* name,
               const std::string& identifier,
               const std::string& value) {
    add_statistic(root, "ordinaryStatistic", name, identifier)
        .append_child("value")
        .text()
        .set(value.c_str());
}

void add_item(pugi::xml_node& root, const ExchangeItem& item, const std::string& identifier) {
    const diagnostic::Item& measured = item.measured;
    add_value(root, kModel, identifier, item.model);
    add_value(root, kDiscrimination, identifier, shortest_real(measured.discrimination));
    if (item.model == "grm") {
        pugi::xml_node mapping =
            add_statistic(root, "categorizedStatistic", kDifficulty, identifier)
                .append_child("mapping");
        for (std::size_t i = 0; i < measured.thresholds.size(); ++i) {
            pugi::xml_node entry = mapping.append_child("mapEntry");
            entry.append_attribute("mapKey") = std::to_string(i + 1).c_str();
            entry.append_attribute("mappedValue") = shortest_real(measured.thresholds[i]).c_str();
        }
    } else {
        add_value(root, kDifficulty, identifier, shortest_real(measured.thresholds.front()));
    }
    if (item.model == "3pl") {
        add_value(root, kGuessing, identifier, shortest_real(measured.guessing));
    }
    if (measured.exposure != 1) {
        add_value(root, kExposure, identifier, shortest_real(measured.exposure));
    }
}

}  // namespace

void read_usage_data(const pugi::xml_node& root, StatisticsByItem& statistics) {
    for (const pugi::xml_node statistic : root.children()) read_statistic(statistic, statistics);
}

std::string write_usage_data(const ExchangeBank& bank,
                             const std::vector<std::string>& identifiers) {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("usageData");
    name_schema(root, kUsageNamespace, kUsageSchema);
    root.append_attribute("glossary") = kOurGlossary;
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        add_item(root, bank.items[i], identifiers[i]);
    }
    return write_xml(document);
}

}  // namespace xueshi::exchange
