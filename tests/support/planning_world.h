// A teacher's state and a catalogue for tests of projections and screens, built from events as in
// life.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/app/apply.h"
#include "core/app/decide.h"
#include "core/app/select_input.h"
#include "tests/support/builders.h"

namespace xueshi::testing {

struct PlanningWorld {
    app::TeacherState teacher;
    app::SharedState shared;
    app::UnitState unit;
    rules::RuleBook rules = codec::built_in_rules();
    std::vector<organisation::OrgRole> roles = {organisation::OrgRole::Teacher};
    Instant now = moment("2017-03-20T09:00");
    PlanId edited;
    DeviceId device{"test"};
    std::int64_t last_stamp = 0;
    const diagnostic::CapabilityShelf* shelf = nullptr;

    PlanningWorld() { tell(app::ProfileRecorded{teacher_profile()}); }

    app::SelectInput input() const {
        return {.now = now,
                .edited_plan = edited,
                .device_id = device,
                .roles = roles,
                .teacher = teacher,
                .shared = shared,
                .unit = unit,
                .rules = rules,
                .shelf = shelf};
    }

    PlanningWorld& tell(app::Event event) {
        const app::StampedEvent stamped{std::move(event),
                                        Stamp{++last_stamp, 0, "test"},
                                        static_cast<std::uint64_t>(last_stamp)};
        app::apply(teacher, stamped);
        app::apply(shared, stamped);
        app::apply(unit, stamped);
        return *this;
    }
    // What `device` decided as it stood before `other` told `there`, and the other way round: neither knew.
    PlanningWorld& tell_apart(app::Event here, app::Event there, const std::string& other = "other") {
        const app::TeacherState common = teacher;
        app::note_replaced(common, here, device.text);
        app::note_replaced(common, there, other);
        app::apply(teacher, {std::move(here), Stamp{++last_stamp, 0, device.text}, 0});
        app::apply(teacher, {std::move(there), Stamp{++last_stamp, 0, other}, 0});
        return *this;
    }
    PlanningWorld& publish(catalogue::CourseRun run) {
        return tell(app::CourseRunPublished{std::move(run)});
    }
    PlanningWorld& record(ledger::HourRecord record) {
        return tell(app::HoursRecorded{std::move(record)});
    }

    PlanningWorld& draft(const std::string& id, const std::string& name) {
        edited = PlanId{id};
        return tell(plan::PlanNamed{edited, name});
    }
    PlanningWorld& mark(const std::string& run, plan::PlanMark mark = plan::PlanMark::Chosen) {
        return tell(plan::PlanMarkChanged{edited, CourseRunId{run}, mark});
    }
    // What the server confirmed, as if these runs had been submitted.
    PlanningWorld& confirm(const std::string& selection, const std::vector<std::string>& runs) {
        enrolment::SelectionReceipt receipt;
        receipt.selection_id = SelectionId{selection};
        receipt.receipt_id = ReceiptId{"7Q4K2-0MXTA"};
        receipt.teacher_id = TeacherId{"t1"};
        receipt.year = {2017};
        receipt.confirmed_at = moment("2017-03-10T09:12");
        for (const std::string& id : runs) {
            receipt.course_run_ids.emplace_back(id);
            if (const catalogue::CourseRun* run = shared.catalogue.find(CourseRunId{id})) {
                receipt.hours += run->hours;
                receipt.fee_fen += run->fee_fen;
            }
        }
        return tell(app::SelectionConfirmed{receipt});
    }
};

// The public subject of 2017: 18 hours, free, all year.
inline catalogue::CourseRun public_subject() {
    catalogue::CourseRun run = course_run("public");
    run.title = "“一带一路”战略规划";
    run.category = HourCategory::Public;
    run.it_part = catalogue::ItPart::None;
    run.theme.clear();
    run.hours = whole_hours(18);
    run.fee_fen = 0;
    run.opens = date("2017-03-08");
    run.closes = date("2017-12-31");
    run.phase_id.clear();
    return run;
}

inline catalogue::CourseRun taught_run(const std::string& id,
                                       std::string_view begins,
                                       std::string_view ends) {
    catalogue::CourseRun run = course_run(id);
    run.delivery = catalogue::DeliveryMode::FaceToFace;
    run.sessions = {session(begins, ends)};
    return run;
}

}  // namespace xueshi::testing
