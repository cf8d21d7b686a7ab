// One special project with its people: commands are decided and applied as the server does it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/enrolment/roster_decide.h"
#include "tests/support/builders.h"

namespace xueshi::testing {

inline organisation::Actor actor(std::string name, organisation::OrgRole role, const std::string& unit,
                                 const std::string& district = {}, std::string deputy_for = {}) {
    return {AccountId{name}, name, {{role, UnitId{unit}, UnitId{district}, std::move(deputy_for)}}};
}

// A teacher of a district's school; an empty district: of an affiliated unit.
inline enrolment::Applicant applicant(const std::string& id, const std::string& school = "school-a",
                                      const std::string& district = "district") {
    enrolment::Applicant result;
    result.teacher_id = TeacherId{id};
    result.name = "教师 " + id;
    result.school_id = UnitId{school};
    result.school_name = school;
    result.is_affiliated = district.empty();
    result.quota_unit_id = UnitId{result.is_affiliated ? school : district};
    result.stage = SchoolStage::Primary;
    result.subject = "chinese";
    result.title = "一级教师";
    result.teaching_since_year = 2005;
    return result;
}

// The four dates of the notice (R21): sign-up, principal, district, institution.
inline enrolment::ApprovalChain notice_chain() {
    using enrolment::ApprovalStage;
    return {.opens = date("2017-03-08"),
            .sign_up_by = date("2017-03-25"),
            .steps = {{ApprovalStage::Principal, date("2017-04-01")},
                      {ApprovalStage::District, date("2017-04-08")},
                      {ApprovalStage::Institution, date("2017-04-15")}},
            .place_step = 1};
}

inline enrolment::SpecialProject special_project() {
    enrolment::SpecialProject project;
    project.id = ProjectId{"P1"};
    project.course_run_id = CourseRunId{"S01"};
    project.title = "示例研修班";
    project.institution_id = UnitId{"institution"};
    project.institution_name = "示例培训机构";
    project.mode = enrolment::SignupMode::Online;
    project.chain = notice_chain();
    project.starts = date("2017-05-02");
    project.ends = date("2017-06-10");
    return project;
}

inline organisation::Actor as_teacher(const enrolment::Applicant& teacher) {
    return actor(teacher.teacher_id.text, organisation::OrgRole::Teacher, teacher.school_id.text);
}
inline organisation::Actor principal_of(const std::string& school) {
    return actor("principal of " + school, organisation::OrgRole::Principal, school);
}
inline organisation::Actor district_administrator(const std::string& district = "district") {
    return actor("administrator of " + district, organisation::OrgRole::DistrictAdministrator, district);
}
inline organisation::Actor institution() {
    return actor("institution", organisation::OrgRole::Institution, "institution");
}
inline organisation::Actor centre() { return actor("centre", organisation::OrgRole::Centre, "centre"); }

class RosterWorld {
  public:
    enrolment::SpecialProject project = special_project();
    enrolment::ProjectRoster roster;
    Instant now = moment("2017-03-10T09:00");
    bool has_attachment = true;  // whoever attaches something has uploaded it

    Result<std::vector<enrolment::RosterFact>> decide(const organisation::Actor& who,
                                                      const enrolment::RosterCommand& command,
                                                      const enrolment::Applicant* named = nullptr) const {
        return enrolment::decide({.now = now,
                                  .fresh_receipt_id = ReceiptId{"7Q4K2-0MXTA"},
                                  .project = project,
                                  .roster = roster,
                                  .actor = who,
                                  .applicant = named,
                                  .has_attachment = has_attachment},
                                 command);
    }
    // Decides and applies. The code of the refusal, or empty.
    std::string act(const organisation::Actor& who, const enrolment::RosterCommand& command,
                    const enrolment::Applicant* named = nullptr) {
        const auto facts = decide(who, command, named);
        if (!facts) return std::string(facts.error().code.name());
        for (const enrolment::RosterFact& fact : *facts) tell(fact);
        return {};
    }
    void tell(const enrolment::RosterFact& fact) {
        enrolment::apply(roster, fact, Stamp{++stamp_, 0, "server"});
    }

    void set_quota(int places, const std::string& unit = "district", std::vector<enrolment::Reservation> reserved = {}) {
        tell(enrolment::QuotaSet{project.id, {{UnitId{unit}, places, std::move(reserved)}}, {}});
    }
    std::string sign_up(const enrolment::Applicant& who) { return sign_up(who, who.teacher_id.text); }
    std::string sign_up(const enrolment::Applicant& who, const std::string& id) {
        return act(as_teacher(who), enrolment::SignUp{EnrolmentId{id}, project.id}, &who);
    }
    std::string review(const organisation::Actor& who, const std::string& id, std::size_t step,
                       enrolment::Verdict verdict = enrolment::Verdict::Approve, std::string reason = {}) {
        return act(who, enrolment::ReviewEnrolment{EnrolmentId{id}, project.id, step, verdict, std::move(reason)});
    }
    std::string withdraw(const enrolment::Applicant& who, std::string reason = {}) {
        return act(as_teacher(who),
                   enrolment::WithdrawEnrolment{EnrolmentId{who.teacher_id.text}, project.id, std::move(reason)});
    }
    // Signs up and passes that many steps of the notice's chain.
    void bring(const enrolment::Applicant& who, std::size_t steps) {
        const std::string& id = who.teacher_id.text;
        EXPECT_EQ(sign_up(who), "");
        const organisation::Actor reviewers[] = {
            principal_of(who.school_id.text),
            who.is_affiliated ? centre() : district_administrator(who.quota_unit_id.text), institution()};
        for (std::size_t step = 0; step < steps; ++step) EXPECT_EQ(review(reviewers[step], id, step), "");
    }
    const enrolment::Enrolment& of(const std::string& id) const { return roster.enrolments.at(EnrolmentId{id}); }

  private:
    std::int64_t stamp_ = 0;
};

}  // namespace xueshi::testing
