// Registered hours are the same whatever the order in which their facts arrive, and however often.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/verification/record_count.h"
#include "tests/support/registration_world.h"

namespace xueshi::registration {
namespace {

using enrolment::Verdict;
using testing::activity;

// Random orders of everybody, most of them refused.
testing::RegistrationWorld random_world(std::mt19937& random) {
    testing::RegistrationWorld world;
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const organisation::Actor actors[] = {testing::research_department(), testing::district_institution(),
                                          testing::principal_of("school-a"), testing::district_administrator(),
                                          testing::actor("admin", organisation::OrgRole::SchoolAdministrator, "school-a"),
                                          testing::actor("anna", organisation::OrgRole::Teacher, "school-a")};
    const std::vector<Evidence> scan = {{AttachmentId{"scan"}, "x.pdf"}};
    for (int step = 0; step < 60; ++step) {
        const RegistrationId id{"r" + std::to_string(pick(8))};
        const std::string teacher = pick(2) == 0 ? "anna" : "ben";
        const RegisterKey own{TeacherId{teacher}, {}};
        const RegisterKey key = pick(2) == 0 ? own : RegisterKey{{}, UnitId{"school-a"}};
        const Activity what = activity("活动" + std::to_string(pick(9)), "2017-03-06", "2017-03-07", 10 + pick(60));
        const auto source = pick(2) == 0 ? ledger::HourSource::Research : ledger::HourSource::DistrictBased;
        const RegistrationCommand commands[] = {
            RegisterHours{id, source, "no-" + teacher, what},
            DeclareTraining{id, UnitId{"school-a"}, what, {"no-anna", "no-ben"}, {}},
            HandInRecord{id, "no-" + teacher, what, scan},
            ResubmitRegistration{id, key, what, key.school_id.empty() ? std::vector<std::string>{} : std::vector{"no-" + teacher}, scan},
            ReviewRegistration{id, key, static_cast<Verdict>(pick(3)), "理由"},
            WithdrawRegistration{id, key, {}},
            CorrectHours{id, own, what, "更正"},
            CancelHours{id, key, "取消"}};
        const auto& command = commands[pick(static_cast<int>(std::size(commands)))];
        world.act(actors[pick(static_cast<int>(std::size(actors)))], command);
    }
    return world;
}

TEST(RegistrationFold, IsIndifferentToOrderAndRepetition) {
    std::mt19937 random(20170220);
    std::size_t facts = 0;
    for (int round = 0; round < 300; ++round) {
        const testing::RegistrationWorld world = random_world(random);
        auto told = world.told;
        facts += told.size();
        Registrations in_order;
        for (const auto& [stamp, fact] : told) apply(in_order, fact, stamp);
        told.insert(told.end(), world.told.begin(), world.told.begin() + static_cast<std::ptrdiff_t>(told.size() / 2));
        std::shuffle(told.begin(), told.end(), random);
        Registrations shuffled;
        for (const auto& [stamp, fact] : told) apply(shuffled, fact, stamp);
        ASSERT_EQ(in_order, shuffled);
    }
    EXPECT_GT(facts, 1000u) << "much of it was decided";
}

// Whatever is decided in whatever order: the ledger holds what the registers say, each once, and the cap holds.
TEST(RegistrationFold, TheLedgerIsWhatTheRegistersSay) {
    std::mt19937 random(20170308);
    for (int round = 0; round < 300; ++round) {
        testing::RegistrationWorld world = random_world(random);
        for (const char* id : {"anna", "ben"}) {
            const testing::RegisteredTeacher& teacher = world.teacher(id);
            std::map<HourRecordId, ledger::HourRecord> expected;
            for (const auto& [registration_id, registration] : teacher.registrations) {
                for (const RegisteredHours& hours : records_of(registration)) expected[hours.record.id] = hours.record;
            }
            ASSERT_EQ(teacher.records.size(), expected.size());
            DeciHours research;
            for (const ledger::HourRecord& record : teacher.records) ASSERT_EQ(expected.at(record.id), record);
            for (const auto& each : verification::count_records(
                     verification::records_to_verify(teacher.records, world.catalogue, world.book), world.book,
                     verification::Verification::Annual)) {
                if (each.record_id.text.starts_with("research-")) research += each.counted;
            }
            ASSERT_LE(research, whole_hours(10));
        }
    }
}

}  // namespace
}  // namespace xueshi::registration
