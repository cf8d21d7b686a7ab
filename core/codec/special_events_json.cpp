#include <algorithm>
#include <optional>
#include <type_traits>

#include "core/base/alternatives.h"
#include "core/codec/special_formats.h"
#include "core/codec/special_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {
namespace {

using namespace enrolment;

constexpr std::size_t kMostListed = 500;
constexpr std::int64_t kMostTeachingYears = 60;

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.member_array(key, [&] {
        for (const std::string& text : texts) json.value(std::string_view(text));
    });
}

void write_note(JsonWriter& json, const organisation::ActorNote& note) {
    if (!note.name.empty()) json.member("by", note.name);
    if (!note.deputy_for.empty()) json.member("deputy_for", note.deputy_for);
}
organisation::ActorNote read_note(ObjectReader& object) {
    organisation::ActorNote note;
    note.name = object.text_or("by", {});
    note.deputy_for = object.text_or("deputy_for", {});
    return note;
}

// ---- projects

void write_eligibility(JsonWriter& json, const EligibilityRule& rule) {
    json.member_array("stages", [&] {
        for (const SchoolStage stage : rule.stages) json.value(stage_name(stage));
    });
    write_texts(json, "subjects", rule.subjects);
    write_texts(json, "titles", rule.titles);
    json.member_array("quota_units", [&] {
        for (const UnitId& unit : rule.quota_units) json.value(std::string_view(unit.text));
    });
    json.member("least_teaching_years", rule.least_teaching_years);
}
EligibilityRule read_eligibility(ObjectReader& object) {
    EligibilityRule rule;
    if (!object.has("stages")) object.array("stages");  // complains
    rule.stages = read_stages(object, "stages");
    rule.subjects = read_required_texts(object, "subjects");
    rule.titles = read_required_texts(object, "titles");
    rule.quota_units = read_ids<UnitKind>(object, "quota_units", kMostListed);
    rule.least_teaching_years = static_cast<int>(object.whole("least_teaching_years", 0, kMostTeachingYears));
    return rule;
}

void write_chain(JsonWriter& json, const ApprovalChain& chain) {
    json.member("opens", format_date(chain.opens));
    json.member("sign_up_by", format_date(chain.sign_up_by));
    json.member_array("steps", [&] {
        for (const ApprovalStep& step : chain.steps) {
            json.object([&] {
                json.member("stage", enum_name(step.stage));
                json.member("deadline", format_date(step.deadline));
            });
        }
    });
    json.member("place_step", chain.place_step);
}
ApprovalChain read_chain(ObjectReader& object) {
    ApprovalChain chain;
    chain.opens = read_date(object, "opens");
    chain.sign_up_by = read_date(object, "sign_up_by");
    chain.steps = read_objects<ApprovalStep>(object, "steps", kMostApprovalSteps, [](ObjectReader& step) {
        const auto stage = read_enum<ApprovalStage>(step, "stage");
        return ApprovalStep{stage, read_date(step, "deadline")};
    });
    chain.place_step = static_cast<std::size_t>(
        object.whole("place_step", 0, static_cast<std::int64_t>(kMostApprovalSteps) - 1));
    if (const Outcome outcome = check_chain(chain); !outcome) {
        object.complain(outcome.error().code, object.path_of(outcome.error().subject));
    }
    return chain;
}

