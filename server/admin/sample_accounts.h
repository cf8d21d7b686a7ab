// The sample city's printed log-ins, one per role: kept as JSON in the store's meta, shown at
// start.
//
// They exist so that anyone can try every role. Their passwords are public; a real city has no such
// entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/organisation/role.h"

namespace xueshi::admin {

struct SampleAccount {
    organisation::OrgRole role = organisation::OrgRole::Teacher;
    std::string login;
    std::string password;
    std::string display_name;
};

// What the demo command puts under store::kMetaSampleAccounts.
std::string encode_sample_accounts(const std::vector<SampleAccount>& accounts);

// The table serve prints; empty when the JSON is not what encode_sample_accounts writes.
std::string sample_accounts_text(std::string_view json);

}  // namespace xueshi::admin
