// A list that puts its rows down again looks and reads as one that draws them anew.
#include "web/ui/drawn_blocks.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/platform_fakes.h"
#include "web/ui/icons.h"
#include "web/ui/paint_surface.h"
#include "web/ui/plane_patch.h"
#include "web/ui/table.h"

namespace xueshi::ui {
namespace {

constexpr float kRow = 42;  // px, of 16 px an em

// One page with a table of a thousand rows, drawn as often as asked.
class Page {
  public:
    // What the list shows; another revision, other words.
    int revision = 1;

    void frame(double seconds, std::vector<Input> inputs = {}) {
        seconds_ += seconds;
        surface_.begin_frame(800, 600, 1);
        tree_.set_inputs(std::move(inputs));
        tree_.begin_frame();
        drawn_ = 0;
        {
            const FrameSetup setup{.theme = &light_theme(),
                                   .viewport = {0, 0, 800, 600},
                                   .plane = &tree_,
                                   .draw = &surface_.draw_list(),
                                   .fonts = surface_.fonts(),
                                   .seconds = seconds_};
            Frame frame(stage_, setup);
            const TableColumn columns[] = {{.title = "Course"}, {.title = "Hours", .width_em = 4}};
            Table table(frame, "list", {0, 0, 800, 600}, columns, {.name = "List", .row_count = 1000});
            for (int i = table.first(); i < table.last(); ++i) draw_row(table, i);
        }
        (void)surface_.end_frame();
        patch_ = writer_.write(tree_).size();
    }
    void scroll(float offset) { frame(0.016, {{Input::Kind::Scrolled, region(), {}, offset}}); }
    void rest() { frame(1); }

    NodeId region() const { return node_of(Role::ScrollRegion, {}); }
    NodeId node_of(Role role, std::string_view name) const {
        for (const Node& node : tree_.nodes()) {
            if (node.role == role && node.name == name) return node.id;
        }
        return 0;
    }
    bool has(std::string_view name) const { return node_of(Role::Cell, name) != 0; }
    std::string name(int index) const { return "Row " + std::to_string(index) + "." + std::to_string(revision); }

    const std::vector<Node>& nodes() const { return tree_.nodes(); }
    const ImDrawList& picture() { return surface_.draw_list(); }
    int drawn() const { return drawn_; }
    std::size_t patch() const { return patch_; }

  private:
    void draw_row(Table& table, int index) {
        const auto content = static_cast<std::uint64_t>(revision);
        const auto key = static_cast<std::uint64_t>(index);
        if (table.put_row(index, key, content)) return;
        ++drawn_;
        TableRow row(table, index, key, {.name = "Open", .content = content});
        row.text(0, name(index));
        row.text(1, std::to_string(index % 9), {.is_tabular = true});
    }

