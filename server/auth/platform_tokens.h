// Tokens of course platforms: who may say that a teacher has learned something.
//
// One token per name. The store keeps its BLAKE2b-256 hash only; the token itself is shown once, when it is made. Names
// are ids (core/base/ids.h). Kept in the store's meta table (docs/formats/storage.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/event_store.h"

namespace xueshi::auth {

// A new token; the one the platform had before opens nothing from then on.
std::string issue_platform_token(store::Transaction& transaction, const std::string& platform);

// False when the platform has none.
bool revoke_platform_token(store::Transaction& transaction, const std::string& platform);

// The platform's name; nothing for any other text.
std::optional<std::string> platform_of_token(store::StoreView& view, std::string_view token);

}  // namespace xueshi::auth
