// A thin owner of one SQLite connection and of its prepared statements.
//
// One thread at a time. Every failure is a StoreFailure that carries SQLite's message and result
// code; a broken constraint is a ConstraintFailure, which concerns one job only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "server/store/event_store.h"

namespace xueshi::store {

class ConstraintFailure : public StoreFailure {
  public:
    using StoreFailure::StoreFailure;
};

enum class OpenMode { ReadWrite, ReadOnly };

class SqliteConnection {
  public:
    SqliteConnection(const std::string& path, OpenMode mode);

    void run(const char* sql);  // statements without parameters and rows
    std::int64_t number(const char* sql);
    std::string text(const char* sql);

    sqlite3* handle() const { return handle_.get(); }
    // False once SQLite has rolled the transaction back by itself (disk full, I/O error).
    bool is_in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement that is kept and used again. The idiom:
//
//     auto row = find_account_.use();
//     row.bind(1, id.text);
//     if (row.step()) … row.text(0) …
class SqliteStatement {
  public:
    SqliteStatement(SqliteConnection& connection, std::string_view sql);

    // One use: resets the statement when it goes out of scope, also after an exception.
    class Use {
      public:
        explicit Use(sqlite3_stmt* statement) : statement_(statement) {}
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        ~Use();

        // Texts and blobs must outlive the use; they are not copied.
        Use& bind(int index, std::int64_t value);
        Use& bind(int index, std::uint64_t value);
        Use& bind(int index, std::string_view value);
        Use& bind(int index, std::span<const unsigned char> blob);
        Use& bind_null(int index);

        bool step();  // true: a row is there
        void run();   // for statements that give no rows

        std::int64_t number(int column) const;
        std::uint64_t count(int column) const { return static_cast<std::uint64_t>(number(column)); }
        std::string text(int column) const;
        std::string_view blob(int column) const;
        bool is_null(int column) const;

      private:
        sqlite3_stmt* statement_;
    };

    Use use() { return Use(statement_.get()); }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace xueshi::store
