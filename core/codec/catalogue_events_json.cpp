#include "core/codec/domain_reader.h"
#include "core/codec/event_formats.h"

namespace xueshi::codec {
namespace {

using catalogue::CourseRun;
using catalogue::Session;

// What most runs share is left out, so that a catalogue of thousands stays small on the wire.
void write_run(JsonWriter& json, const CourseRun& run) {
    json.member("course_run_id", run.id.text);
    json.member("course_id", run.course_id.text);
    json.member("title", run.title);
    json.member("summary", run.summary);
    json.member("provider", run.provider);
    json.member("category", enum_name(run.category));
    if (run.it_part != catalogue::ItPart::None) json.member("it_part", enum_name(run.it_part));
    if (!run.theme.empty()) json.member("theme", run.theme);
    if (run.admission != catalogue::Admission::Selection) json.member("admission", enum_name(run.admission));
    json.member("delivery", enum_name(run.delivery));
    json.member("deci_hours", run.hours.tenths);
    if (run.fee_fen != 0) json.member("fee_fen", run.fee_fen);
    if (!run.stages.empty()) {
        json.member_array("stages", [&] {
            for (const SchoolStage stage : run.stages) json.value(stage_name(stage));
        });
    }
    if (!run.subjects.empty()) {
        json.member_array("subjects", [&] {
            for (const std::string& subject : run.subjects) json.value(std::string_view(subject));
        });
    }
    json.member("opens", format_date(run.opens));
    json.member("closes", format_date(run.closes));
    if (!run.sessions.empty()) {
        json.member_array("sessions", [&] {
            for (const Session& session : run.sessions) {
                json.array([&] {
                    json.value(std::string_view(format_local_minute(session.begins)));
                    json.value(std::string_view(format_local_minute(session.ends)));
                });
            }
        });
    }
    if (!run.phase_id.empty()) json.member("phase_id", run.phase_id);
}

std::optional<Session> read_session(const JsonValue& item) {
    if (item.kind != JsonValue::Kind::Array || item.items.size() != 2) return std::nullopt;
    const auto begins = parse_local_minute(item.items[0].text);
    const auto ends = parse_local_minute(item.items[1].text);
    if (!begins || !ends || !(*begins < *ends)) return std::nullopt;
    return Session{*begins, *ends};
}

std::vector<Session> read_sessions(ObjectReader& object) {
    std::vector<Session> sessions;
    const auto& items = object.array_or_empty("sessions");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto session = read_session(items[i]);
        if (!session) object.complain(kMalformed, object.path_of("sessions", i), "expected [begin, end]");
        sessions.push_back(session.value_or(Session{}));
    }
    return sessions;
}

CourseRun read_run(ObjectReader& object) {
    CourseRun run;
    run.id = read_id<CourseRunKind>(object, "course_run_id");
    run.course_id = read_id<CourseKind>(object, "course_id");
    run.title = object.text("title");
    run.summary = object.text("summary");
    run.provider = object.text("provider");
    run.category = read_enum<HourCategory>(object, "category");
    run.it_part = read_enum_or(object, "it_part", catalogue::ItPart::None);
    run.theme = object.text_or("theme", {});
    run.admission = read_enum_or(object, "admission", catalogue::Admission::Selection);
    run.delivery = read_enum<catalogue::DeliveryMode>(object, "delivery");
    run.hours = read_deci_hours(object, "deci_hours");
    run.fee_fen = object.whole_or("fee_fen", 0, kMaxFeeFen, 0);
    run.stages = read_stages(object, "stages");
    run.subjects = read_texts(object, "subjects");
    run.opens = read_date(object, "opens");
    run.closes = read_date(object, "closes");
    run.sessions = read_sessions(object);
    run.phase_id = object.text_or("phase_id", {});
    return run;
}

}  // namespace

void EventFormat<app::CourseRunPublished>::write(JsonWriter& json, const app::CourseRunPublished& event) {
    write_run(json, event.run);
}
app::CourseRunPublished EventFormat<app::CourseRunPublished>::read(ObjectReader& object) {
    return {read_run(object)};
}

void EventFormat<app::CourseRunWithdrawn>::write(JsonWriter& json, const app::CourseRunWithdrawn& event) {
    json.member("course_run_id", event.course_run_id.text);
}
app::CourseRunWithdrawn EventFormat<app::CourseRunWithdrawn>::read(ObjectReader& object) {
    return {read_id<CourseRunKind>(object, "course_run_id")};
}

// {"readings": {"行": ["xing", "hang"], …}}
void EventFormat<app::ReadingsPublished>::write(JsonWriter& json, const app::ReadingsPublished& event) {
    json.member_object("readings", [&] {
        for (const catalogue::CharacterReadings& each : event.readings) {
            json.member_array(each.character, [&] {
                for (const std::string& reading : each.readings) json.value(std::string_view(reading));
            });
        }
    });
}
app::ReadingsPublished EventFormat<app::ReadingsPublished>::read(ObjectReader& object) {
    app::ReadingsPublished event;
    const JsonValue* table = object.object("readings");
    if (table == nullptr) return event;
    ObjectReader entries(*table, "readings");
    for (const auto& member : table->members) {
        event.readings.push_back({member.key, read_texts(entries, member.key)});
    }
    if (const Outcome outcome = entries.finish(); !outcome) {
        object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
    return event;
}

void EventFormat<app::NoticePosted>::write(JsonWriter& json, const app::NoticePosted& event) {
    json.member("notice_id", event.notice.id.text);
    json.member("title", event.notice.title);
    json.member("body", event.notice.body);
    json.member("issuer", event.notice.issuer);
    json.member("posted_on", format_date(event.notice.posted_on));
}
app::NoticePosted EventFormat<app::NoticePosted>::read(ObjectReader& object) {
    app::NoticePost notice;
    notice.id = read_id<NoticeKind>(object, "notice_id");
    notice.title = object.text("title");
    notice.body = object.text("body");
    notice.issuer = object.text("issuer");
    notice.posted_on = read_date(object, "posted_on");
    return {std::move(notice)};
}

void EventFormat<app::UnitRecorded>::write(JsonWriter& json, const app::UnitRecorded& event) {
    json.member("unit_id", event.unit.id.text);
    json.member("kind", organisation::org_kind_name(event.unit.kind));
    json.member_object("name", [&] {
        json.member("zh", event.unit.name.zh);
        json.member("en", event.unit.name.en);
    });
    if (!event.unit.parent.empty()) json.member("parent", event.unit.parent.text);
}
app::UnitRecorded EventFormat<app::UnitRecorded>::read(ObjectReader& object) {
    organisation::Unit unit;
    unit.id = read_id<UnitKind>(object, "unit_id");
    const auto kind = organisation::parse_org_kind(object.text("kind"));
    if (!kind) object.complain(kOutOfRange, object.path_of("kind"), "not a kind of unit");
    unit.kind = kind.value_or(organisation::OrgKind::School);
    unit.name = read_localized(object, "name");
    unit.parent = read_id_or_none<UnitKind>(object, "parent");
    return {std::move(unit)};
}

}  // namespace xueshi::codec
