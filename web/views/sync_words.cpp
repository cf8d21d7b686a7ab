#include "web/views/sync_words.h"

#include <algorithm>

namespace xueshi::views {
namespace {

// With a network an edit is on the server within a moment: a word that came and went with each would only
// disturb.
constexpr std::int64_t kPatienceMs = 3'000;

constexpr std::string_view kServerRestored = "server.restored";
constexpr std::string_view kReceiptLost = "receipt.lost";

SyncWords words_of(const Screen& screen, Message label, Message name, ui::Icon icon, ui::Meaning meaning) {
    return {std::string(screen.words(label)), counted(screen, name, screen.status.sync.unconfirmed), icon, meaning};
}

}  // namespace

std::string counted(const Screen& screen, Message key, std::size_t number) {
    return screen.words.format(key, {screen.words.number(static_cast<std::int64_t>(number))});
}

SyncWords sync_words(const Screen& screen) {
    const locale::Locale& words = screen.words;
    const SyncStatus& sync = screen.status.sync;
    const bool is_empty = sync.unconfirmed == 0;
    if (sync.trouble != DeviceTrouble::None && sync.unsaved > 0) {
        return {std::string(words(Message::SyncUnsaved)), counted(screen, Message::SyncUnsavedName, sync.unsaved),
                ui::Icon::Triangle, ui::Meaning::Attention};
    }
    if (!sync.is_reachable) {
        return words_of(screen, Message::SyncUnreachable,
                        is_empty ? Message::SyncUnreachableNone : Message::SyncUnreachableName, ui::Icon::Offline,
                        ui::Meaning::Wait);
    }
    if (sync.needs_sign_in) {
        return words_of(screen, Message::SyncSignIn, is_empty ? Message::TroubleSignInTitle : Message::SyncSignInName,
                        ui::Icon::Lock, ui::Meaning::Wait);
    }
    if (!is_empty) {
        SyncWords waiting = words_of(screen, Message::SyncBusy, Message::SyncWaitingName, ui::Icon::CloudWait,
                                     ui::Meaning::Wait);
        if (!sync.is_busy) waiting.label = counted(screen, Message::SyncWaiting, sync.unconfirmed);
        return waiting;
    }
    return words_of(screen, Message::SyncDone, Message::SyncDoneName, ui::Icon::CloudCheck, ui::Meaning::Done);
}

bool is_sync_told(const Screen& screen) {
    const SyncStatus& sync = screen.status.sync;
    if (!sync.is_reachable) return true;
    if (sync.unconfirmed == 0) return false;
    if (sync.needs_sign_in || sync.trouble != DeviceTrouble::None || !sync.oldest) return true;
    const std::int64_t left = sync.oldest->utc_ms + kPatienceMs - screen.status.now.utc_ms;
    if (left <= 0) return true;
    screen.frame.request_frame_in(static_cast<double>(std::min(left, kPatienceMs)) / 1000);
    return false;
}

std::string safe_words(const Screen& screen) {
    const SyncStatus& sync = screen.status.sync;
    if (sync.unconfirmed == 0) return std::string(screen.words(Message::TroubleSafeNone));
    const std::size_t saved = sync.unconfirmed - std::min(sync.unsaved, sync.unconfirmed);
    if (saved == 0) return std::string(screen.words(Message::TroubleServerSafe));
    // The oldest of all may be one of those that are not saved.
    if (sync.unsaved > 0 || !sync.oldest) return counted(screen, Message::TroubleSafeSome, saved);
    return screen.words.format(Message::TroubleSafeCount,
                               {screen.words.number(static_cast<std::int64_t>(saved)),
                                screen.words.age(*sync.oldest, screen.status.now)});
}

bool is_of_restore(const News& news) { return news.code == kServerRestored || news.code == kReceiptLost; }

NewsWords news_words(const Screen& screen, const News& news) {
    const locale::Locale& words = screen.words;
    if (news.code == kServerRestored) {
        const bool is_nothing_lost = news.subject.empty() || news.subject == "0";
        return {std::string(words(Message::NewsRestoredTitle)),
                is_nothing_lost ? std::string(words(Message::NewsRestoredNone))
                                : words.format(Message::NewsRestoredText, {news.subject}),
                words(Message::NewsRestoredSafe), false};
    }
    if (news.code == kReceiptLost) {
        return {words.format(Message::NewsReceiptLostTitle, {news.subject}),
                std::string(words(Message::NewsReceiptLostText)), words(Message::NewsRestoredSafe)};
    }
    const bool is_submission = news.about == "selection.submit";
    const bool is_withdrawal = news.about == "selection.withdraw";
    return {std::string(words(is_submission   ? Message::NewsSubmit
                              : is_withdrawal ? Message::NewsWithdraw
                                              : Message::NewsEdit)),
            words.refusal(news.code, news.subject),
            words(is_submission   ? Message::NewsSubmitSafe
                  : is_withdrawal ? Message::NewsWithdrawSafe
                                  : Message::NewsEditSafe)};
}

}  // namespace xueshi::views
