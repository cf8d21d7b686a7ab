#include "web/views/home_view.h"

#include <algorithm>

#include "web/ui/banner.h"
#include "web/ui/chip.h"
#include "web/ui/dialog.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/views/home_cards.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kTwoColumnsFrom = 54.0f;  // em of content
constexpr float kRightColumn = 26.75f;

// Rather without the name, or no greeting at all, than half of it.
std::string greeting_in(const Screen& screen, float room, bool is_teacher) {
    const auto fits = [&](const std::string& title) {
        return ui::measure_text(screen.frame, title, ui::TextSize::Title, ui::Weight::Bold) <= room;
    };
    for (const std::string_view name :
         {std::string_view(screen.status.display_name), std::string_view{}}) {
        std::string title = screen.words.greeting(screen.status.now, name, is_teacher);
        if (fits(title)) return title;
    }
    return std::string(screen.words(Message::NavigationHome));
}

void draw_header(const Screen& screen, const ui::Rect& rect) {
    ui::Frame& frame = screen.frame;
    const bool is_teacher = screen.status.has_role(organisation::OrgRole::Teacher);
    ui::Rect rest = rect;
    if (!frame.is_phone() && !screen.status.display_name.empty()) {
        // One Han character, or as many bytes of another script as make one letter.
        const std::string_view name = screen.status.display_name;
        const bool is_han = (static_cast<unsigned char>(name.front()) & 0xf0) == 0xe0;
        const ui::Rect place = ui::take_right(rest, frame.px(kSpace7), frame.px(kSpace3));
        ui::avatar(frame,
                   ui::centred(place, place.width, place.width),
                   name.substr(0, is_han && name.size() >= 3 ? 3 : 1));
    }
    float room = rest.width;
    if (!screen.sample_chip().empty())
        room -= ui::chip_width(frame, {.text = screen.sample_chip()}) + frame.px(kSpace3);
    const std::string title = greeting_in(screen, room, is_teacher);
    const ui::PageHeader header =
        ui::page_header(frame, rest, {.title = title, .note = screen.sample_chip()});
    if (frame.is_phone()) return;
    ui::draw_text(frame,
                  header.rest,
                  screen.words.date_with_weekday(date_of(screen.status.now)),
                  {.colour = frame.theme.ink_2, .align = ui::Align::Right});
}

void draw_sample_note(const Screen& screen, HomeUiState& ui, ui::Rect& rest) {
    if (!screen.status.is_sample || ui.hides_sample_note) return;
    ui::Frame& frame = screen.frame;
    const ui::BannerLook look{.title = screen.words(Message::SampleTitle),
                              .sentence = screen.words(Message::SampleSentence),
                              .meaning = ui::Meaning::Wait,
                              .icon = ui::Icon::Info,
                              .action = screen.words(Message::Understood)};
    const float height = ui::banner_height(frame, rest.width, look);
    if (ui::banner(frame, "sample", ui::take_top(rest, height, card_gap(frame)), look)) {
        ui.hides_sample_note = true;
    }
}

void draw_main_cards(const Screen& screen,
                     const app::HomeProjection& home,
                     HomeUiState& ui,
                     ui::Rect& rest) {
    if (home.has_duty) {
        draw_hours_card(screen, home, ui, rest);
    } else {
        draw_account_card(screen, rest);
    }
    if (home.has_duty) draw_push_card(screen, home.push, ui, rest);
    if (home.unit) draw_unit_card(screen, *home.unit, rest);
}

void draw_notice_dialog(const Screen& screen, const app::HomeProjection& home, HomeUiState& ui) {
    if (ui.open_notice.empty()) return;
    const auto found =
        std::find_if(home.news.begin(), home.news.end(), [&](const app::NewsRow& row) {
            return row.id == ui.open_notice;
        });
    if (found == home.news.end()) {
        ui.open_notice = {};
        return;
    }
    const std::string origin =
        screen.words.format(Message::NewsOf, {found->issuer, screen.words.date(found->posted_on)});
    const ui::Dialog dialog(screen.frame,
                            "notice",
                            {.title = found->title,
                             .text = found->body,
                             .width_em = 32,
                             .content_em = kLineSmall,
                             .cancel = screen.words(Message::Close)});
    ui::draw_text(screen.frame,
                  dialog.content(),
                  origin,
                  {.size = ui::TextSize::Small, .colour = screen.frame.theme.ink_2});
    if (dialog.choice() != ui::DialogChoice::None) ui.open_notice = {};
}

}  // namespace

void draw_home(const Screen& screen, const app::HomeProjection& home, HomeUiState& ui) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    {
        const ui::NodeScope main(
            frame, "home", ui::Role::Main, frame.viewport, screen.words(Message::NavigationHome));
        draw_header(screen, page.header);
        ui::ScrollRegion region(frame, "scroll", page.content);
        ui::Rect rest{0, 0, region.width(), frame.px(500)};
        draw_device_note(screen, rest, frame.is_phone());
        draw_sample_note(screen, ui, rest);
        if (rest.width >= frame.px(kTwoColumnsFrom)) {
            ui::Rect left = rest;
            ui::Rect right =
                ui::take_right(left, frame.px(kRightColumn), frame.px(kGapCardsX + kSpace1));
            draw_main_cards(screen, home, ui, left);
            draw_news_card(screen, home, ui, left);
            draw_dates_card(screen, home, ui, right);
            draw_tasks_card(screen, home, right);
            rest.y = std::max(left.y, right.y);
        } else {
            draw_main_cards(screen, home, ui, rest);
            draw_tasks_card(screen, home, rest);
            draw_dates_card(screen, home, ui, rest);
            draw_news_card(screen, home, ui, rest);
        }
        region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
    }
    draw_notice_dialog(screen, home, ui);
}

}  // namespace xueshi::views
