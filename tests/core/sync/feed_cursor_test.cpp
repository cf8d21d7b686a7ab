#include "core/sync/feed_cursor.h"

#include <gtest/gtest.h>

namespace xueshi::sync {
namespace {

FeedPage page(const std::string& epoch, std::uint64_t first, std::uint64_t last) {
    FeedPage result{"me", epoch, {}, last, last};
    for (std::uint64_t sequence = first; sequence <= last; ++sequence) {
        Envelope envelope;
        envelope.sequence = sequence;
        result.events.push_back(envelope);
    }
    return result;
}

TEST(FeedCursor, MovesOverAPageThatFollows) {
    FeedCursor cursor;
    EXPECT_EQ(join_page(cursor, page("e1", 1, 5)), PageJoin::Continues);
    EXPECT_EQ(cursor, (FeedCursor{"e1", 5}));
    EXPECT_EQ(join_page(cursor, page("e1", 6, 6)), PageJoin::Continues);
    EXPECT_EQ(cursor.sequence, 6u);
}

TEST(FeedCursor, TakesARepeatedPageWithoutMovingBack) {
    FeedCursor cursor{"e1", 5};
    EXPECT_EQ(join_page(cursor, page("e1", 3, 6)), PageJoin::Continues);
    EXPECT_EQ(cursor.sequence, 6u);
    EXPECT_EQ(join_page(cursor, page("e1", 1, 2)), PageJoin::Continues);
    EXPECT_EQ(cursor.sequence, 6u);
}

TEST(FeedCursor, RefusesAGapAndStaysWhereItIs) {
    FeedCursor cursor{"e1", 5};
    EXPECT_EQ(join_page(cursor, page("e1", 7, 9)), PageJoin::Gap);
    EXPECT_EQ(cursor, (FeedCursor{"e1", 5}));
}

TEST(FeedCursor, NoticesARestoredServer) {
    FeedCursor cursor{"e1", 5};
    EXPECT_EQ(join_page(cursor, page("e2", 1, 3)), PageJoin::NewEpoch);
    EXPECT_EQ(cursor, (FeedCursor{"e1", 5}));
}

}  // namespace
}  // namespace xueshi::sync
