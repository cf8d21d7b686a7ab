#include "core/codec/badge_json.h"

#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

using certificate::CertificateContent;
using certificate::CertifiedHours;
using certificate::CertifiedResult;

void write_texts(JsonWriter& json, std::string_view key, std::initializer_list<std::string_view> texts) {
    json.key(key);
    json.array([&] {
        for (const std::string_view each : texts) json.value(each);
    });
}

void write_context(JsonWriter& json) {
    write_texts(json, "@context",
                {"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"});
}

// The first moment of a day, or the last second, in the city's time.
std::string moment(CivilDate day) { return format_date(day) + "T00:00:00+08:00"; }
std::string end_of(AllocatedYear year) { return std::to_string(year.year) + "-12-31T23:59:59+08:00"; }
std::string begin_of(AllocatedYear year) { return std::to_string(year.year) + "-01-01T00:00:00+08:00"; }

std::string_view status_of(CertifiedResult result) {
    switch (result) {
        case CertifiedResult::Passed: return "Completed";
        case CertifiedResult::Failed: return "Failed";
        case CertifiedResult::Open: return "InProgress";
    }
    return "InProgress";
}

std::string name_of(const CertifiedHours& line) {
    if (line.id == "public") return "公需学时";
    if (line.id == "professional") return "专业学时";
    if (line.id == "elective") return "选修学时";
    if (line.id == "total") return "全年学时";
    return line.name;
}

std::string achievement_name(const CertificateContent& content) {
    const std::string sample = content.is_sample ? "示例数据：" : "";
    const std::string kind = content.result == CertifiedResult::Open ? "继续教育学时情况" : "继续教育学时证明";
    return sample + std::to_string(content.year.year) + " 年度" + kind;
}

std::string criteria(const CertificateContent& content) {
    std::string text = "全年要求：";
    bool is_first = true;
    for (const CertifiedHours& line : content.hours) {
        if (line.minimum.tenths == 0) continue;
        if (!is_first) text += "，";
        is_first = false;
        text += name_of(line) + " " + format_hours(line.minimum);
    }
    return text + "。";
}

// What the standard has no place of its own for.
std::string narrative(const CertificateContent& content) {
    std::string text = "证明编号 " + content.serial + "。";
    if (content.school) text += "所在学校：" + *content.school + "。";
    if (!content.records) return text;
    for (const certificate::CertifiedRecord& record : content.records->listed) {
        text += record.title + "，" + format_hours(record.counted) + " 学时。";
    }
    if (content.records->others > 0) {
        text += "其余 " + std::to_string(content.records->others) + " 项，" + format_hours(content.records->others_counted) + " 学时。";
    }
    return text;
}

void write_achievement(JsonWriter& json, const CertificateContent& content, const BadgeNames& names) {
    json.key("achievement");
    json.object([&] {
        json.key("criteria");
        json.object([&] { json.member("narrative", criteria(content)); });
        json.member("description", achievement_name(content));
        json.member("id", names.achievement);
        json.member("name", achievement_name(content));
        json.key("resultDescription");
        json.array([&] {
            json.object([&] {
                json.member("id", names.results.front());
                json.member("name", std::string_view("年度验证"));
                json.member("resultType", std::string_view("Status"));
                write_texts(json, "type", {"ResultDescription"});
            });
            for (std::size_t i = 0; i < content.hours.size(); ++i) {
                json.object([&] {
                    json.member("id", names.results[i + 1]);
                    json.member("name", name_of(content.hours[i]));
                    if (content.hours[i].minimum.tenths > 0) {
                        json.member("requiredValue", format_hours(content.hours[i].minimum));
                    }
                    json.member("resultType", std::string_view("RawScore"));
                    write_texts(json, "type", {"ResultDescription"});
                });
            }
        });
        write_texts(json, "type", {"Achievement"});
    });
}

void write_identity(JsonWriter& json, std::string_view text, std::string_view type) {
    json.object([&] {
        json.member("hashed", false);
        json.member("identityHash", text);
        json.member("identityType", type);
        json.member("type", std::string_view("IdentityObject"));
    });
}

void write_results(JsonWriter& json, const CertificateContent& content, const BadgeNames& names) {
    json.key("result");
    json.array([&] {
        json.object([&] {
            json.member("resultDescription", names.results.front());
            json.member("status", status_of(content.result));
            write_texts(json, "type", {"Result"});
        });
        for (std::size_t i = 0; i < content.hours.size(); ++i) {
            json.object([&] {
                json.member("resultDescription", names.results[i + 1]);
                write_texts(json, "type", {"Result"});
                json.member("value", format_hours(content.hours[i].counted));
            });
        }
    });
}

void write_subject(JsonWriter& json, const CertificateContent& content, const BadgeNames& names) {
    json.key("credentialSubject");
    json.object([&] {
        write_achievement(json, content, names);
        json.member("activityEndDate", end_of(content.year));
        json.member("activityStartDate", begin_of(content.year));
        json.member_raw("creditsEarned", format_hours(content.hours.back().counted));
        json.key("identifier");
        json.array([&] {
            write_identity(json, content.name, "name");
            if (content.number) write_identity(json, *content.number, "systemId");
        });
        json.member("narrative", narrative(content));
        write_results(json, content, names);
        write_texts(json, "type", {"AchievementSubject"});
    });
}

// Without a value the options alone, as they are hashed.
void write_proof(JsonWriter& json, const CertificateContent& content, const BadgeNames& names, const std::string* value) {
    json.object([&] {
        write_context(json);
        json.member("created", moment(content.issued_on));
        json.member("cryptosuite", std::string_view("eddsa-jcs-2022"));
        json.member("proofPurpose", std::string_view("assertionMethod"));
        if (value != nullptr) json.member("proofValue", *value);
        json.member("type", std::string_view("DataIntegrityProof"));
        json.member("verificationMethod", names.key);
    });
}

std::string write_credential(const CertificateContent& content, const BadgeNames& names, const std::string* proof_value) {
    JsonWriter json;
    json.object([&] {
        write_context(json);
        write_subject(json, content, names);
        json.member("id", names.credential);
        json.key("issuer");
        json.object([&] {
            json.member("id", names.issuer);
            json.member("name", content.issuer);
            write_texts(json, "type", {"Profile"});
        });
        json.member("name", achievement_name(content));
        if (proof_value != nullptr) {
            // One of a set: the standard's schema takes nothing but a list.
            json.key("proof");
            json.array([&] { write_proof(json, content, names, proof_value); });
        }
        write_texts(json, "type", {"VerifiableCredential", "OpenBadgeCredential"});
        json.member("validFrom", moment(content.issued_on));
    });
    return json.take();
}

}  // namespace

std::string badge_proof_options(const CertificateContent& content, const BadgeNames& names) {
    JsonWriter json;
    write_proof(json, content, names, nullptr);
    return json.take();
}

std::string badge_credential(const CertificateContent& content, const BadgeNames& names) {
    return write_credential(content, names, nullptr);
}

std::string signed_badge(const CertificateContent& content, const BadgeNames& names, const std::string& proof_value) {
    return write_credential(content, names, &proof_value);
}

}  // namespace xueshi::codec
