// Many devices, tabs and one server in one process, under a schedule drawn from a seed: requests are lost,
// doubled, delayed and answered out of order, pages and servers end at any moment, disks hold back, clocks
// jump, the server is set back to a backup. In the end the network heals, and then
//
//     every device shows the same plans as the server's feed folds to,
//     every edit that was called saved is in that feed,
//     nothing waits any more.
//
// A failing schedule prints its seed; XUESHI_SEED=<n> plays it alone and tells what happens, XUESHI_SCHEDULES=<n>
// plays so many.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "tests/simulation/simulated_server.h"
#include "tests/support/device_rig.h"

namespace xueshi::testing {
namespace {

class Schedule {
  public:
    Schedule(std::uint64_t seed, bool tells) : random_(seed), tells_(tells) {
        for (auto& device : devices_) device.entropy.start_at(static_cast<std::uint8_t>(random_()));
    }

    void play(int steps) {
        backup_ = server_.backup();
        for (int i = 0; i < steps; ++i) step();
        heal();
    }

    // ---- what is promised
    void expect_promises_kept() {
        app::TeacherState server;
        std::string feed;
        for (const sync::Envelope& envelope : server_.teacher_feed()) {
            feed += envelope.payload;
            if (auto event = codec::decode_event(envelope.type, envelope.payload)) {
                app::apply(server, {*std::move(event), envelope.stamp, envelope.sequence});
            }
        }
        for (const std::string& token : saved_) {
            EXPECT_NE(feed.find(token), std::string::npos) << "lost although it was saved: " << token;
        }
        for (const auto& page : pages_) {
            EXPECT_EQ(page->core.link().phase(), views::SessionPhase::Ready);
            for (const sync::Operation& operation : page->core.journal().waiting_operations()) {
                ADD_FAILURE() << "still waits on device " << page->device_number << ": " << operation.stamp.node << "/"
                              << operation.sequence << " " << operation.type << " " << operation.payload
                              << (page->core.journal().next_push() ? ", could be sent" : ", of another tab");
            }
            EXPECT_EQ(page->core.journal().unsaved(), 0u);
            expect_same(page->core.state().teacher, server);
        }
        EXPECT_FALSE(pages_.empty());
    }

  private:
    static constexpr std::size_t kDevices = 3;

    struct OpenPage : Page {
        OpenPage(Device& device, std::size_t number, std::string remembered = {})
            : Page(device, std::move(remembered)), device_number(number) {}
        std::size_t device_number;
        int name = 0;
        std::vector<std::string> applied;  // tokens of edits not known to be saved yet
        bool is_offline = false;
    };

    std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
    bool chance(unsigned percent) { return below(100) < percent; }

    // What people see: names, marks, limits and priorities, not who wrote them when.
    static void expect_same(const app::TeacherState& shown, const app::TeacherState& kept) {
        ASSERT_EQ(shown.plans.size(), kept.plans.size());
        for (const auto& [id, draft] : kept.plans) {
            const plan::PlanDraft& other = shown.plans.at(id);
            EXPECT_EQ(other.exists(), draft.exists());
            EXPECT_EQ(other.contested_parts(), draft.contested_parts()) << id.text;
            EXPECT_EQ(other.name.value(), draft.name.value());
            EXPECT_EQ(other.limits.value(), draft.limits.value());
            EXPECT_EQ(other.priorities.value(), draft.priorities.value());
            for (const auto& [run, mark] : draft.marks) EXPECT_EQ(other.mark_of(run), mark.value()) << run.text;
        }
        EXPECT_EQ(shown.selections.size(), kept.selections.size());
        for (const auto& [id, selection] : kept.selections) {
            ASSERT_TRUE(shown.selections.contains(id));
            EXPECT_EQ(shown.selections.at(id).is_standing(), selection.is_standing());
        }
        EXPECT_EQ(shown.theme.value, kept.theme.value);
    }

    void step() {
        const std::uint64_t kind = below(100);
        if (pages_.empty() || kind < 6) return open_page();
        OpenPage& page = *pages_[below(pages_.size())];
        if (kind < 40) return edit(page);
        if (kind < 75) return answer_one(page);
        if (kind < 84) return run(page);
        if (kind < 89) return end_page();
        if (kind < 91) {
            page.is_offline = !page.is_offline;
            tell(&page, page.is_offline ? "offline" : "online");
            if (!page.is_offline) page.act({views::RetrySync{}});
            return;
        }
        if (kind < 93) {
            page.store.is_held = !page.store.is_held;
            tell(&page, page.store.is_held ? "disk held" : "disk answers");
            return;
        }
        if (kind < 94) {
            page.store.problem = page.store.problem == ports::StoreProblem::None ? ports::StoreProblem::Full
                                                                                 : ports::StoreProblem::None;
            tell(&page, "disk problem ", static_cast<int>(page.store.problem));
            return;
        }
        if (kind < 96) {
            devices_[below(kDevices)].calendar.now += static_cast<std::int64_t>(below(3)) * 40'000'000'000 - 30'000'000'000;
            return;
        }
        if (kind < 97) return server_.restart();
        if (kind < 98) {
            backup_ = server_.backup();
            tell(nullptr, "backup at ", server_.teacher_feed().size());
            return;
        }
        if (kind < 99 && restores_ < 2) {
            ++restores_;
            tell(nullptr, "restore");
            return server_.restore(backup_);
        }
        server_.pass(static_cast<std::int64_t>(below(3'600'000)));
    }

