// The course supermarket (课程超市, R11): dated runs of courses, each with its hours, fee and times.
//
// A *course* is what is taught; a *course run* is when and how. Only runs are chosen. A teacher may count
// at most one run of a course. Text of courses is content, in the language its provider wrote it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/school_stage.h"
#include "core/base/hour_category.h"

namespace xueshi::catalogue {

// How a teacher gets into a run.
enum class Admission : std::uint8_t {
    Selection,  // all-staff: chosen online, no approval (R7)
    SignUp,     // special training with online sign-up and approvals (R20)
    Organiser,  // special training, participants put in by the organiser (R20)
    External,   // arranged with a recognised base, outside the platform (R19)
};

enum class DeliveryMode : std::uint8_t { Distance, FaceToFace, Blended };

// Part in the IT capability programme (R14).
enum class ItPart : std::uint8_t { None, Required, Elective };

// [begins, ends): two sessions overlap when each begins before the other ends.
struct Session {
    LocalMinute begins;
    LocalMinute ends;

    bool overlaps(const Session& other) const { return begins < other.ends && other.begins < ends; }
    friend bool operator==(const Session&, const Session&) = default;
};

struct CourseRun {
    CourseRunId id;
    CourseId course_id;
    std::string title;
    std::string summary;
    std::string provider;
    HourCategory category = HourCategory::Professional;
    ItPart it_part = ItPart::None;
    std::string theme;  // "T1" … "T27", or empty
    Admission admission = Admission::Selection;
    DeliveryMode delivery = DeliveryMode::Distance;
    DeciHours hours;
    std::int64_t fee_fen = 0;
    std::vector<SchoolStage> stages;  // empty: everyone
    std::vector<std::string> subjects;              // empty: everyone
    CivilDate opens;   // first day of learning
    CivilDate closes;  // last day of learning, inclusive
    std::vector<Session> sessions;  // set times; empty when learned at one's own pace
    std::string phase_id;           // the phase whose term it belongs to, or empty (the public subject: R13)

    // Tags the rules speak of: "it", "it_required", "it_elective".
    std::vector<std::string> tags() const;
    bool is_for(SchoolStage stage, const std::string& subject) const;
    bool clashes_with(const CourseRun& other) const;
    friend bool operator==(const CourseRun&, const CourseRun&) = default;
};

}  // namespace xueshi::catalogue
