#include "core/plan/budgeted_question.h"

#include <algorithm>

namespace xueshi::plan {

BudgetedQuestion::BudgetedQuestion(const OfferingTable& table, PlanQuestion question)
    : table_(table), question_(std::move(question)) {
    const ObjectiveKey by = question_.limits.back().key;
    model_ = make_search_model(table, question_);
    if (!model_ || counts_first(question_, true) ||
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
        const auto fits = [&limit](std::int64_t value) { return value <= limit.room; };
        if (!std::all_of(limit.values.begin(), limit.values.end(), fits)) {
            std::vector<std::uint8_t> keeps;
            for (const std::int64_t value : limit.values) keeps.push_back(fits(value) ? 1 : 0);
            keep_items(keeps, model);
        }
    }
    BestPlanSearch search(table_, std::move(model), nodes, start_ ? &*start_ : nullptr);
    auto plan = answer_question(table_, search, question_, all_items_, nodes);
    start_ = search.start_for_next();
    return plan;
}

}  // namespace xueshi::plan
