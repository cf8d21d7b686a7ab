// A city of four accounts and a few course runs, written into a store: enough for every server
// test.
#pragma once

#include <string>

#include "server/store/event_store.h"

namespace xueshi::test {

inline const std::string kPassword = "correct horse";
inline const std::string kAnyPhase = "guangzhou-2017-1";

// Teachers "t-li" and "t-wang" of school "school-1", principal "p-zhao" of "school-1", principal
// "p-qian" of "school-2", and "t-mute", who has no credential. Log-in names equal the ids. Course
// runs "run-1" … "run-<course_runs>", open to everyone, in the first phase of 2017.
void found_small_city(store::EventStore& event_store, int course_runs = 3);

// 2017-03-10T09:00 in the city: selection is open.
inline constexpr std::int64_t kCityNowMs = 1489107600000;

}  // namespace xueshi::test
