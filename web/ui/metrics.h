// Every size of the interface, in em (the browser's base size; 16 px at 100 %, × 1.6 on
// television). Nothing else in the client writes a length down that more than one component shares.
#pragma once

#include <cstdint>

namespace xueshi::ui {

enum class FormFactor : std::uint8_t { Phone, Desktop, Television };

// The rail appears from here up, below it the tab bar; decided by width in em, never by device
// names.
inline constexpr float kRailFromEm = 60.0f;

constexpr FormFactor form_factor(float viewport_width, float em, bool television) {
    if (television) return FormFactor::Television;
    return viewport_width >= kRailFromEm * em ? FormFactor::Desktop : FormFactor::Phone;
}

namespace metrics {

// Spacing: a grid of 0.5 em, 0.25 em inside components.
inline constexpr float kSpace1 = 0.25f;
inline constexpr float kSpace2 = 0.5f;
inline constexpr float kSpace3 = 0.75f;
inline constexpr float kSpace4 = 1.0f;
inline constexpr float kSpace5 = 1.25f;
inline constexpr float kSpace6 = 1.5f;
inline constexpr float kSpace7 = 2.0f;
inline constexpr float kSpace8 = 3.0f;

inline constexpr float kPagePadXDesktop = 2.0f;
inline constexpr float kPagePadYDesktop = 1.5f;
inline constexpr float kPagePadPhone = 1.0f;
inline constexpr float kSafeAreaTelevision = 0.05f;  // share of the viewport, not em
inline constexpr float kContentMax = 72.0f;
inline constexpr float kGapCardsY = 0.875f;
inline constexpr float kGapCardsX = 1.25f;
inline constexpr float kGapCardsPhone = 0.75f;
inline constexpr float kCardPad = 1.25f;
inline constexpr float kCardPadPhone = 1.0f;

inline constexpr float kRadiusCard = 0.75f;
inline constexpr float kRadiusControl = 0.5f;
inline constexpr float kRadiusChip = 0.375f;
inline constexpr float kRadiusTag = 0.3125f;
inline constexpr float kRadiusSegment = 0.1875f;

inline constexpr float kStrokeHair = 0.0625f;
inline constexpr float kStrokeCheck = 0.09375f;
inline constexpr float kStrokeSelected = 0.125f;
inline constexpr float kStrokeChart = 0.140625f;
inline constexpr float kMarkWidth = 0.125f;
inline constexpr float kMarkOverhang = 0.3125f;

inline constexpr float kFocusRing = 0.1875f;
inline constexpr float kFocusGap = 0.125f;
inline constexpr float kFocusRingTelevision = 0.3125f;
inline constexpr float kFocusGapTelevision = 0.3125f;

inline constexpr float kTouchTarget = 2.75f;

// Type sizes and their line heights.
inline constexpr float kTypeFigure = 2.75f;
inline constexpr float kTypeFigureDial = 3.25f;
inline constexpr float kTypeFigureDialPhone = 2.25f;
inline constexpr float kTypeTitle = 1.75f;
inline constexpr float kTypeHead = 1.25f;
inline constexpr float kTypeBody = 1.0f;
inline constexpr float kTypeSmall = 0.8125f;
inline constexpr float kTypeBadge = 0.6875f;
inline constexpr float kLineHead = 1.75f;
inline constexpr float kLineBody = 1.5f;
inline constexpr float kLineSmall = 1.25f;
// Lines of a row with two of them sit closer.
inline constexpr float kRowLine1 = 1.375f;
inline constexpr float kRowLine2 = 1.125f;

inline constexpr float kIconButton = 1.25f;
inline constexpr float kIconNavigation = 1.5f;
inline constexpr float kIconStatus = 1.0f;
inline constexpr float kIconChip = 0.875f;

inline constexpr float kButtonHeight = 2.5f;
inline constexpr float kButtonHeightTouch = 2.75f;
inline constexpr float kButtonHeightLarge = 3.25f;
inline constexpr float kButtonHeightSmall = 2.0f;
inline constexpr float kFieldHeight = 2.75f;
inline constexpr float kChipHeight = 1.5f;
inline constexpr float kFilterHeight = 2.25f;
inline constexpr float kBannerHeight = 3.5f;
inline constexpr float kToastHeight = 3.5f;
inline constexpr float kTitleRow = 3.0f;

inline constexpr float kRailWidth = 5.5f;
inline constexpr float kTabBarHeight = 4.5f;
inline constexpr float kStatusLine = 2.0f;

// Motion, in seconds, ease-out.
inline constexpr double kMotionFast = 0.09;
inline constexpr double kMotion = 0.15;

}  // namespace metrics
}  // namespace xueshi::ui
