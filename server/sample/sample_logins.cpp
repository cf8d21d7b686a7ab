#include "server/sample/sample_logins.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "server/sample/sample_people.h"

namespace xueshi::sample {
namespace {

using organisation::OrgRole;

SampleLogin make_login(OrgRole role,
                       std::string login,
                       std::string display_name,
                       std::string password,
                       const organisation::Unit& unit) {
    SampleLogin made;
    made.account.id = AccountId("u" + login);
    made.account.login = std::move(login);
    made.account.display_name = std::move(display_name);
    made.account.roles = {role};
    made.account.unit_id = unit.id;
    made.account.unit_name = unit.name.zh;
    made.password = std::move(password);
    return made;
}

// One that gives special projects.
const organisation::Unit& sample_institution(const SampleUnits& units) {
    return *std::find_if(units.institutions.begin(), units.institutions.end(), [](const organisation::Unit& unit) {
        return unit.name.zh == training_institutions().front().name;
    });
}

}  // namespace

std::vector<SampleLogin> make_sample_logins(const SampleUnits& units, std::size_t teacher_count) {
    const organisation::TeacherProfile teacher = make_teacher(0, 0, units);
    const organisation::Unit& school = units.schools.front().unit;
    std::vector<SampleLogin> logins = {
        make_login(OrgRole::Teacher, teacher.number, teacher.name, "mumian-hua-kai", school),
        make_login(OrgRole::Principal, "20120010001", "陈少华", "rongshu-yin", school),
        make_login(OrgRole::SchoolAdministrator, "20120010002", "梁慧仪", "zhujiang-shui", school),
        make_login(OrgRole::DistrictAdministrator,
                   "20120020001",
                   "黄志强",
                   "yuexiu-shan",
                   units.districts.front()),
        make_login(OrgRole::Institution,
                   "20120030001",
                   "何婉清",
                   "liwan-xiang",
                   sample_institution(units)),
        make_login(OrgRole::ResearchDepartment,
                   "20120040001",
                   "谢文斌",
                   "haixin-sha",
                   units.research_departments[1]),
        make_login(OrgRole::Centre, "20120050001", "苏静宁", "wuyang-cheng", units.centre),
    };
    logins.front().account.id = AccountId(teacher.teacher_id.text);
    constexpr std::array<std::string_view, kTeacherLogins - 1> kPasswords = {
        "zimu-hua-kai", "yinghua-hua-kai", "fenghuang-hua-kai"};
    for (std::size_t index = 1; index < std::min(kTeacherLogins, teacher_count); ++index) {
        const organisation::TeacherProfile colleague = make_teacher(0, index, units);
        logins.push_back(make_login(
            OrgRole::Teacher, colleague.number, colleague.name, std::string(kPasswords[index - 1]), school));
        logins.back().account.id = AccountId(colleague.teacher_id.text);
    }
    return logins;
}

}  // namespace xueshi::sample
