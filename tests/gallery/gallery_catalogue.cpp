#include <string>

#include "tests/gallery/gallery_pages.h"
#include "web/ui/card.h"
#include "web/ui/checks.h"
#include "web/ui/chip.h"
#include "web/ui/field.h"
#include "web/ui/filter.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/page_layout.h"
#include "web/ui/table.h"
#include "web/ui/toast.h"

namespace xueshi::gallery {
namespace {

using namespace ui;

constexpr int kRowCount = 5000;

struct Course {
    std::string_view code, title;
    ByteRange hit;
    std::string_view kind, hours, fee, when, fits;
    Meaning meaning;
    Icon icon, mode;
};
const Course kCourses[] = {
    {"T1",
     "信息技术引发的教育教学变革",
     {0, 12},
     "能力提升 必修",
     "2",
     "¥8",
     "4/19–6/19",
     "放得进",
     Meaning::Done,
     Icon::Plus,
     Icon::Screen},
    {"T7",
     "信息道德与信息安全：信息技术课堂实例",
     {30, 42},
     "能力提升 必修",
     "2",
     "¥8",
     "4/19–6/19",
     "已选",
     Meaning::Accent,
     Icon::Check,
     Icon::Screen},
    {"T3",
     "学科资源检索与获取：从信息检索说起",
     {33, 45},
     "能力提升 选修",
     "8",
     "¥30",
     "4/19–6/19",
     "放得进",
     Meaning::Done,
     Icon::Plus,
     Icon::Screen},
    {"T21",
     "信息技术支持的探究学习任务设计",
     {0, 12},
     "能力提升 选修",
     "6",
     "¥24",
     "5/6 周六",
     "时间冲突",
     Meaning::Attention,
     Icon::Triangle,
     Icon::People},
    {"T27",
     "网络研修社区与小学教师专业发展",
     {21, 33},
     "能力提升 选修",
     "16",
     "¥122",
     "5/13 起",
     "超预算",
     Meaning::Attention,
     Icon::Triangle,
     Icon::Swap},
};

void table(Frame& frame, const Rect& rect, GalleryState& state) {
    card(frame, rect);
    const TableColumn columns[] = {
        {.title = "主题", .width_em = 2.5f},
        {.title = "课程   找到 5,000 门，按合适度排", .is_sortable = true},
        {.title = "类别", .width_em = 7},
        {.title = "学时",
         .width_em = 2.25f,
         .align = Align::Right,
         .is_sortable = true,
         .sort = Sort::Descending},
        {.title = "费用", .width_em = 3, .align = Align::Right},
        {.title = "方式与时间", .width_em = 5.5f},
        {.title = "能否放进", .width_em = 4.75f}};
    Table rows(frame,
               "courses",
               inset(rect, frame.px(0.0625f)),
               columns,
               {.name = "课程", .row_count = kRowCount});
    for (int i = rows.first(); i < rows.last(); ++i) {
        const Course& course = kCourses[i % 5];
        const bool is_selected = i == state.row;
        TableRow row(rows,
                     i,
                     static_cast<std::uint64_t>(i),
                     {.name = course.title, .is_selected = is_selected});
        if (row.is_activated()) state.row = i;
        row.text(
            1,
            course.title,
            {.weight = is_selected ? Weight::Bold : Weight::Regular, .hits = {&course.hit, 1}});
        row.text(3, course.hours, {.is_tabular = true});
        row.text(4, course.fee, {.colour = frame.theme.ink_2});
        if (!row.is_visible()) continue;
        code_tag(frame, row.cell(0), course.code, 2.25f);
        Rect kind = row.cell(2);
        colour_mark(frame, take_left(kind, frame.px(0.875f)), frame.theme.cat_pro);
        draw_text(frame, kind, course.kind, {.size = TextSize::Small});
        status(frame, row.cell(5), {.text = course.when, .icon = course.mode});
        status(frame,
               row.cell(6),
               {.text = course.fits, .meaning = course.meaning, .icon = course.icon});
    }
}

void filters(Frame& frame, Rect row, GalleryState& state) {
    const FilterLook looks[] = {{.label = "学段：小学", .is_set = true},
                                {.label = "学科：语文", .is_set = true, .clears = true},
                                {.label = "类别"},
                                {.label = "主题 T1–T27"},
                                {.label = "方式"},
                                {.label = "日期"},
                                {.label = "费用"}};
    if (!frame.is_phone()) {
        const float width = frame.px(9);
        if (toggle(frame, "fits", take_right(row, width), state.is_on, {.label = "只看放得进的"}))
            state.is_on = !state.is_on;
    }
    int i = 0;
    for (const FilterLook& look : looks) {
        const float width = filter_width(frame, look);
        if (width > row.width) break;
        filter(frame,
               look.label,
               left_middle(take_left(row, width, frame.px(0.5f)), width, frame.px(2.25f)),
               look);
        ++i;
    }
}

}  // namespace

void draw_catalogue(Frame& frame, GalleryState& state) {
    const PageLayout page = lay_out_page(
        frame.viewport, frame.em, frame.form, {.detail_em = frame.is_phone() ? 0 : 19.0f});
    draw_navigation(frame, page.navigation, 2);
    const FieldLook search{.name = "搜索课程",
                           .value = "xxjs",
                           .placeholder = "课程、拼音或首字母",
                           .note = "拼音首字母",
                           .role = Role::SearchField,
                           .icon = Icon::Search,
                           .action = Icon::Cross,
                           .action_name = "清除",
                           .takes_focus = true};
    Rect rest = page.content;
    if (frame.is_phone()) {
        field(
            frame, "search", left_middle(page.header, page.header.width, frame.px(2.75f)), search);
        filters(frame, take_top(rest, frame.px(2.5f), frame.px(0.5f)), state);
        for (int i = 0; i < 6; ++i) {
            const Course& course = kCourses[i % 5];
            const IdScope scope(frame, static_cast<std::uint64_t>(i));
            Rect row = take_top(rest, frame.px(5.25f));
            list_row(frame,
                     "row",
                     row,
                     {.title = course.title,
                      .second = "能力提升 T3 ・ 8 学时 ・ ¥30 ・ 网上",
                      .mark = frame.theme.cat_pro,
                      .hits = {&course.hit, 1},
                      .right_em = 4});
            const Rect place = take_right(row, frame.px(2.75f), frame.px(0.5f));
            if (i % 2 == 0)
                button(frame,
                       "add",
                       right_middle(place, frame.px(2.75f), frame.px(2.75f)),
                       {.icon = Icon::Plus, .name = "加入"});
            else
                status(frame,
                       place,
                       {.text = course.fits,
                        .meaning = course.meaning,
                        .icon = course.icon,
                        .align = Align::Right});
        }
        if (state.shows_toast &&
            toast(frame,
                  "toast",
                  page.navigation.y,
                  {.sentence = "已加入“均衡”，合计 84.5 学时", .action = "撤销"}))
            state.shows_toast = false;
        return;
    }
    const PageHeader header =
        page_header(frame, page.header, {.title = "课程超市", .note = "示例数据"});
    field(frame, "search", centred(header.rest, frame.px(26), frame.px(2.75f)), search);
    const Rect detail = page.detail;
    filters(frame, {rest.x, rest.y - frame.px(0.5f), rest.width, frame.px(2.25f)}, state);
    take_top(rest, frame.px(2.5f));
    table(frame, rest, state);
    Rect in = card(frame, detail);
    code_tag(frame, Rect{in.x, in.y, in.width, frame.px(1.5f)}, "T3");
    Rect tag = take_top(in, frame.px(1.5f), frame.px(0.375f));
    take_left(tag, frame.px(2.375f));
    chip(frame, tag, {.text = "能力提升 ・ 选修"});
    take_top(in,
             draw_paragraph(frame,
                            in,
                            "学科资源检索与获取：从信息检索说起",
                            {.size = TextSize::Head,
                             .weight = Weight::Bold,
                             .spoken = Spoken::Heading2,
                             .keeps_two = true}));
    take_top(
        in,
        draw_paragraph(frame,
                       in,
                       "学会用关键词、来源和许可三步找到能直接上课用的素材，并整理成自己的资源夹。",
                       {.colour = frame.theme.ink_2}),
        frame.px(0.75f));
    Rect facts = take_top(in, frame.px(3.5f));
    fact(frame, column_of(facts, 0, 2, 0), "学时", "8");
    fact(frame, column_of(facts, 1, 2, 0), "费用", "¥30");
    if (state.shows_toast && toast(frame,
                                   "toast",
                                   frame.viewport.height,
                                   {.sentence = "已加入“均衡”，合计 84.5 学时", .action = "撤销"}))
        state.shows_toast = false;
}

}  // namespace xueshi::gallery
