#include <optional>

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

// Last in every plan event; absent in events older than the field.
void write_replaces(JsonWriter& json, const Replaced& replaces) {
    if (!replaces) return;
    json.member_array("replaces", [&] {
        for (const Stamp& stamp : *replaces) json.value(std::string_view(format_stamp(stamp)));
    });
}

Replaced read_replaces(ObjectReader& object) {
    if (!object.has("replaces")) return std::nullopt;
    const std::vector<std::string> texts = read_texts(object, "replaces");
    if (texts.size() > kMaxReplaced) object.complain(kOutOfRange, object.path_of("replaces"), "too many");
    std::vector<Stamp> stamps;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::optional<Stamp> stamp = parse_stamp(texts[i]);
        if (!stamp) object.complain(kMalformed, object.path_of("replaces", i), "not a stamp");
        stamps.push_back(stamp.value_or(Stamp{}));
    }
    return stamps;
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
    write_replaces(json, event.replaces);
}
plan::PlanNamed EventFormat<plan::PlanNamed>::read(ObjectReader& object) {
    plan::PlanNamed event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.name = read_plan_name(object);
    event.replaces = read_replaces(object);
    return event;
}

void EventFormat<plan::PlanDiscarded>::write(JsonWriter& json, const plan::PlanDiscarded& event) {
    json.member("plan_id", event.plan_id.text);
    json.member("discarded", event.discarded);
    write_replaces(json, event.replaces);
}
plan::PlanDiscarded EventFormat<plan::PlanDiscarded>::read(ObjectReader& object) {
    plan::PlanDiscarded event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.discarded = object.boolean("discarded");
    event.replaces = read_replaces(object);
    return event;
}

void EventFormat<plan::PlanMarkChanged>::write(JsonWriter& json, const plan::PlanMarkChanged& event) {
    json.member("plan_id", event.plan_id.text);
    json.member("course_run_id", event.course_run_id.text);
    json.member("mark", enum_name(event.mark));
    write_replaces(json, event.replaces);
}
plan::PlanMarkChanged EventFormat<plan::PlanMarkChanged>::read(ObjectReader& object) {
    plan::PlanMarkChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.course_run_id = read_id<CourseRunKind>(object, "course_run_id");
    event.mark = read_enum<plan::PlanMark>(object, "mark");
    event.replaces = read_replaces(object);
    return event;
}

void EventFormat<plan::PlanLimitsChanged>::write(JsonWriter& json, const plan::PlanLimitsChanged& event) {
    json.member("plan_id", event.plan_id.text);
    write_limits(json, event.limits);
    write_replaces(json, event.replaces);
}
plan::PlanLimitsChanged EventFormat<plan::PlanLimitsChanged>::read(ObjectReader& object) {
    plan::PlanLimitsChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.limits = read_limits(object);
    event.replaces = read_replaces(object);
    return event;
}

void EventFormat<plan::PlanPrioritiesChanged>::write(JsonWriter& json,
                                                     const plan::PlanPrioritiesChanged& event) {
    json.member("plan_id", event.plan_id.text);
    write_priorities(json, event.priorities);
    write_replaces(json, event.replaces);
}
plan::PlanPrioritiesChanged EventFormat<plan::PlanPrioritiesChanged>::read(ObjectReader& object) {
    plan::PlanPrioritiesChanged event;
    event.plan_id = read_id<PlanKind>(object, "plan_id");
    event.priorities = read_priorities(object);
    event.replaces = read_replaces(object);
    // Only complete orders may reach the register, or a device would be left with half of one.
    if (!plan::is_complete_order(event.priorities)) {
        object.complain(kOutOfRange, object.path_of("priorities"), "each priority once");
    }
    return event;
}

}  // namespace xueshi::codec
