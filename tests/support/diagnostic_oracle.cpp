#include "tests/support/diagnostic_oracle.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/base/pcg32.h"

namespace xueshi::testing {
namespace {

using diagnostic::AdaptiveSettings;
using diagnostic::Item;
using Real = long double;

// P of a response, straight from the definition.
Real chance_of(const Item& item, std::int64_t response, Real theta) {
    const auto reaches = [&](std::int64_t k) -> Real {
        if (k == 0) return 1;
        if (k > item.highest_response()) return 0;
        const Real b = item.thresholds[static_cast<std::size_t>(k - 1)];
        const Real c = item.guessing;
        return c + (1 - c) / (1 + std::exp(-item.discrimination * (theta - b)));
    };
    return reaches(response) - reaches(response + 1);
}

// Σ P'² / P with the slopes by central differences.
Real information_of(const Item& item, Real theta) {
    const Real h = 1e-5L;
    Real sum = 0;
    for (int k = 0; k <= item.highest_response(); ++k) {
        const Real slope =
            (chance_of(item, k, theta + h) - chance_of(item, k, theta - h)) / (2 * h);
        sum += slope * slope / chance_of(item, k, theta);
    }
    return sum;
}

bool suits(const std::vector<std::string>& limits, const std::optional<std::string>& who) {
    if (!who || limits.empty()) return true;
    const std::set<std::string> names(limits.begin(), limits.end());
    return names.count("any") + names.count(*who) > 0;
}

struct Moments {
    Real mean = 0;
    Real sd = 0;
};

class Oracle {
  public:
    explicit Oracle(const DiagnosticCase& asked) : asked_(asked), generator_(seed_of(asked)) {}

    std::string compare(const diagnostic::AdaptiveRun& run) {
        Real theta = settings().start_theta;
        for (std::size_t n = 0; n < run.steps.size(); ++n) {
            const diagnostic::Step& step = run.steps[n];
            const std::string at = "step " + std::to_string(n) + ": ";
            if (n > 0 && !reason_after(n).empty())
                return at + "should have stopped for " + reason_after(n);
            const auto ranked = ranking(theta);
            if (ranked.empty()) return at + "there is nothing to draw";
            const std::string trouble = drawn_wrongly(ranked, step.drawn);
            if (!trouble.empty()) return at + trouble;
            used_.push_back(step.drawn.item);
            if (step.response != response_of(step.drawn.item)) return at + "another response";
            const Moments now = moments();
            if (std::fabs(now.mean - step.estimate.theta) > 1e-11L) return at + "another theta";
            if (std::fabs(now.sd - step.estimate.standard_error) > 1e-11L)
                return at + "another standard error";
            theta = step.estimate.theta;
        }
        if (run.next || !run.stopped) return "not at its end";
        const std::string expected = run.steps.empty() ? "" : reason_after(run.steps.size());
        const std::string stated(diagnostic::stop_reason_name(*run.stopped));
        if (!expected.empty())
            return stated == expected ? "" : "stopped for " + stated + ", not " + expected;
        if (!ranking(theta).empty()) return "stopped with items left";
        return stated == "bank_empty" ? "" : "stopped for " + stated;
    }

  private:
    using Ranked = std::pair<Real, std::size_t>;

    const AdaptiveSettings& settings() const { return asked_.settings; }
    const std::vector<Item>& items() const { return asked_.bank.items; }
    static std::uint64_t seed_of(const DiagnosticCase& asked) {
        return asked.settings.randomesque ? asked.settings.randomesque->seed : 0;
    }
    std::int64_t response_of(std::size_t item) const {
        return asked_.responses.find(items()[item].id)->second;
    }

    bool is_left(std::size_t i) const {
        return suits(items()[i].stages, settings().stage) &&
               suits(items()[i].subjects, settings().subject) &&
               std::find(used_.begin(), used_.end(), i) == used_.end();
    }

