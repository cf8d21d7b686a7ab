#include "core/base/portable_math.h"

#include <cstdint>
#include <cstring>
#include <limits>

// Built with -ffp-contract=off, as the whole core is: a fused multiply-add rounds once instead of
// twice, and only some machines have it.

namespace xueshi {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts. The first has 32 bits, so that its product with any binary exponent is exact.
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kPerLn2 = 0x1.71547652b82fep+0;
constexpr double kSqrt2 = 0x1.6a09e667f3bcdp+0;

constexpr int kExponentBias = 1023;
constexpr int kFractionBits = 52;

std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

double from_bits(std::uint64_t bits) {
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

// 2^exponent, for exponents of normal numbers.
double power_of_two(int exponent) {
    return from_bits(static_cast<std::uint64_t>(exponent + kExponentBias) << kFractionBits);
}

// value · 2^exponent for a value near 1, rounded once.
double scaled(double value, int exponent) {
    constexpr int kHighest = 1023;
    constexpr int kLowest = -1000;
    if (exponent > kHighest)
        return value * power_of_two(kHighest) * power_of_two(exponent - kHighest);
    if (exponent < kLowest) return value * power_of_two(exponent - kLowest) * power_of_two(kLowest);
    return value * power_of_two(exponent);
}

}  // namespace

double portable_exp(double x) {
    if (x != x) return x;
    if (x > 710) return kInfinity;
    if (x < -746) return 0;
    // x = k ln 2 + r with |r| at most half of ln 2; r is `high - low`, and the part lost in that
    // difference is put back below.
    const double turns = x * kPerLn2;
    const int k = static_cast<int>(turns < 0 ? turns - 0.5 : turns + 0.5);
    const double high = x - k * kLn2High;
    const double low = k * kLn2Low;
    const double r = high - low;
    // Taylor's series of (e^r - 1 - r) / r²; what follows the last term is below 2^-57 of the
    // whole.
    double tail = 1.0 / 6227020800;
    tail = tail * r + 1.0 / 479001600;
    tail = tail * r + 1.0 / 39916800;
    tail = tail * r + 1.0 / 3628800;
    tail = tail * r + 1.0 / 362880;
    tail = tail * r + 1.0 / 40320;
    tail = tail * r + 1.0 / 5040;
    tail = tail * r + 1.0 / 720;
    tail = tail * r + 1.0 / 120;
    tail = tail * r + 1.0 / 24;
    tail = tail * r + 1.0 / 6;
    tail = tail * r + 0.5;
    return scaled(1 + (high + (r * r * tail - low)), k);
}

double portable_log(double x) {
    if (x != x || x < 0) return kNotANumber;
    if (x == 0) return -kInfinity;
    if (x == kInfinity) return x;
    int k = 0;
    if (x < std::numeric_limits<double>::min()) {
        constexpr int kLift = 54;
        x *= power_of_two(kLift);
        k = -kLift;
    }
    // x = 2^k (1 + f) with 1 + f between the halved and the whole root of 2.
    const std::uint64_t bits = bits_of(x);
    constexpr std::uint64_t kFraction = (std::uint64_t{1} << kFractionBits) - 1;
    constexpr std::uint64_t kOne = static_cast<std::uint64_t>(kExponentBias) << kFractionBits;
    k += static_cast<int>(bits >> kFractionBits) - kExponentBias;
    double m = from_bits((bits & kFraction) | kOne);
    if (m > kSqrt2) {
        m *= 0.5;
        ++k;
    }
    const double f = m - 1;
    // With s = f / (2 + f): ln(1 + f) = 2 artanh(s) = 2s + s·rest = f - (f²/2 - s (f²/2 + rest)).
    const double s = f / (2 + f);
    const double z = s * s;
    double rest = 2.0 / 21;
    rest = rest * z + 2.0 / 19;
    rest = rest * z + 2.0 / 17;
    rest = rest * z + 2.0 / 15;
    rest = rest * z + 2.0 / 13;
    rest = rest * z + 2.0 / 11;
    rest = rest * z + 2.0 / 9;
    rest = rest * z + 2.0 / 7;
    rest = rest * z + 2.0 / 5;
    rest = rest * z + 2.0 / 3;
    rest = rest * z;
    const double half_square = 0.5 * f * f;
    const double correction = s * (half_square + rest) + k * kLn2Low;
    return k * kLn2High - ((half_square - correction) - f);
}

double portable_log1p(double x) {
    const double sum = 1 + x;
    if (sum == kInfinity) return sum;
    // What the sum lost, as a first-order correction.
    const double lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
    return portable_log(sum) + lost / sum;
}

double portable_one_minus_exp(double x) {
    if (!(x < 0.5)) return 1 - portable_exp(-x);
    // x (1 - x/2 (1 - x/3 (1 - …))), until a term no longer counts.
    double factor = 1;
    for (int n = 17; n >= 2; --n) factor = 1 - x / n * factor;
    return x * factor;
}

}  // namespace xueshi
