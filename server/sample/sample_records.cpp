#include "server/sample/sample_records.h"

#include <algorithm>
#include <string>

#include "server/sample/sample_courses.h"
#include "server/sample/sample_random.h"

namespace xueshi::sample {
namespace {

using ledger::HourRecord;
using ledger::HourSource;
using ledger::HourState;

constexpr std::uint64_t kFirstRecordStream = 2'000'000'000;
constexpr int kThisYear = 2017;
constexpr int kFirstYear = 2012;

class RecordWriter {
  public:
    explicit RecordWriter(const organisation::TeacherProfile& teacher) : teacher_(teacher) {}

    HourRecord& add(int year,
                    HourCategory category,
                    std::int64_t deci_hours,
                    HourState state,
                    HourSource source,
                    std::string title,
                    std::string remark) {
        HourRecord& record = records_.emplace_back();
        const std::string number = std::to_string(++count_);
        record.id = HourRecordId("h" + teacher_.number + "-" + std::to_string(year) + "-" + number);
        record.title = std::move(title);
        record.category = category;
        record.hours = {deci_hours};
        record.state = state;
        record.source = source;
        record.allocated_year = {year};
        record.remark = std::move(remark);
        return record;
    }

    void add_finished_year(int year,
                           std::int64_t public_hours,
                           std::int64_t professional,
                           std::int64_t other) {
        const std::string of_year = std::to_string(year) + " 年度";
        constexpr auto kVerified = HourState::Verified;
        if (public_hours > 0) {
            add(year,
                HourCategory::Public,
                public_hours,
                kVerified,
                HourSource::AllStaff,
                of_year + "公需科目",
                "年度验证系统已验证");
        }
        if (professional > 0) {
            add(year,
                HourCategory::Professional,
                professional,
                kVerified,
                HourSource::AllStaff,
                of_year + "全员培训专业课",
                "年度验证系统已验证");
        }
        if (other > 0) {
            add(year,
                HourCategory::Elective,
                other,
                kVerified,
                HourSource::SchoolBased,
                of_year + "校本研修",
                "学校已确认");
        }
    }

    void add_school_based(std::int64_t deci_hours, HourState state) {
        const bool is_confirmed = state == HourState::Verified;
        add(kThisYear,
            HourCategory::Professional,
            deci_hours,
            state,
            HourSource::SchoolBased,
            "校本培训：新学期课堂教学研讨",
            is_confirmed ? "校本培训，学校已确认" : "校本培训，待学校确认");
    }

    // At most ten hours of a year count, and only research departments register them (R28).
    void add_research(std::int64_t deci_hours) {
        const bool has_district = !teacher_.district_name.empty();
        add(kThisYear,
            HourCategory::Professional,
            deci_hours,
            HourState::Earned,
            HourSource::Research,
            "教研活动：单元整体教学研讨",
            has_district ? "教研学时，区教研室登记" : "教研学时，市教研部门登记")
            .tags = {"research"};
    }

    void add_public_in_progress(int lesson) {
        add(kThisYear,
            HourCategory::Public,
            180,
            HourState::InProgress,
            HourSource::AllStaff,
            "《“一带一路”战略规划》",
            "公需课，学到第 " + std::to_string(lesson) + " 讲")
            .course_run_id = CourseRunId(std::string(kPublicRunId));
    }

    std::vector<HourRecord> take() { return std::move(records_); }

  private:
    const organisation::TeacherProfile& teacher_;
    std::vector<HourRecord> records_;
    int count_ = 0;
};

void add_sample_teacher(RecordWriter& writer) {
    writer.add_finished_year(2012, 180, 480, 120);
    writer.add_finished_year(2013, 180, 420, 150);
    writer.add_finished_year(2014, 180, 540, 0);
    writer.add_finished_year(2015, 240, 420, 60);
    writer.add_finished_year(2016, 180, 360, 60);
    writer.add_school_based(45, HourState::Verified);
    writer.add_research(60);
    writer.add_public_in_progress(3);
}

void add_past_years(RecordWriter& writer,
                    const organisation::TeacherProfile& teacher,
                    SampleRandom& random) {
    // Few have kept everything since 2012; most have the last two years in the system.
    const int first_kept = random.chance(12) ? kFirstYear : kThisYear - 2;
    for (int year = std::max(first_kept, teacher.teaching_since_year); year < kThisYear; ++year) {
        const bool is_short = random.chance(14);
        const int professional = is_short ? random.between(24, 40) : random.between(42, 56);
        const int other = std::max(0, 72 - 18 - professional) + random.between(0, 4);
        writer.add_finished_year(year, 180, professional * 10, is_short ? 0 : other * 10);
    }
}

}  // namespace

std::vector<HourRecord> make_hour_records(std::uint64_t seed,
                                          std::size_t index,
                                          const organisation::TeacherProfile& teacher) {
    RecordWriter writer(teacher);
    if (index == 0) {
        add_sample_teacher(writer);
        return writer.take();
    }
    SampleRandom random(seed, kFirstRecordStream + index);
    add_past_years(writer, teacher, random);
    if (random.chance(45)) {
        writer.add_school_based(random.between(2, 16) * 5,
                                random.chance(70) ? HourState::Verified : HourState::Earned);
    }
    if (random.chance(40)) writer.add_research(random.between(2, 16) * 5);
    if (random.chance(30)) writer.add_public_in_progress(random.between(1, 4));
    return writer.take();
}

}  // namespace xueshi::sample
