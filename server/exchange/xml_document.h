// An XML document as a tree, once guard_xml has let it pass; and finding one's way in it by names
// without their namespace's prefix, which every system chooses for itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "core/base/result.h"

namespace xueshi::exchange {

inline constexpr std::size_t kMostAttributes = 64;  // of one element

inline constexpr ErrorCode kXmlTooLarge{"XmlTooLarge"};

// What guard_xml refuses; kXmlTooLarge above `most_bytes` or kMostAttributes; kXmlNotWellFormed
// with the place. A document that is refused is left empty.
Outcome parse_xml(std::string_view bytes, std::size_t most_bytes, pugi::xml_document& document);

// "qti-prompt" of <q:qti-prompt>. Lives as long as the document.
std::string_view local_name(const pugi::xml_node& node);

// The namespace an element's own prefix stands for; empty when none is declared.
std::string_view namespace_of(const pugi::xml_node& element);

// The first child element of that name; a null node when there is none.
pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name);
std::vector<pugi::xml_node> children_of(const pugi::xml_node& parent, std::string_view name);

// Text without the white space around it; empty when there is none.
std::string trimmed(std::string_view text);
std::string text_of(const pugi::xml_node& element);
// Empty when the attribute is absent or empty.
std::string attribute_of(const pugi::xml_node& element, const char* name);

// Says that the root and what stands in it without a prefix are of this namespace, and where its
// schema is.
void name_schema(pugi::xml_node& root, const char* name_space, const char* schema);

// "<?xml …?>" and the tree, indented by two blanks.
std::string write_xml(pugi::xml_document& document);

}  // namespace xueshi::exchange
