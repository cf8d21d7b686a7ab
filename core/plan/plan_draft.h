// A teacher's draft plan: which runs are chosen, pinned or excluded, under which limits and priorities.
//
// Drafts concern only their owner, so devices decide them offline. Every part is a register: edits of two
// devices merge, whatever order they arrive in, and where they disagree both stay (decision 0012).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/contestable.h"
#include "core/base/deci_hours.h"
#include "core/base/ids.h"
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
bool is_complete_order(const PlanPriorities& priorities);

struct PlanDraft {
    PlanId id;
    Contestable<std::string> name;
    // Every edit of the draft also writes false here, so that discarding it contends with the edits the
    // discarding device did not know.
    Contestable<bool> discarded;
    std::map<CourseRunId, Contestable<PlanMark>> marks;
    Contestable<PlanLimits> limits;
    Contestable<PlanPriorities> priorities;

    // A contested discard does not count: work must not vanish because another device did not know of it.
    bool exists() const;
    // About how many parts devices disagree; none of a draft that does not exist.
    std::size_t contested_parts() const;
    PlanMark mark_of(const CourseRunId& run) const;
    // Chosen and pinned runs, ascending.
    std::vector<CourseRunId> chosen() const;
    std::vector<CourseRunId> marked(PlanMark mark) const;
    PlanPriorities priorities_or_default() const;
    friend bool operator==(const PlanDraft&, const PlanDraft&) = default;
};

using PlanDrafts = std::map<PlanId, PlanDraft>;

// ---- events (facts a device decided) ----
// `replaces` is filled when the event is recorded (note_replaced), also in events that undo or do again.

struct PlanNamed {  // also creates the plan
    PlanId plan_id;
    std::string name;
    Replaced replaces = {};
};
struct PlanDiscarded {  // `discarded` false brings it back (undo)
    PlanId plan_id;
    bool discarded = true;
    Replaced replaces = {};
};
struct PlanMarkChanged {
    PlanId plan_id;
    CourseRunId course_run_id;
    PlanMark mark = PlanMark::None;
    Replaced replaces = {};
};
struct PlanLimitsChanged {
    PlanId plan_id;
    PlanLimits limits;
    Replaced replaces = {};
};
struct PlanPrioritiesChanged {
    PlanId plan_id;
    PlanPriorities priorities;
    Replaced replaces = {};
};

// Total and idempotent; the order of arrival does not matter.
void apply(PlanDrafts& drafts, const PlanNamed& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanDiscarded& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanMarkChanged& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanLimitsChanged& event, const Stamp& stamp);
void apply(PlanDrafts& drafts, const PlanPrioritiesChanged& event, const Stamp& stamp);

// Says in the event what it replaces when `node` records it now: the standing writes of its register, and the
// standing signs of other devices' work on the draft. An edit of a discarded draft lists only the former: it
// does not speak for the draft's return.
void note_replaced(const PlanDrafts& drafts, PlanNamed& event, std::string_view node);
void note_replaced(const PlanDrafts& drafts, PlanDiscarded& event, std::string_view node);
void note_replaced(const PlanDrafts& drafts, PlanMarkChanged& event, std::string_view node);
void note_replaced(const PlanDrafts& drafts, PlanLimitsChanged& event, std::string_view node);
void note_replaced(const PlanDrafts& drafts, PlanPrioritiesChanged& event, std::string_view node);

// ---- commands ----

struct NamePlan {
    PlanId plan_id;
    std::string name;
};
struct DiscardPlan {
    PlanId plan_id;
};
// Keeps a draft that another device discarded meanwhile.
struct KeepPlan {
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
// Empty when no other device discarded the draft.
Result<std::vector<PlanDiscarded>> decide(const PlanDrafts& drafts, const KeepPlan& command);
// Empty when the mark already stands, and alone.
Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const MarkCourseRun& command);
Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const AdoptProposal& command);
Result<PlanLimitsChanged> decide(const PlanDrafts& drafts, const SetPlanLimits& command);
Result<PlanPrioritiesChanged> decide(const PlanDrafts& drafts, const SetPlanPriorities& command);

}  // namespace xueshi::plan
