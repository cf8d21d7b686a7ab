// What a teacher may choose from on the Plan page: the planner's proposals in terms of the draft.
//
// A proposal never changes the draft; it is taken or left. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/select_input.h"
#include "core/plan/way_out.h"

namespace xueshi::app {

// What the planner has answered about a draft by now.
struct PlanProposals {
    bool is_outdated = false;   // to an older question; the newer one is under way
    bool is_searching = false;  // more is on its way
    std::string refusal;        // error code, when it could not be asked
    std::optional<plan::PlanningAdvice> advice;
    std::vector<plan::ProposedPlan> further;  // the next best
    std::vector<plan::ProposedPlan> stops;    // the best fit for each of some fees, by rising fee
};

struct PlanFigures {
    std::int64_t fee_fen = 0;
    DeciHours hours;
    std::int64_t fit = 0;  // the sum of plan::fit_of
    std::size_t count = 0;
};

struct ChoiceRun {
    CourseRunId id;
    std::string title;
    std::string theme;  // "T5", or empty
    DeciHours hours;
    std::int64_t fee_fen = 0;
    CivilDate opens;
    CivilDate closes;
    std::vector<catalogue::Session> sessions;
    bool is_pinned = false;
    bool is_in_all = false;  // each of `PlanChoices::compared` has it, or one that looks alike
};

struct PlanChoice {
    struct Counted {
        LocalizedText name;  // of a requirement, the short one
        DeciHours hours;     // with what the teacher has already
        DeciHours minimum;
    };

    PlanFigures figures;
    std::size_t sessions = 0;  // face to face
    std::vector<Counted> counted;
    std::vector<ChoiceRun> runs;         // by title; those in all last
    std::vector<ChoiceRun> comes, goes;  // what it has and the draft has not, and the other way round
    bool is_draft() const { return comes.empty() && goes.empty(); }
    std::vector<CourseRunId> run_ids() const;
};

struct PlanChoices {
    bool is_outdated = false;
    bool is_searching = false;
    std::string refusal;
    PlanFigures draft;
    std::vector<PlanChoice> compared;   // the best plan under the draft's wishes, then the next best
    std::vector<PlanChoice> stops;      // by rising fee and fit
    std::optional<PlanChoice> nearest;  // where nothing fits and something is near

    const PlanChoice* proposal() const { return compared.empty() ? nullptr : compared.data(); }
};

// `proposals` null: none.
PlanChoices select_choices(const SelectInput& input, const YearAssessment& year, const PlanProposals* proposals);

}  // namespace xueshi::app
