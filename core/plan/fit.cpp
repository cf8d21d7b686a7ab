#include "core/plan/fit.h"

#include <algorithm>

namespace xueshi::plan {
namespace {

constexpr std::int64_t kForEveryone = 100;
constexpr std::int64_t kOwnStage = 150;
constexpr std::int64_t kOwnSubject = 300;
constexpr std::int64_t kRequiredPart = 100;
constexpr std::int64_t kWantedTheme = 300;
constexpr std::int64_t kOwnPace = 50;  // fits around any timetable

}  // namespace

std::int64_t fit_of(const catalogue::CourseRun& run,
                    SchoolStage stage,
                    const std::string& subject,
                    const std::vector<std::string>& wanted_themes) {
    if (!run.is_for(stage, subject)) return 0;
    std::int64_t fit = kForEveryone;
    if (!run.stages.empty()) fit += kOwnStage;
    if (!run.subjects.empty()) fit += kOwnSubject;
    if (run.it_part == catalogue::ItPart::Required) fit += kRequiredPart;
    if (std::binary_search(wanted_themes.begin(), wanted_themes.end(), run.theme)) fit += kWantedTheme;
    if (run.sessions.empty()) fit += kOwnPace;
    return fit;
}

}  // namespace xueshi::plan
