#include "tests/server/support/registration_city.h"

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "server/auth/password_hash.h"

namespace xueshi::test {
namespace {

using organisation::OrgKind;
using organisation::OrgRole;

struct Unit {
    const char* id;
    OrgKind kind;
    const char* parent;
};
struct Person {
    const char* id;
    OrgRole role;
    const char* unit;
};

constexpr Unit kUnits[] = {{"s-department-unit", OrgKind::ResearchDept, "s-district"},
                           {"s-city-department-unit", OrgKind::ResearchDept, "s-centre"},
                           {"other-district", OrgKind::District, "s-centre"},
                           {"s-other-department-unit", OrgKind::ResearchDept, "other-district"},
                           {"s-trainer-unit", OrgKind::Institution, "s-district"}};
constexpr Person kPeople[] = {{kDepartment, OrgRole::ResearchDepartment, "s-department-unit"},
                              {kCityDepartment, OrgRole::ResearchDepartment, "s-city-department-unit"},
                              {kOtherDepartment, OrgRole::ResearchDepartment, "s-other-department-unit"},
                              {kTrainer, OrgRole::Institution, "s-trainer-unit"},
                              {kAdministrator, OrgRole::SchoolAdministrator, "s-school"}};

}  // namespace

RegistrationFixture::RegistrationFixture() {
    for (const Unit& unit : kUnits) {
        append("units", codec::encode_event(
                            app::UnitRecorded{{UnitId{unit.id}, unit.kind, {unit.id, unit.id}, UnitId{unit.parent}}}));
    }
    static const std::string credential = auth::hash_password(kPassword);  // slow on purpose
    const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
        for (const Person& person : kPeople) {
            const std::string id = person.id;
            transaction.put_account(
                {AccountId{id}, id, "Name of " + id, {person.role}, UnitId{person.unit}, person.unit, credential});
        }
        return Done{};
    });
    EXPECT_TRUE(kept);
}

void RegistrationFixture::append(const std::string& feed, codec::EncodedEvent encoded) {
    const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
        sync::Envelope envelope;
        envelope.stamp = Stamp{kCityNowMs - 3'600'000, static_cast<std::uint32_t>(++appended_), "other"};
        envelope.type = std::move(encoded.type);
        envelope.payload = std::move(encoded.payload);
        transaction.append(feed, envelope);
        return Done{};
    });
    EXPECT_TRUE(kept);
}

PushedOperation RegistrationFixture::intent_of(int sequence, const registration::RegistrationCommand& command) {
    const codec::EncodedIntent encoded = codec::encode_registration_intent(command);
    PushedOperation operation;
    operation.sequence = sequence;
    operation.kind = "intent";
    operation.type = encoded.type;
    operation.payload = encoded.payload;
    return operation;
}

sync::OperationOutcome RegistrationFixture::push_one(const std::string& login, PushedOperation operation) {
    operation.sequence = ++sequences_[login];
    const http::Response response = post(browser_of(login), "/api/v1/push", push_body(device_of(login), {operation}));
    EXPECT_EQ(response.status, 200) << response.body_text();
    const auto answer = codec::decode_push_answer(response.body_text());
    EXPECT_TRUE(answer);
    return answer ? answer->outcomes.at(0) : sync::OperationOutcome{};
}

std::string RegistrationFixture::order(const std::string& login, const registration::RegistrationCommand& command) {
    const sync::OperationOutcome outcome = push_one(login, intent_of(0, command));
    return outcome.accepted ? std::string{} : outcome.code;
}

std::vector<sync::Envelope> RegistrationFixture::events_of(const std::string& feed) {
    std::vector<sync::Envelope> events;
    event_store().read([&](store::StoreView& view) { events = view.read_feed(feed, 0, 10'000).events; });
    return events;
}

registration::Registrations RegistrationFixture::registers_in(const std::string& feed) {
    registration::Registrations folded;
    event_store().read([&](store::StoreView& view) {
        for (const sync::Envelope& envelope : view.read_feed(feed, 0, 10'000).events) {
            if (!envelope.type.starts_with(codec::kRegistrationPrefix)) continue;
            const auto fact = codec::decode_registration_event(envelope.type, envelope.payload);
            ASSERT_TRUE(fact) << envelope.payload;
            registration::apply(folded, *fact, envelope.stamp);
        }
    });
    return folded;
}

std::map<RegistrationId, registration::Registration> RegistrationFixture::registrations_in(const std::string& feed) {
    std::map<RegistrationId, registration::Registration> by_id;
    for (const auto& [key, each] : registers_in(feed)) EXPECT_TRUE(by_id.emplace(key.id, each).second) << key.id.text;
    return by_id;
}

std::map<HourRecordId, ledger::HourRecord> RegistrationFixture::records_of(const std::string& teacher) {
    app::TeacherState state;
    event_store().read([&](store::StoreView& view) {
        for (const sync::Envelope& envelope : view.read_feed("teacher:" + teacher, 0, 10'000).events) {
            app::apply(state, {*codec::decode_event(envelope.type, envelope.payload), envelope.stamp, envelope.sequence});
        }
    });
    std::map<HourRecordId, ledger::HourRecord> records;
    for (const auto& [id, record] : state.records) records[id] = record.value;
    return records;
}

std::string RegistrationFixture::uploaded(const std::string& login, const std::string& bytes) {
    http::Request request = push_request(browser_of(login), bytes);
    request.path = "/api/v1/attachments";
    std::erase_if(request.headers, [](const auto& header) { return header.first == "Content-Type"; });
    request.headers.emplace_back("Content-Type", "application/octet-stream");
    const http::Response response = send(request);
    EXPECT_EQ(response.status, 201) << response.body_text();
    return member_of(response, "attachment_id");
}

int RegistrationFixture::status_of_reading(const std::string& login, const std::string& attachment) {
    return get(browser_of(login), "/api/v1/attachments/" + attachment).status;
}

registration::Activity training(std::string title, std::int64_t tenths, int day) {
    registration::Activity activity;
    activity.title = std::move(title);
    activity.organiser = "样例基地";
    activity.from = activity.until = *make_date(2017, 3, day);
    activity.hours = {tenths};
    return activity;
}

}  // namespace xueshi::test
