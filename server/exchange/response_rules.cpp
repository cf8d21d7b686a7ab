#include "server/exchange/response_rules.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "server/exchange/qti_item_reader.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/real_numbers.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

using Nodes = std::vector<pugi::xml_node>;

Error fail(std::string detail) { return make_error(kScoringUnsupported, {}, std::move(detail)); }

bool is_named(const pugi::xml_node& node, std::string_view name) {
    return local_name(node) == name;
}

// What may be done, without what is done to other outcomes than SCORE.
Nodes rules_in(const pugi::xml_node& parent) {
    Nodes rules;
    for (const pugi::xml_node child : parent.children()) {
        if (child.type() != pugi::node_element) continue;
        const bool is_of_another =
            is_named(child, "qti-set-outcome-value") && attribute_of(child, "identifier") != kScore;
        if (!is_of_another) rules.push_back(child);
    }
    return rules;
}

bool speaks_of(const pugi::xml_node& expression,
               std::string_view name,
               const std::string& variable) {
    return is_named(expression, name) && attribute_of(expression, "identifier") == variable;
}

// The one thing the rule gives to SCORE; null for any other rule.
pugi::xml_node given_to_score(const pugi::xml_node& rule) {
    const Nodes values = rules_in(rule);
    const bool gives = is_named(rule, "qti-set-outcome-value") && values.size() == 1;
    return gives ? values.front() : pugi::xml_node();
}

std::optional<double> number_given(const pugi::xml_node& rule) {
    const pugi::xml_node value = given_to_score(rule);
    return is_named(value, "qti-base-value") ? parse_finite(text_of(value)) : std::nullopt;
}

bool gives_mapped(const pugi::xml_node& rule, const std::string& variable) {
    return speaks_of(given_to_score(rule), "qti-map-response", variable);
}

// if: the response is the correct one.
bool asks_for_match(const pugi::xml_node& condition, const std::string& variable) {
    const Nodes sides = rules_in(condition);
    if (!is_named(condition, "qti-match") || sides.size() != 2) return false;
    const bool is_in_order = is_named(sides[0], "qti-variable");
    return speaks_of(sides[is_in_order ? 0 : 1], "qti-variable", variable) &&
           speaks_of(sides[is_in_order ? 1 : 0], "qti-correct", variable);
}

bool asks_for_silence(const pugi::xml_node& condition, const std::string& variable) {
    const Nodes sides = rules_in(condition);
    return is_named(condition, "qti-is-null") && sides.size() == 1 &&
           speaks_of(sides[0], "qti-variable", variable);
}

// A condition of two branches: an if of one rule, and an else of one.
std::optional<Scoring> scoring_by_condition(const pugi::xml_node& rule,
                                            const std::string& variable) {
    const Nodes branches = rules_in(rule);
    if (branches.size() != 2 || !is_named(branches[0], "qti-response-if") ||
        !is_named(branches[1], "qti-response-else")) {
        return std::nullopt;
    }
    const Nodes met = rules_in(branches[0]);
    const Nodes otherwise = rules_in(branches[1]);
    if (met.size() != 2 || otherwise.size() != 1) return std::nullopt;
    const std::optional<double> number = number_given(met[1]);
    if (!number) return std::nullopt;
    if (asks_for_match(met[0], variable) && *number > 0 && number_given(otherwise[0]) == 0) {
        return Scoring::ByCorrectResponse;
    }
    if (asks_for_silence(met[0], variable) && *number == 0 &&
        gives_mapped(otherwise[0], variable)) {
        return Scoring::ByMapping;
    }
    return std::nullopt;
}

Result<Scoring> scoring_by_rules(const pugi::xml_node& processing, const std::string& variable) {
    const Nodes rules = rules_in(processing);
    if (rules.size() == 1) {
        if (gives_mapped(rules[0], variable)) return Scoring::ByMapping;
        const auto scoring = is_named(rules[0], "qti-response-condition")
                                 ? scoring_by_condition(rules[0], variable)
                                 : std::nullopt;
        if (scoring) return *scoring;
    }
    return fail("the response processing is none of the two templates");
}

// "match_correct" of "https://…/rptemplates/match_correct.xml"; systems name the place of the
// templates in many ways.
std::string last_part(std::string address) {
    if (const std::size_t slash = address.rfind('/'); slash != std::string::npos) {
        address.erase(0, slash + 1);
    }
    if (address.ends_with(".xml")) address.resize(address.size() - 4);
    return address;
}

}  // namespace

Result<Scoring> scoring_of(const pugi::xml_node& item, const pugi::xml_node& declaration) {
    const pugi::xml_node processing = child_of(item, "qti-response-processing");
    if (!processing) return fail("there is no response processing");
    const std::string variable = attribute_of(declaration, "identifier");
    const std::string name = last_part(attribute_of(processing, "template"));
    if (name.empty()) return scoring_by_rules(processing, variable);
    if (name != "map_response" && name != "match_correct") {
        return fail("the template is \"" + name + "\"");
    }
    if (variable != kResponse) {
        return fail("the template scores RESPONSE, the interaction answers \"" + variable + "\"");
    }
    return name == "map_response" ? Scoring::ByMapping : Scoring::ByCorrectResponse;
}

}  // namespace xueshi::exchange
