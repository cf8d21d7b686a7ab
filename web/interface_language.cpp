#include "web/interface_language.h"

#include <utility>

namespace xueshi {
namespace {

constexpr std::string_view kPreference = "language";

}  // namespace

void InterfaceLanguage::begin() {
    if (page_.tag() != locale::kEnglishTag) return;
    is_awaited_ = true;
    page_.fetch_words(locale::kEnglishTag);
}

void InterfaceLanguage::choose(std::string_view tag) {
    if (tag == locale::kChineseTag) {
        is_awaited_ = is_chosen_ = false;
        speak(locale::chinese());
        keep(tag);
    } else if (tag == locale::kEnglishTag && english_) {
        speak(english_->language());
        keep(tag);
    } else if (tag == locale::kEnglishTag) {
        is_chosen_ = true;
        if (!is_awaited_) page_.fetch_words(tag);
        is_awaited_ = true;
    }
}

void InterfaceLanguage::update() {
    std::optional<std::string> file = page_.take_words();
    if (!file) return;
    if (!english_) english_ = locale::English::read(std::move(*file));
    if (!is_awaited_) return;  // Chinese was chosen meanwhile
    is_awaited_ = false;
    const bool is_kept = std::exchange(is_chosen_, false);
    if (english_) {
        speak(english_->language());
        if (is_kept) keep(locale::kEnglishTag);
        return;
    }
    speak(locale::chinese());
    notices_.post(views::Notice::Tone::Attention, "LanguageUnavailable", {}, false);
}

void InterfaceLanguage::speak(const locale::Language& language) {
    words_ = locale::Locale(language);
    page_.set_tag(language.tag);
}

void InterfaceLanguage::keep(std::string_view tag) { preferences_.set(kPreference, tag); }

}  // namespace xueshi
