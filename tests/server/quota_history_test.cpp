// The quota counter is linearisable: what many people asked for and were answered at once can be put into one order in
// which each answer is right, and no request comes after another that began when it had been answered.
//
// Requests and answers are recorded with the moments they began and ended (Wing and Gong's check, with the states seen
// remembered).
#include <atomic>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "core/app/special_state.h"
#include "core/codec/sync_json.h"
#include "tests/server/support/special_city.h"

namespace xueshi::test {
namespace {

constexpr std::size_t kApplicants = 8;
constexpr std::size_t kTeachersWhoLeave = 3;  // those that can log in

enum class Deed : std::uint8_t { Approve, Leave, SetPlaces, Read };

struct Record {
    Deed deed = Deed::Read;
    int subject = 0;  // applicant, or places
    std::string code;  // of the refusal; empty: accepted
    int held = 0, waiting = 0;  // of Read
    std::uint64_t began = 0, ended = 0;  // on one clock that only grows
};

// What a project should do, in the simplest words.
struct Model {
    int places = 2;
    std::set<int> held;
    std::deque<int> waiting;
    std::set<int> approved, gone;

    void promote() {
        while (static_cast<int>(held.size()) < places && !waiting.empty()) {
            held.insert(waiting.front());
            waiting.pop_front();
        }
    }
    // Whether the answer is right in this state; then the state follows.
    bool take(const Record& record) {
        const int who = record.subject;
        switch (record.deed) {
            case Deed::Read:
                return record.held == static_cast<int>(held.size()) && record.waiting == static_cast<int>(waiting.size());
            case Deed::Approve:
                if (gone.contains(who)) return record.code == "StepNotDue";
                if (!record.code.empty()) return false;
                approved.insert(who);
                waiting.push_back(who);
                promote();
                return true;
            case Deed::Leave:
                if (!record.code.empty()) return false;
                gone.insert(who);
                held.erase(who);
                std::erase(waiting, who);
                promote();
                return true;
            case Deed::SetPlaces:
                if (who < static_cast<int>(held.size())) return record.code == "QuotaBelowHeld";
                if (!record.code.empty()) return false;
                places = who;
                promote();
                return true;
        }
        return false;
    }
    std::string key() const {
        std::string text = std::to_string(places) + '|';
        for (const int who : held) text += std::to_string(who) + ',';
        text += '|';
        for (const int who : waiting) text += std::to_string(who) + ',';
        text += '|';
        for (const int who : gone) text += std::to_string(who) + ',';
        return text;
    }
};

class Checker {
  public:
    explicit Checker(std::vector<Record> records) : records_(std::move(records)) {}
    bool is_linearisable() { return search(0, Model{}); }

  private:
    bool search(std::uint64_t done, const Model& model) {
        if (done == (std::uint64_t{1} << records_.size()) - 1) return true;
        if (!seen_.insert({done, model.key()}).second) return false;
        std::uint64_t first_end = ~std::uint64_t{0};
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (!(done >> i & 1)) first_end = std::min(first_end, records_[i].ended);
        }
        for (std::size_t i = 0; i < records_.size(); ++i) {
            // Whatever began after another had ended cannot come before it.
            if ((done >> i & 1) || records_[i].began > first_end) continue;
            Model next = model;
            if (next.take(records_[i]) && search(done | std::uint64_t{1} << i, next)) return true;
        }
        return false;
    }
    std::vector<Record> records_;
    std::set<std::pair<std::uint64_t, std::string>> seen_;
};

std::string told(const std::vector<Record>& records) {
    constexpr const char* kDeeds[] = {"approve", "leave", "places", "read"};
    std::string text;
    for (const Record& record : records) {
        text += std::to_string(record.began) + "-" + std::to_string(record.ended) + " " +
                kDeeds[static_cast<std::size_t>(record.deed)] + " " + std::to_string(record.subject) + " " + record.code;
        if (record.deed == Deed::Read) text += std::to_string(record.held) + "/" + std::to_string(record.waiting);
        text += '\n';
    }
    return text;
}

class QuotaHistory : public ServerFixture, public ::testing::WithParamInterface<int> {
  protected:
    QuotaHistory() {
        found_special_city(event_store(), kApplicants, 2);
        for (std::size_t number = 0; number < kTeachersWhoLeave; ++number) teachers_.push_back(sign_in(teacher_login(number)));
        const Browser principal = sign_in(kPrincipal);
        for (std::size_t number = 0; number < kApplicants; ++number) {
            // Who cannot log in is signed up by the runner, as a device of theirs would do it.
            sign_up_directly(number);
            EXPECT_EQ(give(principal, "principal", static_cast<int>(number) + 1, review(number, 0)), "");
        }
        district_ = sign_in(kDistrict);
        centre_ = sign_in(kCentre);
    }

