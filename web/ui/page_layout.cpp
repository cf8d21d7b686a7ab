#include "web/ui/page_layout.h"

#include <algorithm>

namespace xueshi::ui {
namespace {

using namespace metrics;

PageLayout phone_page(Rect rest, float em, const PageWishes& wishes) {
    PageLayout page;
    if (wishes.has_navigation) page.navigation = take_bottom(rest, kTabBarHeight * em);
    if (wishes.has_status_line) page.status_line = take_bottom(rest, kStatusLine * em);
    if (wishes.has_action_bar)
        page.action_bar = take_bottom(rest, (kSpace8 + 2 * kSpace3 - 0.125f) * em);
    const Rect column = inset(rest, kPagePadPhone * em, 0);
    rest = column;
    take_top(rest, kSpace2 * em);
    page.header = take_top(rest, kTitleRow * em, kSpace2 * em);
    page.content = rest;
    return page;
}

PageLayout wide_page(Rect rest, float em, const PageWishes& wishes) {
    PageLayout page;
    if (wishes.has_navigation) page.navigation = take_left(rest, kRailWidth * em);
    Rect column = inset(rest, kPagePadXDesktop * em, kPagePadYDesktop * em);
    // Beyond its greatest width the page stands in the middle, detail panel included.
    const float detail = wishes.detail_em > 0 ? (wishes.detail_em + kGapCardsX) * em : 0;
    const float greatest = kContentMax * em + detail;
    if (column.width > greatest) column = centred(column, greatest, column.height);
    page.header = take_top(column, kTitleRow * em, kGapCardsY * em);
    if (wishes.detail_em > 0)
        page.detail = take_right(column, wishes.detail_em * em, kGapCardsX * em);
    page.content = column;
    return page;
}

PageLayout far_page(const Rect& viewport, float em) {
    PageLayout page;
    Rect rest = inset(
        viewport, viewport.width * kSafeAreaTelevision, viewport.height * kSafeAreaTelevision);
    page.navigation = take_top(rest, kTitleRow * em, kSpace4 * em);
    page.content = rest;
    return page;
}

}  // namespace

PageLayout lay_out_page(const Rect& viewport, float em, FormFactor form, const PageWishes& wishes) {
    switch (form) {
        case FormFactor::Phone:
            return phone_page(viewport, em, wishes);
        case FormFactor::Television:
            return far_page(viewport, em);
        case FormFactor::Desktop:
            break;
    }
    return wide_page(viewport, em, wishes);
}

}  // namespace xueshi::ui
