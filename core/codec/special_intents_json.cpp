#include <algorithm>
#include <optional>

#include "core/base/alternatives.h"
#include "core/codec/special_formats.h"
#include "core/codec/special_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {
namespace {

using namespace enrolment;

template <class Command>
void write_ids_of(JsonWriter& json, const Command& command) {
    if constexpr (requires { command.substitution_id; }) json.member("substitution_id", command.substitution_id.text);
    if constexpr (requires { command.enrolment_id; }) json.member("enrolment_id", command.enrolment_id.text);
    json.member("project_id", command.project_id.text);
}
template <class Command>
void read_ids_of(ObjectReader& object, Command& command) {
    if constexpr (requires { command.substitution_id; }) {
        command.substitution_id = read_id<SubstitutionKind>(object, "substitution_id");
    }
    if constexpr (requires { command.enrolment_id; }) {
        command.enrolment_id = read_id<EnrolmentKind>(object, "enrolment_id");
    }
    command.project_id = read_id<ProjectKind>(object, "project_id");
}

// A teacher's number: what they log in with.
std::string read_number(ObjectReader& object, std::string_view key) {
    std::string number = object.text(key);
    if (number.empty() || number.size() > kMostNumberBytes) object.complain(kOutOfRange, object.path_of(key), "no number");
    return number;
}

void write_reason(JsonWriter& json, const std::string& reason) {
    if (!reason.empty()) json.member("reason", reason);
}

void write_rest(JsonWriter&, const SignUp&) {}
void read_rest(ObjectReader&, SignUp&) {}

void write_rest(JsonWriter&, const ResubmitEnrolment&) {}
void read_rest(ObjectReader&, ResubmitEnrolment&) {}

void write_rest(JsonWriter& json, const WithdrawEnrolment& command) { write_reason(json, command.reason); }
void read_rest(ObjectReader& object, WithdrawEnrolment& command) { command.reason = object.text_or("reason", {}); }

void write_rest(JsonWriter& json, const ReviewEnrolment& command) {
    json.member("step", command.step);
    json.member("verdict", enum_name(command.verdict));
    write_reason(json, command.reason);
}
void read_rest(ObjectReader& object, ReviewEnrolment& command) {
    command.step = read_step(object);
    command.verdict = read_enum<Verdict>(object, "verdict");
    command.reason = object.text_or("reason", {});
}

void write_rest(JsonWriter& json, const MarkAttendance& command) {
    json.member("mark", enum_name(command.mark));
    write_reason(json, command.reason);
}
void read_rest(ObjectReader& object, MarkAttendance& command) {
    command.mark = read_enum<AttendanceMark>(object, "mark");
    command.reason = object.text_or("reason", {});
}

void write_rest(JsonWriter& json, const SetQuota& command) { write_quota_table(json, command.table); }
void read_rest(ObjectReader& object, SetQuota& command) { command.table = read_quota_table(object); }

void write_rest(JsonWriter& json, const PlaceParticipant& command) {
    json.member("teacher_number", command.teacher_number);
}
void read_rest(ObjectReader& object, PlaceParticipant& command) {
    command.teacher_number = read_number(object, "teacher_number");
}

void write_rest(JsonWriter& json, const RequestSubstitution& command) {
    json.member("leaving_id", command.leaving_id.text);
    json.member("replacement_number", command.replacement_number);
    json.member("replacement_enrolment_id", command.replacement_enrolment_id.text);
    json.member("reason", command.reason);
}
void read_rest(ObjectReader& object, RequestSubstitution& command) {
    command.leaving_id = read_id<EnrolmentKind>(object, "leaving_id");
    command.replacement_number = read_number(object, "replacement_number");
    command.replacement_enrolment_id = read_id<EnrolmentKind>(object, "replacement_enrolment_id");
    command.reason = object.text("reason");
}

void write_rest(JsonWriter& json, const ReviewSubstitution& command) {
    json.member("approved", command.is_approved);
    write_reason(json, command.reason);
}
void read_rest(ObjectReader& object, ReviewSubstitution& command) {
    command.is_approved = object.boolean("approved");
    command.reason = object.text_or("reason", {});
}

void write_rest(JsonWriter& json, const SubmitStudyAway& command) { write_study_away_plan(json, command.plan); }
void read_rest(ObjectReader& object, SubmitStudyAway& command) { command.plan = read_study_away_plan(object); }

void write_rest(JsonWriter& json, const ReviewStudyAway& command) {
    json.member("approved", command.is_approved);
    write_reason(json, command.reason);
}
void read_rest(ObjectReader& object, ReviewStudyAway& command) {
    command.is_approved = object.boolean("approved");
    command.reason = object.text_or("reason", {});
}

void write_rest(JsonWriter& json, const AllowLateStudyAway& command) { json.member("reason", command.reason); }
void read_rest(ObjectReader& object, AllowLateStudyAway& command) { command.reason = object.text("reason"); }

void write_rest(JsonWriter& json, const AttachDocument& command) {
    json.member("attachment_id", command.attachment_id.text);
    json.member("kind", enum_name(command.kind));
    json.member("file_name", command.file_name);
}
void read_rest(ObjectReader& object, AttachDocument& command) {
    command.attachment_id = read_id<AttachmentKind>(object, "attachment_id");
    command.kind = read_enum<DocumentKind>(object, "kind");
    command.file_name = object.text("file_name");
}

// In the order of the variant's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<RosterCommand>> kTypes = {
    "special.sign_up",           "special.resubmit",  "special.withdraw",
    "special.review",            "special.mark",      "special.set_quota",
    "special.place_participant", "special.request_substitution", "special.review_substitution",
    "special.submit_study_away", "special.review_study_away", "special.allow_late_study_away",
    "special.attach_document"};

