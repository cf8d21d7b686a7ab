#include "server/store/sqlite_event_store.h"

#include <chrono>
#include <utility>

#include "server/store/sqlite_schema.h"

namespace xueshi::store {
namespace {

constexpr int kReaders = 4;
constexpr std::chrono::seconds kMaintenanceEvery{1};
constexpr int kCheckpointFromPages = 1000;

// A read transaction around several statements, so that they see one state.
class Snapshot {
  public:
    explicit Snapshot(SqliteConnection& connection) : connection_(connection) {
        connection_.run("BEGIN");
    }
    ~Snapshot() { sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    SqliteConnection& connection_;
};

}  // namespace

std::filesystem::path database_file(const std::filesystem::path& folder) {
    return folder / "xueshi.db";
}

SqliteEventStore::Reader::Reader(const std::string& path)
    : connection(open_reading_connection(path)), view(connection) {}

SqliteEventStore::SqliteEventStore(const std::filesystem::path& folder, WriterLimits limits)
    : lock_(folder), path_(database_file(folder).string()) {
    SqliteConnection connection = open_current_database(path_);
    epoch_ = connection.text("SELECT value FROM meta WHERE key = 'epoch'");
    writer_ = std::make_unique<GroupWriter>(std::move(connection), limits);
    for (int i = 0; i < kReaders; ++i) idle_readers_.push_back(std::make_unique<Reader>(path_));
    checkpointer_ = std::make_unique<SqliteConnection>(path_, OpenMode::ReadWrite);
    maintenance_ = std::thread([this] { maintain(); });
}

SqliteEventStore::~SqliteEventStore() {
    {
        const std::lock_guard lock(maintenance_mutex_);
        is_closing_ = true;
    }
    maintenance_wake_.notify_all();
    maintenance_.join();
    // Before the writer: its last checkpoint needs the file for itself.
    checkpointer_.reset();
    idle_readers_.clear();
    writer_.reset();
}

std::unique_ptr<SqliteEventStore::Reader> SqliteEventStore::borrow() {
    std::unique_lock lock(readers_mutex_);
    reader_free_.wait(lock, [&] { return !idle_readers_.empty(); });
    auto reader = std::move(idle_readers_.back());
    idle_readers_.pop_back();
    return reader;
}

void SqliteEventStore::give_back(std::unique_ptr<Reader> reader) {
    {
        const std::lock_guard lock(readers_mutex_);
        idle_readers_.push_back(std::move(reader));
    }
    reader_free_.notify_one();
}

void SqliteEventStore::with_reader(const std::function<void(Reader&)>& use) {
    auto reader = borrow();
    try {
        const Snapshot snapshot(reader->connection);
        use(*reader);
    } catch (...) {
        give_back(std::move(reader));
        throw;
    }
    give_back(std::move(reader));
}

void SqliteEventStore::read(const std::function<void(StoreView&)>& question) {
    with_reader([&](Reader& reader) { question(reader.view); });
}

void SqliteEventStore::visit_events(const EventVisitor& visitor) {
    with_reader([&](Reader& reader) {
        SqliteStatement all(
            reader.connection,
            "SELECT feed.name, sequence, origin_device, origin_sequence, stamp, type, payload"
            " FROM feed JOIN feed_event ON feed_event.feed = feed.id"
            " ORDER BY feed.name, sequence");
        auto row = all.use();
        while (row.step()) visitor(row.text(0), read_envelope(row, 2, row.count(1)));
    });
}

// A head is the last key of its feed: one seek each.
void SqliteEventStore::visit_heads(std::string_view prefix, const HeadVisitor& visitor) {
    with_reader([&](Reader& reader) {
        SqliteStatement heads(
            reader.connection,
            "SELECT name, (SELECT max(sequence) FROM feed_event WHERE feed = feed.id) FROM feed"
            " WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1 ORDER BY name");
        auto row = heads.use();
        row.bind(1, prefix);
        while (row.step()) visitor(row.text(0), row.count(1));
    });
}

// Moves committed pages from the log into the database file, away from the writer's path.
void SqliteEventStore::maintain() {
    std::unique_lock lock(maintenance_mutex_);
    while (!maintenance_wake_.wait_for(lock, kMaintenanceEvery, [&] { return is_closing_; })) {
        if (writer_->log_pages() < kCheckpointFromPages) continue;
        sqlite3_wal_checkpoint_v2(
            checkpointer_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
}

}  // namespace xueshi::store
