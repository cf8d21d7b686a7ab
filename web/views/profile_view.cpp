#include "web/views/profile_view.h"

#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/segmented.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"
#include "web/views/sync_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kTwoColumnsFrom = 48.0f;  // em of content
constexpr float kRightColumn = 22.0f;
constexpr float kFact = kLineSmall + kLineBody + kSpace4;

struct Fact {
    Message label;
    std::string_view value;
};

void draw_facts(const Screen& screen,
                std::string_view title,
                std::span<const Fact> facts,
                ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const float width = rest.width - 2 * ui::card_pad(frame);
    const int columns = width >= frame.px(26) ? 2 : 1;
    const auto lines =
        (facts.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    const float height =
        frame.px(kLineHead + kSpace3 + kFact * static_cast<float>(lines) - kSpace4);
    const ui::Rect place = ui::take_top(rest, height + 2 * ui::card_pad(frame), card_gap(frame));
    ui::Rect inner = ui::card(frame, place);
    ui::card_head(frame, "facts", inner, {.title = title});
    ui::take_top(inner, frame.px(kSpace3));
    for (std::size_t i = 0; i < facts.size(); ++i) {
        ui::Rect cell =
            ui::column_of(inner, static_cast<int>(i) % columns, columns, frame.px(kSpace4));
        cell.y += frame.px(kFact) * static_cast<float>(i / static_cast<std::size_t>(columns));
        const bool is_missing = facts[i].value.empty();
        ui::fact(frame,
                 cell,
                 screen.words(facts[i].label),
                 is_missing ? screen.words(Message::FactMissing) : facts[i].value);
    }
}

void draw_teacher_facts(const Screen& screen,
                        const organisation::TeacherProfile& profile,
                        ui::Rect& rest) {
    const locale::Locale& words = screen.words;
    const std::string since = profile.teaching_since_year > 0
                                  ? words.format(Message::FactTeachingSinceValue,
                                                 {std::to_string(profile.teaching_since_year)})
                                  : std::string();
    const Fact facts[] = {
        {Message::FactName, profile.name},
        {Message::FactNumber, profile.number},
        {Message::FactSchool, profile.school_name},
        {Message::FactDistrict,
         profile.district_name.empty() ? words(Message::FactAffiliated)
                                       : std::string_view(profile.district_name)},
        {Message::FactStage, words.stage(profile.stage)},
        {Message::FactSubject, words.subject(profile.subject)},
        {Message::FactTitle, profile.title},
        {Message::FactTeachingSince, since},
        {Message::FactSchoolKind,
         words(profile.is_private_school ? Message::FactPrivate : Message::FactPublic)},
    };
    draw_facts(screen, words(Message::ProfileFacts), facts, rest);
}

void draw_account_facts(const Screen& screen, ui::Rect& rest) {
    std::string roles;
    for (const organisation::OrgRole role : screen.status.roles) {
        if (!roles.empty()) roles += screen.words(Message::ListSeparator);
        roles += screen.words.role(role);
    }
    const Fact facts[] = {{Message::FactName, screen.status.display_name},
                          {Message::AccountUnit, screen.status.unit_name},
                          {Message::AccountRole, roles}};
    draw_facts(screen, screen.words(Message::ProfileFacts), facts, rest);
}

constexpr Message warning_words(app::ProfileWarning warning) {
    switch (warning) {
        case app::ProfileWarning::NoTitle:
            return Message::WarningNoTitle;
        case app::ProfileWarning::NoTeachingYear:
            return Message::WarningNoTeachingYear;
        case app::ProfileWarning::NoSubject:
            return Message::WarningNoSubject;
        case app::ProfileWarning::NoSchool:
            return Message::WarningNoSchool;
    }
    return Message::WarningNoTitle;
}

std::string confirmation_words(const Screen& screen, const app::ProfileProjection& profile) {
    switch (profile.confirmation) {
        case app::ProfileConfirmation::Never:
            return std::string(screen.words(Message::CheckNever));
        case app::ProfileConfirmation::Outdated:
            return std::string(screen.words(Message::CheckOutdated));
        case app::ProfileConfirmation::Current:
            break;
    }
    return screen.words.format(Message::CheckCurrent,
                               {screen.words.date_time(*profile.confirmed_at)});
}

void draw_self_check(const Screen& screen, const app::ProfileProjection& profile, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const bool is_current = profile.confirmation == app::ProfileConfirmation::Current;
    const std::string state = confirmation_words(screen, profile);
    const std::string source = words.format(Message::BasedOn, {words(Message::CheckSource)});
    const ui::ExplanationLook state_look{
        .icon = is_current ? ui::Icon::CheckCircle : ui::Icon::Triangle,
        .meaning = is_current ? ui::Meaning::Done : ui::Meaning::Attention,
        .title = state};
    const ui::ExplanationLook wrong_look{.icon = ui::Icon::Info,
                                         .meaning = ui::Meaning::Accent,
                                         .title = words(Message::CheckExplain),
                                         .second = words(Message::CheckWrong)};
    const float width = rest.width - 2 * ui::card_pad(frame);
    const float warning_line = frame.px(kRowLine1 + kSpace2);
    const float source_tall =
        ui::measure_paragraph(frame, width, source, {.size = ui::TextSize::Small});
    const float button = ui::button_height(frame);
    const float height = frame.px(kLineHead + kSpace3 + 3 * kSpace3) +
                         ui::explanation_height(frame, width, state_look) +
                         ui::explanation_height(frame, width, wrong_look) + source_tall + button +
                         warning_line * static_cast<float>(profile.warnings.size());
    const ui::Rect place = ui::take_top(rest, height + 2 * ui::card_pad(frame), card_gap(frame));
    ui::Rect inner = ui::card(frame, place);
    ui::card_head(frame, "check", inner, {.title = words(Message::CheckTitle)});
    ui::take_top(inner, frame.px(kSpace3));
    inner.y += ui::explanation(frame, inner, state_look) + frame.px(kSpace3);
    for (const app::ProfileWarning warning : profile.warnings) {
        ui::explanation(frame,
                        ui::take_top(inner, warning_line),
                        {.icon = ui::Icon::Triangle,
                         .meaning = ui::Meaning::Attention,
                         .title = words(warning_words(warning))});
    }
    inner.y += ui::explanation(frame, inner, wrong_look) + frame.px(kSpace3);
    const ui::ButtonLook confirm{
        .label = words(is_current ? Message::CheckAgain : Message::CheckConfirm),
        .kind = is_current ? ui::ButtonKind::Secondary : ui::ButtonKind::Primary,
        .icon = ui::Icon::Check};
    ui::Rect row = ui::take_top(inner, button, frame.px(kSpace3));
    if (!frame.is_phone()) row.width = ui::button_width(frame, confirm);
    if (ui::button(frame, "confirm", row, confirm))
        screen.actions.put(app::Command{app::ConfirmProfile{}});
    ui::draw_paragraph(
        frame, inner, source, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

void draw_language(const Screen& screen, const ui::Rect& rect) {
    constexpr std::array kTags = {locale::kChineseTag, locale::kEnglishTag};
    const ui::Segment segments[] = {{.label = screen.words(Message::LanguageChinese)},
                                    {.label = screen.words(Message::LanguageEnglish)}};
    const int chosen = ui::segmented(screen.frame,
                                     "language",
                                     rect,
                                     segments,
                                     {.name = screen.words(Message::LanguageName),
                                      .selected = screen.words.tag() == kTags[1] ? 1 : 0,
                                      .fills = true});
    if (chosen >= 0) screen.actions.put(ChooseLanguage{kTags[static_cast<std::size_t>(chosen)]});
}

void draw_appearance(const Screen& screen, app::ThemeChoice theme, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const float control = ui::segmented_height(frame);
    const float height = frame.px(kLineHead + 2 * kSpace3) + 2 * control + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::card_head(frame, "appearance", inner, {.title = screen.words(Message::AppearanceTitle)});
    ui::take_top(inner, frame.px(kSpace3));
    const ui::Segment segments[] = {
        {.label = screen.words(Message::ThemeSystem)},
        {.label = screen.words(Message::ThemeLight)},
        {.label = screen.words(Message::ThemeDark)},
    };
    const int chosen = ui::segmented(frame,
                                     "theme",
                                     ui::take_top(inner, control, frame.px(kSpace3)),
                                     segments,
                                     {.name = screen.words(Message::ThemeName),
                                      .selected = static_cast<int>(theme),
                                      .fills = true});
    if (chosen >= 0) {
        screen.actions.put(app::Command{app::ChooseTheme{static_cast<app::ThemeChoice>(chosen)}});
    }
    draw_language(screen, ui::take_top(inner, control));
}

void draw_sync_card(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const bool is_safe = sync.unconfirmed == 0;
    const std::string count = counted(screen, Message::SyncCount, sync.unconfirmed);
    const bool is_unsaved = sync.trouble != DeviceTrouble::None && sync.unsaved > 0;
    const std::string unsaved = counted(screen, Message::SyncUnsavedCount, sync.unsaved);
    const ui::ExplanationLook look{
        .icon = !sync.is_reachable ? ui::Icon::Offline
                : is_safe          ? ui::Icon::CloudCheck
                                   : ui::Icon::CloudWait,
        .meaning = is_safe && sync.is_reachable ? ui::Meaning::Done : ui::Meaning::Wait,
        .title = is_safe
                     ? words(sync.is_reachable ? Message::SyncAllSafe : Message::UnreachableTitle)
                     : std::string_view(count),
        .second = is_safe
                      ? (sync.is_reachable ? std::string_view{} : words(Message::UnreachableSafe))
                  : is_unsaved         ? std::string_view(unsaved)
                  : sync.needs_sign_in ? words(Message::TroubleSignInBanner)
                                       : words(Message::SyncOnDevice)};
    const float width = rest.width - 2 * ui::card_pad(frame);
    const float height = frame.px(kLineHead + kSpace3) + ui::explanation_height(frame, width, look) +
                         2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::card_head(frame,
                  "sync",
                  inner,
                  {.title = words(Message::SyncTitle),
                   .link = {.label = words(Message::LookAt), .route = kSyncRoute, .has_chevron = true}});
    ui::take_top(inner, frame.px(kSpace3));
    ui::explanation(frame, inner, look);
}

struct DeviceNote {
    bool is_shown = false;
    ui::ExplanationLook look;
};

// What the client is on this device: whether it opens without a network, and how it gets an icon of its own.
void draw_device(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ReleaseStatus& release = screen.status.release;
    const DeviceNote notes[] = {
        {release.opens_offline,
         {ui::Icon::CheckCircle, ui::Meaning::Done, words(Message::OfflineReady), words(Message::OfflineReadyNote)}},
        {release.never_opens_offline,
         {ui::Icon::Offline, ui::Meaning::Attention, words(Message::OfflineNever), words(Message::OfflineNeverNote)}},
        {release.installs_by_menu,
         {ui::Icon::Phone, ui::Meaning::Accent, words(Message::InstallByMenu), words(Message::InstallByMenuNote)}}};
    const float width = rest.width - 2 * ui::card_pad(frame);
    const float gap = frame.px(kSpace3);
    float height = release.can_install ? ui::button_height(frame) + gap : 0;
    for (const DeviceNote& note : notes) {
        if (note.is_shown) height += ui::explanation_height(frame, width, note.look) + gap;
    }
    if (height == 0) return;
    const float card = frame.px(kLineHead) + height + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, card, card_gap(frame)));
    ui::card_head(frame, "device", inner, {.title = words(Message::OfflineTitle)});
    for (const DeviceNote& note : notes) {
        if (!note.is_shown) continue;
        ui::take_top(inner, gap);
        inner.y += ui::explanation(frame, inner, note.look);
    }
    if (!release.can_install) return;
    ui::take_top(inner, gap);
    const ui::ButtonLook install{.label = words(Message::InstallClient), .icon = ui::Icon::Download};
    ui::Rect row = ui::take_top(inner, ui::button_height(frame));
    row.width = std::min(row.width, ui::button_width(frame, install));
    if (ui::button(frame, "install", row, install)) screen.actions.put(InstallClient{});
}

// On a phone there is no tab for it.
void draw_diagnostic_link(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const float height = frame.px(kTouchTarget) + frame.px(kSpace2);
    const ui::Rect card = ui::take_top(rest, height, card_gap(frame));
    ui::card(frame, card);
    ui::list_row(frame,
                 "diagnostic",
                 ui::inset(card, ui::card_pad(frame), 0),
                 {.title = screen.words(Message::DiagnosticTitle),
                  .icon = ui::Icon::Pentagon,
                  .has_chevron = true,
                  .has_rule = false,
                  .route = kDiagnosticRoute});
}

void draw_sign_out(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const bool must_wait = screen.status.sync.unconfirmed > 0;
    const ui::ButtonLook look{
        .label = screen.words(Message::SignOut),
        .icon = ui::Icon::LogOut,
        .is_disabled = must_wait,
        .description = must_wait ? screen.words(Message::SignOutWaiting) : std::string_view{}};
    if (ui::button(frame,
                   "sign_out",
                   ui::take_top(rest, ui::button_height(frame), frame.px(kSpace2)),
                   look)) {
        screen.actions.put(SignOut{});
    }
    if (must_wait) {
        rest.y += ui::draw_paragraph(frame,
                                     rest,
                                     screen.words(Message::SignOutWaiting),
                                     {.size = ui::TextSize::Small,
                                      .colour = frame.theme.ink_2,
                                      .spoken = ui::Spoken::Decorative});
    }
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineBody), card_gap(frame)),
                  screen.words(Message::Hotline),
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .align = frame.is_phone() ? ui::Align::Centre : ui::Align::Left});
}

}  // namespace

