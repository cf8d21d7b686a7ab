// Reading of xueshi.diagnostic.run/1 and writing of xueshi.diagnostic.answer/1 (declared in
// diagnostic_json.h).
#include <charconv>
#include <limits>

#include "core/codec/diagnostic_json.h"
#include "core/codec/json_writer.h"
#include "core/codec/real_member.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using diagnostic::AdaptiveSettings;

constexpr std::string_view kRunSchema = "xueshi.diagnostic.run/1";
constexpr std::string_view kAnswerSchema = "xueshi.diagnostic.answer/1";
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

// An object member: `read` is called with a reader for it.
template <class Read>
void read_part(ObjectReader& document, std::string_view key, Read read) {
    const JsonValue* member = document.object(key);
    if (member == nullptr) return;
    ObjectReader part(*member, document.path_of(key));
    read(part);
    if (auto outcome = part.finish(); !outcome) {
        document.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
}

// Any number of 64 bits without a sign.
std::uint64_t read_seed(ObjectReader& object, std::string_view key) {
    const JsonValue* member = object.any(key);
    if (member == nullptr) {
        object.complain(kMalformed, object.path_of(key), "missing");
        return 0;
    }
    std::uint64_t seed = 0;
    const std::string& text = member->text;
    const char* last = text.data() + text.size();
    const auto [end, problem] = std::from_chars(text.data(), last, seed);
    if (member->kind != JsonValue::Kind::Number || problem != std::errc{} || end != last) {
        object.complain(kOutOfRange,
                        object.path_of(key),
                        "expected a whole number from 0 to 18446744073709551615");
    }
    return seed;
}

void read_selection(ObjectReader& part, AdaptiveSettings& settings) {
    const std::string rule = part.text("rule");
    if (rule == "randomesque") {
        diagnostic::Randomesque randomesque;
        randomesque.among = part.whole("among", 1, kLargest);
        randomesque.seed = read_seed(part, "seed");
        settings.randomesque = randomesque;
    } else if (rule != "max-information") {
        part.complain(kOutOfRange, part.path_of("rule"), "expected max-information or randomesque");
        for (const std::string_view option : {"among", "seed"}) (void)part.any(option);
    }
}

void read_content(ObjectReader& document, AdaptiveSettings& settings) {
    if (!document.has("content")) return;
    const JsonValue* content = document.object("content");
    if (content == nullptr) return;
    for (const JsonMember& member : content->members) {
        if (member.value.kind != JsonValue::Kind::Number) {
            document.complain(kMalformed, "content." + member.key, "expected a number");
        }
        settings.content.push_back({member.key, real_of(member.value)});
    }
}

void read_rules(ObjectReader& document, AdaptiveSettings& settings) {
    read_part(document, "prior", [&](ObjectReader& part) {
        settings.prior.mean = read_real(part, "mean");
        settings.prior.sd = read_real(part, "sd");
    });
    read_part(document, "quadrature", [&](ObjectReader& part) {
        settings.quadrature.from = read_real(part, "from");
        settings.quadrature.to = read_real(part, "to");
        settings.quadrature.points = static_cast<int>(
            part.whole("points", diagnostic::kFewestPoints, diagnostic::kMostPoints));
    });
    read_part(document, "start", [&](ObjectReader& part) {
        settings.start_theta = read_real(part, "theta");
    });
    read_part(document, "select", [&](ObjectReader& part) { read_selection(part, settings); });
    read_part(document, "stop", [&](ObjectReader& part) {
        settings.stop.standard_error = read_real(part, "standard_error");
        settings.stop.max_items = part.whole("max_items", 1, kLargest);
        settings.stop.min_items = part.whole("min_items", 0, kLargest);
    });
}

void read_responses(ObjectReader& document, diagnostic::ResponsesById& responses) {
    const JsonValue* object = document.object("responses");
    if (object == nullptr) return;
    for (const JsonMember& member : object->members) {
        // Below 0 and too high are left to the item.
        const auto response = parse_whole_number(member.value.text, -kLargest, kLargest);
        if (member.value.kind != JsonValue::Kind::Number || !response) {
            document.complain(kMalformed, "responses." + member.key, "expected a whole number");
        }
        responses.emplace(member.key, response.value_or(0));
    }
}

void write_estimate(JsonWriter& json, const diagnostic::Estimate& estimate) {
    json.member_raw("theta", format_real(estimate.theta));
    json.member_raw("standard_error", format_real(estimate.standard_error));
}

}  // namespace

Result<DiagnosticRun> read_diagnostic_run(std::string_view bytes) {
    auto json = parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    DiagnosticRun run;
    if (document.text("schema") != kRunSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kRunSchema));
    }
    if (document.has("stage")) run.settings.stage = document.text("stage");
    if (document.has("subject")) run.settings.subject = document.text("subject");
    read_rules(document, run.settings);
    read_content(document, run.settings);
    read_responses(document, run.responses);
    if (auto outcome = document.finish(); !outcome) return outcome.error();
    return run;
}

std::string write_diagnostic_answer(const diagnostic::AdaptiveRun& run,
                                    const diagnostic::ItemBank& bank) {
    JsonWriter json;
    json.object([&] {
        json.member("schema", kAnswerSchema);
        json.member_array("steps", [&] {
            for (const diagnostic::Step& step : run.steps) {
                json.object([&] {
                    json.member("item", bank.items[step.drawn.item].id);
                    json.member("response", step.response);
                    write_estimate(json, step.estimate);
                    json.member_raw("information", format_real(step.drawn.information));
                });
            }
        });
        json.member_object("final", [&] { write_estimate(json, run.estimate); });
        if (run.stopped) json.member("stopped", diagnostic::stop_reason_name(*run.stopped));
    });
    return json.take();
}

}  // namespace xueshi::codec
