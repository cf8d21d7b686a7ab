// Who can log in to a sample city: one account for each role and some teachers more, with public passwords.
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
// department of its district. After them her colleagues with a log-in (sample_people.h), as far as
// the city has so many teachers.
std::vector<SampleLogin> make_sample_logins(const SampleUnits& units, std::size_t teacher_count);

}  // namespace xueshi::sample
