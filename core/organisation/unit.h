// The unit tree (R1): under the Centre stand districts and directly affiliated units side by side; schools
// stand under a district or are affiliated units themselves and then have no district above them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/localized_text.h"

namespace xueshi::organisation {

enum class OrgKind : std::uint8_t { Centre, District, AffiliatedUnit, Institution, ResearchDept, School };

struct Unit {
    UnitId id;
    OrgKind kind = OrgKind::School;
    LocalizedText name;
    UnitId parent;  // empty for the Centre

    friend bool operator==(const Unit&, const Unit&) = default;
};

std::string_view org_kind_name(OrgKind kind);
std::optional<OrgKind> parse_org_kind(std::string_view name);

}  // namespace xueshi::organisation
