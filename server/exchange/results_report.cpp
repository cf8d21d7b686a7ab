#include "server/exchange/results_report.h"

#include <algorithm>
#include <map>
#include <optional>

#include <pugixml.hpp>

#include "core/base/civil_date.h"
#include "server/exchange/package_writer.h"
#include "server/exchange/qti_item_writer.h"
#include "server/exchange/qti_names.h"
#include "server/exchange/real_numbers.h"
#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

void add_variable(pugi::xml_node& parent,
                  const char* element,
                  const char* identifier,
                  const char* base_type) {
    pugi::xml_node variable = parent.append_child(element);
    variable.append_attribute("identifier") = identifier;
    variable.append_attribute("cardinality") = "single";
    variable.append_attribute("baseType") = base_type;
}

void add_outcome(pugi::xml_node& parent,
                 const char* identifier,
                 const char* base_type,
                 const std::string& value) {
    add_variable(parent, "outcomeVariable", identifier, base_type);
    parent.last_child().append_child("value").text().set(value.c_str());
}

void add_number(pugi::xml_node& parent, const char* identifier, double value) {
    add_outcome(parent, identifier, "float", shortest_real(value));
}

// The choice of that credit; none when several have it, or the bank has no texts: then only the
// credit is known.
std::optional<std::size_t> chosen(const ExchangeItem& item, int response) {
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        if (item.options[i].credit != response) continue;
        if (place) return std::nullopt;
        place = i;
    }
    return place;
}

void add_item(pugi::xml_node& root,
              const ExchangeItem& item,
              const AnsweredItem& step,
              std::size_t place,
              const ReportContext& context) {
    pugi::xml_node result = root.append_child("itemResult");
    result.append_attribute("identifier") = package_identifier(item.measured.id).c_str();
    result.append_attribute("sequenceIndex") = std::to_string(place + 1).c_str();
    result.append_attribute("datestamp") = context.finished.c_str();
    result.append_attribute("sessionStatus") = "final";
    add_variable(result, "responseVariable", kResponse, "identifier");
    pugi::xml_node response = result.last_child().append_child("candidateResponse");
    if (const auto choice = chosen(item, step.response)) {
        response.append_child("value").text().set(choice_identifier(*choice).c_str());
    }
    add_number(result, kScore, step.response);
    add_number(result, "THETA", step.theta);
    add_number(result, "STANDARD_ERROR", step.standard_error);
    add_number(result, "INFORMATION", step.information);
}

bool is_two_digits(std::string_view text, int below) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() == 2 && is_digit(text[0]) && is_digit(text[1]) &&
           (text[0] - '0') * 10 + (text[1] - '0') < below;
}

bool is_zone(std::string_view text) {
    if (text.empty() || text == "Z") return true;
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
           is_two_digits(text.substr(1, 2), 15) && is_two_digits(text.substr(4, 2), 60);
}

}  // namespace

bool is_moment(std::string_view text) {
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kZone = 19;
    return text.size() >= kZone && parse_date(text.substr(0, kDate)) && text[kDate] == 'T' &&
           text[13] == ':' && text[16] == ':' && is_two_digits(text.substr(11, 2), 24) &&
           is_two_digits(text.substr(14, 2), 60) && is_two_digits(text.substr(17, 2), 60) &&
           is_zone(text.substr(kZone));
}

Result<std::string> write_results_report(const TestAnswer& answer,
                                         const ExchangeBank& bank,
                                         const ReportContext& context) {
    std::map<std::string_view, const ExchangeItem*> items;
    for (const ExchangeItem& item : bank.items) items[item.measured.id] = &item;
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("assessmentResult");
    name_schema(root, kResultNamespace, kResultSchema);
    root.append_child("context").append_attribute("sourcedId") = context.candidate.c_str();
    pugi::xml_node test = root.append_child("testResult");
    test.append_attribute("identifier") = kTestIdentifier;
    test.append_attribute("datestamp") = context.finished.c_str();
    add_number(test, "THETA", answer.theta);
    add_number(test, "STANDARD_ERROR", answer.standard_error);
    add_outcome(test, "STOPPED", "string", answer.stopped);
    for (std::size_t i = 0; i < answer.steps.size(); ++i) {
        const AnsweredItem& step = answer.steps[i];
        const std::string path = "steps[" + std::to_string(i) + "].";
        const auto found = items.find(step.item);
        if (found == items.end()) {
            return make_error(kOutOfRange, path + "item", "the bank has no \"" + step.item + "\"");
        }
        if (step.response > found->second->measured.highest_response()) {
            return make_error(kOutOfRange, path + "response", "more than the item gives");
        }
        add_item(root, *found->second, step, i, context);
    }
    return write_xml(document);
}

}  // namespace xueshi::exchange
