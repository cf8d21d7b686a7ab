#include "server/exchange/whole_files.h"

#include <fstream>
#include <stdexcept>
#include <system_error>

#include <unistd.h>

#include "server/exchange/xml_document.h"

namespace xueshi::exchange {
namespace {

namespace fs = std::filesystem;

// Beside the target, on the same disk, so that a rename is one step; the process keeps two runs
// apart.
fs::path temporary_beside(fs::path target) {
    if (!target.has_filename()) target = target.parent_path();
    target += ".new-" + std::to_string(::getpid());
    return target;
}

void write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path.string());
}

// Removes what an interrupted writing leaves.
class Scratch {
  public:
    explicit Scratch(fs::path path) : path_(std::move(path)) { remove(); }
    ~Scratch() { remove(); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path& path() const { return path_; }

    void move_to(const fs::path& target) const {
        std::error_code problem;
        fs::rename(path_, target, problem);
        if (problem) throw std::runtime_error(target.string() + ": " + problem.message());
    }

  private:
    void remove() const {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    fs::path path_;
};

}  // namespace

Result<std::string> read_whole_file(const fs::path& file, std::size_t most_bytes) {
    std::error_code problem;
    if (!fs::is_regular_file(file, problem)) {
        return make_error(kFileUnreadable, {}, "there is no such file");
    }
    const std::uintmax_t size = fs::file_size(file, problem);
    if (!problem && size > most_bytes) {
        return make_error(kXmlTooLarge, {}, "more than " + std::to_string(most_bytes) + " bytes");
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes(problem ? 0 : static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (problem || !in) return make_error(kFileUnreadable, {}, "cannot be read");
    return bytes;
}

void write_whole_file(const fs::path& file, std::string_view bytes) {
    if (fs::is_directory(file)) throw std::runtime_error(file.string() + " is a folder");
    const Scratch scratch(temporary_beside(file));
    write_file(scratch.path(), bytes);
    scratch.move_to(file);
}

void write_whole_folder(const fs::path& folder, const PackageFiles& files) {
    const Scratch scratch(temporary_beside(folder));
    for (const auto& [path, bytes] : files) {
        const fs::path file = scratch.path() / path;
        fs::create_directories(file.parent_path());
        write_file(file, bytes);
    }
    // An empty folder gives way; one that holds anything does not.
    scratch.move_to(folder.has_filename() ? folder : folder.parent_path());
}

}  // namespace xueshi::exchange
