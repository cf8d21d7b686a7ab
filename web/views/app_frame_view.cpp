#include "web/views/app_frame_view.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "web/ui/banner.h"
#include "web/ui/navigation_bars.h"
#include "web/ui/paint.h"
#include "web/ui/state_page.h"
#include "web/ui/toast.h"
#include "web/views/sync_view.h"
#include "web/views/sync_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kStateWidth = 26.0f;
constexpr float kStateHeight = 21.0f;

ui::Rect state_place(const Screen& screen, const ui::Rect& room) {
    const ui::Frame& frame = screen.frame;
    const float width = std::min(room.width - frame.px(2 * kSpace4), frame.px(kStateWidth));
    return ui::centred(room, width, std::min(frame.px(kStateHeight), room.height));
}

void draw_starting(const Screen& screen) {
    ui::Frame& frame = screen.frame;
    const ui::NodeScope main(
        frame, "starting", ui::Role::Main, frame.viewport, screen.words(Message::ProductName));
    ui::Rect rest = ui::centred(frame.viewport, frame.px(16), frame.px(9));
    const ui::Rect mark = ui::take_top(rest, frame.px(4), frame.px(kSpace4));
    ui::draw_mark(frame, ui::centred(mark, mark.height, mark.height));
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(2.25f)),
                  screen.words(Message::ProductName),
                  {.size = ui::TextSize::Title,
                   .weight = ui::Weight::Bold,
                   .align = ui::Align::Centre,
                   .spoken = ui::Spoken::Heading1});
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineBody)),
                  screen.words(Message::Opening),
                  {.colour = frame.theme.ink_2, .align = ui::Align::Centre});
}

void draw_loading(const Screen& screen) {
    ui::Frame& frame = screen.frame;
    const ui::NodeScope main(
        frame, "loading", ui::Role::Main, frame.viewport, screen.words(Message::LoadingTitle));
    const int percent = std::clamp(static_cast<int>(screen.status.loaded_share * 100.0f), 0, 100);
    const std::string text = screen.words.format(Message::Percent, {std::to_string(percent)});
    ui::state_page(frame,
                   "state",
                   state_place(screen, frame.viewport),
                   {.percent = percent,
                    .percent_text = text,
                    .title = screen.words(Message::LoadingTitle),
                    .text = screen.words(Message::LoadingText),
                    .safe = screen.words(Message::LoadingSafe)});
}

// The server cannot be reached, and there is nothing else to show. Where what this device keeps of an account could
// not be opened, that is what is told: edits that were not sent may lie there.
void draw_unreachable(const Screen& screen, const ui::Rect& room) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const bool has_account = !screen.status.display_name.empty();
    const bool is_unopened = !has_account && (sync.trouble != DeviceTrouble::None || sync.is_account_unopened);
    const bool is_forbidden = is_unopened && sync.trouble == DeviceTrouble::Forbidden;
    const std::string safe = sync.unconfirmed > 0 ? safe_words(screen)
                                                  : std::string(words(is_unopened && !is_forbidden
                                                                          ? Message::TroubleServerSafe
                                                                          : Message::StartUnreachableSafe));
    const std::string_view title = words(is_forbidden  ? Message::TroubleForbiddenTitle
                                         : is_unopened ? Message::StartUnopenedTitle
                                                       : Message::StartUnreachableTitle);
    const ui::NodeScope main(frame, "unreachable", ui::Role::Main, room, title);
    const ui::StatePageLook look{.drawing = is_unopened ? ui::Drawing::Error : ui::Drawing::Offline,
                                 .colour = is_unopened ? frame.theme.attn : frame.theme.wait,
                                 .title = title,
                                 .text = words(is_forbidden  ? Message::StartForbiddenText
                                               : is_unopened ? Message::StartUnopenedText
                                                             : Message::StartUnreachableText),
                                 .safe = safe,
                                 .primary = words(Message::Retry)};
    const ui::Rect place = state_place(screen, room);
    const float height = std::max(place.height, ui::state_page_height(frame, place.width, look));
    const auto action = ui::state_page(frame, "state", ui::centred(room, place.width, height), look);
    if (action == ui::StatePageAction::Primary) screen.actions.put(RetrySync{});
}