void draw_profile(const Screen& screen, const app::ProfileProjection& profile) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(
        frame, "profile", ui::Role::Main, frame.viewport, screen.words(Message::ProfileTitle));
    ui::page_header(frame,
                    page.header,
                    {.title = screen.words(Message::ProfileTitle), .note = screen.sample_chip()});
    ui::ScrollRegion region(frame, "scroll", page.content);
    ui::Rect rest{0, 0, region.width(), frame.px(300)};
    draw_device_note(screen, rest, true);
    const auto draw_left = [&](ui::Rect& column) {
        if (!profile.has_profile) return draw_account_facts(screen, column);
        draw_self_check(screen, profile, column);
        if (frame.is_phone()) draw_diagnostic_link(screen, column);
        draw_teacher_facts(screen, profile.profile, column);
    };
    const auto draw_right = [&](ui::Rect& column) {
        draw_appearance(screen, profile.theme, column);
        draw_sync_card(screen, column);
        draw_device(screen, column);
        draw_sign_out(screen, column);
    };
    if (rest.width >= frame.px(kTwoColumnsFrom)) {
        ui::Rect left = rest;
        ui::Rect right = ui::take_right(left, frame.px(kRightColumn), frame.px(kGapCardsX));
        draw_left(left);
        draw_right(right);
        rest.y = std::max(left.y, right.y);
    } else {
        draw_left(rest);
        draw_right(rest);
    }
    region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
}

}  // namespace xueshi::views
