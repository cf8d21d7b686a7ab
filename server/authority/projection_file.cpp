#include "server/authority/projection_file.h"

#include <cstring>
#include <utility>

#include "server/authority/packed_bytes.h"
#include "server/store/event_store.h"

namespace xueshi::authority {
namespace {

// What it is and its version; then, in as many bytes, where the index begins and what it sums up to.
constexpr std::string_view kMark = "xueshi-hours-002";
constexpr std::size_t kHeadBytes = 32;
constexpr std::size_t kBufferBytes = 1 << 20;

// Eight bytes at a time: tells a damaged piece from a whole one.
std::uint64_t sum_of(std::string_view bytes) {
    std::uint64_t sum = bytes.size();
    const auto take = [&](std::uint64_t word) {
        sum = (sum ^ word) * 0x9e3779b97f4a7c15;
        sum ^= sum >> 32;
    };
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        take(word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    take(rest);
    return sum;
}

std::string head_of(std::uint64_t index_offset, std::uint64_t index_sum) {
    std::string head(kMark);
    head.append(reinterpret_cast<const char*>(&index_offset), 8);
    head.append(reinterpret_cast<const char*>(&index_sum), 8);
    return head;
}

bool read_exactly(std::FILE* file, std::string& into, std::uint64_t bytes) {
    into.resize(bytes);
    return std::fread(into.data(), 1, into.size(), file) == into.size();
}

std::vector<ProjectionEntry> read_index(std::string_view bytes, std::string_view epoch) {
    PackedReader in(bytes);
    std::string of_epoch;
    in.text(of_epoch);
    if (of_epoch != epoch) return {};
    std::vector<ProjectionEntry> entries(in.count());
    for (ProjectionEntry& entry : entries) {
        in.text(entry.feed);
        entry.head = in.number();
        entry.offset = in.number();
        entry.bytes = in.number();
        entry.sum = in.number();
    }
    if (!in.is_at_end()) entries.clear();
    return entries;
}

}  // namespace

ProjectionFile::ProjectionFile(const std::filesystem::path& path, std::string_view epoch)
    : file_(std::fopen(path.c_str(), "rb")) {
    if (!file_) return;
    std::setvbuf(file_.get(), nullptr, _IOFBF, kBufferBytes);
    std::string head;
    if (!read_exactly(file_.get(), head, kHeadBytes) || !head.starts_with(kMark)) return;
    std::uint64_t index_offset = 0;
    std::uint64_t index_sum = 0;
    std::memcpy(&index_offset, head.data() + 16, 8);
    std::memcpy(&index_sum, head.data() + 24, 8);
    std::error_code ignored;
    const std::uint64_t size = std::filesystem::file_size(path, ignored);
    if (ignored || index_offset < kHeadBytes || index_offset > size) return;
    std::string index;
    std::fseek(file_.get(), static_cast<long>(index_offset), SEEK_SET);
    if (!read_exactly(file_.get(), index, size - index_offset) || sum_of(index) != index_sum) return;
    entries_ = read_index(index, epoch);
    position_ = size;
}

bool ProjectionFile::read(const ProjectionEntry& entry, std::string& into) {
    if (position_ != entry.offset) std::fseek(file_.get(), static_cast<long>(entry.offset), SEEK_SET);
    const bool is_read = read_exactly(file_.get(), into, entry.bytes);
    position_ = is_read ? entry.offset + entry.bytes : 0;
    return is_read && sum_of(into) == entry.sum;
}

ProjectionWriter::ProjectionWriter(std::filesystem::path path) : path_(std::move(path)), arriving_(path_) {
    arriving_ += ".arriving";
    file_.reset(std::fopen(arriving_.c_str(), "wb"));
    if (!file_) throw store::StoreFailure("Cannot write " + arriving_.string());
    std::setvbuf(file_.get(), nullptr, _IOFBF, kBufferBytes);
    write(std::string(kHeadBytes, '\0'));
}

ProjectionWriter::~ProjectionWriter() {
    if (!file_) return;
    file_.reset();
    std::error_code ignored;
    std::filesystem::remove(arriving_, ignored);
}

void ProjectionWriter::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
        throw store::StoreFailure("Cannot write " + arriving_.string());
    }
    position_ += bytes.size();
}

void ProjectionWriter::add(std::string_view feed, std::uint64_t head, std::string_view bytes) {
    entries_.push_back({std::string(feed), head, position_, bytes.size(), sum_of(bytes)});
    write(bytes);
}

void ProjectionWriter::finish(std::string_view epoch) {
    PackedWriter out;
    out.text(epoch);
    out.number(entries_.size());
    for (const ProjectionEntry& entry : entries_) {
        out.text(entry.feed);
        out.number(entry.head);
        out.number(entry.offset);
        out.number(entry.bytes);
        out.number(entry.sum);
    }
    const std::string index = out.take();
    const std::uint64_t index_offset = position_;
    write(index);
    std::fseek(file_.get(), 0, SEEK_SET);
    write(head_of(index_offset, sum_of(index)));
    const bool is_whole = std::fflush(file_.get()) == 0;
    file_.reset();
    if (!is_whole) throw store::StoreFailure("Cannot write " + arriving_.string());
    std::filesystem::rename(arriving_, path_);
}

}  // namespace xueshi::authority
