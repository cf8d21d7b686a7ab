// What the planner proposes for the draft of a planning world, up to a number of pieces, as the client would ask.
#pragma once

#include <variant>

#include "core/app/plan_choices.h"
#include "core/plan/compose_problem.h"
#include "core/plan/plan_pieces.h"
#include "tests/support/planning_world.h"

namespace xueshi::testing {

inline app::PlanProposals propose(const PlanningWorld& world, int pieces_wanted = 100) {
    const auto rules = world.rules.rules_of({date_of(world.now).year()});
    const plan::PlanningSituation situation{.rules = *rules,
                                            .teacher = world.teacher.profile.value,
                                            .records = world.teacher.record_list(),
                                            .selections = world.teacher.selections,
                                            .catalogue = world.shared.catalogue,
                                            .now = world.now};
    plan::PlanningProblem problem =
        plan::compose_problem(situation, world.teacher.plans.at(world.edited), plan::Keep::PinnedOnly);
    problem.alternatives = {2, 2};
    problem.frontier = {{plan::Measure::Fee, false}, {plan::Measure::Fit, true}, 8};
    plan::PlanPieces pieces(problem);
    app::PlanProposals proposals;
    for (int i = 0; i < pieces_wanted; ++i) {
        auto piece = pieces.next();
        if (!piece) break;
        proposals.is_searching = !piece->is_last;
        if (auto* advice = std::get_if<plan::PlanningAdvice>(&piece->content)) proposals.advice = std::move(*advice);
        if (auto* further = std::get_if<plan::FurtherPlans>(&piece->content)) proposals.further = further->plans;
        if (auto* stops = std::get_if<plan::FrontierStops>(&piece->content)) proposals.stops = stops->plans;
    }
    return proposals;
}

// Enough courses for a year's plan, and for choices: some cost more and suit better, one is taught.
inline void publish_choices(PlanningWorld& world) {
    world.publish(public_subject());
    for (int i = 0; i < 9; ++i) {
        catalogue::CourseRun run = course_run("IT" + std::to_string(10 + i));
        run.fee_fen = 2000 + 100 * i;
        world.publish(run);
    }
    for (int i = 0; i < 3; ++i) {
        catalogue::CourseRun run = course_run("OWN" + std::to_string(i));
        run.title = "语文课 " + std::to_string(i);
        run.subjects = {"chinese"};
        run.fee_fen = 6000 + 100 * i;
        world.publish(run);
    }
    catalogue::CourseRun taught = taught_run("TAUGHT", "2017-05-13T09:00", "2017-05-13T12:00");
    taught.fee_fen = 1000;
    world.publish(taught);
}

}  // namespace xueshi::testing
