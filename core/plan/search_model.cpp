#include "core/plan/search_model.h"

#include <algorithm>

namespace xueshi::plan {
namespace {

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

// Requirement needs, cap meters and effect kinds before anything is chosen, one need per
// requirement that holds, whether or not anything is missing.
[[gnu::noinline]] void add_counting(const OfferingTable& table, const PlanQuestion& question, SearchModel& model) {
    const PlanningProblem& problem = *table.problem;
    std::vector<std::int32_t> need_of(problem.requirements.size(), kNone);
    for (std::size_t q = 0; q < problem.requirements.size(); ++q) {
        if (question.requirement_holds[q] == 0) continue;
        need_of[q] = static_cast<std::int32_t>(model.needs.size());
        std::int64_t have = table.credited[q];
        for (std::size_t c = 0; c < problem.caps.size(); ++c) {
            have += std::min(table.credited_by_cap[q][c], problem.caps[c].max_hours.tenths);
        }
        const std::int64_t conceded = question.conceded.empty() ? 0 : question.conceded[q];
        model.needs.push_back(
            std::max<std::int64_t>(0, problem.requirements[q].min_hours.tenths - conceded - have));
    }

    // Which effects each (cap, requirement) pair sees; pairs that see the same ones share a meter.
    struct Pair {
        std::int32_t cap;
        std::vector<std::uint8_t> sees;
        std::int64_t room;
    };
    std::vector<Pair> pairs;
    for (std::size_t c = 0; c < problem.caps.size(); ++c) {
        for (std::size_t q = 0; q < need_of.size(); ++q) {
            if (need_of[q] == kNone) continue;
            Pair pair{static_cast<std::int32_t>(c),
                      std::vector<std::uint8_t>(table.effects.size(), 0),
                      std::max<std::int64_t>(
                          0, problem.caps[c].max_hours.tenths - table.credited_by_cap[q][c])};
            bool any = false;
            for (std::size_t e = 0; e < table.effects.size(); ++e) {
                const CountingEffect& effect = table.effects[e];
                if (effect.cap != pair.cap) continue;
                const auto& list = effect.requirements;
                pair.sees[e] =
                    std::count(list.begin(), list.end(), static_cast<std::int32_t>(q)) != 0;
                any = any || pair.sees[e] != 0;
            }
            if (!any) continue;
            const auto same = std::find_if(pairs.begin(), pairs.end(), [&pair](const Pair& other) {
                return other.cap == pair.cap && other.sees == pair.sees && other.room == pair.room;
            });
            const auto position = static_cast<std::size_t>(same - pairs.begin());
            if (same == pairs.end()) {
                model.meters.push_back({pair.room, {}});
                pairs.push_back(std::move(pair));
            }
            model.meters[position].needs.push_back(need_of[q]);
        }
    }
    for (std::size_t e = 0; e < table.effects.size(); ++e) {
        EffectKind kind;
        if (table.effects[e].cap == kNone) {
            for (const std::int32_t q : table.effects[e].requirements) {
                if (need_of[index_of(q)] != kNone) kind.needs.push_back(need_of[index_of(q)]);
            }
        }
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            if (pairs[p].sees[e] != 0) kind.meters.push_back(static_cast<std::int32_t>(p));
        }
        model.kinds.push_back(std::move(kind));
    }
}

[[gnu::noinline]] void add_limits(const PlanQuestion& question, SearchModel& model) {
    for (const KeyLimit& limit : question.limits) {
        if (limit.key == ObjectiveKey{Measure::Hours, false}) {
            model.hours_room = std::min(limit.bound, model.hours_room.value_or(limit.bound));
            continue;
        }
        const auto same = std::find_if(
            model.limits.begin(), model.limits.end(), [&limit](const SearchLimit& other) {
                return other.key == limit.key;
            });
        if (same != model.limits.end()) {
            same->room = std::min(same->room, limit.bound);
            continue;
        }
        SearchLimit added;
        added.key = limit.key;
        added.room = limit.bound;
        added.follows_cost = !question.objective.empty() && question.objective.front() == limit.key;
        model.limits.push_back(std::move(added));
    }
}

// Takes the pins. False when they cannot all be taken.
[[gnu::noinline]] bool take_pins(const OfferingTable& table, const PlanQuestion& question, SearchModel& model) {
    for (std::size_t i = 0; i < table.pins.size(); ++i) {
        if (question.pin_holds[i] == 0) continue;
        const Row pin = table.pins[i];
        for (const Row other : model.taken) {
            if (exclude_each_other(table, pin, other)) return false;
        }
        model.taken.push_back(pin);
    }
    std::vector<std::int64_t> rooms;
    for (const CapMeter& meter : model.meters) rooms.push_back(meter.room);
    for (const Row pin : model.taken) {
        const OfferingRow& row = table.at(pin);
        take_hours(
            model, model.kinds[index_of(row.effect)], row.hours, model.needs.data(), rooms.data());
        if (model.hours_room) *model.hours_room -= row.hours;
        for (SearchLimit& limit : model.limits) limit.room -= signed_value(row, limit.key);
    }
    for (std::size_t s = 0; s < rooms.size(); ++s) model.meters[s].room = rooms[s];
    if (model.hours_room && *model.hours_room < 0) return false;
    return true;
}

[[gnu::noinline]] void add_items(const OfferingTable& table, SearchModel& model) {
    std::vector<std::uint8_t> is_taken(table.rows.size(), 0);
    for (const Row row : model.taken) is_taken[index_of(row)] = 1;
    for (Row row = 0; row < static_cast<Row>(table.rows.size()); ++row) {
        const OfferingRow& offering = table.at(row);
        if (is_taken[index_of(row)] != 0 || table.excluded[index_of(row)] != 0) continue;
        if (model.hours_room && offering.hours > *model.hours_room) continue;
        const bool is_barred = std::any_of(model.taken.begin(), model.taken.end(), [&](Row pin) {
            return exclude_each_other(table, row, pin);
        });
        if (is_barred) continue;
        const bool is_over =
            std::any_of(model.limits.begin(), model.limits.end(), [&](const SearchLimit& l) {
                return !l.key.maximised && measure_of(offering, l.key.measure) > l.room;
            });
        if (is_over) continue;
        model.items.push_back({row, offering.hours, 0, offering.effect});
    }
}

[[gnu::noinline]] void add_limit_values(const OfferingTable& table, SearchModel& model) {
    for (SearchLimit& limit : model.limits) {
        limit.values.clear();
        limit.has_negative = false;
        for (const SearchItem& item : model.items) {
            limit.values.push_back(signed_value(table.at(item.row), limit.key));
            limit.has_negative = limit.has_negative || limit.values.back() < 0;
        }
    }
}

[[gnu::noinline]] std::vector<std::int64_t> hours_seen_by_meters(const SearchModel& model) {
    std::vector<std::int64_t> seen(model.meters.size(), 0);
    if (seen.empty()) return seen;
    for (const SearchItem& item : model.items) {
        for (const std::int32_t s : model.kinds[index_of(item.kind)].meters) {
            seen[index_of(s)] += item.hours;
        }
    }
    return seen;
}

[[gnu::noinline]] void renumber_kinds(const std::vector<std::int32_t>& new_kind,
                                      SearchModel& model) {
    for (SearchItem& item : model.items) item.kind = new_kind[index_of(item.kind)];
}

// Drops needs already met, meters without effect, and meters that can never fill up.
[[gnu::noinline]] void simplify_counting(SearchModel& model) {
    std::vector<std::int32_t> new_need(model.needs.size(), kNone);
    std::vector<std::int64_t> needs;
    for (std::size_t q = 0; q < model.needs.size(); ++q) {
        if (model.needs[q] == 0) continue;
        new_need[q] = static_cast<std::int32_t>(needs.size());
        needs.push_back(model.needs[q]);
    }
    const auto renumber = [&new_need](std::vector<std::int32_t>& list) {
        std::vector<std::int32_t> kept;
        for (const std::int32_t q : list) {
            if (new_need[index_of(q)] != kNone) kept.push_back(new_need[index_of(q)]);
        }
        list = std::move(kept);
    };
    for (EffectKind& kind : model.kinds) renumber(kind.needs);
    for (CapMeter& meter : model.meters) renumber(meter.needs);
    model.needs = std::move(needs);

    const std::vector<std::int64_t> seen = hours_seen_by_meters(model);
    std::vector<CapMeter> meters;
    std::vector<std::int32_t> new_meter(model.meters.size(), kNone);
    std::vector<std::uint8_t> is_open(model.meters.size(), 0);
    for (std::size_t s = 0; s < model.meters.size(); ++s) {
        CapMeter& meter = model.meters[s];
        is_open[s] = meter.room >= seen[s] ? 1 : 0;
        if (meter.room == 0 || meter.needs.empty() || is_open[s] != 0) continue;
        new_meter[s] = static_cast<std::int32_t>(meters.size());
        meters.push_back(meter);
    }
    std::vector<EffectKind> kinds;
    std::vector<std::int32_t> new_kind;
    for (const EffectKind& old : model.kinds) {
        EffectKind kind{old.needs, {}};
        for (const std::int32_t s : old.meters) {
            const auto& through = model.meters[index_of(s)].needs;
            if (is_open[index_of(s)] != 0) {
                kind.needs.insert(kind.needs.end(), through.begin(), through.end());
            } else if (new_meter[index_of(s)] != kNone) {
                kind.meters.push_back(new_meter[index_of(s)]);
            }
        }
        std::sort(kind.needs.begin(), kind.needs.end());
        const auto same = std::find(kinds.begin(), kinds.end(), kind);
        new_kind.push_back(static_cast<std::int32_t>(same - kinds.begin()));
        if (same == kinds.end()) kinds.push_back(std::move(kind));
    }
    renumber_kinds(new_kind, model);
    model.kinds = std::move(kinds);
    model.meters = std::move(meters);
    std::vector<std::int64_t> rooms;
    for (const CapMeter& meter : model.meters) rooms.push_back(meter.room);
    trim_rooms(model, model.needs.data(), rooms.data());
    for (std::size_t s = 0; s < rooms.size(); ++s) model.meters[s].room = rooms[s];
}

[[gnu::noinline]] void add_distances(const OfferingTable& table, const PlanQuestion& question, SearchModel& model) {
    std::vector<std::uint8_t> is_free(table.rows.size(), 0);
    std::vector<std::uint8_t> is_taken(table.rows.size(), 0);
    for (const SearchItem& item : model.items) is_free[index_of(item.row)] = 1;
    for (const Row row : model.taken) is_taken[index_of(row)] = 1;
    for (const std::vector<Row>& plan : question.differ_from) {
        std::vector<std::uint8_t> holds(table.rows.size(), 0);
        for (const Row row : plan) holds[index_of(row)] = 1;
        std::int64_t distance = std::max<std::int64_t>(1, question.differ);
        for (std::size_t row = 0; row < holds.size(); ++row) {
            if (is_free[row] == 0 && holds[row] != is_taken[row]) --distance;
        }
        model.distances.push_back(std::max<std::int64_t>(0, distance));
        std::vector<std::uint8_t> by_item;
        for (const SearchItem& item : model.items) by_item.push_back(holds[index_of(item.row)]);
        model.in_earlier_plan.push_back(std::move(by_item));
    }
}

}  // namespace