void draw_unknown_page(const Screen& screen) {
    ui::Frame& frame = screen.frame;
    const ui::NodeScope main(
        frame, "unknown", ui::Role::Main, frame.viewport, screen.words(Message::UnknownPage));
    const ui::PageLayout page = lay_out_screen(screen, {});
    const auto action = ui::state_page(frame,
                                       "state",
                                       state_place(screen, page.content),
                                       {.drawing = ui::Drawing::Error,
                                        .title = screen.words(Message::UnknownPage),
                                        .text = screen.words(Message::UnknownPageText),
                                        .primary = screen.words(Message::ToHome)});
    if (action == ui::StatePageAction::Primary) screen.actions.put(OpenRoute{"/", false});
}

void draw_navigation(const Screen& screen, ScreenName shown, bool has_plan) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::Rect place = lay_out_screen(screen, {}).navigation;
    std::vector<ui::NavigationItem> items;
    const std::string desk_name =
        words.format(Message::NavigationDeskDue, {words.number(static_cast<std::int64_t>(screen.status.desk_due))});
    const std::string registers_name =
        words.format(Message::NavigationRegistersDue, {words.number(static_cast<std::int64_t>(screen.status.registers_due))});
    const auto add = [&](Message label, std::string_view route, ui::Icon icon, ScreenName name) {
        items.push_back(
            {.label = words(label), .route = route, .icon = icon, .is_selected = shown == name});
    };
    add(Message::NavigationHome, kHomeRoute, ui::Icon::Home, ScreenName::Home);
    if (has_plan) add(Message::NavigationPlan, kPlanRoute, ui::Icon::Plan, ScreenName::Plan);
    add(Message::NavigationCatalogue, kCatalogueRoute, ui::Icon::Book, ScreenName::Catalogue);
    // On a phone it is reached from Home: five tabs are enough.
    if (has_plan && !frame.is_phone()) {
        add(Message::NavigationDiagnostic, kDiagnosticRoute, ui::Icon::Pentagon, ScreenName::Diagnostic);
        add(Message::NavigationSpecial, kSpecialRoute, ui::Icon::Flag, ScreenName::Special);
    }
    if (has_plan) add(Message::NavigationHours, kHoursRoute, ui::Icon::Clock, ScreenName::Hours);
    if (app::has_desk(screen.status.roles)) {
        add(Message::NavigationDesk, kDeskRoute, ui::Icon::Reviews, ScreenName::Desk);
        items.back().badge = static_cast<int>(screen.status.desk_due);
        if (screen.status.desk_due > 0) items.back().name = desk_name;
    }
    // On a phone whoever has both reaches it from the desk.
    if (app::has_registers(screen.status.roles) && (!frame.is_phone() || !app::has_desk(screen.status.roles))) {
        add(Message::NavigationRegisters, kRegistersRoute, ui::Icon::Pencil, ScreenName::Registers);
        items.back().badge = static_cast<int>(screen.status.registers_due);
        if (screen.status.registers_due > 0) items.back().name = registers_name;
    }
    if (app::follows_participation(screen.status.roles)) {
        add(Message::NavigationStatistics, kStatisticsRoute, ui::Icon::Statistics, ScreenName::Statistics);
    }
    add(Message::NavigationProfile, kProfileRoute, ui::Icon::Person, ScreenName::Profile);
    if (frame.is_television()) {
        ui::top_bar(
            frame, place, words(Message::ProductName), items, words(Message::NavigationName));
        return;
    }
    if (frame.is_phone()) {
        ui::tab_bar(frame, place, items, words(Message::NavigationName));
        if (!screen.has_status_line) return;
        const SyncWords sync = sync_words(screen);
        ui::status_line(frame,
                        lay_out_screen(screen, {}).status_line,
                        {.text = sync.name, .route = kSyncRoute, .icon = sync.icon, .meaning = sync.meaning});
        return;
    }
    // The rail's foot: how safe the work is, then the person.
    const ui::NavigationItem profile = items.back();
    items.pop_back();
    const SyncWords sync = sync_words(screen);
    const ui::NavigationItem lower[] = {{.label = sync.label,
                                         .route = kSyncRoute,
                                         .icon = sync.icon,
                                         .name = sync.name,
                                         .is_status = true},
                                        profile};
    ui::rail(frame, place, items, lower, words(Message::NavigationName));
}

