#include <string>

#include "tests/gallery/gallery_pages.h"
#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/checks.h"
#include "web/ui/chip.h"
#include "web/ui/dialog.h"
#include "web/ui/field.h"
#include "web/ui/filter.h"
#include "web/ui/menu.h"
#include "web/ui/scroll_region.h"
#include "web/ui/segmented.h"
#include "web/ui/state_page.h"

namespace xueshi::gallery {
namespace {

using namespace ui;

void buttons(Frame& frame, Rect& rest) {
    const ButtonLook looks[] = {
        {.label = "主要", .kind = ButtonKind::Primary},
        {.label = "次要"},
        {.label = "安静", .kind = ButtonKind::Quiet},
        {.label = "删除", .kind = ButtonKind::Danger, .icon = Icon::Trash},
        {.label = "停用", .is_disabled = true},
        {.label = "停用", .kind = ButtonKind::Primary, .is_disabled = true},
        {.label = "提交中", .kind = ButtonKind::Primary, .is_waiting = true},
        {.label = "小的", .size = ButtonSize::Small, .icon = Icon::Plus},
        {.icon = Icon::Undo, .name = "撤销"},
        {.kind = ButtonKind::Quiet, .icon = Icon::Bell, .name = "通知"}};
    Rect row = take_top(rest, button_height(frame), frame.px(1));
    int i = 0;
    for (const ButtonLook& look : looks) {
        const float width = button_width(frame, look);
        if (width > row.width) row = take_top(rest, button_height(frame), frame.px(1));
        button(frame,
               "button" + std::to_string(i++),
               left_middle(
                   take_left(row, width, frame.px(0.75f)), width, button_height(frame, look.size)),
               look);
    }
}

void icons(Frame& frame, Rect& rest) {
    const float cell = frame.px(2.25f);
    Rect row = take_top(rest, cell);
    for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
        if (row.width < cell) row = take_top(rest, cell);
        draw_icon(
            frame, take_left(row, cell), static_cast<Icon>(i), frame.px(1.5f), frame.theme.ink);
    }
    row = take_top(rest, cell, frame.px(1));
    for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
        if (row.width < cell / 2) row = take_top(rest, cell);
        draw_icon(frame,
                  take_left(row, frame.px(1.375f)),
                  static_cast<Icon>(i),
                  frame.px(1),
                  frame.theme.ink_2);
    }
}

}  // namespace

void draw_controls(Frame& frame, GalleryState& state) {
    Rect anchor;
    {
        ScrollRegion region(frame, "page", frame.viewport);
        Rect rest = inset({0, 0, region.width(), 9000}, frame.px(1.25f), 0);
        take_top(rest, frame.px(1.25f));
        buttons(frame, rest);
        icons(frame, rest);
        Rect row = take_top(rest, frame.px(2.25f), frame.px(1));
        const FilterLook menu_filter{.label = "打开菜单", .is_open = state.shows_menu};
        const Rect place = take_left(row, filter_width(frame, menu_filter), frame.px(0.5f));
        anchor = frame.on_canvas(place);
        if (filter(frame, "menu", place, menu_filter)) state.shows_menu = !state.shows_menu;
        if (button(frame,
                   "dialog",
                   take_left(row, frame.px(8), frame.px(0.5f)),
                   {.label = "打开对话框"}))
            state.shows_dialog = true;
        row = take_top(rest, frame.px(2.75f), frame.px(0.5f));
        if (checkbox(frame,
                     "check",
                     take_left(row, frame.px(6)),
                     state.is_on ? CheckState::On : CheckState::Off,
                     {.label = "勾选"}))
            state.is_on = !state.is_on;
        checkbox(frame, "mixed", take_left(row, frame.px(6)), CheckState::Mixed, {.label = "部分"});
        checkbox(frame,
                 "off",
                 take_left(row, frame.px(6)),
                 CheckState::Off,
                 {.label = "停用", .is_disabled = true});
        row = take_top(rest, frame.px(2.75f), frame.px(0.5f));
        radio(frame, "radio1", take_left(row, frame.px(6)), true, {.label = "单选"});
        radio(frame, "radio2", take_left(row, frame.px(6)), false, {.label = "未选"});
        if (toggle(frame, "toggle", take_left(row, frame.px(8)), state.is_on, {.label = "开关"}))
            state.is_on = !state.is_on;
        row = take_top(rest, frame.px(10.75f), frame.px(1));
        row.width = std::min(row.width, frame.px(18));
        const std::string_view years[] = {"2017", "2016", "2014"},
                               notes[] = {
                                   "现在的归属", "补足 2016 年度验证", "补学，只用于周期验证"};
        for (int i = 0; i < 3; ++i) {
            if (answer(frame,
                       years[i],
                       take_top(row, frame.px(3.25f), frame.px(0.5f)),
                       i == state.answer,
                       {.label = years[i], .note = notes[i]}))
                state.answer = i;
        }
        const FieldLook fields[] = {
            {.label = "普通", .placeholder = "写给老师看得懂的理由"},
            {.label = "出错", .value = "12a", .error = "请填数字，例如 12.5"},
            {.label = "停用", .value = "不能改", .is_disabled = true},
            {.label = "意见",
             .placeholder = "写给老师看得懂的理由",
             .role = Role::TextArea,
             .lines = 3}};
        for (const FieldLook& look : fields) {
            const float width = std::min(rest.width, frame.px(22));
            Rect line = take_top(rest, field_height(frame, width, look), frame.px(1));
            line.width = width;
            field(frame, look.label, line, look);
        }
        progress_bar(frame, take_top(rest, frame.px(1), frame.px(1)), 0.4f, "进度", "40%");
        region.end_at(rest.y);
    }
    if (state.shows_menu) {
        const MenuItem items[] = {{.label = "全部学段"},
                                  {.label = "小学", .note = "46 门", .is_selected = true},
                                  {.label = "初中", .note = "31 门"},
                                  {.label = "幼儿园", .is_disabled = true}};
        if (menu(
                frame, "stages", items, {.name = "学段", .close_name = "关闭", .anchor = anchor}) !=
            kMenuOpen)
            state.shows_menu = false;
    }
    if (state.shows_dialog) {
        const Dialog dialog(
            frame,
            "submit",
            {.title = "提交这份选课？",
             .text = "提交后由学校在 3月25日前确认。确认前您可以撤回，草稿会一直留着。",
             .content_em = 5,
             .confirm = "提交选课",
             .cancel = "再看看"});
        const FieldLook remark{.label = "留言（可不填）"};
        field(frame, "remark", dialog.content(), remark);
        if (dialog.choice() != DialogChoice::None) state.shows_dialog = false;
    }
}

}  // namespace xueshi::gallery
