#include <gtest/gtest.h>

#include "web/ui/theme.h"

namespace xueshi::ui {
namespace {

using Token = Colour Theme::*;

struct Pair {
    Token foreground, background;
    double least;
};

constexpr double kText = 4.5;
constexpr double kControl = 3.0;

// Every pair of tokens the interface puts on one another.
const Pair kPairs[] = {
    {&Theme::ink, &Theme::canvas, kText},
    {&Theme::ink, &Theme::surface, kText},
    {&Theme::ink, &Theme::sunken, kText},
    {&Theme::ink, &Theme::surface_hover, kText},
    {&Theme::ink, &Theme::surface_press, kText},
    {&Theme::ink, &Theme::accent_tint, kText},
    {&Theme::ink, &Theme::accent_tint_2, kText},
    {&Theme::ink, &Theme::wait_tint, kText},
    {&Theme::ink, &Theme::attn_tint, kText},
    {&Theme::ink, &Theme::done_tint, kText},
    {&Theme::ink, &Theme::refuse_tint, kText},
    {&Theme::ink, &Theme::seg_on, kText},
    {&Theme::ink_2, &Theme::canvas, kText},
    {&Theme::ink_2, &Theme::surface, kText},
    {&Theme::ink_2, &Theme::sunken, kText},
    {&Theme::ink_2, &Theme::surface_hover, kText},
    {&Theme::ink_2, &Theme::surface_press, kText},
    {&Theme::ink_2, &Theme::accent_tint, kText},
    {&Theme::ink_2, &Theme::accent_tint_2, kText},
    {&Theme::ink_2, &Theme::wait_tint, kText},
    {&Theme::ink_2, &Theme::attn_tint, kText},
    {&Theme::ink_2, &Theme::done_tint, kText},
    {&Theme::ink_2, &Theme::refuse_tint, kText},
    {&Theme::ink_3, &Theme::canvas, kText},
    {&Theme::ink_3, &Theme::surface, kText},
    {&Theme::ink_3, &Theme::sunken, kText},
    {&Theme::ink_3, &Theme::surface_hover, kText},
    {&Theme::ink_3, &Theme::surface_press, kText},
    {&Theme::ink_3, &Theme::accent_tint, kText},
    {&Theme::accent, &Theme::canvas, kText},
    {&Theme::accent, &Theme::surface, kText},
    {&Theme::accent, &Theme::surface_hover, kText},
    {&Theme::accent, &Theme::surface_press, kText},
    {&Theme::accent, &Theme::accent_tint, kText},
    {&Theme::accent, &Theme::accent_tint_2, kText},
    {&Theme::accent, &Theme::wait_tint, kText},
    {&Theme::accent, &Theme::attn_tint, kText},
    {&Theme::accent, &Theme::done_tint, kText},
    {&Theme::on_accent, &Theme::accent, kText},
    {&Theme::on_accent, &Theme::accent_hover, kText},
    {&Theme::on_accent, &Theme::accent_press, kText},
    {&Theme::done, &Theme::canvas, kText},
    {&Theme::done, &Theme::surface, kText},
    {&Theme::done, &Theme::done_tint, kText},
    {&Theme::done, &Theme::accent_tint, kText},
    {&Theme::wait, &Theme::canvas, kText},
    {&Theme::wait, &Theme::surface, kText},
    {&Theme::wait, &Theme::wait_tint, kText},
    {&Theme::wait, &Theme::accent_tint, kText},
    {&Theme::attn, &Theme::canvas, kText},
    {&Theme::attn, &Theme::surface, kText},
    {&Theme::attn, &Theme::attn_tint, kText},
    {&Theme::attn, &Theme::accent_tint, kText},
    {&Theme::refuse, &Theme::canvas, kText},
    {&Theme::refuse, &Theme::surface, kText},
    {&Theme::refuse, &Theme::refuse_tint, kText},
    {&Theme::refuse, &Theme::accent_tint, kText},
    {&Theme::surface, &Theme::cat_public, kText},
    {&Theme::surface, &Theme::cat_pro, kText},
    {&Theme::surface, &Theme::refuse, kText},
    {&Theme::heat_ink, &Theme::heat_1, kText},
    {&Theme::heat_ink, &Theme::heat_2, kText},
    {&Theme::heat_ink, &Theme::heat_3, kText},
    {&Theme::heat_ink_dark, &Theme::heat_4, kText},
    {&Theme::heat_ink_dark, &Theme::heat_5, kText},
    {&Theme::hit_ink, &Theme::hit, kText},
    {&Theme::on_inverse, &Theme::inverse, kText},
    {&Theme::inverse_done, &Theme::inverse, kText},
    {&Theme::inverse_action, &Theme::inverse, kText},
    {&Theme::inverse_attn, &Theme::inverse, kText},
    {&Theme::control, &Theme::canvas, kControl},
    {&Theme::control, &Theme::surface, kControl},
    {&Theme::control, &Theme::sunken, kControl},
    {&Theme::control, &Theme::surface_hover, kControl},
    {&Theme::focus, &Theme::canvas, kControl},
    {&Theme::focus, &Theme::surface, kControl},
    {&Theme::surface, &Theme::done, kControl},
    {&Theme::cat_public, &Theme::surface, kControl},
    {&Theme::cat_pro, &Theme::surface, kControl},
    {&Theme::cat_elect, &Theme::surface, kControl},
    {&Theme::hours_verified, &Theme::surface, kControl},
    {&Theme::hours_earned, &Theme::surface, kControl},
    {&Theme::hours_earned, &Theme::sunken, kControl},
    {&Theme::hours_progress, &Theme::surface, kControl},
    {&Theme::hours_progress, &Theme::sunken, kControl},
    {&Theme::hours_planned, &Theme::surface, kControl},
};

void expect_readable(const Theme& theme) {
    for (std::size_t i = 0; i < std::size(kPairs); ++i) {
        const Pair& pair = kPairs[i];
        EXPECT_GE(contrast_ratio(theme.*pair.foreground, theme.*pair.background), pair.least)
            << "pair " << i;
    }
}

TEST(ThemeContrast, EveryPairOfTheLightThemeCanBeRead) { expect_readable(light_theme()); }

TEST(ThemeContrast, EveryPairOfTheDarkThemeCanBeRead) { expect_readable(dark_theme()); }

TEST(ThemeContrast, ForcedColoursStayReadableInBothDirections) {
    const Colour black = rgb(0x000000), white = rgb(0xFFFFFF);
    for (const auto& [page, text] : {std::pair{black, white}, std::pair{white, black}}) {
        const Theme theme = forced_theme({page, text, rgb(0x1A78C2), rgb(0xFFFFFF), text});
        EXPECT_GE(contrast_ratio(theme.ink_2, theme.attn_tint), kText);
        EXPECT_GE(contrast_ratio(theme.on_accent, theme.accent), kText);
        EXPECT_GE(contrast_ratio(theme.control, theme.surface), kControl);
        EXPECT_TRUE(theme.outlines_tints);
    }
}

TEST(ThemeContrast, NeighbouringHoursDifferInShadeToo) {
    for (const Theme* theme : {&light_theme(), &dark_theme()}) {
        EXPECT_GE(contrast_ratio(theme->hours_verified, theme->hours_earned), 1.5);
        EXPECT_GE(contrast_ratio(theme->hours_earned, theme->hours_progress), 1.5);
    }
}

TEST(Colour, MatchesTheRatiosOfTheStandard) {
    EXPECT_NEAR(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 0.001);
    EXPECT_NEAR(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

TEST(Colour, IsPackedWithRedInTheLowestByte) {
    EXPECT_EQ(rgb(0x123456), 0xFF563412u);
    EXPECT_EQ(rgb(0x1C2126, 0x66), 0x6626211Cu);
}

TEST(Colour, MixesAndFadesChannelByChannel) {
    EXPECT_EQ(mixed(rgb(0x000000), rgb(0xFFFFFF), 0), rgb(0x000000));
    EXPECT_EQ(mixed(rgb(0x000000), rgb(0xFFFFFF), 1), rgb(0xFFFFFF));
    EXPECT_EQ(mixed(rgb(0x000000), rgb(0x640A00), 0.5f), rgb(0x320500));
    EXPECT_EQ(faded(rgb(0x123456), 0) >> 24, 0u);
    EXPECT_EQ(faded(rgb(0x123456), 1), rgb(0x123456));
}

}  // namespace
}  // namespace xueshi::ui
