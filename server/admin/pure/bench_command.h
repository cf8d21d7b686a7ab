// `xueshi bench diagnostic` and `xueshi bench exposure`: what the product's adaptive test makes of
// simulated teachers, and the exposure values of a bank (docs/formats/item-banks.md).
//
// One JSON document on standard output, the same on every host but for its times. Exit 2 with one
// line on stderr for wrong arguments, an unreadable file or a malformed document.
#pragma once

#include <string>
#include <vector>

namespace xueshi::admin {

int run_bench(const std::vector<std::string>& arguments);

}  // namespace xueshi::admin
