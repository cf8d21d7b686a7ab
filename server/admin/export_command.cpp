#include "server/admin/export_command.h"

#include <iostream>

#include "core/codec/export_json.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kExport = {
    "export",
    "Writes every stored event to standard output, one JSON object per line. The server must be "
    "stopped.",
    {{"--data", "DIR", "the data folder", true}},
};

int write_export(const CommandLine& line) {
    const std::string folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) {
        std::cerr << "xueshi export: there is no database in " << folder << '\n';
        return kExitFailed;
    }
    store::SqliteEventStore event_store(folder);
    std::ios::sync_with_stdio(false);
    export_events(event_store, std::cout);
    std::cout.flush();
    return std::cout ? kExitDone : kExitFailed;
}

}  // namespace

void export_events(store::EventStore& event_store, std::ostream& out) {
    event_store.visit_events([&](std::string_view feed, const sync::Envelope& envelope) {
        out << codec::encode_exported_event(feed, envelope) << '\n';
    });
}

int run_export(const Arguments& arguments) { return run_command(kExport, arguments, write_export); }

}  // namespace xueshi::admin
