// The plan on a calendar of whole weeks: runs at one's own pace as bars, sessions as blocks, the
// term, dates.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/app/select_input.h"
#include "core/catalogue/course_filter.h"

namespace xueshi::app {

// The parts a plan is read in; the IT programme is a part of the professional hours (R14).
enum class PlanGroupKind : std::uint8_t { Public, ItProgramme, Professional, Elective };
PlanGroupKind group_of(catalogue::CourseKind kind);

// Days are counted from `first_day`; ends are exclusive.
struct WeekBar {
    int begin_day = 0;
    int end_day = 0;
    PlanGroupKind group = PlanGroupKind::Professional;
    std::string title;      // of the first run
    std::size_t count = 0;  // runs of one group with the same days share a bar
    DeciHours hours;
    int lane = 0;
};

struct WeekBlock {
    int day = 0;
    std::string title;  // on the last session of a run only, so that names do not cover blocks
    bool clashes = false;
    int lane = 0;
};

struct WeekMilestone {
    int day = 0;
    LocalizedText title;
    bool is_deadline = false;
};

struct WeeksProjection {
    CivilDate first_day;  // a Monday
    int day_count = 0;    // whole weeks; 0: nothing to show
    int term_begin = 0;   // of the year's first phase; equal ends: none
    int term_end = 0;
    CivilDate term_from;
    CivilDate term_to;
    int today = -1;  // -1: outside
    int lane_count = 0;
    std::vector<WeekBar> bars;
    std::vector<WeekBlock> blocks;
    std::vector<WeekMilestone> milestones;
};

// `runs` are those held and planned, without repeated ones.
WeeksProjection select_weeks(const SelectInput& input,
                             const YearAssessment& year,
                             std::span<const catalogue::CourseRun* const> runs);

}  // namespace xueshi::app
