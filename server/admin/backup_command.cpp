#include "server/admin/backup_command.h"

#include <iostream>

#include "server/store/sqlite_backup.h"

namespace xueshi::admin {
namespace {

const CommandSpec kBackup = {
    "backup",
    "Copies the database into one file and checks every page of it; files people attached go into a\n"
    "folder FILE.attachments beside it, each checked. The server may be running.",
    {
        {"--data", "DIR", "the data folder", true},
        {"--to", "FILE", "the copy; must not exist", true},
    },
};

int back_up(const CommandLine& line) {
    store::back_up(line.text("--data"), line.text("--to"));
    std::cout << "The database of " << line.text("--data") << " is copied to " << line.text("--to")
              << ".\n";
    return kExitDone;
}

}  // namespace

int run_backup(const Arguments& arguments) { return run_command(kBackup, arguments, back_up); }

}  // namespace xueshi::admin
