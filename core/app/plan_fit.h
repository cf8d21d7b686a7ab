// Whether a run of the catalogue fits the edited draft: asked for every row that is shown, so it is
// a look into sorted lists, prepared once per change of the state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/select_input.h"

namespace xueshi::app {

// The first reason that applies, from the top.
enum class RunFit : std::uint8_t {
    Held,             // in a confirmed selection or the ledger
    InPlan,           // chosen in the draft
    NeedsSignUp,      // special training: sign-up of its own (R20)
    OrganiserPlaces,  // special training: the organiser puts people in (R20)
    ExternalSignUp,   // signed up for with the base, outside the platform (R19)
    NotForTeacher,    // offered to another stage or subject
    Over,             // selection or the run is over
    CourseInPlan,     // another run of the course is in the plan or held
    Clashes,          // its sessions overlap those of a run in the plan or held
    OverFee,          // the draft's fee limit would be passed
    OverHours,        // the draft's hours limit would be passed
    Fits,
};

class PlanFit {
  public:
    PlanFit() = default;  // everything fits
    PlanFit(const SelectInput& input, const YearAssessment& year);

    RunFit of(const catalogue::CourseRun& run) const;
    // The planned or held run that `run` clashes with or repeats; empty when there is none.
    CourseRunId rival_of(const catalogue::CourseRun& run) const;

  private:
    struct TakenRun {
        CourseId course_id;
        CourseRunId run_id;
    };
    struct TakenSession {
        catalogue::Session session;
        CourseRunId run_id;
    };
    struct PhaseEnd {
        std::string phase_id;
        CivilDate selection_closes;
    };
    bool is_over(const catalogue::CourseRun& run) const;
    const TakenRun* taken_course(const CourseId& course) const;
    const TakenSession* clash_with(const catalogue::CourseRun& run) const;

    bool has_plan_ = false;
    SchoolStage stage_ = SchoolStage::Primary;
    std::string subject_;
    CivilDate today_;
    std::vector<PhaseEnd> phase_ends_;
    std::vector<CourseRunId> held_;       // ascending
    std::vector<CourseRunId> chosen_;     // ascending
    std::vector<TakenRun> taken_;         // ascending by course
    std::vector<TakenSession> sessions_;  // ascending by begin
    std::optional<std::int64_t> fee_left_fen_;
    std::optional<DeciHours> hours_left_;
};

}  // namespace xueshi::app
