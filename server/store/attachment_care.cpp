#include "server/store/attachment_care.h"

#include <chrono>
#include <set>

#include "server/store/sqlite_schema.h"
#include "server/store/sqlite_view.h"

namespace xueshi::store {

namespace fs = std::filesystem;

std::size_t remove_orphans(EventStore& event_store, AttachmentFiles& files, std::int64_t real_now_ms) {
    const Outcome removed = event_store.write([&](Transaction& transaction) -> Outcome {
        transaction.remove_unattached(real_now_ms - kOrphanAgeMs);
        return Done{};
    });
    if (!removed) return 0;  // a read-only store keeps what it has
    std::set<ContentHash> kept;
    event_store.read([&](StoreView& view) {
        for (const AttachmentRecord& attachment : view.attachments()) kept.insert(attachment.content);
    });
    return files.remove_others(kept, fs::file_time_type::clock::now() - std::chrono::milliseconds(kOrphanAgeMs));
}

void copy_attachments(const std::vector<AttachmentRecord>& records, const AttachmentFiles& from, AttachmentFiles& to) {
    for (const AttachmentRecord& record : records) to.put(record.content, from.read(record.content));
}

fs::path attachments_beside(const fs::path& copy) {
    fs::path folder = copy;
    folder += ".attachments";
    return folder;
}

std::vector<AttachmentRecord> attachments_in(const fs::path& database) {
    SqliteConnection connection = open_reading_connection(database.string());
    if (connection.number("PRAGMA user_version") < 2) return {};
    return SqliteView(connection).attachments();
}

}  // namespace xueshi::store
