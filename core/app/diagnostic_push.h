// What the platform puts before a teacher of the IT capability programme (诊断测评推送, R14–R17), from the teacher's
// record and the year's rules alone. An expectation, not a lock: nothing else is closed by it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/app/select_input.h"

namespace xueshi::app {

enum class PushKind : std::uint8_t {
    None,            // no programme this year, completed earlier, or its hours are arranged
    CarryOver,       // courses of an earlier phase go on, and count in this one (R17)
    GoOn,            // a diagnostic is under way
    Recommendation,  // diagnosed, now or in an earlier phase, and hours are missing: no new test (R16)
    TakeTest,        // to be diagnosed, by stage and subject (R15)
};

struct CarriedCourse {
    std::string title;
    std::string remark;  // how far it is
    DeciHours hours;
};

struct DiagnosticPush {
    PushKind kind = PushKind::None;
    SchoolStage stage = SchoolStage::Primary;
    std::string subject;
    DeciHours minimum;                   // the programme's hours
    DeciHours missing;                   // of them: neither had nor arranged
    LocalizedText source;                // the paragraph that asks for them
    std::size_t answered = 0;            // GoOn: answers given so far
    bool is_from_earlier_phase = false;  // Recommendation: of a stored result
    std::string earlier_phase;           // its title; of CarryOver too
    std::vector<CarriedCourse> carried;  // CarryOver: what goes on
};

DiagnosticPush diagnostic_push(const SelectInput& input);

// Whether the phase is for this teacher: who never took part or did not finish (R14).
bool is_due(const TeacherState& teacher);

}  // namespace xueshi::app
