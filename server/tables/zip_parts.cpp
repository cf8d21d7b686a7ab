#include "server/tables/zip_parts.h"

#include <algorithm>

#include <zip.h>

namespace xueshi::tables {
namespace {

constexpr zip_int64_t kMostEntries = 2'000;
constexpr std::size_t kPieceBytes = 1 << 16;

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipParts::Discard::operator()(struct zip* archive) const { zip_discard(archive); }

Result<ZipParts> ZipParts::open(std::string_view bytes, std::size_t most_unpacked_bytes) {
    zip_error_t trouble;
    zip_error_init(&trouble);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &trouble);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &trouble);
    const std::string why = archive == nullptr ? zip_error_strerror(&trouble) : "";
    zip_error_fini(&trouble);
    if (archive == nullptr) {
        zip_source_free(source);
        return make_error(kTableBroken, "workbook", why);
    }
    ZipParts parts(archive, most_unpacked_bytes);
    if (zip_get_num_entries(archive, 0) > kMostEntries) return make_error(kTableTooLarge, "workbook", "too many entries");
    return parts;
}

bool ZipParts::has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

Result<std::string> ZipParts::read(const std::string& name) {
    const auto refuse = [&](ErrorCode code, std::string detail) { return make_error(code, name, std::move(detail)); };
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen(archive_.get(), name.c_str(), 0));
    if (!file) return refuse(kTableBroken, zip_strerror(archive_.get()));
    std::string content;
    std::string piece(kPieceBytes, '\0');
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) return refuse(kTableBroken, "it cannot be unpacked");
        if (count == 0) break;
        const auto bytes = static_cast<std::size_t>(count);
        if (bytes > left_) return refuse(kTableTooLarge, "it unpacks to more than a table needs");
        left_ -= bytes;
        content.append(piece, 0, bytes);
    }
    return content;
}

}  // namespace xueshi::tables
