#include "web/views/hour_words.h"

namespace xueshi::views {

using locale::Message;

std::string_view category_words(const locale::Locale& words, HourCategory category) {
    switch (category) {
        case HourCategory::Public: return words(Message::KindPublic);
        case HourCategory::Professional: return words(Message::KindProfessional);
        case HourCategory::Elective: return words(Message::KindElective);
    }
    return {};
}

ui::Colour hour_colour(const ui::Theme& theme, HourCategory category) {
    switch (category) {
        case HourCategory::Public: return theme.cat_public;
        case HourCategory::Professional: return theme.cat_pro;
        case HourCategory::Elective: return theme.cat_elect;
    }
    return theme.ink_3;
}

std::string_view source_words(const locale::Locale& words, ledger::HourSource source) {
    switch (source) {
        case ledger::HourSource::AllStaff: return words(Message::SourceAllStaff);
        case ledger::HourSource::Special: return words(Message::SourceSpecial);
        case ledger::HourSource::External: return words(Message::SourceExternal);
        case ledger::HourSource::SchoolBased: return words(Message::SourceSchoolBased);
        case ledger::HourSource::DistrictBased: return words(Message::SourceDistrictBased);
        case ledger::HourSource::Research: return words(Message::SourceResearch);
        case ledger::HourSource::CarriedOver: return words(Message::SourceCarriedOver);
    }
    return {};
}

}  // namespace xueshi::views
