// Every promise of the platform on one page, for tests/browser/platform_*.test.mjs. Drawn with bare
// draw lists and nodes, so that it tests the two planes and not the widgets.
#include <algorithm>
#include <cfloat>
#include <string>
#include <utility>

#include <imgui.h>

#include "web/bridge/browser_clock.h"
#include "web/bridge/browser_display.h"
#include "web/bridge/browser_navigation.h"
#include "web/bridge/browser_plane.h"
#include "web/bridge/browser_preferences.h"
#include "web/bridge/canvas_glyphs.h"
#include "web/bridge/fetch_transport.h"
#include "web/runtime/frame_loop.h"

namespace {

using namespace xueshi;
using ui::node_id;
using ui::Rect;
using ui::Role;
using ui::Weight;

constexpr int kRows = 5000;
constexpr float kRowHeight = 44;
constexpr int kStops = 5;

struct Colours {
    ImU32 canvas, surface, ink, ink_2, hairline, control, accent, accent_hover, on_accent;
};
constexpr Colours kLight = {IM_COL32(0xF6, 0xF5, 0xF1, 255),
                            IM_COL32(0xFF, 0xFF, 0xFF, 255),
                            IM_COL32(0x1C, 0x21, 0x26, 255),
                            IM_COL32(0x4E, 0x55, 0x5C, 255),
                            IM_COL32(0xE2, 0xE0, 0xD8, 255),
                            IM_COL32(0x82, 0x87, 0x8C, 255),
                            IM_COL32(0x1B, 0x5E, 0x92, 255),
                            IM_COL32(0x16, 0x4F, 0x7C, 255),
                            IM_COL32(0xFF, 0xFF, 0xFF, 255)};
constexpr Colours kDark = {IM_COL32(0x14, 0x17, 0x1A, 255),
                           IM_COL32(0x1C, 0x21, 0x25, 255),
                           IM_COL32(0xEC, 0xEA, 0xE4, 255),
                           IM_COL32(0xB9, 0xBE, 0xC3, 255),
                           IM_COL32(0x33, 0x3A, 0x40, 255),
                           IM_COL32(0x7A, 0x82, 0x8A, 255),
                           IM_COL32(0x86, 0xBC, 0xE6, 255),
                           IM_COL32(0x9C, 0xCA, 0xEE, 255),
                           IM_COL32(0x0E, 0x22, 0x33, 255)};

class PlatformPage final : public runtime::FrameClient {
  public:
    PlatformPage(ports::Navigation& navigation,
                 ports::Transport& transport,
                 ports::Preferences& preferences)
        : navigation_(navigation), transport_(transport), preferences_(preferences) {
        note_ = preferences_.get("note").value_or("");
    }

    void use(runtime::FrameLoop& loop) { loop_ = &loop; }

    // Commands given while drawing are run here, a frame later, as the client does it.
    void update(double) override {
        if (wanted_note_ != note_) {
            note_ = wanted_note_;
            preferences_.set("note", note_);
        }
        for (const ports::HttpResponse& response : transport_.take_responses()) {
            answer_ = std::to_string(response.status) + " " + response.body;
        }
    }

    void draw(double) override {
        const ports::DisplayState& display = loop_->display();
        colours_ = display.dark ? kDark : kLight;
        draw_ = &loop_->draw_list();
        tree().set_theme({colours_.canvas,
                          colours_.ink,
                          colours_.ink_2,
                          colours_.accent,
                          colours_.control,
                          display.dark});

        ui::Node main = node("main", Role::Main, {0, 0, display.width, display.height}, "平台");
        tree().open(main);
        draw_head(display.width);
        draw_list(display);
        draw_dialog(display);
        tree().close();
        wanted_note_ = typed_note_;
    }

  private:
    ui::SemanticTree& tree() { return loop_->tree(); }

    static ui::Node node(std::string_view id, Role role, const Rect& rect, std::string name) {
        ui::Node made;
        made.id = node_id(id);
        made.role = role;
        made.rect = rect;
        made.name = std::move(name);
        return made;
    }

    void paint(
        float x, float y, float size, Weight weight, ImU32 colour, const std::string& words) {
        ImFont* font = weight == Weight::Bold ? loop_->fonts().bold : loop_->fonts().regular;
        draw_->AddText(font, size, ImVec2(x, y), colour, words.data(), words.data() + words.size());
    }

    void box(const Rect& rect, ImU32 colour, float radius) {
        draw_->AddRectFilled(
            ImVec2(rect.x, rect.y), ImVec2(rect.right(), rect.bottom()), colour, radius);
    }

    void outline(const Rect& rect, ImU32 colour, float radius, float width, float outside) {
        draw_->AddRect(ImVec2(rect.x - outside, rect.y - outside),
                       ImVec2(rect.right() + outside, rect.bottom() + outside),
                       colour,
                       radius,
                       0,
                       width);
    }

