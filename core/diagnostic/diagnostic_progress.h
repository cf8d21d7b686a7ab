// Where a teacher is in a diagnostic: what was asked so far, what is asked next, how much is left.
//
// Found by taking the test again with the answers at hand, so nothing but terms and answers need be kept. An answer
// changed on the way may lead to other items; answers to items that are then not asked are kept and count again should
// the way come back. Pure, the same bits on every host.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/diagnostic/capability_score.h"
#include "core/diagnostic/diagnostic.h"

namespace xueshi::diagnostic {

// Items of one level an adaptive test usually asks: what simulated teachers need (docs/BENCHMARKS.md).
inline constexpr int kUsualItems = 12;

struct AskedItem {
    CapabilityLevel level = CapabilityLevel::OptimiseTeaching;
    std::size_t item = 0;              // its place in the level's bank
    std::optional<int> response = {};  // none: it waits for one
};

struct DiagnosticProgress {
    std::vector<AskedItem> asked = {};      // in their order; only the last may wait
    std::vector<LevelResult> levels = {};   // of the levels whose items are all answered
    // Items still to come with the one that waits, as far as can be told; 0 when everything is answered.
    int likely_left = 0;

    bool is_complete() const { return likely_left == 0; }
};

// kBankNotAtHand when the shelf lacks a bank of the terms.
Result<DiagnosticProgress> follow_diagnostic(const CapabilityShelf& shelf,
                                             const DiagnosticTerms& terms,
                                             const Responses& responses);

// Of a finished one, with the bank it was taken with: by its mode.
CapabilityScore score_level(const CapabilityBank& bank, TestMode mode, const LevelResult& result);

}  // namespace xueshi::diagnostic
