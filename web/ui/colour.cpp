#include "web/ui/colour.h"

#include <cmath>

namespace xueshi::ui {

double relative_luminance(Colour colour) {
    const auto linear = [&](int shift) {
        const double value = static_cast<double>((colour >> shift) & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double contrast_ratio(Colour one, Colour other) {
    const double a = relative_luminance(one) + 0.05;
    const double b = relative_luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

}  // namespace xueshi::ui
