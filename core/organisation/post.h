// In which capacities somebody acts (R2): the roles an account holds, each at a unit, and those it stands in for.
#pragma once

#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/organisation/role.h"

namespace xueshi::organisation {

struct Post {
    OrgRole role = OrgRole::Teacher;
    UnitId unit_id;
    UnitId district_id;      // of a research department or institution: the district it serves, empty for the city's
    std::string deputy_for;  // name of the holder, when held as a deputy

    friend bool operator==(const Post&, const Post&) = default;
};

struct Actor {
    AccountId account_id;
    std::string name;
    std::vector<Post> posts;
};

// What is kept of who acted, with both names when it was a deputy. Empty: it followed from a rule by itself.
struct ActorNote {
    std::string name;
    std::string deputy_for;

    friend bool operator==(const ActorNote&, const ActorNote&) = default;
};

}  // namespace xueshi::organisation
