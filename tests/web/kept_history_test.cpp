// What can be taken back is there after a reload, whatever other tabs of the browser did meanwhile.
#include "web/runtime/kept_history.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "tests/support/device_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;

// Names a plan, chooses a run, and hears from the server that it has both.
void plan_and_confirm(Page& page) {
    page.name_plan("p1", "均衡");
    page.mark("R1", plan::PlanMark::Chosen);
    for (int pushes = 0; pushes < 2; ++pushes) {
        const auto push = pushed(page);
        page.answer("/api/v1/push", 200, accepted(push));
        page.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 1, {}));
        if (page.sync().unconfirmed == 0) break;
    }
    ASSERT_EQ(page.sync().unconfirmed, 0u);
}

// Takes back the chosen run and the plan.
void expect_both_can_be_taken_back(Page& page) {
    EXPECT_EQ(page.status().undo_code, "RunAdded");
    EXPECT_EQ(page.status().undo_subject, course_run("R1").title);
    page.press(views::Undo{});
    page.press(views::Undo{});
    EXPECT_FALSE(page.plans().at(PlanId{"p1"}).exists());
    EXPECT_FALSE(page.status().can_undo);
    EXPECT_TRUE(page.status().can_redo);
}

// Of the tab's own history, on the disk.
std::string history_prefix_of(const Page& page) {
    return history_prefix(AccountId{"t1"}, page.remembered().substr(std::string("t1 ").size()));
}

std::size_t records(const Device& device, std::string_view part) {
    return static_cast<std::size_t>(std::count_if(device.disk.begin(), device.disk.end(), [&](const auto& entry) {
        return entry.first.find(part) != std::string::npos;
    }));
}

class ReloadBesideAnotherTab : public ::testing::Test {
  protected:
    ReloadBesideAnotherTab() {
        sign_in(*other_);
        come_back(*tab_);
        tab_->answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 2, {}));
        tab_->answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 1, {}));
    }
    void end_tab() {
        word_ = tab_->remembered();
        tab_.reset();
    }
    void reopen_tab() { tab_ = std::make_unique<Page>(device_, word_); }

    Device device_;
    std::unique_ptr<Page> other_ = std::make_unique<Page>(device_);
    std::unique_ptr<Page> tab_ = std::make_unique<Page>(device_);
    std::string word_;
};

TEST_F(ReloadBesideAnotherTab, KeepsTheHistoryOfWhatTheServerHas) {
    plan_and_confirm(*tab_);
    end_tab();
    other_->settle();  // it takes up the identity, in which nothing waits, and forgets it
    reopen_tab();
    tab_->settle();
    expect_both_can_be_taken_back(*tab_);
}

TEST_F(ReloadBesideAnotherTab, KeepsTheHistoryOfEditsTheOtherTabHasTakenUp) {
    tab_->name_plan("p1", "均衡");
    tab_->mark("R1", plan::PlanMark::Chosen);
    end_tab();
    other_->settle();
    reopen_tab();
    tab_->settle();
    other_->settle();
    tab_->settle();
    expect_both_can_be_taken_back(*tab_);
    other_->settle();
    EXPECT_FALSE(other_->plans().at(PlanId{"p1"}).exists());
}

TEST_F(ReloadBesideAnotherTab, KeepsItHoweverLateTheOtherTabIs) {
    plan_and_confirm(*tab_);
    end_tab();
    reopen_tab();
    tab_->settle();
    other_->settle();
    tab_->settle();
    expect_both_can_be_taken_back(*tab_);
}

TEST_F(ReloadBesideAnotherTab, FindsItAgainAfterASecondReload) {
    plan_and_confirm(*tab_);
    for (int reloads = 0; reloads < 2; ++reloads) {
        end_tab();
        other_->settle();
        reopen_tab();
        tab_->settle();
    }
    tab_->press(views::Undo{});
    end_tab();
    other_->settle();
    reopen_tab();
    tab_->settle();
    EXPECT_EQ(tab_->status().undo_code, "PlanCreated");
    EXPECT_EQ(tab_->status().redo_code, "RunAdded");
}

TEST_F(ReloadBesideAnotherTab, LeavesEachTabItsOwn) {
    tab_->name_plan("p1", "均衡");
    other_->now_ms += 60'000;  // its history is the one used last
    other_->name_plan("p2", "省钱");
    end_tab();
    other_->settle();
    reopen_tab();
    tab_->settle();
    EXPECT_EQ(tab_->status().undo_subject, "均衡");
    EXPECT_EQ(other_->status().undo_subject, "省钱");
    // A tab that remembers nothing begins anew, for the one used last has its tab.
    Page third(device_);
    third.settle();
    EXPECT_FALSE(third.status().can_undo);
}

TEST_F(ReloadBesideAnotherTab, ADuplicateWritesAHistoryOfItsOwn) {
    tab_->name_plan("p1", "均衡");
    other_.reset();
    Page duplicate(device_, tab_->remembered());
    duplicate.settle();
    EXPECT_FALSE(duplicate.status().can_undo);
    duplicate.name_plan("p3", "省时");
    EXPECT_NE(duplicate.remembered(), tab_->remembered());
    // It has gone on without; the first may come back.
    end_tab();
    duplicate.settle();
    reopen_tab();
    tab_->settle();
    EXPECT_EQ(tab_->status().undo_subject, "均衡");
    EXPECT_EQ(duplicate.status().undo_subject, "省时");
}