template <class Value, class Read>
Value read_inner(ObjectReader& object, std::string_view key, Read read) {
    const JsonValue* member = object.object(key);
    if (member == nullptr) return {};
    ObjectReader inner(*member, object.path_of(key));
    Value value = read(inner);
    if (const Outcome outcome = inner.finish(); !outcome) {
        object.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
    return value;
}

void write(JsonWriter& json, const ProjectPublished& event) {
    const SpecialProject& project = event.project;
    json.member("project_id", project.id.text);
    json.member("course_run_id", project.course_run_id.text);
    json.member("title", project.title);
    json.member("brief", project.brief);
    json.member("institution_id", project.institution_id.text);
    json.member("institution_name", project.institution_name);
    json.member("contact", project.contact);
    json.member("mode", enum_name(project.mode));
    json.member_object("eligibility", [&] { write_eligibility(json, project.eligibility); });
    json.member_object("chain", [&] { write_chain(json, project.chain); });
    json.member("starts", format_date(project.starts));
    json.member("ends", format_date(project.ends));
    json.member("study_away", project.has_study_away);
}
void read(ObjectReader& object, ProjectPublished& event) {
    SpecialProject& project = event.project;
    project.id = read_id<ProjectKind>(object, "project_id");
    project.course_run_id = read_id<CourseRunKind>(object, "course_run_id");
    project.title = object.text("title");
    project.brief = object.text("brief");
    project.institution_id = read_id<UnitKind>(object, "institution_id");
    project.institution_name = object.text("institution_name");
    project.contact = object.text("contact");
    project.mode = read_enum<SignupMode>(object, "mode");
    project.eligibility = read_inner<EligibilityRule>(object, "eligibility", read_eligibility);
    project.chain = read_inner<ApprovalChain>(object, "chain", read_chain);
    project.starts = read_date(object, "starts");
    project.ends = read_date(object, "ends");
    project.has_study_away = object.boolean("study_away");
}

void write(JsonWriter& json, const QuotaSet& event) {
    json.member("project_id", event.project_id.text);
    write_quota_table(json, event.table);
    write_note(json, event.by);
}
void read(ObjectReader& object, QuotaSet& event) {
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.table = read_quota_table(object);
    event.by = read_note(object);
}

void write(JsonWriter& json, const SeatsNoted& event) {
    json.member("project_id", event.project_id.text);
    json.member("unit_id", event.unit_id.text);
    json.member("held", event.held);
    json.member("waiting", event.waiting);
}
void read(ObjectReader& object, SeatsNoted& event) {
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.unit_id = read_id<UnitKind>(object, "unit_id");
    event.held = static_cast<int>(object.whole("held", 0, kMostPlaces));
    event.waiting = static_cast<int>(object.whole("waiting", 0, kMostPlaces));
}

void write(JsonWriter& json, const PositionNoted& event) {
    json.member("project_id", event.project_id.text);
    json.member("enrolment_id", event.enrolment_id.text);
    json.member("position", event.position);
}
void read(ObjectReader& object, PositionNoted& event) {
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.enrolment_id = read_id<EnrolmentKind>(object, "enrolment_id");
    event.position = static_cast<int>(object.whole("position", 0, kMostPlaces));
}

// ---- applications

void write_applicant(JsonWriter& json, std::string_view key, const Applicant& applicant) {
    json.member_object(key, [&] {
        json.member("teacher_id", applicant.teacher_id.text);
        json.member("name", applicant.name);
        json.member("school_id", applicant.school_id.text);
        json.member("school_name", applicant.school_name);
        json.member("quota_unit_id", applicant.quota_unit_id.text);
        json.member("affiliated", applicant.is_affiliated);
        json.member("stage", stage_name(applicant.stage));
        json.member("subject", applicant.subject);
        json.member("title", applicant.title);
        json.member("teaching_since_year", applicant.teaching_since_year);
    });
}
Applicant read_applicant(ObjectReader& object, std::string_view key) {
    return read_inner<Applicant>(object, key, [](ObjectReader& inner) {
        Applicant applicant;
        applicant.teacher_id = read_id<TeacherKind>(inner, "teacher_id");
        applicant.name = inner.text("name");
        applicant.school_id = read_id<UnitKind>(inner, "school_id");
        applicant.school_name = inner.text("school_name");
        applicant.quota_unit_id = read_id<UnitKind>(inner, "quota_unit_id");
        applicant.is_affiliated = inner.boolean("affiliated");
        applicant.stage = read_stage(inner, "stage");
        applicant.subject = inner.text("subject");
        applicant.title = inner.text("title");
        applicant.teaching_since_year = static_cast<int>(inner.whole("teaching_since_year", 1900, 2999));
        return applicant;
    });
}

void write_receipt_of(JsonWriter& json, const ReceiptId& receipt, Instant at) {
    json.member("receipt_id", receipt.text);
    json.member("at_ms", at.utc_ms);
}

void write(JsonWriter& json, const EnrolmentOpened& event) {
    json.member("enrolment_id", event.enrolment_id.text);
    json.member("project_id", event.project_id.text);
    json.member("origin", enum_name(event.origin));
    write_applicant(json, "applicant", event.applicant);
    write_note(json, event.by);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, EnrolmentOpened& event) {
    event.enrolment_id = read_id<EnrolmentKind>(object, "enrolment_id");
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.origin = read_enum<EnrolmentOrigin>(object, "origin");
    event.applicant = read_applicant(object, "applicant");
    event.by = read_note(object);
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const EnrolmentMoved& event) {
    json.member("enrolment_id", event.enrolment_id.text);
    json.member("project_id", event.project_id.text);
    json.member("move", enum_name(event.move));
    json.member("step", event.step);
    json.member("state", enum_name(event.state));
    json.member("place", enum_name(event.place));
    write_note(json, event.by);
    if (!event.reason.empty()) json.member("reason", event.reason);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, EnrolmentMoved& event) {
    event.enrolment_id = read_id<EnrolmentKind>(object, "enrolment_id");
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.move = read_enum<EnrolmentMove>(object, "move");
    event.step = read_step(object);
    event.state = read_enum<EnrolmentState>(object, "state");
    event.place = read_enum<PlaceState>(object, "place");
    event.by = read_note(object);
    event.reason = object.text_or("reason", {});
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const SubstitutionRequested& event) {
    json.member("substitution_id", event.substitution_id.text);
    json.member("project_id", event.project_id.text);
    json.member("leaving_id", event.leaving_id.text);
    write_applicant(json, "replacement", event.replacement);
    json.member("replacement_enrolment_id", event.replacement_enrolment_id.text);
    json.member("reason", event.reason);
    write_note(json, event.by);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, SubstitutionRequested& event) {
    event.substitution_id = read_id<SubstitutionKind>(object, "substitution_id");
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.leaving_id = read_id<EnrolmentKind>(object, "leaving_id");
    event.replacement = read_applicant(object, "replacement");
    event.replacement_enrolment_id = read_id<EnrolmentKind>(object, "replacement_enrolment_id");
    event.reason = object.text("reason");
    event.by = read_note(object);
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const SubstitutionMoved& event) {
    json.member("substitution_id", event.substitution_id.text);
    json.member("project_id", event.project_id.text);
    json.member("move", enum_name(event.move));
    write_note(json, event.by);
    if (!event.reason.empty()) json.member("reason", event.reason);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, SubstitutionMoved& event) {
    event.substitution_id = read_id<SubstitutionKind>(object, "substitution_id");
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.move = read_enum<SubstitutionMove>(object, "move");
    event.by = read_note(object);
    event.reason = object.text_or("reason", {});
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const SubstitutionDocumentAttached& event) {
    json.member("substitution_id", event.substitution_id.text);
    json.member("project_id", event.project_id.text);
    json.member("attachment_id", event.attachment_id.text);
    json.member("kind", enum_name(event.kind));
    json.member("file_name", event.file_name);
    write_note(json, event.by);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, SubstitutionDocumentAttached& event) {
    event.substitution_id = read_id<SubstitutionKind>(object, "substitution_id");
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.attachment_id = read_id<AttachmentKind>(object, "attachment_id");
    event.kind = read_enum<DocumentKind>(object, "kind");
    event.file_name = object.text("file_name");
    event.by = read_note(object);
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const StudyAwayMoved& event) {
    json.member("project_id", event.project_id.text);
    json.member("move", enum_name(event.move));
    if (event.move == StudyAwayMove::Submitted) write_study_away_plan(json, event.plan);
    write_note(json, event.by);
    if (!event.reason.empty()) json.member("reason", event.reason);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, StudyAwayMoved& event) {
    event.project_id = read_id<ProjectKind>(object, "project_id");
    event.move = read_enum<StudyAwayMove>(object, "move");
    if (event.move == StudyAwayMove::Submitted) event.plan = read_study_away_plan(object);
    event.by = read_note(object);
    event.reason = object.text_or("reason", {});
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

// ---- deputies

void write(JsonWriter& json, const organisation::DeputyNamed& event) {
    json.member("deputation_id", event.deputation_id.text);
    json.member("holder_id", event.holder_id.text);
    json.member("holder_name", event.holder_name);
    json.member("deputy_id", event.deputy_id.text);
    json.member("deputy_name", event.deputy_name);
    write_role(json, event.role);
    json.member("unit_id", event.unit_id.text);
    if (!event.district_id.empty()) json.member("district_id", event.district_id.text);
    json.member("from", format_date(event.from));
    json.member("until", format_date(event.until));
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, organisation::DeputyNamed& event) {
    event.deputation_id = read_id<DeputationKind>(object, "deputation_id");
    event.holder_id = read_id<AccountKind>(object, "holder_id");
    event.holder_name = object.text("holder_name");
    event.deputy_id = read_id<AccountKind>(object, "deputy_id");
    event.deputy_name = object.text("deputy_name");
    event.role = read_role(object);
    event.unit_id = read_id<UnitKind>(object, "unit_id");
    event.district_id = read_id_or_none<UnitKind>(object, "district_id");
    event.from = read_date(object, "from");
    event.until = read_date(object, "until");
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

void write(JsonWriter& json, const organisation::DeputyDismissed& event) {
    json.member("deputation_id", event.deputation_id.text);
    write_receipt_of(json, event.receipt_id, event.at);
}
void read(ObjectReader& object, organisation::DeputyDismissed& event) {
    event.deputation_id = read_id<DeputationKind>(object, "deputation_id");
    event.receipt_id = read_id<ReceiptKind>(object, "receipt_id");
    event.at = read_instant(object, "at_ms");
}

// In the order of the variant's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<app::SpecialEvent>> kTypes = {
    "special.project_published", "special.quota_set",       "special.seats_noted",
    "special.position_noted",    "special.enrolment_opened", "special.enrolment_moved",
    "special.substitution_requested", "special.substitution_moved", "special.study_away_moved",
    "special.deputy_named", "special.deputy_dismissed", "special.substitution_document_attached"};

template <std::size_t Index = 0>
std::optional<app::SpecialEvent> read_as(std::string_view type, ObjectReader& object) {
    if constexpr (Index == kTypes.size()) {
        return std::nullopt;
    } else {
        if (kTypes[Index] != type) return read_as<Index + 1>(type, object);
        std::variant_alternative_t<Index, app::SpecialEvent> event;
        read(object, event);
        return app::SpecialEvent{std::move(event)};
    }
}

}  // namespace

void write_study_away_plan(JsonWriter& json, const StudyAwayPlan& plan) {
    json.member("place", plan.place);
    json.member("purpose", plan.purpose);
    json.member("from", format_date(plan.from));
    json.member("until", format_date(plan.until));
}

StudyAwayPlan read_study_away_plan(ObjectReader& object) {
    StudyAwayPlan plan;
    plan.place = object.text("place");
    plan.purpose = object.text("purpose");
    plan.from = read_date(object, "from");
    plan.until = read_date(object, "until");
    return plan;
}

void write_role(JsonWriter& json, organisation::OrgRole role) { json.member("role", organisation::role_name(role)); }

organisation::OrgRole read_role(ObjectReader& object) {
    const auto role = organisation::parse_role(object.text("role"));
    if (!role) object.complain(kOutOfRange, object.path_of("role"), "no such role");
    return role.value_or(organisation::OrgRole::Teacher);
}

void write_quota_table(JsonWriter& json, const QuotaTable& table) {
    json.member_array("rows", [&] {
        for (const QuotaRow& row : table) {
            json.object([&] {
                json.member("unit_id", row.unit_id.text);
                json.member("places", row.places);
                if (row.reserved.empty()) return;
                json.member_array("reserved", [&] {
                    for (const Reservation& reservation : row.reserved) {
                        json.object([&] {
                            json.member("school_id", reservation.school_id.text);
                            json.member("places", reservation.places);
                        });
                    }
                });
            });
        }
    });
}

QuotaTable read_quota_table(ObjectReader& object) {
    return read_objects<QuotaRow>(object, "rows", kMostQuotaRows, [](ObjectReader& element) {
        QuotaRow row;
        row.unit_id = read_id<UnitKind>(element, "unit_id");
        row.places = static_cast<int>(element.whole("places", 0, kMostPlaces));
        if (!element.has("reserved")) return row;
        row.reserved = read_objects<Reservation>(element, "reserved", kMostReservations, [](ObjectReader& inner) {
            UnitId school = read_id<UnitKind>(inner, "school_id");
            return Reservation{std::move(school), static_cast<int>(inner.whole("places", 0, kMostPlaces))};
        });
        return row;
    });
}

EncodedEvent encode_special_event(const app::SpecialEvent& event) {
    JsonWriter json;
    json.object([&] { with_alternative(event, [&](const auto& fact) { write(json, fact); }); });
    return {std::string(kTypes[event.index()]), json.take()};
}

Result<app::SpecialEvent> decode_special_event(std::string_view type, std::string_view payload) {
    if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end()) {
        return make_error(sync::kUnknownType, std::string(type));
    }
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    std::optional<app::SpecialEvent> event = read_as(type, object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return *std::move(event);
}

}  // namespace xueshi::codec
