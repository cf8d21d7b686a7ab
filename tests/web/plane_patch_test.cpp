#include "web/ui/plane_patch.h"

#include <cstring>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

// Reads a patch back as readable lines: "node 5 fields", "children 0: 5 6", "remove 5", …
class PatchText {
  public:
    explicit PatchText(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

    std::vector<std::string> lines() {
        std::vector<std::string> lines;
        while (!rest_.empty()) lines.push_back(line());
        return lines;
    }

  private:
    template <typename T>
    T number() {
        T value{};
        EXPECT_GE(rest_.size(), sizeof value);
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_ = rest_.subspan(sizeof value);
        return value;
    }

    std::string string() {
        const auto size = number<std::uint32_t>();
        const std::string text(reinterpret_cast<const char*>(rest_.data()), size);
        rest_ = rest_.subspan(size);
        return text;
    }

    std::string line() {
        switch (static_cast<PatchOperation>(number<std::uint8_t>())) {
            case PatchOperation::Theme:
                for (int i = 0; i < 5; ++i) number<std::uint32_t>();
                number<std::uint8_t>();
                return "theme";
            case PatchOperation::Remove:
                return "remove " + std::to_string(number<NodeId>());
            case PatchOperation::Node:
                return node();
            case PatchOperation::Children:
                return children();
            case PatchOperation::Focus:
                return "focus " + std::to_string(number<NodeId>());
            case PatchOperation::Scroll: {
                const auto id = number<NodeId>();
                return "scroll " + std::to_string(id) + " " + whole(number<float>());
            }
            case PatchOperation::Announce: {
                const bool is_assertive = number<std::uint8_t>() != 0;
                return (is_assertive ? "announce! " : "announce ") + string();
            }
        }
        ADD_FAILURE() << "unknown operation";
        return "";
    }

    std::string node() {
        std::string text = "node " + std::to_string(number<NodeId>());
        const auto fields = number<std::uint16_t>();
        if (fields & kPatchRole) text += " role " + std::to_string(number<std::uint8_t>());
        if (fields & kPatchRect) {
            text += " at";
            for (int i = 0; i < 4; ++i) text += " " + whole(number<float>());
        }
        if (fields & kPatchState) text += " state " + std::to_string(number<std::uint16_t>());
        if (fields & kPatchName) text += " name " + string();
        if (fields & kPatchValue) text += " value " + string();
        if (fields & kPatchHint) text += " hint " + string();
        if (fields & kPatchAutocomplete) text += " autocomplete " + string();
        if (fields & kPatchDescribedBy) text += " described_by " + std::to_string(number<NodeId>());
        if (fields & kPatchContentHeight) text += " content " + whole(number<float>());
        if (fields & kPatchFontPx) text += " font " + whole(number<float>());
        if (fields & kPatchPadding) {
            text += " left " + whole(number<float>());
            text += " right " + whole(number<float>());
        }
        if (fields & kPatchRowCount) text += " rows " + std::to_string(number<std::int32_t>());
        if (fields & kPatchRowIndex) text += " row " + std::to_string(number<std::int32_t>());
        if (fields & kPatchMaxLength) text += " longest " + std::to_string(number<std::int32_t>());
        if (fields & kPatchKeyboard) text += " keyboard " + std::to_string(number<std::uint8_t>());
        return text;
    }

    std::string children() {
        std::string text = "children " + std::to_string(number<NodeId>()) + ":";
        const auto count = number<std::uint32_t>();
        for (std::uint32_t i = 0; i < count; ++i) text += " " + std::to_string(number<NodeId>());
        return text;
    }

    static std::string whole(float value) { return std::to_string(static_cast<int>(value)); }

    std::span<const std::uint8_t> rest_;
};

class PlanePatch : public ::testing::Test {
  protected:
    PlanePatch() {
        tree_.begin_frame();
        writer_.write(tree_);  // the theme, once
    }

