#include "server/admin/restore_command.h"

#include <iostream>

#include "server/store/sqlite_backup.h"

namespace xueshi::admin {
namespace {

const CommandSpec kRestore = {
    "restore",
    "Puts a backup in place. Devices then pull everything again and push what the backup does not "
    "hold.\n"
    "Attached files come from the folder FILE.attachments. The database that was there is kept as\n"
    "xueshi.db.replaced. The server must be stopped.",
    {
        {"--data", "DIR", "the data folder; made when missing", true},
        {"--from", "FILE", "what xueshi backup wrote", true},
    },
};

int restore(const CommandLine& line) {
    store::restore(line.text("--data"), line.text("--from"));
    std::cout << "The database of " << line.text("--data") << " is now that of "
              << line.text("--from") << ".\n";
    return kExitDone;
}

}  // namespace

int run_restore(const Arguments& arguments) { return run_command(kRestore, arguments, restore); }

}  // namespace xueshi::admin
