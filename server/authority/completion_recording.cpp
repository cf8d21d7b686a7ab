#include "server/authority/completion_recording.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/app/event.h"
#include "core/base/checksum.h"
#include "core/codec/event_json.h"
#include "core/enrolment/course_selection.h"
#include "core/enrolment/roster_decide.h"
#include "core/ledger/hour_purpose.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_projection.h"
#include "server/authority/hour_recording.h"
#include "server/store/feed_reading.h"

namespace xueshi::authority {
namespace {

using ledger::HourRecord;
using ledger::HourState;

constexpr std::string_view kServerNode = "server";
constexpr std::string_view kLearned = "已学 ";

struct HoursOfRun {
    ProjectedHours hours;  // of the records those of one run
    Stamp last;            // of everything in the feed
};

// A file of completions asks this of a city: a record that does not name the run is not taken apart. An id is written in
// JSON as it is.
HoursOfRun hours_of(store::StoreView& view, const std::string& feed, const CourseRunId& run) {
    HoursOfRun found;
    const std::string named = '"' + run.text + '"';
    store::read_since(view, feed, 0, [&](const sync::Envelope& envelope) {
        found.last = std::max(found.last, envelope.stamp);
        const bool is_other = envelope.type == "hours.recorded" && envelope.payload.find(named) == std::string::npos;
        if (!is_other) apply(found.hours, envelope);
    });
    return found;
}

HourRecordId record_id_of(const TeacherId& teacher, const CourseRunId& run) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    std::uint64_t number = checksum_of(teacher.text + '/' + run.text);
    for (std::size_t i = text.size(); i-- > 0; number >>= 4) text[i] = kDigits[number & 15];
    return HourRecordId{"run-" + text};
}

// As a remark of ours states it; -1: it states none.
int percent_of(std::string_view remark) {
    const std::size_t at = remark.find(kLearned);
    int percent = -1;
    if (at != std::string_view::npos) {
        const char* digits = remark.data() + at + kLearned.size();
        std::from_chars(digits, remark.data() + remark.size(), percent);
    }
    return percent;
}

std::string remark_of(const Completion& completion) {
    if (completion.step == CompletionStep::Completed || !completion.percent) return completion.platform;
    return completion.platform + "，" + std::string(kLearned) + std::to_string(*completion.percent) + "%";
}

}  // namespace

Result<CompletionEffect> CompletionRecorder::record(store::Transaction& transaction, const Completion& completion, Instant now) {
    const auto unknown = [&] { return make_error(enrolment::kUnknownTeacher, completion.teacher_number); };
    const auto account = transaction.find_account_by_login(completion.teacher_number);
    if (!account) return unknown();
    const std::string feed = "teacher:" + account->id.text;
    const catalogue::CourseRun* run = shared_.state().catalogue.find(completion.course_run_id);
    if (run == nullptr) return make_error(enrolment::kUnknownCourseRun, completion.course_run_id.text);
    if (run->admission != catalogue::Admission::Selection) {
        return make_error(kNotFromPlatforms, completion.course_run_id.text);
    }
    const HoursOfRun found = hours_of(transaction, feed, run->id);
    const ProjectedHours& hours = found.hours;
    if (!hours.has_profile) return unknown();

    const TeacherId teacher{account->id.text};
    const auto before = std::find_if(hours.records.begin(), hours.records.end(),
                                     [&](const HourRecord& each) { return each.course_run_id == run->id; });
    HourRecord record;
    if (before != hours.records.end()) {
        record = *before;
    } else {
        record.id = record_id_of(teacher, run->id);
        record.course_run_id = run->id;
        record.title = run->title;
        record.category = run->category;
        record.tags = run->tags();
        record.source = ledger::HourSource::AllStaff;
        record.allocated_year = {run->closes.year()};
        record.allocated_year = ledger::own_year_of(record, rules_.find_phase(run->phase_id));
        record.state = HourState::Planned;  // weaker than anything that is said
    }
    CompletionEffect effect{false, teacher, record.id, {}};
    // Taken back, it has no hours and may be earned anew.
    const bool is_done = (record.state == HourState::Earned || record.state == HourState::Verified) && record.hours.tenths > 0;
    const HourState state = completion.step == CompletionStep::Completed ? HourState::Earned : HourState::InProgress;
    const bool says_less = state == HourState::InProgress && record.state == state &&
                           completion.percent.value_or(-1) <= percent_of(record.remark);
    if (is_done || says_less) return effect;

    record.state = state;
    record.hours = run->hours;
    record.remark = remark_of(completion);
    record = ledger::with_allocation(std::move(record), hours.ledger);
    const AllocatedYear year = record.allocated_year;
    if (hours.ledger.is_verified_annually(year) || hours.ledger.is_in_verified_cycle(year)) {
        return make_error(ledger::kYearVerified, completion.course_run_id.text);
    }
    effect.has_changed = true;
    last_ = next_stamp(std::max(last_, found.last), now.utc_ms, kServerNode);
    transaction.note_domain_time(last_.wall_ms);
    effect.stamp = last_;
    record_hours(transaction, effect.stamp, feed, hours.ledger, std::move(record));
    return effect;
}

}  // namespace xueshi::authority
