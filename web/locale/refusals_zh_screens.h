// Chinese sentences for refusals that only the screens after Home and the catalogue can be answered with. They come with
// their part of the program (later_words.h); until then such a refusal is told by its code.
#pragma once

#include <array>

#include "web/locale/language.h"

namespace xueshi::locale {

inline constexpr std::array kLaterRefusalsZh = {
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
    CodeSentence{"UnknownFileType", "{0} 没有上传：只能上传 PDF、JPEG 或 PNG"},
    CodeSentence{"UploadTooLarge", "{0} 没有上传：文件超过 5 兆"},
    CodeSentence{"UploadUnanswered", "{0} 没有上传：连不上服务器，请联网后再试"},
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

    // The planner and the diagnostic
    CodeSentence{"PrioritiesIncomplete", "比较顺序没有改成，请再试一次"},
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
};

}  // namespace xueshi::locale
