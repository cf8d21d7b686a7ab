// One program at a time in a data folder.
//
// The lock belongs to the process and ends with it, however it ends; no stale lock file can keep a
// server from starting.
#pragma once

#include <filesystem>

namespace xueshi::store {

class DataFolderLock {
  public:
    // Creates the folder when missing. Throws StoreFailure when another program holds it.
    explicit DataFolderLock(const std::filesystem::path& folder);
    ~DataFolderLock();
    DataFolderLock(const DataFolderLock&) = delete;
    DataFolderLock& operator=(const DataFolderLock&) = delete;

  private:
    int file_ = -1;
};

}  // namespace xueshi::store
