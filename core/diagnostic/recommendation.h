// Which course themes a teacher's scores ask for, and why (R14, R16; domain.md 3.2).
//
// An indicator's gap is what its score lacks to 优秀; a theme's is the mean over those of its
// indicators that were measured. The required themes come first, as configured; then the themes
// with the largest gaps, until the programme's hours are full. Pure and deterministic: gaps are
// compared exactly, equal ones stay in the framework's order.
//
// A better score of an indicator never adds a theme that answers that indicator alone.
#pragma once

#include <string>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/catalogue/course_run.h"
#include "core/diagnostic/capability_framework.h"
#include "core/diagnostic/capability_score.h"

namespace xueshi::diagnostic {

// What a programme and a school settle. Which themes are required is not in the notice (R14 [D]).
struct RecommendationRules {
    DeciHours least_hours = whole_hours(50);  // required and elective together (R14)
    std::vector<std::string> required = {};   // codes of themes that everyone takes, gap or not
    std::vector<Equipment> equipment = {};    // what the teacher's school has
};

// What is missing, from 0: as estimated, and at both ends of the estimate's interval.
struct Gap {
    double size = 0;
    double least = 0;
    double most = 0;

    // Even at the upper end of the interval something is missing.
    bool is_sure() const { return least > 0; }
};

struct IndicatorGap {
    std::string code;
    Dimension dimension = Dimension::Literacy;
    Gap gap = {};
};

struct ThemeRecommendation {
    std::string theme;  // its code
    catalogue::ItPart part = catalogue::ItPart::Elective;
    DeciHours hours = {};                    // the theme's longest
    Gap gap = {};                            // 0 in a required theme that nothing asks for
    std::vector<IndicatorGap> because = {};  // the indicators with a gap, the largest first
};

struct Recommendation {
    std::vector<ThemeRecommendation> themes =
        {};  // required ones in the framework's order, then electives
    std::vector<ThemeRecommendation> further = {};  // those with a gap that the hours do not need
    DeciHours hours = {};                           // of `themes`
    DeciHours missing = {};                         // to least_hours: too few themes have a gap
};

// From the scores of one level or of both. An indicator that both levels measure has the mean of
// both scores. A theme whose equipment the school lacks is left out, required or not; so is a
// required code the framework does not have.
Recommendation recommend_themes(const CapabilityFramework& framework,
                                const std::vector<CapabilityScore>& scores,
                                const RecommendationRules& rules);

}  // namespace xueshi::diagnostic
