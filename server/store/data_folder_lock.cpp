#include "server/store/data_folder_lock.h"

#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "server/store/event_store.h"

namespace xueshi::store {

DataFolderLock::DataFolderLock(const std::filesystem::path& folder) {
    std::error_code problem;
    const bool is_new = std::filesystem::create_directories(folder, problem);
    if (problem)
        throw StoreFailure("Cannot make the folder " + folder.string() + ": " + problem.message());
    // People's data: for the account that runs the server, and nobody else on the machine.
    if (is_new) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, problem);

    const std::string path = (folder / "xueshi.lock").string();
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw StoreFailure("Cannot open " + path + ": " + std::strerror(errno));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        throw StoreFailure("The data folder " + folder.string() +
                           " is in use by another xueshi program.");
    }
}

DataFolderLock::~DataFolderLock() { ::close(file_); }

}  // namespace xueshi::store