    testing::BoxGlyphs glyphs_;
    PaintSurface surface_{glyphs_};
    SemanticTree tree_;
    PlanePatchWriter writer_;
    Stage stage_;
    double seconds_ = 10;
    int drawn_ = 0;
    std::size_t patch_ = 0;
};

// What stands at `offset` without any history.
void expect_like_fresh(Page& page, float offset) {
    Page fresh;
    fresh.revision = page.revision;
    fresh.rest();
    fresh.scroll(offset);
    fresh.rest();
    ASSERT_EQ(page.nodes().size(), fresh.nodes().size());
    for (std::size_t i = 0; i < page.nodes().size(); ++i) {
        const Node& a = page.nodes()[i];
        const Node& b = fresh.nodes()[i];
        EXPECT_EQ(a.id, b.id);
        EXPECT_EQ(a.parent, b.parent);
        EXPECT_EQ(a.role, b.role);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.rect, b.rect);
        EXPECT_EQ(a.row_index, b.row_index);
    }
    const ImDrawList& picture = page.picture();
    const ImDrawList& expected = fresh.picture();
    ASSERT_EQ(picture.VtxBuffer.Size, expected.VtxBuffer.Size);
    ASSERT_EQ(picture.IdxBuffer.Size, expected.IdxBuffer.Size);
    for (int i = 0; i < picture.VtxBuffer.Size; ++i) {
        ASSERT_NEAR(picture.VtxBuffer[i].pos.x, expected.VtxBuffer[i].pos.x, 1e-2f);
        ASSERT_NEAR(picture.VtxBuffer[i].pos.y, expected.VtxBuffer[i].pos.y, 1e-2f);
        ASSERT_EQ(picture.VtxBuffer[i].col, expected.VtxBuffer[i].col);
    }
    for (int i = 0; i < picture.IdxBuffer.Size; ++i) ASSERT_EQ(picture.IdxBuffer[i], expected.IdxBuffer[i]);
}

TEST(DrawnBlocks, AnythingScrolledLooksAndReadsAsIfDrawnAnew) {
    Page page;
    page.rest();
    float offset = 0;
    for (const float step : {7.0f, 300.0f, 41.0f, 2000.0f, -90.0f, -1500.0f, 12.0f}) {
        offset += step;
        page.scroll(offset);
        page.rest();
        page.rest();
        expect_like_fresh(page, offset);
    }
}

TEST(DrawnBlocks, AFrameInWhichNothingChangedDrawsNoRowAndTellsThePageNothing) {
    Page page;
    page.rest();
    page.rest();
    page.rest();
    EXPECT_EQ(page.drawn(), 0);
    EXPECT_EQ(page.patch(), 0u);
}

TEST(DrawnBlocks, WhileScrolledRowsKeepTheirNodesAndNewOnesWait) {
    Page page;
    page.rest();
    page.rest();
    page.scroll(100 * kRow);
    EXPECT_EQ(page.patch(), 0u);
    EXPECT_TRUE(page.has(page.name(0)));
    EXPECT_FALSE(page.has(page.name(105)));
    page.scroll(101 * kRow);
    EXPECT_EQ(page.patch(), 0u);
    EXPECT_EQ(page.drawn(), 1) << "the row that came";
    page.rest();
    EXPECT_FALSE(page.has(page.name(0)));
    EXPECT_TRUE(page.has(page.name(105)));
}

TEST(DrawnBlocks, AListWithTheVisibleFocusGetsItsNodesAtOnce) {
    Page page;
    page.rest();
    page.frame(1, {{Input::Kind::Focus, page.node_of(Role::Button, "Open"), {}, 0}});
    page.scroll(10 * kRow);
    EXPECT_TRUE(page.has(page.name(30)));
}

TEST(DrawnBlocks, OtherContentIsDrawnAnew) {
    Page page;
    page.rest();
    page.rest();
    page.revision = 2;
    page.rest();
    EXPECT_GT(page.drawn(), 0);
    EXPECT_TRUE(page.has(page.name(3)));
    expect_like_fresh(page, 0);
}

TEST(DrawnBlocks, ARowSomethingIsDoneToIsDrawn) {
    Page page;
    page.rest();
    page.rest();
    const NodeId open = page.node_of(Role::Button, "Open");
    page.frame(1, {{Input::Kind::Hover, open, {}, 0}});
    EXPECT_EQ(page.drawn(), 1);
    page.frame(1, {{Input::Kind::Hover, 0, {}, 0}});
    EXPECT_EQ(page.drawn(), 1) << "it looks otherwise than before";
    page.rest();
    page.rest();
    EXPECT_EQ(page.drawn(), 0);
    expect_like_fresh(page, 0);
}

TEST(DrawnBlocks, ABlockIsPutDownOnceAFrame) {
    testing::BoxGlyphs glyphs;
    PaintSurface surface(glyphs);
    SemanticTree tree;
    Stage stage;
    const auto frame = [&](auto draw) {
        surface.begin_frame(100, 100, 1);
        tree.begin_frame();
        Frame drawn(stage, {.theme = &light_theme(),
                            .viewport = {0, 0, 100, 100},
                            .plane = &tree,
                            .draw = &surface.draw_list(),
                            .fonts = surface.fonts()});
        draw(drawn);
    };
    constexpr Rect kPlace{0, 0, 10, 10};
    frame([&](Frame& drawn) {
        const BlockScope block(drawn, 7, 1, kPlace);
        drawn.add_node(8, Role::Text, kPlace, {.name = "once"});
    });
    frame([&](Frame& drawn) {
        EXPECT_TRUE(drawn.put_again(7, 1, kPlace));
        EXPECT_FALSE(drawn.put_again(7, 1, kPlace));
    });
    EXPECT_EQ(tree.nodes().size(), 1u);
}

}  // namespace
}  // namespace xueshi::ui
