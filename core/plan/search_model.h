// A question reduced to what the search needs: numbers only, pins already taken, dead weight
// removed.
//
// Coordinates of a partial plan:
//   needs   hours still missing per requirement (never below zero);
//   meters  room left under a cap, as seen by the requirements that see the same offerings of that
//   cap; hours   room left under the hours limit (kept apart from the other limits because hours
//   repeat so
//           often that equal values are worth merging on);
//   limits  room left under every other limit (fee, the frontier's key).
//
// The lexicographic objective becomes one integer per offering: each key is weighted by more than
// everything after it can sum to, the number of offerings being the last key. Where that does not
// fit 64 bits, `make_objective` says so and the keys are settled one after the other instead.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/plan_question.h"

namespace xueshi::plan {

struct SearchItem {
    Row row = 0;
    std::int64_t hours = 0;
    std::int64_t cost = 0;
    std::int32_t kind = 0;  // index into kinds
};

// What taking an offering lowers: needs directly, and meters (which lower their needs in turn).
struct EffectKind {
    std::vector<std::int32_t> needs;
    std::vector<std::int32_t> meters;
    friend bool operator==(const EffectKind&, const EffectKind&) = default;
};

struct CapMeter {
    std::int64_t room = 0;
    std::vector<std::int32_t> needs;
};

struct SearchLimit {
    ObjectiveKey key;
    std::int64_t room = 0;
    std::vector<std::int64_t> values;  // by item; negative for a maximised key
    bool has_negative = false;
    bool follows_cost = false;  // less cost is never more of this: no second dimension needed
};

struct SearchModel {
    std::vector<SearchItem> items;
    std::vector<Row> taken;  // the pins
    std::vector<EffectKind> kinds;
    std::vector<std::int64_t> needs;
    std::vector<CapMeter> meters;
    std::optional<std::int64_t> hours_room;
    std::vector<SearchLimit> limits;
    std::int64_t miss_cost = 0;  // per missing tenth; 0: nothing may be missed
    bool may_miss = false;
    // What no plan within the limits can cost more than; where the first key is limited itself.
    std::optional<std::int64_t> dearest;
    std::optional<std::int64_t> miss_limit;  // total shortfall allowed, where already settled

    // Ids still to differ from each earlier plan, pins counted; and which items those plans hold.
    std::vector<std::int64_t> distances;
    std::vector<std::vector<std::uint8_t>> in_earlier_plan;

    bool is_lean()
        const;  // every cost positive, no limit negative: a superfluous item is never taken
};

// The coordinates after one more item of this kind; needs and rooms never fall below zero.
void take_hours(const SearchModel& model,
                const EffectKind& kind,
                std::int64_t hours,
                std::int64_t* needs,
                std::int64_t* rooms);
// Room that no open need can use is no room: equal situations become equal numbers.
void trim_rooms(const SearchModel& model, const std::int64_t* needs, std::int64_t* rooms);

// A copy with room for other items: everything but these and what is told of each.
[[gnu::noinline]] SearchModel without_items(const SearchModel& model);
// Removes the items that are not marked.
[[gnu::noinline]] void keep_items(const std::vector<std::uint8_t>& keeps, SearchModel& model);

// None when the pins alone break a limit, clash or share a group.
std::optional<SearchModel> make_search_model(const OfferingTable& table,
                                             const PlanQuestion& question);

// Sets every item's cost to the weighted keys, offering count last, and miss_cost. False when the
// weights would not fit; the costs are then left as they were.
bool weigh_objective(const OfferingTable& table,
                     const std::vector<ObjectiveKey>& keys,
                     SearchModel& model);
// Sets the costs to one key alone, or to nothing but the shortfall.
void weigh_single_key(const OfferingTable& table,
                      std::optional<ObjectiveKey> key,
                      SearchModel& model);

// Removes items that no best plan can hold because enough better ones of the same effect and hours,
// free of sessions and groups, would be left over (see search_model.cpp). Needs the costs.
void remove_dominated(const OfferingTable& table, SearchModel& model);

}  // namespace xueshi::plan
