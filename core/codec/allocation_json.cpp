#include "core/codec/allocation_json.h"

#include <set>

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

using namespace allocation;

constexpr std::string_view kQuestionSchema = "xueshi.allocation.problem/1";
constexpr std::string_view kAnswerSchema = "xueshi.allocation.answer/1";
constexpr std::size_t kMostStaying = 2'000;

std::vector<AllocatedYear> read_years(ObjectReader& object, std::string_view key) {
    std::set<AllocatedYear> years;
    const auto& items = object.array(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto year = parse_whole_number(items[i].text, 1900, 2999);
        if (items[i].kind != JsonValue::Kind::Number || !year) {
            object.complain(kOutOfRange, object.path_of(key, i), "expected a year");
        }
        years.insert({static_cast<std::int32_t>(year.value_or(1900))});
    }
    return {years.begin(), years.end()};
}

StayingHours read_staying(ObjectReader& object) {
    StayingHours hours;
    hours.year = read_year(object, "year");
    hours.category = read_enum<HourCategory>(object, "category");
    hours.tags = read_texts(object, "tags");
    hours.cycle = read_deci_hours(object, "deci_hours");
    if (!object.boolean_or("cycle_only", false)) hours.annual = hours.cycle;
    return hours;
}

MovableCourse read_course(ObjectReader& object) {
    MovableCourse course;
    course.id = object.text("id");
    course.category = read_enum<HourCategory>(object, "category");
    course.tags = read_texts(object, "tags");
    course.hours = read_deci_hours(object, "deci_hours");
    course.year = read_year(object, "year");
    course.years = read_years(object, "years");
    return course;
}

bool passes(const std::vector<DeciHours>& missing, const std::vector<DeciHours>& placed) {
    for (std::size_t r = 0; r < missing.size(); ++r) {
        if (placed[r] < missing[r]) return false;
    }
    return true;
}

void write_year(JsonWriter& json, const PlacementProblem& problem, const Placement& placement, std::size_t y) {
    const PlacementYear& year = problem.years[y];
    std::vector<DeciHours> placed(year.cycle_missing.size());
    for (std::size_t c = 0; c < placement.size(); ++c) {
        if (placement[c] != y) continue;
        for (std::size_t r = 0; r < placed.size(); ++r) {
            if ((problem.courses[c].counts_for[y] >> r & 1U) != 0) placed[r] += problem.courses[c].hours;
        }
    }
    const DeciHours above = missing_hours(year.cycle_missing[year.total], placed[year.total]);
    json.object([&] {
        json.member("year", year.year.year);
        if (year.annual_rank) json.member("annual", passes(year.annual_missing, placed) ? "pass" : "fail");
        if (year.is_in_cycle) json.member("cycle", passes(year.cycle_missing, placed) ? "pass" : "fail");
        json.member("surplus", (year.surplus + above).tenths);
    });
}

}  // namespace

Result<AllocationQuestion> read_allocation_question(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    if (object.text("schema") != kQuestionSchema) {
        object.complain(kMalformed, "schema", "expected " + std::string(kQuestionSchema));
    }
    AllocationQuestion question;
    question.cycle_last = read_year(object, "cycle_last");
    question.annual_years = read_years(object, "annual_years");
    question.staying = read_objects<StayingHours>(object, "staying", kMostStaying, read_staying);
    question.courses = read_objects<MovableCourse>(object, "courses", kMostCourses, read_course);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return question;
}

std::string write_allocation_answer(const PlacementProblem& problem, const BestPlacement& best, std::int64_t nanoseconds) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", kAnswerSchema);
        json.member_array("courses", [&] {
            for (std::size_t c = 0; c < problem.courses.size(); ++c) {
                json.object([&] {
                    json.member("id", problem.courses[c].id);
                    json.member("year", problem.years[best.years[c]].year.year);
                    json.member("moved", best.years[c] != problem.courses[c].current);
                });
            }
        });
        json.member_array("years", [&] {
            for (std::size_t y = 0; y < problem.years.size(); ++y) write_year(json, problem, best.years, y);
        });
        json.member("surplus", best.value.surplus.tenths);
        json.member("moved", best.value.moved);
        json.member("proven", best.is_proven);
        json.member_object("work", [&] {
            json.member("steps", best.work);
            json.member("microseconds", nanoseconds / 1'000);
        });
    });
    return json.take();
}

}  // namespace xueshi::codec
