#include "server/exchange/test_answer.h"

#include <utility>

#include "core/codec/real_member.h"
#include "core/codec/strict_json.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::exchange {
namespace {

using codec::JsonValue;
using codec::ObjectReader;

constexpr std::string_view kAnswerSchema = "xueshi.diagnostic.answer/1";

Result<AnsweredItem> read_step(const JsonValue& value, std::string path) {
    ObjectReader object(value, std::move(path));
    AnsweredItem step;
    step.item = object.text("item");
    step.response = static_cast<int>(
        object.whole("response", 0, static_cast<std::int64_t>(diagnostic::kMostThresholds)));
    step.theta = codec::read_real(object, "theta");
    step.standard_error = codec::read_real(object, "standard_error");
    step.information = codec::read_real(object, "information");
    if (Outcome outcome = object.finish(); !outcome) return outcome.error();
    return step;
}

}  // namespace

Result<TestAnswer> read_test_answer(std::string_view bytes) {
    auto json = codec::parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    if (document.text("schema") != kAnswerSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kAnswerSchema));
    }
    TestAnswer answer;
    const auto& steps = document.array("steps");
    answer.stopped = document.text("stopped");
    if (const JsonValue* last = document.object("final")) {
        ObjectReader part(*last, "final");
        answer.theta = codec::read_real(part, "theta");
        answer.standard_error = codec::read_real(part, "standard_error");
        if (Outcome outcome = part.finish(); !outcome) return outcome.error();
    }
    if (Outcome outcome = document.finish(); !outcome) return outcome.error();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto step = read_step(steps[i], document.path_of("steps", i));
        if (!step) return step.error();
        answer.steps.push_back(*std::move(step));
    }
    return answer;
}

}  // namespace xueshi::exchange
