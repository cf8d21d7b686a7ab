#include "core/app/select_hours.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/allocation/best_allocation.h"
#include "core/base/sorting.h"
#include "core/rules/automatic_verification.h"

namespace xueshi::app {
namespace {

using allocation::AllocationContext;
using allocation::YearChoices;
using ledger::HourRecord;
using verification::NotCountedReason;
using verification::RecordCount;
using verification::Verification;
using verification::VerificationResult;
using verification::YearVerification;

// About 4 ms where two million take a second (docs/BENCHMARKS.md), so a frame at a quarter of that.
constexpr std::int64_t kMostWorkInAFrame = 8'000;

constexpr std::size_t kMostYearsShown = 8;

std::size_t place_of(HourCategory category) { return static_cast<std::size_t>(category); }

// What is worked out once for all parts of the page.
class HoursSelector {
  public:
    explicit HoursSelector(const HoursInput& input)
        : input_(input),
          records_(input.teacher.record_list()),
          context_{.now = input.now,
                   .fresh_receipt_id = {},
                   .actor_name = {},
                   .records = records_,
                   .ledger = input.ledger,
                   .catalogue = input.shared.catalogue,
                   .rules = input.rules},
          choices_(context_),
          movable_(choices_.of_phase_records()) {
        for (const RecordCount& count : count_records(choices_.joined(), input.rules, Verification::Annual)) {
            annual_[count.record_id] = count;
        }
        for (const RecordCount& count : count_records(choices_.joined(), input.rules, Verification::Cycle)) {
            cycle_[count.record_id] = count;
        }
        for (const allocation::AllocateHours& order : input.waiting) {
            for (const ledger::YearMove& move : order.moves) ordered_.insert(move.record_id);
        }
    }

    AllocatedYear this_year() const { return {date_of(input_.now).year()}; }
    AllocatedYear cycle_last() const { return verification::cycle_end(date_of(input_.now)); }
    const AllocationContext& context() const { return context_; }
    const std::vector<verification::RecordToVerify>& joined() const { return choices_.joined(); }

    std::vector<HourYear> years() const;
    std::vector<HourLine> lines() const;
    std::vector<YearOption> options_of(const HourRecordId& record) const;
    void add_effects(HoursProjection& page) const;
    void add_undo(HoursProjection& page) const;
    void add_freezing(HoursProjection& page) const;

  private:
    std::set<AllocatedYear> shown_years() const;
    HourYear year_of(AllocatedYear year, const rules::AnnualPack& pack, const verification::StandingRecords& standing) const;
    YearStanding standing_of(AllocatedYear year, const YearVerification& verified) const;
    bool takes_hours(AllocatedYear year) const;
    bool is_open(AllocatedYear year) const;
    HourLine line_of(const verification::RecordToVerify& joined) const;
    const HourRecord* find_record(const HourRecordId& id) const;

