// Chinese sentences for refusals: what happened, and what to do. Codes are those of core, sync and
// the server; a test holds this list against the headers.
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

    // Special training
    CodeSentence{"UnknownProject", "没有找到这个项目，请刷新后再试"},
    CodeSentence{"UnknownTeacher", "没有找到这位老师，请核对后再试"},
    CodeSentence{"UnknownEnrolment", "没有找到这份报名，请刷新后再试"},
    CodeSentence{"UnknownSubstitution", "没有找到这份换人申请，请刷新后再试"},
    CodeSentence{"EnrolmentExists", "这一步已经办过了，不用再办"},
    CodeSentence{"AlreadyEnrolled", "这位老师已经在这个项目里"},
    CodeSentence{"NotByOnlineSignUp", "这个项目由机构安排，不在网上报名"},
    CodeSentence{"SignUpByTeachers", "这个项目由老师自己报名，机构不能直接安排"},
    CodeSentence{"SignUpNotOpen", "报名还没开始，请到日期再来"},
    CodeSentence{"DeadlinePassed", "这一步的期限已过，不能再办；记录都还在"},
    CodeSentence{"NotEligible", "不符合这个项目的参训条件，请看项目页"},
    CodeSentence{"NotYourStep", "这一步不由您办理，请交给负责的人"},
    CodeSentence{"StepNotDue", "这份报名已不在这一步，请刷新后再看"},
    CodeSentence{"OnWaitingList", "还在候补，有了名额才能审定"},
    CodeSentence{"ReasonRequired", "请写明理由再提交"},
    CodeSentence{"NotReturned", "这份报名没有被退回，不用重新提交"},
    CodeSentence{"NotOnFinalList", "这位老师不在参训名单上"},
    CodeSentence{"ProjectNotBegun", "项目还没开班，开班后再登记"},
    CodeSentence{"AlreadyEnded", "这份报名已经结束，不能再改"},
    CodeSentence{"NoSuchQuota", "您的单位在这个项目里没有名额"},
    CodeSentence{"QuotaBelowHeld", "已占的名额比这个数多，不能减到这么少"},
    CodeSentence{"NoPlaceLeft", "空出的名额已让给候补，不能再换人"},
    CodeSentence{"OtherQuotaUnit", "换人只能在同一个区或局属单位内"},
    CodeSentence{"NoStudyAway", "这个项目没有外出跟岗"},
    CodeSentence{"StudyAwayLate", "离开班不到两周，计划不能再报；请先请中心准许"},
    CodeSentence{"BadStudyAwayDates", "外出的日期要在培训期间内"},
    CodeSentence{"NotYourPost", "您没有这个职务，不能请人代审"},
    CodeSentence{"UnknownPerson", "没有这个登录编号的人"},
    CodeSentence{"NotOfYourUnit", "代审人要是本单位的人"},
    CodeSentence{"DeputyIsHolder", "代审人不能是自己"},
    CodeSentence{"BadDeputyPeriod", "代审的日期不对：不能已经过去，最长一年"},
    CodeSentence{"DeputyNamedAlready", "这段时间已经请了人代审"},
    CodeSentence{"DeputationExists", "这份代审已经登记过"},
    CodeSentence{"UnknownDeputation", "没有这份代审"},
    CodeSentence{"DeputationOver", "这份代审已经结束"},
    CodeSentence{"UnknownAttachment", "没有找到上传的文件，请重新上传"},
    CodeSentence{"DocumentAttached", "这个文件已经附上了"},
    CodeSentence{"TooManyDocuments", "附件太多了，一份换人申请最多 12 个"},
    CodeSentence{"UnknownFileType", "只能上传 5 兆以内的扫描件或照片"},
    CodeSentence{"TooManyUploads", "上传得太多了，请一小时后再试"},
    CodeSentence{"SubstitutionOpen", "这位老师已有一份换人申请在办"},
    CodeSentence{"BadQuotaTable", "名额表有误，请核对各行的数"},
    CodeSentence{"BadApprovalChain", "审核步骤有误，请核对日期"},

    // Hours and years
    CodeSentence{"UnknownRecord", "找不到这条学时，请刷新"},
    CodeSentence{"NotPhaseHours", "这些学时只能算在原年度"},
    CodeSentence{"HoursUnfinished", "课程还没学完，学完再归入"},
    CodeSentence{"HoursRepeated", "这门课已计过一次，不能再归入"},
    CodeSentence{"YearVerified", "该年度已经验证，不能再改"},
    CodeSentence{"VerificationBegun", "该年度验证已开始，不能再改"},
    CodeSentence{"YearNotAllowed", "不能归入这个年度，请换一个"},
    CodeSentence{"YearNotShort", "这个年度学时已够，不用补"},
    CodeSentence{"SameYear", "学时已在这个年度"},
    CodeSentence{"VerificationNotDue", "还没到这个年度的验证日"},
    CodeSentence{"RegistrationExists", "这笔学时已经登记过，不用再交"},
    CodeSentence{"UnknownRegistration", "找不到这笔登记，请刷新"},
    CodeSentence{"ActivityRegistered", "这个活动已给这位老师登记过", "这个活动已给 {0} 登记过"},
    CodeSentence{"ResearchCapReached", "今年教研学时已满，不再计入", "{0} 今年教研学时已满，不再计入"},
    CodeSentence{"BadActivityDays", "活动日期不对：要在同一年，先后别颠倒"},
    CodeSentence{"ActivityNotOver", "活动还没结束，结束后再登记"},
    CodeSentence{"HoursBeyondDays", "学时太多，超过了这几天能有的数"},
    CodeSentence{"CategoryNotAllowed", "这类学时不能这样登记，请换类别"},
    CodeSentence{"NotOfYourSchool", "名单里有人不是本校老师", "{0} 不是本校老师，请从名单里去掉"},
    CodeSentence{"NotForYourself", "自己的或自己提交的，要由别人办理"},
    CodeSentence{"EvidenceRequired", "请附上证书或证明的扫描件"},
    CodeSentence{"NotInReview", "这笔登记不在待审，请刷新"},
    CodeSentence{"NotSentBack", "这笔登记没有被退回，不用重交"},
    CodeSentence{"NotRecorded", "这笔学时没有入账或已取消"},

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
    CodeSentence{"PrioritiesIncomplete", "比较顺序没有改成，请再试一次"},
    CodeSentence{"NoRulePack", "还没有这一年的规则，学时暂时算不出来"},
    CodeSentence{"RepeatedId", "课程目录里有重复，暂时排不了，请拨 969300"},
    CodeSentence{"ReservedId", "课程目录里有一处编号不对，暂时排不了，请拨 969300"},
    CodeSentence{"UnknownOffering", "固定的课里有一门不能选，请取消固定再排"},
    CodeSentence{"PinnedAndExcluded", "同一门课既固定又排除，请改掉一个"},
    CodeSentence{"OverlappingCaps", "规则里有两处上限重叠，暂时排不了，请拨 969300"},
    CodeSentence{"RepeatedKey", "比较顺序里有重复，请重新排一下顺序"},
    CodeSentence{"NeedsMaxHours", "先比合适时要设学时上限，请换一个比较顺序"},
    CodeSentence{"SumOverflow", "数目太大，算不了，请检查费用上限"},
    CodeSentence{"RunHasEnded", "这次测评已经结束，请看结果"},
    CodeSentence{"BankNotAtHand", "题目还没有取到，请看看网络，再试一次"},
    CodeSentence{"UnknownDiagnostic", "没有找到这次测评，请从首页重新进入"},
    CodeSentence{"DiagnosticExists", "这次测评已经开始了，请接着答"},
    CodeSentence{"DiagnosticFinished", "这次测评已经交了，答案不能再改"},
    CodeSentence{"DiagnosticUnfinished", "还有题目没答，请答完再看结果", "还有 {0} 题左右没答，请答完再看结果"},
    CodeSentence{"ItemNotAsked", "这道题不在这次测评里，请接着答现在的题"},
    CodeSentence{"ScoreDiffers", "测评结果核对不上，没有收下，请重新打开测评再交"},

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
