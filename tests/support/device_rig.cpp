#include "tests/support/device_rig.h"

#include <gtest/gtest.h>

#include <utility>

#include "core/codec/event_json.h"

namespace xueshi::testing {

Page::Page(Device& device, std::string remembered)
    : device_(device),
      store(device.disk),
      tab_(device.browser),
      core({transport, navigation, device.lifecycle, device.entropy, planner_, release_, store, tab_, files, library, printer, uploads,
            device.calendar}) {
    tab_.word = std::move(remembered);
}

Page::~Page() = default;

void Page::settle() {
    for (int i = 0; i < 6; ++i) act({});
}

void Page::press(views::Action action) {
    act({std::move(action)});
    settle();
}

void Page::mark(const std::string& run, plan::PlanMark mark) {
    press(app::Command{plan::MarkCourseRun{{}, CourseRunId{run}, mark}});
}

void Page::name_plan(const std::string& id, const std::string& name) {
    press(app::Command{plan::NamePlan{PlanId{id}, name}});
}

void Page::answer(std::string_view path, int status, std::string body) {
    transport.answer(path, status, std::move(body));
    settle();
}

void Page::lose(std::string_view path) {
    transport.lose(path);
    settle();
}

std::string Page::body_of(std::string_view path) const {
    for (const auto& [id, request] : transport.waiting()) {
        if (request.path.starts_with(path)) return request.body;
    }
    return {};
}

codec::SessionDocument teacher_session(const std::string& account) {
    codec::SessionDocument session;
    session.domain_now_ms = moment("2017-03-10T09:00").utc_ms;
    session.account = codec::SessionAccount{
        AccountId{account}, "林晓岚", {organisation::OrgRole::Teacher}, UnitId{"school-1"}, "示例小学"};
    session.csrf = "csrf-token";
    session.feeds = {"catalogue", "me"};
    session.epoch = "e1";
    return session;
}

std::string feed_page(const std::string& feed, const std::string& epoch, std::uint64_t after, const std::vector<app::Event>& events) {
    sync::FeedPage page{feed, epoch, {}, after, after};
    for (const app::Event& event : events) {
        codec::EncodedEvent encoded = codec::encode_event(event);
        page.events.push_back({++page.next, {}, Stamp{static_cast<std::int64_t>(page.next), 0, "server"},
                               std::move(encoded.type), std::move(encoded.payload)});
    }
    page.head = page.next;
    return codec::encode_feed_page(page);
}

void come_back(Page& page) {
    page.settle();
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
}

void sign_in(Page& page) {
    come_back(page);
    page.answer("/api/v1/feeds/catalogue", 200,
                feed_page("catalogue", "e1", 0,
                          {app::CourseRunPublished{course_run("R1")}, app::CourseRunPublished{course_run("R2")}}));
    page.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 0, {app::ProfileRecorded{teacher_profile()}}));
}

std::string accepted(const sync::PushRequest& push) {
    sync::PushAnswer answer{{}, moment("2017-03-10T09:05").utc_ms};
    for (const auto& operation : push.operations) answer.outcomes.push_back({operation.sequence, true, {}, {}, {}});
    return codec::encode_push_answer(answer);
}

sync::PushRequest pushed(const Page& page) {
    const auto push = codec::decode_push(page.body_of("/api/v1/push"));
    EXPECT_TRUE(push);
    return push ? *push : sync::PushRequest{};
}

}  // namespace xueshi::testing
