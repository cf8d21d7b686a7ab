// Bytes handed over by a script: it keeps them and answers their size, then they are fetched.
#pragma once

#include <string>

namespace xueshi::bridge {

// What the last call into a script left; `size` is what that call answered.
std::string take_script_result(int size);

}  // namespace xueshi::bridge
