// The unique best plan of one question (declared in plan_question.h).
//
// 1. Reduce the question to a SearchModel and weigh the objective into one integer per item.
// 2. Price it (plan_core.h): a proven lower bound, and how far above it each item's other choice
// would be.
// 3. Search the core exactly within a ceiling guessed from below, and raise the ceiling until
//    something is found: then that is the optimum, for everything cheaper was searched. A few
//    hundred nodes settle most questions.
// 4. Where that grows long, a narrow search of a larger core, no proof, finds some plan: no
//    ceiling need be higher. Then ceilings are raised again, with patience.
// 5. Where patience ends, the problem is divided within the ceiling (branch_search.h), in turn
//    with step 4 and growing patience, so that neither can cost much more than the better of the
//    two: the optimal cost is proven first, then the smallest list of ids, by depth (first_plan.h)
//    where very many plans are equally good.
// 6. Clashes and groups are left out at first. When an optimum found breaks one, that exclusion
// becomes known
//    and the search is repeated: every such optimum is a relaxation's, and the first that keeps
//    them all is the optimum.
#include <algorithm>
#include <limits>
#include <optional>

#include "core/plan/branch_search.h"
#include "core/plan/budgeted_question.h"
#include "core/plan/first_plan.h"
#include "core/plan/label_search.h"
#include "core/plan/plan_core.h"

namespace xueshi::plan {
namespace {

constexpr std::size_t kFirstCore = 28;
constexpr std::size_t kNarrowCores[] = {64, 160};
constexpr std::size_t kNarrowWidths[] = {40, 120};
constexpr std::int64_t kPatience = 15'000;       // nodes of a first exact search
constexpr std::int64_t kBriefPatience = 15'000;  // of one that comes before any plan is known
constexpr std::int64_t kBriefNodes = 20'000;     // of all of these
constexpr std::int64_t kNothingSearched = std::numeric_limits<std::int64_t>::min();

class BestPlanSearch {
  public:
    BestPlanSearch(const OfferingTable& table, SearchModel model, std::int64_t& nodes)
        : table_(table),
          model_(std::move(model)),
          nodes_(nodes),
          top_(model_.dearest.value_or(kNoCeiling)),
          book_(table, model_),
          priced_(model_, book_, nodes) {}

    // Some plan satisfies everything at this cost, though perhaps a far dearer one than the best.
    void limit_to(std::int64_t cost) { top_ = std::min(top_, cost); }
    bool knows_a_plan() const { return best_known_.has_value(); }
    bool is_impossible() const { return priced_.is_impossible(); }

    // Ceilings raised from below, while that is cheap. Whether it settled the question; `answer`
    // says how.
    bool climb_briefly() { return priced_.is_impossible() || climb(kBriefPatience, kBriefNodes); }
    std::optional<std::vector<Row>> answer() const { return answer_; }

    // Tries to find some plan quickly.
    void guess() {
        if (!priced_.has_bound()) return;
        for (std::size_t attempt = 0; attempt < std::size(kNarrowCores); ++attempt) {
            const std::int64_t wide =
                std::max(priced_.ceiling_for(kNarrowCores[attempt]), ceiling_);
            try_narrow(std::min(wide, top_), kNarrowWidths[attempt]);
            if (knows_a_plan() || kNarrowCores[attempt] >= model_.items.size()) return;
        }
    }

    std::optional<std::vector<Row>> run() {
        if (knows_a_plan()) limit_to(best_known_->cost);
        for (std::int64_t patience = kPatience;; patience *= 4) {
            if (climb(patience, kNoCeiling)) return answer_;
            if (settle_by_division(patience)) return answer_;
        }
    }

  private:
    // Repeats while the plans found break exclusions not known before.
    void try_narrow(std::int64_t ceiling, std::size_t width) {
        constexpr int kRounds = 6;
        for (int round = 0; round < kRounds; ++round) {
            const LabelOutcome outcome = search(ceiling, {width, 0});
            if (!take_news(outcome.plans)) return;
            priced_.price_again(ceiling);
        }
    }

    // Keeps the best plan that breaks nothing, learns from those before it. True when something was
    // learned.
    bool take_news(const std::vector<FinishedPlan>& plans) {
        bool learned = false;
        for (const FinishedPlan& plan : plans) {
            if (best_known_ && plan.cost > best_known_->cost) break;
            if (book_.learn(plan.rows)) {
                learned = true;
                continue;
            }
            best_known_ = plan;
            break;
        }
        return learned;
    }

