#include "web/ui/page_layout.h"

#include <array>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

constexpr float kEm = 16;

TEST(FormFactor, IsDecidedByWidthInEm) {
    EXPECT_EQ(form_factor(390, 16, false), FormFactor::Phone);
    EXPECT_EQ(form_factor(960, 16, false), FormFactor::Desktop);
    EXPECT_EQ(form_factor(1280, 32, false), FormFactor::Phone);  // zoomed to 200 %
    EXPECT_EQ(form_factor(1920, 25.6f, true), FormFactor::Television);
}

TEST(PageLayout, HasARailAndADetailPanelOnWideScreens) {
    const PageLayout page =
        lay_out_page({0, 0, 1280, 800}, kEm, FormFactor::Desktop, {.detail_em = 19});
    EXPECT_FLOAT_EQ(page.navigation.width, 88);
    EXPECT_FLOAT_EQ(page.content.x, 120);
    EXPECT_FLOAT_EQ(page.detail.right(), 1248);
    EXPECT_FLOAT_EQ(page.detail.width, 304);
    EXPECT_GT(page.detail.x, page.content.right());
}

TEST(PageLayout, KeepsTheContentWithinItsGreatestWidth) {
    const PageLayout page = lay_out_page({0, 0, 3000, 800}, kEm, FormFactor::Desktop, {});
    EXPECT_FLOAT_EQ(page.content.width, 72 * kEm);
}

TEST(PageLayout, HasTabsAndNoDetailPanelOnPhones) {
    const PageLayout page = lay_out_page(
        {0, 0, 390, 844}, kEm, FormFactor::Phone, {.detail_em = 19, .has_action_bar = true});
    EXPECT_FLOAT_EQ(page.navigation.height, 72);
    EXPECT_FLOAT_EQ(page.navigation.bottom(), 844);
    EXPECT_FLOAT_EQ(page.action_bar.bottom(), page.navigation.y);
    EXPECT_FLOAT_EQ(page.detail.width, 0);
    EXPECT_FLOAT_EQ(page.content.width, 358);
}

TEST(PageLayout, AStatusLineStandsBetweenTheTabsAndWhatIsAboveThem) {
    const PageLayout page = lay_out_page(
        {0, 0, 390, 844}, kEm, FormFactor::Phone, {.has_action_bar = true, .has_status_line = true});
    EXPECT_FLOAT_EQ(page.status_line.width, 390);
    EXPECT_FLOAT_EQ(page.status_line.bottom(), page.navigation.y);
    EXPECT_FLOAT_EQ(page.action_bar.bottom(), page.status_line.y);
    EXPECT_FLOAT_EQ(page.content.bottom(), page.action_bar.y);
}

TEST(PageLayout, FitsTheNarrowestScreenWithoutScrollingSideways) {
    const PageLayout page = lay_out_page({0, 0, 320, 480}, kEm, FormFactor::Phone, {});
    EXPECT_LE(page.content.right(), 320);
    EXPECT_GT(page.content.height, 0);
}

TEST(Layout, NeverCutsMoreThanThereIs) {
    Rect rest{0, 0, 100, 30};
    EXPECT_FLOAT_EQ(take_top(rest, 50, 10).height, 30);
    EXPECT_FLOAT_EQ(rest.height, 0);
    EXPECT_FLOAT_EQ(take_left(rest, 80, 40).width, 80);
    EXPECT_FLOAT_EQ(rest.width, 0);
    EXPECT_FLOAT_EQ(inset({0, 0, 10, 10}, 20).width, 0);
}

TEST(Layout, SplitsColumnsByWeightWithGapsBetween) {
    std::array<Rect, 3> out;
    const std::array<float, 3> weights{1, 2, 1};
    split_columns({0, 0, 420, 10}, weights, 10, out);
    EXPECT_FLOAT_EQ(out[0].width, 100);
    EXPECT_FLOAT_EQ(out[1].x, 110);
    EXPECT_FLOAT_EQ(out[1].width, 200);
    EXPECT_FLOAT_EQ(out[2].right(), 420);
}

}  // namespace
}  // namespace xueshi::ui
