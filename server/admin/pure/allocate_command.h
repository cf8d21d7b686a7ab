// `xueshi allocate`: to which years a teacher's courses are best allocated (R23, R24), as JSON on standard input and
// output (docs/formats/allocation.md).
//
// Exit 0 with the answer; 2 when an argument or the document is wrong, with one line on standard error that names it.
#pragma once

#include <string>
#include <vector>

namespace xueshi::admin {

int run_allocate(const std::vector<std::string>& arguments);

}  // namespace xueshi::admin
