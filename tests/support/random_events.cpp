#include "tests/support/random_events.h"

#include "tests/support/builders.h"

namespace xueshi::testing {
namespace {

using plan::PlanMark;

std::string pick(TestRandom& random, const std::string& prefix, std::size_t count) {
    return prefix + std::to_string(random.below(count));
}

app::Event random_plan_event(TestRandom& random) {
    const PlanId plan_id{pick(random, "p", 3)};
    switch (random.below(5)) {
        case 0: return plan::PlanNamed{plan_id, pick(random, "方案", 4)};
        case 1: return plan::PlanDiscarded{plan_id, random.below(2) == 0};
        case 2: return plan::PlanLimitsChanged{plan_id, {static_cast<std::int64_t>(random.below(50'000)), {}}};
        case 3: {
            auto priorities = plan::default_priorities();
            std::swap(priorities[random.below(4)], priorities[random.below(4)]);
            return plan::PlanPrioritiesChanged{plan_id, priorities};
        }
        default:
            return plan::PlanMarkChanged{plan_id, CourseRunId{pick(random, "R", 6)},
                                         static_cast<PlanMark>(random.below(4))};
    }
}

// The receipt of a selection is written once: the same id always carries the same receipt.
app::Event random_selection_event(TestRandom& random) {
    const SelectionId id{pick(random, "s", 4)};
    switch (random.below(3)) {
        case 0: {
            enrolment::SelectionReceipt receipt;
            receipt.selection_id = id;
            receipt.receipt_id = ReceiptId{"receipt-" + id.text};
            receipt.teacher_id = TeacherId{"t1"};
            receipt.year = {2017};
            receipt.course_run_ids = {CourseRunId{"R-" + id.text}};
            return app::SelectionConfirmed{receipt};
        }
        case 1: return app::SelectionWithdrawn{id, {static_cast<std::int64_t>(random.below(5))}};
        default: return app::PaymentRecorded{id, static_cast<enrolment::PaymentState>(random.below(3))};
    }
}

// Terms and results differ on purpose: they are written once.
app::Event random_diagnostic_event(TestRandom& random) {
    const DiagnosticId id{pick(random, "d", 3)};
    switch (random.below(5)) {
        case 0: {
            diagnostic::DiagnosticTerms terms;
            terms.seed = random.below(9);
            terms.begun_at = {static_cast<std::int64_t>(random.below(50))};
            return diagnostic::DiagnosticBegun{id, terms};
        }
        case 1: return diagnostic::DiagnosticFinished{id, {{}, {static_cast<std::int64_t>(random.below(50))}}};
        case 2: return app::CourseThemesWanted{{pick(random, "T1", 9)}};
        case 3: {
            diagnostic::EarlierProgramme earlier;
            earlier.phase_title = pick(random, "第", 4);
            return app::EarlierProgrammeRecorded{earlier};
        }
        default:
            return diagnostic::ItemAnswered{id, pick(random, "I-", 6), static_cast<int>(random.below(4))};
    }
}

app::Event random_record_event(TestRandom& random) {
    switch (random.below(4)) {
        case 0: {
            auto profile = teacher_profile();
            profile.name = pick(random, "老师", 5);
            return app::ProfileRecorded{profile};
        }
        case 1: return app::ProfileConfirmed{{static_cast<std::int64_t>(random.below(100))}};
        case 2: return app::ThemeChosen{static_cast<app::ThemeChoice>(random.below(3))};
        default:
            return app::HoursRecorded{hour_record(pick(random, "H", 5), static_cast<HourCategory>(random.below(3)),
                                                  {static_cast<std::int64_t>(random.below(200))},
                                                  static_cast<ledger::HourState>(random.below(3)))};
    }
}

// Some stamps of earlier events, some of none, and now and then an event older than the field.
Replaced random_replaced(TestRandom& random, const std::vector<app::StampedEvent>& earlier) {
    if (random.below(5) == 0) return std::nullopt;
    std::vector<Stamp> stamps;
    for (std::size_t count = random.below(3); count > 0 && !earlier.empty(); --count) {
        stamps.push_back(earlier[random.below(earlier.size())].stamp);
    }
    if (random.below(8) == 0) stamps.push_back({4, 999, "desk"});
    return stamps;
}

}  // namespace

std::vector<app::StampedEvent> random_teacher_events(TestRandom& random, std::size_t count) {
    std::vector<app::StampedEvent> events;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t kind = random.below(12);
        app::Event event = kind < 6   ? random_plan_event(random)
                           : kind < 8  ? random_selection_event(random)
                           : kind < 10 ? random_diagnostic_event(random)
                                       : random_record_event(random);
        std::visit(
            [&](auto& fact) {
                if constexpr (requires { fact.replaces; }) fact.replaces = random_replaced(random, events);
            },
            event);
        // Unique by the counter; wall time and node collide on purpose.
        const Stamp stamp{static_cast<std::int64_t>(1 + random.below(8)), static_cast<std::uint32_t>(i),
                          random.below(2) == 0 ? "desk" : "phone"};
        events.push_back({std::move(event), stamp, 0});
    }
    return events;
}

std::vector<app::StampedEvent> random_shared_events(TestRandom& random, std::size_t count) {
    std::vector<app::StampedEvent> events;
    for (std::size_t i = 0; i < count; ++i) {
        app::Event event = app::CourseRunWithdrawn{CourseRunId{pick(random, "R", 5)}};
        switch (random.below(4)) {
            case 0: {
                auto run = course_run(pick(random, "R", 5));
                run.title = pick(random, "标题", 50);
                event = app::CourseRunPublished{run};
                break;
            }
            case 1: event = app::ReadingsPublished{{{"行", {pick(random, "xing", 9)}}}}; break;
            case 2: event = app::NoticePosted{{NoticeId{pick(random, "n", 2)}, pick(random, "通知", 9), "", "", {}}}; break;
            default: break;
        }
        events.push_back({std::move(event), Stamp{1, static_cast<std::uint32_t>(i), "server"}, i + 1});
    }
    return events;
}

}  // namespace xueshi::testing