struct FootBanner {
    std::string_view id;
    ui::BannerLook look;
    std::string sentence;  // what the look's own points to, where it was composed
    Action action;
};

// A newer release is there: taken by a press, or, where a reload would lose something, once it no longer does.
FootBanner update_banner(const Screen& screen) {
    const locale::Locale& words = screen.words;
    const bool is_asked = screen.status.release.is_update_asked;
    const std::size_t waiting = screen.status.sync.unsaved;
    FootBanner banner{"update_banner",
                      {.title = words(Message::UpdateTitle),
                       .meaning = ui::Meaning::Accent,
                       .icon = ui::Icon::Download,
                       .action = is_asked ? std::string_view{} : words(Message::UpdateTake)},
                      std::string(words(is_asked ? Message::UpdateOnceTyped : Message::UpdateSafe)),
                      TakeUpdate{}};
    if (waiting > 0) {
        banner.sentence = words.format(is_asked ? Message::UpdateOnceSent : Message::UpdateFirstSends,
                                       {words.number(static_cast<std::int64_t>(waiting))});
    }
    return banner;
}

std::optional<FootBanner> foot_banner(const Screen& screen) {
    if (screen.status.release.is_update_ready) return update_banner(screen);
    return std::nullopt;
}

// At the foot of the room the screens have; empty without a banner.
ui::Rect banner_place(const Screen& screen, const std::optional<FootBanner>& banner, float bottom) {
    if (!banner) return {};
    const ui::Frame& frame = screen.frame;
    const ui::Rect content = lay_out_screen(screen, {}).content;
    const float width = std::min(content.width, frame.px(44));
    ui::BannerLook look = banner->look;
    look.sentence = banner->sentence;
    const float height = ui::banner_height(frame, width, look);
    return {content.x + (content.width - width) / 2, bottom - frame.px(kSpace3) - height, width, height};
}

void draw_banner(const Screen& screen, const FootBanner& banner, const ui::Rect& place) {
    ui::BannerLook look = banner.look;
    look.sentence = banner.sentence;
    ui::shadow_high(screen.frame, place, screen.frame.px(kRadiusCard));
    if (ui::banner(screen.frame, banner.id, place, look)) screen.actions.put(banner.action);
}

ui::Meaning meaning_of(Notice::Tone tone) {
    switch (tone) {
        case Notice::Tone::Done:
            return ui::Meaning::Done;
        case Notice::Tone::Attention:
            return ui::Meaning::Attention;
        case Notice::Tone::Refused:
            return ui::Meaning::Refused;
    }
    return ui::Meaning::Done;
}

// The newest notice alone: one sentence at a time.
void draw_notice(const Screen& screen, std::span<const Notice> notices, float bottom) {
    if (notices.empty()) return;
    const Notice& notice = notices.back();
    const std::string sentence = screen.words.notice(notice.code, notice.subject);
    const ui::IdScope scope(screen.frame, std::uint64_t{notice.id});
    const bool wants_undo =
        ui::toast(screen.frame,
                  "toast",
                  bottom,
                  {.sentence = sentence,
                   .meaning = meaning_of(notice.tone),
                   .action = notice.offers_undo ? screen.words(Message::Undo)
                                                : screen.words(Message::Understood)});
    if (!wants_undo) return;
    if (notice.offers_undo) screen.actions.put(Undo{});
    screen.actions.put(DismissNotice{notice.id});
}

