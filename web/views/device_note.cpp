#include "web/ui/banner.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

// The one thing that matters most; an empty title: nothing.
struct Note {
    std::string title;
    std::string sentence;
    ui::Meaning meaning = ui::Meaning::Wait;
    ui::Icon icon = ui::Icon::None;
    bool is_sign_in = false;
};

Note note_of(const Screen& screen, bool is_quiet) {
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const auto count = [&](Message key, std::size_t number) {
        return words.format(key, {words.number(static_cast<std::int64_t>(number))});
    };
    switch (sync.trouble) {
        case DeviceTrouble::None: break;
        case DeviceTrouble::Full:
            return {std::string(words(Message::TroubleFullTitle)), count(Message::SyncUnsavedCount, sync.unsaved),
                    ui::Meaning::Attention};
        case DeviceTrouble::Forbidden:
            return {std::string(words(Message::TroubleForbiddenTitle)),
                    count(Message::SyncUnconfirmedCount, sync.unconfirmed), ui::Meaning::Attention};
        case DeviceTrouble::Failed:
            return {std::string(words(Message::TroubleFailedTitle)), count(Message::SyncUnsavedCount, sync.unsaved),
                    ui::Meaning::Attention};
    }
    if (sync.needs_sign_in) {
        return {std::string(words(Message::TroubleSignInTitle)), std::string(words(Message::TroubleSignInBanner)),
                ui::Meaning::Wait, ui::Icon::Lock, true};
    }
    if (sync.damaged > 0) {
        return {count(Message::TroubleDamagedTitle, sync.damaged), std::string(words(Message::TroubleDamagedSafe)),
                ui::Meaning::Attention};
    }
    if (!sync.news.empty()) {
        return {count(Message::NewsBanner, sync.news.size()), std::string(words(Message::NewsBannerText)),
                ui::Meaning::Attention};
    }
    if (sync.is_clock_doubtful) {
        return {std::string(words(Message::TroubleClockTitle)), std::string(words(Message::TroubleClockSafe)),
                ui::Meaning::Attention};
    }
    if (!sync.is_reachable && !is_quiet) {
        return {std::string(words(Message::UnreachableTitle)),
                sync.unconfirmed > 0 ? count(Message::UnreachableSentence, sync.unconfirmed)
                                     : std::string(words(Message::UnreachableSafe)),
                ui::Meaning::Wait, ui::Icon::Offline};
    }
    return {};
}

}  // namespace

void draw_device_note(const Screen& screen, ui::Rect& rest, bool is_quiet) {
    const Note note = note_of(screen, is_quiet);
    if (note.title.empty()) return;
    ui::Frame& frame = screen.frame;
    const ui::BannerLook look{.title = note.title,
                              .sentence = note.sentence,
                              .meaning = note.meaning,
                              .icon = note.icon,
                              .action = screen.words(note.is_sign_in ? Message::SignIn : Message::LookAt)};
    const float height = ui::banner_height(frame, rest.width, look);
    if (!ui::banner(frame, "device", ui::take_top(rest, height, card_gap(frame)), look)) return;
    if (note.is_sign_in) {
        screen.actions.put(ShowSignIn{});
    } else {
        screen.actions.put(OpenRoute{std::string(kSyncRoute), false});
    }
}

}  // namespace xueshi::views
