#include "server/sample/course_schedule.h"

#include <algorithm>
#include <array>

namespace xueshi::sample {
namespace {

using catalogue::CourseRun;
using catalogue::Session;

CivilDate date(int month, int day) { return *make_date(2017, month, day); }

// Nobody teaches on Labour Day and the Dragon Boat Festival, nor on the Saturday worked in
// exchange.
bool is_free_of_holidays(CivilDate day) {
    const bool is_labour_day = date(4, 29) <= day && day <= date(5, 1);
    const bool is_dragon_boat = date(5, 27) <= day && day <= date(5, 30);
    return !is_labour_day && !is_dragon_boat;
}

bool is_weekend(CivilDate day) { return day.weekday() >= 5; }

struct DayPart {
    int begins_at;  // minute of the day
    int ends_at;
};
constexpr DayPart kMorning = {9 * 60, 12 * 60};
constexpr DayPart kAfternoon = {14 * 60, 17 * 60};
constexpr DayPart kEvening = {19 * 60, 21 * 60};

Session session_on(CivilDate day, DayPart part) {
    const std::int64_t midnight = std::int64_t{day.days} * 1440;
    return {.begins = {midnight + part.begins_at}, .ends = {midnight + part.ends_at}};
}

// The next day from `day` on that is a weekend (or not) and no holiday.
CivilDate next_teaching_day(CivilDate day, bool on_weekend) {
    while (is_weekend(day) != on_weekend || !is_free_of_holidays(day)) ++day.days;
    return day;
}

void set_window(CourseRun& run, CivilDate opens, CivilDate closes) {
    run.opens = opens;
    run.closes = closes;
    run.phase_id = kPhaseId;
}

}  // namespace

CivilDate selection_opens() { return date(3, 8); }
CivilDate term_begins() { return date(4, 19); }
CivilDate term_ends() { return date(6, 19); }
CivilDate year_ends() { return date(12, 31); }

void schedule_all_year(CourseRun& run) {
    run.opens = selection_opens();
    run.closes = year_ends();
    run.phase_id.clear();
}

void schedule_whole_term(CourseRun& run) { set_window(run, term_begins(), term_ends()); }

void schedule_own_pace(CourseRun& run, SampleRandom& random) {
    const std::array<std::pair<CivilDate, CivilDate>, 5> windows = {{
        {term_begins(), term_ends()},
        {term_begins(), date(5, 21)},
        {date(5, 2), date(6, 4)},
        {date(5, 8), term_ends()},
        {date(5, 22), term_ends()},
    }};
    const bool is_whole_term = random.chance(60);
    const auto& [opens, closes] = is_whole_term ? windows[0] : windows[random.below(5)];
    set_window(run, opens, closes);
}

void schedule_sessions(CourseRun& run, SampleRandom& random) {
    const bool is_blended = run.delivery == catalogue::DeliveryMode::Blended;
    // Half-days of three hours at weekends; short courses also on evenings of two.
    std::int64_t tenths_left = is_blended ? run.hours.tenths / 2 : run.hours.tenths;
    const bool on_evenings = tenths_left <= 40 && random.chance(55);
    const bool whole_days = !on_evenings && tenths_left > 30 && random.chance(50);
    const DayPart half_day = random.chance(60) ? kMorning : kAfternoon;

    // Weekly from a first day early enough for the last to fall into the term, two weeks of
    // holidays included.
    const std::int64_t tenths_a_week = on_evenings ? 20 : whole_days ? 60 : 30;
    const auto weeks = static_cast<int>((tenths_left + tenths_a_week - 1) / tenths_a_week) + 2;
    const int term_days = term_ends().days - term_begins().days;
    const int latest_offset = std::clamp(term_days - 7 * weeks, 0, on_evenings ? 45 : 21);
    const int first_offset = random.between(0, latest_offset);
    CivilDate day = next_teaching_day({term_begins().days + first_offset}, !on_evenings);
    const auto add = [&](DayPart part) {
        if (tenths_left <= 0) return;
        run.sessions.push_back(session_on(day, part));
        tenths_left -= (part.ends_at - part.begins_at) / 6;  // ten tenths an hour
    };
    while (tenths_left > 0 && day <= term_ends()) {
        if (on_evenings) {
            add(kEvening);
        } else if (whole_days) {
            add(kMorning);
            add(kAfternoon);
        } else {
            add(half_day);
        }
        // Weekly, on the same day where the calendar allows.
        day = next_teaching_day({day.days + 7}, !on_evenings);
    }
    const CivilDate first = run.sessions.front().begins.date();
    const CivilDate last = run.sessions.back().begins.date();
    if (is_blended) {
        set_window(run, term_begins(), term_ends());
    } else {
        set_window(run, first, last);
    }
}

void schedule_after_lists(CourseRun& run, SampleRandom& random) {
    CivilDate monday = {date(5, 8).days + 7 * random.between(0, 22)};
    const auto weeks = static_cast<int>(std::clamp<std::int64_t>(run.hours.tenths / 60, 2, 9));
    run.opens = monday;
    run.closes = {monday.days + 7 * weeks - 3};
    run.phase_id.clear();
}

}  // namespace xueshi::sample
