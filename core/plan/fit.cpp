#include "core/plan/fit.h"

namespace xueshi::plan {
namespace {

constexpr std::int64_t kForEveryone = 300;
constexpr std::int64_t kOwnStage = 150;
constexpr std::int64_t kOwnSubject = 350;
constexpr std::int64_t kRequiredPart = 100;
constexpr std::int64_t kOwnPace = 50;  // fits around any timetable

}  // namespace

std::int64_t fit_of(const catalogue::CourseRun& run, SchoolStage stage, const std::string& subject) {
    if (!run.is_for(stage, subject)) return 0;
    std::int64_t fit = kForEveryone;
    if (!run.stages.empty()) fit += kOwnStage;
    if (!run.subjects.empty()) fit += kOwnSubject;
    if (run.it_part == catalogue::ItPart::Required) fit += kRequiredPart;
    if (run.sessions.empty()) fit += kOwnPace;
    return fit;
}

}  // namespace xueshi::plan
