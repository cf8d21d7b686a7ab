#include "tests/support/product_banks.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/codec/capability_json.h"
#include "core/codec/capability_shelf_json.h"

namespace xueshi::testing {
namespace {

diagnostic::CapabilityBank read_or_die(const std::string& path) {
    auto bank = codec::read_capability_bank(pack_bytes(path));
    if (!bank) std::abort();
    return std::move(*bank);
}

}  // namespace

std::string pack_bytes(const std::string& path) {
    std::ifstream file("core/packs/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const diagnostic::CapabilityBank& product_bank(diagnostic::CapabilityLevel level) {
    static const diagnostic::CapabilityBank banks[] = {
        read_or_die("item-banks/guangzhou-it-capability/v1/level-1.json"),
        read_or_die("item-banks/guangzhou-it-capability/v1/level-2.json")};
    return banks[static_cast<std::size_t>(level)];
}

const diagnostic::CapabilityShelf& product_shelf() {
    static const diagnostic::CapabilityShelf shelf = [] {
        const std::string framework = pack_bytes("frameworks/it-capability-2014.json");
        const std::string banks[] = {pack_bytes("item-banks/guangzhou-it-capability/v1/level-1.json"),
                                     pack_bytes("item-banks/guangzhou-it-capability/v1/level-2.json")};
        const std::string_view views[] = {banks[0], banks[1]};
        auto read = codec::read_capability_shelf(framework, views);
        if (!read) std::abort();
        return std::move(*read);
    }();
    return shelf;
}

}  // namespace xueshi::testing
