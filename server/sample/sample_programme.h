// What earlier phases of the IT capability programme left of the sample city's teachers: standings
// in the shares the notice counted (R18), invented results and courses.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/diagnostic/earlier_programme.h"
#include "core/diagnostic/participation.h"
#include "core/ledger/hour_record.h"
#include "core/organisation/teacher_profile.h"

namespace xueshi::sample {

diagnostic::EarlierProgramme make_earlier_programme(std::uint64_t seed, std::size_t index);

// The courses of an earlier phase that go on in this one (R17); none of who finished or never
// began.
std::vector<ledger::HourRecord> make_carried_records(const organisation::TeacherProfile& teacher,
                                                     const diagnostic::EarlierProgramme& earlier);

// Counts standings school by school.
class SchoolFigures {
  public:
    void add(const organisation::TeacherProfile& teacher,
             const diagnostic::EarlierProgramme& earlier);
    // Null of a school without teachers.
    const diagnostic::ProgrammeFigures* find(const UnitId& school) const;

  private:
    std::map<UnitId, diagnostic::ProgrammeFigures> figures_;
};

}  // namespace xueshi::sample
