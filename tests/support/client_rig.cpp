#include "tests/support/client_rig.h"

#include <utility>

#include "core/codec/event_json.h"

namespace xueshi::testing {

ClientRig::ClientRig() { state_.rules = codec::built_in_rules(); }
ClientRig::~ClientRig() = default;

void ClientRig::tick() {
    now_ms_ += 16;
    memory_.update();
    link_.take_opened(keeper_.update(now_ms_));
    journal_.update(state_);
    memory_.update();
    link_.take_opened(keeper_.update(now_ms_));
    if (!keeper_.is_reading()) link_.update(now_ms_);
    memory_.update();
}

codec::SessionDocument ClientRig::signed_in() {
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

std::string ClientRig::page(const std::string& feed, const std::vector<app::Event>& events) {
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

void ClientRig::sign_in_with(const std::vector<catalogue::CourseRun>& runs) {
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

void ClientRig::act(views::Action action) {
    actions_.run({std::move(action)}, now_ms_);
    actions_.take_proposals(now_ms_);
    tick();
}

sync::PushRequest ClientRig::accept_push() {
    const std::string body = find_body("/api/v1/push");
    const auto push = codec::decode_push(body);
    EXPECT_TRUE(push) << body;
    sync::PushAnswer answer{{}, moment("2017-03-10T09:05").utc_ms};
    for (const auto& operation : push->operations) answer.outcomes.push_back({operation.sequence, true, {}, {}, {}});
    transport_.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
    tick();
    return *push;
}

std::string ClientRig::find_body(std::string_view path) const {
    for (const auto& [id, request] : transport_.waiting()) {
        if (request.path.starts_with(path)) return request.body;
    }
    return {};
}

}  // namespace xueshi::testing
