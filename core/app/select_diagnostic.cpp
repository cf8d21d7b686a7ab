#include "core/app/select_diagnostic.h"

#include <algorithm>
#include <numeric>

#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using diagnostic::BandedScore;
using diagnostic::CapabilityBank;
using diagnostic::CapabilityLevel;
using diagnostic::CapabilityScore;
using diagnostic::CapabilityShelf;
using diagnostic::Dimension;

LocalizedText dimension_text(const CapabilityShelf& shelf, Dimension dimension) {
    for (const diagnostic::FrameworkDimension& each : shelf.framework.dimensions) {
        if (each.dimension == dimension) return each.name;
    }
    return {};
}

QuestionView question_of(const CapabilityShelf& shelf, const CapabilityBank& bank, const diagnostic::AskedItem& asked) {
    const diagnostic::ItemContent& content = bank.contents[asked.item];
    QuestionView question;
    question.item_id = bank.measured.items[asked.item].id;
    question.level = asked.level;
    question.dimension = dimension_text(shelf, content.dimension);
    question.text = content.text;
    for (const diagnostic::ItemOption& option : content.options) {
        question.options.push_back({option.text, option.credit});
    }
    question.response = asked.response;
    return question;
}

std::optional<UnderWayView> under_way_of(const SelectInput& input) {
    const auto* entry = diagnostic::find_under_way(input.teacher.diagnostics);
    if (entry == nullptr) return std::nullopt;
    const diagnostic::DiagnosticTerms& terms = entry->second.terms.value;
    const auto progress = diagnostic::follow_diagnostic(*input.shelf, terms, entry->second.responses);
    if (!progress) return std::nullopt;
    UnderWayView view;
    view.id = entry->first;
    view.mode = terms.mode;
    view.begun_at = terms.begun_at;
    view.likely_left = progress->likely_left;
    for (const diagnostic::AskedItem& asked : progress->asked) {
        const CapabilityBank* bank = input.shelf->find_bank(asked.level, terms.bank_version);
        view.questions.push_back(question_of(*input.shelf, *bank, asked));
        view.questions.back().diagnostic_id = entry->first;
        if (asked.response) ++view.answered;
    }
    return view;
}

// A result with the scores its recommendation is made from.
struct Scored {
    ResultView view;
    std::vector<CapabilityScore> scores;
    std::vector<diagnostic::Equipment> equipment;
};

std::optional<Scored> score_of(const CapabilityShelf& shelf,
                               const DiagnosticId& id,
                               const diagnostic::Diagnostic& taken) {
    const diagnostic::DiagnosticTerms& terms = taken.terms.value;
    Scored scored;
    scored.view = {.id = id,
                   .phase_title = {},
                   .mode = terms.mode,
                   .stage = terms.stage,
                   .subject = terms.subject,
                   .begun_at = terms.begun_at,
                   .finished_at = taken.result.value.finished_at,
                   .levels = {}};
    scored.equipment = terms.equipment;
    for (const diagnostic::LevelResult& result : taken.result.value.levels) {
        const CapabilityBank* bank = shelf.find_bank(result.level, terms.bank_version);
        if (bank == nullptr) return std::nullopt;
        CapabilityScore score = diagnostic::score_level(*bank, terms.mode, result);
        LevelView level{result.level, {}, result.responses.size()};
        for (const diagnostic::DimensionScore& each : score.dimensions) {
            level.dimensions.push_back({each.dimension, dimension_text(shelf, each.dimension), each.score});
        }
        scored.view.levels.push_back(std::move(level));
        scored.scores.push_back(std::move(score));
    }
    return scored;
}

// An earlier phase's result: a share for each dimension, which stands for each of its indicators.
std::optional<Scored> earlier_score(const SelectInput& input) {
    const diagnostic::EarlierProgramme& earlier = input.teacher.earlier_programme.value;
    if (earlier.scores.empty()) return std::nullopt;
    Scored scored;
    scored.view.phase_title = earlier.phase_title;
    scored.view.has_interval = false;
    scored.equipment = earlier.equipment;
    scored.view.stage = input.teacher.profile.value.stage;
    scored.view.subject = input.teacher.profile.value.subject;
    for (const CapabilityLevel level : diagnostic::kAllLevels) {
        CapabilityScore score;
        score.level = level;
        LevelView view{level, {}, 0};
        for (const diagnostic::EarlierScore& each : earlier.scores) {
            if (each.level != level) continue;
            const double share = each.hundredths / 100.0;
            const BandedScore banded{share, share, share, diagnostic::band_of(share), true};
            view.dimensions.push_back({each.dimension, dimension_text(*input.shelf, each.dimension), banded});
            score.dimensions.push_back({each.dimension, banded});
            for (const diagnostic::Indicator& indicator : input.shelf->framework.indicators) {
                const bool is_of_level = std::find(indicator.levels.begin(), indicator.levels.end(), level) !=
                                         indicator.levels.end();
                if (is_of_level && indicator.dimension == each.dimension) {
                    score.indicators.push_back({indicator.code, each.dimension, banded});
                }
            }
        }
        if (view.dimensions.empty()) continue;
        scored.view.levels.push_back(std::move(view));
        scored.scores.push_back(std::move(score));
    }
    return scored;
}

