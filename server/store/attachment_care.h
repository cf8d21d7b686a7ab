// Attachments as a whole: what nobody attached is removed, and all of them go where the database goes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "server/store/attachment_files.h"
#include "server/store/event_store.h"

namespace xueshi::store {

inline constexpr std::int64_t kOrphanAgeMs = std::int64_t{24} * 60 * 60 * 1000;

// What was uploaded more than a day ago and never attached, and files no row speaks of. At start, before anybody can
// upload. Answers how many files were removed.
std::size_t remove_orphans(EventStore& event_store, AttachmentFiles& files, std::int64_t real_now_ms);

// Copies the bytes of every record, each checked against its hash. Throws StoreFailure when one is gone or damaged.
void copy_attachments(const std::vector<AttachmentRecord>& records, const AttachmentFiles& from, AttachmentFiles& to);

// Where the copy of a database has its attachments: a folder beside it. Not there when there are none.
std::filesystem::path attachments_beside(const std::filesystem::path& copy);

// Those a database file speaks of; of schema 2 or later.
std::vector<AttachmentRecord> attachments_in(const std::filesystem::path& database);

}  // namespace xueshi::store
