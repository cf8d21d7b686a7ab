#include "web/views/special_view.h"

#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/views/card_pen.h"
#include "web/views/route.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ProjectGroup;
using app::ProjectLine;

constexpr float kRow = 4.25f;
constexpr float kColumn = 52.0f;
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;

constexpr ui::TextStyle kGroupHead{.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2};

std::string_view group_words(const locale::Locale& words, ProjectGroup group) {
    switch (group) {
        case ProjectGroup::Own: return words(Message::ProjectsOwn);
        case ProjectGroup::Open: return words(Message::ProjectsOpen);
        case ProjectGroup::Later: return words(Message::ProjectsLater);
        case ProjectGroup::Closed: return words(Message::ProjectsClosed);
        case ProjectGroup::NotForMe: return words(Message::ProjectsNotForMe);
    }
    return {};
}

// Whose, how long, and what stands in the way or when it begins.
std::string second_line(const Screen& screen, const ProjectLine& line) {
    const locale::Locale& words = screen.words;
    std::string text;
    if (line.group == ProjectGroup::NotForMe) {
        if (line.unmet.empty()) return std::string(words(Message::NoPlacesHere));
        return unmet_words(words, line.unmet);
    }
    if (!screen.frame.is_phone()) add_part(words, text, line.institution);
    add_part(words, text, words.hours_with_unit(line.hours));
    if (line.mode == enrolment::SignupMode::OrganiserPlaced) {
        add_part(words, text, words(Message::PlacedByOrganiser));
    } else {
        add_part(words, text, words.format(Message::ProjectStarts, {words.short_date(line.starts)}));
    }
    return text;
}

ui::ChipLook chip_of(const Screen& screen, const ProjectLine& line, std::string& text) {
    const locale::Locale& words = screen.words;
    if (line.is_on_its_way) {
        return {.text = words(screen.status.sync.is_reachable ? Message::OnItsWay : Message::SentWhenOnline),
                .meaning = ui::Meaning::Wait};
    }
    if (line.own) {
        const enrolment::ApprovalStage* next = line.own->next ? &line.own->next->stage : nullptr;
        const StandingSign sign =
            standing_sign(words, line.own->state, line.own->place, line.own->position, next);
        text = sign.text;
        return {.text = text, .meaning = sign.meaning};
    }
    if (line.group != ProjectGroup::Open || !line.seats) return {};
    if (line.seats->left() == 0) return {.text = words(Message::SeatsNone), .meaning = ui::Meaning::Attention};
    text = words.format(Message::SeatsLeft, {words.number(line.seats->left())});
    return {.text = text, .meaning = ui::Meaning::Done};
}

void draw_group(const Screen& screen, const app::ProjectsProjection& projection, ProjectGroup group, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const auto is_in = [&](const ProjectLine& line) { return line.group == group; };
    const auto count = std::count_if(projection.lines.begin(), projection.lines.end(), is_in);
    if (count == 0) return;
    const ui::IdScope scope(frame, static_cast<std::uint64_t>(group));
    const std::string title =
        screen.words.format(Message::GroupCount, {group_words(screen.words, group), screen.words.number(count)});
    ui::draw_text(frame, ui::take_top(rest, frame.px(kLineHead), frame.px(kSpace2)), title, kGroupHead);
    const float tall = frame.px(kRow) * static_cast<float>(count);
    const ui::Rect card = ui::take_top(rest, tall + 2 * frame.px(kSpace2), card_gap(frame));
    ui::card(frame, card);
    ui::Rect inner = ui::inset(card, ui::card_pad(frame), frame.px(kSpace2));
    std::int64_t drawn = 0;
    for (const ProjectLine& line : projection.lines) {
        if (!is_in(line)) continue;
        const ui::IdScope row(frame, line.id.text);
        const std::string second = second_line(screen, line);
        const std::string route = route_of_project(line.id);
        std::string chip_text;
        const ui::ChipLook chip = chip_of(screen, line, chip_text);
        std::string name = line.title;
        add_part(screen.words, name, second);
        add_part(screen.words, name, chip.text);
        ui::list_row(frame,
                     "project",
                     ui::take_top(inner, frame.px(kRow)),
                     {.title = line.title,
                      .second = second,
                      .chip = chip,
                      .has_chevron = true,
                      .has_rule = ++drawn < count,
                      .route = route,
                      .name = name});
    }
}

}  // namespace

[[gnu::noinline]] void draw_projects(const Screen& screen, const app::ProjectsProjection& projection, SpecialUiState& ui) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(frame, "special", ui::Role::Main, frame.viewport, words(Message::SpecialTitle));
    const ui::PageHeader header =
        ui::page_header(frame, page.header, {.title = words(Message::SpecialTitle), .note = screen.sample_chip()});
    const float receipt = std::min(receipt_button_width(screen), header.rest.width);
    draw_receipt_button(screen, ui::left_middle(header.rest, receipt, ui::button_height(frame)), ui.receipt);
    if (projection.lines.empty()) {
        const ui::Rect place = ui::centred(page.content, std::min(page.content.width, frame.px(kEmptyWidth)),
                                           std::min(page.content.height, frame.px(kEmptyHeight)));
        const auto action = ui::state_page(frame, "empty", place,
                                           {.drawing = ui::Drawing::Empty,
                                            .title = words(Message::ProjectsEmpty),
                                            .text = words(Message::ProjectsEmptyText),
                                            .primary = words(Message::ToHome)});
        if (action == ui::StatePageAction::Primary) screen.actions.put(OpenRoute{std::string(kHomeRoute), false});
        return;
    }
    {
        ui::ScrollRegion region(frame, "scroll", page.content);
        ui::Rect rest{0, 0, std::min(region.width(), frame.px(kColumn)), frame.px(2'000)};
        for (const ProjectGroup group : {ProjectGroup::Own, ProjectGroup::Open, ProjectGroup::Later,
                                         ProjectGroup::Closed, ProjectGroup::NotForMe}) {
            draw_group(screen, projection, group, rest);
        }
        region.end_at(rest.y + frame.px(kEndSpace));
    }
    draw_receipt_dialog(screen, *projection.special, ui.receipt);
}

}  // namespace xueshi::views
