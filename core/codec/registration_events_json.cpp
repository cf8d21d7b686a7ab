#include "core/base/alternatives.h"
#include "core/codec/registration_formats.h"
#include "core/codec/registration_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {

using namespace registration;

void write_activity(JsonWriter& json, const Activity& activity) {
    json.member_object("activity", [&] {
        json.member("title", activity.title);
        if (!activity.organiser.empty()) json.member("organiser", activity.organiser);
        json.member("from", format_date(activity.from));
        json.member("until", format_date(activity.until));
        json.member("deci_hours", activity.hours.tenths);
        json.member("category", enum_name(activity.category));
    });
}
Activity read_activity(ObjectReader& object) {
    const JsonValue* member = object.object("activity");
    if (member == nullptr) return {};
    ObjectReader inner(*member, object.path_of("activity"));
    Activity activity;
    activity.title = inner.text("title");
    activity.organiser = inner.text_or("organiser", {});
    activity.from = read_date(inner, "from");
    activity.until = read_date(inner, "until");
    activity.hours = read_deci_hours(inner, "deci_hours");
    activity.category = read_enum<HourCategory>(inner, "category");
    if (const Outcome outcome = inner.finish(); !outcome) {
        object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
    return activity;
}

void write_key(JsonWriter& json, const RegisterKey& key) {
    if (!key.teacher_id.empty()) json.member("teacher_id", key.teacher_id.text);
    if (!key.school_id.empty()) json.member("school_id", key.school_id.text);
}
RegisterKey read_key(ObjectReader& object) {
    RegisterKey key;
    if (object.has("school_id")) {
        key.school_id = read_id<UnitKind>(object, "school_id");
    } else {
        key.teacher_id = read_id<TeacherKind>(object, "teacher_id");
    }
    return key;
}

void write_evidence(JsonWriter& json, const std::vector<Evidence>& evidence) {
    json.member_array("evidence", [&] {
        for (const Evidence& each : evidence) {
            json.object([&] {
                json.member("attachment_id", each.attachment_id.text);
                json.member("file_name", each.file_name);
            });
        }
    });
}
std::vector<Evidence> read_evidence(ObjectReader& object) {
    return read_objects<Evidence>(object, "evidence", kMostEvidence + 1, [](ObjectReader& each) {
        const auto id = read_id<AttachmentKind>(each, "attachment_id");
        return Evidence{id, each.text("file_name")};
    });
}

namespace {

constexpr std::string_view kOpened = "registration.opened";
constexpr std::string_view kMoved = "registration.moved";

void write_participants(JsonWriter& json, const std::vector<Participant>& participants) {
    json.member_array("participants", [&] {
        for (const Participant& each : participants) {
            json.object([&] {
                json.member("teacher_id", each.teacher_id.text);
                json.member("number", each.number);
                json.member("name", each.name);
                json.member("school_id", each.school_id.text);
                json.member("school_name", each.school_name);
                if (!each.district_id.empty()) json.member("district_id", each.district_id.text);
            });
        }
    });
}
std::vector<Participant> read_participants(ObjectReader& object) {
    return read_objects<Participant>(object, "participants", kMostParticipants, [](ObjectReader& each) {
        Participant participant;
        participant.teacher_id = read_id<TeacherKind>(each, "teacher_id");
        participant.number = each.text("number");
        participant.name = each.text("name");
        participant.school_id = read_id<UnitKind>(each, "school_id");
        participant.school_name = each.text("school_name");
        participant.district_id = read_id_or_none<UnitKind>(each, "district_id");
        return participant;
    });
}

void write_content(JsonWriter& json, const Content& content) {
    write_activity(json, content.activity);
    write_participants(json, content.participants);
    write_evidence(json, content.evidence);
}
Content read_content(ObjectReader& object) {
    Content content;
    content.activity = read_activity(object);
    content.participants = read_participants(object);
    content.evidence = read_evidence(object);
    return content;
}

void write_counted(JsonWriter& json, const std::optional<DeciHours>& counted) {
    if (counted) json.member("counted_deci_hours", counted->tenths);
}
std::optional<DeciHours> read_counted(ObjectReader& object) {
    if (!object.has("counted_deci_hours")) return std::nullopt;
    return read_deci_hours(object, "counted_deci_hours");
}

template <class Fact>
void write_act(JsonWriter& json, const Fact& fact) {
    json.member("by_account", fact.by_account.text);
    json.member("by", fact.by.name);
    if (!fact.by.deputy_for.empty()) json.member("deputy_for", fact.by.deputy_for);
    if constexpr (requires { fact.reason; }) {
        if (!fact.reason.empty()) json.member("reason", fact.reason);
    }
    json.member("receipt_id", fact.receipt_id.text);
    json.member("at_ms", fact.at.utc_ms);
}
template <class Fact>
void read_act(ObjectReader& object, Fact& fact) {
    fact.by_account = read_id<AccountKind>(object, "by_account");
    fact.by.name = object.text("by");
    fact.by.deputy_for = object.text_or("deputy_for", {});
    if constexpr (requires { fact.reason; }) fact.reason = object.text_or("reason", {});
    fact.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    fact.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const RegistrationOpened& fact) {
    json.member("registration_id", fact.registration_id.text);
    json.member("source", enum_name(fact.source));
    json.member("unit_id", fact.unit_id.text);
    json.member("unit_name", fact.unit_name);
    write_content(json, fact.content);
    json.member("state", enum_name(fact.state));
    write_counted(json, fact.counted);
    write_act(json, fact);
}
void read(ObjectReader& object, RegistrationOpened& fact) {
    fact.registration_id = read_id<RegistrationKind>(object, "registration_id");
    fact.source = read_enum<ledger::HourSource>(object, "source");
    fact.unit_id = read_id<UnitKind>(object, "unit_id");
    fact.unit_name = object.text("unit_name");
    fact.content = read_content(object);
    fact.state = read_enum<RegistrationState>(object, "state");
    fact.counted = read_counted(object);
    read_act(object, fact);
}

bool has_content(RegistrationMove move) {
    return move == RegistrationMove::Resubmitted || move == RegistrationMove::Corrected;
}

void write(JsonWriter& json, const RegistrationMoved& fact) {
    json.member("registration_id", fact.registration_id.text);
    write_key(json, fact.in);
    json.member("move", enum_name(fact.move));
    json.member("state", enum_name(fact.state));
    if (fact.content) write_content(json, *fact.content);
    write_counted(json, fact.counted);
    write_act(json, fact);
}
void read(ObjectReader& object, RegistrationMoved& fact) {
    fact.registration_id = read_id<RegistrationKind>(object, "registration_id");
    // The first version's moves name no register, and belong to none.
    if (object.has("teacher_id") || object.has("school_id")) fact.in = read_key(object);
    fact.move = read_enum<RegistrationMove>(object, "move");
    fact.state = read_enum<RegistrationState>(object, "state");
    if (has_content(fact.move)) fact.content = read_content(object);
    fact.counted = read_counted(object);
    read_act(object, fact);
}

template <class Fact>
Result<RegistrationFact> read_as(std::string_view payload) {
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    Fact fact;
    read(object, fact);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return RegistrationFact{std::move(fact)};
}

}  // namespace

EncodedEvent encode_registration_event(const RegistrationFact& fact) {
    JsonWriter json;
    json.object([&] { with_alternative(fact, [&](const auto& one) { write(json, one); }); });
    return {std::string(fact.index() == 0 ? kOpened : kMoved), json.take()};
}

Result<RegistrationFact> decode_registration_event(std::string_view type, std::string_view payload) {
    if (type == kOpened) return read_as<RegistrationOpened>(payload);
    if (type == kMoved) return read_as<RegistrationMoved>(payload);
    return make_error(sync::kUnknownType, std::string(type));
}

}  // namespace xueshi::codec
