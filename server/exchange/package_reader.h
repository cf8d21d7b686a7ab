// What is in a content package, or in a heap of item documents: which files hold items, what the
// manifest says of each, and where the usage data is. The items themselves are read by
// item_import.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace xueshi::exchange {

inline constexpr std::size_t kMostItemBytes = 1 << 20;
inline constexpr std::size_t kMostPackageBytes = 32
                                                 << 20;  // of a manifest, of a usage-data document
inline constexpr std::size_t kMostPackageItems = 10'000;

// No item is there, or too many.
inline constexpr ErrorCode kPackageWithoutItems{"PackageWithoutItems"};
inline constexpr ErrorCode kPackageTooLarge{"PackageTooLarge"};
// The manifest is none, or the package is an archive still.
inline constexpr ErrorCode kNotAQtiPackage{"NotAQtiPackage"};
// A file's name that leads out of the package's folder.
inline constexpr ErrorCode kPathOutside{"PathOutside"};

// What an item's LOM record says in our own words; empty for other systems' packages.
struct ItemRecord {
    std::string bank_id = {};
    std::string domain = {};
    std::string level = {};
    std::vector<std::string> indicators = {};
    std::vector<std::string> stages = {};
    std::vector<std::string> subjects = {};
};

struct ItemFile {
    std::filesystem::path file = {};
    std::string shown = {};  // as complaints name it
    ItemRecord record = {};
};

struct PackageContents {
    std::optional<std::int64_t> version = {};  // when the manifest states a whole number
    std::vector<ItemFile> items = {};          // in the manifest's order, else by name
    std::vector<ItemFile> usage_data = {};
    std::vector<Error> errors = {};
};

// A package's folder, a folder of documents without a manifest (sorted by name), or one document.
// What is wrong stands in `errors`, each with the file as its subject.
PackageContents read_package(const std::filesystem::path& place);

}  // namespace xueshi::exchange
