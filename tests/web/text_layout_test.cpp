#include "web/ui/text_layout.h"

#include <string>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

// Han and full-width characters are 10 wide, all others 5: a page of graph paper.
const CharacterWidths kWidths{
    nullptr, [](const void*, char32_t character) {
        return character >= 0x2e80 || (character >= 0x2018 && character <= 0x2026) ? 10.0f : 5.0f;
    }};

std::vector<std::string> wrapped(std::string_view text, WrapRule rule) {
    std::vector<TextLine> lines;
    wrap_lines(text, rule, kWidths, lines);
    std::vector<std::string> result;
    for (const TextLine& line : lines) {
        const std::string_view shown = text.substr(line.begin, line.end - line.begin);
        EXPECT_FLOAT_EQ(line.width, line_width(shown, kWidths)) << shown;
        result.emplace_back(shown);
    }
    return result;
}

using Lines = std::vector<std::string>;

TEST(TextLayout, BreaksBetweenHanCharactersWhereTheLineIsFull) {
    EXPECT_EQ(wrapped("学会用关键词", {.width = 40}), (Lines{"学会用关", "键词"}));
}

TEST(TextLayout, KeepsALineThatFitsExactly) {
    EXPECT_EQ(wrapped("学会用关", {.width = 40}), (Lines{"学会用关"}));
}

TEST(TextLayout, NeverStartsALineWithClosingPunctuation) {
    EXPECT_EQ(wrapped("先做诊断，再选课", {.width = 40}), (Lines{"先做诊", "断，再选", "课"}));
    EXPECT_EQ(wrapped("三个办法。好", {.width = 40}), (Lines{"三个办", "法。好"}));
}

TEST(TextLayout, NeverEndsALineWithAnOpeningMark) {
    EXPECT_EQ(wrapped("固定的“观摩”课", {.width = 40}), (Lines{"固定的", "“观摩”", "课"}));
    EXPECT_EQ(wrapped("国家《规划》", {.width = 30}), (Lines{"国家", "《规", "划》"}));
}

TEST(TextLayout, DoesNotTearNumbersAndWords) {
    EXPECT_EQ(wrapped("还差 11.5 学时", {.width = 40}), (Lines{"还差", "11.5 学", "时"}));
    EXPECT_EQ(wrapped("在 4/19–6/19 之间", {.width = 70}), (Lines{"在 4/19–6/19", "之间"}));
}

TEST(TextLayout, KeepsAnApostropheWithinItsWord) {
    EXPECT_EQ(wrapped("it isn’t", {.width = 25}), (Lines{"it", "isn’", "t"}));
    EXPECT_EQ(wrapped("it isn’t", {.width = 30}), (Lines{"it", "isn’t"}));
    EXPECT_EQ(wrapped("叫‘甲’的课", {.width = 40}), (Lines{"叫‘甲’", "的课"}));
}

TEST(TextLayout, DropsTheSpaceAtABreak) {
    EXPECT_EQ(wrapped("还差 11", {.width = 25}), (Lines{"还差", "11"}));
}

TEST(TextLayout, TearsAWordThatIsLongerThanTheLine) {
    EXPECT_EQ(wrapped("abcdefgh", {.width = 20}), (Lines{"abcd", "efgh"}));
}

TEST(TextLayout, GivesEvenATooWideCharacterItsLine) {
    EXPECT_EQ(wrapped("学时", {.width = 4}), (Lines{"学", "时"}));
}

TEST(TextLayout, BreaksAtNewlines) {
    EXPECT_EQ(wrapped("一\n二", {.width = 100}), (Lines{"一", "二"}));
}

TEST(TextLayout, LeavesTheRestInTheLastAllowedLine) {
    EXPECT_EQ(wrapped("学会用关键词", {.width = 20, .max_lines = 2}), (Lines{"学会", "用关键词"}));
}

TEST(TextLayout, GivesALonelyLastCharacterCompanyWhereAsked) {
    EXPECT_EQ(wrapped("今年就够了", {.width = 40}), (Lines{"今年就够", "了"}));
    EXPECT_EQ(wrapped("今年就够了", {.width = 40, .keeps_two = true}), (Lines{"今年就", "够了"}));
    EXPECT_EQ(wrapped("今年就够了。", {.width = 40, .keeps_two = true}),
              (Lines{"今年就", "够了。"}));
    EXPECT_EQ(wrapped("今年真的够了", {.width = 40, .keeps_two = true}),
              (Lines{"今年真的", "够了"}));
}

TEST(TextLayout, BreaksAHeadingBehindItsCommaWhereBothLinesFit) {
    EXPECT_EQ(wrapped("再排两门，今年就够了", {.width = 70, .keeps_two = true}),
              (Lines{"再排两门，", "今年就够了"}));
    EXPECT_EQ(wrapped("再排两门，今年就够了", {.width = 70}), (Lines{"再排两门，今年", "就够了"}));
    EXPECT_EQ(wrapped("再排，今年就真的都够了", {.width = 70, .keeps_two = true}),
              (Lines{"再排，今年就真", "的都够了"}));
}

TEST(TextLayout, HasNoLinesForNoText) { EXPECT_TRUE(wrapped("", {.width = 40}).empty()); }

TEST(TextLayout, CutsForTheEllipsisOnlyWhenTheTextDoesNotFit) {
    const std::string_view text = "学会用关键词";  // 60 wide, 3 bytes each
    EXPECT_EQ(fitting_bytes(text, 60, 10, kWidths), 18u);
    EXPECT_EQ(fitting_bytes(text, 59, 10, kWidths), 12u);
    EXPECT_EQ(fitting_bytes(text, 30, 10, kWidths), 6u);
    EXPECT_EQ(fitting_bytes(text, 5, 10, kWidths), 0u);
}

TEST(TextLayout, ReadsEveryLengthOfCharacter) {
    const std::string_view text = "aé学𠮷";
    std::size_t at = 0;
    EXPECT_EQ(next_character(text, at), U'a');
    EXPECT_EQ(next_character(text, at), U'é');
    EXPECT_EQ(next_character(text, at), U'学');
    EXPECT_EQ(next_character(text, at), U'𠮷');
    EXPECT_EQ(at, text.size());
}

TEST(TextLayout, ReadsMalformedBytesAsReplacementsWithoutRunningOver) {
    for (const std::string_view text : {"\xff", "\xe5\xad", "\xe5x", "\x80\x80", "\xf0\x9f\x98"}) {
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t before = at;
            next_character(text, at);
            ASSERT_GT(at, before);
        }
        EXPECT_EQ(at, text.size());
    }
}

}  // namespace
}  // namespace xueshi::ui
