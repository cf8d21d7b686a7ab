#include "server/auth/platform_tokens.h"

#include <sodium.h>

#include "server/auth/session_token.h"

namespace xueshi::auth {
namespace {

std::string key_of_name(const std::string& platform) { return "platform:" + platform; }
std::string key_of_hash(const std::string& hash) { return "platform_token:" + hash; }

std::string hash_text(std::string_view token) {
    const store::Digest digest = hash_of_token(token);
    char text[2 * sizeof digest + 1];
    sodium_bin2hex(text, sizeof text, digest.data(), digest.size());
    return text;
}

}  // namespace

std::string issue_platform_token(store::Transaction& transaction, const std::string& platform) {
    std::string token = new_session_token();
    const std::string hash = hash_text(token);
    transaction.put_meta(key_of_name(platform), hash);
    transaction.put_meta(key_of_hash(hash), platform);
    return token;
}

bool revoke_platform_token(store::Transaction& transaction, const std::string& platform) {
    const auto hash = transaction.meta(key_of_name(platform));
    if (!hash || hash->empty()) return false;
    transaction.put_meta(key_of_name(platform), "");
    return true;
}

std::optional<std::string> platform_of_token(store::StoreView& view, std::string_view token) {
    if (!is_session_token(token)) return std::nullopt;
    const std::string hash = hash_text(token);
    auto platform = view.meta(key_of_hash(hash));
    // What was revoked or replaced stays behind, and says nothing any more.
    if (!platform || view.meta(key_of_name(*platform)) != hash) return std::nullopt;
    return platform;
}

}  // namespace xueshi::auth
