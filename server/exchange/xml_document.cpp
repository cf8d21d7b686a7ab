#include "server/exchange/xml_document.h"

#include <sstream>
#include <utility>

#include "server/exchange/xml_guard.h"

namespace xueshi::exchange {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// pugixml keeps an attribute that is given twice; XML forbids it. Null where every name is there
// once.
pugi::xml_attribute repeated_attribute(const pugi::xml_node& element) {
    for (const pugi::xml_attribute attribute : element.attributes()) {
        for (auto next = attribute.next_attribute(); next; next = next.next_attribute()) {
            if (std::string_view(next.name()) == attribute.name()) return next;
        }
    }
    return {};
}

std::size_t attribute_count(const pugi::xml_node& element) {
    const auto attributes = element.attributes();
    return static_cast<std::size_t>(std::distance(attributes.begin(), attributes.end()));
}

class AttributeCheck : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& node) override {
        const std::string element = std::string("\"") + node.name() + "\"";
        if (attribute_count(node) > kMostAttributes) {
            trouble = make_error(kXmlTooLarge, element, "more attributes than an element needs");
        } else if (const auto twice = repeated_attribute(node)) {
            trouble = make_error(kXmlNotWellFormed,
                                 element,
                                 std::string("the attribute ") + twice.name() + " is given twice");
        }
        return trouble.ok();
    }

    Outcome trouble = Done{};
};

}  // namespace

Outcome parse_xml(std::string_view bytes, std::size_t most_bytes, pugi::xml_document& document) {
    document.reset();
    if (bytes.size() > most_bytes) {
        return make_error(
            kXmlTooLarge, "document", "more than " + std::to_string(most_bytes) + " bytes");
    }
    if (Outcome outcome = guard_xml(bytes); !outcome) return outcome;
    const auto parsed = document.load_buffer(bytes.data(),
                                             bytes.size(),
                                             pugi::parse_default | pugi::parse_ws_pcdata,
                                             pugi::encoding_utf8);
    if (!parsed) {
        document.reset();
        return make_error(kXmlNotWellFormed,
                          place_in(bytes, static_cast<std::size_t>(parsed.offset)),
                          parsed.description());
    }
    AttributeCheck check;
    document.traverse(check);
    if (!check.trouble) document.reset();
    return check.trouble;
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view namespace_of(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    const std::size_t colon = name.find(':');
    const std::string declaration =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    for (pugi::xml_node node = element; node; node = node.parent()) {
        if (const auto found = node.attribute(declaration.c_str())) return found.value();
    }
    return {};
}

pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node child : parent.children()) {
        if (local_name(child) == name) return child;
    }
    return {};
}

std::vector<pugi::xml_node> children_of(const pugi::xml_node& parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node child : parent.children()) {
        if (local_name(child) == name) found.push_back(child);
    }
    return found;
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpaces) - first + 1));
}

std::string text_of(const pugi::xml_node& element) {
    std::string text;
    for (const pugi::xml_node child : element.children()) {
        const bool is_text = child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata;
        if (is_text) text += child.value();
    }
    return trimmed(text);
}

std::string attribute_of(const pugi::xml_node& element, const char* name) {
    return trimmed(element.attribute(name).value());
}

void name_schema(pugi::xml_node& root, const char* name_space, const char* schema) {
    root.append_attribute("xmlns") = name_space;
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_attribute("xsi:schemaLocation") = (std::string(name_space) + ' ' + schema).c_str();
}

std::string write_xml(pugi::xml_document& document) {
    pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    std::ostringstream out;
    document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace xueshi::exchange