    const HoursInput& input_;
    const std::vector<HourRecord> records_;
    const AllocationContext context_;
    const YearChoices choices_;
    const std::vector<allocation::RecordChoices> movable_;
    std::map<HourRecordId, RecordCount> annual_;
    std::map<HourRecordId, RecordCount> cycle_;
    std::set<HourRecordId> ordered_;
};

const HourRecord* HoursSelector::find_record(const HourRecordId& id) const {
    const auto found = std::find_if(records_.begin(), records_.end(), [&](const HourRecord& each) { return each.id == id; });
    return found == records_.end() ? nullptr : &*found;
}

// Those with records, those hours may be allocated to, and the current one; the latest, with rules.
std::set<AllocatedYear> HoursSelector::shown_years() const {
    std::set<AllocatedYear> years = {this_year()};
    for (const HourRecord& record : records_) years.insert(record.allocated_year);
    for (const allocation::RecordChoices& each : movable_) {
        for (const allocation::YearChoice& choice : each.years) years.insert(choice.year);
    }
    std::erase_if(years, [&](AllocatedYear year) { return !input_.rules.annual_pack_of(year).ok(); });
    while (years.size() > kMostYearsShown) years.erase(years.begin());
    return years;
}

bool HoursSelector::takes_hours(AllocatedYear year) const {
    return std::any_of(movable_.begin(), movable_.end(), [&](const allocation::RecordChoices& each) {
        return std::any_of(each.years.begin(), each.years.end(), [&](const allocation::YearChoice& choice) {
            return choice.year == year && !choice.barrier && choice.purpose == ledger::HourPurpose::Annual;
        });
    });
}

// Hours of a course that is not finished yet may still come to it (R23).
bool HoursSelector::is_open(AllocatedYear year) const {
    if (choices_.frozen(year, ledger::HourPurpose::Annual)) return false;
    const auto& phases = input_.rules.phases();
    return std::any_of(phases.begin(), phases.end(), [&](const rules::PhasePack& phase) {
        const auto& years = phase.allocation.annual_years;
        return std::find(years.begin(), years.end(), year) != years.end();
    });
}

YearStanding HoursSelector::standing_of(AllocatedYear year, const YearVerification& verified) const {
    if (verified.result() == VerificationResult::Pass) return YearStanding::Passed;
    if (!(year < this_year())) return YearStanding::Running;
    return is_open(year) ? YearStanding::Short : YearStanding::Failed;
}

HourYear HoursSelector::year_of(AllocatedYear year, const rules::AnnualPack& pack,
                                const verification::StandingRecords& standing) const {
    HourYear shown;
    shown.year = year;
    const YearVerification verified = verify_year(year, pack, standing, Verification::Annual);
    for (std::size_t i = 0; i < verified.requirements.size(); ++i) {
        const verification::VerifiedRequirement& each = verified.requirements[i];
        shown.goals.push_back({pack.requirements[i].short_name, each.counted, each.minimum});
    }
    for (const HourRecord& record : records_) {
        if (!(record.allocated_year == year)) continue;
        ++shown.records;
        const std::size_t category = place_of(record.category);
        const RecordCount& annual = annual_.at(record.id);
        shown.counted[category] += annual.counted;
        if (annual.reason == NotCountedReason::CycleOnly) shown.make_up += cycle_.at(record.id).counted;
        if (annual.reason == NotCountedReason::Unfinished) shown.in_progress[category] += annual.not_counted;
    }
    const ledger::YearsVerified* official = input_.ledger.annual_result(year);
    shown.is_verified = official != nullptr;
    shown.standing = standing_of(year, verified);
    if (official != nullptr) {
        shown.standing = official->has_passed ? YearStanding::Passed : YearStanding::Failed;
    }
    return shown;
}

std::vector<HourYear> HoursSelector::years() const {
    const verification::StandingRecords standing(choices_.joined());
    std::vector<HourYear> years;
    for (const AllocatedYear year : shown_years()) {
        years.push_back(year_of(year, **input_.rules.annual_pack_of(year), standing));
    }
    return years;
}

HourLine HoursSelector::line_of(const verification::RecordToVerify& joined) const {
    HourLine line;
    line.record = *joined.record;
    line.is_make_up = joined.purpose == ledger::HourPurpose::CycleOnly;
    const RecordCount& count = line.is_make_up ? cycle_.at(line.record.id) : annual_.at(line.record.id);
    line.counted = count.counted;
    line.reason = count.reason;
    const rules::PhasePack* phase = ledger::phase_of(line.record, context_.catalogue, context_.rules);
    if (const LocalizedText* source = source_of(count, phase, context_.rules)) line.source = *source;
    if (count.reason == NotCountedReason::OverCap) {
        const auto pack = context_.rules.annual_pack_of(line.record.allocated_year);
        const rules::Cap* cap = pack ? verification::cap_of(**pack, line.record) : nullptr;
        if (cap != nullptr) line.cap_name = cap->name;
    }
    if (const HourRecord* instead = find_record(count.counted_instead)) line.counted_instead = instead->title;
    line.is_on_its_way = ordered_.contains(line.record.id);
    const auto choices = std::find_if(movable_.begin(), movable_.end(), [&](const allocation::RecordChoices& each) {
        return each.record->id == line.record.id;
    });
    line.can_move = choices != movable_.end() && choices->can_move() && !line.is_on_its_way;
    return line;
}

std::vector<HourLine> HoursSelector::lines() const {
    std::vector<HourLine> lines;
    for (const verification::RecordToVerify& joined : choices_.joined()) lines.push_back(line_of(joined));
    sort_values(lines, [](const HourLine& a, const HourLine& b) {
        if (a.can_move != b.can_move) return a.can_move;
        if (a.reason.has_value() != b.reason.has_value()) return a.reason.has_value();
        if (a.record.title != b.record.title) return a.record.title < b.record.title;
        return a.record.id < b.record.id;
    });
    return lines;
}

std::vector<YearOption> HoursSelector::options_of(const HourRecordId& record) const {
    std::vector<YearOption> options;
    for (const allocation::RecordChoices& choices : movable_) {
        if (!(choices.record->id == record)) continue;
        for (const allocation::YearChoice& choice : choices.years) {
            YearOption option{.year = choice.year,
                              .purpose = choice.purpose,
                              .is_current = choice.year == choices.record->allocated_year,
                              .barrier = choices.barrier ? choices.barrier : choice.barrier,
                              .source = {}};
            if (choice.source != nullptr) option.source = *choice.source;
            options.push_back(std::move(option));
        }
    }
    return options;
}

DeciHours total_of(const YearVerification& verified) {
    return verified.requirements.empty() ? DeciHours{} : verified.requirements.back().counted;
}

YearEffect effect_of(AllocatedYear year, bool is_cycle, const YearVerification& before, const YearVerification& after) {
    return {.year = year,
            .is_cycle = is_cycle,
            .before = total_of(before),
            .after = total_of(after),
            .passes_before = before.result() == VerificationResult::Pass,
            .passes_after = after.result() == VerificationResult::Pass,
            .missing_after = after.most_missing()};
}

CycleStanding cycle_standing(const verification::CycleVerification& cycle) {
    CycleStanding standing;
    standing.first = cycle.years.front().year;
    standing.last = cycle.years.back().year;
    if (!cycle.cumulative.empty()) {
        standing.counted = cycle.cumulative.back().counted;
        standing.minimum = cycle.cumulative.back().minimum;
    }
    for (const YearVerification& year : cycle.years) {
        if (year.result() == VerificationResult::Pass) ++standing.years_passed;
    }
    standing.passes = cycle.result(verification::CycleCriterion::EveryYear) == VerificationResult::Pass;
    return standing;
}

void HoursSelector::add_effects(HoursProjection& page) const {
    const std::vector<ledger::YearMove> staged(input_.staged.begin(), input_.staged.end());
    auto preview = allocation::preview(context_, staged, cycle_last());
    if (!preview) {
        page.refusal = preview.error().code;
        preview = allocation::preview(context_, {}, cycle_last());
        if (!preview) return;
    }
    page.cycle = cycle_standing(preview->cycle_before);
    if (staged.empty() || page.refusal) return;
    for (const allocation::YearBeforeAfter& year : preview->years) {
        if (!(year.annual_before.requirements == year.annual_after.requirements)) {
            page.effects.push_back(effect_of(year.year, false, year.annual_before, year.annual_after));
        } else if (!(year.cycle_before.requirements == year.cycle_after.requirements)) {
            page.effects.push_back(effect_of(year.year, true, year.cycle_before, year.cycle_after));
        }
    }
    const CycleStanding after = cycle_standing(preview->cycle_after);
    const bool changes = !(after.counted == page.cycle->counted) || after.years_passed != page.cycle->years_passed;
    if (changes) page.cycle_after = after;
}

void HoursSelector::add_undo(HoursProjection& page) const {
    const ledger::HoursAllocated* last = nullptr;
    Stamp at;
    for (const auto& [record, acts] : input_.ledger.allocations) {
        if (acts.empty() || (last != nullptr && acts.rbegin()->first < at)) continue;
        at = acts.rbegin()->first;
        last = &acts.rbegin()->second;
    }
    if (last == nullptr) return;
    std::vector<ledger::YearMove> moves = input_.ledger.moves_to_undo(last->receipt_id);
    const bool is_waiting = std::any_of(moves.begin(), moves.end(), [&](const ledger::YearMove& move) {
        return ordered_.contains(move.record_id);
    });
    if (moves.empty() || is_waiting || !check_moves(context_, moves).ok()) return;
    page.undo = std::move(moves);
    page.allocated_at = last->at;
}

void HoursSelector::add_freezing(HoursProjection& page) const {
    for (const HourYear& year : page.years) {
        const bool gives_hours = std::any_of(movable_.begin(), movable_.end(), [&](const allocation::RecordChoices& each) {
            return each.record->allocated_year == year.year && each.can_move();
        });
        if (!gives_hours && !takes_hours(year.year)) continue;
        const rules::Milestone* automatic = rules::automatic_verification_of(year.year, input_.rules);
        if (automatic == nullptr || (page.freezes_on && !(automatic->date < *page.freezes_on))) continue;
        page.freezes_on = automatic->date;
        page.freezes = year.year;
    }
}

}  // namespace

DeciHours HourYear::missing() const {
    DeciHours most;
    for (const YearGoal& goal : goals) most = std::max(most, goal.missing());
    return most;
}

const HourYear* HoursProjection::find_year(AllocatedYear year) const {
    const auto found = std::find_if(years.begin(), years.end(), [&](const HourYear& each) { return each.year == year; });
    return found == years.end() ? nullptr : &*found;
}

const HourLine* HoursProjection::find(const HourRecordId& record) const {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const HourLine& each) { return each.record.id == record; });
    return found == lines.end() ? nullptr : &*found;
}

[[gnu::noinline]] HoursProjection select_hours(const HoursInput& input, const HourRecordId& asked) {
    HoursProjection page;
    if (!input.teacher.profile.is_written()) return page;
    const HoursSelector selector(input);
    page.years = selector.years();
    page.has_duty = !page.years.empty();
    page.lines = selector.lines();
    page.options = selector.options_of(asked);
    selector.add_effects(page);
    selector.add_undo(page);
    selector.add_freezing(page);
    page.uses = uses_of_hours(date_of(input.now), input.teacher.profile.value.is_private_school, selector.joined(),
                              input.ledger, input.rules);
    return page;
}

[[gnu::noinline]] std::optional<ProposedMoves> propose_allocation(const HoursInput& input) {
    const HoursSelector selector(input);
    const auto best = allocation::best_allocation(selector.context(), selector.cycle_last(), kMostWorkInAFrame);
    if (!best) return std::nullopt;
    return ProposedMoves{best->moves, best->is_proven};
}

}  // namespace xueshi::app
