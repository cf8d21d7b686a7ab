#include "core/enrolment/course_selection.h"

#include <algorithm>
#include <functional>

#include "core/base/sorting.h"

namespace xueshi::enrolment {
namespace {

using catalogue::Admission;
using catalogue::CourseRun;

const rules::PhasePack* find_phase(const rules::RulesOfYear& rules, const std::string& phase_id) {
    for (const rules::PhasePack& phase : rules.phases) {
        if (phase.id == phase_id) return &phase;
    }
    return nullptr;
}

// Whether the run can be selected today. A run outside any phase (the public subject, R13) follows the
// opening day of the year's first phase and its own last day.
std::optional<Error> check_window(const CourseRun& run, const rules::RulesOfYear& rules, Instant now) {
    const CivilDate today = date_of(now);
    const rules::PhasePack* phase = find_phase(rules, run.phase_id);
    const rules::PhasePack* opening = phase != nullptr ? phase : (rules.phases.empty() ? nullptr : &rules.phases.front());
    if (opening != nullptr && today < opening->selection_opens) {
        return make_error(kSelectionNotOpen, run.id.text);
    }
    if (phase != nullptr && !is_before_end_of(phase->selection_closes, now)) {
        return make_error(kSelectionClosed, run.id.text);
    }
    if (!is_before_end_of(run.closes, now)) return make_error(kCourseRunOver, run.id.text);
    return std::nullopt;
}

std::optional<Error> check_run(const CourseRun& run, const SelectionContext& context,
                               const rules::RulesOfYear& rules) {
    if (run.admission != Admission::Selection) return make_error(kNotBySelection, run.id.text);
    if (!run.is_for(context.teacher.stage, context.teacher.subject)) {
        return make_error(kNotForThisTeacher, run.id.text);
    }
    return check_window(run, rules, context.now);
}

// Runs the teacher holds through standing selections.
std::vector<const CourseRun*> held_runs(const SelectionContext& context) {
    std::vector<const CourseRun*> held;
    for (const auto& [id, selection] : context.selections) {
        if (!selection.is_standing()) continue;
        for (const CourseRunId& run_id : selection.receipt->course_run_ids) {
            if (const CourseRun* run = context.catalogue.find(run_id)) held.push_back(run);
        }
    }
    return held;
}

std::optional<Error> check_against(const CourseRun& run, const std::vector<const CourseRun*>& others) {
    for (const CourseRun* other : others) {
        if (other->course_id == run.course_id) return make_error(kAlreadySelected, run.id.text);
        if (other->clashes_with(run)) {
            return make_error(kSessionsClash, run.id.text, "clashes with " + other->id.text);
        }
    }
    return std::nullopt;
}

}  // namespace

const CourseSelection* find_selection_of(const CourseSelections& selections, const CourseRunId& run) {
    for (const auto& [id, selection] : selections) {
        if (!selection.is_standing()) continue;
        const auto& runs = selection.receipt->course_run_ids;
        if (std::find(runs.begin(), runs.end(), run) != runs.end()) return &selection;
    }
    return nullptr;
}

Result<SelectionReceipt> decide_submission(const SelectionContext& context, const SubmitSelection& command) {
    if (command.course_run_ids.empty()) return make_error(kNothingSelected);
    if (command.course_run_ids.size() > kMaxRunsPerSelection) return make_error(kTooManyRuns);
    if (context.selections.contains(command.selection_id)) {
        return make_error(kSelectionExists, command.selection_id.text);
    }
    const AllocatedYear year{date_of(context.now).year()};
    const Result<rules::RulesOfYear> rules = context.rules.rules_of(year);
    if (!rules) return rules.error();

    SelectionReceipt receipt{.selection_id = command.selection_id,
                             .receipt_id = context.fresh_receipt_id,
                             .teacher_id = context.teacher.teacher_id,
                             .year = year,
                             .course_run_ids = command.course_run_ids,
                             .hours = {},
                             .fee_fen = 0,
                             .confirmed_at = context.now};
    sort_values(receipt.course_run_ids, std::less<>());
    std::vector<const CourseRun*> taken = held_runs(context);
    for (const CourseRunId& run_id : receipt.course_run_ids) {
        const CourseRun* run = context.catalogue.find(run_id);
        if (run == nullptr) return make_error(kUnknownCourseRun, run_id.text);
        if (auto refusal = check_run(*run, context, *rules)) return *refusal;
        if (auto refusal = check_against(*run, taken)) return *refusal;
        taken.push_back(run);
        receipt.hours += run->hours;
        receipt.fee_fen += run->fee_fen;
    }
    return receipt;
}

Result<Instant> decide_withdrawal(const SelectionContext& context, const WithdrawSelection& command) {
    const auto found = context.selections.find(command.selection_id);
    if (found == context.selections.end() || !found->second.is_standing()) {
        return make_error(kUnknownSelection, command.selection_id.text);
    }
    if (found->second.payment.value == PaymentState::Paid) {
        return make_error(kSelectionPaid, command.selection_id.text);
    }
    for (const CourseRunId& run_id : found->second.receipt->course_run_ids) {
        const CourseRun* run = context.catalogue.find(run_id);
        // The public subject is open all year (R13); only a run of a term has a day on which it begins.
        if (run != nullptr && !run->phase_id.empty() && run->opens <= date_of(context.now)) {
            return make_error(kCourseRunBegun, run_id.text);
        }
    }
    return context.now;
}

ReceiptId make_receipt_id(std::uint64_t random_bits) {
    constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text;
    for (int digit = 0; digit < 10; ++digit) {
        if (digit == 5) text += '-';
        text += kDigits[(random_bits >> (5 * digit)) & 31];
    }
    return ReceiptId{text};
}

}  // namespace xueshi::enrolment
