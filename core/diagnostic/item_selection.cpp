#include "core/diagnostic/item_selection.h"

#include <algorithm>
#include <cstddef>

#include "core/diagnostic/item_response.h"

namespace xueshi::diagnostic {
namespace {

// The most informative first, ties by the smaller id.
bool is_better(const DrawnItem& a, const DrawnItem& b, const ItemBank& bank) {
    if (a.information != b.information) return a.information > b.information;
    return bank.items[a.item].id < bank.items[b.item].id;
}

double share_so_far(const AdaptiveRun& run, const ItemBank& bank, const std::string& domain) {
    if (run.steps.empty()) return 0;
    const auto drawn = std::count_if(run.steps.begin(), run.steps.end(), [&](const Step& step) {
        return bank.items[step.drawn.item].domain == domain;
    });
    return static_cast<double>(drawn) / static_cast<double>(run.steps.size());
}

bool has_open_item(const AdaptiveRun& run, const ItemBank& bank, const std::string& domain) {
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        if (run.is_open[i] && bank.items[i].domain == domain) return true;
    }
    return false;
}

// The target with the largest share outstanding among the domains that have an open item, ties by
// name. Null when no domain with a target has one.
const ContentTarget* most_wanting(const AdaptiveRun& run,
                                  const ItemBank& bank,
                                  const std::vector<ContentTarget>& content) {
    const ContentTarget* chosen = nullptr;
    double largest = 0;
    for (const ContentTarget& target : content) {
        if (!has_open_item(run, bank, target.domain)) continue;
        const double outstanding = target.share - share_so_far(run, bank, target.domain);
        const bool is_ahead = chosen == nullptr || outstanding > largest ||
                              (outstanding == largest && target.domain < chosen->domain);
        if (!is_ahead) continue;
        chosen = &target;
        largest = outstanding;
    }
    return chosen;
}

}  // namespace

std::optional<DrawnItem> draw_item(AdaptiveRun& run,
                                   const ItemBank& bank,
                                   const AdaptiveSettings& settings) {
    const ContentTarget* target = nullptr;
    if (!settings.content.empty()) {
        target = most_wanting(run, bank, settings.content);
        if (target == nullptr) return std::nullopt;
    }
    std::vector<DrawnItem> candidates;
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        if (!run.is_open[i] || (target != nullptr && bank.items[i].domain != target->domain))
            continue;
        candidates.push_back({i, information(bank.items[i], run.estimate.theta)});
    }
    if (candidates.empty()) return std::nullopt;

    const auto order = [&](const DrawnItem& a, const DrawnItem& b) {
        return is_better(a, b, bank);
    };
    if (!settings.randomesque)
        return *std::min_element(candidates.begin(), candidates.end(), order);
    const auto count = static_cast<std::int64_t>(candidates.size());
    const auto among = static_cast<std::uint32_t>(std::min(settings.randomesque->among, count));
    const auto drawn =
        candidates.begin() + static_cast<std::ptrdiff_t>(run.generator.draw_below(among));
    std::nth_element(candidates.begin(), drawn, candidates.end(), order);
    return *drawn;
}

}  // namespace xueshi::diagnostic
