// What must hold of any bytes that somebody gives to the import as a QTI document. Used by the
// fuzzer, and on the inputs it found worth keeping.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::test {

// Empty when all is well: the bytes are refused with a code and a sentence; or they are usage data
// whose numbers are finite; or an item that is written and read back equal.
std::string trouble_with_document(std::string_view bytes);

}  // namespace xueshi::test