    void ring(ui::NodeId id, const Rect& rect) {
        if (tree().focused() == id) outline(rect, colours_.accent, 11, 3, 3.5f);
    }

    void text(std::string_view id,
              const Rect& rect,
              float size,
              Weight weight,
              ImU32 colour,
              const std::string& words,
              Role role = Role::Text,
              std::string value = {}) {
        ui::Node made = node(id, role, rect, words);
        made.value = std::move(value);
        made.font_px = size;
        tree().add(std::move(made));
        paint(rect.x, rect.y + (rect.height - size) / 2, size, weight, colour, words);
    }

    bool button(std::string_view id,
                const Rect& rect,
                const std::string& label,
                unsigned state = 0) {
        ui::Node made = node(id, Role::Button, rect, label);
        made.state = static_cast<std::uint16_t>(state);
        const ui::NodeId made_id = tree().add(std::move(made));
        const bool stands_out = tree().pressed() == made_id || tree().hovered() == made_id;
        box(rect, stands_out ? colours_.accent_hover : colours_.accent, 8);
        const ImVec2 size = loop_->fonts().bold->CalcTextSizeA(16, FLT_MAX, 0, label.c_str());
        paint(rect.x + (rect.width - size.x) / 2,
              rect.y + (rect.height - 16) / 2,
              16,
              Weight::Bold,
              colours_.on_accent,
              label);
        ring(made_id, rect);
        return tree().was_activated(made_id);
    }

    void draw_head(float width) {
        const float inner = width - 48;
        text("title",
             {24, 20, inner, 36},
             28,
             Weight::Bold,
             colours_.ink,
             "规划七十二学时",
             Role::Heading,
             "1");
        text("faces",
             {24, 58, inner, 24},
             16,
             Weight::Regular,
             colours_.ink_2,
             "两种字重：林间小道，㐀𠀀，12:30，AVo");
        if (button("count", {24, 96, 150, 44}, "加一次：" + std::to_string(count_))) ++count_;
        if (button("ask", {186, 96, 120, 44}, "打开对话框")) is_dialog_open_ = true;
        ui::Node status = node("status",
                               Role::Status,
                               {24, 140, 200, 16},
                               count_ == 0 ? "" : "数到 " + std::to_string(count_));
        tree().add(std::move(status));
        draw_field({24, 156, inner, 48});
        text("echo",
             {24, 208, inner, 24},
             13,
             Weight::Regular,
             colours_.ink_2,
             "写下：" + note_ + "；提交：" + submitted_);
        draw_link({24, 236, 100, 28});
        text(
            "route", {136, 236, 160, 28}, 16, Weight::Regular, colours_.ink_2, navigation_.route());
        draw_slider({width - 24 - 120, 236, 120, 28});
    }

    void draw_field(const Rect& rect) {
        ui::Node made = node("note", Role::Field, rect, "备注");
        made.hint = "在这里写中文";
        made.state = ui::kEnterSubmits;
        made.max_length = 60;
        if (const std::string* changed = tree().changed_text(made.id)) {
            // A digit is refused: the field must show what the program took.
            if (changed->find('7') == std::string::npos) typed_note_ = *changed;
        }
        made.value = typed_note_;
        if (tree().was_activated(made.id)) submitted_ = typed_note_;
        const bool is_active = tree().focused() == made.id;
        tree().add(std::move(made));
        box(rect, colours_.surface, 8);
        outline(rect,
                is_active ? colours_.accent : colours_.control,
                8,
                is_active ? 2.0f : 1.0f,
                -0.5f);
    }

    void draw_link(const Rect& rect) {
        ui::Node made = node("link", Role::Link, rect, "去另一页");
        made.value = "/other?q=1";
        const ui::NodeId id = tree().add(std::move(made));
        paint(rect.x, rect.y + 6, 16, Weight::Regular, colours_.accent, "去另一页");
        ring(id, rect);
    }

    void draw_slider(const Rect& rect) {
        ui::Node made = node("slider", Role::Slider, rect, "方案");
        stop_ = std::clamp(stop_ + tree().steps(made.id), 1, kStops);
        made.row_index = stop_;
        made.row_count = kStops;
        made.value = "第 " + std::to_string(stop_) + " 个方案";
        const ui::NodeId id = tree().add(std::move(made));
        box({rect.x, rect.y + 11, rect.width, 6}, colours_.hairline, 3);
        const float share = static_cast<float>(stop_ - 1) / (kStops - 1);
        draw_->AddCircleFilled(
            ImVec2(rect.x + 11 + share * (rect.width - 22), rect.y + 14), 11, colours_.accent);
        ring(id, rect);
    }

