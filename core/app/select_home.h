// Home (个人中心, R12): where the year stands, what is due next, what waits for this person.
//
// A teacher sees the hours and their requirements; who administers a unit sees its selections (R9).
// Both may be one person. Nothing is invented for a role that has no work here yet: its dates and
// news remain.
#pragma once

#include <array>
#include <cstdint>

#include "core/app/diagnostic_push.h"
#include "core/app/select_input.h"
#include "core/app/select_special_news.h"

namespace xueshi::app {

// Dates of the year's phases that concern the roles, ascending.
struct MilestoneRow {
    std::string id;
    CivilDate date;
    int days_left = 0;  // negative: past
    LocalizedText title;
    LocalizedText note;
    LocalizedText source;
    bool is_deadline = false;
};
std::vector<MilestoneRow> milestone_rows(const SelectInput& input);

// A deadline this near is told with emphasis.
inline constexpr int kUrgentDays = 7;

enum class HomeTaskKind : std::uint8_t {
    SettleDisagreements,  // devices edited drafts differently; `count` of them, the first in `plan_id`
    ConfirmProfile,    // never confirmed (R31)
    ReconfirmProfile,  // the data changed after the confirmation
    ArrangeHours,      // hours are missing in the plan; `hours` at least
    SubmitPlan,        // runs of the draft are not submitted; `count`, `hours`, `fee_fen`
    DecideApplications,  // of special training; `count`, the first deadline `by`
    DecideRegistrations,  // of hours registered for teachers, or to correct what was sent back; `count`
    HandInAgain,         // an application that was returned: `subject` names the project, until `by`
    ApplicationMoved,    // others decided about one: `subject`
    AwaitPayment,      // confirmed selections the school has not paid; `count`, `fee_fen` (R9)
};

struct HomeTask {
    HomeTaskKind kind = HomeTaskKind::ConfirmProfile;
    std::size_t count = 0;
    DeciHours hours{};
    std::int64_t fee_fen = 0;
    PlanId plan_id{};
    ProjectId project_id{};
    std::string subject{};
    std::optional<CivilDate> by{};
};

// Where the hours of one state come from: how many records or runs, and the words of a single one.
struct StateOrigin {
    std::size_t entries = 0;
    std::string title;   // of the first
    std::string remark;  // of the first; empty for planned hours
};

struct NewsRow {
    NoticeId id;
    std::string title;
    std::string body;
    std::string issuer;
    CivilDate posted_on;
};

// What a unit's administrators follow: its people's standing selections.
struct UnitSummary {
    std::size_t people = 0;
    std::size_t selections = 0;
    std::size_t unpaid_selections = 0;  // with a fee, neither paid nor waived
    std::int64_t fee_fen = 0;
    std::int64_t unpaid_fen = 0;
    LocalizedText payer_source;
};

struct HomeProjection {
    AllocatedYear year;
    bool has_duty = false;  // a teacher's year with rules; else the hours below are empty
    plan::HoursByState hours;
    DeciHours needed;
    DeciHours hours_per_day;
    DeciHours to_arrange;  // at least so many more
    DeciHours not_counted;
    std::array<StateOrigin, 4> origins;  // by ledger::HourState
    std::vector<RequirementRow> requirements;
    std::vector<MilestoneRow> milestones;
    std::vector<HomeTask> tasks;
    DiagnosticPush push;  // R15–R17
    std::vector<NewsRow> news;  // newest first
    std::optional<UnitSummary> unit;
};

// Puts what special training has to tell before the other tasks, once its part of the program is here.
void add_special_tasks(HomeProjection& home, const SpecialNews& news);

// Likewise of hours registered for teachers.
void add_register_task(HomeProjection& home, std::size_t due);

HomeProjection select_home(const SelectInput& input);

}  // namespace xueshi::app
