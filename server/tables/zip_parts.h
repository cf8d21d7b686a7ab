// Single files out of a zip, through libzip, within limits that hold for what is really unpacked and not only for what
// the zip says of itself.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/tables/plain_table.h"

struct zip;

namespace xueshi::tables {

class ZipParts {
  public:
    // `bytes` must outlive it. kTableBroken when it is no zip, kTableTooLarge with more entries than a workbook has.
    static Result<ZipParts> open(std::string_view bytes, std::size_t most_unpacked_bytes);

    bool has(const std::string& name) const;
    // kTableBroken when it is missing, encrypted or damaged; kTableTooLarge when all that was read is above the limit.
    Result<std::string> read(const std::string& name);

  private:
    struct Discard {
        void operator()(struct zip* archive) const;
    };
    ZipParts(struct zip* archive, std::size_t most) : archive_(archive), left_(most) {}

    std::unique_ptr<struct zip, Discard> archive_;
    std::size_t left_;
};

}  // namespace xueshi::tables
