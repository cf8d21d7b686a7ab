// Who does what (R2). A role is held at a unit; one account may hold several.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xueshi::organisation {

enum class OrgRole : std::uint8_t {
    Teacher,
    Principal,
    SchoolAdministrator,
    DistrictAdministrator,
    Institution,
    ResearchDepartment,
    Centre,
};

inline constexpr std::array kAllRoles = {
    OrgRole::Teacher,     OrgRole::Principal,          OrgRole::SchoolAdministrator, OrgRole::DistrictAdministrator,
    OrgRole::Institution, OrgRole::ResearchDepartment, OrgRole::Centre,
};

// Stable names on the wire and in rule packs: "teacher", "district_administrator" …
std::string_view role_name(OrgRole role);
std::optional<OrgRole> parse_role(std::string_view name);

}  // namespace xueshi::organisation
