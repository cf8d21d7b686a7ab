#include "core/codec/real_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace xueshi::codec {
namespace {

constexpr int kDigits = 17;
constexpr int kFractionBits = 52;

// A natural number of any size, in limbs of nine decimal digits, the lowest first.
class Natural {
  public:
    explicit Natural(std::uint64_t value) {
        for (; value > 0; value /= kLimb)
            limbs_.push_back(static_cast<std::uint32_t>(value % kLimb));
    }

    void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::uint32_t& limb : limbs_) {
            carry += std::uint64_t{limb} * factor;
            limb = static_cast<std::uint32_t>(carry % kLimb);
            carry /= kLimb;
        }
        if (carry > 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
    }

    std::string digits() const {
        std::string text;
        for (std::size_t i = limbs_.size(); i-- > 0;) {
            std::string limb = std::to_string(limbs_[i]);
            if (!text.empty()) limb.insert(0, kLimbDigits - limb.size(), '0');
            text += limb;
        }
        return text;
    }

  private:
    static constexpr std::uint32_t kLimb = 1'000'000'000;
    static constexpr std::size_t kLimbDigits = 9;

    std::vector<std::uint32_t> limbs_;
};

// Rounds "ddd…" to kDigits digits, half to even. True when that carried into a digit more: all
// nines became a one and zeros.
bool round_digits(std::string& digits) {
    if (digits.size() <= kDigits) {
        digits.resize(kDigits, '0');
        return false;
    }
    const char next = digits[kDigits];
    const bool is_beyond = digits.find_first_not_of('0', kDigits + 1) != std::string::npos;
    digits.resize(kDigits);
    const bool is_odd = (digits.back() - '0') % 2 == 1;
    if (next < '5' || (next == '5' && !is_beyond && !is_odd)) return false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return false;
        }
        *digit = '0';
    }
    digits.front() = '1';
    return true;
}

std::string with_exponent(std::string digits, int exponent) {
    const std::string size = std::to_string(exponent < 0 ? -exponent : exponent);
    digits.insert(1, ".");
    digits += exponent < 0 ? "e-" : "e+";
    if (size.size() < 2) digits += '0';
    return digits + size;
}

}  // namespace

std::string format_real(double value) {
    if (value == 0) return "0." + std::string(kDigits - 1, '0');
    // value = whole · 2^binary, and 2^-n = 5^n / 10^n.
    int binary = 0;
    const double fraction = std::frexp(std::fabs(value), &binary);
    const auto whole = static_cast<std::uint64_t>(std::ldexp(fraction, kFractionBits + 1));
    binary -= kFractionBits + 1;
    Natural number(whole);
    for (int i = 0; i < binary; ++i) number.multiply(2);
    for (int i = 0; i > binary; --i) number.multiply(5);

    std::string digits = number.digits();
    int exponent = static_cast<int>(digits.size()) - 1 + std::min(binary, 0);
    if (round_digits(digits)) ++exponent;
    const std::string sign = value < 0 ? "-" : "";
    constexpr int kLowestPlain = -5;
    if (exponent < kLowestPlain || exponent >= kDigits)
        return sign + with_exponent(digits, exponent);
    if (exponent < 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    if (exponent < kDigits - 1) digits.insert(static_cast<std::size_t>(exponent) + 1, ".");
    return sign + digits;
}

// The C libraries of both hosts round correctly here, unlike in exp and log, and the programs never
// leave the "C" locale.
double parse_real(const std::string& number) { return std::strtod(number.c_str(), nullptr); }

}  // namespace xueshi::codec
