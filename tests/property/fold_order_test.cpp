// Any shuffle, split and repetition of one set of events folds to the same state.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/sync_json.h"
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

// As it arrives from a server: cut into pages anywhere, some of them empty, each written and read again.
std::vector<StampedEvent> paged(TestRandom& random, const std::vector<StampedEvent>& events) {
    std::vector<StampedEvent> received;
    for (std::size_t sent = 0; sent < events.size();) {
        sync::FeedPage page{"me", "epoch", {}, 0, events.size()};
        const std::size_t end = std::min(events.size(), sent + random.below(6));
        for (; sent < end; ++sent) {
            codec::EncodedEvent encoded = codec::encode_event(events[sent].event);
            // The own feed's events are told apart by their stamps; there the place is only a number.
            page.events.push_back({std::max<std::uint64_t>(1, events[sent].feed_sequence),
                                   {DeviceId{events[sent].stamp.node}, 1},
                                   events[sent].stamp,
                                   std::move(encoded.type),
                                   std::move(encoded.payload)});
        }
        const auto read = codec::decode_feed_page(codec::encode_feed_page(page));
        EXPECT_TRUE(read) << read.error().subject;
        if (!read) return received;
        for (const sync::Envelope& envelope : read->events) {
            Result<Event> event = codec::decode_event(envelope.type, envelope.payload);
            EXPECT_TRUE(event) << envelope.type << ' ' << event.error().subject;
            if (event) received.push_back({std::move(*event), envelope.stamp, envelope.sequence});
        }
    }
    return received;
}

// Everything a reader can see of it.
std::string shown(const SharedState& state) {
    std::string text;
    for (const catalogue::CourseRun* run : state.catalogue.runs()) {
        text += codec::encode_event(CourseRunPublished{*run}).payload + '\n';
    }
    for (const char* character : {"行", "学", "教"}) {
        const auto* readings = state.catalogue.readings_of(character);
        for (const std::string& reading : readings ? *readings : std::vector<std::string>{}) text += reading + ',';
        text += '\n';
    }
    for (const auto& [id, notice] : state.notices) {
        text += codec::encode_event(NoticePosted{notice.value}).payload + '\n';
    }
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

TEST(FoldOrder, TeacherStateIsTheSameHoweverTheFeedIsCutIntoPages) {
    for (int seed = 1; seed <= kRounds / 10; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        const auto events = testing::random_teacher_events(random, 30);
        const auto received = paged(random, disturbed(random, events));
        ASSERT_EQ(fold<TeacherState>(events), fold<TeacherState>(received)) << "seed " << seed;
        ASSERT_EQ(fold<UnitState>(events), fold<UnitState>(received)) << "seed " << seed;
    }
}

TEST(FoldOrder, SharedStateIsTheSameHoweverTheFeedIsCutIntoPages) {
    for (int seed = 1; seed <= kRounds / 10; ++seed) {
        TestRandom random(static_cast<std::uint64_t>(seed));
        const auto events = testing::random_shared_events(random, 30);
        ASSERT_EQ(shown(fold<SharedState>(events)), shown(fold<SharedState>(paged(random, disturbed(random, events)))))
            << "seed " << seed;
    }
}

}  // namespace
}  // namespace xueshi::app
