#include "web/views/sync_view.h"

#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/views/route.h"
#include "web/views/sync_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kColumn = 44.0f;
constexpr std::size_t kMostRows = 200;

enum class Pressed : std::uint8_t { None, Primary, Secondary };

// What happened, what is safe, what to do: a card.
struct TroubleLook {
    ui::Icon icon = ui::Icon::Triangle;
    ui::Meaning meaning = ui::Meaning::Attention;
    std::string_view title = {};
    std::string_view text = {};
    std::string_view safe = {};
    std::string_view primary = {};
    std::string_view secondary = {};
};

Pressed draw_trouble(const Screen& screen, std::string_view id, ui::Rect& rest, const TroubleLook& look) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, id);
    const ui::ExplanationLook what{
        .icon = look.icon, .meaning = look.meaning, .title = look.title, .second = look.text};
    const ui::ExplanationLook safe{
        .icon = ui::Icon::CheckCircle, .meaning = ui::Meaning::Done, .title = look.safe};
    const float width = rest.width - 2 * ui::card_pad(frame);
    const bool has_safe = !look.safe.empty();
    const bool has_buttons = !look.primary.empty() || !look.secondary.empty();
    const float height = ui::explanation_height(frame, width, what) +
                         (has_safe ? ui::explanation_height(frame, width, safe) + frame.px(kSpace3) : 0) +
                         (has_buttons ? ui::button_height(frame) + frame.px(kSpace3) : 0) + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::take_top(inner, ui::explanation(frame, inner, what), frame.px(kSpace3));
    if (has_safe) ui::take_top(inner, ui::explanation(frame, inner, safe), frame.px(kSpace3));
    Pressed pressed = Pressed::None;
    ui::Rect row = ui::take_top(inner, ui::button_height(frame));
    const auto draw_button = [&](std::string_view name, std::string_view label, ui::ButtonKind kind, Pressed answer) {
        if (label.empty()) return;
        const ui::ButtonLook button{.label = label, .kind = kind};
        const float wide = std::min(row.width, ui::button_width(frame, button));
        if (ui::button(frame, name, ui::take_left(row, wide, frame.px(kSpace2)), button)) pressed = answer;
    };
    draw_button("primary", look.primary, ui::ButtonKind::Primary, Pressed::Primary);
    draw_button("secondary", look.secondary, ui::ButtonKind::Secondary, Pressed::Secondary);
    return pressed;
}

// Whether the card about the connection says how old the oldest of them is.
bool is_age_told(const SyncStatus& sync) { return sync.unsaved == 0 && (sync.needs_sign_in || !sync.is_reachable); }

// The three words side by side, and the files.
void draw_places(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const std::string saved =
        sync.unsaved > 0 ? counted(screen, Message::SyncUnsavedCount, sync.unsaved) : std::string(words(Message::SyncAllSaved));
    const std::string confirmed = sync.unconfirmed > 0
                                      ? counted(screen, Message::SyncUnconfirmedCount, sync.unconfirmed)
                                      : std::string(words(Message::SyncAllConfirmed));
    const std::string oldest =
        sync.oldest && !is_age_told(sync)
            ? words.format(Message::SyncOldest, {words.age(*sync.oldest, screen.status.now)})
            : std::string();
    const std::string note = oldest.empty() ? std::string(words(Message::SyncImportHint))
                                            : oldest + std::string(words(Message::Separator)) +
                                                  std::string(words(Message::SyncImportHint));
    const float width = rest.width - 2 * ui::card_pad(frame);
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    const float tall = ui::measure_paragraph(frame, width, note, small);
    const float fact = frame.px(kLineSmall + kLineBody);
    const ui::ButtonLook give{.label = words(Message::SyncExport), .is_disabled = sync.unconfirmed == 0};
    const ui::ButtonLook take{.label = words(Message::SyncImport)};
    const float give_width = ui::button_width(frame, give);
    const float take_width = ui::button_width(frame, take);
    const float gap = frame.px(kSpace2);
    // Long words on a narrow screen: one below the other rather than cut.
    const bool is_stacked = give_width + gap + take_width > width;
    const float buttons = is_stacked ? 2 * ui::button_height(frame) + gap : ui::button_height(frame);
    const float height = frame.px(2 * kSpace3) + fact + tall + buttons + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    const ui::Rect facts = ui::take_top(inner, fact, frame.px(kSpace3));
    ui::fact(frame, ui::column_of(facts, 0, 3, frame.px(kSpace3)), words(Message::SyncApplied), words(Message::SyncAllApplied));
    ui::fact(frame, ui::column_of(facts, 1, 3, frame.px(kSpace3)), words(Message::SyncSaved), saved);
    ui::fact(frame, ui::column_of(facts, 2, 3, frame.px(kSpace3)), words(Message::SyncConfirmed), confirmed);
    ui::draw_paragraph(frame, ui::take_top(inner, tall, frame.px(kSpace3)), note, small);
    ui::Rect row = ui::take_top(inner, ui::button_height(frame), gap);
    if (ui::button(frame, "export", ui::take_left(row, give_width, gap), give)) {
        screen.actions.put(ExportWork{});
    }
    if (is_stacked) row = ui::take_top(inner, ui::button_height(frame));
    if (ui::button(frame, "import", ui::take_left(row, take_width), take)) {
        screen.actions.put(ImportWork{});
    }
}

