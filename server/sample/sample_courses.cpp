#include "server/sample/sample_courses.h"

#include <algorithm>
#include <array>
#include <string>

#include "server/sample/course_blueprints.h"
#include "server/sample/course_schedule.h"
#include "server/sample/sample_random.h"
#include "server/sample/sample_units.h"

namespace xueshi::sample {
namespace {

using catalogue::CourseRun;
using catalogue::DeliveryMode;

constexpr std::uint64_t kCourseStream = 1;

std::string numbered(std::string_view prefix, std::size_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return std::string(prefix) + text;
}

TrainingField field_of(const CourseRun& run) {
    const std::string subject = run.subjects.empty() ? std::string() : run.subjects.front();
    if (run.it_part != catalogue::ItPart::None) return TrainingField::Technology;
    if (subject == "sport") return TrainingField::Sport;
    if (subject == "music" || subject == "art") return TrainingField::Arts;
    const auto is_only_for = [&run](SchoolStage stage) {
        return run.stages.size() == 1 && run.stages.front() == stage;
    };
    if (is_only_for(SchoolStage::Kindergarten)) return TrainingField::EarlyYears;
    if (is_only_for(SchoolStage::Vocational)) return TrainingField::Vocational;
    return TrainingField::General;
}

// Courses of one kind, and how their runs are given.
struct CourseGroup {
    std::string_view prefix;  // of course ids
    std::vector<CourseBlueprint> courses;
    std::size_t always_first = 0;  // so many from the front are in every city
    int distance_percent = 0;
    int blended_percent = 0;
    int all_year_percent = 0;  // of the distance runs
    int free_percent = 0;
};

class CourseRunMaker {
  public:
    CourseRunMaker(std::uint64_t seed, std::size_t count) : random_(seed, kCourseStream) {
        runs_.reserve(count);
    }

    void add_public_subject() {
        CourseRun& run = add(public_subject(), "G2017", std::string(kPublicRunId));
        run.provider = kDistanceCentreName;
        schedule_all_year(run);
    }

    void add_special(std::string_view prefix, const std::vector<CourseBlueprint>& courses) {
        for (std::size_t i = 0; i < courses.size(); ++i) {
            const std::string course_id = numbered(prefix, i + 1, 2);
            CourseRun& run = add(courses[i], course_id, course_id + "-1");
            run.provider = institution_for(run);
            // The sample institution's log-in has projects of its own.
            if (prefix == "Z" && (i == 0 || i == 19)) run.provider = training_institutions().front().name;
            const bool is_external = run.admission == catalogue::Admission::External;
            run.delivery = is_external || random_.chance(60) ? DeliveryMode::FaceToFace
                                                             : DeliveryMode::Blended;
            // Special projects are paid for by the city; bases charge by the day.
            if (is_external) run.fee_fen = run.hours.tenths / 60 * 12'000;
            schedule_after_lists(run, random_);
        }
    }

    // So many runs of the group's courses: every course once, then further runs of any of them.
    void add_group(CourseGroup group, std::size_t run_count) {
        constexpr std::size_t kCoursesPercent = 55;
        const std::size_t wanted = std::max(group.always_first, run_count * kCoursesPercent / 100);
        const std::size_t course_count = std::min({group.courses.size(), wanted, run_count});
        std::vector<std::size_t> runs_of(course_count, 0);
        for (std::size_t i = 0; i < run_count; ++i) {
            const std::size_t course =
                i < course_count ? i : random_.below(static_cast<std::uint32_t>(course_count));
            const std::string course_id = numbered(group.prefix, course + 1, 4);
            const std::size_t number = ++runs_of[course];
            CourseRun& run =
                add(group.courses[course], course_id, course_id + '-' + numbered("", number, 2));
            give(run, group, course < group.always_first && number == 1);
        }
    }

    std::vector<CourseRun> take() {
        std::sort(runs_.begin(), runs_.end(), [](const CourseRun& a, const CourseRun& b) {
            return a.id < b.id;
        });
        return std::move(runs_);
    }

    SampleRandom& random() { return random_; }
    std::size_t size() const { return runs_.size(); }

  private:
    CourseRun& add(const CourseBlueprint& course, const std::string& course_id, std::string id) {
        CourseRun& run = runs_.emplace_back();
        run.id = CourseRunId(std::move(id));
        run.course_id = CourseId(course_id);
        run.title = course.title;
        run.summary = course.summary;
        run.category = course.category;
        run.it_part = course.it_part;
        run.theme = course.theme;
        run.admission = course.admission;
        run.hours = course.hours;
        run.stages = course.stages;
        run.subjects = course.subjects;
        return run;
    }

