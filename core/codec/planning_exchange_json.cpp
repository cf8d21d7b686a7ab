#include "core/codec/planning_exchange_json.h"

#include <limits>

#include "core/codec/json_writer.h"
#include "core/codec/planning_problem_json.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kRoomBeside = 4096;  // what a problem usually says beside its offerings, in bytes

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.member_array(key, [&] {
        for (const std::string& text : texts) json.value(std::string_view(text));
    });
}

void write_match(JsonWriter& json, const plan::Match& match) {
    json.member_object("match", [&] {
        if (match.category) json.member("category", *match.category);
        if (match.tag) json.member("tag", *match.tag);
    });
}

void write_members(JsonWriter& json, const plan::Offering& offering) {
    json.member("id", offering.id);
    json.member("category", offering.category);
    if (!offering.tags.empty()) write_texts(json, "tags", offering.tags);
    json.member_raw("hours", format_hours(offering.hours));
    json.member("fee", offering.fee);
    json.member("fit", offering.fit);
    if (!offering.sessions.empty()) {
        json.member_array("sessions", [&] {
            for (const plan::Session& session : offering.sessions) {
                json.array([&] {
                    json.value(std::string_view(format_local_minute(session.start)));
                    json.value(std::string_view(format_local_minute(session.end)));
                });
            }
        });
    }
    if (offering.group) json.member("group", *offering.group);
}

std::string_view measure_name(plan::Measure measure) {
    switch (measure) {
        case plan::Measure::Fee:
            return "fee";
        case plan::Measure::Hours:
            return "hours";
        case plan::Measure::Fit:
            return "fit";
        case plan::Measure::Count:
            return "count";
    }
    return "";
}

std::string key_text(plan::ObjectiveKey key) {
    return (key.maximised ? "-" : "") + std::string(measure_name(key.measure));
}

// Runs `write` for each item as an object of the list `key`.
template <class Item, class Write>
void write_each(JsonWriter& json,
                std::string_view key,
                const std::vector<Item>& items,
                Write write) {
    json.member_array(key, [&] {
        for (const Item& item : items) json.object([&] { write(item); });
    });
}

void write_requests(JsonWriter& json, const plan::PlanningProblem& problem) {
    if (problem.alternatives) {
        json.member_object("alternatives", [&] {
            json.member("count", problem.alternatives->count);
            json.member("differ", problem.alternatives->differ);
        });
    }
    if (problem.frontier) {
        json.member_object("frontier", [&] {
            json.member("by", key_text(problem.frontier->by));
            json.member("best", key_text(problem.frontier->best));
            json.member("max_points", problem.frontier->max_points);
        });
    }
}

// ---- reading ----

std::vector<std::string> texts_of(ObjectReader& object, std::string_view key) {
    std::vector<std::string> texts;
    for (const JsonValue& item : object.array(key)) texts.push_back(item.text);
    return texts;
}

DeciHours hours_of(const JsonValue& value) { return {parse_exact_tenths(value.text).value_or(0)}; }

plan::HoursByRequirement hours_by_requirement(ObjectReader& object, std::string_view key) {
    plan::HoursByRequirement hours;
    if (const JsonValue* member = object.object(key)) {
        for (const auto& [id, value] : member->members) hours.emplace_back(id, hours_of(value));
    }
    return hours;
}

// What an object within `outer` complains about, the outer one does, too.
template <class Read>
void read_inner(ObjectReader& outer, const JsonValue& value, std::string_view name, Read read_members) {
    ObjectReader inner(value, std::string(name));
    read_members(inner);
    if (const Outcome read = inner.finish(); !read) outer.complain(read.error().code, read.error().subject);
}

plan::ProposedPlan read_plan_members(ObjectReader& object) {
    plan::ProposedPlan plan;
    plan.chosen = texts_of(object, "chosen");
    if (const JsonValue* member = object.object("totals")) {
        read_inner(object, *member, "totals", [&](ObjectReader& totals) {
            plan.totals.fee = totals.whole("fee", 0, kLargest);
            if (const JsonValue* hours = totals.any("hours")) plan.totals.hours = hours_of(*hours);
            plan.totals.fit = totals.whole("fit", 0, kLargest);
            plan.totals.count = totals.whole("count", 0, kLargest);
        });
    }
    plan.counted = hours_by_requirement(object, "counted");
    return plan;
}

std::optional<std::vector<plan::ProposedPlan>> read_plans(ObjectReader& object,
                                                          std::string_view key) {
    if (!object.has(key)) return std::nullopt;
    std::vector<plan::ProposedPlan> plans;
    for (const JsonValue& item : object.array(key)) {
        read_inner(object, item, key, [&](ObjectReader& inner) { plans.push_back(read_plan_members(inner)); });
    }
    return plans;
}

