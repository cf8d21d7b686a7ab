#include "server/exchange/choice_credits.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "server/exchange/qti_item_reader.h"
#include "server/exchange/real_numbers.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

bool includes(const std::vector<std::string>& choices, const std::string& choice) {
    return std::find(choices.begin(), choices.end(), choice) != choices.end();
}

// None when the attribute is absent; an error when it is no number.
Result<std::optional<double>> number_at(const pugi::xml_node& element, const char* name) {
    const std::string text = attribute_of(element, name);
    if (text.empty()) return std::optional<double>();
    const auto number = parse_finite(text);
    if (number) return number;
    return make_error(
        kCreditNotWhole, {}, std::string(name) + " is " + quoted(text) + ", not a number");
}

class Mapping {
  public:
    Outcome read(const pugi::xml_node& mapping, const std::vector<std::string>& choices) {
        const auto otherwise = number_at(mapping, "default-value");
        if (!otherwise) return otherwise.error();
        const auto lower = number_at(mapping, "lower-bound");
        if (!lower) return lower.error();
        const auto upper = number_at(mapping, "upper-bound");
        if (!upper) return upper.error();
        otherwise_ = otherwise->value_or(0);
        lower_ = *lower;
        upper_ = *upper;
        for (const pugi::xml_node entry : children_of(mapping, "qti-map-entry")) {
            if (Outcome outcome = read_entry(entry, choices); !outcome) return outcome;
        }
        return Done{};
    }

    double value_of(const std::string& choice) const {
        const auto found = values_.find(choice);
        double value = found == values_.end() ? otherwise_ : found->second;
        if (lower_) value = std::max(value, *lower_);
        if (upper_) value = std::min(value, *upper_);
        return value;
    }

  private:
    Outcome read_entry(const pugi::xml_node& entry, const std::vector<std::string>& choices) {
        const std::string key = attribute_of(entry, "map-key");
        if (!includes(choices, key)) {
            return make_error(
                kChoiceUnknown, {}, "the mapping's " + quoted(key) + " is none of the choices");
        }
        const auto value = number_at(entry, "mapped-value");
        if (!value) return value.error();
        if (!value->has_value()) {
            return make_error(kCreditNotWhole, {}, quoted(key) + " is mapped to nothing");
        }
        if (!values_.emplace(key, **value).second) {
            return make_error(kChoiceRepeated, {}, quoted(key) + " is mapped twice");
        }
        return Done{};
    }

    double otherwise_ = 0;
    std::optional<double> lower_ = {};
    std::optional<double> upper_ = {};
    std::map<std::string, double> values_ = {};
};

}  // namespace

Result<std::vector<int>> credits_by_correct_response(const pugi::xml_node& declaration,
                                                     const std::vector<std::string>& choices) {
    const auto values = children_of(child_of(declaration, "qti-correct-response"), "qti-value");
    if (values.size() != 1) {
        return make_error(
            kCorrectResponseMissing,
            {},
            "expected one correct response, there are " + std::to_string(values.size()));
    }
    const std::string correct = text_of(values.front());
    if (!includes(choices, correct)) {
        return make_error(kChoiceUnknown,
                          {},
                          "the correct response " + quoted(correct) + " is none of the choices");
    }
    std::vector<int> credits;
    credits.reserve(choices.size());
    for (const std::string& choice : choices) credits.push_back(choice == correct ? 1 : 0);
    return credits;
}

Result<std::vector<int>> credits_by_mapping(const pugi::xml_node& declaration,
                                            const std::vector<std::string>& choices) {
    const pugi::xml_node element = child_of(declaration, "qti-mapping");
    if (!element) return make_error(kMappingMissing, {}, "map_response without a mapping");
    Mapping mapping;
    if (Outcome outcome = mapping.read(element, choices); !outcome) return outcome.error();
    std::vector<int> credits;
    std::set<int> different;
    for (const std::string& choice : choices) {
        const double value = mapping.value_of(choice);
        const bool is_whole = value >= 0 && value <= 1e6 && std::floor(value) == value;
        if (!is_whole) {
            return make_error(kCreditNotWhole,
                              {},
                              quoted(choice) + " is worth " + shortest_real(value) +
                                  ", not a whole number from 0");
        }
        credits.push_back(static_cast<int>(value));
        if (different.insert(credits.back()).second) continue;
        return make_error(
            kCreditRepeated, {}, "two choices are worth " + std::to_string(credits.back()));
    }
    for (int credit = 0; credit < static_cast<int>(choices.size()); ++credit) {
        if (different.contains(credit)) continue;
        return make_error(kCreditsIncomplete, {}, "no choice is worth " + std::to_string(credit));
    }
    return credits;
}

}  // namespace xueshi::exchange
