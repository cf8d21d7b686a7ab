#include "web/runtime/plan_desk.h"

#include <utility>
#include <variant>

#include "core/app/select_input.h"
#include "core/codec/planning_exchange_json.h"

namespace xueshi::runtime {
namespace {

// Three plans can be compared at a glance; they differ in four courses exchanged at least: with fewer, whole
// families of plans differ in nothing but which of two like courses is taken.
constexpr plan::AlternativesRequest kAlternatives{2, 8};
// As many stops as a finger can tell apart on a phone.
constexpr plan::FrontierRequest kFrontier{{plan::Measure::Fee, false}, {plan::Measure::Fit, true}, 12};

constexpr std::string_view kPlannerUnavailable = "PlannerUnavailable";

std::string refusal_of(const std::string& document) {
    std::string code = codec::read_planning_refusal(document);
    return code.empty() ? std::string(kPlannerUnavailable) : code;
}

}  // namespace

const plan::PlanDraft* PlanDesk::find_draft(const PlanId& id) const {
    const auto found = state_.teacher.plans.find(id);
    return found != state_.teacher.plans.end() && found->second.exists() ? &found->second : nullptr;
}

// None without a teacher or rules of the year.
std::optional<plan::PlanningProblem> PlanDesk::problem_of(const plan::PlanDraft& draft,
                                                          plan::Keep keep,
                                                          Instant now) const {
    if (!state_.teacher.profile.is_written()) return std::nullopt;
    const auto rules = app::rules_for(state_.teacher, state_.rules, {date_of(now).year()});
    if (!rules) return std::nullopt;
    const std::vector<ledger::HourRecord> records = state_.teacher.record_list();
    return plan::compose_problem(
        app::situation_of(state_.teacher, state_.shared, *rules, records, now), draft, keep);
}

// ---- completing

[[gnu::noinline]] bool PlanDesk::complete(const PlanId& plan_id, Instant now) {
    const plan::PlanDraft* draft = find_draft(plan_id);
    if (draft == nullptr) return false;
    const auto problem = problem_of(*draft, plan::Keep::ChosenAndPinned, now);
    if (!problem) return false;
    completing_ = Press{planner_.start(codec::write_planning_problem(*problem)), *draft};
    if (proposals_.is_searching) {
        // The planner has dropped it.
        job_ = 0;
        question_.clear();
        glance_ = {};
        step_ = Step::Plans;
    }
    return true;
}

PlanDesk::Completion PlanDesk::read_completion(const PlanId& plan_id, const std::string& document) const {
    const auto piece = codec::read_plan_piece(document);
    const auto* advice = piece ? std::get_if<plan::PlanningAdvice>(&piece->content) : nullptr;
    if (advice != nullptr) return {plan_id, *advice, {}};
    return {plan_id, std::nullopt, refusal_of(document)};
}

// ---- proposing

[[gnu::noinline]] void PlanDesk::follow(const PlanId& plan_id, Instant now) {
    if (completing_) return;
    Glance glance{plan_id, state_.revision, date_of(now)};
    const bool is_same = glance == glance_;
    if (is_same && step_ != Step::WantsStops) return;
    glance_ = std::move(glance);
    const plan::PlanDraft* draft = find_draft(plan_id);
    auto problem = draft == nullptr ? std::nullopt : problem_of(*draft, plan::Keep::PinnedOnly, now);
    if (!problem) {
        leave();
        plan_id_ = {};
        return;
    }
    // A thousand courses take milliseconds to write down: not twice where nothing has changed since.
    if (!is_same) ask_for_plans(*draft, *problem);
    if (step_ == Step::WantsStops) ask_for_stops(std::move(*problem));
}

// Nothing when it is asked already.
void PlanDesk::ask_for_plans(const plan::PlanDraft& draft, plan::PlanningProblem& problem) {
    problem.alternatives = kAlternatives;
    std::string question = codec::write_planning_problem(problem);
    problem.alternatives.reset();
    if (question == question_ && draft.id == plan_id_) return;
    if (draft.id != plan_id_) proposals_ = {};
    plan_id_ = draft.id;
    job_ = planner_.start(question);
    question_ = std::move(question);
    step_ = Step::Plans;
    proposals_.is_outdated = true;
    proposals_.is_searching = true;
    ++revision_;
}

void PlanDesk::ask_for_stops(plan::PlanningProblem problem) {
    const auto& best = std::get<plan::OptimalAnswer>(proposals_.advice->answer.verdict).best;
    problem.limits.max_hours = best.totals.hours;
    problem.frontier = kFrontier;
    job_ = planner_.start(codec::write_planning_problem(problem));
    step_ = Step::Stops;
}

void PlanDesk::stop_search() {
    if (!proposals_.is_searching) return;
    planner_.stop();
    job_ = 0;
    step_ = Step::Plans;
    if (proposals_.is_outdated) proposals_ = {};
    proposals_.is_searching = false;
    ++revision_;
}

void PlanDesk::leave() {
    if (!proposals_.is_searching) return;
    stop_search();
    question_.clear();
    glance_ = {};
}

void PlanDesk::reset() {
    if (is_asking()) planner_.stop();
    completing_.reset();
    question_.clear();
    glance_ = {};
    job_ = 0;
    step_ = Step::Plans;
    plan_id_ = {};
    proposals_ = {};
    ++revision_;
}

const app::PlanProposals* PlanDesk::proposals(const PlanId& plan_id) const {
    return plan_id_ == plan_id && !plan_id.empty() ? &proposals_ : nullptr;
}

void PlanDesk::take_piece(const std::string& document) {
    const auto piece = codec::read_plan_piece(document);
    ++revision_;
    if (!piece) {
        proposals_ = {};
        proposals_.refusal = refusal_of(document);
        question_.clear();
        job_ = 0;
        return;
    }
    if (const auto* advice = std::get_if<plan::PlanningAdvice>(&piece->content)) {
        // The frontier's question has an answer of its own: the same plan.
        if (step_ == Step::Plans) {
            proposals_ = {};
            proposals_.advice = *advice;
        }
    } else if (const auto* further = std::get_if<plan::FurtherPlans>(&piece->content)) {
        proposals_.further = further->plans;
    } else if (const auto* stops = std::get_if<plan::FrontierStops>(&piece->content)) {
        proposals_.stops = stops->plans;
    }
    proposals_.is_searching = true;
    if (!piece->is_last) return;
    job_ = 0;
    const bool has_plan = std::holds_alternative<plan::OptimalAnswer>(proposals_.advice->answer.verdict);
    if (step_ == Step::Plans && has_plan) {
        step_ = Step::WantsStops;
    } else {
        proposals_.is_searching = false;
    }
}

[[gnu::noinline]] std::optional<PlanDesk::Completion> PlanDesk::hear(Instant now) {
    std::optional<Completion> completion;
    for (const ports::PlannerAnswer& answer : planner_.take_answers()) {
        if (completing_ && answer.job == completing_->job) {
            const Press press = *std::exchange(completing_, std::nullopt);
            const plan::PlanDraft* draft = find_draft(press.draft.id);
            if (draft == nullptr) continue;
            if (!(*draft == press.draft)) {
                complete(press.draft.id, now);
                continue;
            }
            completion = read_completion(press.draft.id, answer.document);
        } else if (job_ != 0 && answer.job == job_) {
            take_piece(answer.document);
        }
    }
    return completion;
}

}  // namespace xueshi::runtime
