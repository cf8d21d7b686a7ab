#include "core/diagnostic/classical_form.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace xueshi::diagnostic {
namespace {

class CreditShares {
  public:
    void add(double share) {
        sum_ += share;
        ++count_;
    }
    bool is_empty() const { return count_ == 0; }

    BandedScore score() const {
        BandedScore score;
        score.share = sum_ / count_;
        const double count = count_ + 2;
        const double middle = (sum_ + 1) / count;
        const double half = kIntervalWidth * std::sqrt(middle * (1 - middle) / count);
        score.low = std::min(std::max(0.0, middle - half), score.share);
        score.high = std::max(std::min(1.0, middle + half), score.share);
        score.band = band_of(score.share);
        score.is_sure = band_of(score.low) == band_of(score.high);
        return score;
    }

  private:
    double sum_ = 0;
    int count_ = 0;
};

struct IndicatorCredit {
    std::string code;
    Dimension dimension = Dimension::Literacy;
    CreditShares shares = {};
};

}  // namespace

std::vector<std::size_t> classical_form(const CapabilityBank& bank, SchoolStage stage, const std::string& subject) {
    std::vector<std::size_t> form;
    std::set<std::string, std::less<>> asked;
    for (std::size_t i = 0; i < bank.contents.size(); ++i) {
        if (!is_shown_to(bank.measured.items[i], std::string(stage_name(stage)), subject)) continue;
        const std::string& indicator = bank.contents[i].indicators.front();
        if (asked.insert(indicator).second) form.push_back(i);
    }
    return form;
}

CapabilityScore score_classically(const CapabilityBank& bank, const LevelResult& result) {
    std::array<CreditShares, kAllDimensions.size()> dimensions;
    std::vector<IndicatorCredit> indicators;
    for (const LoggedResponse& logged : result.responses) {
        const auto& items = bank.measured.items;
        const auto item = std::find_if(
            items.begin(), items.end(), [&](const Item& each) { return each.id == logged.item_id; });
        if (item == items.end()) continue;
        const ItemContent& content = bank.contents[static_cast<std::size_t>(item - items.begin())];
        const double share = static_cast<double>(logged.response) / item->highest_response();
        dimensions[static_cast<std::size_t>(content.dimension)].add(share);
        indicators.push_back({content.indicators.front(), content.dimension, {}});
        indicators.back().shares.add(share);
    }
    CapabilityScore score;
    score.level = bank.level;
    score.estimate = result.estimate;
    for (const Dimension dimension : kAllDimensions) {
        const CreditShares& shares = dimensions[static_cast<std::size_t>(dimension)];
        if (!shares.is_empty()) score.dimensions.push_back({dimension, shares.score()});
    }
    for (const IndicatorCredit& credit : indicators) {
        score.indicators.push_back({credit.code, credit.dimension, credit.shares.score()});
    }
    return score;
}

}  // namespace xueshi::diagnostic
