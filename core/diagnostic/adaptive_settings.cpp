#include "core/diagnostic/adaptive_settings.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace xueshi::diagnostic {
namespace {

struct Trouble {
    std::string field;  // empty: none
    std::string_view sentence = {};
};

bool is_real(double value) { return std::fabs(value) <= kLargestReal; }

Trouble trouble_with_numbers(const AdaptiveSettings& settings) {
    const Prior& prior = settings.prior;
    const Quadrature& quadrature = settings.quadrature;
    const StopRules& stop = settings.stop;
    if (!is_real(prior.mean)) return {"prior.mean", "out of range"};
    if (!(prior.sd >= kSmallestScale && prior.sd <= kLargestReal))
        return {"prior.sd", "expected a number above 0"};
    if (!is_real(quadrature.from)) return {"quadrature.from", "out of range"};
    if (!is_real(quadrature.to)) return {"quadrature.to", "out of range"};
    if (!(quadrature.from < quadrature.to))
        return {"quadrature.to", "expected a number above quadrature.from"};
    if (quadrature.points < kFewestPoints || quadrature.points > kMostPoints) {
        return {"quadrature.points", "expected a whole number from 2 to 100001"};
    }
    if (!is_real(settings.start_theta)) return {"start.theta", "out of range"};
    if (settings.randomesque && settings.randomesque->among < 1) {
        return {"select.among", "expected a whole number from 1"};
    }
    if (!(stop.standard_error >= 0 && stop.standard_error <= kLargestReal)) {
        return {"stop.standard_error", "expected a number from 0"};
    }
    if (stop.max_items < 1) return {"stop.max_items", "expected a whole number from 1"};
    if (stop.min_items < 0) return {"stop.min_items", "expected a whole number from 0"};
    return {};
}

Trouble trouble_with_content(const std::vector<ContentTarget>& content, const ItemBank& bank) {
    for (std::size_t i = 0; i < content.size(); ++i) {
        const ContentTarget& target = content[i];
        const auto is_same = [&](const ContentTarget& other) {
            return other.domain == target.domain;
        };
        const auto is_of_it = [&](const Item& item) { return item.domain == target.domain; };
        if (!(target.share >= 0 && target.share <= 1)) {
            return {"content." + target.domain, "expected a share from 0 to 1"};
        }
        const auto before = content.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(content.begin(), before, is_same))
            return {"content." + target.domain, "given twice"};
        if (std::none_of(bank.items.begin(), bank.items.end(), is_of_it)) {
            return {"content." + target.domain, "no item has this domain"};
        }
    }
    return {};
}

}  // namespace

Outcome validate(const AdaptiveSettings& settings, const ItemBank& bank) {
    Trouble trouble = trouble_with_numbers(settings);
    if (trouble.field.empty()) trouble = trouble_with_content(settings.content, bank);
    if (trouble.field.empty()) return Done{};
    return make_error(kOutOfRange, std::move(trouble.field), std::string(trouble.sentence));
}

}  // namespace xueshi::diagnostic
