#include <algorithm>

#include "web/ui/banner.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"
#include "web/views/sync_words.h"

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

// One piece in its own words; of several how many, and of what kind they are.
Note note_of_news(const Screen& screen) {
    const locale::Locale& words = screen.words;
    const std::vector<News>& news = screen.status.sync.news;
    if (news.size() == 1) {
        NewsWords only = news_words(screen, news.front());
        const bool is_done = !only.concerns_plan;
        return {std::move(only.title), std::move(only.text), is_done ? ui::Meaning::Accent : ui::Meaning::Attention,
                is_done ? ui::Icon::Info : ui::Icon::None};
    }
    const bool is_restore = std::all_of(news.begin(), news.end(), is_of_restore);
    return {counted(screen, Message::NewsBanner, news.size()),
            std::string(words(is_restore ? Message::NewsRestoredTitle : Message::NewsBannerText)),
            ui::Meaning::Attention};
}

Note note_of(const Screen& screen, bool is_quiet) {
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const auto of_store = [&](Message title) {
        return Note{std::string(words(title)),
                    sync.unsaved > 0 ? counted(screen, Message::SyncUnsavedCount, sync.unsaved)
                                     : std::string(words(Message::TroubleServerSafe)),
                    ui::Meaning::Attention};
    };
    switch (sync.trouble) {
        case DeviceTrouble::None: break;
        case DeviceTrouble::Full: return of_store(Message::TroubleFullTitle);
        case DeviceTrouble::Forbidden: return of_store(Message::TroubleForbiddenTitle);
        case DeviceTrouble::Failed: return of_store(Message::TroubleFailedTitle);
    }
    if (sync.needs_sign_in) {
        return {std::string(words(Message::TroubleSignInTitle)), std::string(words(Message::TroubleSignInBanner)),
                ui::Meaning::Wait, ui::Icon::Lock, true};
    }
    if (sync.damaged > 0) {
        return {counted(screen, Message::TroubleDamagedTitle, sync.damaged), std::string(words(Message::TroubleDamagedSafe)),
                ui::Meaning::Attention};
    }
    if (!sync.news.empty()) return note_of_news(screen);
    if (sync.is_clock_doubtful) {
        return {std::string(words(Message::TroubleClockTitle)), std::string(words(Message::TroubleClockSafe)),
                ui::Meaning::Attention};
    }
    if (!sync.is_reachable && !is_quiet) {
        return {std::string(words(Message::UnreachableTitle)),
                sync.unconfirmed > 0 ? counted(screen, Message::UnreachableSentence, sync.unconfirmed)
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
