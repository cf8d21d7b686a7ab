#include "core/plan/best_plan_search.h"

#include <algorithm>

#include "core/plan/first_plan.h"

namespace xueshi::plan {
namespace {

constexpr std::size_t kNarrowCores[] = {64, 160};
constexpr std::size_t kNarrowWidths[] = {40, 120};
constexpr std::int64_t kPatience = 15'000;       // nodes of a first exact search
constexpr std::int64_t kBriefPatience = 15'000;  // of one that comes before any plan is known
constexpr std::int64_t kBriefNodes = 20'000;     // of all of these

std::int64_t cost_of(const std::vector<SearchItem>& items, const std::vector<Row>& rows) {
    std::int64_t cost = 0;
    for (const SearchItem& item : items) {
        if (std::binary_search(rows.begin(), rows.end(), item.row)) cost += item.cost;
    }
    return cost;
}

// A limit that can leave nothing though every need could be met without it.
std::optional<ObjectiveKey> tight_limit(const SearchModel& model) {
    const bool is_limited = !model.limits.empty() && !model.limits.front().follows_cost &&
                            !model.limits.front().has_negative && !model.may_miss;
    if (!is_limited) return std::nullopt;
    return model.limits.front().key;
}

}  // namespace

BestPlanSearch::BestPlanSearch(const OfferingTable& table,
                               SearchModel model,
                               std::int64_t& nodes,
                               const SearchStart* start)
    : table_(table),
      model_(std::move(model)),
      nodes_(nodes),
      top_(model_.dearest.value_or(kNoCeiling)),
      book_(table,
            model_,
            start == nullptr ? std::vector<Exclusion>() : start->exclusions,
            start == nullptr ? KnownExclusions() : start->known),
      priced_(model_, book_, nodes, start == nullptr ? nullptr : &start->pricing) {}

bool BestPlanSearch::climb_briefly() {
    return priced_.is_impossible() || climb(kBriefPatience, kBriefNodes);
}

void BestPlanSearch::guess() {
    if (!priced_.has_bound()) return;
    for (std::size_t attempt = 0; attempt < std::size(kNarrowCores); ++attempt) {
        const std::int64_t wide = std::max(priced_.ceiling_for(kNarrowCores[attempt]), ceiling_);
        try_narrow(std::min(wide, top_), kNarrowWidths[attempt]);
        if (knows_a_plan() || kNarrowCores[attempt] >= model_.items.size()) return;
    }
}

std::optional<std::vector<Row>> BestPlanSearch::run() {
    if (knows_a_plan()) limit_to(best_known_->cost);
    for (std::int64_t patience = kPatience;; patience *= 4) {
        if (climb(patience, kNoCeiling)) return answer_;
        if (settle_by_division(patience)) return answer_;
    }
}

void BestPlanSearch::try_narrow(std::int64_t ceiling, std::size_t width) {
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        const LabelOutcome outcome = search(ceiling, {width, 0});
        if (!take_news(outcome.plans)) return;
        priced_.price_again(ceiling);
    }
}

bool BestPlanSearch::take_news(const std::vector<FinishedPlan>& plans) {
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

bool BestPlanSearch::climb(std::int64_t patience, std::int64_t most) {
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

bool BestPlanSearch::settle_by_division(std::int64_t patience) {
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
        branch(TieRule::SmallestIds, kPatience + spent * 4, best_known_->cost) || first_by_ids();
    if (is_settled) answer_ = with_pins(best_known_->rows);
    return is_settled;
}

bool BestPlanSearch::branch(TieRule rule, std::int64_t patience, std::int64_t ceiling) {
    const auto core = priced_.core_within(ceiling, CoreOrder::LargestGapFirst);
    if (!core) return true;
    const bool is_within = best_known_ && best_known_->cost <= ceiling;
    const auto known = is_within ? best_known_ : std::nullopt;
    BranchOutcome outcome =
        search_branches(table_, *core, book_, known, ceiling, rule, patience, nodes_);
    if (outcome.best) best_known_ = std::move(outcome.best);
    return outcome.is_proof;
}

bool BestPlanSearch::first_by_ids() {
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

std::int64_t BestPlanSearch::raised(std::int64_t ceiling, std::int64_t nodes_spent) {
    while (wanted_ < model_.items.size() && priced_.ceiling_for(wanted_) <= ceiling) {
        wanted_ += wanted_ / 2 + 1;
    }
    const std::int64_t next = priced_.ceiling_for(wanted_);
    if (next == kNoCeiling) return next;
    // What was learned meanwhile may have raised the bound beyond the ceiling.
    if (ceiling < priced_.lower_bound()) return priced_.ceiling_for(kFirstCore);
    const auto gap = static_cast<double>(ceiling - priced_.lower_bound());
    const double growth = nodes_spent < 300 ? 2 : nodes_spent < 1500 ? 0.35 : 0.15;
    return std::min(next,
                    ceiling + std::max<std::int64_t>(1, static_cast<std::int64_t>(gap * growth)));
}

LabelOutcome BestPlanSearch::search(std::int64_t ceiling,
                                    const SearchEffort& effort,
                                    CoreOrder order) {
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

std::vector<Row> BestPlanSearch::with_pins(std::vector<Row> rows) const {
    rows.insert(rows.end(), model_.taken.begin(), model_.taken.end());
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool counts_first(const PlanQuestion& question, bool knows_a_plan) {
    if (question.objective.size() < 2 || question.may_miss) return false;
    const ObjectiveKey first = question.objective.front();
    return first.measure == Measure::Count && !(first.maximised && knows_a_plan);
}

std::optional<std::vector<Row>> answer_question(const OfferingTable& table,
                                                BestPlanSearch& search,
                                                const PlanQuestion& question,
                                                const std::vector<SearchItem>& all_items,
                                                std::int64_t& nodes) {
    if (search.is_impossible()) return std::nullopt;
    if (question.known) search.limit_to(cost_of(all_items, *question.known));
    if (search.climb_briefly()) return search.answer();
    search.guess();
    // Under a tight limit the plan that needs least of it is the one to start from, or there is
    // none.
    const auto limited = tight_limit(search.model());
    if (limited && !search.knows_a_plan() && !question.known) {
        PlanQuestion least = question;
        least.objective = {*limited};
        const auto rows = best_plan(table, least, nodes);
        if (!rows) return std::nullopt;
        search.limit_to(cost_of(all_items, *rows));
    }
    return search.run();
}

}  // namespace xueshi::plan
