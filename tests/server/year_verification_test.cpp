// The official verification of a whole city: every teacher once, the same once, whatever becomes of the projections.
#include "server/authority/year_verification.h"

#include <fstream>
#include <random>

#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/rule_pack_json.h"
#include "core/packs/embedded_packs.h"
#include "server/admin/verify_year_command.h"
#include "server/authority/hour_projections.h"
#include "server/store/sqlite_event_store.h"
#include "tests/server/support/temporary_folder.h"
#include "tests/support/builders.h"

namespace xueshi::authority {
namespace {

using ledger::HourRecord;
using ledger::HourState;
using testing::moment;

class CityYear : public ::testing::Test {
  protected:
    CityYear() { open(); }
    void open() {
        store_.reset();
        store_ = std::make_unique<store::SqliteEventStore>(folder_.path());
    }
    void append(const std::string& feed, codec::EncodedEvent encoded) {
        const Outcome kept = store_->write([&](store::Transaction& transaction) -> Outcome {
            sync::Envelope envelope;
            envelope.stamp = Stamp{1'489'000'000'000 + ++stamp_, 0, "server"};
            envelope.type = std::move(encoded.type);
            envelope.payload = std::move(encoded.payload);
            transaction.append(feed, envelope);
            return Done{};
        });
        ASSERT_TRUE(kept);
    }
    void add_teacher(const std::string& id) {
        organisation::TeacherProfile profile = testing::teacher_profile();
        profile.teacher_id = TeacherId{id};
        append("teacher:" + id, codec::encode_event(app::ProfileRecorded{profile}));
    }
    void record(const std::string& teacher, const std::string& id, HourCategory category, std::int64_t tenths,
                HourState state = HourState::Earned, int year = 2016) {
        HourRecord record = testing::hour_record(id, category, {tenths}, state);
        record.allocated_year = {year};
        record.source = ledger::HourSource::External;
        append("teacher:" + teacher, codec::encode_event(app::HoursRecorded{record}));
    }
    void fill(const std::string& teacher) {
        add_teacher(teacher);
        record(teacher, "p", HourCategory::Public, 180);
        record(teacher, "s", HourCategory::Professional, 540);
    }
    CityVerificationOptions options() const {
        return {.projections = folder_.path() / "projections", .now = now, .year = {2016}, .is_rehearsal = is_rehearsal};
    }
    CityResult run() {
        const auto result = verify_city_year(*store_, rules_, options());
        EXPECT_TRUE(result);
        return result ? *result : CityResult{};
    }
    std::vector<sync::Envelope> events(const std::string& teacher) {
        std::vector<sync::Envelope> all;
        store_->read([&](store::StoreView& view) { all = view.read_feed("teacher:" + teacher, 0, 1000).events; });
        return all;
    }
    std::optional<bool> passed(const std::string& teacher) {
        ledger::HourLedger ledger;
        for (const sync::Envelope& envelope : events(teacher)) {
            if (!envelope.type.starts_with(codec::kLedgerPrefix)) continue;
            ledger::apply(ledger, *codec::decode_ledger_event(envelope.type, envelope.payload), envelope.stamp);
        }
        if (!ledger.is_verified_annually({2016})) return std::nullopt;
        return ledger.verifications.begin()->second.value.has_passed;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<store::SqliteEventStore> store_;
    rules::RuleBook rules_ = codec::built_in_rules();
    Instant now = moment("2017-08-01T09:00");
    bool is_rehearsal = false;
    std::int64_t stamp_ = 0;
};

TEST_F(CityYear, IsNotDueBeforeTheRulesSayAndThenLeavesEverythingAlone) {
    fill("anna");
    now = moment("2017-07-31T23:59");
    const auto early = verify_city_year(*store_, rules_, options());
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, verification::kVerificationNotDue);
    EXPECT_EQ(events("anna").size(), 3u);
}

TEST_F(CityYear, EachTeacherGetsTheResultOnceAndTheCountedRecordsAreVerified) {
    fill("anna");
    add_teacher("ben");
    record("ben", "p", HourCategory::Public, 180);
    record("ben", "s", HourCategory::Professional, 539);
    record("ben", "u", HourCategory::Professional, 60, HourState::InProgress);
    add_teacher("new");
    append("teacher:principal", codec::encode_event(app::ThemeChosen{app::ThemeChoice::Dark}));
    is_rehearsal = true;
    EXPECT_EQ(run().recorded, 3);
    EXPECT_EQ(passed("anna"), std::nullopt) << "a rehearsal records nothing";
    is_rehearsal = false;
    const CityResult first = run();
    EXPECT_EQ(first.teachers, 3) << "an account without a profile is no teacher";
    EXPECT_EQ(first.passed, 1);
    EXPECT_EQ(first.recorded, 3);
    EXPECT_EQ(first.verified_records, 4);
    EXPECT_EQ(first.missing, (std::map<std::string, std::int64_t>{{"professional", 1}, {"public", 1}, {"total", 2}}));
    EXPECT_EQ(first.not_counted.at(verification::NotCountedReason::Unfinished), (NotCountedSum{1, whole_hours(6)}));
    EXPECT_EQ(passed("anna"), true);
    EXPECT_EQ(passed("ben"), false);
    EXPECT_EQ(passed("principal"), std::nullopt);
    app::TeacherState anna;
    for (const sync::Envelope& envelope : events("anna")) {
        app::apply(anna, {*codec::decode_event(envelope.type, envelope.payload), envelope.stamp, envelope.sequence});
    }
    for (const HourRecord& each : anna.record_list()) {
        EXPECT_EQ(each.state, HourState::Verified);
        EXPECT_EQ(each.title, "记录 " + each.id.text) << "the rest of the record is what it was";
    }
    const std::size_t before = events("anna").size() + events("ben").size();
    for (int again = 0; again < 3; ++again) {
        open();
        const CityResult later = run();
        EXPECT_EQ(later.recorded, 0);
        EXPECT_EQ(later.verified_records, 0);
        EXPECT_EQ(later.passed, 1);
        EXPECT_EQ(later.projected, again == 0 ? 3 : 0) << "what the run itself recorded, and then nothing";
    }
    EXPECT_EQ(events("anna").size() + events("ben").size(), before);
}

TEST_F(CityYear, ACorrectionAfterwardsIsANewResult) {
    add_teacher("ben");
    record("ben", "p", HourCategory::Public, 180);
    record("ben", "s", HourCategory::Professional, 539);
    EXPECT_EQ(run().passed, 0);
    stamp_ += 20'000'000'000;  // in the autumn
    record("ben", "s", HourCategory::Professional, 540);
    const CityResult later = run();
    EXPECT_EQ(later.passed, 1);
    EXPECT_EQ(later.recorded, 1);
    EXPECT_EQ(later.verified_records, 1);
    EXPECT_EQ(passed("ben"), true);
    EXPECT_EQ(run().recorded, 0);
}

TEST_F(CityYear, ProjectionsThatAreDamagedOrOfAnotherCityAreMadeAgain) {
    for (int i = 0; i < 40; ++i) fill("t" + std::to_string(i));
    is_rehearsal = true;
    EXPECT_EQ(run().projected, 40);
    EXPECT_EQ(run().projected, 0);
    for (std::size_t part = 0; part < kProjectionParts; ++part) {
        const auto path = folder_.path() / "projections" / ("hours-" + std::to_string(part));
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(part == 0 ? 3 : part == 1 ? 60 : static_cast<long>(std::filesystem::file_size(path)) - 9);
        file << "damage";
    }
    const CityResult damaged = run();
    EXPECT_EQ(damaged.passed, 40);
    EXPECT_EQ(damaged.teachers, 40);
    std::filesystem::resize_file(folder_.path() / "projections" / "hours-2", 20);
    std::filesystem::remove(folder_.path() / "projections" / "hours-3");
    EXPECT_EQ(run().passed, 40);
}

TEST_F(CityYear, AProjectionIsWhatItsEventsSayInAnyOrderAndComesBackAsItWas) {
    std::mt19937 random(20170801);
    for (int i = 0; i < 30; ++i) {
        record("anna", "r" + std::to_string(random() % 9), HourCategory::Professional, 10 + random() % 50,
               static_cast<HourState>(random() % 4), 2012 + static_cast<int>(random() % 6));
    }
    append("teacher:anna", codec::encode_ledger_event(ledger::HoursAllocated{HourRecordId{"r1"}, {2017}, {2016}, "x", ReceiptId{"R"}, {1}}));
    append("teacher:anna", codec::encode_ledger_event(ledger::YearsVerified{.kind = ledger::OfficialVerification::Cycle,
                                                                           .first_year = {2012},
                                                                           .last_year = {2016},
                                                                           .has_passed = true,
                                                                           .pack_id = "guangzhou-2012",
                                                                           .at = {1}}));
    std::vector<sync::Envelope> all = events("anna");
    ProjectedHours in_order;
    for (const sync::Envelope& envelope : all) apply(in_order, envelope);
    all.insert(all.end(), all.begin(), all.begin() + 10);
    std::shuffle(all.begin(), all.end(), random);
    ProjectedHours shuffled;
    for (const sync::Envelope& envelope : all) apply(shuffled, envelope);
    EXPECT_EQ(in_order, shuffled);
    const std::string bytes = encode_projection(in_order);
    ProjectedHours read = shuffled;
    ASSERT_TRUE(decode_projection(bytes, read));
    EXPECT_EQ(read, in_order);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(decode_projection(std::string_view(bytes).substr(0, size), read)) << size;
    }
}

// Takes every second job, and refuses the others.
class BusyStore final : public store::EventStore {
  public:
    explicit BusyStore(store::EventStore& store) : store_(store) {}
    void read(const std::function<void(store::StoreView&)>& question) override { store_.read(question); }
    Outcome write(const store::WriteJob& job) override {
        return ++jobs_ % 2 == 0 ? store_.write(job) : Outcome(make_error(store::kStoreBusy));
    }
    void visit_events(const store::EventVisitor& visitor) override { store_.visit_events(visitor); }
    void visit_heads(std::string_view prefix, const store::HeadVisitor& visitor) override {
        store_.visit_heads(prefix, visitor);
    }
    std::string epoch() override { return store_.epoch(); }
    bool is_writable() const override { return store_.is_writable(); }