void draw_device_trouble(const Screen& screen, ui::Rect& rest) {
    const locale::Locale& words = screen.words;
    TroubleLook look{.safe = words(Message::TroubleServerSafe),
                     .primary = words(Message::Retry),
                     .secondary = words(Message::SyncExport)};
    switch (screen.status.sync.trouble) {
        case DeviceTrouble::None: return;
        case DeviceTrouble::Full:
            look.title = words(Message::TroubleFullTitle);
            look.text = words(Message::TroubleFullText);
            break;
        case DeviceTrouble::Forbidden:
            look.title = words(Message::TroubleForbiddenTitle);
            look.text = words(Message::TroubleForbiddenText);
            break;
        case DeviceTrouble::Failed:
            look.title = words(Message::TroubleFailedTitle);
            look.text = words(Message::TroubleFailedText);
            break;
    }
    const Pressed pressed = draw_trouble(screen, "store", rest, look);
    if (pressed == Pressed::Primary) screen.actions.put(RetrySync{});
    if (pressed == Pressed::Secondary) screen.actions.put(ExportWork{});
}

void draw_connection_trouble(const Screen& screen, ui::Rect& rest) {
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const std::string safe = safe_words(screen);
    if (sync.needs_sign_in) {
        const Pressed pressed = draw_trouble(screen, "sign_in", rest,
                                             {.icon = ui::Icon::Lock,
                                              .meaning = ui::Meaning::Wait,
                                              .title = words(Message::TroubleSignInTitle),
                                              .text = words(Message::TroubleSignInText),
                                              .safe = safe,
                                              .primary = words(Message::SignIn)});
        if (pressed == Pressed::Primary) screen.actions.put(ShowSignIn{});
    } else if (!sync.is_reachable) {
        const Pressed pressed = draw_trouble(screen, "offline", rest,
                                             {.icon = ui::Icon::Offline,
                                              .meaning = ui::Meaning::Wait,
                                              .title = words(Message::TroubleOfflineTitle),
                                              .text = words(Message::TroubleOfflineText),
                                              .safe = safe,
                                              .secondary = words(Message::Retry)});
        if (pressed == Pressed::Secondary) screen.actions.put(RetrySync{});
    }
    if (sync.is_clock_doubtful) {
        draw_trouble(screen, "clock", rest,
                     {.icon = ui::Icon::Clock,
                      .title = words(Message::TroubleClockTitle),
                      .text = words(Message::TroubleClockText),
                      .safe = words(Message::TroubleClockSafe)});
    }
}

