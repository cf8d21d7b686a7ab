// Catalogue (课程超市, R11): the runs there are, how each fits the draft, and what one would
// change.
//
// Searching and filtering belong to catalogue::CourseSearch; here is what the plan says about its
// hits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/app/plan_fit.h"
#include "core/catalogue/catalogue.h"

namespace xueshi::app {

struct RequirementChange {
    LocalizedText name;  // the short one
    DeciHours before;
    DeciHours after;
    DeciHours minimum;
    LocalizedText source;

    bool was_met() const { return before >= minimum; }
    bool is_met() const { return after >= minimum; }
};

// One run looked at closely: what putting it into the draft (or taking it out) would change.
struct RunDetail {
    catalogue::CourseRun run;
    RunFit fit = RunFit::Fits;
    std::string rival_title;  // of the run it clashes with or repeats
    bool is_pinned = false;
    std::vector<RequirementChange>
        changes{};  // the requirements it counts towards; the total is last
    std::int64_t fee_before_fen = 0;
    std::int64_t fee_after_fen = 0;
    std::optional<std::int64_t> max_fee_fen{};
    bool is_needless = false;  // every requirement it counts towards was met without it
};

struct CatalogueProjection {
    const catalogue::Catalogue* catalogue =
        nullptr;            // of the shared state; outlives the projection
    bool has_duty = false;  // without it runs can be looked at, not chosen
    PlanFit fit;
    SchoolStage own_stage = SchoolStage::Primary;
    std::string own_subject;  // empty: unknown
    PlanId edited;
    std::size_t draft_runs = 0;
    std::vector<std::string> themes;  // that occur, T1 before T10
    std::optional<RunDetail> detail;
    std::uint64_t revision = 0;  // the caller's; hits are found anew when it differs
};

// `opened` is the run the detail panel shows, or empty.
CatalogueProjection select_catalogue(const SelectInput& input,
                                     const CourseRunId& opened,
                                     std::uint64_t revision);

}  // namespace xueshi::app
