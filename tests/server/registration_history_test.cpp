// Random orders about registered hours through the server: what each feed tells agrees with all others, and the ledger
// holds what the registers say, also over a restart.
#include <random>

#include <gtest/gtest.h>

#include "core/registration/registered_hours.h"
#include "tests/server/support/registration_city.h"

namespace xueshi::test {
namespace {

using namespace registration;

class RegistrationHistory : public RegistrationFixture {
  protected:
    // Most are refused, each for a reason of its own.
    RegistrationCommand random_order(std::mt19937& random) {
        const auto pick = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
        const RegistrationId id{"r" + std::to_string(pick(10))};
        const std::string teacher = "a" + std::to_string(pick(3));
        const RegisterKey own{TeacherId{teacher}, {}};
        const RegisterKey school{{}, UnitId{"s-school"}};
        const RegisterKey key = pick(2) == 0 ? own : school;
        const Activity activity = training("活动" + std::to_string(pick(6)), 10 + static_cast<int>(pick(50)), 1 + static_cast<int>(pick(9)));
        const std::vector<Evidence> scan = {{AttachmentId{scan_}, "证书.pdf"}};
        std::vector<std::string> list;
        for (const char* each : {"a0", "a1", "a2"}) {
            if (pick(3) > 0) list.push_back(each);
        }
        switch (pick(9)) {
            case 0: return RegisterHours{id, ledger::HourSource::Research, teacher, activity};
            case 1: return RegisterHours{id, ledger::HourSource::DistrictBased, teacher, activity};
            case 2: return DeclareTraining{id, UnitId{"s-school"}, activity, list, {}};
            case 3: return HandInRecord{id, teacher, activity, scan};
            case 4: return ResubmitRegistration{id, key, activity, key == school ? list : std::vector<std::string>{}, scan};
            case 5: return CorrectHours{id, own, activity, "更正"};
            case 6: return CancelHours{id, key, "取消"};
            default: return ReviewRegistration{id, key, static_cast<enrolment::Verdict>(pick(3)), "理由"};
        }
    }

    void expect_one_story() {
        const Registrations school = registers_in("register:s-school");
        const Registrations seen_by_school = registers_in("unit:s-school");
        const Registrations seen_by_district = registers_in("unit:s-district");
        for (const auto& [key, declared] : school) {
            EXPECT_EQ(declared, seen_by_district.at(key)) << key.id.text;
            EXPECT_EQ(declared, seen_by_school.at(key)) << key.id.text;
        }
        std::map<HourRecordId, ledger::HourRecord> of_school;
        for (const auto& [key, declared] : school) {
            for (const RegisteredHours& hours : records_of_registration(declared)) of_school[hours.record.id] = hours.record;
        }
        for (const char* teacher : {"a0", "a1", "a2"}) {
            std::map<HourRecordId, ledger::HourRecord> expected;
            for (const auto& [key, own] : registers_in("teacher:" + std::string(teacher))) {
                EXPECT_TRUE(own.opened.is_written()) << key.id.text;
                const bool is_declared = own.opened.value.source == ledger::HourSource::SchoolBased;
                if (!is_declared) {
                    EXPECT_EQ(own, seen_by_school.at(key)) << key.id.text;
                }
                for (const Participant& each : own.content().participants) {
                    EXPECT_EQ(each.teacher_id.text, teacher) << "told of somebody else";
                }
                for (const RegisteredHours& hours : records_of_registration(own)) {
                    expected[hours.record.id] = hours.record;
                    if (is_declared) {
                        EXPECT_EQ(of_school.at(hours.record.id), hours.record);
                    }
                }
            }
            EXPECT_EQ(records_of(teacher), expected) << teacher;
        }
    }
    static std::vector<RegisteredHours> records_of_registration(const Registration& one) { return registration::records_of(one); }

    std::string scan_;
};

TEST_F(RegistrationHistory, EveryFeedTellsTheSameStoryAndTheLedgerHoldsIt) {
    scan_ = uploaded(kPrincipal, "%PDF-1.4\n");
    std::mt19937 random(20170306);
    const std::vector<std::string> people = {kPrincipal, kAdministrator, kDistrict, kDepartment, kCityDepartment, kTrainer, "a0"};
    std::size_t accepted = 0;
    for (int step = 0; step < 900; ++step) {
        if (step == 450) restart();
        accepted += order(people[random() % people.size()], random_order(random)).empty() ? 1 : 0;
        if (step % 100 == 99) expect_one_story();
    }
    EXPECT_GT(accepted, 40u) << "some of it was decided";
}

}  // namespace
}  // namespace xueshi::test
