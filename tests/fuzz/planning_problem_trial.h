// What must hold of any bytes that somebody gives to the planner as a problem. Used by the fuzzer, and on the inputs it
// found worth keeping.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::testing {

// Empty when all is well: the bytes are refused with one line that names a field, or they are a problem that is
// written and read back equal, and, while it is small, answered as brute force answers it.
std::string trouble_with_problem(std::string_view bytes);

}  // namespace xueshi::testing
