#include "core/catalogue/text_fold.h"

#include <gtest/gtest.h>

namespace xueshi::catalogue {
namespace {

std::u32string codes_of(std::string_view text) {
    std::u32string codes;
    for (const FoldedCharacter& each : fold_text(text)) codes += each.code;
    return codes;
}

TEST(TextFold, DropsCaseWidthSpacesAndPunctuation) {
    EXPECT_EQ(codes_of("《ＰＰＴ》 课件—“Excel”·（一）"), U"ppt课件excel一");
    EXPECT_EQ(codes_of("Lü"), U"lv");
}

TEST(TextFold, KeepsThePlaceOfEveryCharacter) {
    const auto characters = fold_text("a，信");
    ASSERT_EQ(characters.size(), 2u);
    EXPECT_EQ(characters[1].begin, 4u);
    EXPECT_EQ(characters[1].end, 7u);
}

TEST(TextFold, ReplacesWhatIsNoUtf8ByteByByte) {
    EXPECT_EQ(codes_of("\xff"), U"\xFFFD");
    EXPECT_EQ(codes_of("\xe4\xbf"), U"\xFFFD\xFFFD") << "cut short";
    EXPECT_EQ(codes_of("\xc0\xaf"), U"\xFFFD\xFFFD") << "overlong";
    EXPECT_EQ(codes_of("\xed\xa0\x80"), U"\xFFFD\xFFFD\xFFFD") << "a surrogate";
    EXPECT_EQ(codes_of("\xf4\x90\x80\x80"), U"\xFFFD\xFFFD\xFFFD\xFFFD") << "beyond Unicode";
}

TEST(TextFold, SplitsAQueryAtAnySpace) {
    EXPECT_EQ(fold_words("  信息　JS\tx "), (std::vector<std::u32string>{U"信息", U"js", U"x"}));
    EXPECT_TRUE(fold_words(" ，。 ").empty());
}

TEST(TextFold, EncodesWhatItDecodes) {
    for (const std::string_view text : {"a", "é", "信", "😀"}) {
        const auto characters = fold_text(text);
        ASSERT_EQ(characters.size(), 1u);
        EXPECT_EQ(encode_utf8(characters[0].code), text);
    }
    EXPECT_EQ(encode_utf8(0xD800), "");
    EXPECT_EQ(encode_utf8(0x110000), "");
}

}  // namespace
}  // namespace xueshi::catalogue