    template <class... Parts>
    void tell(const OpenPage* page, const Parts&... parts) const {
        if (!tells_) return;
        if (page != nullptr) std::cout << "device " << page->device_number << " page " << page->name << ": ";
        (std::cout << ... << parts) << '\n';
    }

    void open_page() {
        if (pages_.size() >= 5) return;
        const std::size_t number = below(kDevices);
        tell(nullptr, "device ", number, " opens page ", names_ + 1);
        pages_.push_back(std::make_unique<OpenPage>(devices_[number], number, std::exchange(words_[number], {})));
        pages_.back()->name = ++names_;
        run(*pages_.back());
    }

    // A page ends without a farewell; of what it had asked the disk, any beginning may still take effect.
    void end_page() {
        const std::size_t index = below(pages_.size());
        const std::uint64_t late = below(3);
        tell(pages_[index].get(), "ends; late writes of ", pages_[index]->store.waiting(), ": ", late);
        pages_[index]->store.settle(late);
        words_[pages_[index]->device_number] = pages_[index]->remembered();
        pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(index));
    }

    void run(OpenPage& page) {
        page.act({});
        note_saved(page);
    }

    void note_saved(OpenPage& page) {
        // What the server confirmed and the disk never took goes down with a restored server.
        const runtime::DeviceMemory& memory = page.core.memory();
        if (!page.core.is_everything_saved() || !memory.is_saved(memory.mark())) return;
        for (const std::string& token : page.applied) tell(&page, "saved ", token);
        saved_.insert(page.applied.begin(), page.applied.end());
        page.applied.clear();
    }

    void edit(OpenPage& page) {
        if (page.core.link().phase() != views::SessionPhase::Ready) return run(page);
        const std::string token = "w" + std::to_string(++edits_);
        const std::size_t before = page.core.journal().waiting();
        const std::uint64_t kind = below(10);
        const auto drafts = page.core.state().teacher.plans.size();
        if (drafts == 0 || (kind == 0 && drafts < 6)) {
            page.act({app::Command{plan::NamePlan{PlanId{"p" + token}, token}}});
        } else {
            const PlanId id = std::next(page.core.state().teacher.plans.begin(),
                                        static_cast<std::ptrdiff_t>(below(drafts)))->first;
            switch (kind) {
                case 1: page.act({app::Command{plan::NamePlan{id, token}}}); break;
                case 2: page.act({app::Command{plan::DiscardPlan{id}}}); break;
                case 3: page.act({views::Undo{}}); break;
                case 4: page.act({views::Redo{}}); break;
                case 5:
                    page.act({app::Command{enrolment::SubmitSelection{
                        SelectionId{token}, {CourseRunId{"R" + std::to_string(1 + below(4))}}}}});
                    return run(page);  // an intent may be refused: it is in no feed then
                case 6:
                    page.act({app::Command{plan::SetPlanLimits{id, {static_cast<std::int64_t>(below(9)) * 100, {}}}}});
                    break;
                default:
                    page.act({app::Command{plan::MarkCourseRun{
                        id, CourseRunId{below(2) == 0 ? "R" + std::to_string(1 + below(4)) : token},
                        static_cast<plan::PlanMark>(below(4))}}});
            }
        }
        if (tells_) {
            tell(&page, "edit ", token, " of kind ", kind, ", ", before, " waited");
            for (const sync::Operation& operation : page.core.journal().waiting_operations()) {
                tell(&page, "  waits: ", operation.sequence, " ", operation.type, " ", operation.payload);
            }
        }
        // Only what carries the token can be looked for in the feed.
        if (page.core.journal().waiting() > before) {
            const auto waiting = page.core.journal().waiting_operations();
            for (const sync::Operation& operation : waiting) {
                if (operation.payload.find("\"" + token + "\"") != std::string::npos) page.applied.push_back("\"" + token + "\"");
            }
        }
        note_saved(page);
    }