    void sign_up_directly(std::size_t number) {
        std::optional<store::AccountRecord> actor;
        event_store().read([&](store::StoreView& view) { actor = view.find_account(AccountId{teacher_login(number)}); });
        std::string device = "own-" + teacher_login(number);
        device.resize(32, 'd');
        const auto request = codec::decode_push(push_body(device, {special_intent(1, sign_up(number))}));
        const auto answer = operations().run(*actor, *request);
        ASSERT_TRUE(answer && answer->outcomes[0].accepted);
    }
    std::string give(const Browser& browser, std::string device, int sequence, const enrolment::RosterCommand& command) {
        device.resize(32, 'x');
        const http::Response response = post(browser, "/api/v1/push", push_body(device, {special_intent(sequence, command)}));
        const auto answer = codec::decode_push_answer(response.body_text());
        if (!answer) return "no answer";
        return answer->outcomes[0].accepted ? std::string{} : answer->outcomes[0].code;
    }
    // Runs the deed between two ticks of the clock and keeps what was answered.
    template <class Do>
    void record(Deed deed, int subject, Do&& run) {
        Record entry{deed, subject, {}, 0, 0, ++clock_ticks_, 0};
        run(entry);
        entry.ended = ++clock_ticks_;
        const std::lock_guard lock(mutex_);
        records_.push_back(std::move(entry));
    }
    void approve(std::size_t from, std::size_t to) {
        int sequence = 0;
        for (std::size_t number = from; number < to; ++number) {
            record(Deed::Approve, static_cast<int>(number), [&](Record& entry) {
                entry.code = give(district_, "district-" + std::to_string(from), ++sequence, review(number, 1));
            });
        }
    }
    void leave(std::size_t number) {
        record(Deed::Leave, static_cast<int>(number), [&](Record& entry) {
            entry.code = give(teachers_[number], "leaves-" + std::to_string(number), 1,
                              enrolment::WithdrawEnrolment{EnrolmentId{enrolment_of(number)}, ProjectId{"P1"}, "x"});
        });
    }
    void set_places() {
        int sequence = 0;
        for (const int places : {3, 2, 4}) {
            record(Deed::SetPlaces, places, [&](Record& entry) {
                entry.code = give(centre_, "centre", ++sequence,
                                  enrolment::SetQuota{ProjectId{"P1"}, {{UnitId{"s-district"}, places, {}}}});
            });
        }
    }
    void read_seats(int times) {
        for (int i = 0; i < times; ++i) {
            record(Deed::Read, 0, [&](Record& entry) {
                const http::Response response = get(district_, "/api/v1/feeds/catalogue?after=0");
                const auto page = codec::decode_feed_page(response.body_text());
                app::SpecialState state;
                for (const sync::Envelope& envelope : page->events) {
                    if (!envelope.type.starts_with(codec::kSpecialPrefix)) continue;
                    app::apply(state, *codec::decode_special_event(envelope.type, envelope.payload), envelope.stamp);
                }
                const auto& seats = state.seats[ProjectId{"P1"}][UnitId{"s-district"}].value;
                entry.held = seats.held;
                entry.waiting = seats.waiting;
            });
        }
    }

    std::vector<Record> records_;

  private:
    std::atomic<std::uint64_t> clock_ticks_ = 0;
    std::mutex mutex_;
    Browser district_, centre_;
    std::vector<Browser> teachers_;
};

TEST_P(QuotaHistory, CanBePutIntoOneOrder) {
    std::vector<std::thread> people;
    people.emplace_back([this] { approve(0, kApplicants / 2); });
    people.emplace_back([this] { approve(kApplicants / 2, kApplicants); });
    for (std::size_t number = 0; number < kTeachersWhoLeave; ++number) people.emplace_back([this, number] { leave(number); });
    people.emplace_back([this] { set_places(); });
    people.emplace_back([this] { read_seats(6); });
    people.emplace_back([this] { read_seats(6); });
    for (std::thread& person : people) person.join();
    ASSERT_EQ(records_.size(), kApplicants + kTeachersWhoLeave + 3 + 12);
    EXPECT_TRUE(Checker(records_).is_linearisable()) << told(records_);
}

TEST(QuotaHistoryCheck, FindsAnAnswerThatNoOrderExplains) {
    const Record approved{Deed::Approve, 0, {}, 0, 0, 1, 2};
    Record stale{Deed::Read, 0, {}, 0, 0, 3, 4};
    EXPECT_FALSE(Checker({approved, stale}).is_linearisable()) << "it was answered before the question";
    stale.began = 1;
    EXPECT_TRUE(Checker({approved, stale}).is_linearisable()) << "both were under way";
    const std::vector<Record> oversold = {approved, {Deed::Approve, 1, {}, 0, 0, 3, 4}, {Deed::Approve, 2, {}, 0, 0, 5, 6},
                                          {Deed::Read, 0, {}, 3, 0, 7, 8}};
    EXPECT_FALSE(Checker(oversold).is_linearisable()) << "three hold one of two places";
    EXPECT_FALSE(Checker({{Deed::Leave, 0, {}, 0, 0, 1, 2}, {Deed::Approve, 0, {}, 0, 0, 3, 4}}).is_linearisable());
}

INSTANTIATE_TEST_SUITE_P(Rounds, QuotaHistory, ::testing::Range(0, 12));

}  // namespace
}  // namespace xueshi::test
