#include "core/codec/verification_json.h"

#include "core/codec/enum_names.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {

template <>
struct EnumNames<verification::VerificationResult> {
    static constexpr std::array<std::string_view, 2> kNames = {"pass", "fail"};
};
template <>
struct EnumNames<verification::NotCountedReason> {
    static constexpr std::array<std::string_view, 6> kNames = {"unfinished", "repeated", "cycle_only",
                                                               "over_cap",   "not_begun", "no_rule_pack"};
};

namespace {

using verification::NotCountedHours;
using verification::VerifiedRequirement;
using verification::YearVerification;

void write_requirements(JsonWriter& json, std::string_view name, const std::vector<VerifiedRequirement>& requirements) {
    json.member_array(name, [&] {
        for (const VerifiedRequirement& each : requirements) {
            json.object([&] {
                json.member("id", each.requirement_id);
                json.member("counted", each.counted.tenths);
                json.member("minimum", each.minimum.tenths);
                json.member("missing", each.missing().tenths);
            });
        }
    });
}

void write_not_counted(JsonWriter& json, const NotCountedHours& hours, const rules::AnnualPack* pack) {
    json.object([&] {
        json.member("record", hours.record_id.text);
        json.member("deci_hours", hours.hours.tenths);
        json.member("reason", enum_name(hours.reason));
        if (hours.cap_id.empty() || pack == nullptr) return;
        json.member("cap", hours.cap_id);
        for (const rules::Cap& cap : pack->caps) {
            if (cap.id == hours.cap_id) json.member("source", cap.source.zh);
        }
    });
}

// The members of a year, inside an object.
void write_year(JsonWriter& json, const YearVerification& year, const rules::RuleBook& rules) {
    const auto pack = rules.annual_pack_of(year.year);
    json.member("year", year.year.year);
    json.member("result", enum_name(year.result()));
    write_requirements(json, "requirements", year.requirements);
    json.member_array("not_counted", [&] {
        for (const NotCountedHours& each : year.not_counted) write_not_counted(json, each, pack ? *pack : nullptr);
    });
}

}  // namespace

std::string_view reason_name(verification::NotCountedReason reason) { return enum_name(reason); }

std::string encode_teacher_verification(const TeacherVerification& verification,
                                        verification::CycleCriterion criterion,
                                        const rules::RuleBook& rules) {
    JsonWriter json;
    json.object([&] {
        json.member("teacher", verification.teacher_id);
        write_year(json, verification.year, rules);
        if (!verification.cycle) return;
        json.member_object("cycle", [&] {
            json.member("result", enum_name(verification.cycle->result(criterion)));
            write_requirements(json, "cumulative", verification.cycle->cumulative);
            json.member_array("years", [&] {
                for (const YearVerification& year : verification.cycle->years) {
                    json.object([&] { write_year(json, year, rules); });
                }
            });
        });
    });
    return json.take();
}

std::string encode_changed_verification(std::string_view teacher_id,
                                        const YearVerification& now,
                                        const YearVerification& then) {
    JsonWriter json;
    json.object([&] {
        json.member("teacher", teacher_id);
        json.member("now", enum_name(now.result()));
        json.member("then", enum_name(then.result()));
        write_requirements(json, "requirements_now", now.requirements);
        write_requirements(json, "requirements_then", then.requirements);
    });
    return json.take();
}

}  // namespace xueshi::codec
