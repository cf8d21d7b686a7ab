#include "core/codec/session_json.h"

#include "core/codec/domain_reader.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

constexpr std::size_t kMostDeputyPosts = 100;

// A role this version does not know grants nothing here.
organisation::Post read_post(ObjectReader& object) {
    organisation::Post post;
    post.role = organisation::parse_role(object.text("role")).value_or(organisation::OrgRole::Teacher);
    post.unit_id = read_id<UnitKind>(object, "unit_id");
    post.district_id = read_id_or_none<UnitKind>(object, "district_id");
    post.deputy_for = object.text("holder");
    return post;
}

SessionAccount read_account(ObjectReader& object) {
    SessionAccount account;
    account.id = read_id<AccountKind>(object, "id");
    account.display_name = object.text("display_name");
    const std::vector<std::string> roles = read_texts(object, "roles");
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto role = organisation::parse_role(roles[i]);
        // A role this version does not know grants nothing here.
        if (role) account.roles.push_back(*role);
    }
    account.unit_id = read_id_or_none<UnitKind>(object, "unit_id");
    account.unit_name = object.text("unit_name");
    if (object.has("deputy_posts")) {
        account.deputy_posts = read_objects<organisation::Post>(object, "deputy_posts", kMostDeputyPosts, read_post);
    }
    return account;
}

}  // namespace

std::string encode_session(const SessionDocument& session) {
    JsonWriter json;
    json.object([&] {
        json.member("authenticated", session.account.has_value());
        json.member("domain_now_ms", session.domain_now_ms);
        json.member("sample", session.is_sample);
        if (!session.account) return;
        json.member_object("account", [&] {
            json.member("id", session.account->id.text);
            json.member("display_name", session.account->display_name);
            json.member_array("roles", [&] {
                for (const organisation::OrgRole role : session.account->roles) {
                    json.value(organisation::role_name(role));
                }
            });
            if (!session.account->unit_id.empty()) json.member("unit_id", session.account->unit_id.text);
            json.member("unit_name", session.account->unit_name);
            if (session.account->deputy_posts.empty()) return;
            json.member_array("deputy_posts", [&] {
                for (const organisation::Post& post : session.account->deputy_posts) {
                    json.object([&] {
                        json.member("role", organisation::role_name(post.role));
                        json.member("unit_id", post.unit_id.text);
                        if (!post.district_id.empty()) json.member("district_id", post.district_id.text);
                        json.member("holder", post.deputy_for);
                    });
                }
            });
        });
        json.member("csrf", session.csrf);
        json.member_array("feeds", [&] {
            for (const std::string& feed : session.feeds) json.value(std::string_view(feed));
        });
        json.member("epoch", session.epoch);
    });
    return json.take();
}

Result<SessionDocument> decode_session(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    SessionDocument session;
    const bool is_authenticated = object.boolean("authenticated");
    session.domain_now_ms = object.whole("domain_now_ms", 0, kMaxInstantMs);
    session.is_sample = object.boolean("sample");
    if (is_authenticated) {
        if (const JsonValue* account = object.object("account")) {
            ObjectReader inner(*account, "account");
            session.account = read_account(inner);
            if (const Outcome outcome = inner.finish(); !outcome) return outcome.error();
        }
        session.csrf = object.text("csrf");
        session.feeds = read_texts(object, "feeds");
        session.epoch = object.text("epoch");
    }
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return session;
}

std::string encode_sign_in(const SignInRequest& request) {
    JsonWriter json;
    json.object([&] {
        json.member("login", request.login);
        json.member("password", request.password);
    });
    return json.take();
}

Result<SignInRequest> decode_sign_in(std::string_view bytes) {
    const Result<JsonValue> document = parse_json(bytes);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    SignInRequest request{object.text("login"), object.text("password")};
    if (request.login.size() > kMaxLoginBytes) object.complain(kOutOfRange, "login", "too long");
    if (request.password.size() > kMaxPasswordBytes) object.complain(kOutOfRange, "password", "too long");
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return request;
}

Problem decode_problem(std::string_view bytes, int status) {
    Problem problem{status, std::string(kMalformed.name()), {}};
    const Result<JsonValue> document = parse_json(bytes);
    if (!document || document->kind != JsonValue::Kind::Object) return problem;
    if (const JsonValue* code = document->find("code")) problem.code = code->text;
    if (const JsonValue* subject = document->find("subject")) problem.subject = subject->text;
    return problem;
}

}  // namespace xueshi::codec
