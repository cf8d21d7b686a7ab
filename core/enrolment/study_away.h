// The plan of a placement away from the city (外出跟岗, R25): the institution hands it in two weeks before the training
// starts, the Centre approves it. Too late it is blocked, unless the Centre lets it in with a reason [D].
//
// What happened is kept move by move; where the plan stands is its last one.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/base/stamp.h"
#include "core/organisation/post.h"

namespace xueshi::enrolment {

struct StudyAwayPlan {
    std::string place;    // where to
    std::string purpose;  // what for, within the training's task
    CivilDate from;
    CivilDate until;  // inclusive, both within the training

    friend bool operator==(const StudyAwayPlan&, const StudyAwayPlan&) = default;
};

enum class StudyAwayMove : std::uint8_t { Submitted, Approved, Refused, LateAllowed };
enum class StudyAwayState : std::uint8_t { None, Submitted, Approved, Refused };

struct StudyAwayMoved {
    ProjectId project_id;
    StudyAwayMove move = StudyAwayMove::Submitted;
    StudyAwayPlan plan;  // of Submitted
    organisation::ActorNote by;
    std::string reason;
    ReceiptId receipt_id;
    Instant at;

    friend bool operator==(const StudyAwayMoved&, const StudyAwayMoved&) = default;
};

struct StudyAway {
    std::map<Stamp, StudyAwayMoved> moves;

    StudyAwayState state() const;
    bool is_late_allowed() const;
    // The plan handed in last, or null.
    const StudyAwayPlan* plan() const;
    friend bool operator==(const StudyAway&, const StudyAway&) = default;
};

inline constexpr int kStudyAwayDays = 14;  // before the training starts (R25)
inline constexpr std::size_t kMostStudyAwayBytes = 600;  // of place and of purpose

// The last day on which the plan of a training that starts then is in time.
inline CivilDate study_away_due(CivilDate starts) { return {starts.days - kStudyAwayDays}; }

}  // namespace xueshi::enrolment
