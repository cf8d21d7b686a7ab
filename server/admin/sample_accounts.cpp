#include "server/admin/sample_accounts.h"

#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"

namespace xueshi::admin {
namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

}  // namespace

std::string encode_sample_accounts(const std::vector<SampleAccount>& accounts) {
    codec::JsonWriter json;
    json.array([&] {
        for (const SampleAccount& account : accounts) {
            json.object([&] {
                json.member("role", organisation::role_name(account.role));
                json.member("login", account.login);
                json.member("password", account.password);
                json.member("display_name", account.display_name);
            });
        }
    });
    return json.take();
}

std::string sample_accounts_text(std::string_view json) {
    const auto document = codec::parse_json(json);
    if (!document) return {};
    std::string text = "Sample city: all people and courses are invented. Log in as\n";
    for (const codec::JsonValue& item : document->items) {
        codec::ObjectReader account(item, {});
        const std::string role = account.text("role");
        const std::string login = account.text("login");
        const std::string password = account.text("password");
        const std::string name = account.text("display_name");
        if (!account.finish()) return {};
        text += "  " + padded(role, 24) + padded(login, 16) + padded(password, 16) + name + '\n';
    }
    return text;
}

}  // namespace xueshi::admin
