#include "server/sample/sample_projects.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/app/special_applicant.h"
#include "server/sample/sample_people.h"
#include "server/sample/sample_random.h"

namespace xueshi::sample {
namespace {

using enrolment::ApprovalStage;
using enrolment::SpecialProject;

constexpr std::uint64_t kQuotaStream = 40;
constexpr std::uint64_t kFirstSignUpStream = 2'000'000;
constexpr std::size_t kTeachersLookedAt = 1'200;
constexpr int kSignUpPercent = 12;
constexpr std::size_t kScarceProject = 19;

CivilDate day(int month, int day_of_month) { return *make_date(2017, month, day_of_month); }

// The four dates of the notice (R21): 03-25, 04-01, 04-08, 04-15. Sign-up opens with course selection [D].
enrolment::ApprovalChain notice_chain() {
    return {.opens = day(3, 8),
            .sign_up_by = day(3, 25),
            .steps = {{ApprovalStage::Principal, day(4, 1)},
                      {ApprovalStage::District, day(4, 8)},
                      {ApprovalStage::Institution, day(4, 15)}},
            .place_step = 1};
}

const organisation::Unit& institution_named(const std::string& name, const SampleUnits& units) {
    for (const organisation::Unit& institution : units.institutions) {
        if (institution.name.zh == name) return institution;
    }
    return units.institutions.front();
}

// Some projects are for people with experience, some for those with a senior title.
enrolment::EligibilityRule conditions_of(const catalogue::CourseRun& run, std::size_t number) {
    constexpr std::array<int, 5> kYears = {5, 0, 3, 8, 0};
    enrolment::EligibilityRule rule;
    rule.stages = run.stages;
    rule.subjects = run.subjects;
    rule.least_teaching_years = kYears[number % kYears.size()];
    if (number % 7 == 3) rule.titles = {"高级教师", "高级讲师"};
    return rule;
}

SpecialProject project_of(const catalogue::CourseRun& run, std::size_t number, const SampleUnits& units) {
    SpecialProject project;
    project.id = ProjectId{run.course_id.text};
    project.course_run_id = run.id;
    project.title = run.title;
    project.brief = run.summary;
    const organisation::Unit& institution = institution_named(run.provider, units);
    project.institution_id = institution.id;
    project.institution_name = institution.name.zh;
    project.contact = "项目办公室 020-5550" + std::to_string(1000 + number) + "（示例）";
    project.mode = run.admission == catalogue::Admission::SignUp ? enrolment::SignupMode::Online
                                                                 : enrolment::SignupMode::OrganiserPlaced;
    project.eligibility = conditions_of(run, number);
    project.chain = notice_chain();
    project.starts = run.opens;
    project.ends = run.closes;
    project.has_study_away = number % 6 == 1;
    return project;
}

// A few places for each district and one or two for each affiliated unit; one school has a place of its own.
enrolment::QuotaTable quota_of(std::uint64_t seed, std::size_t number, const SampleUnits& units) {
    SampleRandom random(seed, kQuotaStream + number);
    enrolment::QuotaTable table;
    for (const organisation::Unit& district : units.districts) {
        table.push_back({district.id, random.between(1, 6), {}});
    }
    for (const SampleSchool& school : units.schools) {
        if (school.district_name.empty()) table.push_back({school.unit.id, random.between(1, 2), {}});
    }
    std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.unit_id < b.unit_id; });
    const SampleSchool& first = units.schools.front();
    for (enrolment::QuotaRow& row : table) {
        if (!(row.unit_id == first.unit.parent)) continue;
        // The sample teacher's district: three places in the first project, one of them its school's own, and a single
        // one in another, so that a list can be seen filling.
        if (number == 0) row = {row.unit_id, 3, {{first.unit.id, 1}}};
        if (number == kScarceProject) row.places = 1;
    }
    return table;
}

}  // namespace

std::vector<SampleProject> make_projects(std::uint64_t seed,
                                         const std::vector<catalogue::CourseRun>& runs,
                                         const SampleUnits& units) {
    std::vector<SampleProject> projects;
    for (const catalogue::CourseRun& run : runs) {
        const bool is_special = run.admission == catalogue::Admission::SignUp ||
                                run.admission == catalogue::Admission::Organiser;
        if (!is_special) continue;
        const std::size_t number = projects.size();
        SampleProject sample{project_of(run, number, units), {}};
        if (sample.project.mode == enrolment::SignupMode::Online) sample.quota = quota_of(seed, number, units);
        projects.push_back(std::move(sample));
    }
    return projects;
}

const SampleProject* first_sign_up(std::uint64_t seed,
                                   std::size_t index,
                                   const organisation::TeacherProfile& teacher,
                                   const std::vector<SampleProject>& projects) {
    if (index < kTeacherLogins || index >= kTeachersLookedAt) return nullptr;
    SampleRandom random(seed, kFirstSignUpStream + index);
    if (!random.chance(kSignUpPercent)) return nullptr;
    const enrolment::Applicant applicant = app::applicant_of(teacher);
    std::vector<const SampleProject*> fitting;
    for (const SampleProject& sample : projects) {
        const bool is_open = sample.project.mode == enrolment::SignupMode::Online;
        if (is_open && enrolment::unmet_conditions(sample.project.eligibility, applicant, day(3, 9)).empty()) {
            fitting.push_back(&sample);
        }
    }
    return fitting.empty() ? nullptr : random.pick(fitting);
}

}  // namespace xueshi::sample
