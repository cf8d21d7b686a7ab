#include "core/app/special_posts.h"

namespace xueshi::app {
namespace {

// The district a research department or an institution serves; none for the city's.
UnitId district_above(const UnitId& unit_id, const std::map<UnitId, Latest<organisation::Unit>>& units) {
    const auto unit = units.find(unit_id);
    if (unit == units.end()) return {};
    const auto above = units.find(unit->second.value.parent);
    const bool is_district =
        above != units.end() && above->second.value.kind == organisation::OrgKind::District;
    return is_district ? above->first : UnitId{};
}

}  // namespace

std::vector<organisation::Post> posts_of(std::span<const organisation::OrgRole> roles,
                                         const UnitId& unit_id,
                                         const std::map<UnitId, Latest<organisation::Unit>>& units) {
    std::vector<organisation::Post> posts;
    for (const organisation::OrgRole role : roles) {
        organisation::Post post{role, unit_id, {}, {}};
        const bool is_of_district_or_city =
            role == organisation::OrgRole::ResearchDepartment || role == organisation::OrgRole::Institution;
        if (is_of_district_or_city) post.district_id = district_above(unit_id, units);
        posts.push_back(std::move(post));
    }
    return posts;
}

}  // namespace xueshi::app
