// The gallery in the browser: /home, /plan, /catalogue, /controls, /states, /login.
#include "tests/gallery/gallery_pages.h"
#include "web/bridge/browser_clock.h"
#include "web/bridge/browser_display.h"
#include "web/bridge/browser_navigation.h"
#include "web/bridge/browser_plane.h"
#include "web/bridge/canvas_glyphs.h"
#include "web/locale/later_words.h"
#include "web/runtime/frame_loop.h"
#include "web/ui/navigation_bars.h"

namespace xueshi::gallery {

void draw_navigation(ui::Frame& frame, const ui::Rect& rect, int selected) {
    using ui::Icon;
    ui::NavigationItem upper[] = {
        {.label = "首页", .route = "/home", .icon = Icon::Home},
        {.label = "规划", .route = "/plan", .icon = Icon::Plan},
        {.label = "课程", .route = "/catalogue", .icon = Icon::Book},
        {.label = "测评", .route = "/controls", .icon = Icon::Pentagon},
        {.label = "专项", .route = "/states", .icon = Icon::Flag, .badge = 8},
        {.label = "学时", .route = "/login", .icon = Icon::Clock},
    };
    upper[selected].is_selected = true;
    if (frame.is_phone()) {
        const ui::NavigationItem tabs[] = {
            upper[0],
            upper[1],
            upper[2],
            upper[5],
            {.label = "我的", .route = "/controls", .icon = Icon::Person}};
        ui::tab_bar(frame, rect, tabs, "主导航");
        return;
    }
    const ui::NavigationItem lower[] = {
        {.label = "已同步", .route = "/sync", .icon = Icon::CloudCheck},
        {.label = "我的", .route = "/me", .icon = Icon::Person}};
    ui::rail(frame, rect, upper, lower, "主导航");
}

namespace {

class GalleryClient final : public runtime::FrameClient {
  public:
    GalleryClient(ports::Display& display, ports::Navigation& navigation)
        : display_(display), navigation_(navigation) {}

    void use(runtime::FrameLoop& loop) { loop_ = &loop; }

    void update(double) override {}

    void draw(double now_ms) override {
        const ports::DisplayState& display = display_.state();
        const ui::Theme forced = ui::forced_theme({ui::rgb(0x000000),
                                                   ui::rgb(0xFFFFFF),
                                                   ui::rgb(0x1AEBFF),
                                                   ui::rgb(0x000000),
                                                   ui::rgb(0x3FF23F)});
        const ui::Theme& theme = display.forced_colors ? forced
                                 : display.dark        ? ui::dark_theme()
                                                       : ui::light_theme();
        ui::PlaneTheme plane_theme;
        plane_theme.canvas = theme.canvas;
        plane_theme.ink = theme.ink;
        plane_theme.placeholder = theme.ink_3;
        plane_theme.accent = theme.accent;
        plane_theme.dark = display.dark;
        loop_->tree().set_theme(plane_theme);

        ui::FrameSetup setup;
        setup.theme = &theme;
        setup.em = display.base_px;
        setup.device_pixel_ratio = display.density;
        setup.form = ui::form_factor(display.width, setup.em, false);
        setup.viewport = {0, 0, display.width, display.height};
        setup.plane = &loop_->tree();
        setup.draw = &loop_->draw_list();
        setup.fonts = loop_->fonts();
        setup.scrollbar = display.scrollbar;
        setup.is_touch = display.coarse_pointer;
        setup.has_reduced_motion = display.reduced_motion;
        setup.seconds = now_ms / 1000;
        {
            ui::Frame frame(stage_, setup);
            draw_route(frame);
        }
        if (stage_.wants_frame()) loop_->request_frame();
    }

  private:
    void draw_route(ui::Frame& frame) {
        const std::string& route = navigation_.route();
        if (route.starts_with("/plan")) return draw_plan(frame, state_);
        if (route.starts_with("/catalogue")) return draw_catalogue(frame, state_);
        if (route.starts_with("/controls")) return draw_controls(frame, state_);
        if (route.starts_with("/states")) return draw_states(frame, state_);
        if (route.starts_with("/login")) return draw_login(frame, state_);
        draw_home(frame, state_);
    }

    ports::Display& display_;
    ports::Navigation& navigation_;
    runtime::FrameLoop* loop_ = nullptr;
    ui::Stage stage_;
    GalleryState state_;
};

}  // namespace
}  // namespace xueshi::gallery

int main() {
    xueshi::locale::add_compiled_later_words();
    using namespace xueshi;
    static bridge::BrowserDisplay display;
    static bridge::BrowserPlane plane;
    static bridge::BrowserClock clock;
    static bridge::CanvasGlyphs glyphs;
    static bridge::BrowserNavigation navigation;
    static gallery::GalleryClient client(display, navigation);
    static runtime::FrameLoop loop({display, plane, navigation, clock, glyphs}, client);
    client.use(loop);
    display.start(loop);
    return 0;
}