    void give(CourseRun& run, const CourseGroup& group, bool is_plain) {
        const int roll = is_plain ? 0 : random_.between(0, 99);
        if (roll < group.distance_percent) {
            run.delivery = DeliveryMode::Distance;
            const bool is_all_year = !is_plain && random_.chance(group.all_year_percent);
            if (is_plain) {
                schedule_whole_term(run);
            } else if (is_all_year) {
                schedule_all_year(run);
            } else {
                schedule_own_pace(run, random_);
            }
        } else {
            run.delivery = roll < group.distance_percent + group.blended_percent
                               ? DeliveryMode::Blended
                               : DeliveryMode::FaceToFace;
            schedule_sessions(run, random_);
        }
        run.provider = provider_of(run);
        if (!random_.chance(group.free_percent)) run.fee_fen = fee_of(run);
    }

    std::string provider_of(const CourseRun& run) {
        if (run.delivery == DeliveryMode::Distance && random_.chance(55)) {
            return std::string(kDistanceCentreName);
        }
        if (run.delivery == DeliveryMode::FaceToFace && random_.chance(40)) {
            return std::string(kFaceToFaceCentreName);
        }
        return institution_for(run);
    }

    // One of those that teach the course's field.
    std::string institution_for(const CourseRun& run) {
        const TrainingField field = field_of(run);
        std::vector<std::string_view> fitting;
        for (const TrainingInstitution& each : training_institutions()) {
            const bool is_general = each.field == TrainingField::General &&
                                    (field == TrainingField::Technology || field == each.field);
            if (is_general || each.field == field) fitting.push_back(each.name);
        }
        return std::string(random_.pick(fitting));
    }

    // About four yuan an hour, longer courses a little less, teaching in a room a little more.
    std::int64_t fee_of(const CourseRun& run) {
        const std::int64_t hours = run.hours.tenths / 10;
        std::int64_t yuan = hours * 4 - hours / 4 + random_.between(0, 2);
        if (run.delivery != DeliveryMode::Distance) yuan += 4;
        return std::clamp<std::int64_t>(yuan, 8, 60) * 100;
    }

    SampleRandom random_;
    std::vector<CourseRun> runs_;
};

CourseGroup it_group(SampleRandom& random) {
    CourseGroup group{.prefix = "N",
                      .courses = theme_name_courses(),
                      .always_first = 0,
                      .distance_percent = 62,
                      .blended_percent = 18,
                      .all_year_percent = 0,
                      .free_percent = 0};
    group.always_first = group.courses.size();
    std::vector<CourseBlueprint> written = written_it_courses();
    std::vector<CourseBlueprint> of_topics = topic_courses();
    random.shuffle(written);
    random.shuffle(of_topics);
    for (auto* more : {&written, &of_topics}) {
        std::move(more->begin(), more->end(), std::back_inserter(group.courses));
    }
    return group;
}

CourseGroup professional_group(SampleRandom& random) {
    CourseGroup group{.prefix = "P",
                      .courses = professional_courses(),
                      .always_first = 0,
                      .distance_percent = 48,
                      .blended_percent = 17,
                      .all_year_percent = 40,
                      .free_percent = 12};
    random.shuffle(group.courses);
    return group;
}

CourseGroup elective_group(SampleRandom& random) {
    CourseGroup group{.prefix = "E",
                      .courses = elective_courses(),
                      .always_first = 0,
                      .distance_percent = 50,
                      .blended_percent = 10,
                      .all_year_percent = 50,
                      .free_percent = 60};
    random.shuffle(group.courses);
    return group;
}

}  // namespace

std::vector<CourseRun> make_course_runs(std::uint64_t seed, std::size_t count) {
    CourseRunMaker maker(seed, count);
    maker.add_public_subject();
    maker.add_special("Z", special_projects());
    maker.add_special("W", external_courses());
    const std::size_t left = count - maker.size();
    const std::size_t electives = left * 10 / 100;
    const std::size_t professional = left * 30 / 100;
    maker.add_group(elective_group(maker.random()), electives);
    maker.add_group(professional_group(maker.random()), professional);
    maker.add_group(it_group(maker.random()), left - electives - professional);
    return maker.take();
}

}  // namespace xueshi::sample
