// Three devices that edit, push and pull at random: what disagrees in the end is exactly what was written
// without knowing of each other, and every device says so alike.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/app/apply.h"
#include "core/app/decide.h"
#include "core/app/plan_disagreement.h"
#include "core/codec/rule_pack_json.h"
#include "tests/support/random_events.h"

namespace xueshi::app {
namespace {

using plan::PlanMark;
using testing::TestRandom;

constexpr int kRounds = 1500;
constexpr std::size_t kSteps = 60;

// An event with everything its device knew when it decided, by place in `World::events`.
struct Told {
    StampedEvent stamped;
    std::set<std::size_t> known;
};

struct Device {
    std::string node;
    TeacherState state;
    Stamp last;
    std::set<std::size_t> known;
    std::vector<std::size_t> waiting;
    std::size_t cursor = 0;
};

const rules::RuleBook& rule_book() {
    static const rules::RuleBook rules = codec::built_in_rules();
    return rules;
}

class World {
  public:
    explicit World(TestRandom& random) : random_(random) {}

    void step() {
        Device& device = devices[random_.below(devices.size())];
        switch (random_.below(4)) {
            case 0: return push(device);
            case 1: return pull(device);
            default: return edit(device);
        }
    }
    void meet() {
        for (Device& device : devices) push(device);
        for (Device& device : devices) pull(device);
    }

    std::vector<Told> events;
    std::array<Device, 3> devices{Device{"desk", {}, {}, {}, {}, 0}, Device{"phone", {}, {}, {}, {}, 0},
                                  Device{"slate", {}, {}, {}, {}, 0}};

  private:
    Command any_command(const Device& device) {
        const PlanId id{"p" + std::to_string(random_.below(2))};
        const auto found = device.state.plans.find(id);
        // A discarded draft stays so: a new one has an id of its own.
        const bool may_name = found == device.state.plans.end() || found->second.exists();
        switch (random_.below(7)) {
            case 0: return plan::DiscardPlan{id};
            case 1: return plan::KeepPlan{id};
            case 2: return plan::SetPlanLimits{id, {static_cast<std::int64_t>(random_.below(3)), {}}};
            case 3:
                if (may_name) return plan::NamePlan{id, "方案" + std::to_string(random_.below(3))};
                [[fallthrough]];
            default:
                return plan::MarkCourseRun{id, CourseRunId{"R" + std::to_string(random_.below(3))},
                                           static_cast<PlanMark>(random_.below(4))};
        }
    }
    void edit(Device& device) {
        const SharedState shared;
        const auto decided = decide({{}, {}, device.state, shared, rule_book()}, any_command(device));
        if (!decided) return;
        for (Event event : *decided) {
            note_replaced(device.state, event, device.node);
            device.last = next_stamp(device.last, static_cast<std::int64_t>(random_.below(40)), device.node);
            const StampedEvent stamped{std::move(event), device.last, 0};
            apply(device.state, stamped);
            events.push_back({stamped, device.known});
            device.known.insert(events.size() - 1);
            device.waiting.push_back(events.size() - 1);
        }
    }
    void push(Device& device) {
        feed_.insert(feed_.end(), device.waiting.begin(), device.waiting.end());
        device.waiting.clear();
    }
    void pull(Device& device) {
        for (; device.cursor < feed_.size(); ++device.cursor) {
            const StampedEvent& stamped = events[feed_[device.cursor]].stamped;
            apply(device.state, stamped);
            if (device.last < stamped.stamp) device.last = stamped.stamp;
            device.known.insert(feed_[device.cursor]);
        }
    }

