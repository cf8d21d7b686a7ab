#include "server/http/xapi_statements.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"
#include "server/auth/session_token.h"

namespace xueshi::http {
namespace {

using codec::JsonValue;
using codec::ObjectReader;

constexpr std::size_t kMostNumberBytes = 64;

struct KnownVerb {
    std::string_view id;
    authority::CompletionStep step;
};
constexpr std::array kVerbs = {
    KnownVerb{"http://adlnet.gov/expapi/verbs/progressed", authority::CompletionStep::Progressed},
    KnownVerb{"http://adlnet.gov/expapi/verbs/completed", authority::CompletionStep::Completed},
    KnownVerb{"http://adlnet.gov/expapi/verbs/passed", authority::CompletionStep::Completed},
};

bool is_iri(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() && text.size() <= 2'048;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool is_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (is_hyphen ? c != '-' : !is_digit) return false;
    }
    return true;
}

std::string in_small_letters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string new_uuid() {
    std::string text = auth::random_hex(16);
    text[12] = '4';
    text[16] = "89ab"[static_cast<unsigned char>(text[16]) % 4];
    for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, 1, '-');
    return text;
}

// What the last part of an IRI names: "…/course-runs/GZ-1", "urn:run:GZ-1", "…?id=GZ-1".
std::string_view last_part(std::string_view iri) {
    while (iri.ends_with('/')) iri.remove_suffix(1);
    return iri.substr(iri.find_last_of("/:#=") + 1);
}

// One statement. Its parts that say nothing we use are passed over, as the standard asks of a receiver.
class StatementReader {
  public:
    StatementReader(const JsonValue& value, std::string path, const std::string& platform)
        : value_(value), object_(value, std::move(path)) {
        statement_.completion.platform = platform;
    }

    Result<XapiStatement> read() {
        if (value_.kind == JsonValue::Kind::Object) {
            read_id();
            read_actor();
            read_verb();
            read_object();
            read_result();
        }
        for (const char* passed_over : {"context", "timestamp", "stored", "authority", "version", "attachments"}) {
            object_.any(passed_over);
        }
        if (const Outcome outcome = object_.finish(); !outcome) return outcome.error();
        statement_.content = content();
        return std::move(statement_);
    }

  private:
    void complain(const std::string& field, ErrorCode code = kMalformed) { object_.complain(code, object_.path_of(field)); }

    static std::string text_in(const JsonValue* object, std::string_view key) {
        const JsonValue* member = object == nullptr ? nullptr : object->find(key);
        return member != nullptr && member->kind == JsonValue::Kind::String ? member->text : std::string();
    }

    void read_id() {
        const std::string id = object_.has("id") ? object_.text("id") : new_uuid();
        if (!is_uuid(id)) complain("id");
        statement_.id = in_small_letters(id);
    }

    void read_actor() {
        const JsonValue* actor = object_.object("actor");
        if (actor == nullptr) return;
        if (actor->find("objectType") != nullptr && text_in(actor, "objectType") != "Agent") complain("actor.objectType");
        const JsonValue* account = actor->find("account");
        if (account == nullptr) return complain("actor.account");
        if (!is_iri(text_in(account, "homePage"))) complain("actor.account.homePage");
        std::string number = text_in(account, "name");
        if (number.empty() || number.size() > kMostNumberBytes) complain("actor.account.name");
        statement_.completion.teacher_number = std::move(number);
    }

    void read_verb() {
        const JsonValue* verb = object_.object("verb");
        if (verb == nullptr) return;
        const std::string id = text_in(verb, "id");
        const auto* known = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const KnownVerb& each) { return each.id == id; });
        if (!is_iri(id)) return complain("verb.id");
        if (known == kVerbs.end()) return complain("verb.id", kUnknownVerb);
        statement_.completion.step = known->step;
    }

    void read_object() {
        const JsonValue* activity = object_.object("object");
        if (activity == nullptr) return;
        if (activity->find("objectType") != nullptr && text_in(activity, "objectType") != "Activity") complain("object.objectType");
        const std::string id = text_in(activity, "id");
        const std::string_view run = last_part(id);
        if (!is_iri(id) || !is_valid_id_text(run)) complain("object.id");
        statement_.completion.course_run_id = CourseRunId{std::string(run)};
    }

    void read_result() {
        if (!object_.has("result")) return;
        const JsonValue* result = object_.object("result");
        if (result == nullptr) return;
        const bool is_completed = statement_.completion.step == authority::CompletionStep::Completed;
        for (const char* key : {"completion", "success"}) {
            const JsonValue* member = result->find(key);
            if (member == nullptr) continue;
            const bool contradicts = is_completed && !member->boolean;
            if (member->kind != JsonValue::Kind::Boolean || contradicts) complain("result." + std::string(key));
        }
        if (result->find("duration") != nullptr && !text_in(result, "duration").starts_with('P')) complain("result.duration");
        const JsonValue* extensions = result->find("extensions");
        if (extensions == nullptr) return;
        if (extensions->kind != JsonValue::Kind::Object) return complain("result.extensions");
        for (const auto& [key, value] : extensions->members) {
            if (last_part(key) != "progress") continue;
            const bool is_number = value.kind == JsonValue::Kind::Number;
            const auto percent = is_number ? codec::parse_whole_number(value.text, 0, 100) : std::nullopt;
            if (!percent) {
                complain("result.extensions", kOutOfRange);
            } else {
                statement_.completion.percent = static_cast<int>(*percent);
            }
        }
    }

    // Sent again, a statement may have got another moment of sending.
    std::string content() const {
        JsonValue told = value_;
        std::erase_if(told.members, [](const codec::JsonMember& member) {
            return member.key == "id" || member.key == "timestamp" || member.key == "stored" || member.key == "authority";
        });
        return codec::write_json(told);
    }

    const JsonValue& value_;
    ObjectReader object_;
    XapiStatement statement_;
};

}  // namespace

Result<std::vector<XapiStatement>> read_statements(std::string_view body, const std::string& platform) {
    const auto document = codec::parse_json(body);
    if (!document) return document.error();
    const bool is_one = document->kind == JsonValue::Kind::Object;
    if (!is_one && document->kind != JsonValue::Kind::Array) return make_error(kMalformed, "body");
    const std::size_t count = is_one ? 1 : document->items.size();
    if (count == 0 || count > kMostStatements) return make_error(kOutOfRange, "body");
    std::vector<XapiStatement> statements;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string path = is_one ? "" : '[' + std::to_string(i) + ']';
        auto statement = StatementReader(is_one ? *document : document->items[i], path, platform).read();
        if (!statement) return statement.error();
        if (!ids.insert(statement->id).second) return make_error(kMalformed, path + ".id");
        statements.push_back(*std::move(statement));
    }
    return statements;
}

std::string statement_ids(const std::vector<XapiStatement>& statements) {
    codec::JsonWriter json;
    json.array([&] {
        for (const XapiStatement& statement : statements) json.value(statement.id);
    });
    return json.take();
}

}  // namespace xueshi::http
