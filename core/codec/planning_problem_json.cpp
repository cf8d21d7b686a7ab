#include "core/codec/planning_problem_json.h"

#include <algorithm>
#include <limits>

#include "core/codec/strict_json.h"

namespace xueshi::codec {
namespace {

using plan::PlanningProblem;

constexpr std::string_view kProblemSchema = "xueshi.plan.problem/1";
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

DeciHours read_hours(ObjectReader& object, std::string_view key) {
    const JsonValue* member = object.any(key);
    if (member == nullptr || member->kind != JsonValue::Kind::Number) {
        object.complain(
            kMalformed, object.path_of(key), member == nullptr ? "missing" : "expected a number");
        return {};
    }
    const auto tenths = parse_exact_tenths(member->text);
    if (!tenths)
        object.complain(kOutOfRange, object.path_of(key), "expected hours in whole tenths");
    return {tenths.value_or(0)};
}

std::vector<std::string> read_texts(ObjectReader& object, std::string_view key) {
    std::vector<std::string> texts;
    const auto& items = object.array_or_empty(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != JsonValue::Kind::String) {
            object.complain(kMalformed, object.path_of(key, i), "expected a text");
        }
        texts.push_back(items[i].text);
    }
    return texts;
}

// Passes on what an inner reader found; inner unknown fields count only when nothing else is wrong.
void finish(ObjectReader& inner, ObjectReader& outer) {
    if (auto outcome = inner.finish(); !outcome) {
        outer.complain(outcome.error().code, outcome.error().subject, outcome.error().detail);
    }
}

// Reads each object of a list: `read` is called with a reader for it.
template <class Read>
void read_each(ObjectReader& document,
               std::string_view key,
               const std::vector<JsonValue>& items,
               Read read) {
    for (std::size_t i = 0; i < items.size() && document.is_good(); ++i) {
        ObjectReader object(items[i], document.path_of(key, i));
        read(object);
        finish(object, document);
    }
}

plan::Match read_match(ObjectReader& object) {
    plan::Match match;
    const JsonValue* member = object.object("match");
    if (member == nullptr) return match;
    ObjectReader inner(*member, object.path_of("match"));
    if (inner.has("category")) match.category = inner.text("category");
    if (inner.has("tag")) match.tag = inner.text("tag");
    finish(inner, object);
    return match;
}

std::optional<plan::Session> read_session(const JsonValue& value) {
    const bool is_pair = value.kind == JsonValue::Kind::Array && value.items.size() == 2 &&
                         value.items[0].kind == JsonValue::Kind::String &&
                         value.items[1].kind == JsonValue::Kind::String;
    if (!is_pair) return std::nullopt;
    const auto start = parse_local_minute(value.items[0].text);
    const auto end = parse_local_minute(value.items[1].text);
    if (!start || !end) return std::nullopt;
    return plan::Session{*start, *end};
}

plan::Offering read_offering(ObjectReader& object) {
    plan::Offering offering;
    offering.id = object.text("id");
    offering.category = object.text("category");
    offering.tags = read_texts(object, "tags");
    offering.hours = read_hours(object, "hours");
    offering.fee = object.whole("fee", 0, kLargest);
    offering.fit = object.whole("fit", 0, plan::kLargestFit);
    const auto& sessions = object.array_or_empty("sessions");
    for (std::size_t s = 0; s < sessions.size(); ++s) {
        const auto session = read_session(sessions[s]);
        if (!session) {
            object.complain(kMalformed,
                            object.path_of("sessions", s),
                            "expected two local times such as 2017-04-22T09:00");
        }
        offering.sessions.push_back(session.value_or(plan::Session{}));
    }
    if (object.has("group")) offering.group = object.text("group");
    return offering;
}

std::optional<plan::ObjectiveKey> parse_key(std::string_view text) {
    plan::ObjectiveKey key;
    if (!text.empty() && text.front() == '-') {
        key.maximised = true;
        text.remove_prefix(1);
    }
    if (text == "fee")
        key.measure = plan::Measure::Fee;
    else if (text == "hours")
        key.measure = plan::Measure::Hours;
    else if (text == "fit")
        key.measure = plan::Measure::Fit;
    else if (text == "count")
        key.measure = plan::Measure::Count;
    else
        return std::nullopt;
    return key;
}

plan::ObjectiveKey read_key(ObjectReader& object, std::string_view field) {
    const auto key = parse_key(object.text(field));
    if (!key)
        object.complain(kMalformed, object.path_of(field), "expected fee, hours, fit or count");
    return key.value_or(plan::ObjectiveKey{});
}

void read_objective(ObjectReader& document, PlanningProblem& problem) {
    const auto& keys = document.array("objective");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool is_text = keys[i].kind == JsonValue::Kind::String;
        const auto key = is_text ? parse_key(keys[i].text) : std::nullopt;
        if (!key) {
            document.complain(
                kMalformed, document.path_of("objective", i), "expected fee, hours, fit or count");
        }
        problem.objective.push_back(key.value_or(plan::ObjectiveKey{}));
    }
}

