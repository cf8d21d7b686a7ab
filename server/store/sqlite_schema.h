// Opens a database file and brings it to the schema this program knows.
//
// The file is ours when its application id says so; its schema version is `user_version`, moved
// forward by the numbered files of store/migrations, each in one transaction. A file that is not
// ours, is damaged, or was written by a newer program is refused with a sentence for the operator
// and left untouched.
#pragma once

#include <string>

#include "server/store/sqlite_connection.h"

namespace xueshi::store {

inline constexpr int kSchemaVersion = 2;

// Throws StoreFailure with the reason. `path` is created when it does not exist. WAL,
// synchronous=FULL.
SqliteConnection open_current_database(const std::string& path);

// A reading connection to a database that open_current_database has accepted.
SqliteConnection open_reading_connection(const std::string& path);

// A fresh epoch name: 128 random bits in hexadecimal.
std::string new_epoch();

}  // namespace xueshi::store
