// Plan (规划): the edited draft against the year's requirements, run by run, and what may be
// submitted of it.
//
// The arithmetic is plan::assess and the refusals are those of enrolment's own decisions, so that
// what a screen promises is what the server will say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/completion_trouble.h"
#include "core/app/plan_choices.h"
#include "core/app/plan_disagreement.h"
#include "core/app/select_input.h"
#include "core/app/select_weeks.h"
#include "core/catalogue/course_filter.h"

namespace xueshi::app {

struct PlanTab {
    PlanId id;
    std::string name;
    bool is_contested = false;  // devices disagree about some part of it
};

// Why a planned run will not do, the gravest first.
enum class RunTrouble : std::uint8_t {
    None,
    NotInCatalogue,
    CourseTwice,      // another run of the course is in the plan or held: not counted
    Clash,            // its sessions overlap another's
    NeedsSignUp,      // special training: sign-up and approvals of its own (R20)
    OrganiserPlaces,  // special training: participants are put in by the organiser (R20)
    ExternalSignUp,   // arranged with the base, outside the platform (R19)
    NotForTeacher,    // offered to another stage or subject
    NotOpenYet,       // selection opens on `PlanProjection::selection_opens`
    Closed,           // selection or the run is over
};

// How the plan holds the run.
enum class RunHold : std::uint8_t {
    Draft,     // chosen, not submitted
    Selected,  // in a confirmed selection
    Recorded,  // in the ledger
};

struct PlannedRun {
    CourseRunId id;
    std::string title;
    std::string theme;  // "T5", or empty
    catalogue::CourseKind kind = catalogue::CourseKind::Professional;
    catalogue::DeliveryMode delivery = catalogue::DeliveryMode::Distance;
    DeciHours hours;
    std::int64_t fee_fen = 0;
    CivilDate opens;
    CivilDate closes;
    std::vector<catalogue::Session> sessions;
    RunHold hold = RunHold::Draft;
    bool is_pinned = false;
    bool is_contested = false;  // one of `PlanProjection::disagreements` is about it
    RunTrouble trouble = RunTrouble::None;
    std::string other_title;  // of the run it clashes with or repeats
};

struct PlanGroup {
    PlanGroupKind kind = PlanGroupKind::Public;
    DeciHours hours{};
    std::int64_t fee_fen = 0;
    std::vector<PlannedRun> runs{};  // by title
};

// What pressing "submit" would send: the draft's runs that are chosen by selection and not held.
struct Submission {
    std::vector<CourseRunId> run_ids;  // ascending
    DeciHours hours;
    std::int64_t fee_fen = 0;
};
Submission submission_of(const SelectInput& input);

struct SelectionCard {
    SelectionId id;
    ReceiptId receipt_id;
    Instant confirmed_at;
    enrolment::PaymentState payment = enrolment::PaymentState::Unpaid;
    DeciHours hours;
    std::int64_t fee_fen = 0;
    std::vector<std::string> titles;
    std::optional<ErrorCode> cannot_withdraw;  // why not; absent: it can be withdrawn now
};

// Never proposed, because the teacher said so.
struct ExcludedRun {
    CourseRunId id;
    std::string title;
};

struct PlanProjection {
    AllocatedYear year;
    bool has_duty = false;
    std::vector<PlanTab> tabs;  // in the order the drafts were named
    PlanId edited;              // empty: no draft yet
    std::string edited_name;
    plan::PlanLimits limits;
    plan::PlanPriorities priorities;
    std::vector<PlanDisagreement> disagreements;  // of the edited draft

    std::vector<RequirementRow> requirements;
    bool is_complete = false;
    std::vector<PlanGroup> groups;  // without empty ones
    std::size_t troubled_runs = 0;
    WeeksProjection weeks;

    std::size_t draft_runs = 0;  // chosen and not held
    DeciHours draft_hours;       // of them
    std::int64_t draft_fee_fen = 0;
    DeciHours credited_hours;  // counted without the draft

    Submission submission;
    std::vector<std::string> submission_titles;
    std::optional<Error> submission_refusal;   // what the decision would answer; subject readable
    std::optional<CivilDate> selection_opens;  // when it is not open yet
    LocalizedText payer_source;
    std::vector<SelectionCard> selections;  // standing, newest first
    std::vector<ExcludedRun> excluded;  // by title
    PlanChoices choices;
    std::optional<CompletionTrouble> trouble;  // why nothing fits
};

// `failed` is the planner's advice when it could not complete this very draft, `proposals` what it proposes for it;
// null: none.
PlanProjection select_plan(const SelectInput& input,
                           const plan::PlanningAdvice* failed,
                           const PlanProposals* proposals = nullptr);

}  // namespace xueshi::app
