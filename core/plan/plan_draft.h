// A teacher's draft plan: which runs are chosen, pinned or excluded, under which limits and priorities.
//
// Drafts concern only their owner, so devices decide them offline. Every part is a register with a stamp:
// edits of two devices merge without a question, whatever order they arrive in (decision 0003).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/latest.h"
#include "core/base/result.h"

namespace xueshi::plan {

enum class PlanMark : std::uint8_t {
    None,      // not in the plan
    Chosen,    // in the plan; a new proposal may drop it
    Pinned,    // in the plan, whatever is proposed
    Excluded,  // never proposed
};

struct PlanLimits {
    std::optional<std::int64_t> max_fee_fen;
    std::optional<DeciHours> max_hours;

    friend bool operator==(const PlanLimits&, const PlanLimits&) = default;
};

// What matters first when a plan is completed.
enum class PlanPriority : std::uint8_t { LeastFee, BestFit, FewestHours, FewestCourses };

using PlanPriorities = std::vector<PlanPriority>;

// Every priority once, the default order of a new draft.
PlanPriorities default_priorities();
bool is_complete_order(PlanPriorities priorities);

struct PlanDraft {
    PlanId id;
    Latest<std::string> name;
    Latest<bool> discarded;
    std::map<CourseRunId, Latest<PlanMark>> marks;
    Latest<PlanLimits> limits;
    Latest<PlanPriorities> priorities;

    bool exists() const { return name.is_written() && !discarded.value; }
    PlanMark mark_of(const CourseRunId& run) const;
    // Chosen and pinned runs, ascending.
    std::vector<CourseRunId> chosen() const;
    std::vector<CourseRunId> marked(PlanMark mark) const;
    PlanPriorities priorities_or_default() const;
    friend bool operator==(const PlanDraft&, const PlanDraft&) = default;
};

using PlanDrafts = std::map<PlanId, PlanDraft>;

// ---- events (facts a device decided) ----

struct PlanNamed {  // also creates the plan
    PlanId plan_id;
    std::string name;
};
struct PlanDiscarded {  // `discarded` false brings it back (undo)
    PlanId plan_id;
    bool discarded = true;
};
struct PlanMarkChanged {
    PlanId plan_id;
    CourseRunId course_run_id;
    PlanMark mark = PlanMark::None;
};
struct PlanLimitsChanged {
    PlanId plan_id;
    PlanLimits limits;
};
struct PlanPrioritiesChanged {
    PlanId plan_id;
    PlanPriorities priorities;
};

// Total and idempotent; the order of arrival does not matter.
void apply(PlanDrafts& drafts, const PlanNamed& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanDiscarded& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanMarkChanged& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanLimitsChanged& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanPrioritiesChanged& event, const Stamp& stamp);

// ---- commands ----

struct NamePlan {
    PlanId plan_id;
    std::string name;
};
struct DiscardPlan {
    PlanId plan_id;
};
struct MarkCourseRun {
    PlanId plan_id;
    CourseRunId course_run_id;
    PlanMark mark = PlanMark::Chosen;
};
// Makes the plan's chosen runs exactly these; pins and exclusions stay.
struct AdoptProposal {
    PlanId plan_id;
    std::vector<CourseRunId> course_run_ids;
};
struct SetPlanLimits {
    PlanId plan_id;
    PlanLimits limits;
};
struct SetPlanPriorities {
    PlanId plan_id;
    PlanPriorities priorities;
};

inline constexpr std::size_t kMaxPlanNameBytes = 60;
inline constexpr std::size_t kMaxDrafts = 12;
inline constexpr std::size_t kMaxMarksPerPlan = 400;

inline constexpr ErrorCode kUnknownPlan{"UnknownPlan"};
inline constexpr ErrorCode kPlanNameInvalid{"PlanNameInvalid"};  // empty or longer than kMaxPlanNameBytes
inline constexpr ErrorCode kTooManyPlans{"TooManyPlans"};
inline constexpr ErrorCode kPlanTooLarge{"PlanTooLarge"};
inline constexpr ErrorCode kPrioritiesIncomplete{"PrioritiesIncomplete"};  // not each priority once

Result<PlanNamed> decide(const PlanDrafts& drafts, const NamePlan& command);
Result<PlanDiscarded> decide(const PlanDrafts& drafts, const DiscardPlan& command);
// Empty when the mark already stands.
Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const MarkCourseRun& command);
Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const AdoptProposal& command);
Result<PlanLimitsChanged> decide(const PlanDrafts& drafts, const SetPlanLimits& command);
Result<PlanPrioritiesChanged> decide(const PlanDrafts& drafts, const SetPlanPriorities& command);

}  // namespace xueshi::plan
