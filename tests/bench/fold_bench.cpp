// What a start costs: 50,000 events of two feeds, as they lie on a device, are read and folded. Run as wasm by
// fold.mjs. Prints a line for each turn and feed:
//
//     <feed> <events> <bytes> <ms to read pages> <ms to read events> <ms to apply>
//
// `me` is a year's worth of edits of a teacher who never stops, from two devices; `catalogue` is a city's runs.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/app/apply.h"
#include "core/app/decide.h"
#include "core/codec/event_json.h"
#include "core/codec/sync_json.h"
#include "tests/support/builders.h"
#include "tests/support/random_events.h"

namespace xueshi::testing {
namespace {

constexpr std::size_t kRuns = 5'000;
constexpr std::size_t kEdits = 45'000;
constexpr std::size_t kPageEvents = 2'000;  // what the client asks for
constexpr int kTurns = 9;
constexpr std::int64_t kBegin = 1'489'107'600'000;
constexpr std::int64_t kMinuteMs = 60'000;

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string run_id(std::size_t number) { return "N" + std::to_string(1000 + number / 3) + "-" + std::to_string(1 + number % 3); }

catalogue::CourseRun sample_run(std::size_t number) {
    catalogue::CourseRun run = course_run(run_id(number));
    run.course_id = CourseId{"N" + std::to_string(1000 + number / 3)};
    run.title = "“古诗词诵读”单元怎样复习（小学语文第 " + std::to_string(number) + " 讲）";
    run.summary = "从一个单元的复习课说起：怎样选材，怎样提问，怎样让学生自己整理；附三节课例和一份可以改用的学习单。";
    run.provider = "示例市教师远程培训中心";
    run.stages = {SchoolStage::Primary};
    run.subjects = {"chinese"};
    if (number % 4 == 0) {
        run.delivery = catalogue::DeliveryMode::FaceToFace;
        run.sessions = {session("2017-04-22T09:00", "2017-04-22T11:30"), session("2017-04-29T09:00", "2017-04-29T11:30")};
    }
    return run;
}

app::Event sample_edit(TestRandom& random, std::size_t number) {
    const PlanId plan{"7c1f0e5b9a3d4c2e8f6a0b1c2d3e4f" + std::to_string(10 + number * 12 / kEdits)};
    switch (random.below(20)) {
        case 0: return plan::PlanNamed{plan, "寒假以后的方案 " + std::to_string(number)};
        case 1: return plan::PlanLimitsChanged{plan, {static_cast<std::int64_t>(random.below(400)) * 100, {}}};
        case 2: {
            auto priorities = plan::default_priorities();
            std::swap(priorities[random.below(4)], priorities[random.below(4)]);
            return plan::PlanPrioritiesChanged{plan, priorities};
        }
        case 3: return app::ThemeChosen{static_cast<app::ThemeChoice>(random.below(3))};
        default:
            return plan::PlanMarkChanged{plan, CourseRunId{run_id(random.below(600))},
                                         static_cast<plan::PlanMark>(random.below(4))};
    }
}

// The encoded pages of a feed as they are filled.
class PageWriter {
  public:
    explicit PageWriter(std::string feed) : feed_(std::move(feed)) { begin(); }

    void put(const app::Event& event, const Stamp& stamp, sync::Origin origin) {
        codec::EncodedEvent encoded = codec::encode_event(event);
        page_.events.push_back({++page_.next, std::move(origin), stamp, std::move(encoded.type), std::move(encoded.payload)});
        page_.head = page_.next;
        if (page_.events.size() == kPageEvents) end();
    }
    std::vector<std::string> take() {
        if (!page_.events.empty()) end();
        return std::move(pages_);
    }

  private:
    void begin() { page_ = {feed_, "5f0e7c1b9a3d4c2e", {}, page_.next, page_.next}; }
    void end() {
        pages_.push_back(codec::encode_feed_page(page_));
        begin();
    }

    std::string feed_;
    sync::FeedPage page_;
    std::vector<std::string> pages_;
};

std::vector<std::string> catalogue_pages() {
    PageWriter pages("catalogue");
    for (std::size_t number = 0; number < kRuns; ++number) {
        pages.put(app::CourseRunPublished{sample_run(number)}, {kBegin, static_cast<std::uint32_t>(number), "server"}, {});
    }
    return pages.take();
}

std::vector<std::string> own_pages() {
    PageWriter pages("me");
    TestRandom random(20170310);
    app::TeacherState state;
    const std::string devices[] = {"0b9d5e1f7a3c4d2e8f60718293a4b5c6", "d41d8cd98f00b204e9800998ecf8427e"};
    std::uint64_t sequences[] = {0, 0};
    for (std::size_t number = 0; number < kEdits; ++number) {
        const std::size_t device = number / 40 % 2;  // a while on the desk, a while on the phone
        app::Event event = sample_edit(random, number);
        app::note_replaced(state, event, devices[device]);
        const Stamp stamp{kBegin + static_cast<std::int64_t>(number) * kMinuteMs, 0, devices[device]};
        app::apply(state, {event, stamp, 0});
        pages.put(event, stamp, {DeviceId{devices[device]}, ++sequences[device]});
    }
    return pages.take();
}

template <class State>
void measure(const char* feed, const std::vector<std::string>& pages) {
    std::size_t bytes = 0;
    std::size_t events = 0;
    const auto begin = Clock::now();
    std::vector<sync::FeedPage> read;
    for (const std::string& page : pages) {
        bytes += page.size();
        read.push_back(codec::decode_feed_page(page).value());
    }
    const double pages_ms = ms_since(begin);

    const auto second = Clock::now();
    std::vector<app::StampedEvent> stamped;
    for (const sync::FeedPage& page : read) {
        for (const sync::Envelope& envelope : page.events) {
            stamped.push_back({codec::decode_event(envelope.type, envelope.payload).value(), envelope.stamp, envelope.sequence});
        }
    }
    const double events_ms = ms_since(second);

    const auto third = Clock::now();
    State state;
    for (const app::StampedEvent& event : stamped) {
        app::apply(state, event);
        ++events;
    }
    std::printf("%s %zu %zu %.2f %.2f %.2f\n", feed, events, bytes, pages_ms, events_ms, ms_since(third));
}

void run() {
    const std::vector<std::string> own = own_pages();
    const std::vector<std::string> catalogue = catalogue_pages();
    for (int turn = 0; turn < kTurns; ++turn) {
        measure<app::TeacherState>("me", own);
        measure<app::SharedState>("catalogue", catalogue);
    }
}

}  // namespace
}  // namespace xueshi::testing

int main() { xueshi::testing::run(); }
