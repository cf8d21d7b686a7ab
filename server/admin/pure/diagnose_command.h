// `xueshi diagnose --bank FILE --responses FILE`: an adaptive test whose responses are all known,
// its steps and estimates on standard output (docs/formats/diagnostic.md).
//
// Exit 0 with an answer; 2 with one line on stderr that names the field or the item, for wrong
// arguments, an unreadable file or a malformed document.
#pragma once

#include <string>
#include <vector>

namespace xueshi::admin {

int run_diagnose(const std::vector<std::string>& arguments);

}  // namespace xueshi::admin
