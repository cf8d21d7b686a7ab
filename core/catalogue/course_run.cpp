#include "core/catalogue/course_run.h"

#include <algorithm>

namespace xueshi::catalogue {

std::vector<std::string> CourseRun::tags() const {
    switch (it_part) {
        case ItPart::None: return {};
        case ItPart::Required: return {"it", "it_required"};
        case ItPart::Elective: return {"it", "it_elective"};
    }
    return {};
}

bool CourseRun::is_for(SchoolStage stage, const std::string& subject) const {
    const bool stage_fits = stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end();
    const bool subject_fits =
        subjects.empty() || std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
    return stage_fits && subject_fits;
}

bool CourseRun::clashes_with(const CourseRun& other) const {
    return std::any_of(sessions.begin(), sessions.end(), [&](const Session& mine) {
        return std::any_of(other.sessions.begin(), other.sessions.end(),
                           [&](const Session& theirs) { return mine.overlaps(theirs); });
    });
}

}  // namespace xueshi::catalogue
