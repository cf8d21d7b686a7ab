// The exponential and the logarithm, whose every bit is the same on every host.
//
// The C libraries of two hosts differ in the last bit of exp and log, and one bit decides which of
// two items is drawn. These are sums, products and quotients of doubles in a fixed order, each
// rounded as IEEE 754 says and none fused, so that a server can score a test anew exactly as a
// device did. sqrt needs no such care: IEEE 754 defines its every bit.
//
// Pure. Within one unit in the last place of the true value, subnormal results within one of
// theirs.
#pragma once

namespace xueshi {

// e^x. Infinity above 709.78…, 0 below -745.13…, NaN for NaN.
double portable_exp(double x);

// The natural logarithm. -infinity for 0, NaN below 0 and for NaN, infinity for infinity.
double portable_log(double x);

// ln(1 + x) for x from 0, exact to its own last places where x is tiny.
double portable_log1p(double x);

// 1 - e^-x for x from 0, exact to its own last places where x is tiny.
double portable_one_minus_exp(double x);

}  // namespace xueshi
