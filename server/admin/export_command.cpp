#include "server/admin/export_command.h"

#include <fstream>
#include <iostream>

#include "core/codec/export_json.h"
#include "server/store/attachment_files.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

const CommandSpec kExport = {
    "export",
    "Writes every stored event to standard output, one JSON object per line. The server must be "
    "stopped.",
    {
        {"--data", "DIR", "the data folder", true},
        {"--attachments", "DIR", "also write attached files there, as <attachment_id>.pdf, .jpg or .png; must not exist"},
    },
};

std::string_view extension_of(store::AttachmentType type) {
    switch (type) {
        case store::AttachmentType::Pdf: return ".pdf";
        case store::AttachmentType::Jpeg: return ".jpg";
        case store::AttachmentType::Png: break;
    }
    return ".png";
}

// Each checked against its hash as it is read.
void export_attachments(store::EventStore& event_store, const std::filesystem::path& data, const std::filesystem::path& to) {
    if (!std::filesystem::create_directories(to)) throw store::StoreFailure("There is a folder " + to.string() + " already");
    const store::AttachmentFiles files(store::attachment_folder(data));
    std::vector<store::AttachmentRecord> attachments;
    event_store.read([&](store::StoreView& view) { attachments = view.attachments(); });
    for (const store::AttachmentRecord& attachment : attachments) {
        const std::filesystem::path path = to / (attachment.id.text + std::string(extension_of(attachment.type)));
        std::ofstream out(path, std::ios::binary);
        out << files.read(attachment.content);
        out.close();
        if (!out) throw store::StoreFailure("Cannot write " + path.string());
    }
}

int write_export(const CommandLine& line) {
    const std::string folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) {
        std::cerr << "xueshi export: there is no database in " << folder << '\n';
        return kExitFailed;
    }
    store::SqliteEventStore event_store(folder);
    std::ios::sync_with_stdio(false);
    if (line.has("--attachments")) export_attachments(event_store, folder, line.text("--attachments"));
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
