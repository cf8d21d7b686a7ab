// Which courses teach a theme of the capability framework, for this teacher and now; and which of them a plan is to
// hold so that every theme wanted is in it (R14, R16).
#pragma once

#include <string>
#include <vector>

#include "core/app/select_input.h"

namespace xueshi::app {

struct ThemeCourse {
    CourseRunId run;
    std::string title;
    DeciHours hours;
    std::int64_t fee_fen = 0;
    bool is_in_plan = false;  // of the edited draft
    bool is_held = false;
};

// The references of the input must outlive it.
class ThemeCourses {
  public:
    ThemeCourses(const SelectInput& input, const YearAssessment& year);

    // Those the teacher may choose, has chosen or holds. What suits best first: made for the own subject and stage, then
    // longer, then cheaper.
    std::vector<ThemeCourse> of(const std::string& theme) const;

  private:
    const SelectInput& input_;
    const YearAssessment& year_;
    std::vector<ledger::HourRecord> records_;
};

// For each theme of which nothing is held or in the edited draft the course that suits best and is not in the way of
// those before, of what is held and of the draft. Nothing for a theme without one.
std::vector<CourseRunId> runs_for_themes(const SelectInput& input, const std::vector<std::string>& themes);

}  // namespace xueshi::app
