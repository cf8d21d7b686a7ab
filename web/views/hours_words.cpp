#include "web/views/hours_parts.h"

namespace xueshi::views {

YearSign result_sign(const locale::Locale& words, bool passes, DeciHours missing) {
    if (passes) return {std::string(words(Message::YearPassed)), ui::Meaning::Done, ui::Icon::CheckCircle};
    return {words.format(Message::YearShort, {words.hours(missing)}), ui::Meaning::Attention, ui::Icon::Triangle};
}

YearSign year_sign(const locale::Locale& words, const app::HourYear& year) {
    switch (year.standing) {
        case app::YearStanding::Passed:
            return {std::string(words(year.is_verified ? Message::YearVerifiedPassed : Message::YearPassed)),
                    ui::Meaning::Done, ui::Icon::CheckCircle};
        case app::YearStanding::Short: return result_sign(words, false, year.missing());
        case app::YearStanding::Failed:
            return {std::string(words(Message::YearFailed)), ui::Meaning::Refused, ui::Icon::CrossCircle};
        case app::YearStanding::Running:
            return {std::string(words(Message::YearRunning)), ui::Meaning::Wait, ui::Icon::Clock};
    }
    return {};
}

std::string reason_words(const locale::Locale& words, const app::HourLine& line) {
    using verification::NotCountedReason;
    if (!line.reason) return {};
    std::string sentence;
    switch (*line.reason) {
        case NotCountedReason::Unfinished: sentence = words(Message::NotCountedUnfinished); break;
        case NotCountedReason::Repeated:
            sentence = words.format(Message::NotCountedRepeated, {line.counted_instead});
            break;
        case NotCountedReason::CycleOnly: sentence = words(Message::NotCountedCycleOnly); break;
        case NotCountedReason::OverCap:
            sentence = words.format(Message::NotCountedOverCap,
                                    {words.of(line.cap_name), words.hours(line.record.hours - line.counted)});
            break;
        case NotCountedReason::NotBegun: sentence = words(Message::NotCountedNotBegun); break;
        case NotCountedReason::NoRulePack: sentence = words(Message::NotCountedNoRules); break;
    }
    const std::string_view source = words.of(line.source);
    if (!source.empty()) add_part(words, sentence, words.format(Message::BasedOn, {source}));
    return sentence;
}

std::string option_words(const locale::Locale& words, const app::YearOption& option) {
    if (option.is_current) return std::string(words(Message::AllocationCurrent));
    if (option.barrier) return words.refusal(option.barrier->name());
    return std::string(words(option.purpose == ledger::HourPurpose::CycleOnly ? Message::AllocationMakeUp
                                                                             : Message::AllocationAnnual));
}

}  // namespace xueshi::views
