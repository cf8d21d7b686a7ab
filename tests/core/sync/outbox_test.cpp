#include "core/sync/outbox.h"

#include <gtest/gtest.h>

namespace xueshi::sync {
namespace {

Outbox filled_outbox(int count) {
    Outbox outbox(DeviceId{"device"});
    for (int i = 0; i < count; ++i) {
        outbox.append(OperationKind::Event, Stamp{i + 1, 0, "device"}, "plan.named", "{}");
    }
    return outbox;
}

TEST(Outbox, NumbersWithoutGaps) {
    const Outbox outbox = filled_outbox(3);
    EXPECT_EQ(outbox.waiting()[0].sequence, 1u);
    EXPECT_EQ(outbox.waiting()[2].sequence, 3u);
}

TEST(Outbox, SendsTheSameBatchUntilItIsAnswered) {
    Outbox outbox = filled_outbox(static_cast<int>(kMaxOperationsPerPush) + 50);
    const auto first = outbox.next_push();
    EXPECT_EQ(first->operations.size(), kMaxOperationsPerPush);
    EXPECT_EQ(outbox.next_push()->operations, first->operations);
    std::vector<OperationOutcome> outcomes;
    for (const Operation& operation : first->operations) outcomes.push_back({operation.sequence, true, {}, {}, {}});
    outbox.settle(outcomes);
    EXPECT_EQ(outbox.next_push()->operations.front().sequence, kMaxOperationsPerPush + 1);
}

TEST(Outbox, StaysWithinWhatAServerTakes) {
    Outbox outbox(DeviceId{"device"});
    for (int i = 0; i < 30; ++i) {
        outbox.append(OperationKind::Event, Stamp{i + 1, 0, "device"}, "t", std::string(kMaxPayloadBytes - 2, 'x'));
    }
    EXPECT_EQ(outbox.next_push()->operations.size(), 9u);
}

TEST(Outbox, KeepsWhatWasAddedWhileABatchWasUnderWay) {
    Outbox outbox = filled_outbox(1);
    (void)outbox.next_push();
    outbox.append(OperationKind::Event, Stamp{9, 0, "device"}, "plan.named", "{}");
    outbox.settle({{1, true, {}, {}, {}}});
    ASSERT_EQ(outbox.waiting().size(), 1u);
    EXPECT_EQ(outbox.waiting()[0].sequence, 2u);
}

TEST(Outbox, GoesOnCountingAfterEverythingWasAnswered) {
    Outbox outbox = filled_outbox(2);
    outbox.settle({{1, true, {}, {}, {}}, {2, false, "X", {}, {}}});
    EXPECT_TRUE(outbox.empty());
    EXPECT_FALSE(outbox.next_push());
    EXPECT_EQ(outbox.append(OperationKind::Intent, Stamp{5, 0, "device"}, "t", "{}"), 3u);
}

}  // namespace
}  // namespace xueshi::sync
