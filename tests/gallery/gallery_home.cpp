#include "tests/gallery/gallery_pages.h"
#include "web/ui/card.h"
#include "web/ui/hours_dial.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/page_layout.h"
#include "web/ui/radar_outline.h"
#include "web/ui/requirement_bar.h"
#include "web/ui/scroll_region.h"

namespace xueshi::gallery {
namespace {

using namespace ui;

constexpr DialShares kShares{45, 60, 180, 200};

const RequirementLook kNeeds[] = {
    {.track = {.shares = {0, 0, 180, 0}, .minimum = 180},
     .name = "公需课",
     .amount = "18",
     .need = " / 18",
     .status_text = "安排好了",
     .status = Meaning::Done},
    {.track = {.shares = {45, 60, 0, 200}, .minimum = 420},
     .name = "专业课",
     .amount = "30.5",
     .need = " / 42",
     .status_text = "还差 11.5",
     .status = Meaning::Attention},
    {.track = {.shares = {0, 0, 0, 200}, .minimum = 500},
     .name = "能力提升工程",
     .amount = "20",
     .need = " / 50",
     .status_text = "还差 30",
     .status = Meaning::Attention},
    {.track = {.shares = kShares, .minimum = 720},
     .name = "全年合计",
     .amount = "48.5",
     .need = " / 72",
     .status_text = "还差 23.5",
     .status = Meaning::Attention},
};

const LegendLook kLegend[] = {
    {TickState::Verified, "已验证", "4.5", "校本培训，学校已确认"},
    {TickState::Earned, "已获得", "6", "教研学时，区教研室登记"},
    {TickState::InProgress, "在学", "18", "公需课，学到第 3 讲"},
    {TickState::Planned, "计划中", "20", "两门能力提升课"},
};

const DateRowLook kDates[] = {
    {"3/25", "周六", "专项培训报名截止", "您有一项报名还没提交", "还有 5 天", true},
    {"4/19", "周三", "全员培训开始", "第一期，到 6月19日结束", "30 天后"},
    {"6/19", "周一", "全员培训结束", "能力提升课要在这天前学完", "91 天后"},
    {"12/31", "周日", "公需课最后一天", "《“一带一路”战略规划》", "286 天后"},
};

const ListRowLook kTasks[] = {
    {.title = "核对个人信息", .second = "职称一栏与去年不同，请确认", .icon = Icon::Person},
    {.title = "补全专项报名材料", .second = "群文阅读骨干教师研修", .icon = Icon::Pencil},
    {.title = "全员培训缴费说明",
     .second = "远程中心 ・ 3月16日 ・ 由学校统一缴费",
     .icon = Icon::Bell},
    {.title = "第一期选课指南",
     .second = "评教中心 ・ 3月8日 ・ 已下载，离线可读",
     .icon = Icon::Document},
};

void needs(Frame& frame, const Rect& rect, int count) {
    for (int i = 0; i < count; ++i) {
        RequirementLook look = kNeeds[i];
        look.form = RequirementForm::Home;
        look.track.height_em = 0.5f;
        requirement_bar(frame,
                        look.name,
                        column_of(rect, i, count, frame.px(frame.is_phone() ? 0.875f : 1.75f)),
                        look);
    }
}

void hours_card(Frame& frame, const Rect& rect) {
    card(frame, rect);
    Rect rest = inset(rect, frame.px(1.5f));
    const Rect bars = take_bottom(rest, frame.px(6.25f), frame.px(1));
    rule_horizontal(frame, rest.x, rest.right(), rest.bottom(), frame.theme.hairline);
    const Rect dial = take_left(rest, frame.px(16), frame.px(2));
    hours_dial(frame,
               "dial",
               {dial.x, rect.y + frame.px(1.5f), dial.width, frame.px(16)},
               {.shares = kShares,
                .caption = "已安排",
                .figure = "48.5",
                .note = "全年共需 72",
                .name = "全年共需 72 学时，已安排 48.5"});
    take_top(rest, frame.px(1.5f));
    draw_text(frame,
              take_top(rest, frame.px(1.75f)),
              "再安排 23.5 学时，今年就够了",
              {.size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading2});
    draw_text(frame,
              take_top(rest, frame.px(1.625f), frame.px(0.625f)),
              "2017 年度 ・ 每一刻是 1 学时，六刻一天",
              {.size = TextSize::Small, .colour = frame.theme.ink_2});
    for (const LegendLook& line : kLegend)
        dial_legend(frame, take_top(rest, frame.px(2.25f)), line);
    needs(frame, bars, 4);
}

void push_card(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    card(frame, rect, CardKind::Push);
    Rect rest = inset(rect, frame.px(2), 0);
    radar_outline(frame, take_left(rest, frame.px(6), frame.px(2)), "?", theme.accent_tint);
    rest = centred(rest, rest.width, frame.px(8.25f));
    draw_text(frame,
              take_top(rest, frame.px(1.5f)),
              "按您的学段和学科推送",
              {.size = TextSize::Small, .weight = Weight::Bold, .colour = theme.accent});
    draw_text(frame,
              take_top(rest, frame.px(1.875f)),
              "先做一次诊断，再选能力提升课",
              {.size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading2});
    draw_text(frame,
              take_top(rest, frame.px(1.75f), frame.px(0.625f)),
              "小学语文 ・ 约 20 题，12 分钟。可随时离开，断网也能答。",
              {.colour = theme.ink_2});
    Rect row = take_top(rest, button_height(frame));
    const ButtonLook begin{.label = "开始诊断", .kind = ButtonKind::Primary};
    button(frame, "begin", take_left(row, button_width(frame, begin), frame.px(0.375f)), begin);
    const ButtonLook later{.label = "以后再说", .kind = ButtonKind::Quiet};
    button(frame, "later", take_left(row, button_width(frame, later)), later);
}

void desktop(Frame& frame) {
    const PageLayout page = lay_out_page(frame.viewport, frame.em, frame.form, {});
    draw_navigation(frame, page.navigation, 0);
    Rect head = moved(page.header, 0, frame.px(0.25f));
    avatar(frame,
           right_middle(take_right(head, frame.px(2), frame.px(0.375f)), frame.px(2), frame.px(2)),
           "林");
    button(frame,
           "bell",
           right_middle(take_right(head, frame.px(2), frame.px(0.375f)), frame.px(2), frame.px(2)),
           {.kind = ButtonKind::Quiet, .icon = Icon::Bell, .name = "通知"});
    const PageHeader header =
        page_header(frame, head, {.title = "上午好，林老师", .note = "示例数据"});
    draw_text(frame,
              inset(header.rest, frame.px(0.75f), 0),
              "3月20日 星期一",
              {.colour = frame.theme.ink_2, .align = Align::Right});
    Rect rest = moved(page.content, 0, frame.px(0.625f));
    rest.height -= frame.px(0.625f);
    const Rect right = take_right(rest, frame.px(26.75f), frame.px(1.5f));
    Rect left = rest;
    hours_card(frame, take_top(left, frame.px(27.6875f), frame.px(1)));
    push_card(frame, left);

    Rect column = right;
    Rect dates = card(frame, take_top(column, frame.px(20), frame.px(1)));
    card_head(
        frame, "all", dates, {.title = "接下来", .link = {.label = "全部日期", .route = "/dates"}});
    take_top(dates, frame.px(0.375f));
    for (const DateRowLook& look : kDates)
        date_row(frame, look.date, take_top(dates, frame.px(4)), look);
    Rect tasks = card(frame, column);
    card_head(frame, "tasks", tasks, {.title = "等您处理", .note = "4 项"});
    take_top(tasks, frame.px(0.25f));
    for (int i = 0; i < 4; ++i) {
        ListRowLook look = kTasks[i];
        look.has_chevron = true;
        look.has_rule = i < 3;
        list_row(frame, look.title, take_top(tasks, frame.px(4.3125f)), look);
    }
}

void phone_hours(Frame& frame, const Rect& rect) {
    Rect rest = card(frame, rect);
    const Rect bars = take_bottom(rest, frame.px(6.25f), frame.px(1));
    rule_horizontal(frame, rest.x, rest.right(), rest.bottom(), frame.theme.hairline);
    take_bottom(rest, frame.px(0.5f));
    hours_dial(
        frame,
        "dial",
        take_left(rest, frame.px(9.375f), frame.px(1)),
        {.shares = kShares, .figure = "48.5", .note = "/ 72 学时", .name = "72 学时，已安排 48.5"});
    rest.y +=
        draw_paragraph(frame,
                       rest,
                       "再安排 23.5 学时，今年就够了",
                       {.weight = Weight::Bold, .spoken = Spoken::Heading2, .keeps_two = true});
    for (LegendLook line : kLegend) {
        line.note = {};
        line.is_small = true;
        dial_legend(frame, take_top(rest, frame.px(1.5f)), line);
    }
    needs(frame, bars, 3);
}

void phone(Frame& frame) {
    const PageLayout page = lay_out_page(frame.viewport, frame.em, frame.form, {});
    ScrollRegion region(frame, "page", {0, 0, frame.viewport.width, page.navigation.y});
    Rect rest = inset({0, 0, region.width(), 5000}, frame.px(1), 0);
    page_header(frame,
                take_top(rest, frame.px(3.5f), frame.px(0.5f)),
                {.title = "上午好，林老师", .note = "示例数据"});
    phone_hours(frame, take_top(rest, frame.px(19), frame.px(0.75f)));
    const Rect push = take_top(rest, frame.px(9.875f), frame.px(0.5f));
    Rect in = card(frame, push, CardKind::Push);
    Rect row = take_bottom(in, button_height(frame), frame.px(1));
    radar_outline(
        frame, take_left(in, frame.px(4.25f), frame.px(0.875f)), "?", frame.theme.accent_tint);
    in = centred(in, in.width, frame.px(2.75f));
    draw_text(frame,
              take_top(in, frame.px(1.5f)),
              "先做诊断，再选能力提升课",
              {.weight = Weight::Bold, .spoken = Spoken::Heading2});
    draw_text(frame,
              in,
              "小学语文 ・ 约 20 题，12 分钟",
              {.size = TextSize::Small, .colour = frame.theme.ink_2});
    button(frame,
           "begin",
           take_left(row, row.width * 0.655f),
           {.label = "开始诊断", .kind = ButtonKind::Primary});
    button(frame, "later", row, {.label = "以后再说", .kind = ButtonKind::Quiet});
    Rect head = inset(take_top(rest, frame.px(2.25f), frame.px(0.25f)), frame.px(0.25f), 0);
    card_head(
        frame,
        "all",
        head,
        {.title = "接下来", .link = {.label = "全部日期", .route = "/d", .has_chevron = true}});
    const Rect box = take_top(rest, frame.px(8.5f), frame.px(1.25f));
    card(frame, box);
    Rect dates = inset(box, frame.px(1), 0);
    for (int i = 0; i < 2; ++i) {
        const Rect line = take_top(dates, frame.px(4.25f));
        if (i > 0) rule_horizontal(frame, line.x, line.right(), line.y, frame.theme.hairline);
        date_row(frame, kDates[i].date, line, kDates[i]);
    }
    region.end_at(rest.y);
}

}  // namespace

void draw_home(Frame& frame, GalleryState&) {
    if (frame.is_phone()) {
        phone(frame);
        const PageLayout page = lay_out_page(frame.viewport, frame.em, frame.form, {});
        draw_navigation(frame, page.navigation, 0);
    } else {
        desktop(frame);
    }
}

}  // namespace xueshi::gallery
