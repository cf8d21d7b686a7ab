// Writes a whole sample city into a store: catalogue, news, units, teachers with their hours, and
// the accounts (one for each role can log in, nobody else).
//
// The events depend on the options alone, never on the clock or on chance: equal options give equal
// `xueshi export` bytes. Credentials have random salts and are not exported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/sample/sample_logins.h"
#include "server/store/event_store.h"

namespace xueshi::sample {

struct SampleCityOptions {
    std::size_t teachers = 1'200;     // 1 … kMostTeachers
    std::size_t course_runs = 1'200;  // kFewestCourseRuns … kMostCourseRuns
    std::uint64_t seed = 2017;
};

// The store must be empty. Teachers are written in batches, so that memory does not grow with their
// number. The accounts that can log in come with the last one and are returned. Throws
// store::StoreFailure when a write is refused; the store is then of no use.
std::vector<SampleLogin> write_sample_city(store::EventStore& event_store,
                                           const SampleCityOptions& options);

}  // namespace xueshi::sample
