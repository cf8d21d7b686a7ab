#include "core/catalogue/course_filter.h"

#include <algorithm>

namespace xueshi::catalogue {
namespace {

template <class T>
bool is_any_of(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

}  // namespace

CourseKind kind_of(const CourseRun& run) {
    switch (run.it_part) {
        case ItPart::Required:
            return CourseKind::ItRequired;
        case ItPart::Elective:
            return CourseKind::ItElective;
        case ItPart::None:
            break;
    }
    switch (run.category) {
        case HourCategory::Public:
            return CourseKind::Public;
        case HourCategory::Professional:
            return CourseKind::Professional;
        case HourCategory::Elective:
            return CourseKind::Elective;
    }
    return CourseKind::Professional;
}

bool DateRange::contains(CivilDate date) const {
    return (!from || *from <= date) && (!to || date <= *to);
}

bool FeeRange::contains(std::int64_t fee_fen) const {
    return (!min_fen || *min_fen <= fee_fen) && (!max_fen || fee_fen <= *max_fen);
}

bool CourseFilter::accepts(const CourseRun& run) const {
    if (stage && !is_any_of(run.stages, *stage)) return false;
    if (!subject.empty() && !is_any_of(run.subjects, subject)) return false;
    if (!is_any_of(kinds, kind_of(run)) || !is_any_of(themes, run.theme)) return false;
    if (!is_any_of(deliveries, run.delivery) || !is_any_of(admissions, run.admission)) return false;
    return fee.contains(run.fee_fen) && (begins.is_open() || begins.contains(first_day_of(run)));
}

std::size_t CourseFilter::active_count() const {
    const auto one_if = [](bool is_set) { return static_cast<std::size_t>(is_set ? 1 : 0); };
    return one_if(stage.has_value()) + one_if(!subject.empty()) + one_if(!kinds.empty()) +
           one_if(!themes.empty()) + one_if(!deliveries.empty()) + one_if(!admissions.empty()) +
           one_if(!begins.is_open()) + one_if(!fee.is_open());
}

CivilDate first_day_of(const CourseRun& run) {
    if (run.sessions.empty()) return run.opens;
    const auto first = std::min_element(
        run.sessions.begin(), run.sessions.end(), [](const Session& a, const Session& b) {
            return a.begins < b.begins;
        });
    return first->begins.date();
}

}  // namespace xueshi::catalogue
