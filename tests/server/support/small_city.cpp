#include "tests/server/support/small_city.h"

#include "core/codec/event_json.h"
#include "server/auth/password_hash.h"

namespace xueshi::test {
namespace {

using organisation::OrgRole;

struct Person {
    std::string id;
    OrgRole role;
    std::string unit;
    bool can_log_in = true;
};

const std::vector<Person> kPeople = {
    {"t-li", OrgRole::Teacher, "school-1"},
    {"t-wang", OrgRole::Teacher, "school-1"},
    {"p-zhao", OrgRole::Principal, "school-1"},
    {"p-qian", OrgRole::Principal, "school-2"},
    {"t-mute", OrgRole::Teacher, "school-2", false},
    {"d-sun", OrgRole::DistrictAdministrator, "district-1"},
};

// Hashing is slow on purpose; every account here has the same password.
const std::string& credential() {
    static const std::string encoded = auth::hash_password(kPassword);
    return encoded;
}

sync::Envelope by_server(const app::Event& event, int counter) {
    const codec::EncodedEvent encoded = codec::encode_event(event);
    sync::Envelope envelope;
    envelope.stamp = Stamp{kCityNowMs - 86'400'000, static_cast<std::uint32_t>(counter), "server"};
    envelope.type = encoded.type;
    envelope.payload = encoded.payload;
    return envelope;
}

catalogue::CourseRun course_run(int number) {
    catalogue::CourseRun run;
    run.id = CourseRunId{"run-" + std::to_string(number)};
    run.course_id = CourseId{"course-" + std::to_string(number)};
    run.title = "课程 " + std::to_string(number);
    run.summary = "A sample course";
    run.provider = "Sample institute";
    run.hours = whole_hours(6);
    run.fee_fen = 6000;
    run.opens = *make_date(2017, 4, 19);
    run.closes = *make_date(2017, 6, 19);
    run.phase_id = kAnyPhase;
    return run;
}

organisation::TeacherProfile profile_of(const Person& person) {
    organisation::TeacherProfile profile;
    profile.teacher_id = TeacherId{person.id};
    profile.number = person.id;
    profile.name = "李老师";
    profile.school_id = UnitId{person.unit};
    profile.school_name = "样例小学";
    profile.district_name = "越秀区";
    profile.subject = "chinese";
    profile.title = "一级教师";
    profile.teaching_since_year = 2005;
    return profile;
}

}  // namespace

void found_small_city(store::EventStore& event_store, int course_runs) {
    const Outcome founded = event_store.write([&](store::Transaction& transaction) -> Outcome {
        for (const Person& person : kPeople) {
            transaction.put_account({AccountId{person.id},
                                     person.id,
                                     "Name of " + person.id,
                                     {person.role},
                                     UnitId{person.unit},
                                     "样例小学",
                                     person.can_log_in ? credential() : std::string()});
            if (person.role == OrgRole::Teacher) {
                transaction.append("teacher:" + person.id,
                                   by_server(app::ProfileRecorded{profile_of(person)}, 0));
            }
        }
        for (int number = 1; number <= course_runs; ++number) {
            transaction.append("catalogue",
                               by_server(app::CourseRunPublished{course_run(number)}, number));
        }
        int counter = 0;
        for (const organisation::Unit& unit :
             {organisation::Unit{UnitId{"district-1"}, organisation::OrgKind::District, {}, UnitId{"centre"}},
              organisation::Unit{
                  UnitId{"school-1"}, organisation::OrgKind::School, {}, UnitId{"district-1"}}}) {
            transaction.append("units", by_server(app::UnitRecorded{unit}, counter++));
        }
        transaction.append(
            "unit:school-1",
            by_server(
                app::UnitRecorded{{UnitId{"school-1"}, organisation::OrgKind::School, {}, {}}}, 0));
        return Done{};
    });
    if (!founded) throw store::StoreFailure("The small city could not be founded");
}

}  // namespace xueshi::test
