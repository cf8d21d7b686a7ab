// What a teacher narrows the catalogue to. Every condition left empty lets everything pass; all
// that are set must hold. "Only what fits my plan" is no condition of a run alone and is given to
// the search apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/hour_category.h"
#include "core/base/school_stage.h"
#include "core/catalogue/course_run.h"

namespace xueshi::catalogue {

// The kinds of hours as a teacher tells them apart: the IT programme is part of the professional
// hours (R14).
enum class CourseKind : std::uint8_t {
    Public,
    Professional,  // outside the IT programme
    ItRequired,
    ItElective,
    Elective,
};

CourseKind kind_of(const CourseRun& run);

// Inclusive on both sides; an absent side is open.
struct DateRange {
    std::optional<CivilDate> from;
    std::optional<CivilDate> to;

    bool is_open() const { return !from && !to; }
    bool contains(CivilDate date) const;
    friend bool operator==(const DateRange&, const DateRange&) = default;
};
struct FeeRange {
    std::optional<std::int64_t> min_fen;
    std::optional<std::int64_t> max_fen;

    bool is_open() const { return !min_fen && !max_fen; }
    bool contains(std::int64_t fee_fen) const;
    friend bool operator==(const FeeRange&, const FeeRange&) = default;
};

struct CourseFilter {
    std::optional<SchoolStage> stage;  // runs offered to this stage, or to everyone
    std::string subject;               // code of kAllSubjects: runs offered to it, or to everyone
    std::vector<CourseKind> kinds;     // any of them; so below
    std::vector<std::string> themes;   // "T1" … "T27"
    std::vector<DeliveryMode> deliveries;
    std::vector<Admission> admissions;
    DateRange begins;  // the first session, or the first day of learning where there are none
    FeeRange fee;

    bool accepts(const CourseRun& run) const;
    // How many conditions are set, for the mark on the filter button.
    std::size_t active_count() const;
    friend bool operator==(const CourseFilter&, const CourseFilter&) = default;
};

// The day a run really begins: its first session, or the first day of learning.
CivilDate first_day_of(const CourseRun& run);

}  // namespace xueshi::catalogue
