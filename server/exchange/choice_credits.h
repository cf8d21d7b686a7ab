// What each choice of an item is worth, from its response declaration.
#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "core/base/result.h"

namespace xueshi::exchange {

// 1 for the correct choice, 0 for the others.
Result<std::vector<int>> credits_by_correct_response(const pugi::xml_node& declaration,
                                                     const std::vector<std::string>& choices);

// The mapping's values, with its default and its bounds: whole numbers from 0 to the number of
// choices less one, each once.
Result<std::vector<int>> credits_by_mapping(const pugi::xml_node& declaration,
                                            const std::vector<std::string>& choices);

}  // namespace xueshi::exchange
