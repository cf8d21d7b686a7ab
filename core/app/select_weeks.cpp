#include "core/app/select_weeks.h"

#include <algorithm>
#include <set>

#include "core/app/select_home.h"

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
        for (const catalogue::Session& session : run->sessions) to = std::max(to, session.ends.date());
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
    const catalogue::CourseKind kind = catalogue::kind_of(run);
    const auto same = std::find_if(weeks.bars.begin(), weeks.bars.end(), [&](const WeekBar& bar) {
        return bar.kind == kind && bar.begin_day == begin && bar.end_day == end;
    });
    if (same != weeks.bars.end()) {
        ++same->count;
        same->hours += run.hours;
        return;
    }
    weeks.bars.push_back({begin, end, kind, run.title, 1, run.hours, 0});
}

void add_blocks(WeeksProjection& weeks, const CourseRun& run, bool clashes) {
    for (const catalogue::Session& session : run.sessions) {
        const int day = session.begins.date().days - weeks.first_day.days;
        if (day < 0 || day >= weeks.day_count) continue;
        const bool is_second_half = !weeks.blocks.empty() && weeks.blocks.back().day == day &&
                                    weeks.blocks.back().title == run.title;
        if (!is_second_half) weeks.blocks.push_back({day, run.title, clashes, 0});
    }
}

// Bars first, each into the first lane that is free; then the blocks below them, a week apart in a lane so
// that their labels have room, clashing ones beneath each other.
void assign_lanes(WeeksProjection& weeks) {
    constexpr std::size_t kMostBlockLanes = 3;
    std::vector<int> lane_ends;
    const auto take_lane = [&lane_ends](std::size_t first, std::size_t most, int begin, int end) {
        for (std::size_t lane = first; lane < lane_ends.size(); ++lane) {
            if (lane_ends[lane] > begin) continue;
            lane_ends[lane] = end;
            return static_cast<int>(lane);
        }
        if (lane_ends.size() < most) {
            lane_ends.push_back(end);
            return static_cast<int>(lane_ends.size() - 1);
        }
        lane_ends.back() = end;
        return static_cast<int>(lane_ends.size() - 1);
    };
    std::sort(weeks.bars.begin(), weeks.bars.end(), [](const WeekBar& a, const WeekBar& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.begin_day < b.begin_day;
    });
    for (WeekBar& bar : weeks.bars) {
        bar.lane = take_lane(0, lane_ends.size() + 1, bar.begin_day, bar.end_day);
    }
    const std::size_t first_block_lane = lane_ends.size();
    std::sort(weeks.blocks.begin(), weeks.blocks.end(), [](const WeekBlock& a, const WeekBlock& b) {
        return a.day != b.day ? a.day < b.day : a.title < b.title;
    });
    constexpr int kLabelDays = 14;
    for (WeekBlock& block : weeks.blocks) {
        block.lane = take_lane(
            first_block_lane, first_block_lane + kMostBlockLanes, block.day, block.day + kLabelDays);
    }
    weeks.lane_count = static_cast<int>(std::max<std::size_t>(lane_ends.size(), 1));
}

}  // namespace

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
        add_blocks(weeks, *run, clashing.contains(run->id));
    }
    assign_lanes(weeks);

    for (const MilestoneRow& row : milestone_rows(input)) {
        const int day = row.date.days - weeks.first_day.days;
        if (day < 0 || day >= weeks.day_count) continue;
        weeks.milestones.push_back({day, row.title, row.is_deadline});
    }
    return weeks;
}

}  // namespace xueshi::app
