#include "tests/gallery/gallery_pages.h"
#include "web/ui/banner.h"
#include "web/ui/card.h"
#include "web/ui/checks.h"
#include "web/ui/chip.h"
#include "web/ui/field.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"

namespace xueshi::gallery {

using namespace ui;

void draw_states(Frame& frame, GalleryState&) {
    const Theme& theme = frame.theme;
    const StatePageLook looks[] = {
        {.drawing = Drawing::Offline,
         .colour = theme.wait,
         .title = "网络断了，照常用",
         .text = "规划、选课和诊断都能接着做，要提交的先记下来，联网后再送出。",
         .safe = "3 处改动已存在这台设备，最早一处 12 分钟前",
         .primary = "继续规划",
         .secondary = "看看这 3 处"},
        {.drawing = Drawing::Empty,
         .title = "方案还是空的",
         .text = "可以从课程超市一门一门挑，也可以让系统一次排满 72 学时，再慢慢改。",
         .safe = "您已获得的 10.5 学时已经算进去了",
         .primary = "一键排满",
         .secondary = "去挑课程"},
        {.drawing = Drawing::Error,
         .colour = theme.refuse,
         .title = "这份草稿读不出来",
         .text = "本机文件缺了一段，可能是上次没存完。可以从云端取回昨晚 21:40 的一份。",
         .safe = "学时记录和已提交的选课都在服务器，没有影响",
         .primary = "取回云端那份",
         .secondary = "导出原文件"},
        {.percent = 62,
         .percent_text = "62%",
         .title = "正在导入 5,000 门课程",
         .text = "已读 3,108 门，大约还要 4 秒。可以先去别的页面，好了会告诉您。",
         .safe = "中途取消不会留下半份目录",
         .primary = "到后台继续",
         .secondary = "取消"},
        {.drawing = Drawing::Refused,
         .colour = theme.attn,
         .title = "名额在您提交前满了",
         .text = "海珠区 12 个名额已在 3月25日 18:02 用完，您的提交排在第 13 位。",
         .safe = "报名材料已保留，您是候补第 1 位",
         .primary = "留在候补",
         .secondary = "看别的项目"},
        {.drawing = Drawing::Disagreement,
         .title = "两边都改了同一门课",
         .text = "电脑上固定了“教学评价”，手机上删掉了它。先按较晚的手机来，您可以换。",
         .safe = "两个版本都留着，随时能撤销",
         .primary = "就按手机",
         .secondary = "改按电脑"},
    };
    const BannerLook banners[] = {
        {"离线", "3 处改动等着同步", Meaning::Wait, Icon::Offline, "查看"},
        {"有新版本", "草稿已存好，换上只要一秒", Meaning::Accent, Icon::Download, "现在换"},
        {"3月25日截止", "专项报名还有一项没提交", Meaning::Attention, Icon::Clock, "去提交"},
        {"选课已确认", "回执 5M2T-81C，另一台设备也看得到", Meaning::Done, Icon::None, "看回执"},
    };
    const ChipLook chips[] = {{"离线", Meaning::Wait, Icon::Offline},
                              {"还没有内容", Meaning::Neutral, Icon::Book},
                              {"出错", Meaning::Refused, Icon::CrossCircle},
                              {"读取中", Meaning::Accent, Icon::CloudCheck},
                              {"没有通过", Meaning::Refused, Icon::CrossCircle},
                              {"两台设备不一致", Meaning::Attention, Icon::Triangle}};
    const float pad = frame.px(frame.is_phone() ? 1 : 2);
    ScrollRegion region(frame, "page", frame.viewport);
    Rect rest = inset({0, 0, region.width(), 9000}, pad, 0);
    take_top(rest, frame.px(2));
    const int columns = frame.is_phone() ? 1 : 3;
    for (int row = 0; row < 6 / columns; ++row) {
        const Rect labels = take_top(rest, frame.px(1.5f), frame.px(0.5f));
        const Rect cards = take_top(rest, frame.px(21.5f), frame.px(1));
        for (int i = 0; i < columns; ++i) {
            const int at = row * columns + i;
            chip(frame, column_of(labels, i, columns, frame.px(1.5f)), chips[at]);
            state_page(
                frame, looks[at].title, column_of(cards, i, columns, frame.px(1.5f)), looks[at]);
        }
    }
    for (int i = 0; i < 4; i += frame.is_phone() ? 1 : 2) {
        const int count = frame.is_phone() ? 1 : 2;
        const float width = column_of(rest, 0, count, frame.px(1.5f)).width;
        const Rect line = take_top(rest, banner_height(frame, width, banners[i]), frame.px(0.75f));
        for (int j = 0; j < count; ++j) {
            banner(frame,
                   banners[i + j].title,
                   column_of(line, j, count, frame.px(1.5f)),
                   banners[i + j]);
        }
    }
    region.end_at(rest.y + pad);
}

void draw_login(Frame& frame, GalleryState& state) {
    Rect rest = centred(frame.viewport,
                        std::min(frame.viewport.width - frame.px(3), frame.px(24)),
                        frame.viewport.height);
    take_top(rest, frame.px(4.75f));
    Rect top = take_top(rest, frame.px(4), frame.px(2.75f));
    draw_mark(frame, take_left(top, frame.px(4), frame.px(1)));
    draw_text(frame,
              take_top(top, frame.px(2.5f)),
              "学时",
              {.size = TextSize::Title, .weight = Weight::Bold, .spoken = Spoken::Heading1});
    draw_text(frame, top, "广州教师继续教育规划", {.colour = frame.theme.ink_2});
    const FieldLook account{.label = "身份证号或教师编号",
                            .value = "2017 0042 318",
                            .icon = Icon::Person,
                            .is_large = true,
                            .autocomplete = "username"};
    const FieldLook password{
        .label = "密码",
        .value = "123456789",
        .error = state.is_on ? std::string_view{} : "密码不对，还可以再试 4 次",
        .role = Role::PasswordField,
        .icon = Icon::Lock,
        .action = Icon::Eye,
        .action_name = "显示密码",
        .is_large = true,
        .submits_on_enter = true,
        .autocomplete = "current-password"};
    field(frame,
          "account",
          take_top(rest, field_height(frame, rest.width, account), frame.px(1.25f)),
          account);
    field(frame,
          "password",
          take_top(rest, field_height(frame, rest.width, password), frame.px(0.75f)),
          password);
    Rect line = take_top(rest, frame.px(2.5f), frame.px(0.75f));
    link(frame,
         "forgot",
         take_right(line, frame.px(6)),
         {.label = "忘记密码", .size = TextSize::Body, .align = Align::Right});
    if (checkbox(frame,
                 "remember",
                 line,
                 state.is_on ? CheckState::On : CheckState::Off,
                 {.label = "在这台手机上记住我"}))
        state.is_on = !state.is_on;
    button(frame,
           "login",
           take_top(rest, frame.px(3.25f), frame.px(0.75f)),
           {.label = "登录", .kind = ButtonKind::Primary, .size = ButtonSize::Large});
    button(frame,
           "first",
           take_top(rest, frame.px(3.25f), frame.px(1.25f)),
           {.label = "第一次登录，用一次性验证码", .size = ButtonSize::Large});
    const BannerLook offline{"现在没有网络",
                             "这台手机上有林老师的草稿，登录前也能打开。",
                             Meaning::Wait,
                             Icon::Offline,
                             "打开"};
    banner(frame, "offline", take_top(rest, banner_height(frame, rest.width, offline)), offline);
}

}  // namespace xueshi::gallery
