#include <algorithm>
#include <optional>

#include "core/base/alternatives.h"
#include "core/codec/registration_formats.h"
#include "core/codec/registration_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {
namespace {

using namespace registration;

// In the order of the variant's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<RegistrationCommand>> kTypes = {
    "registration.register_hours", "registration.declare_training", "registration.hand_in_record",
    "registration.resubmit",       "registration.review",           "registration.withdraw",
    "registration.correct_hours",  "registration.cancel_hours"};

std::string read_number(ObjectReader& object, std::string_view key) {
    std::string number = object.text(key);
    if (number.empty() || number.size() > enrolment::kMostNumberBytes) {
        object.complain(kOutOfRange, object.path_of(key), "no number");
    }
    return number;
}

void write_numbers(JsonWriter& json, const std::vector<std::string>& numbers) {
    json.member_array("teacher_numbers", [&] {
        for (const std::string& number : numbers) json.value(std::string_view(number));
    });
}
// One more than allowed is let through, so that decide can refuse it by its own name.
std::vector<std::string> read_numbers(ObjectReader& object) {
    std::vector<std::string> numbers = read_required_texts(object, "teacher_numbers");
    if (numbers.size() > kMostParticipants + 1) object.complain(kOutOfRange, object.path_of("teacher_numbers"), "too many");
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].empty() || numbers[i].size() > enrolment::kMostNumberBytes) {
            object.complain(kOutOfRange, object.path_of("teacher_numbers", i), "no number");
        }
    }
    return numbers;
}

template <class Command>
void write_members(JsonWriter& json, const Command& command) {
    json.member("registration_id", command.registration_id.text);
    if constexpr (requires { command.source; }) json.member("source", enum_name(command.source));
    if constexpr (requires { command.key; }) write_key(json, command.key);
    if constexpr (requires { command.school_id; }) json.member("school_id", command.school_id.text);
    if constexpr (requires { command.teacher_number; }) json.member("teacher_number", command.teacher_number);
    if constexpr (requires { command.activity; }) write_activity(json, command.activity);
    if constexpr (requires { command.teacher_numbers; }) write_numbers(json, command.teacher_numbers);
    if constexpr (requires { command.evidence; }) write_evidence(json, command.evidence);
    if constexpr (requires { command.verdict; }) json.member("verdict", enum_name(command.verdict));
    if constexpr (requires { command.reason; }) {
        if (!command.reason.empty()) json.member("reason", command.reason);
    }
}

template <class Command>
void read_members(ObjectReader& object, Command& command) {
    command.registration_id = read_id<RegistrationKind>(object, "registration_id");
    if constexpr (requires { command.source; }) command.source = read_enum<ledger::HourSource>(object, "source");
    if constexpr (requires { command.key; }) command.key = read_key(object);
    if constexpr (requires { command.school_id; }) command.school_id = read_id<UnitKind>(object, "school_id");
    if constexpr (requires { command.teacher_number; }) command.teacher_number = read_number(object, "teacher_number");
    if constexpr (requires { command.activity; }) command.activity = read_activity(object);
    if constexpr (requires { command.teacher_numbers; }) command.teacher_numbers = read_numbers(object);
    if constexpr (requires { command.evidence; }) command.evidence = read_evidence(object);
    if constexpr (requires { command.verdict; }) command.verdict = read_enum<enrolment::Verdict>(object, "verdict");
    if constexpr (requires { command.reason; }) command.reason = object.text_or("reason", {});
}

template <std::size_t Index = 0>
std::optional<RegistrationCommand> read_as(std::string_view type, ObjectReader& object) {
    if constexpr (Index == kTypes.size()) {
        return std::nullopt;
    } else {
        if (kTypes[Index] != type) return read_as<Index + 1>(type, object);
        std::variant_alternative_t<Index, RegistrationCommand> command;
        read_members(object, command);
        return RegistrationCommand{std::move(command)};
    }
}

}  // namespace

EncodedIntent encode_registration_intent(const RegistrationCommand& command) {
    JsonWriter json;
    json.object([&] { with_alternative(command, [&](const auto& order) { write_members(json, order); }); });
    return {std::string(kTypes[command.index()]), json.take()};
}

Result<RegistrationCommand> decode_registration_intent(std::string_view type, std::string_view payload) {
    if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end()) {
        return make_error(sync::kUnknownType, std::string(type));
    }
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    std::optional<RegistrationCommand> command = read_as(type, object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return *std::move(command);
}

}  // namespace xueshi::codec
