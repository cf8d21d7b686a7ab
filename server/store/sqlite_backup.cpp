#include "server/store/sqlite_backup.h"

#include "server/store/attachment_care.h"
#include "server/store/data_folder_lock.h"
#include "server/store/sqlite_event_store.h"
#include "server/store/sqlite_schema.h"

namespace xueshi::store {
namespace {

namespace fs = std::filesystem;

constexpr int kAllPages = -1;

// Removes a half-made file or folder unless it is kept.
class Draft {
  public:
    explicit Draft(fs::path path) : path_(std::move(path)) {}
    ~Draft() {
        std::error_code ignored;
        if (!is_kept_) fs::remove_all(path_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void keep() { is_kept_ = true; }

  private:
    fs::path path_;
    bool is_kept_ = false;
};

void copy_database(SqliteConnection& from, SqliteConnection& to) {
    sqlite3_backup* copying = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copying == nullptr)
        throw StoreFailure(std::string("SQLite: ") + sqlite3_errmsg(to.handle()));
    const int verdict = sqlite3_backup_step(copying, kAllPages);
    sqlite3_backup_finish(copying);
    if (verdict != SQLITE_DONE)
        throw StoreFailure(std::string("SQLite: ") + sqlite3_errstr(verdict));
}

// Copies `from` to the new file `to`, as one file without a log, and reads every page of it.
void copy_and_check(const fs::path& from, const fs::path& to) {
    SqliteConnection source = open_reading_connection(from.string());
    SqliteConnection target(to.string(), OpenMode::ReadWrite);
    copy_database(source, target);
    target.run("PRAGMA journal_mode = DELETE");
    const std::string verdict = target.text("PRAGMA integrity_check(1)");
    if (verdict != "ok")
        throw StoreFailure("The copy of " + from.string() + " is damaged: " + verdict);
}

// A row is written after its file is durable, so every file the copy speaks of is there.
void copy_files_of(const fs::path& database, const fs::path& from, const fs::path& to) {
    const AttachmentFiles source(from);
    AttachmentFiles target(to);
    copy_attachments(attachments_in(database), source, target);
}

void set_aside(const fs::path& path) {
    fs::path aside = path;
    aside += ".replaced";
    if (fs::exists(path)) fs::rename(path, aside);
}

}  // namespace

void back_up(const fs::path& folder, const fs::path& copy) {
    const fs::path database = database_file(folder);
    if (!fs::exists(database)) throw StoreFailure("There is no database in " + folder.string());
    const fs::path files = attachments_beside(copy);
    for (const fs::path& path : {copy, files}) {
        if (fs::exists(path)) throw StoreFailure("There is a file " + path.string() + " already");
    }
    Draft draft(copy);
    Draft draft_of_files(files);
    copy_and_check(database, copy);
    copy_files_of(copy, attachment_folder(folder), files);
    draft_of_files.keep();
    draft.keep();
}

void restore(const fs::path& folder, const fs::path& copy) {
    if (!fs::exists(copy)) throw StoreFailure("There is no file " + copy.string());
    const DataFolderLock lock(folder);
    const fs::path database = database_file(folder);
    const fs::path arriving = folder / "xueshi.db.arriving";
    Draft draft(arriving);
    fs::remove(arriving);  // left by an interrupted run
    copy_and_check(copy, arriving);
    {
        SqliteConnection connection = open_current_database(arriving.string());
        connection.run(
            ("UPDATE meta SET value = '" + new_epoch() + "' WHERE key = 'epoch'").c_str());
        connection.run("PRAGMA journal_mode = DELETE");
    }
    // Files are only added: whatever the database becomes, those it speaks of are there.
    copy_files_of(arriving, attachments_beside(copy), attachment_folder(folder));
    // The log goes first: SQLite must never meet the new file with the old one's log.
    for (const char* suffix : {"-wal", "-shm", ""}) {
        fs::path part = database;
        part += suffix;
        set_aside(part);
    }
    fs::rename(arriving, database);
    draft.keep();
}

}  // namespace xueshi::store
