#include "server/store/attachment_files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <sodium.h>

#include "server/store/event_store.h"

namespace xueshi::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArriving = ".arriving-";

[[noreturn]] void fail(const fs::path& path, const char* what) {
    throw StoreFailure(std::string("Cannot ") + what + ' ' + path.string() + ": " + std::strerror(errno));
}

// An open file; closed whatever happens.
class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags) : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail(path, "open");
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_, "write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void make_durable() {
        if (::fsync(number_) != 0) fail(path_, "make durable");
    }

  private:
    fs::path path_;
    int number_;
};

void make_folder_durable(const fs::path& folder) { Descriptor(folder, O_RDONLY | O_DIRECTORY).make_durable(); }

std::optional<ContentHash> parse_hash(const std::string& text) {
    ContentHash hash{};
    std::size_t read = 0;
    const bool is_whole = sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &read, nullptr) == 0;
    if (!is_whole || read != hash.size() || hash_text(hash) != text) return std::nullopt;
    return hash;
}

}  // namespace

ContentHash content_hash(std::string_view bytes) {
    ContentHash hash{};
    static_assert(std::tuple_size_v<ContentHash> == crypto_hash_sha256_BYTES);
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

std::string hash_text(const ContentHash& hash) {
    std::string text(2 * hash.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::optional<AttachmentType> recognise(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return AttachmentType::Pdf;
    if (bytes.starts_with("\xFF\xD8\xFF")) return AttachmentType::Jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return AttachmentType::Png;
    return std::nullopt;
}

fs::path attachment_folder(const fs::path& data_folder) { return data_folder / "attachments"; }

fs::path AttachmentFiles::path_of(const ContentHash& hash) const { return folder_ / hash_text(hash); }

void AttachmentFiles::put(const ContentHash& hash, std::string_view bytes) {
    const fs::path path = path_of(hash);
    std::error_code ignored;
    if (fs::file_size(path, ignored) == bytes.size()) {
        fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
        return;
    }
    if (fs::create_directories(folder_)) make_folder_durable(folder_.parent_path());
    std::array<unsigned char, 8> random{};
    randombytes_buf(random.data(), random.size());
    std::string suffix(2 * random.size() + 1, '\0');
    sodium_bin2hex(suffix.data(), suffix.size(), random.data(), random.size());
    const fs::path arriving = folder_ / (std::string(kArriving) + suffix.c_str());
    try {
        Descriptor file(arriving, O_WRONLY | O_CREAT | O_EXCL);
        file.write(bytes);
        file.make_durable();
        fs::rename(arriving, path);
    } catch (...) {
        fs::remove(arriving, ignored);
        throw;
    }
    make_folder_durable(folder_);
}

std::string AttachmentFiles::read(const ContentHash& hash) const {
    const fs::path path = path_of(hash);
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in || content_hash(bytes) != hash) throw StoreFailure("The attachment " + path.string() + " is gone or damaged");
    return bytes;
}

std::size_t AttachmentFiles::remove_others(const std::set<ContentHash>& kept, fs::file_time_type before) {
    std::size_t removed = 0;
    if (!fs::is_directory(folder_)) return removed;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().filename().string();
        const auto hash = parse_hash(name);
        const bool is_ours = hash ? !kept.contains(*hash) : name.starts_with(kArriving);
        std::error_code gone;
        if (is_ours && entry.is_regular_file(gone) && entry.last_write_time(gone) < before && !gone) {
            removed += fs::remove(entry.path(), gone) ? 1 : 0;
        }
    }
    return removed;
}

}  // namespace xueshi::store
