// Any shuffle, split and repetition of one set of events folds to the same state.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "tests/support/random_events.h"

namespace xueshi::app {
namespace {

using testing::TestRandom;

constexpr int kRounds = 2000;

// A random order in which some events come twice.
std::vector<StampedEvent> disturbed(TestRandom& random, const std::vector<StampedEvent>& events) {
    std::vector<StampedEvent> order = events;
    for (const StampedEvent& event : events) {
        if (random.below(4) == 0) order.push_back(event);
    }
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

template <class State>
State fold(const std::vector<StampedEvent>& events) {
    State state;
    for (const StampedEvent& event : events) apply(state, event);
    return state;
}

std::string shown(const SharedState& state) {
    std::string text;
    for (const catalogue::CourseRun* run : state.catalogue.runs()) text += run->id.text + run->title + ';';
    if (const auto* readings = state.catalogue.readings_of("行")) text += readings->front();
    for (const auto& [id, notice] : state.notices) text += notice.value.title;
    return text;
}

TEST(FoldOrder, TeacherStateIsTheSameForEveryOrderAndRepetition) {
    for (int seed = 1; seed <= kRounds; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        const auto events = testing::random_teacher_events(random, 1 + random.below(40));
        ASSERT_EQ(fold<TeacherState>(events), fold<TeacherState>(disturbed(random, events))) << "seed " << seed;
        ASSERT_EQ(fold<UnitState>(events), fold<UnitState>(disturbed(random, events))) << "seed " << seed;
    }
}

TEST(FoldOrder, SharedStateIsTheSameForEveryOrderAndRepetition) {
    for (int seed = 1; seed <= kRounds; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        const auto events = testing::random_shared_events(random, 1 + random.below(40));
        ASSERT_EQ(shown(fold<SharedState>(events)), shown(fold<SharedState>(disturbed(random, events))))
            << "seed " << seed;
    }
}

TEST(FoldOrder, SurvivesTheWire) {
    for (int seed = 1; seed <= kRounds / 10; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        const auto events = testing::random_teacher_events(random, 30);
        std::vector<StampedEvent> received;
        for (const StampedEvent& event : events) {
            const codec::EncodedEvent encoded = codec::encode_event(event.event);
            Result<Event> decoded = codec::decode_event(encoded.type, encoded.payload);
            ASSERT_TRUE(decoded) << encoded.type << ' ' << decoded.error().subject;
            received.push_back({*decoded, *parse_stamp(format_stamp(event.stamp)), event.feed_sequence});
        }
        ASSERT_EQ(fold<TeacherState>(events), fold<TeacherState>(received)) << "seed " << seed;
    }
}

}  // namespace
}  // namespace xueshi::app
