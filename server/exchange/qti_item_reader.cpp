#include "server/exchange/qti_item_reader.h"

#include <algorithm>
#include <utility>

#include "server/exchange/choice_credits.h"
#include "server/exchange/plain_text.h"
#include "server/exchange/qti_item_writer.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/response_rules.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

constexpr const char* kInteraction = "qti-choice-interaction";
constexpr const char* kChoice = "qti-simple-choice";
constexpr std::string_view kUnknownLanguage = "und";

Error fail(ErrorCode code, std::string detail) { return make_error(code, {}, std::move(detail)); }

// Elements whose name says that a person is to do something there.
void collect_interactions(const pugi::xml_node& element, std::vector<pugi::xml_node>& found) {
    for (const pugi::xml_node child : element.children()) {
        const std::string_view name = local_name(child);
        if (name.starts_with("qti-") && name.ends_with("-interaction")) found.push_back(child);
        collect_interactions(child, found);
    }
}

Outcome check_root(const pugi::xml_node& root) {
    if (local_name(root) != "qti-assessment-item") {
        return fail(kNotAQtiItem, "the root is <" + std::string(local_name(root)) + ">");
    }
    if (namespace_of(root) != kQtiNamespace) {
        return fail(kNotAQtiItem,
                    "the namespace is \"" + std::string(namespace_of(root)) + "\", not QTI 3.0's");
    }
    return Done{};
}

Outcome check_features(const pugi::xml_node& root) {
    const std::string adaptive = attribute_of(root, "adaptive");
    if (adaptive == "true" || adaptive == "1") {
        return fail(kFeatureUnsupported, "the item is adaptive");
    }
    for (const char* name :
         {"qti-template-declaration", "qti-template-processing", "qti-assessment-stimulus-ref"}) {
        if (child_of(root, name)) return fail(kFeatureUnsupported, std::string("has ") + name);
    }
    return Done{};
}

Result<pugi::xml_node> find_interaction(const pugi::xml_node& root) {
    std::vector<pugi::xml_node> found;
    collect_interactions(child_of(root, "qti-item-body"), found);
    if (found.empty()) return fail(kInteractionUnsupported, "there is no interaction");
    for (const pugi::xml_node& each : found) {
        if (local_name(each) != kInteraction) {
            return fail(kInteractionUnsupported, "has " + std::string(local_name(each)));
        }
    }
    if (found.size() > 1) {
        return fail(kInteractionUnsupported,
                    "has " + std::to_string(found.size()) + " interactions");
    }
    return found.front();
}

Result<pugi::xml_node> find_declaration(const pugi::xml_node& root,
                                        const pugi::xml_node& interaction) {
    const std::string identifier = attribute_of(interaction, "response-identifier");
    for (const pugi::xml_node declaration : children_of(root, "qti-response-declaration")) {
        if (attribute_of(declaration, "identifier") != identifier) continue;
        const std::string cardinality = attribute_of(declaration, "cardinality");
        if (cardinality != "single") {
            return fail(kCardinalityUnsupported, "the cardinality is \"" + cardinality + "\"");
        }
        const std::string most = attribute_of(interaction, "max-choices");
        if (!most.empty() && most != "1") {
            return fail(kCardinalityUnsupported, "max-choices is " + most);
        }
        return declaration;
    }
    return fail(kResponseDeclarationMissing, "nothing declares \"" + identifier + "\"");
}

class ItemTexts {
  public:
    explicit ItemTexts(const pugi::xml_node& root)
        : catalogues_(child_of(root, "qti-catalog-info")),
          language_(attribute_of(root, "xml:lang")) {
        if (language_.empty()) language_ = kUnknownLanguage;
    }

    // The text itself, and its translations where the element refers to a catalogue with our card.
    Result<LanguageTexts> read(const pugi::xml_node& described,
                               Result<std::string> text,
                               const std::string& what) const {
        if (!text) return text.error();
        if (text->empty()) return fail(kTextMissing, what + " has no text");
        LanguageTexts texts;
        if (const auto outcome = add_translations(described, texts); !outcome) {
            return outcome.error();
        }
        texts[language_] = *std::move(text);
        return texts;
    }

  private:
    Outcome add_translations(const pugi::xml_node& described, LanguageTexts& texts) const {
        const std::string id = attribute_of(described, "data-catalog-idref");
        if (id.empty()) return Done{};
        for (const pugi::xml_node catalogue : children_of(catalogues_, "qti-catalog")) {
            if (attribute_of(catalogue, "id") != id) continue;
            for (const pugi::xml_node card : children_of(catalogue, "qti-card")) {
                if (attribute_of(card, "support") != kTranslationSupport) continue;
                for (const pugi::xml_node entry : children_of(card, "qti-card-entry")) {
                    auto text = plain_text_of(child_of(entry, "qti-html-content"));
                    if (!text) return text.error();
                    texts[attribute_of(entry, "xml:lang")] = *std::move(text);
                }
            }
        }
        return Done{};
    }

    pugi::xml_node catalogues_;
    std::string language_;
};

Result<std::vector<std::string>> read_choices(const pugi::xml_node& interaction) {
    std::vector<std::string> choices;
    for (const pugi::xml_node choice : children_of(interaction, kChoice)) {
        std::string identifier = attribute_of(choice, "identifier");
        if (std::find(choices.begin(), choices.end(), identifier) != choices.end()) {
            return fail(kChoiceRepeated, "two choices are called \"" + identifier + "\"");
        }
        choices.push_back(std::move(identifier));
    }
    if (choices.size() < 2) return fail(kChoicesTooFew, "expected two choices or more");
    if (choices.size() > diagnostic::kMostThresholds) {
        return fail(kInteractionUnsupported, "too many choices");
    }
    return choices;
}

Outcome read_texts(const pugi::xml_node& root, const pugi::xml_node& interaction, QtiItem& item) {
    const ItemTexts texts(root);
    auto question = texts.read(child_of(interaction, "qti-prompt"),
                               plain_text_of(child_of(root, "qti-item-body"), interaction),
                               "the question");
    if (!question) return question.error();
    item.text = *std::move(question);
    const auto choices = children_of(interaction, kChoice);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto text = texts.read(choices[i],
                               plain_text_of(choices[i]),
                               "the choice \"" + attribute_of(choices[i], "identifier") + "\"");
        if (!text) return text.error();
        item.options[i].text = *std::move(text);
    }
    return Done{};
}

}  // namespace

Result<QtiItem> read_qti_item(const pugi::xml_node& root) {
    if (const auto outcome = check_root(root); !outcome) return outcome.error();
    QtiItem item;
    item.identifier = attribute_of(root, "identifier");
    if (item.identifier.empty()) return fail(kItemIdentifierMissing, "the item has no identifier");
    if (const auto outcome = check_features(root); !outcome) return outcome.error();
    const auto interaction = find_interaction(root);
    if (!interaction) return interaction.error();
    const auto declaration = find_declaration(root, *interaction);
    if (!declaration) return declaration.error();
    const auto scoring = scoring_of(root, *declaration);
    if (!scoring) return scoring.error();
    const auto choices = read_choices(*interaction);
    if (!choices) return choices.error();
    item.is_graded = *scoring == Scoring::ByMapping;
    const auto credits = item.is_graded ? credits_by_mapping(*declaration, *choices)
                                        : credits_by_correct_response(*declaration, *choices);
    if (!credits) return credits.error();
    for (const int credit : *credits) item.options.push_back({credit, {}});
    if (const auto outcome = read_texts(root, *interaction, item); !outcome) {
        return outcome.error();
    }
    return item;
}

}  // namespace xueshi::exchange
