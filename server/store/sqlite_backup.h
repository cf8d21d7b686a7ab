// Copies of a database: made while the server runs, checked before anyone relies on them, and put
// back.
#pragma once

#include <filesystem>

namespace xueshi::store {

// Copies the data folder's database, as of one moment, into a single new file, and reads every page
// of the copy; and the files people attached into a folder beside it, each checked against its hash. Throws StoreFailure when there is no database, `copy` exists, or the copy or a
// file is damaged; nothing is left then.
void back_up(const std::filesystem::path& folder, const std::filesystem::path& copy);

// Puts a copy in place as the folder's database, under a new epoch, so that devices pull again from
// zero and push what the copy does not hold. A database that was there is kept beside it as
// xueshi.db.replaced. Throws StoreFailure when the copy or a file it speaks of is damaged or not ours, or a program uses
// the folder; the folder's database is then the one it was.
void restore(const std::filesystem::path& folder, const std::filesystem::path& copy);

}  // namespace xueshi::store
