#include "core/app/select_participation.h"

#include <algorithm>
#include <map>

#include "core/base/sorting.h"

namespace xueshi::app {

ParticipationCounts& ParticipationCounts::operator+=(const ParticipationCounts& other) {
    teachers += other.teachers;
    took_part += other.took_part;
    completed += other.completed;
    due += other.due;
    begun += other.begun;
    finished += other.finished;
    return *this;
}

std::int64_t rate(std::int64_t part, std::int64_t whole) {
    constexpr std::int64_t kAll = 10'000;
    return whole <= 0 ? 0 : (part * kAll * 2 + whole) / (whole * 2);
}

bool follows_participation(std::span<const organisation::OrgRole> roles) {
    using organisation::OrgRole;
    return std::any_of(roles.begin(), roles.end(), [](OrgRole role) {
        return role == OrgRole::Principal || role == OrgRole::SchoolAdministrator ||
               role == OrgRole::DistrictAdministrator;
    });
}

ParticipationProjection select_participation(const SelectInput& input) {
    ParticipationProjection projection;
    std::map<UnitId, SchoolParticipation> schools;
    for (const auto& [id, held] : input.unit.participation.schools) {
        const diagnostic::ProgrammeFigures& figures = held.value;
        schools[id] = {id,
                       figures.school_name,
                       {.teachers = figures.teachers,
                        .took_part = figures.took_part,
                        .completed = figures.completed,
                        .due = figures.due()}};
    }
    for (const auto& [id, teacher] : input.unit.participation.teachers) {
        const auto school = schools.find(teacher.school_id);
        if (!teacher.is_due || school == schools.end()) continue;
        // A finish whose beginning was not heard of yet is a beginning too.
        if (teacher.begun_at || teacher.finished_at) ++school->second.counts.begun;
        if (teacher.finished_at) ++school->second.counts.finished;
    }
    for (auto& [id, school] : schools) {
        projection.all += school.counts;
        projection.schools.push_back(std::move(school));
    }
    projection.has_figures = !projection.schools.empty();
    sort_values(projection.schools, [](const SchoolParticipation& a, const SchoolParticipation& b) {
        const std::int64_t left_a = a.counts.due - a.counts.finished;
        const std::int64_t left_b = b.counts.due - b.counts.finished;
        return left_a != left_b ? left_a > left_b : a.name < b.name;
    });
    return projection;
}

}  // namespace xueshi::app
