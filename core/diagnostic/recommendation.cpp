#include "core/diagnostic/recommendation.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/sorting.h"

namespace xueshi::diagnostic {
namespace {

double missing_to_excellent(double share) { return std::max(0.0, kExcellentFrom - share); }

// None when no level measured the indicator.
std::optional<IndicatorGap> gap_of(const std::vector<CapabilityScore>& scores,
                                   const std::string& code) {
    BandedScore sum;
    IndicatorGap gap;
    int levels = 0;
    for (const CapabilityScore& score : scores) {
        for (const IndicatorScore& indicator : score.indicators) {
            if (indicator.code != code) continue;
            sum.share += indicator.score.share;
            sum.low += indicator.score.low;
            sum.high += indicator.score.high;
            gap.dimension = indicator.dimension;
            ++levels;
        }
    }
    if (levels == 0) return std::nullopt;
    gap.code = code;
    gap.gap.size = missing_to_excellent(sum.share / levels);
    gap.gap.least = missing_to_excellent(sum.high / levels);
    gap.gap.most = missing_to_excellent(sum.low / levels);
    return gap;
}

ThemeRecommendation judge_theme(const CourseTheme& theme,
                                const std::vector<CapabilityScore>& scores) {
    ThemeRecommendation judged;
    judged.theme = theme.code;
    judged.hours = theme.maximum_hours;
    int measured = 0;
    for (const std::string& code : theme.indicators) {
        auto indicator = gap_of(scores, code);
        if (!indicator) continue;
        ++measured;
        judged.gap.size += indicator->gap.size;
        judged.gap.least += indicator->gap.least;
        judged.gap.most += indicator->gap.most;
        if (indicator->gap.size > 0) judged.because.push_back(std::move(*indicator));
    }
    if (measured > 0) {
        judged.gap.size /= measured;
        judged.gap.least /= measured;
        judged.gap.most /= measured;
    }
    sort_values(judged.because, [](const IndicatorGap& a, const IndicatorGap& b) {
        return a.gap.size > b.gap.size;
    });
    return judged;
}

bool can_be_taught(const CourseTheme& theme, const std::vector<Equipment>& equipment) {
    if (theme.needs.empty()) return true;
    return std::any_of(theme.needs.begin(), theme.needs.end(), [&](Equipment need) {
        return std::find(equipment.begin(), equipment.end(), need) != equipment.end();
    });
}

}  // namespace

Recommendation recommend_themes(const CapabilityFramework& framework,
                                const std::vector<CapabilityScore>& scores,
                                const RecommendationRules& rules) {
    Recommendation recommendation;
    std::vector<ThemeRecommendation> electives;
    const auto is_required = [&](const std::string& code) {
        return std::find(rules.required.begin(), rules.required.end(), code) !=
               rules.required.end();
    };
    for (const CourseTheme& theme : framework.themes) {
        if (!can_be_taught(theme, rules.equipment)) continue;
        ThemeRecommendation judged = judge_theme(theme, scores);
        if (is_required(theme.code)) {
            judged.part = catalogue::ItPart::Required;
            recommendation.hours += judged.hours;
            recommendation.themes.push_back(std::move(judged));
        } else if (judged.gap.size > 0) {
            electives.push_back(std::move(judged));
        }
    }
    sort_values(electives, [](const ThemeRecommendation& a, const ThemeRecommendation& b) {
        return a.gap.size > b.gap.size;
    });
    for (ThemeRecommendation& elective : electives) {
        const bool is_needed = recommendation.hours < rules.least_hours;
        if (is_needed) recommendation.hours += elective.hours;
        auto& list = is_needed ? recommendation.themes : recommendation.further;
        list.push_back(std::move(elective));
    }
    recommendation.missing = missing_hours(recommendation.hours, rules.least_hours);
    return recommendation;
}

}  // namespace xueshi::diagnostic
