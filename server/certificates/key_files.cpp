#include "server/certificates/key_files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <sodium.h>

#include "server/store/event_store.h"

namespace xueshi::certificates {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
    throw store::StoreFailure(std::string("Cannot ") + what + ' ' + path.string() + ": " + std::strerror(errno));
}

void make_durable(const fs::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) fail(path, "open");
    const bool is_done = ::fsync(file) == 0;
    ::close(file);
    if (!is_done) fail(path, "make durable");
}

// New, for the owner alone from its first moment.
void write_new(const fs::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path, "make");
    const bool is_written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!is_written) fail(path, "write");
}

}  // namespace

fs::path key_folder(const fs::path& data_folder) { return data_folder / "certificate_keys"; }

fs::path KeyFiles::path_of(const certificate::KeyId& id) const { return folder_ / (certificate::key_id_text(id) + ".secret"); }

void KeyFiles::put(const certificate::KeyId& id, const Seed& seed) const {
    if (fs::create_directories(folder_)) {
        fs::permissions(folder_, fs::perms::owner_all);
        make_durable(folder_.parent_path(), O_RDONLY | O_DIRECTORY);
    }
    char text[2 * sizeof(Seed) + 1];
    sodium_bin2hex(text, sizeof text, seed.data(), seed.size());
    const fs::path path = path_of(id);
    const fs::path arriving = path.string() + ".arriving";
    std::error_code ignored;
    fs::remove(arriving, ignored);  // of a run that was cut off; the data folder is ours alone
    try {
        write_new(arriving, std::string(text) + '\n');
        fs::rename(arriving, path);
    } catch (...) {
        fs::remove(arriving, ignored);
        throw;
    }
    sodium_memzero(text, sizeof text);
    make_durable(folder_, O_RDONLY | O_DIRECTORY);
}

std::optional<Seed> KeyFiles::find(const certificate::KeyId& id) const {
    std::ifstream in(path_of(id), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!text.empty() && text.back() == '\n') text.pop_back();
    Seed seed{};
    std::size_t size = 0;
    const bool is_whole = sodium_hex2bin(seed.data(), seed.size(), text.data(), text.size(), nullptr, &size, nullptr) == 0;
    const bool is_seed = is_whole && text.size() == 2 * seed.size() && size == seed.size();
    sodium_memzero(text.data(), text.size());
    return is_seed ? std::optional(seed) : std::nullopt;
}

void KeyFiles::remove(const certificate::KeyId& id) const {
    std::error_code ignored;
    fs::remove(path_of(id), ignored);
}

}  // namespace xueshi::certificates
