#include "server/store/sqlite_schema.h"

#include <filesystem>

#include <sodium.h>

#include "server/embedded_texts.h"

namespace xueshi::store {
namespace {

constexpr std::int64_t kApplicationId = 0x58756553;  // "XueS"

// A full check reads every page. Below this size it takes well under a second at every start; above
// it, damage is found when the page is read, and by the check of each backup.
constexpr std::uintmax_t kCheckAtStartBytes = 64u << 20;

constexpr const char* kMigrations[kSchemaVersion] = {
    "store/migrations/0001_feeds.sql",
    "store/migrations/0002_attachments.sql",
};

void refuse(const std::string& path, const std::string& reason) {
    throw StoreFailure("The database " + path + " cannot be used: " + reason);
}

void check_pages(SqliteConnection& connection, const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::file_size(path, ignored) > kCheckAtStartBytes) return;
    const std::string verdict = connection.text("PRAGMA quick_check(1)");
    if (verdict != "ok") refuse(path, "it is damaged (" + verdict + "). Restore a backup.");
}

void migrate(SqliteConnection& connection, std::int64_t from) {
    for (std::int64_t version = from; version < kSchemaVersion; ++version) {
        const std::string sql(embedded_text(kMigrations[version]));
        connection.run("BEGIN IMMEDIATE");
        connection.run(sql.c_str());
        if (version == 0) {
            connection.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
            connection.run(
                ("INSERT INTO meta (key, value) VALUES ('epoch', '" + new_epoch() + "')").c_str());
        }
        connection.run(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
        connection.run("COMMIT");
    }
}

void accept_or_refuse(SqliteConnection& connection, const std::string& path) {
    const std::int64_t application = connection.number("PRAGMA application_id");
    const std::int64_t version = connection.number("PRAGMA user_version");
    const bool is_empty = connection.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (is_empty && application == 0 && version == 0) return migrate(connection, 0);
    if (application != kApplicationId) refuse(path, "it is not a database of this program.");
    if (version > kSchemaVersion) {
        refuse(path,
               "its schema " + std::to_string(version) + " is newer than this program's " +
                   std::to_string(kSchemaVersion) + ". Use the newer program.");
    }
    check_pages(connection, path);
    migrate(connection, version);
}

}  // namespace

SqliteConnection open_current_database(const std::string& path) {
    try {
        SqliteConnection connection(path, OpenMode::ReadWrite);
        accept_or_refuse(connection, path);
        connection.run("PRAGMA journal_mode = WAL");
        connection.run("PRAGMA synchronous = FULL");
        connection.run("PRAGMA foreign_keys = ON");
        return connection;
    } catch (const StoreFailure& failure) {
        const std::string message = failure.what();
        if (message.starts_with("SQLite: ")) refuse(path, message + ". Restore a backup.");
        throw;
    }
}

SqliteConnection open_reading_connection(const std::string& path) {
    SqliteConnection connection(path, OpenMode::ReadOnly);
    connection.run("PRAGMA query_only = ON");
    return connection;
}

std::string new_epoch() {
    unsigned char bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    char text[2 * sizeof bytes + 1];
    sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
    return text;
}

}  // namespace xueshi::store