std::vector<Scored> scored_results(const SelectInput& input) {
    std::vector<Scored> results;
    for (const auto& [id, taken] : input.teacher.diagnostics) {
        if (!taken.is_finished()) continue;
        if (auto scored = score_of(*input.shelf, id, taken)) results.push_back(*std::move(scored));
    }
    sort_values(results, [](const Scored& a, const Scored& b) { return b.view.finished_at < a.view.finished_at; });
    if (auto earlier = earlier_score(input)) results.push_back(*std::move(earlier));
    return results;
}

const rules::ItProgramme* programme_of(const rules::RulesOfYear& rules) {
    for (const rules::PhasePack& phase : rules.phases) {
        if (!phase.programme.required_themes.empty()) return &phase.programme;
    }
    return nullptr;
}

ThemeView theme_view(const SelectInput& input,
                     const ThemeCourses& finder,
                     const diagnostic::ThemeRecommendation& recommended,
                     bool is_needed) {
    const diagnostic::CapabilityFramework& framework = input.shelf->framework;
    const diagnostic::CourseTheme* theme = diagnostic::find_theme(framework, recommended.theme);
    ThemeView view;
    view.code = recommended.theme;
    if (theme != nullptr) view.name = theme->name;
    view.is_required = recommended.part == catalogue::ItPart::Required;
    view.is_recommended = is_needed;
    view.maximum_hours = recommended.hours;
    for (const diagnostic::IndicatorGap& gap : recommended.because) {
        const diagnostic::Indicator* indicator = diagnostic::find_indicator(framework, gap.code);
        view.because.push_back({indicator == nullptr ? LocalizedText{} : indicator->name, gap.gap.size, gap.gap.is_sure()});
    }
    view.courses = finder.of(view.code);
    return view;
}

void recommend(const SelectInput& input, const Scored& newest, DiagnosticProjection& projection) {
    const std::optional<YearAssessment> year = assess_year(input);
    if (!year) return;
    diagnostic::RecommendationRules rules;
    rules.equipment = newest.equipment;
    if (projection.push.minimum.tenths > 0) rules.least_hours = projection.push.minimum;
    if (const rules::ItProgramme* programme = programme_of(year->rules)) {
        rules.required = programme->required_themes;
        projection.required_source = programme->source;
    }
    const diagnostic::Recommendation recommendation =
        diagnostic::recommend_themes(input.shelf->framework, newest.scores, rules);
    const ThemeCourses finder(input, *year);
    for (const auto& theme : recommendation.themes) projection.themes.push_back(theme_view(input, finder, theme, true));
    for (const auto& theme : recommendation.further) projection.themes.push_back(theme_view(input, finder, theme, false));
    projection.programme_hours = rules.least_hours;
}

std::optional<DiagnosticAdvice> advice_of(const ResultView& newest) {
    if (newest.levels.empty() || newest.levels.front().dimensions.empty()) return std::nullopt;
    const std::vector<DimensionView>& dimensions = newest.levels.front().dimensions;
    const auto by_share = [](const DimensionView& a, const DimensionView& b) { return a.score.share < b.score.share; };
    const auto weakest = std::min_element(dimensions.begin(), dimensions.end(), by_share);
    const auto strongest = std::max_element(dimensions.begin(), dimensions.end(), by_share);
    return DiagnosticAdvice{strongest->name, weakest->name, weakest->score.is_sure, newest.levels.size() == 1};
}

}  // namespace

std::size_t ResultView::items() const {
    return std::accumulate(levels.begin(), levels.end(), std::size_t{0}, [](std::size_t sum, const LevelView& level) {
        return sum + level.items;
    });
}

DiagnosticProjection select_diagnostic(const SelectInput& input) {
    DiagnosticProjection projection;
    projection.push = diagnostic_push(input);
    projection.has_questions = input.shelf != nullptr;
    if (!projection.has_questions) return projection;
    projection.under_way = under_way_of(input);
    const std::vector<Scored> results = scored_results(input);
    for (const Scored& scored : results) projection.results.push_back(scored.view);
    if (results.empty()) return projection;
    recommend(input, results.front(), projection);
    projection.advice = advice_of(results.front().view);
    return projection;
}

}  // namespace xueshi::app
