// What an estimated ability means on the standard's own scale: for each dimension and indicator the
// expected true score, from 0 to 1, its interval and its band (domain.md section 4 [D]).
//
// The score is the mean, over the bank's items of the dimension or indicator, of the expected
// credit at the ability, as a share of the item's highest. It is taken over all of them, shown to
// this person or not: two teachers with one ability have one score. Each level has one ability, so
// all its scores rise and fall together; they differ by how hard the bank's items are. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic/ability_posterior.h"
#include "core/diagnostic/capability_bank.h"

namespace xueshi::diagnostic {

// The national tool's cuts (domain.md 3.3): up to the first 待提高, from the second 优秀. Nothing
// is rounded before it is compared with them.
inline constexpr double kToImproveUpTo = 0.4;
inline constexpr double kExcellentFrom = 0.8;

// Of the standard errors around an estimate that hold 95 of 100 true abilities.
inline constexpr double kIntervalWidth = 1.96;

struct BandedScore {
    double share = 0;  // 0 to 1
    // The same at the ability less and plus 1.96 standard errors.
    double low = 0;
    double high = 0;
    Band band = Band::ToImprove;
    bool is_sure = false;  // no cut lies within the interval
};

struct DimensionScore {
    Dimension dimension = Dimension::Literacy;
    BandedScore score = {};
};

struct IndicatorScore {
    std::string code;
    Dimension dimension = Dimension::Literacy;
    BandedScore score = {};
};

struct CapabilityScore {
    CapabilityLevel level = CapabilityLevel::OptimiseTeaching;
    Estimate estimate = {};
    std::vector<DimensionScore> dimensions = {};  // those the bank has items of, in their order
    std::vector<IndicatorScore> indicators = {};  // as they first stand in the bank
};

Band band_of(double share);

// The item's expected credit at the ability as a share of its highest; rises with the ability.
double expected_share(const Item& item, double theta);

CapabilityScore score_capability(const CapabilityBank& bank, const Estimate& estimate);

}  // namespace xueshi::diagnostic
