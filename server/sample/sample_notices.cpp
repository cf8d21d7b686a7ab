#include "server/sample/sample_notices.h"

#include <array>
#include <string>
#include <string_view>

#include "server/sample/sample_units.h"

namespace xueshi::sample {
namespace {

struct NoticeText {
    std::string_view id;
    int month;
    int day;
    std::string_view issuer;
    std::string_view title;
    std::string_view body;
};

constexpr std::array<NoticeText, 5> kNotices = {{
    {"phase-dates",
     2,
     20,
     kCentreName,
     "2017 年第一期教师培训的日程",
     "网上选课从 3 月 8 日开始。全员培训在 4 月 19 日至 6 月 19 "
     "日进行，请在这段时间内学完所选课程。"
     "公需科目《“一带一路”战略规划》可以学到 12 月 31 日。\n"
     "专项培训分四步：3 月 25 日前教师报名，4 月 1 日前校长审核，4 月 8 日前区行政管理员审核，"
     "4 月 15 日前培训机构审定名单。以上日期都含当天。"},
    {"profile-check",
     2,
     27,
     kCentreName,
     "请核对个人信息",
     "选课前请在“我的”里核对姓名、学校、学段、学科和职称。信息有误会影响年度验证、职称晋升和教师资"
     "格定期注册，"
     "发现错误请告诉学校继续教育管理员更正。"},
    {"it-programme",
     3,
     6,
     kCentreName,
     "能力提升工程：还没有完成的老师请在今年学完",
     "信息技术应用能力提升工程要求必修与选修合计不少于 50 学时，全市在 2017 年底前完成。"
     "以前参加过但没有学完的，原来的课程会接着推送，学完后学时计入本期。"},
    {"selection-guide",
     3,
     8,
     kDistanceCentreName,
     "第一期选课指南",
     "一、在“课程”里按学段、学科和主题筛选，也可以输入拼音首字母查找。\n"
     "二、把课程加入方案，页面上方会算出公需、专业、能力提升和全年合计各还差多少学时。\n"
     "三、面授课有固定时间，时间冲突的课程不能同时选。\n"
     "四、提交选课后会得到回执。选课不需要审核；未缴费、未开课前可以退选。\n"
     "咨询：远程培训 83481101，面授培训 86236027，技术问题 969300，政策问题 83707043。"},
    {"payment-note",
     3,
     9,
     kDistanceCentreName,
     "全员培训缴费说明",
     "培训费由学校统一缴纳，教师个人不用付款。学校继续教育管理员在选课结束后核对名单和金额，"
     "再按远程培训中心的通知办理。回执上的“未缴费”由学校缴费后更新。\n"
     "缴费和技术问题请拨打服务热线 969300。"},
}};

}  // namespace

std::vector<app::NoticePost> make_notices() {
    std::vector<app::NoticePost> notices;
    for (const NoticeText& text : kNotices) {
        notices.push_back({.id = NoticeId(std::string(text.id)),
                           .title = std::string(text.title),
                           .body = std::string(text.body),
                           .issuer = std::string(text.issuer),
                           .posted_on = *make_date(2017, text.month, text.day)});
    }
    return notices;
}

}  // namespace xueshi::sample