// Where the tabs begin on a phone, or what stands on them.
float foot_of_page(const Screen& screen, const Route& route, const std::optional<DiagnosticPage>& diagnostic) {
    const bool has_actions = route.screen == ScreenName::Plan || !route.run.empty();
    const ui::PageLayout page = lay_out_screen(screen, {.has_action_bar = has_actions});
    if (has_actions) return page.action_bar.y;
    if (diagnostic && !has_tabs(*diagnostic)) {
        return screen.frame.viewport.bottom() - diagnostic_foot(screen.frame, *diagnostic);
    }
    const float above = diagnostic ? diagnostic_foot(screen.frame, *diagnostic) : 0;
    return (screen.has_status_line ? page.status_line.y : page.navigation.y) - above;
}

// What the diagnostic shows, where it is open and all of it is here.
std::optional<DiagnosticPage> shown_diagnostic(const Screen& screen,
                                               const Projections& projections,
                                               const AppUiState& ui,
                                               const Route& route) {
    const bool is_here = route.screen == ScreenName::Diagnostic && screen.status.screens == ScreensState::Here &&
                         projections.diagnostic != nullptr;
    if (!is_here) return std::nullopt;
    return diagnostic_page(screen.status, *projections.diagnostic, ui.diagnostic, route.takes);
}

// The screen asked for is still on its way.
void draw_coming(const Screen& screen) {
    const ui::PageLayout page = lay_out_screen(screen, {});
    if (screen.status.screens == ScreensState::Unreachable) return draw_unreachable(screen, page.content);
    ui::Frame& frame = screen.frame;
    const ui::NodeScope main(frame, "coming", ui::Role::Main, frame.viewport, screen.words(Message::Opening));
    // It takes a moment: a word, and no card that would flash up.
    ui::draw_text(frame,
                  ui::centred(page.content, page.content.width, frame.px(kLineBody)),
                  screen.words(Message::Opening),
                  {.colour = frame.theme.ink_2, .align = ui::Align::Centre, .spoken = ui::Spoken::Heading1});
}

void draw_screen(const Screen& screen,
                 const Projections& projections,
                 AppUiState& ui,
                 const Route& route) {
    if (!comes_with_home(route.screen) && screen.status.screens != ScreensState::Here) return draw_coming(screen);
    switch (route.screen) {
        case ScreenName::Home:
            if (projections.home != nullptr) draw_home(screen, *projections.home, ui.home);
            return;
        case ScreenName::Plan:
            if (projections.plan != nullptr) draw_plan(screen, *projections.plan, ui.plan);
            return;
        case ScreenName::Catalogue:
            if (projections.catalogue != nullptr) {
                draw_catalogue(screen, *projections.catalogue, ui.catalogue, route.run);
            }
            return;
        case ScreenName::Profile:
            if (projections.profile != nullptr) draw_profile(screen, *projections.profile);
            return;
        case ScreenName::Sync:
            draw_sync(screen);
            return;
        case ScreenName::Diagnostic:
            if (projections.diagnostic != nullptr) {
                draw_diagnostic(screen, *projections.diagnostic, ui.diagnostic, route.takes);
            }
            return;
        case ScreenName::Statistics:
            if (projections.participation != nullptr) draw_statistics(screen, *projections.participation);
            return;
        case ScreenName::Special:
            if (!route.project.empty()) {
                if (projections.project != nullptr) draw_project(screen, *projections.project, ui.special);
            } else if (projections.projects != nullptr) {
                draw_projects(screen, *projections.projects, ui.special);
            }
            return;
        case ScreenName::Desk:
            if (projections.desk != nullptr) draw_desk(screen, *projections.desk, ui.desk);
            return;
        case ScreenName::Hours:
            if (projections.hours != nullptr) draw_hours(screen, *projections.hours, ui.hours);
            return;
        case ScreenName::Registers:
            if (projections.registers != nullptr) draw_registers(screen, *projections.registers, ui.registers);
            return;
        case ScreenName::Unknown:
            draw_unknown_page(screen);
            return;
    }
}