bool SearchModel::is_lean() const {
    return std::all_of(
               items.begin(), items.end(), [](const SearchItem& item) { return item.cost > 0; }) &&
           std::none_of(
               limits.begin(), limits.end(), [](const SearchLimit& l) { return l.has_negative; });
}

void take_hours(const SearchModel& model,
                const EffectKind& kind,
                std::int64_t hours,
                std::int64_t* needs,
                std::int64_t* rooms) {
    for (const std::int32_t q : kind.needs) needs[q] = std::max<std::int64_t>(0, needs[q] - hours);
    for (const std::int32_t s : kind.meters) {
        const std::int64_t counted = std::min(hours, rooms[s]);
        rooms[s] -= counted;
        for (const std::int32_t q : model.meters[index_of(s)].needs) {
            needs[q] = std::max<std::int64_t>(0, needs[q] - counted);
        }
    }
}

void trim_rooms(const SearchModel& model, const std::int64_t* needs, std::int64_t* rooms) {
    for (std::size_t s = 0; s < model.meters.size(); ++s) {
        std::int64_t usable = 0;
        for (const std::int32_t q : model.meters[s].needs) usable = std::max(usable, needs[q]);
        rooms[s] = std::min(rooms[s], usable);
    }
}

SearchModel without_items(const SearchModel& model) {
    SearchModel rest;
    rest.taken = model.taken;
    rest.kinds = model.kinds;
    rest.needs = model.needs;
    rest.meters = model.meters;
    rest.hours_room = model.hours_room;
    for (const SearchLimit& limit : model.limits) {
        rest.limits.push_back({limit.key, limit.room, {}, limit.has_negative, limit.follows_cost});
    }
    rest.miss_cost = model.miss_cost;
    rest.may_miss = model.may_miss;
    rest.dearest = model.dearest;
    rest.miss_limit = model.miss_limit;
    rest.distances = model.distances;
    rest.in_earlier_plan.resize(model.in_earlier_plan.size());
    return rest;
}

void keep_items(const std::vector<std::uint8_t>& keeps, SearchModel& model) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        if (keeps[i] == 0) continue;
        model.items[kept] = model.items[i];
        for (SearchLimit& limit : model.limits) limit.values[kept] = limit.values[i];
        for (auto& plan : model.in_earlier_plan) plan[kept] = plan[i];
        ++kept;
    }
    model.items.resize(kept);
    for (SearchLimit& limit : model.limits) limit.values.resize(kept);
    for (auto& plan : model.in_earlier_plan) plan.resize(kept);
}

std::optional<SearchModel> make_search_model(const OfferingTable& table,
                                             const PlanQuestion& question) {
    SearchModel model;
    model.may_miss = question.may_miss;
    add_counting(table, question, model);
    add_limits(question, model);
    if (!take_pins(table, question, model)) return std::nullopt;
    add_items(table, model);
    add_limit_values(table, model);
    for (const SearchLimit& limit : model.limits) {
        if (!limit.has_negative && limit.room < 0) return std::nullopt;
    }
    simplify_counting(model);
    add_distances(table, question, model);
    return model;
}

}  // namespace xueshi::plan
