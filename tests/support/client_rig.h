// A signed-in client over fake ports, and the server's side of the conversation as the test tells it.
#pragma once

#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "core/codec/session_json.h"
#include "core/codec/sync_json.h"
#include "tests/support/builders.h"
#include "tests/support/client_fakes.h"
#include "web/runtime/action_runner.h"

namespace xueshi::testing {

class ClientRig : public ::testing::Test {
  protected:
    ClientRig() { state_.rules = codec::built_in_rules(); }

    // Lets the device answer, then the server.
    void tick() {
        now_ms_ += 16;
        memory_.update();
        link_.take_opened(keeper_.update(now_ms_));
        journal_.update(state_);
        memory_.update();
        link_.take_opened(keeper_.update(now_ms_));
        if (!keeper_.is_reading()) link_.update(now_ms_);
        memory_.update();
    }

    static codec::SessionDocument signed_in() {
        codec::SessionDocument session;
        session.domain_now_ms = moment("2017-03-10T09:00").utc_ms;
        session.is_sample = true;
        session.account = codec::SessionAccount{
            AccountId{"t1"}, "林晓岚", {organisation::OrgRole::Teacher}, UnitId{"school-1"}, "示例小学"};
        session.csrf = "csrf-token";
        session.feeds = {"catalogue", "me"};
        session.epoch = "e1";
        return session;
    }

    // A page with the given events of the server, numbered on.
    std::string page(const std::string& feed, const std::vector<app::Event>& events) {
        sync::FeedPage page{feed, "e1", {}, 0, 0};
        for (const app::Event& event : events) {
            codec::EncodedEvent encoded = codec::encode_event(event);
            const std::uint64_t sequence = ++heads_[feed];
            page.events.push_back({sequence, {}, Stamp{static_cast<std::int64_t>(sequence), 0, "server"},
                                   std::move(encoded.type), std::move(encoded.payload)});
        }
        page.next = page.head = heads_[feed];
        return codec::encode_feed_page(page);
    }

    // Signs in and loads a teacher and the given runs.
    void sign_in_with(const std::vector<catalogue::CourseRun>& runs) {
        link_.probe_session();
        transport_.answer("/api/v1/session", 200, codec::encode_session(signed_in()));
        tick();
        tick();
        std::vector<app::Event> published;
        for (const auto& run : runs) published.emplace_back(app::CourseRunPublished{run});
        transport_.answer("/api/v1/feeds/catalogue", 200, page("catalogue", published));
        transport_.answer("/api/v1/feeds/me", 200, page("me", {app::ProfileRecorded{teacher_profile()}}));
        tick();
        ASSERT_EQ(link_.phase(), views::SessionPhase::Ready);
    }

    void act(views::Action action) {
        actions_.run({std::move(action)}, now_ms_);
        actions_.take_proposals(now_ms_);
        tick();
    }

    // Answers the push under way by accepting everything in it, and returns it.
    sync::PushRequest accept_push() {
        const std::string body = find_body("/api/v1/push");
        const auto push = codec::decode_push(body);
        EXPECT_TRUE(push) << body;
        sync::PushAnswer answer{{}, moment("2017-03-10T09:05").utc_ms};
        for (const auto& operation : push->operations) answer.outcomes.push_back({operation.sequence, true, {}, {}, {}});
        transport_.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
        tick();
        return *push;
    }

    std::string find_body(std::string_view path) const {
        for (const auto& [id, request] : transport_.waiting()) {
            if (request.path.starts_with(path)) return request.body;
        }
        return {};
    }

    FakeTransport transport_;
    FakeNavigation navigation_;
    CountingEntropy entropy_;
    InlinePlanner planner_;
    FakeRelease release_;
    FakeStore::Disk disk_;
    FakeStore store_{disk_};
    FakeBrowser browser_;
    FakeBrowser::Tab tab_{browser_};
    FakeFiles files_;
    FakeCalendar calendar_;
    runtime::ClientState state_;
    runtime::DeviceMemory memory_{store_};
    runtime::DeviceJournal journal_{entropy_, memory_, tab_};
    runtime::DomainClock clock_;
    runtime::NoticeBoard notices_;
    runtime::AccountKeeper keeper_{{memory_, journal_, state_, clock_, calendar_}};
    runtime::ServerLink link_{transport_, state_, journal_, keeper_, clock_};
    runtime::ActionRunner actions_{
        {state_, journal_, link_, clock_, notices_, navigation_, entropy_, planner_, release_, keeper_,
         files_}};
    std::map<std::string, std::uint64_t> heads_;
    double now_ms_ = 1000;
};

}  // namespace xueshi::testing
