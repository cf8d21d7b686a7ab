// Asks the planner about the draft on the Plan page: to complete it when that is pressed, and, while the page is
// open, for proposals, anew whenever their question changes.
//
// The planner answers one question at a time and piece by piece. A press goes first; what was proposed to an older
// question stays, marked as such, until the first piece of the newer answer is there. The frontier of fee and fit is
// asked for last, and for plans of no more hours than the best one: else it would only tell that more courses fit
// better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/app/plan_choices.h"
#include "core/plan/compose_problem.h"
#include "web/ports/planner.h"
#include "web/runtime/client_state.h"
#include "web/runtime/written_offerings.h"

namespace xueshi::runtime {

class PlanDesk {
  public:
    // What a press led to.
    struct Completion {
        PlanId plan_id;
        std::optional<plan::PlanningAdvice> advice;
        std::string refusal;  // error code, where there is no advice
    };

    // Both must outlive it.
    PlanDesk(const ClientState& state, ports::Planner& planner) : state_(state), planner_(planner) {}

    // ---- doors to the part of the program the Plan page comes with (web/program_parts.txt)

    // Asks for the best plan around everything chosen so far; false when there is nothing to ask about.
    bool complete(const PlanId& plan_id, Instant now);
    // The page shows this draft at this moment. Cheap unless something has changed.
    void follow(const PlanId& plan_id, Instant now);
    // Takes what the planner found; a press's answer to a draft that has changed since is asked for anew.
    std::optional<Completion> hear(Instant now);

    // ----

    // Nobody wants to wait for more: what was found stays.
    void stop_search();
    // The page is left; what is missing is asked for when it is opened again.
    void leave();
    // For a new account.
    void reset();

    bool is_asking() const { return completing_.has_value() || job_ != 0; }
    bool is_completing() const { return completing_.has_value(); }
    // A question waits to be written down: the next update goes on with it, and should follow soon.
    bool is_writing() const { return completing_ ? completing_->job == 0 : !is_compared_; }
    // About this draft; null where none were asked for.
    const app::PlanProposals* proposals(const PlanId& plan_id) const;
    // Counts changes of what proposals answers.
    std::uint64_t revision() const { return revision_; }

  private:
    struct Press {
        ports::PlannerJob job = 0;  // 0: not asked yet
        plan::PlanDraft draft;
    };
    struct Question {
        std::string wishes;  // as text, without the offerings; empty: none
        std::uint64_t offerings = 0;
        friend bool operator==(const Question&, const Question&) = default;
    };
    // What a question can depend on without its text being made anew.
    struct Glance {
        PlanId plan_id;
        std::uint64_t state_revision = 0;
        CivilDate today;
        friend bool operator==(const Glance&, const Glance&) = default;
    };

    const plan::PlanDraft* find_draft(const PlanId& id) const;
    bool ask_to_complete(Instant now);
    Completion read_completion(const PlanId& plan_id, const std::string& document) const;
    void ask_about(const plan::PlanDraft& draft, const plan::PlanningSituation& situation);
    void ask_for_plans(const plan::PlanDraft& draft, plan::PlanningProblem& wishes);
    void ask_for_stops(plan::PlanningProblem& wishes);
    ports::PlannerJob start(const plan::PlanningProblem& wishes);
    void take_piece(const std::string& document);

    const ClientState& state_;
    ports::Planner& planner_;

    WrittenOfferings offerings_;
    std::optional<Press> completing_;
    Glance glance_;
    bool is_compared_ = true;    // what is asked at glance_ with what was asked
    Question question_;          // the last one asked for proposals; none: also when it had no answer
    ports::PlannerJob job_ = 0;  // of it, while pieces are missing
    enum class Step : std::uint8_t { Plans, WantsStops, Stops } step_ = Step::Plans;
    PlanId plan_id_;             // what proposals_ are about
    app::PlanProposals proposals_;
    std::uint64_t revision_ = 0;
};

}  // namespace xueshi::runtime
