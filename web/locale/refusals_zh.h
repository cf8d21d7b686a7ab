// Chinese sentences for refusals: what happened, and what to do. Codes are those of core, sync and
// the server; a test holds this list against the headers. Those that only later screens ask for: refusals_zh_screens.h.
#pragma once

#include <array>

#include "web/locale/language.h"

namespace xueshi::locale {

inline constexpr std::string_view kUnknownRefusalZh =
    "没有办成，您的内容没有改动。请再试一次，还不行请拨 969300，并报“{0}”";

inline constexpr std::array kRefusalsZh = {
    // Log-in and session
    CodeSentence{"PlannerUnavailable", "排课没能开始，请看看网络，再按一次"},
    CodeSentence{"WrongCredentials", "账号或密码不对，请再核对一遍"},
    CodeSentence{"TooManyAttempts", "试得太多次了，请过几分钟再登录"},
    CodeSentence{"NotSignedIn", "还没有登录，请先登录"},
    CodeSentence{"SessionExpired", "登录已经过期，请再登录一次"},
    CodeSentence{"CsrfRejected", "登录状态变了，请刷新页面再试"},
    CodeSentence{"Forbidden", "这个账号没有权限，如需办理请联系学校管理员"},
    CodeSentence{"DeviceOfAnother", "这个页面属于另一个账号，请退出后再登录"},
    CodeSentence{"NoProfile", "这个账号没有教师资料，请联系学校管理员补上"},

    CodeSentence{"Unreachable", "连不上服务器，请检查网络再登录"},
    CodeSentence{"SignOutUnreachable", "连不上服务器，现在退不了，请联网后再试"},

    // Files of unsynced work
    CodeSentence{"FileUnreadable", "这个文件读不出来，请选从学时导出的文件"},
    CodeSentence{"FileOfAnother", "这是别人的文件，请用那个账号登录后再取回", "这是{0}的文件，请用那个账号登录后再取回"},

    // Course selection
    CodeSentence{"NothingSelected", "没有要提交的课，请先选课"},
    CodeSentence{"TooManyRuns", "一次最多提交 60 门课，请分几次提交"},
    CodeSentence{"SelectionExists", "这次选课已经提交过了，不用再交"},
    CodeSentence{"UnknownCourseRun", "有一门课已经下架，请换一门", "“{0}”已经下架，请换一门"},
    CodeSentence{
        "NotBySelection", "有一门课要另行报名，请移出后再提交", "“{0}”要另行报名，请移出后再提交"},
    CodeSentence{"NotForThisTeacher",
                 "有一门课不面向您的学段或学科，请移出后再提交",
                 "“{0}”不面向您的学段或学科，请移出后再提交"},
    CodeSentence{
        "SelectionNotOpen", "选课还没开始，请到开始那天再提交", "“{0}”还没开始选课，请到时再提交"},
    CodeSentence{"SelectionClosed", "选课已经结束，请换一门", "“{0}”的选课已经结束，请换一门"},
    CodeSentence{"CourseRunOver", "有一门课已经结束，请换一门", "“{0}”已经结束，请换一门"},
    CodeSentence{
        "AlreadySelected", "有一门课已经选过，请移出后再提交", "“{0}”已经选过，请移出后再提交"},
    CodeSentence{
        "SessionsClash", "有两门课时间冲突，请换掉一门", "“{0}”和另一门课时间冲突，请换掉一门"},
    CodeSentence{"UnknownSelection", "这次选课已经不在了，可能已撤回"},
    CodeSentence{"SelectionPaid", "已经缴费，不能自己撤回，请联系学校"},
    CodeSentence{"CourseRunBegun", "课程已经开始，不能撤回", "“{0}”已经开始，不能撤回"},

    // Drafts and the planner
    CodeSentence{"UnknownPlan", "这个方案已经删除，请换一个方案"},
    CodeSentence{"PlanNameInvalid", "方案名不能空着，也不能超过 20 个字"},
    CodeSentence{"TooManyPlans", "最多 12 个方案，请先删掉一个"},
    CodeSentence{"PlanTooLarge", "这个方案里的课太多了，请新建一个方案"},
    CodeSentence{"NoRulePack", "还没有这一年的规则，学时暂时算不出来"},

    // Sync and server
    CodeSentence{"Malformed", "服务器没看懂这次请求，请刷新页面再试"},
    CodeSentence{"UnknownField", "页面和服务器的版本不一样，请刷新页面"},
    CodeSentence{"UnknownType", "页面和服务器的版本不一样，请刷新页面"},
    CodeSentence{"UnknownFeed", "服务器上没有这份数据，请刷新页面再试"},
    CodeSentence{"OutOfRange", "有一个数超出范围，请改小一点再试"},
    CodeSentence{"TooLarge", "内容太大，没有送出，请分几次做"},
    CodeSentence{"TargetTooLong", "地址太长，服务器没有接受，请从首页重新进入"},
    CodeSentence{"RangeNotSatisfiable", "文件在下载时变了，请刷新页面"},
    CodeSentence{"LengthRequired", "网络把请求弄坏了，请再试一次"},
    CodeSentence{"UnsupportedMediaType", "网络把请求弄坏了，请再试一次"},
    CodeSentence{"NotFound", "服务器上没有找到，可能已经删除"},
    CodeSentence{"MethodNotAllowed", "服务器不接受这个操作，请刷新页面"},
    CodeSentence{"SequenceGap", "有改动在路上丢了，请刷新页面，已确认的不受影响"},
    CodeSentence{"OperationRewritten", "同一处改动送了两个样子，请刷新页面再改一次"},
    CodeSentence{"CursorFromTheFuture", "服务器的数据回到了较早的时候，请刷新页面"},
    CodeSentence{"StampInFuture", "这台设备的时间和服务器差太多，请刷新页面再试"},
    CodeSentence{"Busy", "服务器正忙，您的内容没有丢，请过一会儿再试"},
    CodeSentence{"StoreBusy", "服务器正忙，您的内容没有丢，请过一会儿再试"},
    CodeSentence{"StoreFailed", "服务器没有存成，请过一会儿再试"},
    CodeSentence{"StoreReadOnly", "服务器正在维护，暂时只能看，请过一会儿再试"},
    CodeSentence{"Internal", "服务器出了错，您的内容没有改动，请过一会儿再试"},
};

}  // namespace xueshi::locale
