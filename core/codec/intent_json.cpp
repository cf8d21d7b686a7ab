#include "core/codec/intent_json.h"

#include <cassert>

#include "core/codec/domain_reader.h"
#include "core/codec/event_formats.h"
#include "core/sync/operation.h"

namespace xueshi::codec {
namespace {

constexpr std::string_view kSubmit = "selection.submit";
constexpr std::string_view kWithdraw = "selection.withdraw";

}  // namespace

EncodedIntent encode_intent(const app::Command& command) {
    JsonWriter json;
    if (const auto* submit = std::get_if<enrolment::SubmitSelection>(&command)) {
        json.object([&] {
            json.member("selection_id", submit->selection_id.text);
            json.member_array("course_run_ids", [&] {
                for (const CourseRunId& id : submit->course_run_ids) json.value(std::string_view(id.text));
            });
        });
        return {std::string(kSubmit), json.take()};
    }
    const auto* withdraw = std::get_if<enrolment::WithdrawSelection>(&command);
    assert(withdraw != nullptr);
    json.object([&] { json.member("selection_id", withdraw->selection_id.text); });
    return {std::string(kWithdraw), json.take()};
}

Result<app::Command> decode_intent(std::string_view type, std::string_view payload) {
    if (type != kSubmit && type != kWithdraw) return make_error(sync::kUnknownType, std::string(type));
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    const auto selection_id = read_id<SelectionKind>(object, "selection_id");
    app::Command command = enrolment::WithdrawSelection{selection_id};
    if (type == kSubmit) {
        // One more than allowed is let through, so that decide can refuse it by its own name.
        command = enrolment::SubmitSelection{
            selection_id,
            read_ids<CourseRunKind>(object, "course_run_ids", enrolment::kMaxRunsPerSelection + 1)};
    }
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return command;
}

std::string encode_receipt(const enrolment::SelectionReceipt& receipt) {
    JsonWriter json;
    json.object([&] { write_receipt(json, receipt); });
    return json.take();
}

Result<enrolment::SelectionReceipt> decode_receipt(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    enrolment::SelectionReceipt receipt = read_receipt(object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return receipt;
}

}  // namespace xueshi::codec
