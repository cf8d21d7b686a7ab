// The 27 course themes of the IT capability programme with their exact names and longest hours
// (domain.md 3.2), and which of them the sample city makes required (the split is not given: R14
// [D]).
#pragma once

#include <array>
#include <string_view>

#include "core/catalogue/course_run.h"

namespace xueshi::sample {

struct CourseTheme {
    std::string_view code;
    std::string_view name;
    int max_hours = 0;
    catalogue::ItPart part = catalogue::ItPart::Elective;
};

inline constexpr auto kRequired = catalogue::ItPart::Required;
inline constexpr auto kElective = catalogue::ItPart::Elective;

inline constexpr std::array<CourseTheme, 27> kCourseThemes = {{
    {"T1", "信息技术引发的教育教学变革", 2, kRequired},
    {"T2", "多媒体教学环境认知与常用设备使用", 10, kRequired},
    {"T3", "学科资源检索与获取", 10, kElective},
    {"T4", "素材的处理与加工", 10, kElective},
    {"T5", "多媒体课件制作", 16, kElective},
    {"T6", "学科软件的使用", 12, kElective},
    {"T7", "信息道德与信息安全", 2, kRequired},
    {"T8", "简易多媒体教学环境下的学科教学", 12, kElective},
    {"T9", "交互多媒体环境下的学科教学", 16, kElective},
    {"T10", "学科教学资源支持下的课程教学", 10, kElective},
    {"T11", "技术支持的课堂导入", 6, kElective},
    {"T12", "技术支持的课堂讲授", 6, kElective},
    {"T13", "技术支持的学生技能训练与指导", 6, kElective},
    {"T14", "技术支持的总结与复习", 6, kElective},
    {"T15", "技术支持的教学评价", 10, kElective},
    {"T16", "教学空间的构建与管理", 2, kRequired},
    {"T17", "网络教学平台的应用", 4, kElective},
    {"T18", "适用于移动设备的教学软件应用", 4, kElective},
    {"T19", "网络教学环境中的自主合作探究学习", 16, kElective},
    {"T20", "移动学习环境中的自主合作探究学习", 12, kElective},
    {"T21", "技术支持的探究学习任务设计", 6, kElective},
    {"T22", "技术支持的学习小组的组织与管理", 6, kElective},
    {"T23", "技术支持的学习过程监控", 6, kElective},
    {"T24", "技术支持的学习评价", 6, kElective},
    {"T25", "能力标准解读", 2, kRequired},
    {"T26", "教师工作坊与教师专业发展", 4, kElective},
    {"T27", "网络研修社区与教师专业发展", 6, kElective},
}};

}  // namespace xueshi::sample
