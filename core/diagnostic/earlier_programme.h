// What earlier phases of the IT capability programme left of a teacher (R14, R16–R18), as the city's records have it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic/capability.h"
#include "core/diagnostic/capability_framework.h"
#include "core/rules/rule_pack.h"

namespace xueshi::diagnostic {

// The tag of the programme's hours in rules and runs.
inline constexpr const char* kProgrammeTag = "it";

enum class ProgrammeStanding : std::uint8_t { NeverTookPart, Unfinished, Completed };

// A score of an earlier phase's test. It has no interval: those tests gave none.
struct EarlierScore {
    CapabilityLevel level = CapabilityLevel::OptimiseTeaching;
    Dimension dimension = Dimension::Literacy;
    int hundredths = 0;  // 0 to 100

    friend bool operator==(const EarlierScore&, const EarlierScore&) = default;
};

struct EarlierProgramme {
    ProgrammeStanding standing = ProgrammeStanding::NeverTookPart;
    std::string phase_title;           // the last phase taken part in; empty: none
    std::vector<EarlierScore> scores;  // empty: never diagnosed
    std::vector<Equipment> equipment;  // what the classes had then, each once: level II's themes hang on it

    friend bool operator==(const EarlierProgramme&, const EarlierProgramme&) = default;
};

// Whoever completed the programme in an earlier phase owes none of its hours (R14); the year's other figures stay.
void release_from_programme(rules::RulesOfYear& rules, const EarlierProgramme& earlier);

}  // namespace xueshi::diagnostic
