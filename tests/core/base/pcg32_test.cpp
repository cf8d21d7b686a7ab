// Against the outputs the generator's authors publish for seed 42 on the default stream
// (pcg32_oneseq of the C++ library, pcg32s of the C library).
#include "core/base/pcg32.h"

#include <string>

#include <gtest/gtest.h>

namespace xueshi {
namespace {

TEST(Pcg32, DrawsWhatItsAuthorsPublish) {
    Pcg32 generator(42);
    for (const std::uint32_t expected :
         {0xc2f57bd6u, 0x6b07c4a9u, 0x72b7b29bu, 0x44215383u, 0xf5af5eadu, 0x68beb632u}) {
        EXPECT_EQ(generator.draw(), expected);
    }
}

TEST(Pcg32, DrawsBelowABoundAsItsAuthorsDo) {
    Pcg32 generator(42);
    for (int i = 0; i < 6; ++i) (void)generator.draw();
    std::string coins;
    for (int i = 0; i < 65; ++i) coins += generator.draw_below(2) == 1 ? 'H' : 'T';
    EXPECT_EQ(coins, "THTHHHTTHHTTHTTHTHHHTHTTTHTTHTTHTTTHHTTTTTHHTTTHTTHTHHTHHHTTHTTTH");
    std::string rolls;
    for (int i = 0; i < 33; ++i) rolls += static_cast<char>('1' + generator.draw_below(6));
    EXPECT_EQ(rolls, "413366513443225413331464661612366");
}

TEST(Pcg32, DrawsAnewWhatWouldFavourSmallNumbers) {
    // Two thirds of all numbers: of three bounded draws one is rejected on average.
    constexpr std::uint32_t kBound = 0xaaaaaaab;
    Pcg32 bounded(7);
    Pcg32 plain(7);
    int rejected = 0;
    for (int i = 0; i < 1000; ++i) {
        std::uint32_t number = plain.draw();
        while (number < (0u - kBound) % kBound) {
            number = plain.draw();
            ++rejected;
        }
        ASSERT_EQ(bounded.draw_below(kBound), number % kBound);
    }
    EXPECT_GT(rejected, 300);
}

TEST(Pcg32, OneBoundedDrawMovesItOn) {
    Pcg32 bounded(3);
    Pcg32 plain(3);
    EXPECT_EQ(bounded.draw_below(1), 0u);
    (void)plain.draw();
    EXPECT_EQ(bounded, plain);
}

}  // namespace
}  // namespace xueshi
