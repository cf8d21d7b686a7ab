// Projections of many feeds in one file beside the database, in the order of the feeds' names, each with the head it was
// folded to.
//
// A copy of what the feeds say, never the truth: a file that is not there, not whole, of another version or of another
// epoch of the store is read as one without projections. It is written beside its place and moved there when it is whole.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xueshi::authority {

struct ProjectionEntry {
    std::string feed;
    std::uint64_t head = 0;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t sum = 0;
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

class ProjectionFile {
  public:
    ProjectionFile(const std::filesystem::path& path, std::string_view epoch);

    const std::vector<ProjectionEntry>& entries() const { return entries_; }  // by feed name
    // Quickest one after another. False when it is damaged.
    bool read(const ProjectionEntry& entry, std::string& into);

  private:
    OpenFile file_;
    std::uint64_t position_ = 0;
    std::vector<ProjectionEntry> entries_;
};

class ProjectionWriter {
  public:
    // Throws StoreFailure when the disk takes no more, as does everything below.
    explicit ProjectionWriter(std::filesystem::path path);
    ~ProjectionWriter();  // removes what was not finished

    void add(std::string_view feed, std::uint64_t head, std::string_view bytes);
    void finish(std::string_view epoch);

  private:
    void write(std::string_view bytes);

    std::filesystem::path path_;
    std::filesystem::path arriving_;
    OpenFile file_;
    std::uint64_t position_ = 0;
    std::vector<ProjectionEntry> entries_;
};

}  // namespace xueshi::authority