void draw_damaged(const Screen& screen, ui::Rect& rest) {
    const locale::Locale& words = screen.words;
    if (screen.status.sync.damaged == 0) return;
    const std::string title = counted(screen, Message::TroubleDamagedTitle, screen.status.sync.damaged);
    const Pressed pressed = draw_trouble(screen, "damaged", rest,
                                         {.title = title,
                                          .text = words(Message::TroubleDamagedText),
                                          .safe = words(Message::TroubleDamagedSafe),
                                          .primary = words(Message::Understood),
                                          .secondary = words(Message::TroubleDamagedExport)});
    if (pressed == Pressed::Primary) screen.actions.put(DismissDamaged{});
    if (pressed == Pressed::Secondary) screen.actions.put(ExportDamaged{});
}

void draw_news(const Screen& screen, const News& news, ui::Rect& rest) {
    const locale::Locale& words = screen.words;
    const NewsWords said = news_words(screen, news);
    const Pressed pressed =
        draw_trouble(screen, news.name, rest,
                     {.icon = said.concerns_plan ? ui::Icon::CrossCircle : ui::Icon::Info,
                      .meaning = said.concerns_plan ? ui::Meaning::Refused : ui::Meaning::Accent,
                      .title = said.title,
                      .text = said.text,
                      .safe = said.safe,
                      .primary = words(Message::Understood),
                      .secondary = said.concerns_plan ? words(Message::NewsToPlan) : std::string_view{}});
    if (pressed == Pressed::Primary) screen.actions.put(DismissNews{news.name});
    if (pressed == Pressed::Secondary) screen.actions.put(OpenRoute{std::string(kPlanRoute), false});
}

void draw_waiting(const Screen& screen, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const std::vector<WaitingEdit>& waiting = screen.status.sync.waiting;
    const float row = frame.px(kRowLine1 + kRowLine2 + kSpace4);
    const std::size_t shown = std::min(waiting.size(), kMostRows);
    const std::size_t lines = waiting.size() > shown ? shown + 1 : shown;
    const float body = waiting.empty() ? frame.px(kLineBody) : row * static_cast<float>(lines);
    const float height = frame.px(kLineHead + kSpace3) + body + 2 * ui::card_pad(frame);
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::card_head(frame, "waiting", inner, {.title = words(Message::WaitingTitle)});
    ui::take_top(inner, frame.px(kSpace3));
    if (waiting.empty()) {
        ui::draw_text(frame, ui::take_top(inner, frame.px(kLineBody)), words(Message::WaitingEmpty),
                      {.colour = frame.theme.ink_2});
        return;
    }
    // The newest first: what was just done is what is looked for.
    for (std::size_t i = 0; i < shown; ++i) {
        const WaitingEdit& edit = waiting[waiting.size() - 1 - i];
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(waiting.size() - i));
        const std::string title = words.deed_alone(edit.code, edit.subject);
        const std::string age = words.age(edit.at, screen.status.now);
        ui::list_row(frame, "edit", ui::take_top(inner, row),
                     {.title = title,
                      .second = age,
                      .chip = {.text = edit.is_intent ? words(Message::WaitingIntent) : std::string_view{},
                               .meaning = ui::Meaning::Wait},
                      .has_rule = i + 1 < shown,
                      .is_static = true});
    }
    if (waiting.size() > shown) {
        ui::draw_text(frame, ui::take_top(inner, row), counted(screen, Message::WaitingMore, waiting.size() - shown),
                      {.colour = frame.theme.ink_2});
    }
}

}  // namespace

void draw_sync(const Screen& screen) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(frame, "sync", ui::Role::Main, frame.viewport, screen.words(Message::SyncTitle));
    ui::page_header(frame, page.header, {.title = screen.words(Message::SyncTitle), .note = screen.sample_chip()});
    ui::ScrollRegion region(frame, "scroll", page.content);
    ui::Rect rest{0, 0, std::min(region.width(), frame.px(kColumn)), frame.px(2000)};
    draw_device_trouble(screen, rest);
    draw_connection_trouble(screen, rest);
    draw_damaged(screen, rest);
    for (const News& news : screen.status.sync.news) draw_news(screen, news, rest);
    draw_places(screen, rest);
    draw_waiting(screen, rest);
    region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
}

}  // namespace xueshi::views
