#include "core/app/decide.h"

#include <algorithm>
#include <limits>
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

diagnostic::DiagnosticContext diagnostic_context(const DecideContext& context) {
    return {.now = context.now,
            .stage = context.teacher.profile.value.stage,
            .subject = context.teacher.profile.value.subject,
            .diagnostics = context.teacher.diagnostics,
            .shelf = context.shelf};
}

template <class DiagnosticCommand>
Result<Events> decide_diagnostic(const DecideContext& context, const DiagnosticCommand& command) {
    if (!context.teacher.profile.is_written()) return make_error(kNoProfile);
    auto event = diagnostic::decide(diagnostic_context(context), command);
    if (!event) return event.error();
    return Events{*std::move(event)};
}

// In the client a door of its last part (web/program_parts.txt): only its page gives these commands.
Result<Events> decide_one(const DecideContext& context, const diagnostic::BeginDiagnostic& command) {
    return decide_diagnostic(context, command);
}

Result<Events> decide_one(const DecideContext& context, const diagnostic::AnswerItem& command) {
    return decide_diagnostic(context, command);
}

Result<Events> decide_one(const DecideContext& context, const diagnostic::FinishDiagnostic& command) {
    return decide_diagnostic(context, command);
}

Result<Events> decide_one(const DecideContext& context, const WantCourseThemes& command) {
    CourseThemesWanted event{command.themes};
    std::sort(event.themes.begin(), event.themes.end());
    event.themes.erase(std::unique(event.themes.begin(), event.themes.end()), event.themes.end());
    if (event.themes.size() > kMaxWantedThemes) return make_error(kOutOfRange, "themes");
    if (context.teacher.wanted_themes.value == event.themes) return Events{};
    return Events{std::move(event)};
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

bool is_checked(const Event& event) {
    return std::holds_alternative<diagnostic::DiagnosticBegun>(event) ||
           std::holds_alternative<diagnostic::ItemAnswered>(event) ||
           std::holds_alternative<diagnostic::DiagnosticFinished>(event);
}

Outcome check_device_event(const DecideContext& context, const Event& event) {
    return std::visit(
        [&](const auto& fact) -> Outcome {
            if constexpr (requires { diagnostic::check(diagnostic_context(context), fact); }) {
                return diagnostic::check(diagnostic_context(context), fact);
            } else {
                return Done{};
            }
        },
        event);
}

void note_replaced(const TeacherState& state, Event& event, std::string_view node) {
    std::visit(
        [&](auto& fact) {
            if constexpr (requires { fact.replaces; }) plan::note_replaced(state.plans, fact, node);
        },
        event);
}

void note_moved(Event& event, const Stamp& from, const Stamp& to) {
    if (from.node == to.node) return;
    // The last moment before both: equal but for the node, the old stamp might not be the smaller one.
    Stamp before = to < from ? to : from;
    before.node = from.node;
    if (before.counter > 0) {
        --before.counter;
    } else {
        before = {before.wall_ms - 1, std::numeric_limits<std::uint32_t>::max(), from.node};
    }
    std::visit(
        [&](auto& fact) {
            if constexpr (requires { fact.replaces; }) {
                if (!fact.replaces || before.wall_ms < 0) return;
                if (fact.replaces->size() == kMaxReplaced) fact.replaces->pop_back();
                fact.replaces->push_back(before);
            }
        },
        event);
}

}  // namespace xueshi::app