    // Any of the page's requests, with any fate.
    void answer_one(OpenPage& page) {
        if (page.transport.waiting().empty()) return run(page);
        const std::size_t index = below(page.transport.waiting().size());
        const auto [id, request] = page.transport.waiting()[index];
        ports::HttpResponse response;
        response.request = id;
        const bool reaches_server = !page.is_offline && !chance(15);
        if (reaches_server) {
            response = server_.answer(id, request);
            if (chance(10)) response = server_.answer(id, request);  // doubled on the way
        }
        const bool is_lost = !reaches_server || chance(15);
        if (is_lost) {
            response = {};
            response.request = id;
        }
        tell(&page, request.method, " ", request.path, reaches_server ? " " : " never arrives ", response.status, " ",
             response.body.substr(0, 60));
        page.transport.settle_at(index, response);
        page.now_ms += 3'000;
        run(page);
    }

    // The network heals, disks have room, and every device is opened, twice: what a tab left while nobody could
    // hear of it is found by the next start.
    void heal() {
        run_until_quiet();
        pages_.clear();
        run_until_quiet();
    }

    void run_until_quiet() {
        for (std::size_t number = 0; number < kDevices && tells_; ++number) {
            for (const auto& [name, value] : devices_[number].disk) tell(nullptr, "disk ", number, " ", name);
        }
        for (auto& page : pages_) {
            page->is_offline = false;
            page->store.is_held = false;
            page->store.problem = ports::StoreProblem::None;
        }
        for (std::size_t number = 0; number < kDevices; ++number) {
            const bool is_open = std::any_of(pages_.begin(), pages_.end(),
                                             [&](const auto& page) { return page->device_number == number; });
            if (!is_open) pages_.push_back(std::make_unique<OpenPage>(devices_[number], number));
        }
        // By itself, with nothing but time: whatever a page could send or ask for.
        for (int round = 0; round < 12; ++round) pass_a_minute();
        for (const auto& page : pages_) {
            EXPECT_EQ(page->core.link().phase(), views::SessionPhase::Ready);
            EXPECT_FALSE(page->core.journal().next_push()) << "does not resume: device " << page->device_number;
        }
        // What others did meanwhile a page learns when somebody looks at it.
        for (int round = 0; round < 60; ++round) {
            if (round % 6 == 0 && round < 48) look_again();
            if (!pass_a_minute() && round > 50) break;
        }
    }

    void look_again() {
        for (const bool is_visible : {false, true}) {
            for (Device& device : devices_) device.lifecycle.is_visible = is_visible;
            for (auto& page : pages_) page->act({});
        }
    }

    // Every request arrives. False when there was none.
    bool pass_a_minute() {
        bool is_busy = false;
        for (auto& page : pages_) {
            page->now_ms += 61'000;
            page->act({});
            while (!page->transport.waiting().empty()) {
                const auto [id, request] = page->transport.waiting().front();
                const ports::HttpResponse response = server_.answer(id, request);
                tell(page.get(), "in the end ", request.method, " ", request.path, " ", request.body, " ", response.status, " ",
                     response.body.substr(0, 600));
                page->transport.settle_at(0, response);
                page->act({});
                is_busy = true;
            }
            note_saved(*page);
        }
        return is_busy;
    }

    std::mt19937_64 random_;
    bool tells_;
    int names_ = 0;
    SimulatedServer server_;
    MemoryDisk backup_;
    Device devices_[kDevices];
    std::string words_[kDevices];  // what the page that ended last left to the next in its tab
    std::vector<std::unique_ptr<OpenPage>> pages_;
    std::set<std::string> saved_;
    int edits_ = 0;
    int restores_ = 0;
};

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

constexpr std::uint64_t kShards = 8;

class SyncSimulation : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(SyncSimulation, EveryDeviceConvergesAndNothingSavedIsLost) {
    const std::uint64_t schedules = number_from("XUESHI_SCHEDULES", 10'000) / kShards;
    const std::uint64_t only = number_from("XUESHI_SEED", 0);
    const std::uint64_t first = only != 0 ? only : GetParam() * 1'000'000 + 1;
    const std::uint64_t count = only == 0 ? schedules : GetParam() == 0 ? 1 : 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        Schedule schedule(seed, only != 0);
        schedule.play(60);
        schedule.expect_promises_kept();
        ASSERT_FALSE(HasFailure()) << "play it again: XUESHI_SEED=" << seed;
    }
}

// Found by the soak, each beyond the schedules that are played every time.
TEST(SyncSimulationSeeds, WhatOnceFailedDoesNotFailAgain) {
    // 6005503: a page of the epoch before beside those of a restored server; the client asked again and again, for ever.
    // 1001311, 7003847: a tab wrote over what another had written after it had read, and before it claimed, an identity.
    // 3011032: a page of the new epoch took the name of one of the old that a tab had written late.
    for (const std::uint64_t seed : {6005503ULL, 1001311ULL, 7003847ULL, 3011032ULL}) {
        Schedule schedule(seed, false);
        schedule.play(60);
        schedule.expect_promises_kept();
        ASSERT_FALSE(::testing::Test::HasFailure()) << "seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Shards, SyncSimulation, ::testing::Range(std::uint64_t{0}, kShards));

}  // namespace
}  // namespace xueshi::testing
