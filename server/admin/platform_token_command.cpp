#include "server/admin/platform_token_command.h"

#include <iostream>

#include "core/base/ids.h"
#include "server/auth/platform_tokens.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kPlatformToken = {
    "platform-token",
    "Makes a course platform's token and prints it, this once; the one it had before ends. The server must be stopped.",
    {
        {"--data", "DIR", "the data folder", true},
        {"--name", "NAME", "the platform: 1 to 64 of A-Z a-z 0-9 . _ -", true},
        {"--revoke", "", "end the token instead"},
    },
};

int failed(const std::string& complaint, int code = kExitFailed) {
    std::cerr << "xueshi platform-token: " << complaint << ".\n";
    return code;
}

int platform_token(const CommandLine& line) {
    const std::string name = line.text("--name");
    if (!is_valid_id_text(name)) return failed("--name takes 1 to 64 of A-Z a-z 0-9 . _ -", kExitMisused);
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) return failed("there is no database in " + folder.string());
    store::SqliteEventStore event_store(folder);
    std::string token;
    bool was_there = true;
    const Outcome kept = event_store.write([&](store::Transaction& transaction) -> Outcome {
        if (line.has("--revoke")) {
            was_there = auth::revoke_platform_token(transaction, name);
        } else {
            token = auth::issue_platform_token(transaction, name);
        }
        return Done{};
    });
    if (!kept) return failed(std::string(kept.error().code.name()));
    if (!was_there) return failed(name + " has no token");
    if (!token.empty()) std::cout << token << '\n';
    return kExitDone;
}

}  // namespace

int run_platform_token(const Arguments& arguments) { return run_command(kPlatformToken, arguments, platform_token); }

}  // namespace xueshi::admin
