// For any sequence of allocations: no hour counts twice, the preview is what then happens, and what was decided folds to
// the same ledger and the same records in any order, split and repetition.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "tests/support/allocation_world.h"

namespace xueshi::allocation {
namespace {

using testing::AllocationWorld;
using verification::Verification;

class Chance {
  public:
    explicit Chance(std::uint32_t seed) : random_(seed) {}
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    std::mt19937& engine() { return random_; }

  private:
    std::mt19937 random_;
};

void fill(AllocationWorld& world, Chance& chance) {
    for (int year = 2012; year <= 2017; ++year) {
        if (chance.below(4) == 0) {
            world.fill_year(year);
            continue;
        }
        world.add_fixed(year, HourCategory::Public, chance.below(40) * 5);
        world.add_fixed(year, HourCategory::Professional, chance.below(80) * 5);
        if (chance.below(3) == 0) world.add_fixed(year, HourCategory::Professional, chance.below(150)).tags = {"research"};
    }
    for (int i = 2 + chance.below(6); i-- > 0;) {
        ledger::HourRecord& record = world.add_course("c" + std::to_string(i), 20 + chance.below(40) * 5,
                                                      static_cast<HourCategory>(chance.below(3)), 2016 + chance.below(2));
        if (chance.below(10) == 0) record.state = ledger::HourState::InProgress;
        if (chance.below(8) == 0 && i > 0) record.course_run_id = CourseRunId{"run-c0"};
    }
}

std::vector<ledger::YearMove> random_moves(const AllocationWorld& world, Chance& chance) {
    std::vector<ledger::YearMove> moves;
    if (chance.below(10) == 0) {
        const int any = chance.below(static_cast<int>(world.records().size()));
        moves.push_back({world.records()[static_cast<std::size_t>(any)].id, {2011 + chance.below(8)}});
    }
    const int last = static_cast<int>(world.records().size()) - 1;  // the courses stand last
    for (int i = 1 + chance.below(2); i-- > 0;) {
        const auto& course = world.records()[static_cast<std::size_t>(last - chance.below(5))];
        moves.push_back({course.id, {2012 + chance.below(6)}});
    }
    return moves;
}

// What counts of each record, over all years.
std::map<HourRecordId, DeciHours> counted(const AllocationWorld& world, Verification kind) {
    std::map<HourRecordId, DeciHours> hours;
    const auto joined = verification::records_to_verify(world.records(), world.catalogue, world.book);
    for (const auto& each : verification::count_records(joined, world.book, kind)) hours[each.record_id] += each.counted;
    return hours;
}

void expect_no_hour_counts_twice(const AllocationWorld& world) {
    std::map<CourseRunId, int> times;
    const auto hours = counted(world, Verification::Cycle);
    for (const ledger::HourRecord& record : world.records()) {
        EXPECT_LE(hours.at(record.id), record.hours);
        if (!record.course_run_id.empty() && hours.at(record.id).tenths > 0) ++times[record.course_run_id];
    }
    for (const auto& [run, count] : times) EXPECT_EQ(count, 1) << run.text;
    const auto annual = counted(world, Verification::Annual);
    for (const auto& [id, each] : annual) EXPECT_LE(each, hours.at(id));
}

TEST(HourAllocation, ThePreviewIsWhatThenHappensAndNoHourCountsTwice) {
    int done = 0;
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        Chance chance(seed);
        AllocationWorld world;
        fill(world, chance);
        const auto whole = counted(world, Verification::Cycle);
        for (int step = 0; step < 20; ++step) {
            if (chance.below(40) == 0) world.verify_officially(2016, 2016, ledger::OfficialVerification::Annual);
            const auto moves = random_moves(world, chance);
            const auto foreseen = preview(world.context(), moves, {2017});
            const auto facts = world.allocate(moves);
            ASSERT_EQ(foreseen.ok(), facts.ok()) << "seed " << seed;
            if (!facts) {
                EXPECT_EQ(foreseen.error().code, facts.error().code);
                continue;
            }
            ++done;
            for (const YearBeforeAfter& year : foreseen->years) {
                EXPECT_EQ(year.annual_after, world.verify(year.year.year, Verification::Annual)) << "seed " << seed;
                EXPECT_EQ(year.cycle_after, world.verify(year.year.year, Verification::Cycle)) << "seed " << seed;
                if (year.year.year <= 2015) {
                    EXPECT_EQ(year.annual_before.requirements, year.annual_after.requirements) << "R24, seed " << seed;
                }
            }
            const auto then = preview(world.context(), {}, {2017});
            ASSERT_TRUE(then);
            EXPECT_EQ(then->cycle_before.years, foreseen->cycle_after.years);
            EXPECT_EQ(then->cycle_before.cumulative, foreseen->cycle_after.cumulative);
            expect_no_hour_counts_twice(world);
            EXPECT_EQ(counted(world, Verification::Cycle), whole) << "a course counts whole, wherever it stands";
        }
    }
    EXPECT_GT(done, 1'000) << "too little happens to show anything";
}

// As it arrives: written and read again.
struct Folded {
    ledger::HourLedger ledger;
    app::TeacherState teacher;
    friend bool operator==(const Folded&, const Folded&) = default;
};
struct Sent {
    std::string type;
    std::string payload;
    Stamp stamp;
};
Folded fold(const std::vector<Sent>& sent) {
    Folded folded;
    for (const Sent& each : sent) {
        if (each.type.starts_with(codec::kLedgerPrefix)) {
            const auto fact = codec::decode_ledger_event(each.type, each.payload);
            EXPECT_TRUE(fact) << each.payload;
            if (fact) ledger::apply(folded.ledger, *fact, each.stamp);
        } else {
            const auto event = codec::decode_event(each.type, each.payload);
            EXPECT_TRUE(event) << each.payload;
            if (event) app::apply(folded.teacher, {*event, each.stamp, 0});
        }
    }
    return folded;
}

TEST(HourAllocation, ReplayedFromZeroInAnyOrderAndTwiceItIsTheSameLedger) {
    std::size_t facts_told = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        Chance chance(seed);
        AllocationWorld world;
        fill(world, chance);
        std::vector<Sent> sent;
        std::int64_t moment = 0;
        const auto tell = [&](codec::EncodedEvent encoded) {
            sent.push_back({std::move(encoded.type), std::move(encoded.payload), Stamp{++moment, 0, "server"}});
        };
        for (const ledger::HourRecord& record : world.records()) tell(codec::encode_event(app::HoursRecorded{record}));
        for (int step = 0; step < 20; ++step) {
            const auto facts = world.allocate(random_moves(world, chance));
            if (!facts) continue;
            for (const ledger::LedgerFact& fact : *facts) {
                tell(codec::encode_ledger_event(fact));
                const auto& id = std::get<ledger::HoursAllocated>(fact).record_id;
                tell(codec::encode_event(app::HoursRecorded{world.record(id.text)}));
            }
        }
        const Folded folded = fold(sent);
        std::vector<ledger::HourRecord> expected = world.records();
        std::sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        EXPECT_EQ(folded.teacher.record_list(), expected);
        for (const ledger::HourRecord& record : expected) {
            EXPECT_EQ(ledger::with_allocation(record, folded.ledger), record) << "both say where it stands";
        }
        facts_told += world.told.size();
        const std::vector<Sent> again = sent;
        for (const Sent& each : again) {
            if (chance.below(4) == 0) sent.push_back(each);
        }
        std::shuffle(sent.begin(), sent.end(), chance.engine());
        ASSERT_EQ(fold(sent), folded) << "seed " << seed;
    }
    EXPECT_GT(facts_told, 1'000u) << "too little happens to show anything";
}

}  // namespace
}  // namespace xueshi::allocation
