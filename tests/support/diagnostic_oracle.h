// What the adaptive test's contract says, computed a second time: from plain probabilities in long
// double, with every candidate sorted and every response taken from the start again at each step.
// Slow, obvious, and independent of the engine; it shares the engine's types and its generator's
// published recurrence, nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "core/diagnostic/adaptive_run.h"

namespace xueshi::testing {

struct DiagnosticCase {
    diagnostic::ItemBank bank = {};
    diagnostic::AdaptiveSettings settings = {};
    diagnostic::ResponsesById responses = {};  // of every item of the bank
};

// A random case with every model, domains, limits and rules of the contract; the same one for the
// same seed on every host.
DiagnosticCase random_diagnostic_case(std::uint64_t seed);

// Empty when the run is what the contract demands, else what differs. Where two candidates are
// closer than rounding can tell, either is taken.
std::string disagreement(const DiagnosticCase& asked, const diagnostic::AdaptiveRun& run);

}  // namespace xueshi::testing
