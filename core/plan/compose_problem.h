// From a teacher's situation to the planning problem of the contract, and back to run ids.
//
// Offered are the runs of course selection that are open to this teacher today and neither held nor in the
// way of what is held; one run of a course at most (group = course). Pins enter whatever their admission,
// because the teacher asked for them. Held hours are credited.
#pragma once

#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/enrolment/course_selection.h"
#include "core/ledger/hour_record.h"
#include "core/organisation/teacher_profile.h"
#include "core/plan/plan_draft.h"
#include "core/plan/planning_problem.h"
#include "core/rules/rule_pack.h"

namespace xueshi::plan {

struct PlanningSituation {
    const rules::RulesOfYear& rules;
    const organisation::TeacherProfile& teacher;
    const std::vector<ledger::HourRecord>& records;
    const enrolment::CourseSelections& selections;
    const catalogue::Catalogue& catalogue;
    Instant now;
    std::vector<std::string> wanted_themes = {};  // ascending; runs of these fit better
};

enum class Keep : std::uint8_t {
    ChosenAndPinned,  // complete what the teacher began
    PinnedOnly,       // plan anew
};

// Whether a proposal may offer this run to the teacher at this moment (held runs left aside).
bool is_offerable(const catalogue::CourseRun& run, const PlanningSituation& situation);

// The runs that are offered to a teacher whatever a draft wants.
class OfferedRuns {
  public:
    // The situation must outlive it.
    explicit OfferedRuns(const PlanningSituation& situation);
    bool contains(const catalogue::CourseRun& run) const;
    bool is_held(const CourseRunId& id) const;
    const std::vector<CourseRunId>& held() const { return held_ids_; }  // ascending

  private:
    const PlanningSituation& situation_;
    std::vector<CourseRunId> held_ids_;
    std::vector<const catalogue::CourseRun*> held_;
};

Offering offering_of(const catalogue::CourseRun& run, const PlanningSituation& situation);

// New hours a plan may have when the teacher set no limit, so that "as fitting as possible" has an end: those of the
// runs that are kept, the least that is missing beside them, and a course or two more [D].
DeciHours usual_max_hours(const PlanningSituation& situation, const PlanDraft& draft, Keep keep);

// The problem without the offerings of OfferedRuns: what is left can be made in no time, whatever the catalogue's size.
PlanningProblem compose_wishes(const PlanningSituation& situation,
                               const OfferedRuns& offered,
                               const PlanDraft& draft,
                               Keep keep);

// The whole of it. Offerings that only the draft adds come first.
PlanningProblem compose_problem(const PlanningSituation& situation, const PlanDraft& draft, Keep keep);

std::vector<CourseRunId> run_ids(const std::vector<std::string>& chosen);

}  // namespace xueshi::plan
