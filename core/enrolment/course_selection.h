// Course selection (选课, R7): all-staff runs a teacher asked for and the server confirmed. No approval.
//
// Decided by the server alone. One submission is one selection with one receipt; further runs are a further
// selection. A selection can be withdrawn as long as it is unpaid and no run of a term in it has begun [D].
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/latest.h"
#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/organisation/teacher_profile.h"
#include "core/rules/rule_pack.h"

namespace xueshi::enrolment {

enum class PaymentState : std::uint8_t { Unpaid, Paid, Waived };

// The server's answer to a submission, kept for ever.
struct SelectionReceipt {
    SelectionId selection_id;
    ReceiptId receipt_id;
    TeacherId teacher_id;
    AllocatedYear year;
    std::vector<CourseRunId> course_run_ids;
    DeciHours hours;
    std::int64_t fee_fen = 0;
    Instant confirmed_at;

    friend bool operator==(const SelectionReceipt&, const SelectionReceipt&) = default;
};

struct CourseSelection {
    std::optional<SelectionReceipt> receipt;
    Latest<PaymentState> payment;  // unpaid until said otherwise
    std::optional<Instant> withdrawn_at;

    bool is_standing() const { return receipt.has_value() && !withdrawn_at.has_value(); }
    friend bool operator==(const CourseSelection&, const CourseSelection&) = default;
};

using CourseSelections = std::map<SelectionId, CourseSelection>;

// The standing selection that holds the run, or null.
const CourseSelection* find_selection_of(const CourseSelections& selections, const CourseRunId& run);

// ---- commands ----

struct SubmitSelection {
    SelectionId selection_id;  // chosen by the device, so that a repeat is the same submission
    std::vector<CourseRunId> course_run_ids;
};

struct WithdrawSelection {
    SelectionId selection_id;
};

// ---- decisions: pure; refusals change nothing ----

struct SelectionContext {
    Instant now;
    ReceiptId fresh_receipt_id;
    const organisation::TeacherProfile& teacher;
    const CourseSelections& selections;
    const catalogue::Catalogue& catalogue;
    const rules::RuleBook& rules;
};

inline constexpr std::size_t kMaxRunsPerSelection = 60;

// Refusals name the run they are about where there is one.
inline constexpr ErrorCode kNothingSelected{"NothingSelected"};
inline constexpr ErrorCode kTooManyRuns{"TooManyRuns"};
inline constexpr ErrorCode kSelectionExists{"SelectionExists"};      // the id was used before
inline constexpr ErrorCode kUnknownCourseRun{"UnknownCourseRun"};    // not in the catalogue (any more)
inline constexpr ErrorCode kNotBySelection{"NotBySelection"};        // special or external: another way in
inline constexpr ErrorCode kNotForThisTeacher{"NotForThisTeacher"};  // other stage or subject
inline constexpr ErrorCode kSelectionNotOpen{"SelectionNotOpen"};    // before R7's day
inline constexpr ErrorCode kSelectionClosed{"SelectionClosed"};
inline constexpr ErrorCode kCourseRunOver{"CourseRunOver"};          // its last day has passed
inline constexpr ErrorCode kAlreadySelected{"AlreadySelected"};      // this run, or another of its course
inline constexpr ErrorCode kSessionsClash{"SessionsClash"};          // with another run asked for or held
inline constexpr ErrorCode kUnknownSelection{"UnknownSelection"};
inline constexpr ErrorCode kSelectionPaid{"SelectionPaid"};
inline constexpr ErrorCode kCourseRunBegun{"CourseRunBegun"};

Result<SelectionReceipt> decide_submission(const SelectionContext& context, const SubmitSelection& command);

// The moment of withdrawal, or why it cannot be withdrawn.
Result<Instant> decide_withdrawal(const SelectionContext& context, const WithdrawSelection& command);

// "7Q4K2-0MXTA": fifty random bits in Crockford's base 32, easy to read out.
ReceiptId make_receipt_id(std::uint64_t random_bits);

}  // namespace xueshi::enrolment
