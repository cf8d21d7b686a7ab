#include "core/organisation/unit.h"

#include <array>

namespace xueshi::organisation {
namespace {

constexpr std::array<std::string_view, 6> kKindNames = {"centre",      "district",      "affiliated_unit",
                                                        "institution", "research_dept", "school"};

}  // namespace

std::string_view org_kind_name(OrgKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<OrgKind> parse_org_kind(std::string_view name) {
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
        if (kKindNames[i] == name) return static_cast<OrgKind>(i);
    }
    return std::nullopt;
}

}  // namespace xueshi::organisation
