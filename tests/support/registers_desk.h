// Hours registered in a small city, as those who have a desk of them see it.
#pragma once

#include "core/app/select_registers.h"
#include "tests/support/registration_world.h"

namespace xueshi::testing {

class RegistersDesk {
  public:
    RegistrationWorld world;
    organisation::Actor research = research_department();
    organisation::Actor school = actor("principal", organisation::OrgRole::Principal, "school-a");
    organisation::Actor district = actor("district", organisation::OrgRole::DistrictAdministrator, "district");
    std::vector<registration::RegistrationCommand> waiting;
    std::vector<registration::Evidence> evidence;
    app::TeacherState teacher;

    static registration::RegisterKey school_key() { return {{}, UnitId{"school-a"}}; }
    static registration::RegistrationKey key(const std::string& teacher_id, const std::string& id) {
        return {{TeacherId{teacher_id}, {}}, RegistrationId{id}};
    }
    std::string declare(const std::string& id, const std::string& title = "校本研修") {
        return world.act(school, registration::DeclareTraining{RegistrationId{id}, UnitId{"school-a"}, activity(title),
                                                               {"no-anna", "no-ben"}, {}});
    }
    std::string review(const std::string& id, enrolment::Verdict verdict) {
        return world.act(district, registration::ReviewRegistration{RegistrationId{id}, school_key(), verdict, "补全名单"});
    }

    std::size_t due(const organisation::Actor& reader) {
        page(reader);
        return app::count_due(reader, folded_);
    }
    // Of everything that was registered, as a unit that learned of all of it folds it.
    app::RegistersProjection page(const organisation::Actor& reader) {
        folded_ = {};
        for (const auto& [stamp, fact] : world.told) registration::apply(folded_, fact, stamp);
        reader_ = reader;
        return app::select_registers({.now = world.now,
                                      .rules = world.book,
                                      .actor = reader_,
                                      .teacher = teacher,
                                      .registrations = folded_,
                                      .waiting = waiting,
                                      .evidence = evidence});
    }

  private:
    registration::Registrations folded_;
    organisation::Actor reader_;
};

}  // namespace xueshi::testing
