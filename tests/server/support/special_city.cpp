#include "tests/server/support/special_city.h"

#include "core/codec/event_json.h"
#include "server/auth/password_hash.h"
#include "tests/support/roster_world.h"

namespace xueshi::test {
namespace {

using organisation::OrgKind;
using organisation::OrgRole;

CivilDate day(int month, int of_month) { return *make_date(2017, month, of_month); }

class Founder {
  public:
    explicit Founder(store::Transaction& transaction) : transaction_(transaction) {}

    void append(const std::string& feed, const app::Event& event) { append(feed, codec::encode_event(event)); }
    void append(const std::string& feed, const app::SpecialEvent& event) {
        append(feed, codec::encode_special_event(event));
    }
    void unit(const std::string& id, OrgKind kind, const std::string& parent) {
        append("units", app::UnitRecorded{{UnitId{id}, kind, {id, id}, UnitId{parent}}});
    }
    void account(const std::string& id, OrgRole role, const std::string& unit, const std::string& credential) {
        transaction_.put_account({AccountId{id}, id, "Name of " + id, {role}, UnitId{unit}, unit, credential});
    }

  private:
    void append(const std::string& feed, codec::EncodedEvent encoded) {
        sync::Envelope envelope;
        envelope.stamp = Stamp{kCityNowMs - 86'400'000, counter_++, "server"};
        envelope.type = std::move(encoded.type);
        envelope.payload = std::move(encoded.payload);
        transaction_.append(feed, envelope);
    }
    store::Transaction& transaction_;
    std::uint32_t counter_ = 0;
};

enrolment::SpecialProject project() {
    enrolment::SpecialProject project = testing::special_project();
    project.course_run_id = CourseRunId{"special-run"};
    return project;
}

catalogue::CourseRun course_run() {
    catalogue::CourseRun run;
    run.id = CourseRunId{"special-run"};
    run.course_id = CourseId{"special"};
    run.title = "样例研修班";
    run.hours = whole_hours(48);
    run.admission = catalogue::Admission::SignUp;
    run.opens = day(5, 8);
    run.closes = day(6, 30);
    return run;
}

organisation::TeacherProfile profile(std::size_t number) {
    organisation::TeacherProfile profile;
    profile.teacher_id = TeacherId{teacher_login(number)};
    profile.number = teacher_login(number);
    profile.name = "教师" + std::to_string(number);
    profile.school_id = UnitId{"s-school"};
    profile.school_name = "样例小学";
    profile.district_id = UnitId{"s-district"};
    profile.district_name = "样例区";
    profile.subject = "chinese";
    profile.title = "一级教师";
    profile.teaching_since_year = 2005;
    return profile;
}

}  // namespace

std::string teacher_login(std::size_t number) { return "a" + std::to_string(number); }
std::string enrolment_of(std::size_t number) { return "e" + std::to_string(number); }

void found_special_city(store::EventStore& event_store, std::size_t teachers, int places) {
    const std::string credential = auth::hash_password(kPassword);
    const Outcome founded = event_store.write([&](store::Transaction& transaction) -> Outcome {
        Founder founder(transaction);
        founder.unit("s-centre", OrgKind::Centre, {});
        founder.unit("s-district", OrgKind::District, "s-centre");
        founder.unit("s-school", OrgKind::School, "s-district");
        founder.account(kPrincipal, OrgRole::Principal, "s-school", credential);
        founder.account(kDistrict, OrgRole::DistrictAdministrator, "s-district", credential);
        founder.account(kInstitution, OrgRole::Institution, "institution", credential);
        founder.account(kCentre, OrgRole::Centre, "s-centre", credential);
        founder.account(kOtherDistrict, OrgRole::DistrictAdministrator, "other-district", credential);
        founder.account(kOtherPrincipal, OrgRole::Principal, "other-school", credential);
        for (std::size_t number = 0; number < teachers; ++number) {
            founder.account(teacher_login(number), OrgRole::Teacher, "s-school", number < 3 ? credential : std::string{});
            founder.append("teacher:" + teacher_login(number), app::ProfileRecorded{profile(number)});
        }
        founder.append("catalogue", app::CourseRunPublished{course_run()});
        const enrolment::ProjectPublished published{project()};
        const enrolment::QuotaSet quota{project().id, {{UnitId{"s-district"}, places, {}}}, {}};
        for (const char* feed : {"project:P1", "catalogue"}) {
            founder.append(feed, published);
            founder.append(feed, quota);
        }
        return Done{};
    });
    if (!founded) throw store::StoreFailure("The special city could not be founded");
}

PushedOperation special_intent(int sequence, const enrolment::RosterCommand& command) {
    const codec::EncodedIntent encoded = codec::encode_special_intent(command);
    PushedOperation operation;
    operation.sequence = sequence;
    operation.kind = "intent";
    operation.type = encoded.type;
    operation.payload = encoded.payload;
    return operation;
}

enrolment::RosterCommand sign_up(std::size_t number) {
    return enrolment::SignUp{EnrolmentId{enrolment_of(number)}, ProjectId{"P1"}};
}

enrolment::RosterCommand review(std::size_t number, std::size_t step, enrolment::Verdict verdict, std::string reason) {
    return enrolment::ReviewEnrolment{EnrolmentId{enrolment_of(number)}, ProjectId{"P1"}, step, verdict,
                                      std::move(reason)};
}

}  // namespace xueshi::test
