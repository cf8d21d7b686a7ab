#include "core/diagnostic/capability_score.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/diagnostic/item_response.h"

namespace xueshi::diagnostic {
namespace {

// The three abilities every score is asked at: the estimate and both ends of its interval.
using Shares = std::array<double, 3>;

class MeanShares {
  public:
    void add(const Shares& shares) {
        for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += shares[i];
        ++count_;
    }
    bool is_empty() const { return count_ == 0; }

    BandedScore score() const {
        BandedScore score;
        score.share = sums_[0] / count_;
        score.low = sums_[1] / count_;
        score.high = sums_[2] / count_;
        score.band = band_of(score.share);
        score.is_sure = band_of(score.low) == band_of(score.high);
        return score;
    }

  private:
    Shares sums_ = {};
    int count_ = 0;
};

struct IndicatorMean {
    std::string code;
    Dimension dimension = Dimension::Literacy;
    MeanShares shares = {};
};

MeanShares& mean_of(std::vector<IndicatorMean>& means,
                    const std::string& code,
                    Dimension dimension) {
    const auto found = std::find_if(
        means.begin(), means.end(), [&](const IndicatorMean& each) { return each.code == code; });
    if (found != means.end()) return found->shares;
    means.push_back({code, dimension, {}});
    return means.back().shares;
}

}  // namespace

Band band_of(double share) {
    if (share <= kToImproveUpTo) return Band::ToImprove;
    return share >= kExcellentFrom ? Band::Excellent : Band::Qualified;
}

double expected_share(const Item& item, double theta) {
    double credit = 0;
    for (int response = 1; response <= item.highest_response(); ++response) {
        credit += response * probability(item, response, theta);
    }
    return credit / item.highest_response();
}

CapabilityScore score_capability(const CapabilityBank& bank, const Estimate& estimate) {
    const double half = kIntervalWidth * estimate.standard_error;
    const Shares abilities = {estimate.theta, estimate.theta - half, estimate.theta + half};
    std::array<MeanShares, kAllDimensions.size()> dimensions;
    std::vector<IndicatorMean> indicators;
    for (std::size_t i = 0; i < bank.contents.size(); ++i) {
        const ItemContent& content = bank.contents[i];
        Shares shares = {};
        for (std::size_t k = 0; k < shares.size(); ++k) {
            shares[k] = expected_share(bank.measured.items[i], abilities[k]);
        }
        dimensions[static_cast<std::size_t>(content.dimension)].add(shares);
        for (const std::string& code : content.indicators) {
            mean_of(indicators, code, content.dimension).add(shares);
        }
    }
    CapabilityScore score;
    score.level = bank.level;
    score.estimate = estimate;
    for (const Dimension dimension : kAllDimensions) {
        const MeanShares& shares = dimensions[static_cast<std::size_t>(dimension)];
        if (!shares.is_empty()) score.dimensions.push_back({dimension, shares.score()});
    }
    for (const IndicatorMean& mean : indicators) {
        score.indicators.push_back({mean.code, mean.dimension, mean.shares.score()});
    }
    return score;
}

}  // namespace xueshi::diagnostic