constexpr std::string_view kNameDeputy = "special.name_deputy";
constexpr std::string_view kDismissDeputy = "special.dismiss_deputy";

template <std::size_t Index = 0>
std::optional<RosterCommand> read_as(std::string_view type, ObjectReader& object) {
    if constexpr (Index == kTypes.size()) {
        return std::nullopt;
    } else {
        if (kTypes[Index] != type) return read_as<Index + 1>(type, object);
        std::variant_alternative_t<Index, RosterCommand> command;
        read_ids_of(object, command);
        read_rest(object, command);
        return RosterCommand{std::move(command)};
    }
}

}  // namespace

EncodedIntent encode_special_intent(const RosterCommand& command) {
    JsonWriter json;
    json.object([&] {
        with_alternative(command, [&](const auto& order) {
            write_ids_of(json, order);
            write_rest(json, order);
        });
    });
    return {std::string(kTypes[command.index()]), json.take()};
}

Result<RosterCommand> decode_special_intent(std::string_view type, std::string_view payload) {
    if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end()) {
        return make_error(sync::kUnknownType, std::string(type));
    }
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    std::optional<RosterCommand> command = read_as(type, object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return *std::move(command);
}

bool is_deputy_intent(std::string_view type) { return type == kNameDeputy || type == kDismissDeputy; }

EncodedIntent encode_deputy_intent(const organisation::DeputyCommand& command) {
    const auto* name = std::get_if<organisation::NameDeputy>(&command);
    const DeputationId& id = name != nullptr ? name->deputation_id
                                             : std::get<organisation::DismissDeputy>(command).deputation_id;
    JsonWriter json;
    json.object([&] {
        json.member("deputation_id", id.text);
        if (name == nullptr) return;
        write_role(json, name->role);
        json.member("deputy_number", name->deputy_number);
        json.member("from", format_date(name->from));
        json.member("until", format_date(name->until));
    });
    return {std::string(name != nullptr ? kNameDeputy : kDismissDeputy), json.take()};
}

Result<organisation::DeputyCommand> decode_deputy_intent(std::string_view type, std::string_view payload) {
    if (!is_deputy_intent(type)) return make_error(sync::kUnknownType, std::string(type));
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    organisation::DeputyCommand command = organisation::DismissDeputy{};
    const DeputationId id = read_id<DeputationKind>(object, "deputation_id");
    if (type == kNameDeputy) {
        organisation::NameDeputy name;
        name.deputation_id = id;
        name.role = read_role(object);
        name.deputy_number = read_number(object, "deputy_number");
        name.from = read_date(object, "from");
        name.until = read_date(object, "until");
        command = std::move(name);
    } else {
        command = organisation::DismissDeputy{id};
    }
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return command;
}

std::string encode_step_receipt(const StepReceipt& receipt) {
    JsonWriter json;
    json.object([&] {
        json.member("receipt_id", receipt.receipt_id.text);
        json.member("at_ms", receipt.at.utc_ms);
    });
    return json.take();
}

Result<StepReceipt> decode_step_receipt(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    StepReceipt receipt;
    receipt.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    receipt.at = read_instant(object, "at_ms");
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return receipt;
}

}  // namespace xueshi::codec