// An optional object member: `read` is called when it is there.
template <class Read>
void read_part(ObjectReader& document, std::string_view key, Read read) {
    if (!document.has(key)) return;
    const JsonValue* member = document.object(key);
    if (member == nullptr) return;
    ObjectReader part(*member, document.path_of(key));
    read(part);
    finish(part, document);
}

void read_parts(ObjectReader& document, PlanningProblem& problem) {
    read_part(document, "limits", [&problem](ObjectReader& part) {
        if (part.has("max_fee")) problem.limits.max_fee = part.whole("max_fee", 0, kLargest);
        if (part.has("max_hours")) problem.limits.max_hours = read_hours(part, "max_hours");
    });
    read_part(document, "alternatives", [&problem](ObjectReader& part) {
        const std::int64_t count = part.whole("count", 0, kLargest);
        problem.alternatives = {count, part.whole_or("differ", 0, kLargest, 1)};
    });
    read_part(document, "frontier", [&problem](ObjectReader& part) {
        const plan::ObjectiveKey by = read_key(part, "by");
        const plan::ObjectiveKey best = read_key(part, "best");
        problem.frontier = {by, best, part.whole("max_points", 0, plan::kMostFrontierPoints)};
    });
}

void read_lists(ObjectReader& document, PlanningProblem& problem) {
    read_each(
        document, "requirements", document.array("requirements"), [&problem](ObjectReader& object) {
            std::string id = object.text("id");
            plan::Match match = read_match(object);
            problem.requirements.push_back(
                {std::move(id), std::move(match), read_hours(object, "min_hours")});
        });
    read_each(document, "caps", document.array_or_empty("caps"), [&problem](ObjectReader& object) {
        std::string id = object.text("id");
        plan::Match match = read_match(object);
        problem.caps.push_back({std::move(id), std::move(match), read_hours(object, "max_hours")});
    });
    read_each(document,
              "credited",
              document.array_or_empty("credited"),
              [&problem](ObjectReader& object) {
                  std::string category = object.text("category");
                  std::vector<std::string> tags = read_texts(object, "tags");
                  problem.credited.push_back(
                      {std::move(category), std::move(tags), read_hours(object, "hours")});
              });
    const auto& offerings = document.array("offerings");
    problem.offerings.reserve(offerings.size());
    read_each(document, "offerings", offerings, [&problem](ObjectReader& object) {
        problem.offerings.push_back(read_offering(object));
    });
    problem.pinned = read_texts(document, "pinned");
    problem.excluded = read_texts(document, "excluded");
}

}  // namespace

std::optional<std::int64_t> parse_exact_tenths(std::string_view number) {
    const bool is_negative = !number.empty() && number.front() == '-';
    if (is_negative) number.remove_prefix(1);
    std::string digits;
    std::int64_t power = 1;  // the value is digits · 10^power tenths
    std::size_t at = 0;
    bool in_fraction = false;
    for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
        const char c = number[at];
        if (c == '.' && !in_fraction) {
            in_fraction = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digits += c;
        if (in_fraction) --power;
    }
    if (digits.empty()) return std::nullopt;
    if (at < number.size()) {
        std::string_view exponent = number.substr(at + 1);
        if (!exponent.empty() && exponent.front() == '+') exponent.remove_prefix(1);
        constexpr std::int64_t kLargestExponent = 1'000'000'000;
        const auto shift = parse_whole_number(exponent, -kLargestExponent, kLargestExponent);
        if (!shift) return std::nullopt;
        power += *shift;
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
        ++power;
    }
    if (digits.empty()) return 0;
    if (is_negative || power < 0 || power > 18 || digits.size() > 19) return std::nullopt;
    digits.append(static_cast<std::size_t>(power), '0');
    return parse_whole_number(digits, 0, kLargest);
}

Result<PlanningProblem> read_planning_problem(std::string_view bytes) {
    auto json = parse_json(bytes);
    if (!json) return json.error();
    ObjectReader document(*json, "");
    if (!document.is_good()) return make_error(kMalformed, "document", "expected an object");
    PlanningProblem problem;
    if (document.text("schema") != kProblemSchema) {
        document.complain(kMalformed, "schema", "expected " + std::string(kProblemSchema));
    }
    read_lists(document, problem);
    read_objective(document, problem);
    read_parts(document, problem);
    if (auto outcome = document.finish(); !outcome) return outcome.error();
    if (auto outcome = plan::validate(problem); !outcome) return outcome.error();
    return problem;
}

}  // namespace xueshi::codec
