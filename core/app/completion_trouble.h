// Why the planner could not complete a draft, and what would help: the planner's advice in terms of the draft.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/select_input.h"
#include "core/plan/way_out.h"

namespace xueshi::app {

struct CompletionTrouble {
    struct Shortfall {
        LocalizedText name;
        DeciHours missing;
    };

    // One of the conditions that cannot hold together.
    enum class DemandKind : std::uint8_t { Requirement, MaxFee, MaxHours, Run };
    struct Demand {
        DemandKind kind = DemandKind::Requirement;
        LocalizedText name = {}, source = {};  // Requirement
        std::string title = {};      // Run
        bool is_pinned = false;      // Run: kept because it is pinned, not just because it is chosen
        bool is_own = true;          // MaxHours: set by the teacher
        DeciHours hours = {};        // the minimum, the limit, or the run's
        std::int64_t fee_fen = 0;    // the limit, or the run's
    };

    // What can be done; `runs` is the plan it leads to.
    struct Way {
        plan::WayOutKind kind = plan::WayOutKind::TakeNearest;
        std::int64_t max_fee_fen = 0;
        DeciHours max_hours;
        CourseRunId run;  // DropPin
        std::string title;
        bool is_pinned = false;
        std::vector<CourseRunId> runs;
        std::int64_t fee_fen = 0;
        std::vector<Shortfall> missing;  // TakeNearest
    };

    std::vector<Demand> demands;
    std::vector<Way> ways;
    std::vector<Shortfall> shortfalls;  // of the nearest plan; empty where limits and pins alone exclude it
    DeciHours missing() const;          // of all of them
};

// None where the planner found a plan, or was not asked (null). `usual_max_hours`: the limit where the teacher set none.
std::optional<CompletionTrouble> completion_trouble(const plan::PlanningAdvice* advice,
                                                    const rules::RulesOfYear& rules,
                                                    const catalogue::Catalogue& catalogue,
                                                    const plan::PlanDraft& draft,
                                                    DeciHours usual_max_hours);

}  // namespace xueshi::app