// Where the banners and notices of its foot end. A door of Home's part (web/program_parts.txt).
[[gnu::noinline]] float draw_signed_in(const Screen& screen, const Projections& projections, AppUiState& ui) {
    const ui::Frame& frame = screen.frame;
    const Route route = parse_route(screen.status.path);
    const bool has_plan = projections.home != nullptr && projections.home->has_duty;
    Screen room = screen;
    // The page about it says it itself.
    room.has_status_line = frame.is_phone() && route.screen != ScreenName::Sync && is_sync_told(screen);
    const std::optional<DiagnosticPage> diagnostic = shown_diagnostic(screen, projections, ui, route);
    // A question is a page of its own on phones, and says itself where the answers are.
    const bool has_navigation = !frame.is_phone() || !diagnostic || has_tabs(*diagnostic);
    if (!has_navigation) room.has_status_line = false;
    const float bottom = frame.is_phone() ? foot_of_page(room, route, diagnostic) : frame.viewport.bottom();
    const std::optional<FootBanner> banner = foot_banner(screen);
    const ui::Rect place = banner_place(screen, banner, bottom);
    // What is below it could never be scrolled into sight.
    if (banner) room.banner_room = bottom - place.y + frame.px(kSpace2);
    if (has_navigation) draw_navigation(room, route.screen, has_plan);
    draw_screen(room, projections, ui, route);
    if (banner) draw_banner(screen, *banner, place);
    // What is told must not lie on the buttons of the next decision.
    return route.screen == ScreenName::Desk && ui.desk.bar_top > 0 ? ui.desk.bar_top : bottom;
}

}  // namespace

std::string page_title(const locale::Locale& words, const Status& status) {
    std::string title;
    if (status.phase == SessionPhase::Ready) {
        constexpr Message kNames[] = {Message::NavigationHome,
                                      Message::PlanTitle,
                                      Message::CatalogueTitle,
                                      Message::ProfileTitle,
                                      Message::SyncTitle,
                                      Message::DiagnosticTitle,
                                      Message::StatisticsTitle,
                                      Message::SpecialTitle,
                                      Message::DeskTitle,
                                      Message::HoursTitle,
                                      Message::RegistersTitle,
                                      Message::UnknownPage};
        title = words(kNames[static_cast<std::size_t>(parse_route(status.path).screen)]);
        title += words(Message::Separator);
    }
    title += words(Message::ProductName);
    return title;
}

void draw_app(const Screen& screen,
              const Projections& projections,
              AppUiState& ui,
              std::span<const Notice> notices) {
    ui::Frame& frame = screen.frame;
    const ui::Rect whole = ui::expanded(frame.viewport, frame.px(kSpace8 * 2));
    ui::fill(frame, whole, frame.theme.canvas);
    float bottom = frame.viewport.bottom();
    switch (screen.status.phase) {
        case SessionPhase::Starting:
            draw_starting(screen);
            break;
        case SessionPhase::SignedOut:
        case SessionPhase::SigningIn:
            draw_login(screen, ui.login);
            break;
        case SessionPhase::Loading:
            draw_loading(screen);
            break;
        case SessionPhase::Unreachable:
            draw_unreachable(screen, frame.viewport);
            break;
        case SessionPhase::Ready:
            if (screen.status.shows_sign_in) {
                draw_login(screen, ui.login);
            } else {
                bottom = draw_signed_in(screen, projections, ui);
            }
            break;
    }
    draw_notice(screen, notices, bottom);
}

}  // namespace xueshi::views
