#include <cmath>

#include "web/views/diagnostic_parts.h"

namespace xueshi::views {

using namespace ui::metrics;

ui::PageLayout lay_out_diagnostic(const DiagnosticScreen& view, const ui::PageWishes& wishes) {
    const ui::Frame& frame = view.frame();
    ui::PageLayout page = lay_out_screen(view.screen, wishes);
    if (frame.is_television()) page.header = ui::take_top(page.content, frame.px(kTitleRow), frame.px(kSpace2));
    return page;
}

std::string stage_and_subject(const locale::Locale& words, SchoolStage stage, std::string_view subject) {
    if (subject.empty()) return std::string(words.stage(stage));
    return words.format(Message::StageAndSubject, {words.stage(stage), words.subject(subject)});
}

std::string_view level_title(const locale::Locale& words, diagnostic::CapabilityLevel level) {
    return words(level == diagnostic::CapabilityLevel::OptimiseTeaching ? Message::LevelOptimise
                                                                        : Message::LevelTransform);
}

std::string_view level_name(const locale::Locale& words, diagnostic::CapabilityLevel level) {
    return words(level == diagnostic::CapabilityLevel::OptimiseTeaching ? Message::LevelOne : Message::LevelTwo);
}

std::string_view mode_name(const locale::Locale& words, diagnostic::TestMode mode) {
    return words(mode == diagnostic::TestMode::Adaptive ? Message::ModeAdaptiveShort : Message::ModeClassicalShort);
}

std::string_view band_words(const locale::Locale& words, const diagnostic::BandedScore& score) {
    switch (score.band) {
        case diagnostic::Band::ToImprove:
            return words(score.is_sure ? Message::BandToImprove : Message::LikelyToImprove);
        case diagnostic::Band::Qualified:
            return words(score.is_sure ? Message::BandQualified : Message::LikelyQualified);
        case diagnostic::Band::Excellent:
            return words(score.is_sure ? Message::BandExcellent : Message::LikelyExcellent);
    }
    return {};
}

ui::ChipLook band_chip(const locale::Locale& words, const diagnostic::BandedScore& score) {
    ui::ChipLook look{.text = band_words(words, score), .icon = ui::Icon::Info, .is_note = !score.is_sure};
    if (!score.is_sure) return look;
    switch (score.band) {
        case diagnostic::Band::ToImprove:
            look.meaning = ui::Meaning::Attention;
            look.icon = ui::Icon::Target;
            break;
        case diagnostic::Band::Qualified:
            look.meaning = ui::Meaning::Wait;
            look.icon = ui::Icon::Check;
            break;
        case diagnostic::Band::Excellent:
            look.meaning = ui::Meaning::Done;
            look.icon = ui::Icon::CheckCircle;
            break;
    }
    return look;
}

std::string score_figure(double share) {
    const int hundredths = static_cast<int>(std::lround(std::abs(share) * 100));
    std::string figure = std::to_string(hundredths / 100) + ".";
    figure += static_cast<char>('0' + hundredths / 10 % 10);
    figure += static_cast<char>('0' + hundredths % 10);
    return figure;
}

int minutes_of(int questions) {
    constexpr int kSecondsEach = 35;
    return std::max(1, (questions * kSecondsEach + 30) / 60);
}

std::string result_when(const locale::Locale& words, const app::ResultView& result) {
    if (result.id.empty()) return result.phase_title;
    return words.date(date_of(result.finished_at));
}

}  // namespace xueshi::views
