#include "web/runtime/written_offerings.h"

#include <utility>

#include "core/codec/planning_exchange_json.h"

namespace xueshi::runtime {
namespace {

// In runs passed over, of which one that is offered and written takes the time of several: some four milliseconds
// for the two of an update.
constexpr std::size_t kEffortOfUpdate = 8'000;
constexpr std::size_t kEffortOfWriting = 6;

}  // namespace

void WrittenOfferings::forget() {
    is_written_ = false;
    next_run_ = 0;
    draft_.clear();
}

bool WrittenOfferings::write(const plan::PlanningSituation& situation, const plan::OfferedRuns& offered) {
    Basis basis{.catalogue_revision = situation.catalogue.revision(),
                .today = date_of(situation.now),
                .year = situation.rules.year,
                .teacher = situation.teacher,
                .wanted_themes = situation.wanted_themes,
                .held = offered.held()};
    if (!(basis == basis_)) {
        basis_ = std::move(basis);
        forget();
    }
    if (is_written_) return true;
    const std::vector<const catalogue::CourseRun*>& runs = situation.catalogue.runs();
    for (std::size_t effort = 0; next_run_ < runs.size() && effort < kEffortOfUpdate; ++next_run_, ++effort) {
        const catalogue::CourseRun& run = *runs[next_run_];
        if (!offered.contains(run)) continue;
        if (!draft_.empty()) draft_ += ',';
        draft_ += codec::write_offering(plan::offering_of(run, situation));
        effort += kEffortOfWriting;
    }
    is_written_ = next_run_ == runs.size();
    if (!is_written_) return false;
    std::string written = std::exchange(draft_, {});
    if (written != text_ || revision_ == 0) {
        text_ = std::move(written);
        ++revision_;
    }
    return true;
}

}  // namespace xueshi::runtime