    TestRandom& random_;
    std::vector<std::size_t> feed_;
};

// A part of a draft, and what an event wrote there as a text.
using Part = std::tuple<std::string, PlanPart, std::string>;
using Writes = std::vector<std::pair<Part, std::string>>;

Writes writes_of(const Event& event) {
    if (const auto* discarded = std::get_if<plan::PlanDiscarded>(&event)) {
        return {{{discarded->plan_id.text, PlanPart::Existence, ""}, discarded->discarded ? "no" : "yes"}};
    }
    Writes writes;
    std::string plan;
    if (const auto* named = std::get_if<plan::PlanNamed>(&event)) {
        plan = named->plan_id.text;
        writes.push_back({{plan, PlanPart::Name, ""}, named->name});
    } else if (const auto* limited = std::get_if<plan::PlanLimitsChanged>(&event)) {
        plan = limited->plan_id.text;
        writes.push_back({{plan, PlanPart::FeeLimit, ""}, std::to_string(*limited->limits.max_fee_fen)});
    } else if (const auto* marked = std::get_if<plan::PlanMarkChanged>(&event)) {
        plan = marked->plan_id.text;
        writes.push_back({{plan, PlanPart::Run, marked->course_run_id.text},
                          std::to_string(static_cast<int>(marked->mark))});
    }
    writes.push_back({{plan, PlanPart::Existence, ""}, "yes"});
    return writes;
}

// By the definition: two writes of one part, different, neither known to a later writer of the part.
std::set<Part> truly_contested(const std::vector<Told>& events) {
    std::map<Part, std::vector<std::pair<std::size_t, std::string>>> by_part;
    for (std::size_t i = 0; i < events.size(); ++i) {
        for (auto& [part, value] : writes_of(events[i].stamped.event)) by_part[part].push_back({i, value});
    }
    std::set<Part> contested;
    for (const auto& entry : by_part) {
        std::set<std::string> standing;
        for (const auto& write : entry.second) {
            const bool is_replaced =
                std::any_of(entry.second.begin(), entry.second.end(), [&](const auto& later) {
                    return events[later.first].known.contains(write.first);
                });
            if (!is_replaced) standing.insert(write.second);
        }
        if (standing.size() > 1) contested.insert(entry.first);
    }
    return contested;
}

std::vector<PlanDisagreement> all_disagreements(const TeacherState& teacher) {
    const SharedState shared;
    const UnitState unit;
    std::vector<PlanDisagreement> all;
    for (const auto& [id, draft] : teacher.plans) {
        const SelectInput input{.now = {},
                                .edited_plan = id,
                                .device_id = {},
                                .roles = {},
                                .teacher = teacher,
                                .shared = shared,
                                .unit = unit,
                                .rules = rule_book()};
        for (PlanDisagreement& each : disagreements_of(input, draft)) all.push_back(std::move(each));
    }
    return all;
}

std::set<Part> parts_of(const std::vector<PlanDisagreement>& disagreements) {
    std::set<Part> parts;
    for (const PlanDisagreement& each : disagreements) {
        parts.insert({each.plan_id.text, each.part, each.course_run_id.text});
    }
    return parts;
}

// What a person reads, side by side.
std::string shown(const std::vector<PlanDisagreement>& disagreements) {
    std::string text;
    for (const PlanDisagreement& each : disagreements) {
        text += each.plan_id.text + '/' + std::to_string(static_cast<int>(each.part)) + '/' + each.title;
        for (const DisagreementSide& side : each.sides) {
            text += '|' + std::to_string(side.value.index());
            if (const auto* mark = std::get_if<PlanMark>(&side.value)) text += std::to_string(static_cast<int>(*mark));
            if (const auto* name = std::get_if<std::string>(&side.value)) text += *name;
            if (const auto* kept = std::get_if<bool>(&side.value)) text += *kept ? '1' : '0';
            if (const auto* limits = std::get_if<plan::PlanLimits>(&side.value)) {
                text += std::to_string(*limits->max_fee_fen);
            }
        }
        text += '\n';
    }
    return text;
}

TEST(Disagreement, IsWhatWasWrittenWithoutKnowingAndTheSameOnEveryDevice) {
    std::size_t found = 0;
    for (int seed = 1; seed <= kRounds; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        World world(random);
        for (std::size_t i = 0; i < kSteps; ++i) world.step();
        world.meet();
        const auto disagreements = all_disagreements(world.devices[0].state);
        found += disagreements.size();
        for (const Device& device : world.devices) {
            ASSERT_EQ(device.state, world.devices[0].state) << "seed " << seed;
            ASSERT_EQ(shown(all_disagreements(device.state)), shown(disagreements)) << "seed " << seed;
        }
        // Of a discarded draft nothing is asked.
        std::set<Part> expected;
        for (const Part& part : truly_contested(world.events)) {
            if (world.devices[0].state.plans.at(PlanId{std::get<0>(part)}).exists()) expected.insert(part);
        }
        ASSERT_EQ(parts_of(disagreements), expected) << "seed " << seed;
    }
    EXPECT_GT(found, 1000u) << "the devices hardly ever disagree: the test tests nothing";
}

TEST(Disagreement, IsSettledByEitherSideOnEveryDevice) {
    for (int seed = 1; seed <= kRounds / 5; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        World world(random);
        for (std::size_t i = 0; i < kSteps; ++i) world.step();
        world.meet();
        Device& device = world.devices[random.below(world.devices.size())];
        for (const PlanDisagreement& each : all_disagreements(device.state)) {
            // Discarding a draft ends the other questions about it.
            if (!device.state.plans.at(each.plan_id).exists()) continue;
            const SharedState shared;
            const Command command = settling(each, random.below(each.sides.size()));
            const auto decided = decide({{}, {}, device.state, shared, rule_book()}, command);
            ASSERT_TRUE(decided) << "seed " << seed;
            ASSERT_FALSE(decided->empty()) << "seed " << seed;
            for (Event event : *decided) {
                note_replaced(device.state, event, device.node);
                device.last = next_stamp(device.last, 0, device.node);
                const StampedEvent stamped{std::move(event), device.last, 0};
                for (Device& every : world.devices) apply(every.state, stamped);
            }
        }
        for (const Device& every : world.devices) {
            ASSERT_EQ(shown(all_disagreements(every.state)), "") << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace xueshi::app
