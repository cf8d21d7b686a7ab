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

// Calls `use` with the teacher's situation; false without a teacher or rules of the year.
template <class Use>
bool with_situation(const ClientState& state, Instant now, Use use) {
    if (!state.teacher.profile.is_written()) return false;
    const auto rules = app::rules_for(state.teacher, state.rules, {date_of(now).year()});
    if (!rules) return false;
    const std::vector<ledger::HourRecord> records = state.teacher.record_list();
    use(app::situation_of(state.teacher, state.shared, *rules, records, now));
    return true;
}

}  // namespace

const plan::PlanDraft* PlanDesk::find_draft(const PlanId& id) const {
    const auto found = state_.teacher.plans.find(id);
    return found != state_.teacher.plans.end() && found->second.exists() ? &found->second : nullptr;
}

// ---- completing

[[gnu::noinline]] bool PlanDesk::complete(const PlanId& plan_id, Instant now) {
    const plan::PlanDraft* draft = find_draft(plan_id);
    if (draft == nullptr) return false;
    completing_ = Press{0, *draft};
    if (!ask_to_complete(now)) {
        completing_.reset();
        return false;
    }
    if (proposals_.is_searching) {
        // The planner drops it.
        job_ = 0;
        question_ = {};
        glance_ = {};
        step_ = Step::Plans;
    }
    return true;
}

// As the draft stands by then, once what may be chosen from is written. False: there is nothing to ask about.
bool PlanDesk::ask_to_complete(Instant now) {
    const plan::PlanDraft* draft = find_draft(completing_->draft.id);
    return draft != nullptr && with_situation(state_, now, [&](const plan::PlanningSituation& situation) {
        const plan::OfferedRuns offered(situation);
        if (!offerings_.write(situation, offered)) return;
        completing_->draft = *draft;
        completing_->job = start(plan::compose_wishes(situation, offered, *draft, plan::Keep::ChosenAndPinned));
    });
}

ports::PlannerJob PlanDesk::start(const plan::PlanningProblem& wishes) {
    return planner_.start(codec::write_planning_problem(wishes, offerings_.text()));
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
    if (is_same && is_compared_ && step_ != Step::WantsStops) return;
    glance_ = std::move(glance);
    is_compared_ = is_same && is_compared_;
    const plan::PlanDraft* draft = find_draft(plan_id);
    const bool can_ask =
        draft != nullptr && with_situation(state_, now, [&](const plan::PlanningSituation& situation) {
            ask_about(*draft, situation);
        });
    if (can_ask) return;
    leave();
    plan_id_ = {};
}

void PlanDesk::ask_about(const plan::PlanDraft& draft, const plan::PlanningSituation& situation) {
    const plan::OfferedRuns offered(situation);
    if (!offerings_.write(situation, offered)) return;
    plan::PlanningProblem wishes = plan::compose_wishes(situation, offered, draft, plan::Keep::PinnedOnly);
    if (!is_compared_) ask_for_plans(draft, wishes);
    is_compared_ = true;
    if (step_ == Step::WantsStops) ask_for_stops(wishes);
}

// Nothing when it is asked already.
void PlanDesk::ask_for_plans(const plan::PlanDraft& draft, plan::PlanningProblem& wishes) {
    Question question{codec::write_planning_problem(wishes), offerings_.revision()};
    if (question == question_ && draft.id == plan_id_) return;
    if (draft.id != plan_id_) proposals_ = {};
    plan_id_ = draft.id;
    question_ = std::move(question);
    wishes.alternatives = kAlternatives;
    job_ = start(wishes);
    step_ = Step::Plans;
    proposals_.is_outdated = true;
    proposals_.is_searching = true;
    ++revision_;
}

void PlanDesk::ask_for_stops(plan::PlanningProblem& wishes) {
    const auto& best = std::get<plan::OptimalAnswer>(proposals_.advice->answer.verdict).best;
    wishes.limits.max_hours = best.totals.hours;
    wishes.frontier = kFrontier;
    job_ = start(wishes);
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
    if (!is_compared_) glance_ = {};
    is_compared_ = true;
    if (!proposals_.is_searching) return;
    stop_search();
    question_ = {};
    glance_ = {};
}

void PlanDesk::reset() {
    if (is_asking()) planner_.stop();
    completing_.reset();
    offerings_.forget();
    question_ = {};
    glance_ = {};
    is_compared_ = true;
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
        question_ = {};
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
    if (completing_ && completing_->job == 0 && !ask_to_complete(now)) completing_.reset();
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
