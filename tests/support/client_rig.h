// A signed-in client over fake ports, and the server's side of the conversation as the test tells it.
#pragma once

#include <gtest/gtest.h>

#include "core/codec/session_json.h"
#include "core/codec/sync_json.h"
#include "tests/support/builders.h"
#include "tests/support/client_fakes.h"
#include "web/runtime/action_runner.h"

namespace xueshi::testing {

class ClientRig : public ::testing::Test {
  protected:
    ClientRig();
    ~ClientRig() override;

    // Lets the device answer, then the server.
    void tick();

    static codec::SessionDocument signed_in();

    // A page with the given events of the server, numbered on.
    std::string page(const std::string& feed, const std::vector<app::Event>& events);

    // Signs in and loads a teacher and the given runs.
    void sign_in_with(const std::vector<catalogue::CourseRun>& runs);

    void act(views::Action action);

    // Answers the push under way by accepting everything in it, and returns it.
    sync::PushRequest accept_push();

    std::string find_body(std::string_view path) const;

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
    FakePrinter printer_;
    FakeUploads uploads_;
    FakeLibrary library_;
    FakeCalendar calendar_;
    runtime::ClientState state_;
    runtime::DeviceMemory memory_{store_};
    runtime::DeviceJournal journal_{entropy_, memory_, tab_};
    runtime::DomainClock clock_;
    runtime::NoticeBoard notices_;
    runtime::AccountKeeper keeper_{{memory_, journal_, state_, clock_, calendar_}};
    runtime::ServerLink link_{transport_, state_, journal_, keeper_, clock_};
    runtime::QuestionShelf questions_{library_};
    runtime::ActionRunner actions_{
        {state_, journal_, link_, clock_, notices_, navigation_, entropy_, planner_, release_, keeper_,
         files_, printer_, uploads_, questions_}};
    std::map<std::string, std::uint64_t> heads_;
    double now_ms_ = 1000;
};

}  // namespace xueshi::testing
