#include "core/app/theme_courses.h"

#include <algorithm>

#include "core/base/sorting.h"
#include "core/plan/fit.h"

namespace xueshi::app {

ThemeCourses::ThemeCourses(const SelectInput& input, const YearAssessment& year)
    : input_(input), year_(year), records_(input.teacher.record_list()) {}

std::vector<ThemeCourse> ThemeCourses::of(const std::string& theme) const {
    struct Found {
        ThemeCourse course;
        std::int64_t fit = 0;
    };
    std::vector<Found> found;
    const plan::PlanningSituation situation =
        situation_of(input_.teacher, input_.shared, year_.rules, records_, input_.now);
    for (const catalogue::CourseRun* run : input_.shared.catalogue.runs()) {
        if (run->theme != theme) continue;
        const bool is_held = year_.is_held(run->id);
        const bool is_chosen = year_.is_chosen(run->id);
        if (!is_held && !is_chosen && !plan::is_offerable(*run, situation)) continue;
        found.push_back({{run->id, run->title, run->hours, run->fee_fen, is_chosen, is_held},
                         plan::fit_of(*run, input_.teacher.profile.value)});
    }
    sort_values(found, [](const Found& a, const Found& b) {
        if (a.fit != b.fit) return a.fit > b.fit;
        if (a.course.hours.tenths != b.course.hours.tenths) return b.course.hours.tenths < a.course.hours.tenths;
        return a.course.fee_fen != b.course.fee_fen ? a.course.fee_fen < b.course.fee_fen
                                                    : a.course.run < b.course.run;
    });
    std::vector<ThemeCourse> courses;
    for (Found& each : found) courses.push_back(std::move(each.course));
    return courses;
}

// In the client a door of its last part (web/program_parts.txt).
[[gnu::noinline]] std::vector<CourseRunId> runs_for_themes(const SelectInput& input,
                                                           const std::vector<std::string>& themes) {
    std::vector<CourseRunId> runs;
    const std::optional<YearAssessment> year = assess_year(input);
    if (!year) return runs;
    std::vector<const catalogue::CourseRun*> taken;
    const auto take = [&](const CourseRunId& id) {
        if (const catalogue::CourseRun* run = input.shared.catalogue.find(id)) taken.push_back(run);
    };
    for (const CourseRunId& id : year->held) take(id);
    for (const CourseRunId& id : year->chosen) take(id);

    const ThemeCourses finder(input, *year);
    for (const std::string& theme : themes) {
        const bool is_there = std::any_of(taken.begin(), taken.end(), [&](const catalogue::CourseRun* run) {
            return run->theme == theme;
        });
        if (is_there) continue;
        for (const ThemeCourse& course : finder.of(theme)) {
            const catalogue::CourseRun* run = input.shared.catalogue.find(course.run);
            const bool is_in_the_way =
                std::any_of(taken.begin(), taken.end(), [&](const catalogue::CourseRun* other) {
                    return other->course_id == run->course_id || other->clashes_with(*run);
                });
            if (is_in_the_way) continue;
            taken.push_back(run);
            runs.push_back(course.run);
            break;
        }
    }
    return runs;
}

}  // namespace xueshi::app
