// Any shuffle and repetition of what happened to a roster folds to the same state of special training.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/app/special_state.h"
#include "core/codec/special_json.h"
#include "tests/support/roster_world.h"

namespace xueshi::app {
namespace {

using namespace xueshi::testing;
using namespace xueshi::enrolment;

struct Told {
    SpecialEvent event;
    Stamp stamp;
};

RosterCommand random_command(std::mt19937& random, const RosterWorld& world, const Applicant*& named,
                             organisation::Actor& who, const std::vector<Applicant>& people) {
    const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    const Applicant& person = people[pick(people.size())];
    const EnrolmentId id{person.teacher_id.text};
    const ProjectId& project = world.project.id;
    named = &person;
    who = as_teacher(person);
    switch (pick(6)) {
        case 0: return SignUp{id, project};
        case 1: return WithdrawEnrolment{id, project, "调离"};
        case 2: return ResubmitEnrolment{id, project};
        case 3: who = centre(); return SetQuota{project, {{UnitId{"district"}, static_cast<int>(1 + pick(4)), {}}}};
        default: break;
    }
    const std::size_t step = pick(3);
    who = step == 0 ? principal_of(person.school_id.text) : step == 1 ? district_administrator() : institution();
    return ReviewEnrolment{id, project, step, pick(5) == 0 ? Verdict::Return : Verdict::Approve, "理由"};
}

std::vector<Told> random_history(std::mt19937& random) {
    RosterWorld world;
    world.set_quota(2);
    std::vector<Told> told = {{ProjectPublished{world.project}, Stamp{1, 0, "server"}},
                              {QuotaSet{world.project.id, {{UnitId{"district"}, 2, {}}}, {}}, Stamp{2, 0, "server"}}};
    const std::vector<Applicant> people = {applicant("a"), applicant("b", "school-b"), applicant("c"), applicant("d")};
    std::int64_t stamp = 2;
    for (int i = 0; i < 60; ++i) {
        const Applicant* named = nullptr;
        organisation::Actor who;
        const RosterCommand command = random_command(random, world, named, who, people);
        const auto facts = world.decide(who, command, named);
        if (!facts) continue;
        for (const RosterFact& fact : *facts) {
            world.tell(fact);
            told.push_back({std::visit([](const auto& event) -> SpecialEvent { return event; }, fact),
                            Stamp{++stamp, 0, "server"}});
        }
    }
    return told;
}

// As it arrives: written and read again.
SpecialState fold(const std::vector<Told>& told) {
    SpecialState state;
    for (const Told& each : told) {
        const codec::EncodedEvent encoded = codec::encode_special_event(each.event);
        const auto read = codec::decode_special_event(encoded.type, encoded.payload);
        EXPECT_TRUE(read) << encoded.payload;
        if (read) apply(state, *read, each.stamp);
    }
    return state;
}

TEST(SpecialFold, IsTheSameForEveryOrderAndRepetition) {
    std::size_t moves = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        std::vector<Told> told = random_history(random);
        moves += told.size();
        const SpecialState state = fold(told);
        const std::vector<Told> again = told;
        for (const Told& each : again) {
            if (random() % 4 == 0) told.push_back(each);
        }
        std::shuffle(told.begin(), told.end(), random);
        ASSERT_EQ(fold(told), state) << "seed " << seed;
    }
    EXPECT_GT(moves, 5'000u) << "too little happens to show anything";
}

}  // namespace
}  // namespace xueshi::app