TEST(KeptHistory, WhatIsDoneBeforeItIsFoundComesAfterIt) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.mark("R1", plan::PlanMark::Chosen);
        page.mark("R2", plan::PlanMark::Chosen);
        page.mark("R2", plan::PlanMark::Excluded);
        page.press(views::Undo{});
        page.press(views::Undo{});
    }
    std::string word;
    {
        Page page(device);
        page.act({});  // it has read the account, and claims nothing yet
        page.store.is_held = true;
        page.act({});
        ASSERT_EQ(page.core.link().phase(), views::SessionPhase::Ready);
        ASSERT_FALSE(page.status().can_undo) << "it is this tab's, and has not been read yet";
        page.act({app::Command{plan::MarkCourseRun{PlanId{"p1"}, CourseRunId{"R2"}, plan::PlanMark::Pinned}}});
        EXPECT_TRUE(page.status().can_undo);
        page.store.is_held = false;
        page.settle();
        EXPECT_FALSE(page.status().can_redo) << "what could be redone is done with";
        word = page.remembered();
    }
    Page page(device, word);
    page.settle();
    EXPECT_EQ(page.status().undo_subject, course_run("R2").title);
    EXPECT_FALSE(page.status().can_redo) << "on the disk, too";
    page.press(views::Undo{});
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).mark_of(CourseRunId{"R2"}), plan::PlanMark::None);
    page.press(views::Redo{});
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).mark_of(CourseRunId{"R2"}), plan::PlanMark::Pinned);
    page.press(views::Undo{});
    expect_both_can_be_taken_back(page);
}

TEST(KeptHistory, ANewIdentityTakesNothingOfItAway) {
    Device device;
    std::string word;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.answer("/api/v1/push", 409, R"({"code":"SequenceGap","status":409})");
        page.mark("R1", plan::PlanMark::Chosen);
        word = page.remembered();
    }
    Page page(device, word);
    page.settle();
    expect_both_can_be_taken_back(page);
}

// Beside the identity, its place without a time.
TEST(KeptHistory, OneOfAnEarlierReleaseGoesOn) {
    Device device;
    DeviceId identity;
    {
        Page page(device);
        sign_in(page);
        plan_and_confirm(page);
        identity = page.core.journal().device_id();
        const std::string own = history_prefix_of(page);
        const std::string former = identity_prefix(AccountId{"t1"}, identity);
        FakeStore::Disk moved;
        for (const auto& [name, value] : device.disk) {
            moved[name.starts_with(own) ? former + name.substr(own.size()) : name] = value;
        }
        device.disk = std::move(moved);
        device.disk.at(former + "place") = seal("2");
    }
    {
        Page page(device);
        page.settle();
        EXPECT_EQ(page.core.journal().device_id(), identity) << "numbers go on, too";
        EXPECT_EQ(page.status().undo_code, "RunAdded");
    }
    // Without its identity it is no identity: numbers that are spent would be used again.
    std::erase_if(device.disk, [&](const auto& entry) {
        return entry.first.ends_with("/identity") || entry.first.find("/op/") != std::string::npos;
    });
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    page.name_plan("p2", "省钱");
    EXPECT_NE(page.core.journal().device_id(), identity);
    EXPECT_EQ(page.status().undo_subject, "省钱");
    page.press(views::Undo{});
    expect_both_can_be_taken_back(page);
}

TEST(KeptHistory, ThoseLongUnusedAreForgotten) {
    Device device;
    std::string oldest;
    {
        std::vector<std::unique_ptr<Page>> pages;
        for (int i = 0; i < 11; ++i) {
            pages.push_back(std::make_unique<Page>(device));
            if (i == 0) sign_in(*pages.back());
            pages.back()->settle();
            pages.back()->now_ms = 1000.0 + i * 60'000;
            pages.back()->name_plan("p" + std::to_string(i), "方案");
        }
        oldest = history_prefix_of(*pages.front());
        ASSERT_EQ(records(device, "/place"), 11u);
        Page beside(device);
        beside.settle();
        EXPECT_EQ(records(device, "/place"), 11u) << "tabs that are open keep theirs";
    }
    {
        Page page(device);
        page.settle();
        EXPECT_EQ(records(device, "/place"), 8u);
        EXPECT_EQ(records(device, "/step/"), 8u);
        EXPECT_EQ(records(device, oldest), 0u);
        EXPECT_TRUE(page.status().can_undo) << "the one used last is this tab's now";
    }
}

TEST(KeptHistory, IsGoneWithTheAccount) {
    Device device;
    Page page(device);
    sign_in(page);
    plan_and_confirm(page);
    page.press(views::SignOut{});
    page.answer("/api/v1/session", 204, {});
    EXPECT_TRUE(device.disk.empty());
    EXPECT_FALSE(page.status().can_undo);
    sign_in(page);
    EXPECT_FALSE(page.status().can_undo);
    page.name_plan("p2", "省钱");
    EXPECT_EQ(page.status().undo_subject, "省钱");
}

}  // namespace
}  // namespace xueshi::runtime