    void draw_list(const ports::DisplayState& display) {
        const Rect region{24, 276, display.width - 48, display.height - 300};
        ui::Node grid = node("grid", Role::Grid, region, "课程");
        grid.row_count = kRows;
        tree().open(std::move(grid));
        ui::Node scroller = node("list", Role::ScrollRegion, region, "");
        scroller.content_height = kRows * kRowHeight;
        const float offset = tree().scroll_offset(tree().open(std::move(scroller)));
        box(region, colours_.surface, 12);
        draw_->PushClipRect(ImVec2(region.x, region.y), ImVec2(region.right(), region.bottom()));
        const int on_screen = static_cast<int>(region.height / kRowHeight) + 1;
        const int top = static_cast<int>(offset / kRowHeight);
        const int last = std::min(kRows, top + 2 * on_screen);
        for (int row = std::max(0, top - on_screen); row < last; ++row) {
            draw_row(row, region, offset, region.width - display.scrollbar);
        }
        draw_->PopClipRect();
        tree().close();
        tree().close();
    }

    void draw_row(int row, const Rect& region, float offset, float width) {
        const ui::NodeId id = node_id("row", static_cast<ui::NodeId>(row + 1));
        const std::string title = "信息技术课程第 " + std::to_string(row + 1) + " 号";
        ui::Node line;
        line.id = id;
        line.role = Role::Row;
        line.row_index = row + 1;
        line.rect = {0, static_cast<float>(row) * kRowHeight, width, kRowHeight};
        ui::Node cell = line;
        cell.id = node_id("cell", id);
        cell.role = Role::Cell;
        ui::Node open = line;
        open.id = node_id("open", id);
        open.role = Role::Button;
        open.name = title;
        tree().open(line);
        tree().open(cell);
        tree().add(open);
        tree().close();
        tree().close();
        if (tree().was_activated(open.id)) submitted_ = title;

        const Rect shown{region.x, region.y + line.rect.y - offset, width, kRowHeight};
        if (shown.bottom() < region.y || shown.y > region.bottom()) return;
        if (tree().hovered() == open.id) box(shown, colours_.hairline, 0);
        paint(shown.x + 16,
              shown.y + 14,
              16,
              row % 3 == 0 ? Weight::Bold : Weight::Regular,
              colours_.ink,
              title);
        box({shown.x, shown.bottom() - 1, width, 1}, colours_.hairline, 0);
        ring(open.id, {shown.x + 8, shown.y + 8, width - 16, kRowHeight - 16});
    }

    void draw_dialog(const ports::DisplayState& display) {
        if (!is_dialog_open_) return;
        // Over the left part of the field.
        const Rect area{60, 120, 300, 200};
        box({0, 0, display.width, display.height}, IM_COL32(0, 0, 0, 102), 0);
        box(area, colours_.surface, 12);
        ui::Node dialog = node("dialog", Role::Dialog, area, "问一问");
        const ui::NodeId id = tree().open(std::move(dialog));
        text("question",
             {area.x + 24, area.y + 24, 252, 28},
             20,
             Weight::Bold,
             colours_.ink,
             "要向服务器问好吗？",
             Role::Heading,
             "2");
        text("answer",
             {area.x + 24, area.y + 60, 252, 24},
             13,
             Weight::Regular,
             colours_.ink_2,
             answer_);
        if (button("send", {area.x + 24, area.y + 132, 120, 44}, "问好")) {
            ports::HttpRequest request;
            request.method = "POST";
            request.path = "/echo";
            request.body = "{\"text\":\"好\"}";
            transport_.send(std::move(request));
        }
        if (button("close", {area.x + 156, area.y + 132, 120, 44}, "关闭") ||
            tree().was_dismissed(id)) {
            is_dialog_open_ = false;
        }
        tree().close();
    }

    ports::Navigation& navigation_;
    ports::Transport& transport_;
    ports::Preferences& preferences_;
    runtime::FrameLoop* loop_ = nullptr;
    ImDrawList* draw_ = nullptr;
    Colours colours_ = kLight;
    int count_ = 0;
    int stop_ = 2;
    bool is_dialog_open_ = false;
    std::string note_;         // the state
    std::string wanted_note_;  // the command
    std::string typed_note_;   // half-typed text, kept by the view
    std::string submitted_;
    std::string answer_;
};

}  // namespace

int main() {
    static bridge::BrowserDisplay display;
    static bridge::BrowserPlane plane;
    static bridge::BrowserNavigation navigation;
    static bridge::BrowserClock clock;
    static bridge::CanvasGlyphs glyphs;
    static bridge::FetchTransport transport;
    static bridge::BrowserPreferences preferences;
    static PlatformPage page(navigation, transport, preferences);
    static runtime::FrameLoop loop({display, plane, navigation, clock, glyphs}, page);
    page.use(loop);
    display.start(loop);
    return 0;
}
