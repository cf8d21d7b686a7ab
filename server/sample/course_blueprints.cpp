#include "server/sample/course_blueprints.h"

#include "server/sample/course_themes.h"
#include "server/sample/it_course_texts.h"
#include "server/sample/special_course_texts.h"
#include "server/sample/subject_course_texts.h"
#include "server/sample/teaching_areas.h"

namespace xueshi::sample {
namespace {

std::vector<SchoolStage> stages_of(std::string_view letters) {
    constexpr std::string_view kLetters = "KPJSV";  // in the order of kAllStages
    std::vector<SchoolStage> stages;
    for (const char letter : letters) stages.push_back(kAllStages[kLetters.find(letter)]);
    return stages;
}

std::vector<std::string> subjects_of(std::string_view subject) {
    if (subject.empty()) return {};
    return {std::string(subject)};
}

CourseBlueprint blueprint_of(const SubjectCourseText& text, HourCategory category) {
    CourseBlueprint blueprint;
    blueprint.title = text.title;
    blueprint.summary = text.summary;
    blueprint.category = category;
    blueprint.hours = {text.deci_hours};
    blueprint.stages = stages_of(text.stages);
    blueprint.subjects = subjects_of(text.subject);
    return blueprint;
}

CourseBlueprint blueprint_of(const SpecialProjectText& text) {
    CourseBlueprint blueprint;
    blueprint.title = text.title;
    blueprint.summary = text.summary;
    blueprint.admission = text.admission;
    blueprint.hours = {text.deci_hours};
    blueprint.stages = stages_of(text.stages);
    blueprint.subjects = subjects_of(text.subject);
    return blueprint;
}

void put_into_theme(CourseBlueprint& blueprint, int theme_number) {
    const CourseTheme& theme = kCourseThemes[static_cast<std::size_t>(theme_number - 1)];
    blueprint.theme = theme.code;
    blueprint.it_part = theme.part;
}

CourseBlueprint blueprint_of(const ThemeCourseText& text) {
    CourseBlueprint blueprint;
    put_into_theme(blueprint, text.theme);
    blueprint.title = kCourseThemes[static_cast<std::size_t>(text.theme - 1)].name;
    if (!text.subtitle.empty()) blueprint.title += "：" + std::string(text.subtitle);
    blueprint.summary = text.summary;
    blueprint.hours = {text.deci_hours};
    blueprint.stages = stages_of(text.stages);
    return blueprint;
}

std::string filled_in(std::string_view pattern, const TeachingArea& area, std::string_view topic) {
    std::string text(pattern);
    const auto fill = [&text](std::string_view mark, std::string_view with) {
        if (const auto at = text.find(mark); at != std::string::npos) {
            text.replace(at, mark.size(), with);
        }
    };
    fill("{topic}", topic);
    fill("{stage}", area.stage_name);
    fill("{subject}", area.subject_name);
    return text;
}

template <class Text>
std::vector<CourseBlueprint> blueprints_of(std::span<const Text> texts) {
    std::vector<CourseBlueprint> blueprints;
    for (const Text& text : texts) blueprints.push_back(blueprint_of(text));
    return blueprints;
}

}  // namespace

CourseBlueprint public_subject() {
    CourseBlueprint blueprint;
    blueprint.title = "《“一带一路”战略规划》";
    blueprint.summary = "2017 年公需科目：“一带一路”的由来、布局与广东的角色，网上学习，自定进度。";
    blueprint.category = HourCategory::Public;
    blueprint.hours = whole_hours(18);
    return blueprint;
}

std::vector<CourseBlueprint> theme_name_courses() {
    std::vector<CourseBlueprint> blueprints;
    for (const ThemeCourseText& text : theme_course_texts()) {
        if (text.subtitle.empty()) blueprints.push_back(blueprint_of(text));
    }
    return blueprints;
}

std::vector<CourseBlueprint> written_it_courses() {
    std::vector<CourseBlueprint> blueprints;
    for (const ThemeCourseText& text : theme_course_texts()) {
        if (!text.subtitle.empty()) blueprints.push_back(blueprint_of(text));
    }
    for (const SubjectCourseText& text : software_course_texts()) {
        constexpr int kSoftwareTheme = 6;
        CourseBlueprint blueprint = blueprint_of(text, HourCategory::Professional);
        put_into_theme(blueprint, kSoftwareTheme);
        blueprint.title =
            std::string(kCourseThemes[kSoftwareTheme - 1].name) + "：" + blueprint.title;
        blueprints.push_back(std::move(blueprint));
    }
    return blueprints;
}

std::vector<CourseBlueprint> topic_courses() {
    std::vector<CourseBlueprint> blueprints;
    for (const TeachingArea& area : teaching_areas()) {
        for (const TopicPattern& pattern : topic_patterns()) {
            for (const std::string_view topic : area.topics) {
                CourseBlueprint blueprint;
                put_into_theme(blueprint, pattern.theme);
                blueprint.title = filled_in(pattern.subtitle, area, topic) + "（" +
                                  std::string(area.stage_name) + std::string(area.subject_name) +
                                  "）";
                blueprint.summary = filled_in(pattern.summary, area, topic);
                blueprint.hours = {pattern.deci_hours};
                blueprint.stages = {area.stage};
                blueprint.subjects = {std::string(area.subject)};
                blueprints.push_back(std::move(blueprint));
            }
        }
    }
    return blueprints;
}

std::vector<CourseBlueprint> professional_courses() {
    std::vector<CourseBlueprint> blueprints;
    for (const auto texts : {subject_course_texts(), general_course_texts()}) {
        for (const SubjectCourseText& text : texts) {
            blueprints.push_back(blueprint_of(text, HourCategory::Professional));
        }
    }
    return blueprints;
}

std::vector<CourseBlueprint> elective_courses() {
    std::vector<CourseBlueprint> blueprints;
    for (const SubjectCourseText& text : elective_course_texts()) {
        blueprints.push_back(blueprint_of(text, HourCategory::Elective));
    }
    return blueprints;
}

std::vector<CourseBlueprint> special_projects() { return blueprints_of(special_project_texts()); }
std::vector<CourseBlueprint> external_courses() { return blueprints_of(external_course_texts()); }

}  // namespace xueshi::sample