  private:
    store::EventStore& store_;
    int jobs_ = 0;
};

TEST_F(CityYear, WhatWasInterruptedIsFinishedByTheNextRunAndNothingTwice) {
    for (int i = 0; i < 40; ++i) fill("t" + std::to_string(i));
    BusyStore busy(*store_);
    const auto interrupted = verify_city_year(busy, rules_, options());
    ASSERT_FALSE(interrupted);
    EXPECT_EQ(interrupted.error().code, store::kStoreBusy);
    const std::int64_t left = run().recorded;
    EXPECT_GT(left, 0);
    EXPECT_LT(left, 40) << "some had been recorded";
    for (int i = 0; i < 40; ++i) {
        EXPECT_EQ(passed("t" + std::to_string(i)), true);
        EXPECT_EQ(events("t" + std::to_string(i)).size(), 6u) << "profile, two records, the result, two verified records";
    }
}

TEST_F(CityYear, OtherRulesNameExactlyThoseWhoseResultTheyChange) {
    fill("anna");
    fill("cleo");
    record("cleo", "more", HourCategory::Professional, 60);
    add_teacher("ben");
    store_.reset();
    std::string draft(packs::embedded_file("guangzhou-2012/annual.json"));
    draft.replace(draft.find("\"minimum\": 72"), 13, "\"minimum\": 75");
    std::ofstream(folder_.path() / "draft.json") << draft;
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(admin::run_verify_year({"--data", folder_.path().string(), "--year", "2016", "--what-if",
                                      (folder_.path() / "draft.json").string()}),
              admin::kExitDone);
    const std::string said = ::testing::internal::GetCapturedStdout();
    EXPECT_NE(said.find(R"({"teacher":"anna","now":"pass","then":"fail")"), std::string::npos) << said;
    EXPECT_EQ(said.find("cleo"), std::string::npos);
    EXPECT_EQ(said.find("\"ben\""), std::string::npos) << "fails now and then";
    EXPECT_NE(said.find(R"({"teachers":3,"passed":2,"passed_then":1,"changed":1})"), std::string::npos) << said;
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(admin::run_verify_year({"--data", folder_.path().string(), "--year", "2016", "--what-if", "nowhere"}),
              admin::kExitMisused);
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("cannot read nowhere"), std::string::npos);
    open();
    EXPECT_EQ(events("anna").size(), 3u) << "nothing is recorded";
}

TEST_F(CityYear, TheCommandSaysWhatItDidOrWhyNot) {
    fill("anna");
    store_.reset();
    const auto command = [&](admin::Arguments more) {
        admin::Arguments arguments = {"--data", folder_.path().string(), "--year", "2016"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code = admin::run_verify_year(arguments);
        return std::to_string(code) + ' ' + ::testing::internal::GetCapturedStdout() + ::testing::internal::GetCapturedStderr();
    };
    EXPECT_EQ(command({"--now", "2017-07-01T09:00"}), "1 xueshi verify-year: VerificationNotDue 2016.\n");
    EXPECT_EQ(command({"--now", "soon"}).substr(0, 2), "2 ");
    const std::string said = command({"--now", "2017-08-01T09:00"});
    EXPECT_EQ(said.substr(0, said.find(",\"work\"")),
              R"(0 {"schema":"xueshi.verification.official/1","year":2016,"pack":"guangzhou-2012","teachers":1,"passed":1,)"
              R"("failed":0,"missing":[],"not_counted":[],"recorded":1,"verified_records":2)");
    EXPECT_NE(command({"--now", "2017-08-01T09:00"}).find("\"recorded\":0"), std::string::npos);
}

}  // namespace
}  // namespace xueshi::authority
