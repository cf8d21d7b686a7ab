#include "web/views/special_conditions.h"

#include <algorithm>

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using enrolment::Condition;
using enrolment::UnmetCondition;

void lay_condition(CardPen& pen, Condition condition, const std::vector<UnmetCondition>& unmet, std::string_view text) {
    if (text.empty()) return;
    const bool is_met = std::none_of(unmet.begin(), unmet.end(),
                                     [&](const UnmetCondition& missing) { return missing.condition == condition; });
    const ui::Theme& theme = pen.frame().theme;
    pen.remark(is_met ? ui::Icon::CheckCircle : ui::Icon::CrossCircle, is_met ? theme.done : theme.refuse, text, {},
               kSpace1);
}

}  // namespace

void lay_conditions(CardPen& pen, const enrolment::EligibilityRule& rule, const std::vector<UnmetCondition>& unmet) {
    const locale::Locale& words = pen.words();
    pen.paragraph(words(Message::ConditionsTitle),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace3);
    std::string stages, subjects, titles;
    for (const SchoolStage stage : rule.stages) add_part(words, stages, words.stage(stage));
    for (const std::string& subject : rule.subjects) add_part(words, subjects, words.subject(subject));
    for (const std::string& title : rule.titles) add_part(words, titles, title);
    const std::string years = rule.least_teaching_years == 0
                                  ? std::string{}
                                  : words.format(Message::ConditionYears, {std::to_string(rule.least_teaching_years)});
    const std::string_view region = rule.quota_units.empty() ? std::string_view{} : words(Message::ConditionRegion);
    lay_condition(pen, Condition::Stage, unmet, stages);
    lay_condition(pen, Condition::Subject, unmet, subjects);
    lay_condition(pen, Condition::Title, unmet, titles);
    lay_condition(pen, Condition::TeachingYears, unmet, years);
    lay_condition(pen, Condition::Region, unmet, region);
    if (stages.empty() && subjects.empty() && titles.empty() && years.empty() && region.empty()) {
        pen.paragraph(words(Message::ConditionsNone), {});
    }
}

}  // namespace xueshi::views
