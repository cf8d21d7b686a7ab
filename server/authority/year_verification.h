// The official annual verification of a whole city (R22, R23): each teacher's result as a fact in their feed, and the
// records it counted as verified ones.
//
// Run again it says the same once: only results that differ are recorded, and only records that were not verified. What
// it reads are projections of the feeds (hour_projection.h), which it brings up to the feeds' heads first. Nobody else
// may write to the store meanwhile: the data folder is the caller's alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/base/result.h"
#include "core/rules/rule_pack.h"
#include "core/verification/official_verification.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

struct NotCountedSum {
    std::int64_t records = 0;
    DeciHours hours;

    friend bool operator==(const NotCountedSum&, const NotCountedSum&) = default;
};

struct CityResult {
    std::int64_t teachers = 0;
    std::int64_t passed = 0;
    std::int64_t recorded = 0;          // results that were not recorded before
    std::int64_t verified_records = 0;  // records that were not verified before
    std::map<std::string, std::int64_t> missing;  // by requirement: teachers who miss hours of it
    std::map<verification::NotCountedReason, NotCountedSum> not_counted;

    std::int64_t projected = 0;  // feeds that had to be folded, in whole or from where they stood
    std::int64_t projecting_ms = 0;  // with the look at every feed's head
    std::int64_t verifying_ms = 0;   // of all of the city, without what follows
    std::int64_t recording_ms = 0;
};

struct CityVerificationOptions {
    std::filesystem::path projections;  // a folder; made when missing
    Instant now;                        // domain time
    AllocatedYear year;
    bool is_rehearsal = false;  // records nothing
};

// verification::kVerificationNotDue and rules::kNoRulePack, which have changed nothing; what EventStore::write refuses
// has left whole teachers recorded and others not: run it again. Throws StoreFailure.
Result<CityResult> verify_city_year(store::EventStore& event_store, const rules::RuleBook& rules,
                                    const CityVerificationOptions& options);

}  // namespace xueshi::authority
