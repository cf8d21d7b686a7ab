#include "server/exchange/qti_item_writer.h"

#include <algorithm>
#include <set>
#include <vector>

#include <pugixml.hpp>

#include "server/exchange/plain_text.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

constexpr const char* kQuestionCatalogue = "question";

const std::string& text_in(const LanguageTexts& texts, std::string_view language) {
    static const std::string none;
    const auto found = texts.find(std::string(language));
    return found == texts.end() ? none : found->second;
}

bool is_graded(const ExchangeItem& item) { return item.model == "grm"; }

// Each credit once in a graded item; in any other one choice is correct.
bool has_fitting_credits(const ExchangeItem& item) {
    std::multiset<int> credits;
    for (const ExchangeOption& option : item.options) credits.insert(option.credit);
    if (!is_graded(item)) return credits.count(1) == 1;
    const std::set<int> different(credits.begin(), credits.end());
    return different.size() == credits.size() &&
           credits.size() == item.measured.thresholds.size() + 1;
}

bool all_plain(const LanguageTexts& texts) {
    return std::all_of(texts.begin(), texts.end(), [](const auto& entry) {
        return is_plain(entry.first) && is_plain(entry.second);
    });
}

bool all_plain(const std::vector<std::string>& names) {
    return std::all_of(
        names.begin(), names.end(), [](const std::string& name) { return is_plain(name); });
}

bool has_plain_texts(const ExchangeItem& item) {
    const bool has_plain_names = is_plain(item.measured.id) && is_plain(item.measured.domain) &&
                                 (item.level.empty() || is_plain(item.level)) &&
                                 all_plain(item.indicators) && all_plain(item.measured.stages) &&
                                 all_plain(item.measured.subjects);
    return has_plain_names && all_plain(item.text) &&
           std::all_of(item.options.begin(), item.options.end(), [](const auto& option) {
               return all_plain(option.text);
           });
}

void add_response(pugi::xml_node& root, const ExchangeItem& item) {
    pugi::xml_node response = root.append_child("qti-response-declaration");
    response.append_attribute("identifier") = kResponse;
    response.append_attribute("cardinality") = "single";
    response.append_attribute("base-type") = "identifier";
    if (!is_graded(item)) {
        const auto correct = std::find_if(item.options.begin(),
                                          item.options.end(),
                                          [](const auto& option) { return option.credit == 1; });
        const auto place = static_cast<std::size_t>(correct - item.options.begin());
        response.append_child("qti-correct-response")
            .append_child("qti-value")
            .text()
            .set(choice_identifier(place).c_str());
        return;
    }
    pugi::xml_node mapping = response.append_child("qti-mapping");
    mapping.append_attribute("lower-bound") = 0;
    mapping.append_attribute("upper-bound") = item.measured.highest_response();
    mapping.append_attribute("default-value") = 0;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        pugi::xml_node entry = mapping.append_child("qti-map-entry");
        entry.append_attribute("map-key") = choice_identifier(i).c_str();
        entry.append_attribute("mapped-value") = item.options[i].credit;
    }
}

void add_outcome(pugi::xml_node& root, const ExchangeItem& item) {
    pugi::xml_node outcome = root.append_child("qti-outcome-declaration");
    outcome.append_attribute("identifier") = kScore;
    outcome.append_attribute("cardinality") = "single";
    outcome.append_attribute("base-type") = "float";
    outcome.append_attribute("normal-maximum") = item.measured.highest_response();
    outcome.append_attribute("normal-minimum") = 0;
}

bool is_translated(const LanguageTexts& texts) { return texts.size() > 1; }

void add_body(pugi::xml_node& root, const ExchangeItem& item, std::string_view language) {
    pugi::xml_node interaction =
        root.append_child("qti-item-body").append_child("qti-choice-interaction");
    interaction.append_attribute("response-identifier") = kResponse;
    interaction.append_attribute("shuffle") = "true";
    interaction.append_attribute("max-choices") = 1;
    interaction.append_attribute("min-choices") = 1;
    pugi::xml_node prompt = interaction.append_child("qti-prompt");
    if (is_translated(item.text)) {
        prompt.append_attribute("data-catalog-idref") = kQuestionCatalogue;
    }
    prompt.text().set(text_in(item.text, language).c_str());
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        pugi::xml_node choice = interaction.append_child("qti-simple-choice");
        choice.append_attribute("identifier") = choice_identifier(i).c_str();
        if (is_translated(item.options[i].text)) {
            choice.append_attribute("data-catalog-idref") =
                ("text-" + choice_identifier(i)).c_str();
        }
        choice.text().set(text_in(item.options[i].text, language).c_str());
    }
}

void add_translations(pugi::xml_node& catalogues,
                      const std::string& id,
                      const LanguageTexts& texts,
                      std::string_view language) {
    if (!is_translated(texts)) return;
    pugi::xml_node catalogue = catalogues.append_child("qti-catalog");
    catalogue.append_attribute("id") = id.c_str();
    pugi::xml_node card = catalogue.append_child("qti-card");
    card.append_attribute("support") = kTranslationSupport;
    for (const auto& [other, text] : texts) {
        if (other == language) continue;
        pugi::xml_node entry = card.append_child("qti-card-entry");
        entry.append_attribute("xml:lang") = other.c_str();
        entry.append_child("qti-html-content").append_child("p").text().set(text.c_str());
    }
}

void add_catalogues(pugi::xml_node& root, const ExchangeItem& item, std::string_view language) {
    pugi::xml_node catalogues = root.append_child("qti-catalog-info");
    add_translations(catalogues, kQuestionCatalogue, item.text, language);
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        add_translations(
            catalogues, "text-" + choice_identifier(i), item.options[i].text, language);
    }
    if (catalogues.first_child().empty()) root.remove_child(catalogues);
}

}  // namespace

std::string choice_identifier(std::size_t place) { return "choice-" + std::to_string(place + 1); }

Outcome check_exportable(const ExchangeItem& item, std::string_view language) {
    const std::string& id = item.measured.id;
    const auto is_silent = [&](const ExchangeOption& option) {
        return text_in(option.text, language).empty();
    };
    if (text_in(item.text, language).empty() || item.options.size() < 2 ||
        std::any_of(item.options.begin(), item.options.end(), is_silent)) {
        return make_error(
            kTextMissing,
            id,
            "expected a question and two options or more in \"" + std::string(language) + "\"");
    }
    if (!has_plain_texts(item)) {
        return make_error(kTextNotPlain, id, "blanks at an end or in a row, or control characters");
    }
    if (!has_fitting_credits(item)) {
        return make_error(kOutOfRange, id, "the options' credits do not suit the model");
    }
    return Done{};
}

std::string write_qti_item(const ExchangeItem& item,
                           const std::string& identifier,
                           std::string_view language) {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("qti-assessment-item");
    name_schema(root, kQtiNamespace, kQtiSchema);
    root.append_attribute("identifier") = identifier.c_str();
    root.append_attribute("title") = item.measured.id.c_str();
    root.append_attribute("xml:lang") = std::string(language).c_str();
    root.append_attribute("adaptive") = "false";
    root.append_attribute("time-dependent") = "false";
    add_response(root, item);
    add_outcome(root, item);
    add_body(root, item, language);
    add_catalogues(root, item, language);
    root.append_child("qti-response-processing").append_attribute("template") =
        is_graded(item) ? kMapResponse : kMatchCorrect;
    return write_xml(document);
}

}  // namespace xueshi::exchange
