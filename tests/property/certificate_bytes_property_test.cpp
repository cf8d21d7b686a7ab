// Any content within its limits comes back; whatever bytes a stranger makes, what is read is written again as the same
// bytes, so that two certificates never say the same in two ways.
#include <random>

#include <gtest/gtest.h>

#include "tests/support/certificate_world.h"

namespace xueshi::certificate {
namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : generator_(seed) {}
    int below(int limit) { return static_cast<int>(generator_() % static_cast<unsigned>(limit)); }
    bool coin() { return below(2) == 0; }
    std::string text(std::size_t most) {
        static constexpr const char* kPieces[] = {"学", "a", "é", "𠮷", " ", "\"", "\\", "7", "…"};
        std::string text = "x";
        for (int i = below(20); i > 0; --i) {
            const std::string piece = kPieces[below(9)];
            if (text.size() + piece.size() <= most) text += piece;
        }
        return text;
    }
    DeciHours hours() { return {below(below(2) == 0 ? 100 : 100'000)}; }

  private:
    std::mt19937 generator_;
};

CertificateContent random_content(Chance& chance) {
    CertificateContent content = testing::certificate_content();
    content.is_sample = chance.coin();
    content.issuer = chance.text(60);
    content.name = chance.text(60);
    content.year = {1900 + chance.below(1100)};
    content.issued_on = {chance.below(40'000)};
    content.result = static_cast<CertifiedResult>(chance.below(3));
    content.verified_on = content.result == CertifiedResult::Open ? CivilDate{} : CivilDate{1 + chance.below(40'000)};
    content.number = chance.coin() ? std::optional(chance.text(40)) : std::nullopt;
    content.school = chance.coin() ? std::optional(chance.text(40)) : std::nullopt;
    content.hours.resize(static_cast<std::size_t>(1 + chance.below(4)));
    for (CertifiedHours& each : content.hours) {
        each.counted = chance.hours();
        each.minimum = chance.hours();
    }
    if (chance.coin()) content.hours.front() = {"other_hours", chance.text(kMostTitleBytes), chance.hours(), chance.hours()};
    content.records.reset();
    if (chance.coin()) {
        content.records.emplace();
        for (int i = chance.below(6); i > 0; --i) {
            const auto category = static_cast<HourCategory>(chance.below(3));
            content.records->listed.push_back({chance.text(kMostTitleBytes), category, chance.hours()});
        }
        content.records->others = chance.below(300);
        content.records->others_counted = chance.hours();
    }
    return content;
}

TEST(CertificateBytesProperty, ContentComesBackAndDamageIsNeverAnotherForm) {
    Chance chance(20171127);
    int read_again = 0;
    for (int round = 0; round < 3000; ++round) {
        const CertificateContent content = random_content(chance);
        const std::string whole = testing::unsigned_certificate(content);
        const auto read = read_certificate(whole);
        ASSERT_TRUE(read) << read.error().subject;
        ASSERT_EQ(read->content, content);
        for (int i = 0; i < 10; ++i) {
            std::string damaged = whole;
            for (int change = 1 + chance.below(3); change > 0; --change) {
                const auto place = static_cast<std::size_t>(chance.below(static_cast<int>(damaged.size())));
                switch (chance.below(3)) {
                    case 0: damaged[place] = static_cast<char>(chance.below(256)); break;
                    case 1: damaged.erase(place, 1); break;
                    default: damaged.insert(place, 1, static_cast<char>(chance.below(256)));
                }
            }
            const auto other = read_certificate(damaged);
            if (!other) continue;
            ++read_again;
            const auto written = write_certificate(other->content, other->key);
            ASSERT_TRUE(written) << written.error().subject;
            ASSERT_EQ(*written, other->signed_bytes);
        }
    }
    EXPECT_GT(read_again, 1000) << "much of it is still a certificate, of something else";
}

TEST(CertificateBytesProperty, BytesOfChanceAreRefusedQuietly) {
    Chance chance(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(static_cast<std::size_t>(chance.below(800)), '\0');
        for (char& each : bytes) each = static_cast<char>(chance.below(256));
        if (!bytes.empty() && chance.coin()) bytes[0] = 1;
        const auto read = read_certificate(bytes);
        if (!read) continue;
        EXPECT_TRUE(write_certificate(read->content, read->key));
    }
}

}  // namespace
}  // namespace xueshi::certificate
