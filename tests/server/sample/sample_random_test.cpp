#include "server/sample/sample_random.h"

#include <set>

#include <gtest/gtest.h>

namespace xueshi::sample {
namespace {

TEST(SampleRandom, IsPcg32AsPublished) {
    // The first numbers of the reference program for seed 42, stream 54.
    SampleRandom random(42, 54);
    for (const std::uint32_t expected : {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u}) {
        EXPECT_EQ(random.next(), expected);
    }
}

TEST(SampleRandom, EverythingBelowTheCountComesUpAndNothingElse) {
    SampleRandom random(1);
    std::set<std::uint32_t> seen;
    for (int i = 0; i < 500; ++i) seen.insert(random.below(7));
    EXPECT_EQ(seen, (std::set<std::uint32_t>{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(random.below(1), 0u);
}

TEST(SampleRandom, BothEndsOfARangeBelongToIt) {
    SampleRandom random(1);
    std::set<int> seen;
    for (int i = 0; i < 200; ++i) seen.insert(random.between(-1, 1));
    EXPECT_EQ(seen, (std::set<int>{-1, 0, 1}));
}

TEST(SampleRandom, ShufflingKeepsEveryItem) {
    SampleRandom random(3);
    std::vector<int> items = {1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<int> before = items;
    random.shuffle(items);
    EXPECT_NE(items, before);
    std::sort(items.begin(), items.end());
    EXPECT_EQ(items, before);
}

TEST(SampleRandom, StreamsOfOneSeedDiffer) {
    SampleRandom first(9, 1);
    SampleRandom second(9, 2);
    EXPECT_NE(first.next(), second.next());
}

}  // namespace
}  // namespace xueshi::sample
