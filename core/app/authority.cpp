#include "core/app/authority.h"

#include <type_traits>

namespace xueshi::app {
namespace {

template <class T, class... Kinds>
inline constexpr bool kIsOneOf = (std::is_same_v<T, Kinds> || ...);

}  // namespace

DecidedBy authority_of(const Command& command) {
    return std::visit(
        [](const auto& order) {
            using Order = std::decay_t<decltype(order)>;
            return kIsOneOf<Order, enrolment::SubmitSelection, enrolment::WithdrawSelection> ? DecidedBy::Server
                                                                                            : DecidedBy::Device;
        },
        command);
}

bool is_device_event(const Event& event) {
    return std::visit(
        [](const auto& fact) {
            using Fact = std::decay_t<decltype(fact)>;
            return kIsOneOf<Fact, plan::PlanNamed, plan::PlanDiscarded, plan::PlanMarkChanged,
                            plan::PlanLimitsChanged, plan::PlanPrioritiesChanged, ProfileConfirmed, ThemeChosen,
                            diagnostic::DiagnosticBegun, diagnostic::ItemAnswered,
                            diagnostic::DiagnosticFinished, CourseThemesWanted>;
        },
        event);
}

}  // namespace xueshi::app
