#include "web/ui/semantics.h"

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

using Kind = Input::Kind;

Node button(std::string_view name) {
    Node node;
    node.id = node_id(name);
    node.role = Role::Button;
    node.name = name;
    return node;
}

TEST(NodeId, DependsOnTheWholePath) {
    EXPECT_EQ(node_id("row"), node_id("row"));
    EXPECT_NE(node_id("row"), node_id("cell"));
    EXPECT_NE(node_id("open", node_id("row", 1)), node_id("open", node_id("row", 2)));
    EXPECT_NE(node_id(""), 0u);
}

TEST(SemanticTree, NestsNodesUnderTheInnermostOpenOne) {
    SemanticTree tree;
    tree.begin_frame();
    const NodeId outer = tree.open(button("outer"));
    const NodeId inner = tree.open(button("inner"));
    tree.add(button("leaf"));
    tree.close();
    tree.add(button("sibling"));
    tree.close();
    tree.add(button("root"));

    EXPECT_EQ(tree.find(node_id("leaf"))->parent, inner);
    EXPECT_EQ(tree.find(node_id("sibling"))->parent, outer);
    EXPECT_EQ(tree.find(node_id("root"))->parent, 0u);
    EXPECT_EQ(tree.nodes().size(), 5u);
}

TEST(SemanticTree, KeepsAnExplicitParent) {
    SemanticTree tree;
    tree.begin_frame();
    tree.open(button("outer"));
    Node elsewhere = button("elsewhere");
    elsewhere.parent = 7;
    tree.add(elsewhere);
    tree.close();
    EXPECT_EQ(tree.find(elsewhere.id)->parent, 7u);
}

TEST(SemanticTree, TellsInputsForOneFrameOnly) {
    SemanticTree tree;
    tree.set_inputs({{Kind::Activate, 5, {}, 0}, {Kind::Dismiss, 6, {}, 0}});
    EXPECT_TRUE(tree.was_activated(5));
    EXPECT_FALSE(tree.was_activated(6));
    EXPECT_TRUE(tree.was_dismissed(6));
    tree.set_inputs({});
    EXPECT_FALSE(tree.was_activated(5));
}

TEST(SemanticTree, AddsUpTheStepsOfAFrame) {
    SemanticTree tree;
    tree.set_inputs(
        {{Kind::Stepped, 5, {}, 1}, {Kind::Stepped, 5, {}, 1}, {Kind::Stepped, 9, {}, -1}});
    EXPECT_EQ(tree.steps(5), 2);
    EXPECT_EQ(tree.steps(9), -1);
    EXPECT_EQ(tree.steps(1), 0);
}

TEST(SemanticTree, TellsTheLatestText) {
    SemanticTree tree;
    tree.set_inputs({{Kind::TextChanged, 5, "学", 0}, {Kind::TextChanged, 5, "学时", 0}});
    ASSERT_NE(tree.changed_text(5), nullptr);
    EXPECT_EQ(*tree.changed_text(5), "学时");
    EXPECT_EQ(tree.changed_text(6), nullptr);
}

TEST(SemanticTree, KeepsFocusHoverAndPressUntilTheyChange) {
    SemanticTree tree;
    tree.set_inputs({{Kind::Focus, 5, {}, 0}, {Kind::Hover, 6, {}, 0}, {Kind::Press, 7, {}, 0}});
    tree.set_inputs({});
    EXPECT_EQ(tree.focused(), 5u);
    EXPECT_EQ(tree.hovered(), 6u);
    EXPECT_EQ(tree.pressed(), 7u);
    tree.set_inputs({{Kind::Hover, 0, {}, 0}, {Kind::Press, 0, {}, 0}, {Kind::Blur, 5, {}, 0}});
    EXPECT_EQ(tree.focused(), 0u);
    EXPECT_EQ(tree.hovered(), 0u);
    EXPECT_EQ(tree.pressed(), 0u);
}

TEST(SemanticTree, ALateBlurOfAnotherNodeKeepsTheFocus) {
    SemanticTree tree;
    tree.set_inputs({{Kind::Focus, 8, {}, 0}, {Kind::Blur, 5, {}, 0}});
    EXPECT_EQ(tree.focused(), 8u);
}

TEST(SemanticTree, RemembersWhereARegionWasScrolled) {
    SemanticTree tree;
    EXPECT_EQ(tree.scroll_offset(3), 0);
    tree.set_inputs({{Kind::Scrolled, 3, {}, 120}});
    EXPECT_EQ(tree.scroll_offset(3), 120);
    EXPECT_TRUE(tree.take_wanted_scrolls().empty()) << "the plane knows already";
}

TEST(SemanticTree, PassesAWantedOffsetOnOnceItsRegionIsThere) {
    SemanticTree tree;
    tree.set_scroll_offset(node_id("list"), 80);
    EXPECT_TRUE(tree.take_wanted_scrolls().empty());
    tree.add(button("list"));
    const auto wanted = tree.take_wanted_scrolls();
    ASSERT_EQ(wanted.size(), 1u);
    EXPECT_EQ(wanted[0].offset, 80);
    EXPECT_TRUE(tree.take_wanted_scrolls().empty());
}

TEST(SemanticTree, PassesAWantedFocusOnOnceItsNodeIsThere) {
    SemanticTree tree;
    tree.request_focus(node_id("field"));
    EXPECT_EQ(tree.take_wanted_focus(), 0u);
    tree.add(button("field"));
    EXPECT_EQ(tree.take_wanted_focus(), node_id("field"));
    EXPECT_EQ(tree.take_wanted_focus(), 0u);
}

}  // namespace
}  // namespace xueshi::ui
