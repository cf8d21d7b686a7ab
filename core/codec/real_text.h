// Real numbers as JSON text and back, to the bit and the same on every host.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::codec {

// Seventeen significant digits, which name one double exactly and are the same bytes on every host:
// plain from 1e-5 to below 1e17 ("0.25000000000000000"), else with an exponent
// ("1.0000000000000000e-07"). Both zeros are "0.0000000000000000". The value must be finite.
std::string format_real(double value);

// The double nearest to a JSON number's text. Infinite when it is beyond the range of a double.
double parse_real(const std::string& number);

}  // namespace xueshi::codec
