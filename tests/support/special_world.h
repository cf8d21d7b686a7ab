// A teacher, a special project and its roster, as the screens of special training see them.
#pragma once

#include "core/app/select_desk.h"
#include "core/app/special_applicant.h"
#include "core/app/special_posts.h"
#include "tests/support/planning_world.h"
#include "tests/support/roster_world.h"

namespace xueshi::testing {

struct SpecialWorld {
    PlanningWorld planning;
    RosterWorld roster;
    app::SpecialState special;
    std::vector<organisation::OrgRole> roles = {organisation::OrgRole::Teacher};
    UnitId unit_id{"school-1"};
    AccountId account_id{"account-1"};
    std::vector<organisation::Post> deputed;  // posts in which the account stands in
    std::vector<enrolment::RosterCommand> waiting;

    SpecialWorld() {
        planning.now = roster.now;
        catalogue::CourseRun run = course_run("S01");
        run.hours = whole_hours(48);
        planning.publish(std::move(run));
        roster.set_quota(1, me().quota_unit_id.text);
        planning.tell(app::UnitRecorded{{me().quota_unit_id, organisation::OrgKind::District, {"海珠区", "Haizhu"}, {}}});
    }

    enrolment::Applicant me() const { return app::applicant_of(planning.teacher.profile.value); }
    // Another of my school.
    enrolment::Applicant colleague(const std::string& id) const {
        enrolment::Applicant other = me();
        other.teacher_id = TeacherId{id};
        other.name = "教师 " + id;
        return other;
    }

    app::SpecialInput input() {
        app::apply(special, enrolment::ProjectPublished{roster.project}, Stamp{++stamp_, 0, "server"});
        special.rosters[roster.project.id] = roster.roster;
        const std::set<UnitId> units = {me().quota_unit_id};
        const auto counts = enrolment::count(roster.roster, roster.project.id, units);
        for (const auto& [unit, seats] : counts.seats) app::apply(special, seats, Stamp{++stamp_, 0, "server"});
        for (const auto& [id, position] : counts.positions) {
            app::apply(special, enrolment::PositionNoted{roster.project.id, id, position}, Stamp{++stamp_, 0, "server"});
        }
        posts_ = app::posts_of(roles, unit_id, planning.shared.units);
        posts_.insert(posts_.end(), deputed.begin(), deputed.end());
        return {.now = roster.now,
                .teacher = planning.teacher,
                .shared = planning.shared,
                .special = special,
                .account_id = account_id,
                .posts = posts_,
                .waiting = waiting};
    }

  private:
    std::vector<organisation::Post> posts_;
    std::int64_t stamp_ = 0;
};

}  // namespace xueshi::testing
