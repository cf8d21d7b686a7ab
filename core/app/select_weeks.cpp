#include "core/app/select_weeks.h"

#include <algorithm>
#include <functional>
#include <set>

#include "core/app/select_home.h"
#include "core/base/sorting.h"

namespace xueshi::app {
namespace {

using catalogue::CourseRun;

constexpr int kDaysOfWeek = 7;
constexpr int kMostWeeks = 20;

CivilDate monday_of(CivilDate date) { return {date.days - date.weekday()}; }

// From the week of today (or of the term, when that is past) to the term's last week.
void set_axis(WeeksProjection& weeks,
              const SelectInput& input,
              const YearAssessment& year,
              std::span<const CourseRun* const> runs) {
    const CivilDate today = date_of(input.now);
    CivilDate from = today;
    CivilDate to = today;
    if (!year.rules.phases.empty()) {
        const rules::PhasePack& phase = year.rules.phases.front();
        weeks.term_from = phase.term_from;
        weeks.term_to = phase.term_to;
        from = today <= phase.term_to ? std::min(today, phase.term_from) : phase.term_from;
        to = phase.term_to;
    } else if (runs.empty()) {
        return;
    }
    for (const CourseRun* run : runs) {
        for (const catalogue::Session& session : run->sessions)
            to = std::max(to, session.ends.date());
    }
    weeks.first_day = monday_of(from);
    const int last_week = (to.days - weeks.first_day.days) / kDaysOfWeek + 1;
    weeks.day_count = std::clamp(last_week, 1, kMostWeeks) * kDaysOfWeek;
    const auto place = [&](int days) {
        return std::clamp(days - weeks.first_day.days, 0, weeks.day_count);
    };
    if (!year.rules.phases.empty()) {
        weeks.term_begin = place(weeks.term_from.days);
        weeks.term_end = place(weeks.term_to.days + 1);
    }
    const int today_place = today.days - weeks.first_day.days;
    weeks.today = today_place >= 0 && today_place < weeks.day_count ? today_place : -1;
}

void add_bar(WeeksProjection& weeks, const CourseRun& run) {
    const int begin = std::max(run.opens.days - weeks.first_day.days, 0);
    const int end = std::min(run.closes.days + 1 - weeks.first_day.days, weeks.day_count);
    if (begin >= end) return;
    const PlanGroupKind group = group_of(catalogue::kind_of(run));
    const auto same = std::find_if(weeks.bars.begin(), weeks.bars.end(), [&](const WeekBar& bar) {
        return bar.group == group && bar.begin_day == begin && bar.end_day == end;
    });
    if (same != weeks.bars.end()) {
        ++same->count;
        same->hours += run.hours;
        return;
    }
    weeks.bars.push_back({begin, end, group, run.title, 1, run.hours, 0});
}

// The days of a run's sessions within the axis, each once.
std::vector<int> session_days(const WeeksProjection& weeks, const CourseRun& run) {
    std::vector<int> days;
    for (const catalogue::Session& session : run.sessions) {
        const int day = session.begins.date().days - weeks.first_day.days;
        if (day >= 0 && day < weeks.day_count) days.push_back(day);
    }
    sort_values(days, std::less<>());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

// Lanes from the top, each with the day from which it is free.
class Lanes {
  public:
    // The first lane at `from` or below that is free on `begin`; a new one when there is none.
    int take(std::size_t from, int begin, int end) {
        for (std::size_t lane = from; lane < free_from_.size(); ++lane) {
            if (free_from_[lane] > begin) continue;
            free_from_[lane] = end;
            return static_cast<int>(lane);
        }
        free_from_.push_back(end);
        return static_cast<int>(free_from_.size() - 1);
    }
    std::size_t count() const { return free_from_.size(); }

  private:
    std::vector<int> free_from_;
};

// Bars first, in the order of their groups; below them one row of blocks for each run, joined where
// they leave each other room.
void place_bars(WeeksProjection& weeks, Lanes& lanes) {
    sort_values(weeks.bars, [](const WeekBar& a, const WeekBar& b) {
        return a.group != b.group ? a.group < b.group : a.begin_day < b.begin_day;
    });
    for (WeekBar& bar : weeks.bars) bar.lane = lanes.take(0, bar.begin_day, bar.end_day);
}

void place_blocks(WeeksProjection& weeks,
                  Lanes& lanes,
                  std::span<const CourseRun* const> runs,
                  const std::set<CourseRunId>& clashing) {
    constexpr int kNameDays = 28;  // a name beside the last block takes about as long
    const std::size_t below_bars = lanes.count();
    for (const CourseRun* run : runs) {
        const std::vector<int> days = session_days(weeks, *run);
        if (days.empty()) continue;
        const int lane = lanes.take(below_bars, days.front(), days.back() + kNameDays);
        for (const int day : days) {
            const bool is_last = day == days.back();
            weeks.blocks.push_back(
                {day, is_last ? run->title : std::string(), clashing.contains(run->id), lane});
        }
    }
}

}  // namespace

PlanGroupKind group_of(catalogue::CourseKind kind) {
    switch (kind) {
        case catalogue::CourseKind::Public:
            return PlanGroupKind::Public;
        case catalogue::CourseKind::Professional:
            return PlanGroupKind::Professional;
        case catalogue::CourseKind::ItRequired:
        case catalogue::CourseKind::ItElective:
            return PlanGroupKind::ItProgramme;
        case catalogue::CourseKind::Elective:
            return PlanGroupKind::Elective;
    }
    return PlanGroupKind::Elective;
}

WeeksProjection select_weeks(const SelectInput& input,
                             const YearAssessment& year,
                             std::span<const CourseRun* const> runs) {
    WeeksProjection weeks;
    set_axis(weeks, input, year, runs);
    if (weeks.day_count == 0) return weeks;

    std::set<CourseRunId> clashing;
    for (const plan::RunClash& clash : year.assessment.clashes) {
        clashing.insert(clash.first);
        clashing.insert(clash.second);
    }
    for (const CourseRun* run : runs) {
        if (run->sessions.empty()) add_bar(weeks, *run);
    }
    Lanes lanes;
    place_bars(weeks, lanes);
    place_blocks(weeks, lanes, runs, clashing);
    weeks.lane_count = static_cast<int>(std::max<std::size_t>(lanes.count(), 1));

    for (const MilestoneRow& row : milestone_rows(input)) {
        const int day = row.date.days - weeks.first_day.days;
        if (day < 0 || day >= weeks.day_count) continue;
        weeks.milestones.push_back({day, row.title, row.is_deadline});
    }
    return weeks;
}

}  // namespace xueshi::app
