#include "core/codec/domain_reader.h"
#include "core/codec/event_formats.h"

namespace xueshi::codec {
namespace {

void write_limits(JsonWriter& json, const plan::PlanLimits& limits) {
    if (limits.max_fee_fen) json.member("max_fee_fen", *limits.max_fee_fen);
    if (limits.max_hours) json.member("max_deci_hours", limits.max_hours->tenths);
}

plan::PlanLimits read_limits(ObjectReader& object) {
    plan::PlanLimits limits;
    if (object.has("max_fee_fen")) limits.max_fee_fen = object.whole("max_fee_fen", 0, kMaxFeeFen);
    if (object.has("max_deci_hours")) limits.max_hours = read_deci_hours(object, "max_deci_hours");
    return limits;
}

void write_priorities(JsonWriter& json, const plan::PlanPriorities& priorities) {
    json.member_array("priorities", [&] {
        for (const plan::PlanPriority priority : priorities) json.value(enum_name(priority));
    });
}

plan::PlanPriorities read_priorities(ObjectReader& object) {
    plan::PlanPriorities priorities;
    const std::vector<std::string> names = read_texts(object, "priorities");
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto priority = parse_enum<plan::PlanPriority>(names[i]);
        if (!priority) object.complain(kOutOfRange, object.path_of("priorities", i));
        priorities.push_back(priority.value_or(plan::PlanPriority::LeastFee));
    }
    return priorities;
}

std::string read_plan_name(ObjectReader& object) {
    std::string name = object.text("name");
    if (name.empty() || name.size() > plan::kMaxPlanNameBytes) {
        object.complain(kOutOfRange, object.path_of("name"), "1 to 60 bytes");
    }
    return name;
}

}  // namespace

void EventFormat<plan::PlanNamed>::write(JsonWriter& json, const plan::PlanNamed& event) {
    json.member("plan_id", event.plan_id.text);
    json.member("name", event.name);
}
plan::PlanNamed EventFormat<plan::PlanNamed>::read(ObjectReader& object) {
    plan::PlanNamed event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.name = read_plan_name(object);
    return event;
}

void EventFormat<plan::PlanDiscarded>::write(JsonWriter& json, const plan::PlanDiscarded& event) {
    json.member("plan_id", event.plan_id.text);
    json.member("discarded", event.discarded);
}
plan::PlanDiscarded EventFormat<plan::PlanDiscarded>::read(ObjectReader& object) {
    plan::PlanDiscarded event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.discarded = object.boolean("discarded");
    return event;
}

void EventFormat<plan::PlanMarkChanged>::write(JsonWriter& json, const plan::PlanMarkChanged& event) {
    json.member("plan_id", event.plan_id.text);
    json.member("course_run_id", event.course_run_id.text);
    json.member("mark", enum_name(event.mark));
}
plan::PlanMarkChanged EventFormat<plan::PlanMarkChanged>::read(ObjectReader& object) {
    plan::PlanMarkChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.course_run_id = read_id<CourseRunKind>(object, "course_run_id");
    event.mark = read_enum<plan::PlanMark>(object, "mark");
    return event;
}

void EventFormat<plan::PlanLimitsChanged>::write(JsonWriter& json, const plan::PlanLimitsChanged& event) {
    json.member("plan_id", event.plan_id.text);
    write_limits(json, event.limits);
}
plan::PlanLimitsChanged EventFormat<plan::PlanLimitsChanged>::read(ObjectReader& object) {
    plan::PlanLimitsChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.limits = read_limits(object);
    return event;
}

void EventFormat<plan::PlanPrioritiesChanged>::write(JsonWriter& json,
                                                     const plan::PlanPrioritiesChanged& event) {
    json.member("plan_id", event.plan_id.text);
    write_priorities(json, event.priorities);
}
plan::PlanPrioritiesChanged EventFormat<plan::PlanPrioritiesChanged>::read(ObjectReader& object) {
    plan::PlanPrioritiesChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.priorities = read_priorities(object);
    // Only complete orders may reach the register, or a device would be left with half of one.
    if (!plan::is_complete_order(event.priorities)) {
        object.complain(kOutOfRange, object.path_of("priorities"), "each priority once");
    }
    return event;
}

}  // namespace xueshi::codec
