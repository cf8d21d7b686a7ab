// One device of a teacher: the client without its screens on a disk of its own, in a browser that may have other
// tabs. The test is the server.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/codec/session_json.h"
#include "core/codec/sync_json.h"
#include "tests/support/builders.h"
#include "tests/support/client_fakes.h"
#include "web/runtime/client_core.h"

namespace xueshi::testing {

// What outlives a page: the disk and the other tabs.
struct Device {
    FakeStore::Disk disk;
    FakeBrowser browser;
    FakeCalendar calendar;
    CountingEntropy entropy;
    FakeLifecycle lifecycle;
};

// A page of the client, from its opening to its end.
class Page {
  public:
    // `remembered`: what the page before in the same tab left.
    explicit Page(Device& device, std::string remembered = {});
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    // Runs until nothing more happens by itself.
    void settle();
    void act(const std::vector<views::Action>& actions) { core.update(actions, now_ms += 16); }
    void press(views::Action action);
    void mark(const std::string& run, plan::PlanMark mark);
    void name_plan(const std::string& id, const std::string& name);

    void answer(std::string_view path, int status, std::string body);
    void lose(std::string_view path);
    std::string body_of(std::string_view path) const;
    views::SyncStatus sync() const { return core.status(now_ms, true).sync; }
    views::Status status() const { return core.status(now_ms, true); }
    const std::string& remembered() const { return tab_.word; }
    const plan::PlanDrafts& plans() const { return core.state().teacher.plans; }

    double now_ms = 1000;

  private:
    Device& device_;

  public:
    FakeStore store;

  private:
    FakeBrowser::Tab tab_;
    InlinePlanner planner_;
    FakeRelease release_;

  public:
    FakeTransport transport;
    FakeNavigation navigation;
    FakeFiles files;
    FakePrinter printer;
    FakeUploads uploads;
    FakeLibrary library;
    runtime::ClientCore core;
};

codec::SessionDocument teacher_session(const std::string& account = "t1");

std::string feed_page(const std::string& feed, const std::string& epoch, std::uint64_t after, const std::vector<app::Event>& events);

// Opens the page in a browser where the teacher is signed in.
void come_back(Page& page);

// Signs in and loads a teacher and two runs.
void sign_in(Page& page);

// The server's word that it took everything pushed.
std::string accepted(const sync::PushRequest& push);

// What the page is pushing.
sync::PushRequest pushed(const Page& page);

}  // namespace xueshi::testing
