#include "server/sample/special_course_texts.h"

namespace xueshi::sample {
namespace {

constexpr auto kSignUp = catalogue::Admission::SignUp;
constexpr auto kOrganiser = catalogue::Admission::Organiser;
constexpr auto kExternal = catalogue::Admission::External;

constexpr SpecialProjectText kProjects[] = {
    {kSignUp, "P", "chinese", "小学语文群文阅读骨干教师研修班", "选文、设问与课堂推进，跟着导师磨两节课。", 480},
    {kSignUp, "P", "mathematics", "小学数学综合与实践骨干教师研修班", "做三个真实项目，带一个回学校。", 480},
    {kSignUp, "P", "english", "小学英语绘本教学骨干教师研修班", "从选书到演出，形成一套校本方案。", 400},
    {kSignUp, "P", "science", "小学科学实验教学能力提升班", "四十个实验全部亲手做一遍。", 400},
    {kSignUp, "PJ", "art", "岭南民间美术传承教师研修班", "跟三位民间艺人学剪纸、灰塑与醒狮扎作。", 400},
    {kSignUp, "PJ", "music", "中小学合唱指挥研修班", "指挥法、排练法与作品处理。", 480},
    {kSignUp, "PJS", "sport", "校园足球教练员培训班", "训练计划、带队与竞赛组织。", 480},
    {kSignUp, "PJS", "psychology", "学校心理辅导教师技能班", "个案、团体与危机处理，督导下实践。", 480},
    {kSignUp, "J", "physics", "初中物理实验创新教师研修班", "改进二十个实验，做一件自制教具。", 400},
    {kSignUp, "J", "geography", "地理研学导师培训班", "设计一条线路，带一次研学。", 400},
    {kSignUp, "JS", "history", "地方史料与历史教学研修班", "走进档案馆，学会用地方史料上课。", 320},
    {kSignUp, "S", "mathematics", "高中数学建模指导教师研修班", "从选题到答辩，带学生完成一次建模。", 480},
    {kSignUp, "S", "chemistry", "高中化学探究教学研修班", "设计六个探究实验，配套评价方案。", 400},
    {kSignUp, "JS", "computing", "创客教育指导教师研修班", "开源硬件、三维设计与项目管理。", 480},
    {kSignUp, "PJSV", "", "班主任工作室主持人研修班", "带好一个团队，做成一件事。", 480},
    {kSignUp, "", "", "微课程开发能力研修班", "从选题到成片，完成一个十节的微课程。", 320},
    {kSignUp, "K", "early_years", "幼儿园游戏课程骨干教师研修班", "观察、支持与课程生成。", 480},
    {kSignUp, "V", "vocational_skills", "中职双师型教师企业实践项目", "在企业岗位实践六周，完成一个教学项目。", 600},
    {kSignUp, "V", "", "中职专业带头人研修班", "专业建设、课程开发与校企合作。", 480},
    {kSignUp, "", "", "教育科研骨干教师研修班", "选题、方法、写作，完成一项课题。", 480},
    {kOrganiser, "PJS", "", "中小学校长任职资格培训班", "依法治校、教学领导与学校发展规划。", 600},
    {kOrganiser, "K", "early_years", "幼儿园园长任职资格培训班", "办园规范、保教管理与安全。", 600},
    {kOrganiser, "", "", "学校继续教育管理员业务培训班", "选课、缴费、数据核对与档案管理。", 120},
    {kOrganiser, "", "", "新任教师岗前培训班", "师德、备课、上课与班级管理。", 600},
    {kOrganiser, "PJS", "", "名教师工作室成员跟岗研修", "跟岗两周，上好三节课。", 480},
    {kOrganiser, "PJ", "", "薄弱学校教学管理干部研修班", "常规、教研与质量分析。", 400},
    {kOrganiser, "", "", "民办学校教师专业能力提升班", "教学基本功与课堂管理。", 320},
    {kOrganiser, "PJSV", "", "特殊教育随班就读指导教师培训班", "评估、个别化计划与协同。", 320},
    {kOrganiser, "JS", "", "高考与学考命题教师研修班", "命题技术、审题与评析。", 320},
    {kOrganiser, "", "", "学校网络管理员安全培训班", "备份、巡检与应急处置。", 240},
    {kOrganiser, "PJ", "chinese", "推普与经典诵读骨干培训班", "朗诵、吟诵与活动组织。", 240},
    {kOrganiser, "V", "", "中职学校实训管理干部培训班", "设备、耗材、安全与现场管理。", 320},
};

constexpr SpecialProjectText kExternals[] = {
    {kExternal, "V", "vocational_skills", "汽车维修新技术（基地课程）", "新能源汽车高压安全与故障诊断。", 240},
    {kExternal, "V", "vocational_skills", "数控加工工艺与编程（基地课程）", "五个典型零件的工艺与编程。", 300},
    {kExternal, "V", "vocational_skills", "现代物流仓储管理（基地课程）", "入库、拣选、盘点的信息化流程。", 240},
    {kExternal, "V", "vocational_skills", "电子商务运营实务（基地课程）", "开店、引流与客服的完整流程。", 240},
    {kExternal, "V", "vocational_skills", "酒店服务与管理（基地课程）", "前厅、客房与餐饮岗位标准。", 240},
    {kExternal, "V", "vocational_skills", "工业机器人操作与编程（基地课程）", "示教、编程与安全规范。", 300},
    {kExternal, "V", "vocational_skills", "会计信息化（基地课程）", "从手工账到信息系统。", 180},
    {kExternal, "V", "vocational_skills", "烹饪营养与食品安全（基地课程）", "营养配餐与厨房卫生规范。", 180},
    {kExternal, "V", "computing", "网络综合布线（基地课程）", "布线、测试与验收。", 240},
    {kExternal, "V", "computing", "数字媒体后期制作（基地课程）", "剪辑、调色与声音。", 240},
    {kExternal, "V", "art", "服装立体裁剪（基地课程）", "从坯布到成衣。", 240},
    {kExternal, "V", "", "职业院校教师教学能力（基地课程）", "教学设计、实施与反思。", 180},
};

}  // namespace

std::span<const SpecialProjectText> special_project_texts() { return kProjects; }
std::span<const SpecialProjectText> external_course_texts() { return kExternals; }

}  // namespace xueshi::sample
