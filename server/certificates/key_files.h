// The secret halves of the keys certificates are signed with: a file each, in the data folder, for the server's user
// alone (docs/formats/storage.md).
//
// A secret is its 32-byte seed in hexadecimal. No backup holds one: a lost secret costs a new key, a stolen one lets
// somebody else issue certificates.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "core/certificate/signing_key.h"

namespace xueshi::certificates {

using Seed = std::array<unsigned char, 32>;

std::filesystem::path key_folder(const std::filesystem::path& data_folder);

class KeyFiles {
  public:
    explicit KeyFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // On the disk when it returns, whole or not at all, and readable by nobody else. Throws StoreFailure.
    void put(const certificate::KeyId& id, const Seed& seed) const;
    // Nothing where there is none, or it is damaged.
    std::optional<Seed> find(const certificate::KeyId& id) const;
    void remove(const certificate::KeyId& id) const;

  private:
    std::filesystem::path path_of(const certificate::KeyId& id) const;

    std::filesystem::path folder_;
};

}  // namespace xueshi::certificates