    static Node node(NodeId id, Role role, Rect rect = {}) {
        Node made;
        made.id = id;
        made.role = role;
        made.rect = rect;
        return made;
    }

    // Writes the frame that was added since the last call.
    std::vector<std::string> patch() {
        std::vector<std::string> lines = PatchText(writer_.write(tree_)).lines();
        tree_.begin_frame();
        return lines;
    }

    using Lines = std::vector<std::string>;
    SemanticTree tree_;
    PlanePatchWriter writer_;
};

TEST_F(PlanePatch, StartsWithTheThemeAndTellsItAgainOnlyWhenItChanges) {
    PlanePatchWriter fresh;
    EXPECT_EQ(PatchText(fresh.write(tree_)).lines(), Lines{"theme"});
    EXPECT_TRUE(fresh.write(tree_).empty());
    PlaneTheme dark;
    dark.dark = true;
    tree_.set_theme(dark);
    EXPECT_EQ(PatchText(fresh.write(tree_)).lines(), Lines{"theme"});
}

TEST_F(PlanePatch, TellsANewNodeWithWhatDiffersFromTheDefaults) {
    Node field = node(5, Role::Field, {1, 2, 3, 4});
    field.name = "学时";
    field.max_length = 9;
    tree_.add(field);
    EXPECT_EQ(patch(), (Lines{"node 5 role 12 at 1 2 3 4 name 学时 longest 9", "children 0: 5"}));
}

TEST_F(PlanePatch, IsEmptyWhenNothingChanged) {
    const auto draw = [this] {
        tree_.open(node(5, Role::Main));
        tree_.add(node(6, Role::Button));
        tree_.close();
    };
    draw();
    EXPECT_NE(patch(), Lines{});
    draw();
    EXPECT_EQ(patch(), Lines{});
}

TEST_F(PlanePatch, TellsOnlyTheFieldThatChanged) {
    Node text = node(5, Role::Text, {0, 0, 10, 10});
    text.name = "还差 12";
    tree_.add(text);
    patch();
    text.name = "还差 6";
    tree_.add(text);
    EXPECT_EQ(patch(), Lines{"node 5 name 还差 6"});
    text.name.clear();
    tree_.add(text);
    EXPECT_EQ(patch(), Lines{"node 5 name "});
}

TEST_F(PlanePatch, PlacesChildrenRelativeToTheirParent) {
    tree_.open(node(5, Role::Group, {100, 200, 50, 50}));
    tree_.add(node(6, Role::Button, {110, 220, 5, 5}));
    tree_.close();
    EXPECT_EQ(patch(),
              (Lines{"node 5 role 0 at 100 200 50 50",
                     "node 6 role 6 at 10 20 5 5",
                     "children 0: 5",
                     "children 5: 6"}));
    // Moved together: the child stays where it is in its parent.
    tree_.open(node(5, Role::Group, {300, 200, 50, 50}));
    tree_.add(node(6, Role::Button, {310, 220, 5, 5}));
    tree_.close();
    EXPECT_EQ(patch(), Lines{"node 5 at 300 200 50 50"});
}

TEST_F(PlanePatch, PlacesChildrenOfAScrollRegionInItsContent) {
    Node region = node(5, Role::ScrollRegion, {100, 200, 50, 50});
    region.content_height = 900;
    tree_.open(region);
    tree_.add(node(6, Role::Button, {0, 440, 5, 5}));
    tree_.close();
    EXPECT_EQ(patch()[1], "node 6 role 6 at 0 440 5 5");
}

TEST_F(PlanePatch, TellsTheOrderWhenItChanges) {
    for (const NodeId id : {5u, 6u, 7u}) tree_.add(node(id, Role::Button));
    patch();
    for (const NodeId id : {7u, 5u, 6u}) tree_.add(node(id, Role::Button));
    EXPECT_EQ(patch(), Lines{"children 0: 7 5 6"});
}

TEST_F(PlanePatch, RemovesWhatIsGoneAndMovesWhatHasAnotherParent) {
    tree_.open(node(5, Role::Group));
    tree_.add(node(6, Role::Button));
    tree_.close();
    patch();
    tree_.add(node(6, Role::Button));
    EXPECT_EQ(patch(), (Lines{"remove 5", "children 0: 6"}));
}

TEST_F(PlanePatch, AnotherRoleIsAnotherElementWithItsChildrenPlacedAgain) {
    tree_.open(node(5, Role::Group));
    tree_.add(node(6, Role::Button));
    tree_.close();
    patch();
    tree_.open(node(5, Role::List));
    tree_.add(node(6, Role::Button));
    tree_.close();
    EXPECT_EQ(patch(), (Lines{"remove 5", "node 5 role 17", "children 0: 5", "children 5: 6"}));
}

TEST_F(PlanePatch, TheFirstOfTwoNodesWithOneIdCounts) {
    Node first = node(5, Role::Button);
    first.name = "first";
    Node second = node(5, Role::Link);
    second.name = "second";
    tree_.add(first);
    tree_.add(second);
    EXPECT_EQ(patch(), (Lines{"node 5 role 6 name first", "children 0: 5"}));
}

TEST_F(PlanePatch, ANodeOfAnUnknownParentStandsAtTheRoot) {
    Node stray = node(5, Role::Button, {1, 1, 2, 2});
    stray.parent = 99;
    tree_.add(stray);
    EXPECT_EQ(patch().back(), "children 0: 5");
}

TEST_F(PlanePatch, ARegionThatComesBackStartsWhereItWasLeft) {
    tree_.add(node(5, Role::ScrollRegion));
    patch();
    tree_.set_inputs({{Input::Kind::Scrolled, 5, {}, 64}});
    patch();  // gone
    tree_.add(node(5, Role::ScrollRegion));
    EXPECT_EQ(patch().back(), "scroll 5 64");
}

TEST_F(PlanePatch, ScrollingByARowTellsTheRowsThatCameAndWentAlone) {
    const auto draw = [this](NodeId first) {
        tree_.open(node(1, Role::ScrollRegion));
        for (NodeId row = first; row < first + 40; ++row) {
            const float y = 42.0f * static_cast<float>(row);
            tree_.open(node(row, Role::Row, {0, y, 500, 42}));
            Node cell = node(10000 + row, Role::Cell, {16, y, 100, 42});
            cell.name = std::to_string(row);
            tree_.add(cell);
            tree_.close();
        }
        tree_.close();
    };
    draw(100);
    patch();
    draw(101);
    const Lines lines = patch();
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_EQ((Lines{lines.begin(), lines.begin() + 4}),
              (Lines{"remove 100",
                     "remove 10100",
                     "node 140 role 20 at 0 5880 500 42",
                     "node 10140 role 21 at 16 0 100 42 name 140"}));
    EXPECT_TRUE(lines[4].starts_with("children 1: 101 102"));
    EXPECT_EQ(lines[5], "children 140: 10140");
    draw(101);
    EXPECT_EQ(patch(), Lines{});
    draw(100);  // back again, over slots that were given away
    EXPECT_EQ(patch()[3], "node 10100 role 21 at 16 0 100 42 name 100");
}

TEST_F(PlanePatch, EndsWithFocusAndAnnouncements) {
    tree_.add(node(5, Role::Button));
    tree_.request_focus(5);
    tree_.announce("已保存");
    tree_.announce("没有网络", true);
    const Lines lines = patch();
    EXPECT_EQ((Lines{lines.end() - 3, lines.end()}),
              (Lines{"focus 5", "announce 已保存", "announce! 没有网络"}));
    tree_.add(node(5, Role::Button));
    EXPECT_EQ(patch(), Lines{});
}

}  // namespace
}  // namespace xueshi::ui