    // Raises the ceiling until something is found, then that is the optimum, or everything was
    // searched. False when one search uses more nodes than `patience` or all more than `most`.
    bool climb(std::int64_t patience, std::int64_t most) {
        const std::int64_t nodes_at_first = nodes_;
        if (ceiling_ == kNothingSearched) ceiling_ = std::min(priced_.ceiling_for(wanted_), top_);
        while (true) {
            const std::int64_t nodes_before = nodes_;
            LabelOutcome outcome = search(ceiling_, {0, patience});
            if (!outcome.is_proof && ceiling_ == top_ && most == kNoCeiling) {
                outcome = search(ceiling_, {0, patience}, CoreOrder::SmallestGapFirst);
            }
            if (!outcome.is_proof) return false;
            if (outcome.plans.empty()) {
                if (ceiling_ == top_) return true;
                ceiling_ = std::min(raised(ceiling_, nodes_ - nodes_before), top_);
                if (nodes_ - nodes_at_first > most) return false;
                continue;
            }
            if (!book_.learn(outcome.plans.front().rows)) {
                answer_ = with_pins(outcome.plans.front().rows);
                return true;
            }
            take_news(outcome.plans);
            if (best_known_) limit_to(best_known_->cost);
            ceiling_ = std::min(ceiling_, top_);
            priced_.price_again(ceiling_);
        }
    }

    // When the search within the ceiling takes too long. Whether that settled the question.
    bool settle_by_division(std::int64_t patience) {
        const std::int64_t nodes_before = nodes_;
        if (!branch(TieRule::AnyOptimum, patience, ceiling_)) {
            if (best_known_) limit_to(best_known_->cost);
            ceiling_ = std::min(ceiling_, top_);
            return false;
        }
        // Nothing is left within the ceiling but perhaps the plan known.
        if (!best_known_ || best_known_->cost > ceiling_) {
            if (ceiling_ == top_) return true;
            ceiling_ = std::min(raised(ceiling_, nodes_ - nodes_before), top_);
            return false;
        }
        limit_to(best_known_->cost);
        ceiling_ = std::min(ceiling_, top_);
        const std::int64_t spent = nodes_ - nodes_before;
        const bool is_settled =
            branch(TieRule::SmallestIds, kPatience + spent * 4, best_known_->cost) ||
            first_by_ids();
        if (is_settled) answer_ = with_pins(best_known_->rows);
        return is_settled;
    }

    // Makes the best plan found within the ceiling known. Whether the search was a proof.
    bool branch(TieRule rule, std::int64_t patience, std::int64_t ceiling) {
        const auto core = priced_.core_within(ceiling, CoreOrder::LargestGapFirst);
        if (!core) return true;
        const bool is_within = best_known_ && best_known_->cost <= ceiling;
        const auto known = is_within ? best_known_ : std::nullopt;
        BranchOutcome outcome =
            search_branches(table_, *core, book_, known, ceiling, rule, patience, nodes_);
        if (outcome.best) best_known_ = std::move(outcome.best);
        return outcome.is_proof;
    }

    bool first_by_ids() {
        while (true) {
            auto core = priced_.core_within(best_known_->cost, CoreOrder::AscendingRows);
            if (!core) return false;
            const auto prices = priced_.latest_prices();
            auto rows = find_first_plan({core->model,
                                         core->exclusions,
                                         prices,
                                         priced_.scale(),
                                         best_known_->cost - core->forced_cost},
                                        nodes_);
            if (!rows) return false;
            rows->insert(rows->end(), core->forced.begin(), core->forced.end());
            if (book_.learn(*rows)) continue;
            best_known_->rows = std::move(*rows);
            return true;
        }
    }

    // More items in the core, but the gap grows by a limited factor, for gaps differ by the weights
    // of the keys and work grows with the gap: by much while searching is cheap, by little when it
    // is not.
    std::int64_t raised(std::int64_t ceiling, std::int64_t nodes_spent) {
        while (wanted_ < model_.items.size() && priced_.ceiling_for(wanted_) <= ceiling) {
            wanted_ += wanted_ / 2 + 1;
        }
        const std::int64_t next = priced_.ceiling_for(wanted_);
        if (next == kNoCeiling) return next;
        // What was learned meanwhile may have raised the bound beyond the ceiling.
        if (ceiling < priced_.lower_bound()) return priced_.ceiling_for(kFirstCore);
        const auto gap = static_cast<double>(ceiling - priced_.lower_bound());
        const double growth = nodes_spent < 300 ? 2 : nodes_spent < 1500 ? 0.5 : 0.2;
        return std::min(
            next, ceiling + std::max<std::int64_t>(1, static_cast<std::int64_t>(gap * growth)));
    }

