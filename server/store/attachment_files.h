// The bytes of files people attach, beside the database: one file for each content, named after its SHA-256, so that
// the same bytes lie there once and no name that somebody chose is ever part of a path.
//
// A file is whole or not there: written under another name, made durable, then renamed. Whoever writes a row that
// speaks of a content has put it here before. Thread-safe. Failures of the disk are StoreFailures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "server/store/records.h"

namespace xueshi::store {

inline constexpr std::size_t kMostAttachmentBytes = 5 * 1024 * 1024;

ContentHash content_hash(std::string_view bytes);
std::string hash_text(const ContentHash& hash);  // 64 digits and small letters

// By the first bytes alone; nothing for anything but the three kinds that are taken.
std::optional<AttachmentType> recognise(std::string_view bytes);

class AttachmentFiles {
  public:
    // Made when the first file comes.
    explicit AttachmentFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Durable when it returns.
    void put(const ContentHash& hash, std::string_view bytes);
    // Checked against its name: a StoreFailure when it is gone or damaged.
    std::string read(const ContentHash& hash) const;
    // Removes what is in nobody's row and was not touched since `before`. Answers how many.
    std::size_t remove_others(const std::set<ContentHash>& kept, std::filesystem::file_time_type before);

    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path path_of(const ContentHash& hash) const;

    std::filesystem::path folder_;
};

// Where a data folder has them.
std::filesystem::path attachment_folder(const std::filesystem::path& data_folder);

}  // namespace xueshi::store
