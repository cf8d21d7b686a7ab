#include "server/sample/sample_people.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "server/sample/sample_random.h"
#include "server/sample/teaching_areas.h"

namespace xueshi::sample {
namespace {

constexpr std::uint64_t kFirstTeacherStream = 1'000;
constexpr int kYear = 2017;

// The first lines are common in Guangdong and stand here more often for it.
constexpr std::array<std::string_view, 72> kSurnames = {
    "陈",   "陈", "陈", "陈", "李", "李", "李", "黄", "黄", "黄", "张", "张", "梁", "梁", "梁",
    "林",   "林", "林", "吴", "吴", "刘", "刘", "何", "何", "罗", "罗", "郑", "郑", "谢", "谢",
    "邓",   "叶", "冯", "苏", "曾", "潘", "黎", "钟", "卢", "蔡", "谭", "许", "周", "王", "杨",
    "朱",   "胡", "郭", "赖", "温", "麦", "区", "关", "莫", "崔", "简", "伍", "岑", "霍", "招",
    "欧阳", "孔", "陆", "徐", "彭", "唐", "韩", "方", "邱", "江", "余", "杜"};
constexpr std::array<std::string_view, 48> kFirstCharacters = {
    "晓", "嘉", "思", "雨", "子", "佩", "丽", "少", "文", "志", "伟", "建", "秀", "慧", "婉", "楚",
    "静", "颖", "智", "泽", "浩", "俊", "家", "国", "永", "玉", "美", "惠", "春", "秋", "海", "明",
    "润", "锦", "倩", "艳", "淑", "凯", "咏", "绮", "韵", "彦", "启", "兆", "庆", "立", "书", "若"};
constexpr std::array<std::string_view, 48> kLastCharacters = {
    "华", "芳", "敏", "玲", "燕", "婷", "怡", "彤", "琳", "欣", "珊", "仪", "贤", "强", "明", "辉",
    "杰", "峰", "斌", "涛", "勇", "军", "平", "宁", "清", "兰", "莹", "君", "媚", "妍", "晴", "岚",
    "恩", "诚", "毅", "航", "源", "坤", "荣", "昌", "雯", "薇", "瑶", "璇", "洁", "雅", "蓉", "梅"};

// Titles of the schools' ladder and of the vocational one, from the first to the last.
constexpr std::array<std::string_view, 4> kSchoolTitles = {
    "三级教师", "二级教师", "一级教师", "高级教师"};
constexpr std::array<std::string_view, 4> kVocationalTitles = {
    "助理讲师", "讲师", "讲师", "高级讲师"};

// Of the sample teacher, at her school.
struct Colleague {
    std::string_view name;
    std::string_view subject;
    std::string_view title;
    int teaching_since_year;
};
constexpr std::array<Colleague, kTeacherLogins - 1> kColleagues = {{
    {"周若谷", "mathematics", "一级教师", 2004},
    {"邓云舒", "english", "二级教师", 2011},
    {"罗知行", "music", "高级教师", 1996},
}};

std::string make_name(SampleRandom& random) {
    std::string name(random.pick(std::span<const std::string_view>(kSurnames)));
    if (random.chance(88)) name += random.pick(std::span<const std::string_view>(kFirstCharacters));
    name += random.pick(std::span<const std::string_view>(kLastCharacters));
    return name;
}

// Subjects with many lessons have many teachers.
int lessons_of(std::string_view subject) {
    if (subject == "chinese" || subject == "mathematics") return 6;
    if (subject == "english" || subject == "vocational_skills") return 5;
    if (subject == "sport" || subject == "physics") return 3;
    return subject == "psychology" ? 1 : 2;
}

std::string pick_subject(SchoolStage stage, SampleRandom& random) {
    int all_lessons = 0;
    for (const TeachingArea& area : teaching_areas()) {
        if (area.stage == stage) all_lessons += lessons_of(area.subject);
    }
    int lesson = random.between(1, all_lessons);
    std::string subject;
    for (const TeachingArea& area : teaching_areas()) {
        if (area.stage != stage || lesson <= 0) continue;
        subject = area.subject;
        lesson -= lessons_of(area.subject);
    }
    return subject;
}

std::string pick_title(SchoolStage stage, int years_taught, SampleRandom& random) {
    int step = years_taught < 2 ? 0 : years_taught < 7 ? 1 : years_taught < 16 ? 2 : 3;
    if (step > 1 && random.chance(45)) --step;
    const auto& titles = stage == SchoolStage::Vocational ? kVocationalTitles : kSchoolTitles;
    return std::string(titles[static_cast<std::size_t>(step)]);
}

void set_school(organisation::TeacherProfile& profile, const SampleSchool& school) {
    profile.school_id = school.unit.id;
    profile.school_name = school.unit.name.zh;
    if (!school.district_name.empty()) profile.district_id = school.unit.parent;
    profile.district_name = school.district_name;
    profile.stage = school.stage;
    profile.is_private_school = school.is_private;
}

}  // namespace

organisation::TeacherProfile make_teacher(std::uint64_t seed,
                                          std::size_t index,
                                          const SampleUnits& units) {
    organisation::TeacherProfile profile;
    profile.teacher_id = teacher_id(index);
    profile.number = teacher_number(index);
    if (index == 0) {
        set_school(profile, units.schools.front());
        profile.name = "林晚晴";
        profile.subject = "chinese";
        profile.title = "一级教师";
        profile.teaching_since_year = 2006;
        return profile;
    }
    if (index < kTeacherLogins) {
        set_school(profile, units.schools.front());
        const Colleague& colleague = kColleagues[index - 1];
        profile.name = colleague.name;
        profile.subject = colleague.subject;
        profile.title = colleague.title;
        profile.teaching_since_year = colleague.teaching_since_year;
        return profile;
    }
    SampleRandom random(seed, kFirstTeacherStream + index);
    set_school(profile, random.pick(units.schools));
    profile.name = make_name(random);
    profile.subject = pick_subject(profile.stage, random);
    const int years_taught = random.between(0, 34);
    profile.title = pick_title(profile.stage, years_taught, random);
    profile.teaching_since_year = kYear - years_taught;
    return profile;
}

std::string teacher_number(std::size_t index) {
    // A step that shares no factor with the number of endings meets every ending once.
    constexpr std::size_t kEndings = 10'000'000;
    constexpr std::size_t kStep = 61;
    constexpr std::size_t kFirst = 42'318;
    std::string ending = std::to_string((kFirst + index * kStep) % kEndings);
    ending.insert(0, 7 - ending.size(), '0');
    return std::to_string(kYear) + ending;
}

TeacherId teacher_id(std::size_t index) { return TeacherId("t" + teacher_number(index)); }

}  // namespace xueshi::sample
