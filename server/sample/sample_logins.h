// Who can log in to a sample city: one account for each role, with a public password.
#pragma once

#include <string>
#include <vector>

#include "server/sample/sample_units.h"
#include "server/store/records.h"

namespace xueshi::sample {

struct SampleLogin {
    store::AccountRecord account;  // without its credential
    std::string password;
};

// In the order of organisation::kAllRoles, one role each. The teacher is teacher 0; principal and
// school administrator are of the same school, the district administrator and the research
// department of its district.
std::vector<SampleLogin> make_sample_logins(const SampleUnits& units);

}  // namespace xueshi::sample
