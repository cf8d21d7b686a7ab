#include "server/sample/sample_programme.h"

#include <array>
#include <string_view>

#include "server/sample/sample_people.h"
#include "server/sample/sample_random.h"

namespace xueshi::sample {
namespace {

using diagnostic::EarlierProgramme;
using diagnostic::ProgrammeStanding;

constexpr std::uint64_t kFirstProgrammeStream = 3'000'000'000;
constexpr std::string_view kPhaseId = "guangzhou-2017-1";
constexpr std::string_view kEarlierPhase = "2016 年第二期";
constexpr int kThisYear = 2017;

// Of 135,323 teachers 89,331 took part and 85,874 completed (R18): in ten thousandths.
constexpr std::uint32_t kCompleted = 6'346;
constexpr std::uint32_t kTookPart = 6'601;
// Of those who never chose a course: diagnosed all the same (R16). Invented.
constexpr int kDiagnosedPercent = 8;

struct CarriedCourse {
    std::string_view title;
    std::int64_t hours;
    bool is_required;
    int percent;
};
constexpr std::array kCarried = {
    CarriedCourse{"多媒体课件制作：从文稿到课堂", 16, false, 70},
    CarriedCourse{"技术支持的课堂讲授", 6, false, 40},
    CarriedCourse{"多媒体教学环境认知与常用设备使用", 10, true, 85},
};

void add_scores(EarlierProgramme& earlier, std::uint64_t seed, std::size_t index) {
    SampleRandom random(seed, kFirstProgrammeStream + index * 2 + 1);
    for (const diagnostic::CapabilityLevel level : diagnostic::kAllLevels) {
        const int lowest = level == diagnostic::CapabilityLevel::OptimiseTeaching ? 32 : 18;
        for (const diagnostic::Dimension dimension : diagnostic::kAllDimensions) {
            earlier.scores.push_back({level, dimension, lowest + random.between(0, 50)});
        }
    }
    earlier.equipment = {diagnostic::Equipment::Interactive, diagnostic::Equipment::Network};
    earlier.phase_title = kEarlierPhase;
}

}  // namespace

EarlierProgramme make_earlier_programme(std::uint64_t seed, std::size_t index) {
    EarlierProgramme earlier;
    if (index == 0) return earlier;
    SampleRandom random(index < kTeacherLogins ? 0 : seed, kFirstProgrammeStream + index * 2);
    const std::uint32_t draw = random.below(10'000);
    const bool is_diagnosed = index == 1 || (index >= kTeacherLogins && draw >= kTookPart &&
                                             random.chance(kDiagnosedPercent));
    if (index == 3 || (index >= kTeacherLogins && draw < kCompleted)) {
        earlier.standing = ProgrammeStanding::Completed;
    } else if (index == 2 || (index >= kTeacherLogins && draw < kTookPart)) {
        earlier.standing = ProgrammeStanding::Unfinished;
    }
    if (earlier.standing != ProgrammeStanding::NeverTookPart) earlier.phase_title = kEarlierPhase;
    if (is_diagnosed) add_scores(earlier, index < kTeacherLogins ? 0 : seed, index);
    return earlier;
}

std::vector<ledger::HourRecord> make_carried_records(const organisation::TeacherProfile& teacher,
                                                     const EarlierProgramme& earlier) {
    std::vector<ledger::HourRecord> records;
    if (earlier.standing != ProgrammeStanding::Unfinished) return records;
    for (std::size_t i = 0; i < kCarried.size(); ++i) {
        const CarriedCourse& course = kCarried[i];
        ledger::HourRecord& record = records.emplace_back();
        record.id = HourRecordId("h" + teacher.number + "-carried-" + std::to_string(i + 1));
        record.title = course.title;
        record.category = HourCategory::Professional;
        record.tags = {std::string(diagnostic::kProgrammeTag),
                       course.is_required ? "it_required" : "it_elective"};
        record.hours = whole_hours(course.hours);
        record.state = ledger::HourState::InProgress;
        record.source = ledger::HourSource::CarriedOver;
        record.allocated_year = {kThisYear};
        record.remark =
            std::string(kEarlierPhase) + "未学完，学到 " + std::to_string(course.percent) + "%";
    }
    return records;
}

void SchoolFigures::add(const organisation::TeacherProfile& teacher,
                        const EarlierProgramme& earlier) {
    diagnostic::ProgrammeFigures& figures = figures_[teacher.school_id];
    figures.school_id = teacher.school_id;
    figures.school_name = teacher.school_name;
    figures.phase_id = kPhaseId;
    ++figures.teachers;
    if (earlier.standing != ProgrammeStanding::NeverTookPart) ++figures.took_part;
    if (earlier.standing == ProgrammeStanding::Completed) ++figures.completed;
}

const diagnostic::ProgrammeFigures* SchoolFigures::find(const UnitId& school) const {
    const auto found = figures_.find(school);
    return found == figures_.end() ? nullptr : &found->second;
}

}  // namespace xueshi::sample
