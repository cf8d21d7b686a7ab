// The sample city's teachers: invented names, a school, a stage, a subject and a title each.
#pragma once

#include <cstdint>
#include <string>

#include "core/organisation/teacher_profile.h"
#include "server/sample/sample_units.h"

namespace xueshi::sample {

inline constexpr std::size_t kMostTeachers = 1'000'000;
// Of the first teachers, those who can log in.
inline constexpr std::size_t kTeacherLogins = 4;

// Teacher 0 is the sample teacher of every city, 林晚晴 of the first school, who never took part in the IT
// programme. Three colleagues beside her, who can log in too, are what it may push otherwise: 1 was diagnosed in an
// earlier phase, 2 did not finish its courses, 3 completed it. The others depend on the seed, on their index and on
// the units only.
organisation::TeacherProfile make_teacher(std::uint64_t seed,
                                          std::size_t index,
                                          const SampleUnits& units);

// Eleven digits, different for every index below kMostTeachers; "20170042318" for 0.
std::string teacher_number(std::size_t index);

// A teacher's account has the same id.
TeacherId teacher_id(std::size_t index);

}  // namespace xueshi::sample
