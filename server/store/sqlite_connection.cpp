#include "server/store/sqlite_connection.h"

namespace xueshi::store {
namespace {

// The readers wait this long for a checkpoint or a schema change; the writer never competes.
constexpr int kBusyTimeoutMs = 5000;

[[noreturn]] void fail(sqlite3* handle, int code) {
    const std::string message = std::string("SQLite: ") + sqlite3_errmsg(handle) + " (" +
                                std::to_string(sqlite3_extended_errcode(handle)) + ")";
    if ((code & 0xff) == SQLITE_CONSTRAINT) throw ConstraintFailure(message);
    throw StoreFailure(message);
}

void check(sqlite3* handle, int code) {
    if (code != SQLITE_OK) fail(handle, code);
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, OpenMode mode) {
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == OpenMode::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                   : SQLITE_OPEN_READONLY);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) fail(opened, code);
    sqlite3_busy_timeout(opened, kBusyTimeoutMs);
}

void SqliteConnection::run(const char* sql) {
    check(handle_.get(), sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

std::int64_t SqliteConnection::number(const char* sql) {
    SqliteStatement statement(*this, sql);
    auto row = statement.use();
    return row.step() ? row.number(0) : 0;
}

std::string SqliteConnection::text(const char* sql) {
    SqliteStatement statement(*this, sql);
    auto row = statement.use();
    return row.step() ? row.text(0) : std::string{};
}

SqliteStatement::SqliteStatement(SqliteConnection& connection, std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(connection.handle(),
                                        sql.data(),
                                        static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &prepared,
                                        nullptr);
    statement_.reset(prepared);
    check(connection.handle(), code);
}

SqliteStatement::Use::~Use() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

SqliteStatement::Use& SqliteStatement::Use::bind(int index, std::int64_t value) {
    check(sqlite3_db_handle(statement_), sqlite3_bind_int64(statement_, index, value));
    return *this;
}

SqliteStatement::Use& SqliteStatement::Use::bind(int index, std::uint64_t value) {
    // Sequences come from strangers; what SQLite cannot hold is beyond every sequence there is.
    constexpr auto kLargest = static_cast<std::uint64_t>(INT64_MAX);
    return bind(index, static_cast<std::int64_t>(value < kLargest ? value : kLargest));
}

SqliteStatement::Use& SqliteStatement::Use::bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty text is a text.
    const char* bytes = value.empty() ? "" : value.data();
    check(sqlite3_db_handle(statement_),
          sqlite3_bind_text64(statement_, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

SqliteStatement::Use& SqliteStatement::Use::bind(int index, std::span<const unsigned char> blob) {
    check(sqlite3_db_handle(statement_),
          sqlite3_bind_blob64(statement_, index, blob.data(), blob.size(), SQLITE_STATIC));
    return *this;
}

SqliteStatement::Use& SqliteStatement::Use::bind_null(int index) {
    check(sqlite3_db_handle(statement_), sqlite3_bind_null(statement_, index));
    return *this;
}

bool SqliteStatement::Use::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(sqlite3_db_handle(statement_), code);
}

void SqliteStatement::Use::run() {
    while (step()) {
    }
}

std::int64_t SqliteStatement::Use::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string SqliteStatement::Use::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view SqliteStatement::Use::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool SqliteStatement::Use::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

}  // namespace xueshi::store