plan::InfeasibleAnswer read_infeasible(ObjectReader& object) {
    plan::InfeasibleAnswer answer;
    answer.conflict = texts_of(object, "conflict");
    const JsonValue* nearest = object.any("nearest");
    if (nearest == nullptr || nearest->kind == JsonValue::Kind::Null) return answer;
    read_inner(object, *nearest, "nearest", [&](ObjectReader& inner) {
        answer.nearest = {read_plan_members(inner), hours_by_requirement(inner, "short")};
    });
    return answer;
}

plan::PlanningAnswer read_answer(ObjectReader& object) {
    if (object.text("schema") != "xueshi.plan.answer/1") object.complain(kOutOfRange, "schema");
    plan::PlanningAnswer answer;
    if (object.text("status") == "optimal") {
        plan::OptimalAnswer optimal;
        optimal.best = read_plan_members(object);
        optimal.alternatives = read_plans(object, "alternatives");
        optimal.frontier = read_plans(object, "frontier");
        answer.verdict = std::move(optimal);
    } else {
        answer.verdict = read_infeasible(object);
    }
    if (const JsonValue* work = object.object("work")) {
        const JsonValue* nodes = work->find("nodes");
        answer.nodes =
            nodes == nullptr ? 0 : parse_whole_number(nodes->text, 0, kLargest).value_or(0);
    }
    return answer;
}

plan::WayOut read_way_out(ObjectReader& object) {
    plan::WayOut way;
    constexpr auto kLast = static_cast<std::int64_t>(plan::WayOutKind::TakeNearest);
    way.kind = static_cast<plan::WayOutKind>(object.whole("kind", 0, kLast));
    way.max_fee = object.whole("max_fee", 0, kLargest);
    if (const JsonValue* hours = object.any("max_hours")) way.max_hours = hours_of(*hours);
    way.pin = object.text("pin");
    way.plan = read_plan_members(object);
    way.missing = hours_by_requirement(object, "short");
    return way;
}

plan::PlanningAdvice read_advice(ObjectReader& object) {
    plan::PlanningAdvice advice;
    if (const JsonValue* answer = object.object("answer")) {
        read_inner(object, *answer, "answer", [&](ObjectReader& inner) { advice.answer = read_answer(inner); });
    }
    for (const JsonValue& item : object.array("ways_out")) {
        read_inner(object, item, "ways_out", [&](ObjectReader& inner) {
            advice.ways_out.push_back(read_way_out(inner));
        });
    }
    return advice;
}

}  // namespace

std::string write_offering(const plan::Offering& offering) {
    JsonWriter json;
    json.object([&] { write_members(json, offering); });
    return json.take();
}

std::string write_planning_problem(const plan::PlanningProblem& problem, std::string_view further) {
    JsonWriter json(further.size() + kRoomBeside);
    json.object([&] {
        json.member("schema", "xueshi.plan.problem/1");
        write_each(
            json, "requirements", problem.requirements, [&](const plan::Requirement& requirement) {
                json.member("id", requirement.id);
                write_match(json, requirement.match);
                json.member_raw("min_hours", format_hours(requirement.min_hours));
            });
        write_each(json, "caps", problem.caps, [&](const plan::Cap& cap) {
            json.member("id", cap.id);
            write_match(json, cap.match);
            json.member_raw("max_hours", format_hours(cap.max_hours));
        });
        json.member_object("limits", [&] {
            if (problem.limits.max_fee) json.member("max_fee", *problem.limits.max_fee);
            if (problem.limits.max_hours)
                json.member_raw("max_hours", format_hours(*problem.limits.max_hours));
        });
        write_each(json, "credited", problem.credited, [&](const plan::Credited& credited) {
            json.member("category", credited.category);
            write_texts(json, "tags", credited.tags);
            json.member_raw("hours", format_hours(credited.hours));
        });
        json.member_array("offerings", [&] {
            for (const plan::Offering& offering : problem.offerings) {
                json.object([&] { write_members(json, offering); });
            }
            if (!further.empty()) json.raw(further);
        });
        write_texts(json, "pinned", problem.pinned);
        write_texts(json, "excluded", problem.excluded);
        json.member_array("objective", [&] {
            for (const plan::ObjectiveKey key : problem.objective)
                json.value(std::string_view(key_text(key)));
        });
        write_requests(json, problem);
    });
    return json.take();
}

Result<plan::PlanPiece> read_plan_piece(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    plan::PlanPiece piece;
    if (const auto further = read_plans(object, "further")) {
        piece.content = plan::FurtherPlans{*further};
    } else if (const auto stops = read_plans(object, "stops")) {
        piece.content = plan::FrontierStops{*stops};
    } else {
        piece.content = read_advice(object);
    }
    piece.is_last = object.boolean("is_last");
    if (const Outcome read = object.finish(); !read) return read.error();
    return piece;
}

std::string write_planning_refusal(const Error& error) {
    JsonWriter json;
    json.object([&] { json.member("refused", error.code.name()); });
    return json.take();
}

std::string read_planning_refusal(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    const JsonValue* code = document ? document->find("refused") : nullptr;
    return code == nullptr ? std::string() : code->text;
}

}  // namespace xueshi::codec
