#include "core/plan/plan_pieces.h"

#include <algorithm>
#include <utility>

namespace xueshi::plan {
namespace {

// The problem without what is answered in later pieces.
PlanningProblem plain(PlanningProblem problem) {
    problem.alternatives.reset();
    problem.frontier.reset();
    return problem;
}

std::vector<Row> rows_of(const OfferingTable& table, const ProposedPlan& plan) {
    std::vector<Row> rows;
    rows.reserve(plan.chosen.size());
    const auto id_of = [&](const OfferingRow& row) -> const std::string& {
        return table.problem->offerings[static_cast<std::size_t>(row.offering)].id;
    };
    for (const std::string& id : plan.chosen) {
        const auto found = std::lower_bound(
            table.rows.begin(),
            table.rows.end(),
            id,
            [&](const OfferingRow& row, const std::string& wanted) { return id_of(row) < wanted; });
        rows.push_back(static_cast<Row>(found - table.rows.begin()));
    }
    return rows;
}

}  // namespace

PlanPieces::PlanPieces(PlanningProblem problem)
    : problem_(std::move(problem)), table_(make_offering_table(problem_)) {}

std::optional<PlanPiece> PlanPieces::next() {
    PlanPiece piece;
    if (!std::exchange(is_begun_, true)) {
        piece.content = advise_first();
    } else if (alternatives_left_ > 0) {
        seek_alternative();
        piece.content = further_plans();
    } else if (is_seeking_stops()) {
        stops_.empty() ? seek_ends() : seek_stop();
        piece.content = frontier_stops();
    } else {
        return std::nullopt;
    }
    piece.is_last = alternatives_left_ == 0 && !is_seeking_stops();
    return piece;
}

PlanningAdvice PlanPieces::advise_first() {
    PlanningAdvice advice = advise(plain(problem_));
    if (const auto* optimal = std::get_if<OptimalAnswer>(&advice.answer.verdict)) {
        series_.push_back(rows_of(table_, optimal->best));
        if (problem_.alternatives) alternatives_left_ = problem_.alternatives->count;
        wants_frontier_ = problem_.frontier && problem_.frontier->max_points > 0;
    }
    return advice;
}

void PlanPieces::seek_alternative() {
    PlanQuestion question = question_of(table_);
    question.differ = problem_.alternatives->differ;
    question.differ_from = series_;
    auto found = best_plan(table_, question, nodes_);
    alternatives_left_ = found ? alternatives_left_ - 1 : 0;
    if (found) series_.push_back(std::move(*found));
}

void PlanPieces::seek_ends() {
    wants_frontier_ = false;
    ends_ = find_frontier_ends(table_, *problem_.frontier, nodes_);
    if (!ends_) return;
    budgeted_.emplace(table_, frontier_question(table_, *problem_.frontier, *ends_));
    if (ends_->budget_at(ends_->steps) >= ends_->highest) add_stop(ends_->steps, ends_->richest);
    if (ends_->budget_at(0) < ends_->highest) {
        if (auto rows = best_within(0)) add_stop(0, std::move(*rows));
    }
    for (std::size_t i = 0; i + 1 < stops_.size(); ++i)
        open_gap(stops_[i].last + 1, stops_[i + 1].first - 1);
}

void PlanPieces::seek_stop() {
    const Gap gap = gaps_.front();
    gaps_.pop_front();
    const std::int64_t middle = gap.first + (gap.last - gap.first) / 2;
    auto rows = best_within(middle);
    if (!rows) return;
    add_stop(middle, std::move(*rows));
    const auto stop = std::find_if(
        stops_.begin(), stops_.end(), [middle](const Stop& each) { return each.last >= middle; });
    open_gap(gap.first, stop->first - 1);
    open_gap(middle + 1, gap.last);
}

// A plan that costs less than its budget is the best under every budget it fits into, up to that
// one.
void PlanPieces::add_stop(std::int64_t budget_index, Rows rows) {
    const std::int64_t value = total_of(table_, rows, problem_.frontier->by);
    const auto place = std::find_if(
        stops_.begin(), stops_.end(), [&](const Stop& stop) { return stop.first > budget_index; });
    const bool is_known =
        place != stops_.begin() && value <= ends_->budget_at(std::prev(place)->last);
    if (is_known) {
        std::prev(place)->last = budget_index;
        return;
    }
    std::int64_t first = budget_index;
    const std::int64_t floor = place == stops_.begin() ? 0 : std::prev(place)->last + 1;
    while (first > floor && ends_->budget_at(first - 1) >= value) --first;
    stops_.insert(place, {first, budget_index, std::move(rows)});
}

void PlanPieces::open_gap(std::int64_t first, std::int64_t last) {
    if (first <= last) gaps_.push_back({first, last});
}

std::optional<PlanPieces::Rows> PlanPieces::best_within(std::int64_t budget_index) {
    return budgeted_->best_within(ends_->budget_at(budget_index), ends_->least, nodes_);
}

FurtherPlans PlanPieces::further_plans() const {
    FurtherPlans further;
    for (std::size_t i = 1; i < series_.size(); ++i)
        further.plans.push_back(describe_plan(table_, series_[i]));
    return further;
}

FrontierStops PlanPieces::frontier_stops() const {
    FrontierStops stops;
    for (const Stop& stop : stops_) stops.plans.push_back(describe_plan(table_, stop.rows));
    return stops;
}

}  // namespace xueshi::plan
