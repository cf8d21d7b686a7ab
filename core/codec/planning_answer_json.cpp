// Writing of xueshi.plan.answer/1 (declared in planning_problem_json.h), and of the pieces around it
// (planning_exchange_json.h).
#include "core/codec/json_writer.h"
#include "core/codec/planning_exchange_json.h"
#include "core/codec/planning_problem_json.h"

namespace xueshi::codec {
namespace {

constexpr std::string_view kAnswerSchema = "xueshi.plan.answer/1";

void write_hours(JsonWriter& json, std::string_view key, const plan::HoursByRequirement& hours) {
    json.member_object(key, [&] {
        for (const auto& [id, value] : hours) json.member_raw(id, format_hours(value));
    });
}

void write_ids(JsonWriter& json, std::string_view key, const std::vector<std::string>& ids) {
    json.member_array(key, [&] {
        for (const std::string& id : ids) json.value(std::string_view(id));
    });
}

void write_plan_members(JsonWriter& json, const plan::ProposedPlan& plan) {
    write_ids(json, "chosen", plan.chosen);
    json.member_object("totals", [&] {
        json.member("fee", plan.totals.fee);
        json.member_raw("hours", format_hours(plan.totals.hours));
        json.member("fit", plan.totals.fit);
        json.member("count", plan.totals.count);
    });
    write_hours(json, "counted", plan.counted);
}

void write_plans(JsonWriter& json, std::string_view key, const std::vector<plan::ProposedPlan>& plans) {
    json.member_array(key, [&] {
        for (const plan::ProposedPlan& plan : plans) {
            json.object([&] { write_plan_members(json, plan); });
        }
    });
}

void write_infeasible(JsonWriter& json, const plan::InfeasibleAnswer& answer) {
    json.member("status", "infeasible");
    write_ids(json, "conflict", answer.conflict);
    json.key("nearest");
    if (!answer.nearest) {
        json.null();
        return;
    }
    json.object([&] {
        write_plan_members(json, answer.nearest->plan);
        write_hours(json, "short", answer.nearest->missing);
    });
}

void write_advice(JsonWriter& json, const plan::PlanningAdvice& advice) {
    json.member_raw("answer", write_planning_answer(advice.answer, 0));
    json.member_array("ways_out", [&] {
        for (const plan::WayOut& way : advice.ways_out) {
            json.object([&] {
                json.member("kind", static_cast<std::int64_t>(way.kind));
                json.member("max_fee", way.max_fee);
                json.member_raw("max_hours", format_hours(way.max_hours));
                json.member("pin", way.pin);
                write_plan_members(json, way.plan);
                write_hours(json, "short", way.missing);
            });
        }
    });
}

// Milliseconds to the microsecond, as a decimal number.
std::string format_milliseconds(std::int64_t nanoseconds) {
    const std::int64_t microseconds = nanoseconds / 1000;
    std::string fraction = std::to_string(microseconds % 1000);
    fraction.insert(0, 3 - fraction.size(), '0');
    return std::to_string(microseconds / 1000) + '.' + fraction;
}

}  // namespace

std::string write_planning_answer(const plan::PlanningAnswer& answer, std::int64_t nanoseconds) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", kAnswerSchema);
        if (const auto* optimal = std::get_if<plan::OptimalAnswer>(&answer.verdict)) {
            json.member("status", "optimal");
            write_plan_members(json, optimal->best);
            if (optimal->alternatives) write_plans(json, "alternatives", *optimal->alternatives);
            if (optimal->frontier) write_plans(json, "frontier", *optimal->frontier);
        } else if (const auto* none = std::get_if<plan::InfeasibleAnswer>(&answer.verdict)) {
            write_infeasible(json, *none);
        }
        json.member_object("work", [&] {
            json.member("nodes", answer.nodes);
            json.member_raw("milliseconds", format_milliseconds(nanoseconds));
        });
    });
    return json.take();
}

std::string write_plan_piece(const plan::PlanPiece& piece) {
    JsonWriter json;
    json.object([&] {
        if (const auto* advice = std::get_if<plan::PlanningAdvice>(&piece.content)) {
            write_advice(json, *advice);
        } else if (const auto* further = std::get_if<plan::FurtherPlans>(&piece.content)) {
            write_plans(json, "further", further->plans);
        } else if (const auto* stops = std::get_if<plan::FrontierStops>(&piece.content)) {
            write_plans(json, "stops", stops->plans);
        }
        json.member("is_last", piece.is_last);
    });
    return json.take();
}

}  // namespace xueshi::codec
