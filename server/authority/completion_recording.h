// What a course platform says of a teacher's learning, as one record of hours (R10): the same record whatever terminal
// the teacher used and however often it is said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/stamp.h"
#include "core/rules/rule_pack.h"
#include "server/authority/teacher_states.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

enum class CompletionStep : std::uint8_t { Progressed, Completed };

struct Completion {
    std::string teacher_number;
    CourseRunId course_run_id;
    CompletionStep step = CompletionStep::Progressed;
    std::optional<int> percent;  // 0–100, of what has only progressed
    std::string platform;        // its name, as the record's remark says it
};

struct CompletionEffect {
    bool has_changed = false;
    TeacherId teacher_id;
    HourRecordId record_id;
    Stamp stamp;  // of the record now appended
};

// Hours of special training come from its rosters, and those of a recognised base with evidence (R19).
inline constexpr ErrorCode kNotFromPlatforms{"NotFromPlatforms"};

class CompletionRecorder {
  public:
    explicit CompletionRecorder(const rules::RuleBook& rules) : rules_(rules) {}

    // Used by write jobs only, which run one after another: first of each, before anything is recorded in it.
    void begin(store::Transaction& transaction) { shared_.load(transaction); }
    // What progressed never takes earned hours back, nor a higher
    // percentage. enrolment::kUnknownTeacher, enrolment::kUnknownCourseRun, kNotFromPlatforms; ledger::kYearVerified when
    // the hours would come into a year of a recorded verification. Subject: the number or the run.
    Result<CompletionEffect> record(store::Transaction& transaction, const Completion& completion, Instant now);

  private:
    const rules::RuleBook rules_;
    SharedStates shared_;
    Stamp last_;
};

}  // namespace xueshi::authority
