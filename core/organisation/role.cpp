#include "core/organisation/role.h"

namespace xueshi::organisation {

std::string_view role_name(OrgRole role) {
    switch (role) {
        case OrgRole::Teacher: return "teacher";
        case OrgRole::Principal: return "principal";
        case OrgRole::SchoolAdministrator: return "school_administrator";
        case OrgRole::DistrictAdministrator: return "district_administrator";
        case OrgRole::Institution: return "institution";
        case OrgRole::ResearchDepartment: return "research_department";
        case OrgRole::Centre: return "centre";
    }
    return "";
}

std::optional<OrgRole> parse_role(std::string_view name) {
    for (const OrgRole role : kAllRoles) {
        if (role_name(role) == name) return role;
    }
    return std::nullopt;
}

}  // namespace xueshi::organisation
