#include "web/runtime/frame_loop.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/support/client_fakes.h"
#include "tests/support/platform_fakes.h"

namespace xueshi::runtime {
namespace {

using ui::node_id;
using ui::Role;

// Draws a link and a button and notes what the loop asked of it.
class Probe final : public FrameClient {
  public:
    void update(double now_ms) override {
        calls.push_back("update");
        is_commanded = false;
        last_ms = now_ms;
        route_at_update = navigation->route();
    }
    void draw(double) override {
        calls.push_back("draw");
        if (loop->tree().was_activated(node_id("button"))) {
            ++pressed;
            is_commanded = true;
        }
        ui::Node link;
        link.id = node_id("link");
        link.role = Role::Link;
        link.value = "/plan";
        loop->tree().add(link);
        ui::Node button;
        button.id = node_id("button");
        button.role = Role::Button;
        loop->tree().add(button);
        if (text != nullptr) {
            loop->draw_list().AddText(loop->fonts().bold, 16, ImVec2(0, 0), 0xFFFFFFFF, text);
        }
    }

    bool has_picture(double) const override { return has_something; }
    bool has_commands() const override { return is_commanded; }

    FrameLoop* loop = nullptr;
    bool has_something = true;
    ports::Navigation* navigation = nullptr;
    const char* text = nullptr;
    std::vector<std::string> calls;
    std::string route_at_update;
    double last_ms = 0;
    int pressed = 0;
    bool is_commanded = false;
};

class FrameLoopTest : public ::testing::Test {
  protected:
    FrameLoopTest() {
        probe_.loop = &loop_;
        probe_.navigation = &navigation_;
    }

    testing::FakeDisplay display_;
    testing::FakePlane plane_;
    testing::FakeNavigation navigation_;
    testing::ManualClock clock_;
    testing::BoxGlyphs glyphs_;
    Probe probe_;
    FrameLoop loop_{{display_, plane_, navigation_, clock_, glyphs_}, probe_};
};

using Calls = std::vector<std::string>;

TEST_F(FrameLoopTest, UpdatesBeforeItDraws) {
    clock_.now_ms = 42;
    loop_.run_frame(true);
    EXPECT_EQ(probe_.calls, (Calls{"update", "draw"}));
    EXPECT_EQ(probe_.last_ms, 42);
    EXPECT_EQ(display_.painted, 1);
}

TEST_F(FrameLoopTest, DecidesWhatWasCommandedWithoutWaitingForAnotherFrame) {
    loop_.run_frame(true);
    probe_.calls.clear();
    plane_.activate(node_id("button"));
    loop_.run_frame(true);
    EXPECT_EQ(probe_.calls, (Calls{"update", "draw", "update"}));
}

TEST_F(FrameLoopTest, UpdatesAndDrawsNothingWhileHidden) {
    loop_.run_frame(false);
    EXPECT_EQ(probe_.calls, Calls{"update"});
    EXPECT_EQ(display_.painted, 0);
    EXPECT_TRUE(plane_.patches.empty());
}

TEST_F(FrameLoopTest, KeepsInputsThatArriveWhileHidden) {
    plane_.activate(node_id("button"));
    loop_.run_frame(false);
    loop_.run_frame(true);
    EXPECT_EQ(probe_.pressed, 1);
    loop_.run_frame(true);
    EXPECT_EQ(probe_.pressed, 1);
}

TEST_F(FrameLoopTest, SaysWhetherAPictureWasDrawn) {
    EXPECT_FALSE(loop_.run_frame(false));
    EXPECT_TRUE(loop_.run_frame(true));
}

TEST_F(FrameLoopTest, DrawsNothingBeforeThereIsSomethingToShow) {
    probe_.has_something = false;
    plane_.activate(node_id("button"));
    EXPECT_FALSE(loop_.run_frame(true));
    EXPECT_EQ(probe_.calls, Calls{"update"});
    EXPECT_TRUE(plane_.patches.empty());
    probe_.has_something = true;
    EXPECT_TRUE(loop_.run_frame(true));
    EXPECT_EQ(probe_.pressed, 1) << "what was pressed meanwhile";
}

TEST_F(FrameLoopTest, DrawsNothingBeforeThePageIsLaidOut) {
    display_.shown.width = 0;
    EXPECT_FALSE(loop_.run_frame(true));
    EXPECT_EQ(probe_.calls, Calls{"update"});
}

TEST_F(FrameLoopTest, AsksForNoFrameByItself) {
    loop_.run_frame(true);
    EXPECT_EQ(display_.requested, 0);
}

TEST_F(FrameLoopTest, FollowsAnInputUntilItsConsequencesAreSeen) {
    loop_.run_frame(true);
    plane_.activate(node_id("button"));
    int frames = 0;
    do {
        display_.requested = 0;
        loop_.run_frame(true);
        ++frames;
    } while (display_.requested > 0 && frames < 10);
    EXPECT_EQ(frames, 3);
}

TEST_F(FrameLoopTest, HoverAndScrollAreSeenInTheirOwnFrame) {
    plane_.inputs.push_back({ui::Input::Kind::Hover, node_id("button"), {}, 0});
    plane_.inputs.push_back({ui::Input::Kind::Scrolled, node_id("list"), {}, 12});
    loop_.run_frame(true);
    EXPECT_EQ(display_.requested, 0);
    EXPECT_EQ(loop_.tree().hovered(), node_id("button"));
    EXPECT_EQ(loop_.tree().scroll_offset(node_id("list")), 12);
}

TEST_F(FrameLoopTest, AnActivatedLinkChangesTheRouteBeforeTheUpdate) {
    loop_.run_frame(true);
    plane_.activate(node_id("link"));
    loop_.run_frame(true);
    EXPECT_EQ(probe_.route_at_update, "/plan");
}

TEST_F(FrameLoopTest, AnUnchangedFrameSendsAnEmptyPatch) {
    loop_.run_frame(true);
    loop_.run_frame(true);
    ASSERT_EQ(plane_.patches.size(), 2u);
    EXPECT_GT(plane_.patches[0], 0u);
    EXPECT_EQ(plane_.patches[1], 0u);
}

TEST_F(FrameLoopTest, PaintsOverTheThemesCanvas) {
    ui::PlaneTheme theme;
    theme.canvas = 0xFF112233;
    loop_.tree().set_theme(theme);
    loop_.run_frame(true);
    EXPECT_EQ(display_.background, 0xFF112233);
}

TEST_F(FrameLoopTest, RasterisesTheGlyphsOfTheFrameItDraws) {
    probe_.text = "学时";
    display_.shown.density = 2;
    loop_.run_frame(true);
    EXPECT_EQ(glyphs_.batches, std::vector<std::size_t>{2});
}

}  // namespace
}  // namespace xueshi::runtime
