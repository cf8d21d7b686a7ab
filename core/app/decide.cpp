#include "core/app/decide.h"

#include <type_traits>

namespace xueshi::app {
namespace {

using Events = std::vector<Event>;

enrolment::SelectionContext selection_context(const DecideContext& context) {
    return {.now = context.now,
            .fresh_receipt_id = context.fresh_receipt_id,
            .teacher = context.teacher.profile.value,
            .selections = context.teacher.selections,
            .catalogue = context.shared.catalogue,
            .rules = context.rules};
}

Result<Events> decide_one(const DecideContext& context, const enrolment::SubmitSelection& command) {
    if (!context.teacher.profile.is_written()) return make_error(kNoProfile);
    auto receipt = enrolment::decide_submission(selection_context(context), command);
    if (!receipt) return receipt.error();
    return Events{SelectionConfirmed{*receipt}};
}

Result<Events> decide_one(const DecideContext& context, const enrolment::WithdrawSelection& command) {
    if (!context.teacher.profile.is_written()) return make_error(kNoProfile);
    auto moment = enrolment::decide_withdrawal(selection_context(context), command);
    if (!moment) return moment.error();
    return Events{SelectionWithdrawn{command.selection_id, *moment}};
}

Result<Events> decide_one(const DecideContext& context, const ConfirmProfile&) {
    if (!context.teacher.profile.is_written()) return make_error(kNoProfile);
    return Events{ProfileConfirmed{context.now}};
}

Result<Events> decide_one(const DecideContext& context, const ChooseTheme& command) {
    if (context.teacher.theme.is_written() && context.teacher.theme.value == command.theme) return Events{};
    return Events{ThemeChosen{command.theme}};
}

// Commands on plan drafts: one event, or a list of them.
template <class PlanCommand>
Result<Events> decide_one(const DecideContext& context, const PlanCommand& command) {
    auto decided = plan::decide(context.teacher.plans, command);
    if (!decided) return decided.error();
    if constexpr (requires { decided->begin(); }) {
        return Events(decided->begin(), decided->end());
    } else {
        return Events{*decided};
    }
}

}  // namespace

Result<Events> decide(const DecideContext& context, const Command& command) {
    return std::visit([&](const auto& order) { return decide_one(context, order); }, command);
}

}  // namespace xueshi::app
