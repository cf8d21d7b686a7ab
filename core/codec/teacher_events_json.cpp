#include "core/codec/domain_reader.h"
#include "core/codec/event_formats.h"

namespace xueshi::codec {
namespace {

using organisation::TeacherProfile;

void write_ids(JsonWriter& json, std::string_view key, const std::vector<CourseRunId>& ids) {
    json.member_array(key, [&] {
        for (const CourseRunId& id : ids) json.value(std::string_view(id.text));
    });
}

}  // namespace

void EventFormat<app::ProfileConfirmed>::write(JsonWriter& json, const app::ProfileConfirmed& event) {
    json.member("confirmed_at_ms", event.confirmed_at.utc_ms);
}
app::ProfileConfirmed EventFormat<app::ProfileConfirmed>::read(ObjectReader& object) {
    return {read_instant(object, "confirmed_at_ms")};
}

void EventFormat<app::ThemeChosen>::write(JsonWriter& json, const app::ThemeChosen& event) {
    json.member("theme", enum_name(event.theme));
}
app::ThemeChosen EventFormat<app::ThemeChosen>::read(ObjectReader& object) {
    return {read_enum<app::ThemeChoice>(object, "theme")};
}

void EventFormat<app::ProfileRecorded>::write(JsonWriter& json, const app::ProfileRecorded& event) {
    const TeacherProfile& profile = event.profile;
    json.member("teacher_id", profile.teacher_id.text);
    json.member("number", profile.number);
    json.member("name", profile.name);
    json.member("school_id", profile.school_id.text);
    json.member("school_name", profile.school_name);
    if (!profile.district_id.empty()) json.member("district_id", profile.district_id.text);
    json.member("district_name", profile.district_name);
    json.member("stage", stage_name(profile.stage));
    json.member("subject", profile.subject);
    json.member("title", profile.title);
    json.member("teaching_since_year", profile.teaching_since_year);
    json.member("private_school", profile.is_private_school);
}
app::ProfileRecorded EventFormat<app::ProfileRecorded>::read(ObjectReader& object) {
    TeacherProfile profile;
    profile.teacher_id = read_id<TeacherKind>(object, "teacher_id");
    profile.number = object.text("number");
    profile.name = object.text("name");
    profile.school_id = read_id<UnitKind>(object, "school_id");
    profile.school_name = object.text("school_name");
    profile.district_id = read_id_or_none<UnitKind>(object, "district_id");
    profile.district_name = object.text("district_name");
    profile.stage = read_stage(object, "stage");
    profile.subject = object.text("subject");
    profile.title = object.text("title");
    profile.teaching_since_year = static_cast<int>(object.whole("teaching_since_year", 0, 2999));
    profile.is_private_school = object.boolean("private_school");
    return {std::move(profile)};
}

void EventFormat<app::HoursRecorded>::write(JsonWriter& json, const app::HoursRecorded& event) {
    const ledger::HourRecord& record = event.record;
    json.member("record_id", record.id.text);
    if (!record.course_run_id.empty()) json.member("course_run_id", record.course_run_id.text);
    json.member("title", record.title);
    json.member("category", enum_name(record.category));
    json.member_array("tags", [&] {
        for (const std::string& tag : record.tags) json.value(std::string_view(tag));
    });
    json.member("deci_hours", record.hours.tenths);
    json.member("state", enum_name(record.state));
    json.member("source", enum_name(record.source));
    json.member("allocated_year", record.allocated_year.year);
    json.member("remark", record.remark);
}
app::HoursRecorded EventFormat<app::HoursRecorded>::read(ObjectReader& object) {
    ledger::HourRecord record;
    record.id = read_id<HourRecordKind>(object, "record_id");
    record.course_run_id = read_id_or_none<CourseRunKind>(object, "course_run_id");
    record.title = object.text("title");
    record.category = read_enum<HourCategory>(object, "category");
    record.tags = read_texts(object, "tags");
    record.hours = read_deci_hours(object, "deci_hours");
    record.state = read_enum<ledger::HourState>(object, "state");
    record.source = read_enum<ledger::HourSource>(object, "source");
    record.allocated_year = read_year(object, "allocated_year");
    record.remark = object.text("remark");
    return {std::move(record)};
}

void write_receipt(JsonWriter& json, const enrolment::SelectionReceipt& receipt) {
    json.member("selection_id", receipt.selection_id.text);
    json.member("receipt_id", receipt.receipt_id.text);
    json.member("teacher_id", receipt.teacher_id.text);
    json.member("year", receipt.year.year);
    write_ids(json, "course_run_ids", receipt.course_run_ids);
    json.member("deci_hours", receipt.hours.tenths);
    json.member("fee_fen", receipt.fee_fen);
    json.member("confirmed_at_ms", receipt.confirmed_at.utc_ms);
}
enrolment::SelectionReceipt read_receipt(ObjectReader& object) {
    enrolment::SelectionReceipt receipt;
    receipt.selection_id = read_id<SelectionKind>(object, "selection_id");
    receipt.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    receipt.teacher_id = read_id<TeacherKind>(object, "teacher_id");
    receipt.year = read_year(object, "year");
    receipt.course_run_ids =
        read_ids<CourseRunKind>(object, "course_run_ids", enrolment::kMaxRunsPerSelection);
    receipt.hours = read_deci_hours(object, "deci_hours");
    receipt.fee_fen = object.whole("fee_fen", 0, kMaxFeeFen);
    receipt.confirmed_at = read_instant(object, "confirmed_at_ms");
    return receipt;
}

void EventFormat<app::SelectionConfirmed>::write(JsonWriter& json, const app::SelectionConfirmed& event) {
    write_receipt(json, event.receipt);
}
app::SelectionConfirmed EventFormat<app::SelectionConfirmed>::read(ObjectReader& object) {
    return {read_receipt(object)};
}

void EventFormat<app::SelectionWithdrawn>::write(JsonWriter& json, const app::SelectionWithdrawn& event) {
    json.member("selection_id", event.selection_id.text);
    json.member("withdrawn_at_ms", event.withdrawn_at.utc_ms);
}
app::SelectionWithdrawn EventFormat<app::SelectionWithdrawn>::read(ObjectReader& object) {
    app::SelectionWithdrawn event;
    event.selection_id = read_id<SelectionKind>(object, "selection_id");
    event.withdrawn_at = read_instant(object, "withdrawn_at_ms");
    return event;
}

void EventFormat<app::PaymentRecorded>::write(JsonWriter& json, const app::PaymentRecorded& event) {
    json.member("selection_id", event.selection_id.text);
    json.member("payment", enum_name(event.payment));
}
app::PaymentRecorded EventFormat<app::PaymentRecorded>::read(ObjectReader& object) {
    app::PaymentRecorded event;
    event.selection_id = read_id<SelectionKind>(object, "selection_id");
    event.payment = read_enum<enrolment::PaymentState>(object, "payment");
    return event;
}

}  // namespace xueshi::codec
