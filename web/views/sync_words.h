// What is said about where the person's edits are. One source of words for the rail, the line above the tabs of a
// phone, the notes on other pages and the page about it (sync_view.h).
#pragma once

#include <string>

#include "web/ui/chip.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct SyncWords {
    std::string label;  // a word or two: all the rail has room for
    std::string name;   // the same as a sentence, with the number of edits
    ui::Icon icon = ui::Icon::None;
    ui::Meaning meaning = ui::Meaning::Wait;
};
SyncWords sync_words(const Screen& screen);

// Whether a page without a rail must say it: the device is offline, or something is not where it should be by now.
// While that is only a matter of time, asks for a frame then.
bool is_sync_told(const Screen& screen);

// What is safe of the edits that are not on the server yet. Never says that something is on the device's disk
// that is not.
std::string safe_words(const Screen& screen);

// One piece of news: what happened, what is safe (may be empty), and whether the plan is where to go on.
struct NewsWords {
    std::string title;
    std::string text;
    std::string_view safe = {};
    bool concerns_plan = true;
};
NewsWords news_words(const Screen& screen, const News& news);
// The server was set back, with or without a loss: nothing that was asked for was refused.
bool is_of_restore(const News& news);

// "{0}" of `key` filled with a number.
std::string counted(const Screen& screen, Message key, std::size_t number);

}  // namespace xueshi::views
