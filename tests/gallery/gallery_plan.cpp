#include "tests/gallery/gallery_pages.h"
#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/page_layout.h"
#include "web/ui/requirement_bar.h"
#include "web/ui/segmented.h"
#include "web/ui/slider.h"
#include "web/ui/week_timeline.h"

namespace xueshi::gallery {
namespace {

using namespace ui;

const RequirementLook kNeeds[] = {
    {.track = {.shares = {0, 0, 180, 0}, .minimum = 180},
     .name = "公需课",
     .amount = "18",
     .need = " / 18",
     .status_text = "够了",
     .note = "在学，年底前完成"},
    {.track = {.shares = {45, 60, 0, 500}, .minimum = 420},
     .name = "专业课",
     .amount = "60.5",
     .need = " / 42",
     .status_text = "够了",
     .note = "含已获得 10.5"},
    {.track = {.shares = {0, 0, 0, 440}, .minimum = 500, .shows_shortfall = true},
     .name = "能力提升工程",
     .amount = "44",
     .need = " / 50",
     .status_text = "差 6",
     .status = Meaning::Attention,
     .note = "9 门，必修 18、选修 32"},
    {.track = {.shares = {45, 60, 180, 500}, .minimum = 720},
     .name = "全年合计",
     .amount = "78.5",
     .need = " / 72",
     .status_text = "够了",
     .note = "比要求多 6.5"},
};

struct Course {
    std::string_view code, title, when, hours, fee;
    Icon icon;
};
const Course kCourses[] = {
    {"T5", "多媒体课件制作：从文稿到课堂", "自定进度", "12", "¥48", Icon::Screen},
    {"T15", "技术支持的教学评价", "5/13、5/20 上午", "8", "¥32", Icon::People},
    {"T11", "技术支持的课堂导入", "自定进度", "6", "¥24", Icon::Screen},
    {"T12", "技术支持的课堂讲授", "自定进度", "6", "¥24", Icon::Screen},
};

void group_head(Frame& frame,
                Rect row,
                Colour colour,
                std::string_view name,
                std::string_view note,
                std::string_view hours,
                std::string_view fee) {
    const Theme& theme = frame.theme;
    colour_mark(frame, take_left(row, frame.px(1.25f)), colour);
    draw_text(frame, take_right(row, frame.px(2.25f), frame.px(2.25f)), "", {});
    draw_text(
        frame, take_right(row, frame.px(3)), fee, {.colour = theme.ink_2, .align = Align::Right});
    draw_text(frame,
              take_right(row, frame.px(3), frame.px(1)),
              hours,
              {.weight = Weight::Bold, .align = Align::Right, .is_tabular = true});
    const float width =
        draw_text(frame, row, name, {.weight = Weight::Bold, .spoken = Spoken::Heading3});
    take_left(row, width, frame.px(0.625f));
    draw_text(frame, row, note, {.size = TextSize::Small, .colour = theme.ink_2});
}

void courses(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    card(frame, rect);
    Rect rest = inset(rect, frame.px(1.25f), frame.px(0.5f));
    group_head(
        frame, take_top(rest, frame.px(2.25f)), theme.cat_public, "公需课", "1 门", "18", "¥0");
    group_head(frame,
               take_top(rest, frame.px(2.25f)),
               theme.cat_pro,
               "能力提升工程",
               "9 门 ・ 属专业课",
               "50",
               "¥202");
    for (const Course& course : kCourses) {
        const IdScope scope(frame, course.code);
        Rect row = take_top(rest, frame.px(2.5f));
        list_row(frame, "row", row, {.title = course.title, .tag = course.code, .right_em = 19});
        button(frame,
               "more",
               take_right(row, frame.px(1.5f)),
               {.kind = ButtonKind::Quiet, .icon = Icon::Dots, .name = "更多"});
        take_right(row, frame.px(0.75f));
        draw_text(frame,
                  take_right(row, frame.px(3)),
                  course.fee,
                  {.colour = theme.ink_2, .align = Align::Right});
        draw_text(frame,
                  take_right(row, frame.px(2.5f), frame.px(1.625f)),
                  course.hours,
                  {.align = Align::Right});
        Rect when = take_right(row, frame.px(9.5f));
        status(frame, when, {.text = course.when, .icon = course.icon});
        if (course.icon == Icon::People) {
            status(frame,
                   take_right(row, frame.px(4.25f)),
                   {.text = "已固定", .meaning = Meaning::Accent, .icon = Icon::Pin});
        }
    }
    link(frame,
         "rest",
         take_top(rest, frame.px(2.125f)),
         {.label = "还有 5 门，共 18 学时", .icon = Icon::ChevronDown});
}

void weeks(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    card(frame, rect);
    Rect rest = inset(rect, frame.px(1.25f), frame.px(1));
    draw_text(frame,
              take_top(rest, frame.px(1.5f), frame.px(0.25f)),
              "每周安排",
              {.weight = Weight::Bold, .spoken = Spoken::Heading2});
    take_right(rest, frame.px(1.125f));
    const TimelineLabel labels[] = {{0, "3/20"},
                                    {14, "4/3"},
                                    {28, "4/17"},
                                    {42, "5/1"},
                                    {56, "5/15"},
                                    {70, "5/29"},
                                    {84, "6/12"}};
    const TimelineBar bars[] = {{0, 56, 0, theme.cat_public, "公需课 18 学时"},
                                {35, 63, 1, theme.cat_pro, "课件制作、课堂导入"},
                                {63, 84, 1, theme.cat_pro, "课堂讲授等 4 门"}};
    const TimelineBlock blocks[] = {
        {33, 2, "工作坊"}, {54, 2, ""}, {61, 2, "教学评价", true, "冲突"}};
    const TimelineMilestone marks[] = {
        {5, 0, "专项报名"}, {26, theme.ink_2, "专项名单审定"}, {91, 0, "培训期结束"}};
    week_timeline(frame,
                  "weeks",
                  rest,
                  {.name = "每周安排",
                   .day_count = 98,
                   .lane_count = 3,
                   .labels = labels,
                   .window_begin = 30,
                   .window_end = 92,
                   .window_label = "全员培训期 4/19–6/19",
                   .bars = bars,
                   .blocks = blocks,
                   .milestones = marks,
                   .today = 3,
                   .today_word = "今天"});
}

void detail(Frame& frame, const Rect& rect, GalleryState& state) {
    Rect rest = card(frame, rect);
    card_head(frame, "reset", rest, {.title = "什么更重要", .link = {.label = "恢复默认"}});
    Rect ends = take_top(rest, frame.px(1.75f));
    draw_text(frame, ends, "少花钱", {.size = TextSize::Small, .colour = frame.theme.ink_2});
    draw_text(frame,
              ends,
              "更合适",
              {.size = TextSize::Small, .colour = frame.theme.ink_2, .align = Align::Right});
    state.stop = slider(
        frame,
        "fit",
        take_top(rest, frame.px(2), frame.px(0.5f)),
        {.name = "费用与合适度", .value_text = "¥202", .stop_count = 6, .current = state.stop});
    Rect figures = take_top(rest, frame.px(3.5f), frame.px(0.5f));
    const std::string_view values[] = {"¥202", "81", "68", "10"},
                           words[] = {"费用", "合适度", "新增学时", "门数"};
    for (int i = 0; i < 4; ++i) figure(frame, column_of(figures, i, 4, 0), values[i], words[i]);
    draw_text(frame,
              take_top(rest, frame.px(1.5f)),
              "比较顺序，拖动可调整",
              {.size = TextSize::Small, .colour = frame.theme.ink_2});
    const std::string_view order[] = {"合适", "费用", "学时", "门数"};
    priority_chips(frame, "order", take_top(rest, frame.px(2)), order, "往前移");
    card_rule(frame, rest, 1.0f);
    draw_text(frame,
              take_top(rest, frame.px(1.75f), frame.px(0.5f)),
              "为什么是这样",
              {.size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading2});
    const ExplanationLook why[] = {
        {Icon::CheckCircle,
         Meaning::Accent,
         "在 ¥210 以内，没有比这更合适的组合",
         "已比较全部 1,236 个班次，结果唯一"},
        {Icon::Target,
         Meaning::Accent,
         "能力提升 50 学时最吃紧，换掉任何一门都会超支或更不合适",
         "依据：通知“信息技术应用能力提升工程”"},
        {Icon::Calendar, Meaning::Accent, "避开了 4月22日上午的年级教研", "您在日历里标为“没空”"},
        {Icon::Info,
         Meaning::Accent,
         "专业课多出 18.5 学时，只计入合计",
         "依据：通知“年度学时要求”"},
    };
    for (const ExplanationLook& look : why)
        take_top(rest, explanation(frame, rest, look), frame.px(1));
}

}  // namespace

void draw_plan(Frame& frame, GalleryState& state) {
    const float detail_em = frame.is_phone() ? 0 : 21.5f;
    const PageLayout page = lay_out_page(
        frame.viewport, frame.em, frame.form, {.detail_em = detail_em, .has_action_bar = true});
    draw_navigation(frame, page.navigation, 1);
    Rect head = page.header;
    const Segment segments[] = {{.label = "方案一 均衡"},
                                {.label = "方案二 少花钱"},
                                {.name = "新方案", .icon = Icon::Plus}};
    if (frame.is_phone()) {
        page_header(frame, head, {.title = "规划", .note = "示例数据"});
        Rect rest = page.content;
        state.segment = std::max(state.segment, 0);
        const int chosen = segmented(frame,
                                     "plans",
                                     take_top(rest, segmented_height(frame), frame.px(0.75f)),
                                     segments,
                                     {.name = "方案", .selected = state.segment, .fills = true});
        if (chosen >= 0) state.segment = chosen;
        Rect in = card(frame, take_top(rest, frame.px(7.5f), frame.px(0.75f)));
        for (int i = 0; i < 4; ++i) {
            RequirementLook look = kNeeds[i];
            look.form = RequirementForm::Compact;
            look.track.height_em = 0.625f;
            Rect line = column_of(in, i % 2, 2, frame.px(1.25f));
            line = {line.x, line.y + frame.px(i < 2 ? 0.0f : 3.25f), line.width, frame.px(2.5f)};
            requirement_bar(frame, look.name, line, look);
        }
        for (const Course& course : kCourses) {
            list_row(frame,
                     course.code,
                     take_top(rest, frame.px(4.125f)),
                     {.title = course.title,
                      .second = course.when,
                      .second_icon = course.icon,
                      .tag = course.code,
                      .value = course.hours,
                      .value_note = course.fee});
        }
        fill(frame,
             {0, page.action_bar.y, frame.viewport.width, page.action_bar.height},
             frame.theme.surface);
        rule_horizontal(frame, 0, frame.viewport.width, page.action_bar.y, frame.theme.hairline);
        Rect bar = inset(page.action_bar, frame.px(1), frame.px(0.75f));
        button(frame,
               "submit",
               take_right(bar, frame.px(12.5f)),
               {.label = "提交选课", .kind = ButtonKind::Primary});
        status(
            frame, take_top(bar, bar.height / 2), {.text = "四项都够了", .meaning = Meaning::Done});
        draw_text(
            frame, bar, "草稿，尚未提交", {.size = TextSize::Small, .colour = frame.theme.ink_2});
        return;
    }
    const ButtonLook submit{.label = "提交选课", .kind = ButtonKind::Primary};
    const ButtonLook compare{.label = "对比", .icon = Icon::Columns};
    const auto at_right = [&](const ButtonLook& look, std::string_view id) {
        button(frame,
               id,
               right_middle(take_right(head, button_width(frame, look), frame.px(0.5f)),
                            button_width(frame, look),
                            button_height(frame)),
               look);
    };
    at_right(submit, "submit");
    at_right(compare, "compare");
    at_right({.icon = Icon::Redo, .is_disabled = true, .name = "重做"}, "redo");
    at_right({.icon = Icon::Undo, .name = "撤销"}, "undo");
    take_right(head,
               status(frame,
                      inset(head, frame.px(0.5f), 0),
                      {.text = "已同步", .icon = Icon::CloudCheck, .align = Align::Right}),
               frame.px(1));
    const PageHeader header = page_header(frame, head, {.title = "规划", .note = "示例数据"});
    const int chosen = segmented(
        frame,
        "plans",
        left_middle(header.rest, segmented_width(frame, segments), segmented_height(frame)),
        segments,
        {.name = "方案", .selected = state.segment});
    if (chosen >= 0) state.segment = chosen;

    Rect rest = page.content;
    const Rect bars = card(frame, take_top(rest, frame.px(9.125f), frame.px(0.875f)));
    for (int i = 0; i < 4; ++i) {
        requirement_bar(frame, kNeeds[i].name, column_of(bars, i, 4, frame.px(2)), kNeeds[i]);
    }
    courses(frame, take_top(rest, frame.px(17.75f), frame.px(0.875f)));
    weeks(frame, rest);
    detail(frame, page.detail, state);
}

}  // namespace xueshi::gallery
