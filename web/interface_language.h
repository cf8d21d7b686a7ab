// Which language the interface speaks. Chinese is always there; English comes when it is wanted,
// and everything said changes with the next frame. What cannot be had leaves Chinese and a notice.
#pragma once

#include <memory>

#include "web/locale/english.h"
#include "web/locale/locale.h"
#include "web/ports/page_language.h"
#include "web/ports/preferences.h"
#include "web/runtime/notice_board.h"

namespace xueshi {

class InterfaceLanguage {
  public:
    // Everything given must outlive this.
    InterfaceLanguage(ports::PageLanguage& page,
                      ports::Preferences& preferences,
                      runtime::NoticeBoard& notices)
        : page_(page), preferences_(preferences), notices_(notices) {}

    // Takes up the language the page began with; once, before the first update.
    void begin();
    // The person's choice, kept on this device once its words are here. Unknown tags are ignored.
    void choose(std::string_view tag);
    // Takes what arrived.
    void update();

    const locale::Locale& words() const { return words_; }

  private:
    void speak(const locale::Language& language);
    void keep(std::string_view tag);

    ports::PageLanguage& page_;
    ports::Preferences& preferences_;
    runtime::NoticeBoard& notices_;
    std::unique_ptr<const locale::English> english_;
    locale::Locale words_{locale::chinese()};
    // English is on its way: because somebody pressed for it (then it is kept), or from the start.
    bool is_awaited_ = false;
    bool is_chosen_ = false;
};

}  // namespace xueshi
