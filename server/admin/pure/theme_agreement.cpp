#include "server/admin/pure/theme_agreement.h"

#include <cstddef>

#include "core/diagnostic/capability_score.h"
#include "core/diagnostic/recommendation.h"

namespace xueshi::admin {
namespace {

using diagnostic::Equipment;
using diagnostic::Estimate;

double share_of(int part, int whole) { return whole == 0 ? 1 : static_cast<double>(part) / whole; }

}  // namespace

ThemeAgreement::ThemeAgreement(const diagnostic::CapabilityBank& bank,
                               const diagnostic::CapabilityFramework& framework)
    : bank_(bank), framework_(framework) {
    const diagnostic::Quadrature quadrature;
    for (const diagnostic::Item& item : bank.measured.items) {
        auto& of_item = added_.emplace_back();
        for (int response = 0; response <= item.highest_response(); ++response) {
            of_item.emplace_back(static_cast<std::size_t>(quadrature.points), 0.0);
            diagnostic::add_response(of_item.back(), quadrature, item, response);
        }
    }
}

void ThemeAgreement::add(const SimulatedTeacher& teacher, const diagnostic::AdaptiveRun& run) {
    const std::vector<bool> short_test = recommended_at(run.estimate);
    const std::vector<bool> whole_bank = recommended_at(whole_bank_estimate(teacher));
    int both = 0;
    int either = 0;
    int whole = 0;
    for (std::size_t i = 0; i < short_test.size(); ++i) {
        if (short_test[i] && whole_bank[i]) ++both;
        if (short_test[i] || whole_bank[i]) ++either;
        if (whole_bank[i]) ++whole;
    }
    shared_ += share_of(both, either);
    found_ += share_of(both, whole);
    ++teachers_;
}

double ThemeAgreement::mean_of(double sum) const {
    return teachers_ == 0 ? 0 : sum / static_cast<double>(teachers_);
}

Estimate ThemeAgreement::whole_bank_estimate(const SimulatedTeacher& teacher) const {
    const diagnostic::Quadrature quadrature;
    std::vector<double> belief = diagnostic::log_prior({}, quadrature);
    for (std::size_t i = 0; i < bank_.measured.items.size(); ++i) {
        const diagnostic::Item& item = bank_.measured.items[i];
        if (!diagnostic::is_shown_to(item, teacher.stage, teacher.subject)) continue;
        const auto& added = added_[i][static_cast<std::size_t>(teacher.responses[i])];
        for (std::size_t k = 0; k < belief.size(); ++k) belief[k] += added[k];
    }
    return diagnostic::expected_ability(belief, quadrature);
}

std::vector<bool> ThemeAgreement::recommended_at(const Estimate& estimate) const {
    diagnostic::RecommendationRules rules;
    rules.equipment = {Equipment::Interactive, Equipment::Network, Equipment::Mobile};
    const auto recommendation = diagnostic::recommend_themes(
        framework_, {diagnostic::score_capability(bank_, estimate)}, rules);
    std::vector<bool> is_recommended(framework_.themes.size());
    for (const auto& each : recommendation.themes) {
        const auto* theme = diagnostic::find_theme(framework_, each.theme);
        is_recommended[static_cast<std::size_t>(theme - framework_.themes.data())] = true;
    }
    return is_recommended;
}

}  // namespace xueshi::admin
