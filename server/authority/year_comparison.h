// Whose annual result other rules would change, over a whole city and from the projections of its feeds
// (hour_projections.h). Records nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/rules/rule_pack.h"
#include "core/verification/annual_verification.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

struct ChangedResult {
    std::string teacher_id;
    verification::YearVerification now;
    verification::YearVerification then;
};

struct CityComparison {
    std::int64_t teachers = 0;
    std::int64_t passed = 0;
    std::int64_t passed_then = 0;
    std::vector<ChangedResult> changed;  // by teacher
};

// The rules and the draft both cover the year. Throws StoreFailure.
CityComparison compare_city_year(store::EventStore& event_store, const rules::RuleBook& rules,
                                 const std::filesystem::path& projections, AllocatedYear year,
                                 const rules::AnnualPack& draft);

}  // namespace xueshi::authority