    // Plans of the whole model within the ceiling, known exclusions kept.
    LabelOutcome search(std::int64_t ceiling,
                        const SearchEffort& effort,
                        CoreOrder order = CoreOrder::LargestGapFirst) {
        const auto core = priced_.core_within(ceiling, order);
        if (!core) return {};
        const auto prices = priced_.latest_prices();
        const std::int64_t left = ceiling == kNoCeiling ? kNoCeiling : ceiling - core->forced_cost;
        LabelOutcome outcome = search_labels(
            {core->model, core->exclusions, prices, priced_.scale(), left}, effort, nodes_);
        for (FinishedPlan& plan : outcome.plans) {
            plan.cost += core->forced_cost;
            plan.rows.insert(plan.rows.end(), core->forced.begin(), core->forced.end());
            std::sort(plan.rows.begin(), plan.rows.end());
        }
        return outcome;
    }

    std::vector<Row> with_pins(std::vector<Row> rows) const {
        rows.insert(rows.end(), model_.taken.begin(), model_.taken.end());
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    const OfferingTable& table_;
    SearchModel model_;
    std::int64_t& nodes_;
    std::int64_t top_;  // the dearest any plan can be
    ExclusionBook book_;
    PricedModel priced_;
    std::optional<FinishedPlan> best_known_;
    std::size_t wanted_ = kFirstCore;
    std::int64_t ceiling_ = kNothingSearched;  // no plan costs less than what was searched up to it
    std::optional<std::vector<Row>> answer_;
};

std::int64_t total_of(const OfferingTable& table, const std::vector<Row>& rows, ObjectiveKey key) {
    std::int64_t total = 0;
    for (const Row row : rows) total += signed_value(table.at(row), key);
    return total;
}

std::int64_t shortfall_of(const OfferingTable& table,
                          const PlanQuestion& question,
                          const std::vector<Row>& rows) {
    const std::vector<std::int64_t> counted = counted_hours(table, rows);
    std::int64_t total = 0;
    for (std::size_t q = 0; q < counted.size(); ++q) {
        const std::int64_t needed = table.problem->requirements[q].min_hours.tenths;
        if (question.requirement_holds[q] != 0)
            total += std::max<std::int64_t>(0, needed - counted[q]);
    }
    return total;
}

// Where the keys do not fit one integer together: each alone, what is settled becoming a limit.
std::optional<std::vector<Row>> settle_keys_in_turn(const OfferingTable& table,
                                                    PlanQuestion question,
                                                    std::int64_t& nodes) {
    std::vector<ObjectiveKey> keys = question.objective;
    const bool counts = std::any_of(
        keys.begin(), keys.end(), [](ObjectiveKey key) { return key.measure == Measure::Count; });
    if (!counts) keys.push_back({Measure::Count, false});
    std::optional<std::int64_t> miss_limit;
    std::optional<std::vector<Row>> best;
    const auto settle = [&](std::optional<ObjectiveKey> key) {
        question.objective.clear();
        if (key) question.objective.push_back(*key);
        auto model = make_search_model(table, question);
        if (!model) return false;
        model->miss_limit = miss_limit;
        weigh_single_key(table, key, *model);
        best = BestPlanSearch(table, std::move(*model), nodes).run();
        return best.has_value();
    };
    if (question.may_miss) {
        if (!settle(std::nullopt)) return std::nullopt;
        miss_limit = shortfall_of(table, question, *best);
    }
    for (const ObjectiveKey key : keys) {
        if (!settle(key)) return std::nullopt;
        question.limits.push_back({key, total_of(table, *best, key)});
    }
    return best;
}

// A count is a small number, and the relaxation's is a fraction below it: together with the keys
// after it the bound would lie that fraction too low, which can be worth more than all of those
// keys. So the least count that prices allow is made a limit, and the other keys alone decide. No
// outer value: the count is not that one, and this way says nothing.
std::optional<std::optional<std::vector<Row>>> settle_count_first(const OfferingTable& table,
                                                                  PlanQuestion question,
                                                                  std::int64_t& nodes) {
    constexpr std::int64_t kTries = 2;
    const ObjectiveKey count = question.objective.front();
    auto model = make_search_model(table, question);
    if (!model) return std::optional<std::vector<Row>>();
    weigh_single_key(table, count, *model);
    remove_dominated(table, *model);
    ExclusionBook book(table, *model);
    const PricedModel priced(*model, book, nodes);
    if (priced.is_impossible()) return std::optional<std::vector<Row>>();
    if (!priced.has_bound()) return std::nullopt;
    std::int64_t pinned = 0;
    for (const Row row : model->taken) pinned += signed_value(table.at(row), count);
    question.objective.erase(question.objective.begin());
    question.known.reset();  // it need not keep to this count
    question.limits.push_back({count, pinned + priced.lower_bound()});
    for (std::int64_t t = 0; t < kTries; ++t, ++question.limits.back().bound) {
        if (auto plan = best_plan(table, question, nodes)) return plan;
    }
    return std::nullopt;
}

bool counts_first(const PlanQuestion& question) {
    return question.objective.size() > 1 && !question.may_miss &&
           question.objective.front().measure == Measure::Count;
}

std::int64_t cost_of(const std::vector<SearchItem>& items, const std::vector<Row>& rows) {
    std::int64_t cost = 0;
    for (const SearchItem& item : items) {
        if (std::binary_search(rows.begin(), rows.end(), item.row)) cost += item.cost;
    }
    return cost;
}

// The search of a model that is weighed and reduced; `all_items` are those of before.
std::optional<std::vector<Row>> search_model(const OfferingTable& table,
                                             SearchModel model,
                                             const PlanQuestion& question,
                                             const std::vector<SearchItem>& all_items,
                                             std::int64_t& nodes) {
    const bool is_limited = !model.limits.empty() && !model.limits.front().follows_cost &&
                            !model.limits.front().has_negative && !model.may_miss;
    const ObjectiveKey limited = is_limited ? model.limits.front().key : ObjectiveKey{};
    BestPlanSearch search(table, std::move(model), nodes);
    if (search.is_impossible()) return std::nullopt;
    if (question.known) search.limit_to(cost_of(all_items, *question.known));
    if (search.climb_briefly()) return search.answer();
    search.guess();
    // Under a tight limit the plan that needs least of it is the one to start from, or there is
    // none.
    if (is_limited && !search.knows_a_plan() && !question.known) {
        PlanQuestion least = question;
        least.objective = {limited};
        const auto rows = best_plan(table, least, nodes);
        if (!rows) return std::nullopt;
        search.limit_to(cost_of(all_items, *rows));
    }
    return search.run();
}

}  // namespace

PlanQuestion question_of(const OfferingTable& table) {
    const PlanningProblem& problem = *table.problem;
    PlanQuestion question;
    question.requirement_holds.assign(problem.requirements.size(), 1);
    question.pin_holds.assign(table.pins.size(), 1);
    if (problem.limits.max_fee)
        question.limits.push_back({{Measure::Fee, false}, *problem.limits.max_fee});
    if (problem.limits.max_hours) {
        question.limits.push_back({{Measure::Hours, false}, problem.limits.max_hours->tenths});
    }
    question.objective = problem.objective;
    return question;
}

std::optional<std::vector<Row>> best_plan(const OfferingTable& table,
                                          const PlanQuestion& question,
                                          std::int64_t& nodes) {
    auto model = make_search_model(table, question);
    if (!model) return std::nullopt;
    if (!weigh_objective(table, question.objective, *model)) {
        return settle_keys_in_turn(table, question, nodes);
    }
    if (counts_first(question)) {
        if (auto plan = settle_count_first(table, question, nodes)) return *plan;
    }
    const std::vector<SearchItem> all_items = model->items;
    remove_dominated(table, *model);
    return search_model(table, std::move(*model), question, all_items, nodes);
}

BudgetedQuestion::BudgetedQuestion(const OfferingTable& table, PlanQuestion question)
    : table_(table), question_(std::move(question)) {
    const ObjectiveKey by = question_.limits.back().key;
    model_ = make_search_model(table, question_);
    if (!model_ || counts_first(question_) ||
        !weigh_objective(table, question_.objective, *model_)) {
        model_.reset();
        return;
    }
    const auto limit = std::find_if(model_->limits.begin(),
                                    model_->limits.end(),
                                    [by](const SearchLimit& each) { return each.key == by; });
    if (limit == model_->limits.end()) {  // by hours, which the model keeps apart
        model_.reset();
        return;
    }
    limit_ = static_cast<std::size_t>(limit - model_->limits.begin());
    all_items_ = model_->items;
    remove_dominated(table, *model_);
}

std::optional<std::vector<Row>> BudgetedQuestion::best_within(std::int64_t bound,
                                                              const std::vector<Row>& known,
                                                              std::int64_t& nodes) {
    question_.limits.back().bound = bound;
    question_.known = known;
    if (!model_) return best_plan(table_, question_, nodes);
    SearchModel model = *model_;
    std::int64_t room = bound;
    for (const Row pin : model.taken) {
        room -= signed_value(table_.at(pin), model.limits[limit_].key);
    }
    SearchLimit& limit = model.limits[limit_];
    limit.room = std::min(room, limit.room);
    if (!limit.has_negative) {
        if (limit.room < 0) return std::nullopt;
        std::vector<std::uint8_t> fits;
        for (const std::int64_t value : limit.values) fits.push_back(value <= limit.room ? 1 : 0);
        keep_items(fits, model);
    }
    return search_model(table_, std::move(model), question_, all_items_, nodes);
}

}  // namespace xueshi::plan