    // Domains in the order they are wanted; the first with an item left is the one.
    std::optional<std::string> wanted_domain() const {
        std::vector<std::pair<double, std::string>> wanted;
        for (const auto& [domain, share] : settings().content) {
            double count = 0;
            for (const std::size_t i : used_) count += items()[i].domain == domain ? 1 : 0;
            const double steps = static_cast<double>(used_.size());
            wanted.emplace_back(-(share - (used_.empty() ? 0 : count / steps)), domain);
        }
        std::sort(wanted.begin(), wanted.end());
        for (const auto& [order, domain] : wanted) {
            for (std::size_t i = 0; i < items().size(); ++i) {
                if (is_left(i) && items()[i].domain == domain) return domain;
            }
        }
        return std::nullopt;
    }

    // What may be drawn, the most informative first.
    std::vector<Ranked> ranking(Real theta) const {
        std::vector<Ranked> ranked;
        const bool has_targets = !settings().content.empty();
        const auto domain = has_targets ? wanted_domain() : std::nullopt;
        if (has_targets && !domain) return ranked;
        for (std::size_t i = 0; i < items().size(); ++i) {
            if (!is_left(i) || (domain && items()[i].domain != *domain)) continue;
            ranked.emplace_back(information_of(items()[i], theta), i);
        }
        std::sort(ranked.begin(), ranked.end(), [&](const Ranked& x, const Ranked& y) {
            return x.first != y.first ? x.first > y.first
                                      : items()[x.second].id < items()[y.second].id;
        });
        return ranked;
    }

    std::string drawn_wrongly(const std::vector<Ranked>& ranked,
                              const diagnostic::DrawnItem& drawn) {
        std::size_t place = 0;
        if (settings().randomesque) {
            const auto count = static_cast<std::int64_t>(ranked.size());
            place = generator_.draw_below(
                static_cast<std::uint32_t>(std::min(count, settings().randomesque->among)));
        }
        const auto found = std::find_if(ranked.begin(), ranked.end(), [&](const Ranked& each) {
            return each.second == drawn.item;
        });
        if (found == ranked.end()) return items()[drawn.item].id + " could not be drawn";
        if (std::fabs(found->first - drawn.information) > 1e-8L) return "another information";
        const bool is_expected = ranked[place].second == drawn.item;
        const bool is_close = std::fabs(ranked[place].first - found->first) < 1e-8L;
        return is_expected || is_close
                   ? ""
                   : items()[ranked[place].second].id + " should have been drawn";
    }

    Moments moments() const {
        const auto& [from, to, points] = settings().quadrature;
        std::vector<std::pair<Real, Real>> density_at;
        Real total = 0;
        Real first = 0;
        for (int i = 0; i < points; ++i) {
            const Real theta = from + (static_cast<Real>(to) - from) * i / (points - 1);
            const Real z = (theta - settings().prior.mean) / settings().prior.sd;
            Real density = std::exp(-z * z / 2) * (i == 0 || i == points - 1 ? 0.5L : 1.0L);
            for (const std::size_t item : used_)
                density *= chance_of(items()[item], response_of(item), theta);
            density_at.emplace_back(theta, density);
            total += density;
            first += density * theta;
        }
        const Real mean = first / total;
        Real spread = 0;
        for (const auto& [theta, density] : density_at)
            spread += density * (theta - mean) * (theta - mean);
        return {mean, std::sqrt(spread / total)};
    }

    // Empty when the run goes on after n responses, as far as the rules before bank_empty say.
    std::string reason_after(std::size_t n) const {
        const auto done = static_cast<std::int64_t>(n);
        if (done == settings().stop.max_items) return "max_items";
        const bool is_asked =
            settings().stop.standard_error != 0 && done >= settings().stop.min_items;
        return is_asked && moments().sd <= settings().stop.standard_error ? "standard_error" : "";
    }

    const DiagnosticCase& asked_;
    Pcg32 generator_;
    std::vector<std::size_t> used_;
};

}  // namespace

std::string disagreement(const DiagnosticCase& asked, const diagnostic::AdaptiveRun& run) {
    return Oracle(asked).compare(run);
}

}  // namespace xueshi::testing
