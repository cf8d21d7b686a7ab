// The classical mode: a fixed form, the same for everybody of a stage and subject, and scores that are nothing but
// shares of credit (domain.md 3.3: the structure of the national tool, with items of our own).
//
// One item for each indicator of the level, in the bank's order: the first one shown to this person. No item's
// exposure is held: whoever wants that takes the adaptive mode.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/diagnostic/capability_score.h"
#include "core/diagnostic/diagnostic.h"

namespace xueshi::diagnostic {

// Places in the bank, in the order asked.
std::vector<std::size_t> classical_form(const CapabilityBank& bank, SchoolStage stage, const std::string& subject);

// Per dimension and indicator the mean share of credit. The interval is that of a share of as many answers (Agresti and
// Coull: one success and one failure more), so it is never empty and never claims more than a few answers can tell.
// Answers to items the bank does not have are passed over.
CapabilityScore score_classically(const CapabilityBank& bank, const LevelResult& result);

}  // namespace xueshi::diagnostic
