// Teachers with their registers and hours, and schools with theirs: commands are decided and applied as the server
// does it.
#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/alternatives.h"
#include "core/codec/rule_pack_json.h"
#include "core/registration/registration_decide.h"
#include "tests/support/roster_world.h"

namespace xueshi::testing {

// A teacher of a district's school; an empty district: of an affiliated unit.
inline registration::Participant participant(const std::string& id, const std::string& school = "school-a",
                                             const std::string& district = "district") {
    return {.teacher_id = TeacherId{id},
            .number = "no-" + id,
            .name = "教师 " + id,
            .school_id = UnitId{school},
            .school_name = school,
            .district_id = UnitId{district}};
}

inline registration::Activity activity(std::string title = "教研活动", std::string_view from = "2017-03-06",
                                       std::string_view until = "2017-03-06", std::int64_t tenths = 60) {
    return {.title = std::move(title),
            .organiser = "示例基地",
            .from = date(from),
            .until = date(until),
            .hours = {tenths},
            .category = HourCategory::Professional};
}

inline organisation::Actor research_department(const std::string& unit = "research", const std::string& district = "district") {
    return actor("research of " + unit, organisation::OrgRole::ResearchDepartment, unit, district);
}
inline organisation::Actor district_institution(const std::string& district = "district") {
    return actor("institution of " + district, organisation::OrgRole::Institution, "institution-" + district, district);
}

struct RegisteredTeacher {
    registration::Participant who;
    std::vector<ledger::HourRecord> records;
    ledger::HourLedger ledger;
    registration::Registrations registrations;

    const ledger::HourRecord* find(const std::string& title) const {
        for (const ledger::HourRecord& record : records) {
            if (record.title == title) return &record;
        }
        return nullptr;
    }
};

class RegistrationWorld {
  public:
    Instant now = moment("2017-03-10T09:00");
    rules::RuleBook book = codec::built_in_rules();
    catalogue::Catalogue catalogue;
    std::map<TeacherId, RegisteredTeacher> teachers;
    std::map<UnitId, registration::Registrations> schools;
    std::set<AttachmentId> uploaded = {AttachmentId{"scan"}, AttachmentId{"scan-2"}};
    std::vector<std::pair<Stamp, registration::RegistrationFact>> told;  // of every register, in its order

    RegistrationWorld() {
        add(participant("anna"));
        add(participant("ben"));
        add(participant("far", "school-b", "elsewhere"));
        add(participant("affiliated", "unit-z", ""));
    }
    void add(const registration::Participant& who) { teachers[who.teacher_id] = {who, {}, {}, {}}; }
    RegisteredTeacher& teacher(const std::string& id) { return teachers.at(TeacherId{id}); }

    const registration::Registrations& register_of(const registration::RegistrationCommand& command) {
        if (const auto* declared = std::get_if<registration::DeclareTraining>(&command)) return schools[declared->school_id];
        const registration::RegisterKey key = key_of(command);
        return key.school_id.empty() ? teachers[key.teacher_id].registrations : schools[key.school_id];
    }
    Result<registration::RegistrationDecision> decide(const organisation::Actor& who,
                                                      const registration::RegistrationCommand& command) {
        const registration::Registrations& registrations = register_of(command);
        std::vector<registration::KnownTeacher> known;
        for (const auto& [id, each] : teachers) {
            if (!each.who.number.empty()) known.push_back({each.who, each.records, each.ledger, each.registrations});
        }
        return registration::decide({.now = now,
                                     .fresh_receipt_id = ReceiptId{"7Q4K2-0MXTA"},
                                     .actor = who,
                                     .unit_name = "单位 " + who.posts.front().unit_id.text,
                                     .registrations = registrations,
                                     .teachers = known,
                                     .attachments = uploaded,
                                     .catalogue = catalogue,
                                     .rules = book},
                                    command);
    }
    // Decides and applies. The code of the refusal, or empty.
    std::string act(const organisation::Actor& who, const registration::RegistrationCommand& command) {
        const auto decision = decide(who, command);
        if (!decision) {
            last_subject = decision.error().subject;
            return std::string(decision.error().code.name());
        }
        const Stamp stamp{++stamp_, 0, "server"};
        const registration::RegistrationFact& fact = decision->fact;
        told.push_back({stamp, fact});
        const UnitId school = school_of(command);
        const auto found = register_of(command).find(registration::key_of(fact));
        const registration::Registration* before = found == register_of(command).end() ? nullptr : &found->second;
        for (const registration::Participant& each : registration::concerned_by(fact, before)) {
            registration::Registrations& own = teachers.at(each.teacher_id).registrations;
            if (school.empty()) {
                registration::apply(own, fact, stamp);
                continue;
            }
            if (const auto* opened = registration::opening_untold(before, each.teacher_id)) {
                registration::apply(own, registration::as_told_to(*opened, each.teacher_id), before->opened.stamp);
            }
            registration::apply(own, registration::as_told_to(fact, each.teacher_id), stamp);
        }
        if (!school.empty()) registration::apply(schools[school], fact, stamp);
        for (const registration::RegisteredHours& hours : decision->records) record(hours);
        return {};
    }

    std::string register_hours(const organisation::Actor& who, const std::string& id, const std::string& teacher_id,
                               registration::Activity what, ledger::HourSource source = ledger::HourSource::Research) {
        return act(who, registration::RegisterHours{RegistrationId{id}, source, "no-" + teacher_id, std::move(what)});
    }
    const registration::Registration& of(const std::string& teacher_id, const std::string& id) {
        for (const auto& [key, each] : teacher(teacher_id).registrations) {
            if (key.id.text == id) return each;
        }
        throw std::out_of_range(id);
    }

    std::string last_subject;  // of the last refusal

  private:
    registration::RegisterKey key_of(const registration::RegistrationCommand& command) {
        return with_alternative(command, [&](const auto& order) -> registration::RegisterKey {
            if constexpr (requires { order.key; }) return order.key;
            const auto numbers = registration::named_numbers(command);
            for (const auto& [id, each] : teachers) {
                if (!numbers.empty() && each.who.number == numbers.front()) return {id, {}};
            }
            return {};
        });
    }
    UnitId school_of(const registration::RegistrationCommand& command) {
        if (const auto* declared = std::get_if<registration::DeclareTraining>(&command)) return declared->school_id;
        return key_of(command).school_id;
    }
    void record(const registration::RegisteredHours& hours) {
        std::vector<ledger::HourRecord>& records = teachers.at(hours.teacher_id).records;
        std::erase_if(records, [&](const auto& each) { return each.id == hours.record.id; });
        records.push_back(hours.record);
    }

    std::int64_t stamp_ = 0;
};

}  // namespace xueshi::testing
