// In which capacities an account acts, from its roles and its unit's place in the tree.
#pragma once

#include <map>
#include <span>

#include "core/base/latest.h"
#include "core/organisation/post.h"
#include "core/organisation/unit.h"

namespace xueshi::app {

// Of the account itself; those it stands in for are organisation::deputy_posts.
std::vector<organisation::Post> posts_of(std::span<const organisation::OrgRole> roles,
                                         const UnitId& unit_id,
                                         const std::map<UnitId, Latest<organisation::Unit>>& units);

}  // namespace xueshi::app
