#include "core/base/contestable.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/random_events.h"

namespace xueshi {
namespace {

using testing::TestRandom;
using Register = Contestable<std::string>;

const Stamp kDesk{5, 0, "desk"};
const Stamp kPhone{6, 0, "phone"};
const Stamp kLater{9, 0, "desk"};

struct Offer {
    std::string value;
    Stamp at;
    Replaced replaces;
};

Register fold(const std::vector<Offer>& offers) {
    Register held;
    for (const Offer& offer : offers) held.offer(offer.value, offer.at, offer.replaces);
    return held;
}

// Both orders give one register; answers it.
Register both_orders(const std::vector<Offer>& offers) {
    std::vector<Offer> backwards(offers.rbegin(), offers.rend());
    EXPECT_EQ(fold(offers), fold(backwards));
    return fold(offers);
}

TEST(Contestable, KeepsBothOfTwoWritesThatDidNotKnowOfEachOther) {
    const Register held = both_orders({{"pinned", kDesk, {{}}}, {"removed", kPhone, {{}}}});
    EXPECT_TRUE(held.is_contested());
    EXPECT_EQ(held.value(), "removed") << "the later one is shown";
    EXPECT_EQ(held.stamp(), kPhone);
    ASSERT_EQ(held.standing().size(), 2u);
    EXPECT_EQ(held.standing()[1].value, "pinned");
}

TEST(Contestable, ALaterWriteThatSawTheOtherSettles) {
    const Register held = both_orders({{"pinned", kDesk, {{}}}, {"removed", kPhone, {{kDesk}}}});
    EXPECT_FALSE(held.is_contested());
    EXPECT_EQ(held.standing().size(), 1u);
}

TEST(Contestable, AWriteOfEitherDeviceEndsTheDisagreement) {
    const Register held =
        both_orders({{"pinned", kDesk, {{}}}, {"removed", kPhone, {{}}}, {"pinned", kLater, {{kPhone}}}});
    EXPECT_FALSE(held.is_contested());
    EXPECT_EQ(held.value(), "pinned");
}

TEST(Contestable, TheSameValueTwiceIsNoDisagreement) {
    const Register held = both_orders({{"pinned", kDesk, {{}}}, {"pinned", kPhone, {{}}}});
    EXPECT_FALSE(held.is_contested());
    EXPECT_EQ(held.standing().size(), 2u);
}

TEST(Contestable, AWriteOlderThanTheQuestionReplacesWhatWasEarlier) {
    const Register held = both_orders({{"pinned", kDesk, {}}, {"removed", kPhone, {}}});
    EXPECT_FALSE(held.is_contested());
    EXPECT_EQ(held.value(), "removed");
    EXPECT_EQ(both_orders({{"pinned", kDesk, {{}}}, {"removed", kPhone, {}}}).value(), "removed");
    EXPECT_TRUE(both_orders({{"pinned", kDesk, {}}, {"removed", kPhone, {{}}}}).is_contested());
}

TEST(Contestable, IgnoresStampsThatCannotHaveBeenSeen) {
    const Register held = both_orders({{"pinned", kDesk, {{kDesk, kPhone}}}, {"removed", kPhone, {{}}}});
    EXPECT_TRUE(held.is_contested());
    EXPECT_EQ(held.value(), "removed");
}

TEST(Contestable, ListsWhatOtherDevicesWrote) {
    const Register held = fold({{"pinned", kDesk, {{}}}, {"removed", kPhone, {{}}}});
    std::vector<Stamp> stamps;
    held.add_replaced("desk", stamps);
    EXPECT_EQ(stamps, std::vector<Stamp>{kPhone});
}

// Any stamps may be listed, sensible or not.
std::vector<Offer> random_offers(TestRandom& random, std::size_t count) {
    const auto any_stamp = [&](std::uint32_t counter) {
        return Stamp{static_cast<std::int64_t>(random.below(6)), counter,
                     std::string(1, static_cast<char>('a' + random.below(3)))};
    };
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < count; ++i) {
        Offer offer{std::string(1, static_cast<char>('0' + random.below(3))),
                    any_stamp(static_cast<std::uint32_t>(i)), {}};
        if (random.below(5) != 0) {
            offer.replaces.emplace();
            for (std::size_t seen = random.below(3); seen > 0 && i > 0; --seen) {
                offer.replaces->push_back(offers[random.below(i)].at);
            }
            if (random.below(6) == 0) offer.replaces->push_back(any_stamp(99));
        }
        offers.push_back(std::move(offer));
    }
    return offers;
}

TEST(Contestable, AnyOrderAndRepetitionLeavesOneRegisterWhoseLatestWriteIsShown) {
    for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
        TestRandom random(seed);
        const std::vector<Offer> offers = random_offers(random, 1 + random.below(12));
        std::vector<Offer> disturbed = offers;
        for (const Offer& offer : offers) {
            if (random.below(3) == 0) disturbed.push_back(offer);
        }
        for (std::size_t i = disturbed.size(); i > 1; --i) std::swap(disturbed[i - 1], disturbed[random.below(i)]);
        const Register held = fold(offers);
        ASSERT_EQ(held, fold(disturbed)) << "seed " << seed;
        const auto latest = std::max_element(offers.begin(), offers.end(),
                                             [](const Offer& a, const Offer& b) { return a.at < b.at; });
        ASSERT_EQ(held.stamp(), latest->at) << "seed " << seed;
        ASSERT_EQ(held.value(), latest->value) << "seed " << seed;
        ASSERT_LE(held.standing().size(), 3u) << "one per device";
    }
}

}  // namespace
}  // namespace xueshi
