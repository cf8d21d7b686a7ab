// Hours the sample city's teachers have: finished years, and the beginning of 2017 in every state.
#pragma once

#include <cstdint>
#include <vector>

#include "core/ledger/hour_record.h"
#include "core/organisation/teacher_profile.h"

namespace xueshi::sample {

// Teacher 0 has what the mock-ups show: 4.5 h verified, 6 h earned, 18 h in progress, and a 2016
// that misses six professional hours. The others depend on the seed and their index.
std::vector<ledger::HourRecord> make_hour_records(std::uint64_t seed,
                                                  std::size_t index,
                                                  const organisation::TeacherProfile& teacher);

}  // namespace xueshi::sample
